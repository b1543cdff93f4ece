"""The same named person or body across reports."""
