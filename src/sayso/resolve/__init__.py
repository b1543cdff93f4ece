"""From the findings of many reports to events of the world: copies, stories, the same actor, event and origin."""
