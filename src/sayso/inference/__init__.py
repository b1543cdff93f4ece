"""Running trained models: word pieces and where they stand in the text, windows of them, sessions, the shelf of files."""
