"""Copies: exact, near, shortened and rewritten."""
