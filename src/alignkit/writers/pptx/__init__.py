"""Decks as PowerPoint files: real placeholders of a real master."""

from .reference import PresentationReference, load_presentation
from .write import compose, parts, write

__all__ = ["PresentationReference", "compose", "load_presentation", "parts", "write"]
