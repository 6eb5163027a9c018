"""Sentences as rows of words, with the place of each."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from .folding import NAMES

_TOKEN = re.compile(
    rf"[{NAMES}]+|n't\b|'(?:s|re|ve|d|ll|m)\b|\d[\d.,]*\d|(?:(?!n't)[^\W{NAMES}])+(?:-[^\W{NAMES}]+)*|[^\w\s]"
)
_WORD = re.compile(r"[\w]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, a number or a mark."""

    text: str
    """In small letters."""
    start: int
    """Where it begins in the passage."""
    end: int
    """Where it ends."""
    capital: bool
    """Whether it begins with a capital."""

    @property
    def is_word(self) -> bool:
        """Whether it is a word or a number rather than a mark."""
        return _WORD.match(self.text) is not None or self.text[0] in NAMES


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage."""

    start: int
    """Where it begins in the passage."""
    end: int
    """Where it ends."""
    tokens: tuple[Token, ...]
    """Its words and marks."""

    def index(self, position: int) -> int:
        """The token at a position of the passage, or the first one after it."""
        found = bisect_right(self.tokens, position, key=lambda token: token.end)
        return min(found, len(self.tokens) - 1)

    def text(self, index: int) -> str:
        """The token at `index`; nothing outside the sentence."""
        return self.tokens[index].text if 0 <= index < len(self.tokens) else ""

    @property
    def words(self) -> int:
        """How many words it has."""
        return sum(
            token.is_word and not token.text.startswith("'") and token.text != "n't" for token in self.tokens
        )


def tokenise(text: str, start: int, end: int) -> Sentence:
    """The sentence between `start` and `end` of a folded text."""
    tokens = tuple(
        Token(match[0].lower(), match.start(), match.end(), match[0][0].isupper())
        for match in _TOKEN.finditer(text, start, end)
    )
    return Sentence(start, end, tokens)
