"""Patterns: words with named slots and parts that may be left out, as a bank writes them."""

from __future__ import annotations

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"\{(?P<name>[A-Za-z_]+)(?::(?P<form>[a-z ]+))?\}|(?P<mark>[\[\]])|(?P<text>[^{}\[\]]+)|(?P<bad>.)"
)


@dataclass(frozen=True, slots=True)
class Slot:
    """A place for a value: `{limit:dative}`."""

    name: str
    """What goes in."""
    form: str
    """In which form, such as `dative` or `counted`; empty for the usual one."""


@dataclass(frozen=True, slots=True)
class Option:
    """A part that stands only where all its slots have a value: `[ ({share})]`."""

    pieces: tuple[str | Slot, ...]
    """Its words and slots."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """Words with slots."""

    pieces: tuple[str | Slot | Option, ...]
    """Words, slots and parts that may be left out, in reading order."""

    @property
    def slots(self) -> tuple[Slot, ...]:
        """Every slot, those of the parts that may be left out included."""
        flat = [
            inner
            for piece in self.pieces
            for inner in (piece.pieces if isinstance(piece, Option) else (piece,))
        ]
        return tuple(piece for piece in flat if isinstance(piece, Slot))


def read_pattern(text: str) -> Pattern | None:
    """The pattern a text describes, or None when its brackets do not match."""
    pieces: list[str | Slot | Option] = []
    option: list[str | Slot] | None = None
    for token in _TOKEN.finditer(text):
        if token["bad"]:
            return None
        if token["mark"] == "[" and option is None:
            option = []
        elif token["mark"] == "]" and option is not None:
            pieces.append(Option(tuple(option)))
            option = None
        elif token["mark"]:
            return None
        else:
            piece = token["text"] or Slot(token["name"], token["form"] or "")
            (pieces if option is None else option).append(piece)
    return None if option is not None else Pattern(tuple(pieces))
