"""Read-only data and look-ups: states, bodies, offices, role words. No spaCy."""
