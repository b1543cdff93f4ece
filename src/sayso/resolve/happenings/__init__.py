"""Events of the world: mentions across reports put together, with constraints and reasons."""
