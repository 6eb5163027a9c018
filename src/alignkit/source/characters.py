"""Characters no document may carry, as no text or as turning what is seen: found, taken out and named."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

# C0 except tab and line feed, delete, C1, surrogates, noncharacters, and the byte order mark inside a text.
_UNFIT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff\ufffe\uffff\u2028\u2029"
    + "".join(f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0x10000, 0x110000, 0x10000))
    + "]"
)
_UNFIT_IN_FILE = re.compile(_UNFIT.pattern.replace("\x0b-\x1f", "\x0b\x0c\x0e-\x1f"))
TURNING = re.compile("[\u202a-\u202e\u2066-\u2069]")
"""Marks that turn the direction of writing; the scripts that need another direction have it without them."""
_BREAKS = frozenset("\x0b\x0c\x85\u2028\u2029")
"""Line breaks of other programs; a space takes their place so that words stay apart."""


class Screened(NamedTuple):
    """The text of a file with a stand-in for every character YAML would stumble over."""

    text: str
    """As long as the original, so that every position is kept."""
    stand_ins: dict[str, str]
    """The characters meant, by stand-in."""


def screen(text: str) -> Screened:
    """A text YAML can read; what is unfit comes back, and is taken out, value by value."""
    used = frozenset(text)
    unfit = sorted(character for character in used if _UNFIT_IN_FILE.match(character))
    if not unfit:
        return Screened(text, {})
    free = (chr(code) for code in range(0x10FFFD, 0x100000, -1) if chr(code) not in used)
    table = dict(zip(unfit, free, strict=False))
    return Screened(
        text.translate({ord(bad): mark for bad, mark in table.items()}),
        {mark: bad for bad, mark in table.items()},
    )


class Cleaned(NamedTuple):
    """A text as a document may carry it, and what was taken out."""

    text: str
    """What is left."""
    unfit: tuple[str, ...] = ()
    """Characters no document can carry."""
    turning: tuple[str, ...] = ()
    """Characters that turn the direction of writing."""

    @property
    def losses(self) -> Iterator[tuple[str, str, str]]:
        """What is to be said of it: code, message and hint."""
        if self.unfit:
            message = f"{code_points(self.unfit)} cannot stand in a document and was taken out"
            yield "YAML-021", message, "retype the text here; it was probably copied from another program"
        if self.turning:
            message = f"{code_points(self.turning)} turns the direction of writing and was taken out"
            yield "YAML-022", message, "delete it; a text written from right to left needs no such character"


def clean(text: str, stand_ins: Mapping[str, str] = MappingProxyType({})) -> Cleaned:
    """`text` without characters no document may carry."""
    if text.isascii() and text.isprintable():
        return Cleaned(text)
    for mark, meant in stand_ins.items():
        text = text.replace(mark, meant)
    unfit = tuple(dict.fromkeys(_UNFIT.findall(text)))
    if unfit:
        text = _UNFIT.sub(lambda match: " " if match[0] in _BREAKS else "", text)
    turning = tuple(dict.fromkeys(TURNING.findall(text)))
    return Cleaned(TURNING.sub("", text) if turning else text, unfit, turning)


def code_points(characters: tuple[str, ...]) -> str:
    """The characters as people look them up: `U+0007, U+200B`."""
    return ", ".join(f"U+{ord(character):04X}" for character in characters)
