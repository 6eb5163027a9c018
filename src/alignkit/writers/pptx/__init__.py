"""Decks as PowerPoint files: real placeholders of a real master."""
