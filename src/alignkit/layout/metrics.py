"""Widths of characters and heights of lines, font by font.

A known family always answers from the table beside this module, never from the fonts of the machine, so that
the same document gives the same slides everywhere. `tools/make_font_metrics.py` made the table from open
fonts that have the advance widths of the families they stand for.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from .installed import installed_widths

_WIDEST = "DejaVu Sans"
"""The widest family of the table: it serves a font nobody knows, and characters a font lacks."""
_SAME = {
    "calibri light": "calibri",
    "carlito": "calibri",
    "caladea": "cambria",
    "courier": "courier new",
    "helvetica": "arial",
    "liberation mono": "courier new",
    "liberation sans": "arial",
    "liberation sans narrow": "arial narrow",
    "liberation serif": "times new roman",
    "times": "times new roman",
}
"""Families with the widths of another."""
_TAB_EMS = 4.0
_EMOJI_EMS = 1.4
"""Emoji are wider than their size in the fonts of most systems."""
_EMOJI_MARK = "\ufe0f"
"""Asks for the character before it as an emoji."""
_FIRST_EMOJI = 0x1F000
_STRANGE_LINE = 1.45
"""Line height of the fonts that come in for far scripts and emoji."""


class Widths(dict[str, float]):
    """Width of each character in ems; one the font lacks is answered for by the widest family."""

    def __init__(self, known: dict[str, float], bold: bool) -> None:
        super().__init__(known)
        self.is_bold = bold

    def __missing__(self, char: str) -> float:
        width = self[char] = _stand_in(char, self.is_bold)
        return width


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """A weight of a font family: what its text takes in width and height."""

    widths: Widths
    """Of each character, in ems."""
    line: float
    """Distance of two lines, in ems."""
    own: frozenset[str]
    """The characters it draws itself."""

    def width(self, text: str) -> float:
        """Width of `text` in one line, in ems."""
        return sum(map(self.widths.__getitem__, text))

    def line_of(self, text: str) -> float:
        """Height of a line that holds `text`, in ems: characters from another font make it higher."""
        if text.isascii() or self.own.issuperset(text):
            return self.line
        others = (_line_of(char) for char in set(text) - self.own)
        return max(self.line, *others)


@cache
def face(family: str, *, bold: bool = False) -> Face:
    """The weight of a family by the name a theme gives it.

    A family that is not in the table is measured from its own file where one is installed, else the widest
    family stands in, so that text takes less room than assumed rather than more.
    """
    entry = _entry(family)
    if entry:
        return _made(_numbers(entry["bold" if bold else "regular"]), entry["line"], bold)
    found = installed_widths(family, bold=bold)
    if found:
        return _made(found.widths, found.line, bold)
    return face(_WIDEST, bold=bold)


def stand_in(own: Face) -> Face:
    """The face that comes in for the characters `own` lacks, in its weight."""
    return face(_WIDEST, bold=own.widths.is_bold)


def _entry(family: str) -> dict[str, Any] | None:
    name = family.strip().casefold()
    return _table().get(_SAME.get(name, name))


@cache
def _table() -> dict[str, dict[str, Any]]:
    text = files(__package__).joinpath("font_metrics.json").read_text("utf-8")
    return {name.casefold(): entry for name, entry in json.loads(text).items()}


def _numbers(ranges: dict[str, str]) -> dict[str, float]:
    """Ems by character, from widths in thousandths by first code point."""
    return {
        chr(point): int(width) / 1000
        for start, run in ranges.items()
        for point, width in enumerate(run.split(" "), int(start, 16))
    }


def _made(known: dict[str, float], line: float, bold: bool) -> Face:
    invisible = {char: 0.0 for char in known if unicodedata.category(char) in ("Cf", "Mn")}
    return Face(Widths(known | invisible | {"\t": _TAB_EMS}, bold), line, frozenset(known))


def _stand_in(char: str, bold: bool) -> float:
    """Width of a character its font does not have."""
    if char == _EMOJI_MARK:
        return _EMOJI_EMS - 1
    if unicodedata.category(char) in ("Cc", "Cf", "Mn", "Me"):
        return 0.0
    if ord(char) >= _FIRST_EMOJI and unicodedata.category(char).startswith("S"):
        return _EMOJI_EMS
    known = face(_WIDEST, bold=bold).own
    if char in known:
        return dict.__getitem__(face(_WIDEST, bold=bold).widths, char)
    return 1.0


@lru_cache(maxsize=4096)
def _line_of(char: str) -> float:
    """Height of a line with a character from another font."""
    if unicodedata.category(char) in ("Cc", "Cf", "Zs"):
        return 0.0
    widest = face(_WIDEST)
    return widest.line if char in widest.own else _STRANGE_LINE
