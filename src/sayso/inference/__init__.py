"""Running trained models: word pieces and their places in the text, windows, sessions, the shelf of files."""
