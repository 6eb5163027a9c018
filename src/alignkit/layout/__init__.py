"""A document laid out as a deck: headings split, content chooses, text is measured and fits."""

from .deck import lay_out

__all__ = ["lay_out"]
