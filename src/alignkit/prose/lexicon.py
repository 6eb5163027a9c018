"""Word lists as rules keep them: written as text, looked up as a set."""

from __future__ import annotations


def lexicon(text: str) -> frozenset[str]:
    """The words of `text`, which is a list divided by blanks and line ends."""
    return frozenset(text.split())
