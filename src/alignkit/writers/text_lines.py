"""Lines of plain text: how wide they show, where they break, how they stand in columns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
from typing import assert_never

_NEW_LINES = re.compile(r"\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")


def one_line(value: str) -> str:
    """`value` on one line: only a `Break` starts a new one."""
    return _NEW_LINES.sub(" ", value)


def characters(items: tuple[Inline, ...]) -> str:
    """The characters of a line exactly as they are, a blank for each `Break`."""

    def one(item: Inline) -> str:
        match item:
            case Text(value) | Shown(value):
                return value
            case Break():
                return " "
            case Strong(children) | Emphasis(children) | Link(_, children):
                return characters(children)
            case _:
                assert_never(item)

    return "".join(map(one, items))


def plain(items: tuple[Inline, ...], *, targets: bool = False) -> str:
    """The characters of a line of text; a `Break` is a line feed.

    Args:
        items: What the line is made of.
        targets: Whether a link's address follows its text.

    """

    def one(item: Inline) -> str:
        match item:
            case Text(value) | Shown(value):
                return one_line(value)
            case Strong(children) | Emphasis(children):
                return plain(children, targets=targets)
            case Link(target, children):
                return _linked(plain(children, targets=targets), target if targets else "")
            case Break():
                return "\n"
            case _:
                assert_never(item)

    return "".join(map(one, items))


def _linked(name: str, target: str) -> str:
    address = target.removeprefix("mailto:")
    return f"{name} ({address})" if address and address != name else name


def width(line: str) -> int:
    """Columns the line takes where every character is as wide as the next, wide ones twice."""
    return sum(_columns(character) for character in line)


def _columns(character: str) -> int:
    if category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if east_asian_width(character) in "WF" else 1


def wrap(value: str, columns: int) -> list[str]:
    """`value` in lines of at most `columns`; a word that is longer keeps a line to itself, unbroken."""
    return [line for part in value.split("\n") for line in _wrap_one(part, columns)]


def _wrap_one(value: str, columns: int) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in (word for word in value.split(" ") if word):
        if line and width(line) + 1 + width(word) > columns:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]


def indent(lines: Iterable[str], first: str, rest: str) -> list[str]:
    """The lines behind a mark: `first` before the first one, `rest` before the others."""
    return [((rest if number else first) + line).rstrip() for number, line in enumerate(lines)]


def pad(cell: str, columns: int, align: str) -> str:
    """The cell filled up to `columns`; `align` is `left`, `right` or `center`."""
    space = max(columns - width(cell), 0)
    before = {"left": 0, "right": space, "center": space // 2}[align]
    return " " * before + cell + " " * (space - before)


def row(cells: Sequence[str], widths: Sequence[int], aligns: Sequence[str]) -> str:
    """Cells beside each other, two spaces apart."""
    return "  ".join(pad(*cell) for cell in zip(cells, widths, aligns, strict=True)).rstrip()
