"""Sentences as messages quote them."""

from __future__ import annotations

_MOST_CHARACTERS = 90


def quoted_sentence(text: str) -> str:
    """The sentence in one line, its end left out when it is long."""
    text = " ".join(text.split())
    return text if len(text) <= _MOST_CHARACTERS else f"{text[: _MOST_CHARACTERS - 3].rsplit(' ', 1)[0]} ..."


def beginning(text: str) -> str:
    """The first words of a text."""
    return f"{' '.join(text.split()[:8])} ..."
