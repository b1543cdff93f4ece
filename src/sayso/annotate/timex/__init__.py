"""Time expressions: a grammar over symbols of words, and the calendar that their values are worked out on."""
