"""What happened: triggers, roles, status, counts and order of events."""
