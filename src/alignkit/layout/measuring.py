"""How wide a text is, and how many lines it takes: all in ems, so one measure serves every size."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from alignkit.model.inlines import Break, Inline, Shown, Strong, Text

from .metrics import Face, face, stand_in

if TYPE_CHECKING:
    from collections.abc import Iterator

SAFETY = 0.97
"""The part of a width text may take: programs round widths and kern in their own ways."""

_HAN = (
    "\u2e80-\u2fdf\u3041-\u30ff\u3105-\u312f\u31a0-\u31ff"
    "\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
)
_OPENING = "（「『【〔〈《［｛“‘"
_CLOSING = "、。，．・：；？！ー）」』】〕〉》］｝”’…ぁぃぅぇぉっゃゅょァィゥェォッャュョ々"
_INSIDE = re.compile(
    rf"[{_OPENING}]*[{_HAN}][{_CLOSING}]*"  # Chinese and Japanese break between any two characters
    rf"|.+?(?:(?<=\w[-‐–—])(?=[^\W\d])|\u200b|(?=[{_OPENING}]*[{_HAN}])|$)",
    re.DOTALL,
)
"""The parts a word without blanks may be broken into: after a hyphen that a letter follows, and the like."""
_breakable = re.compile(rf"[-‐–—\u200b{_HAN}]").search
_far_script = re.compile(r"[\u0590-\u10ff\u1780-\u18af\u200f\u2067]").search
"""Scripts, and turns to them, that programs set in a font of their own, with the words and digits between."""
_WEAK = re.compile(r"(?<=[/\\_@&=?.\u00ad])")
"""Where a word too wide for its line is broken first."""
_LINE_END = re.compile(r"\r\n|[\n\r\x85\u2028\u2029]")


class Piece(NamedTuple):
    """Characters that stay together as long as they fit a line."""

    width: float
    """In ems."""
    blank: float
    """Width of the blank after it, which may hang over the end of a line."""
    parts: tuple[tuple[str, Face], ...]
    """Its characters by face."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A text as widths, ready to be broken at any width."""

    rows: tuple[tuple[Piece, ...], ...]
    """Its pieces between the breaks it brings."""
    line: float
    """Height of a line, in ems."""
    natural: float
    """Width without a wrapped line, in ems."""
    widest: float
    """Width of its widest piece, in ems."""

    def lines(self, width: float) -> int:
        """The number of lines at `width` ems."""
        if self.natural <= width:
            return len(self.rows)
        return sum([_lines(row, width) for row in self.rows])

    def height(self, width: float) -> float:
        """The height of all lines at `width` ems, in ems."""
        return self.lines(width) * self.line


def measured(inlines: tuple[Inline, ...], family: str, *, bold: bool = False) -> Measured:
    """A line of text as it is set in `family`, all of it bold or as its marks say."""
    if len(inlines) == 1 and isinstance(only := inlines[0], (Text, Shown)):
        return _measured_text(only.text, family, bold)
    return _measured(inlines, family, bold)


@lru_cache(maxsize=32_768)
def _measured_text(text: str, family: str, bold: bool) -> Measured:
    if not (text.isascii() and text.isprintable()):
        return _measured((Text(text),), family, bold)
    own = face(family, bold=bold)  # no line ends, no characters of other fonts: one row, one height
    row = _pieces(text, own)
    return Measured((row,), own.line, _natural(row), max([piece.width for piece in row], default=0.0))


@lru_cache(maxsize=32_768)
def _measured(inlines: tuple[Inline, ...], family: str, bold: bool) -> Measured:
    rows = [tuple(_glued(row, family)) for row in _rows(inlines, bold=bold)]
    faces = (face(family), face(family, bold=True))
    line = max(
        (each.line_of(text) for row in rows for piece in row for text, each in piece.parts),
        default=0.0,
    )
    line = max(
        line, faces[bold].line
    )  # a far script stands in another font, the empty end of its line does not
    pieces = [piece for row in rows for piece in row]
    return Measured(
        tuple(rows),
        line,
        max((_natural(row) for row in rows), default=0.0),
        max((piece.width for piece in pieces), default=0.0),
    )


def _natural(row: tuple[Piece, ...]) -> float:
    return sum([piece.width + piece.blank for piece in row]) - (row[-1].blank if row else 0.0)


def _rows(inlines: tuple[Inline, ...], *, bold: bool) -> list[list[tuple[str, bool]]]:
    """Text with its weight, a list for each line the author asked for."""
    rows: list[list[tuple[str, bool]]] = [[]]
    for text, weight in _runs(inlines, bold=bold):
        first, *others = _LINE_END.split(text)
        rows[-1].append((first, weight))
        rows.extend([(other, weight)] for other in others)
    return rows


def _runs(inlines: tuple[Inline, ...], *, bold: bool) -> Iterator[tuple[str, bool]]:
    for inline in inlines:
        match inline:
            case Text(text=text) | Shown(text=text):
                yield text, bold
            case Break():
                yield "\n", bold
            case Strong(children=children):
                yield from _runs(children, bold=True)
            case _:
                yield from _runs(inline.children, bold=bold)


def _glued(row: list[tuple[str, bool]], family: str) -> list[Piece]:
    """The pieces of a line; a word that changes its weight midway stays one piece."""
    is_far = any(_far_script(text) for text, _ in row)
    pieces: list[Piece] = []
    for text, bold in row:
        usual = face(family, bold=bold)
        own = _pieces(text, stand_in(usual) if is_far else usual)
        if pieces and own and not pieces[-1].blank:
            last, first = pieces.pop(), own[0]
            pieces.append(Piece(last.width + first.width, first.blank, last.parts + first.parts))
            own = own[1:]
        pieces.extend(own)
    return pieces


def _pieces(text: str, own: Face) -> tuple[Piece, ...]:
    blank = own.widths[" "]
    *words, last = text.split(" ")
    pieces = [piece for word in words for piece in _before_blank(word, own, blank)]
    pieces.extend(_parts(last, own) if last else ())
    return tuple(pieces)


@lru_cache(maxsize=65_536)
def _before_blank(word: str, own: Face, blank: float) -> tuple[Piece, ...]:
    *parts, last = _parts(word, own)
    return (*parts, Piece(last.width, blank, last.parts))


@lru_cache(maxsize=65_536)
def _parts(word: str, own: Face) -> tuple[Piece, ...]:
    if not _breakable(word):
        return (Piece(own.width(word), 0.0, ((word, own),)),)
    return tuple(Piece(own.width(part), 0.0, ((part, own),)) for part in _INSIDE.findall(word)) or (
        Piece(0.0, 0.0, ((word, own),)),
    )


def _lines(row: tuple[Piece, ...], width: float) -> int:
    count, used = 1, 0.0
    for piece in row:
        if used + piece.width <= width:
            used += piece.width + piece.blank
        elif piece.width <= width:
            count, used = count + 1, piece.width + piece.blank
        else:
            more, rest = _broken(piece, width)
            count, used = count + more - (used == 0), rest + piece.blank
    return count


def _broken(piece: Piece, width: float) -> tuple[int, float]:
    """Lines a piece wider than a line takes on lines of its own, and how far the last one is filled."""
    count, used = 1, 0.0
    for text, own in piece.parts:
        for part in _WEAK.split(text):
            part_width = own.width(part)
            if used + part_width <= width:
                used += part_width
                continue
            if used:
                count, used = count + 1, 0.0
            for char in part:
                step = own.widths[char]
                if used and used + step > width:
                    count, used = count + 1, 0.0
                used += step
    return count, used
