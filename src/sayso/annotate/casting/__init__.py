"""The cast of a report: mentions found, chained into actors, and coded."""
