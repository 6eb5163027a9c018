"""A line of a file with a mark under one column, as wide as the screen and with nothing invisible in it."""

from __future__ import annotations

from unicodedata import category, east_asian_width

_HIDDEN = frozenset(("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"))
TAB = "    "
LEAST_WIDTH = 20
_REACH = 8
"""Characters looked at for each cell of the screen: most of a long line cannot be seen."""


def visible(text: str) -> str:
    """The text with every character that hides, turns or ends a line shown by its number."""
    return "".join(_seen(c) for c in text)


def excerpt(line: str, column: int, width: int) -> tuple[str, str]:
    """The part of a line around a column, and the line with the caret under it.

    Args:
        line: as it stands in the file.
        column: from 1, in characters of the file.
        width: cells of the screen it may take.

    """
    width = max(width, LEAST_WIDTH)
    at = min(column - 1, len(line))
    reach = _REACH * width
    before, after = visible(line[max(at - reach, 0) : at]), visible(line[at : at + reach].rstrip())
    begin = max(width - 2 - min(_cells(after), width // 3), width // 2)
    if _cells(before) + _cells(after) <= width:
        return before + after, " " * _cells(before) + "^"
    if _cells(before) > begin:
        before = "…" + _last(before, begin - 1)
    room = width - _cells(before)
    after = after if _cells(after) <= room else _first(after, room - 1) + "…"
    return before + after, " " * _cells(before) + "^"


def _seen(character: str) -> str:
    if character == "\t":
        return TAB
    return f"<U+{ord(character):04X}>" if category(character) in _HIDDEN else character


def _cells(text: str) -> int:
    return sum(_cell(c) for c in text)


def _cell(character: str) -> int:
    """Cells of the screen a character takes: none for an accent over the one before, two for a wide one."""
    if category(character) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def _first(text: str, room: int) -> str:
    for end, character in enumerate(text):
        room -= _cell(character)
        if room < 0:
            return text[:end]
    return text


def _last(text: str, room: int) -> str:
    return _first(text[::-1], room)[::-1]
