"""A line of Markdown that comes back as the text it was made of, whatever stands beside whatever.

Source: CommonMark 0.31, 2.4 (escapes), 2.5 (character references), 6.2 (emphasis); GFM 6.5 and 6.9.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, assert_never
from unicodedata import category
from urllib.parse import quote

from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text

from .text_lines import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ALWAYS = frozenset("\\`*_[]<~|")
_BLOCK_START = frozenset("-+=:>#")
_REFERENCE = re.compile(r"&(?:#\w+|\w+);")
_LIST_NUMBER = re.compile(r"\d{1,9}(?=[.)])")
_URL_CHARACTERS = "/:?#@!$&'*+,;=%~-._"


@dataclass(frozen=True, slots=True)
class _Glyph:
    """One character and how it is set."""

    character: str
    strong: bool = False
    emphasis: bool = False
    target: str = ""


@dataclass(slots=True)
class _Piece:
    """A stretch of source: a character, which may still become a reference, or a mark of emphasis."""

    source: str
    character: str = ""
    opens: bool = False
    closes: bool = False


def line(
    items: tuple[Inline, ...], *, new_line: str = "\\\n", strong: bool = False, first: bool = True
) -> str:
    """A line of text as Markdown.

    Args:
        items: What the line is made of.
        new_line: What a break inside it is written as.
        strong: Whether all of it is important.
        first: Whether it stands where a paragraph begins, so that `1.` or `-` would begin a list.

    """
    lines = map(_trimmed, _split(list(_glyphs(items, _Glyph("", strong)))))
    return new_line.join(_source(part, first) for part in lines if part)


def text(value: str, *, first: bool = True) -> str:
    """Plain characters as Markdown."""
    return line((Text(value),), first=first)


def _glyphs(items: tuple[Inline, ...], style: _Glyph) -> Iterator[_Glyph]:
    for item in items:
        match item:
            case Text(value) | Shown(value):
                yield from (replace(style, character=character) for character in one_line(value))
            case Strong(children):
                yield from _glyphs(children, replace(style, strong=True))
            case Emphasis(children):
                yield from _glyphs(children, replace(style, emphasis=True))
            case Link(target, children):
                inside = list(_glyphs(children, replace(style, target=target)))
                is_blank = all(glyph.character.isspace() for glyph in inside)
                yield from _glyphs((Text(target),), replace(style, target=target)) if is_blank else inside
            case Break():
                yield _Glyph("\n")
            case _:
                assert_never(item)


def _split(glyphs: list[_Glyph]) -> list[list[_Glyph]]:
    groups = groupby(glyphs, key=lambda glyph: glyph.character == "\n")
    return [list(group) for is_break, group in groups if not is_break]


def _trimmed(glyphs: list[_Glyph]) -> list[_Glyph]:
    """The glyphs without blanks at either end."""
    shown = [index for index, glyph in enumerate(glyphs) if not glyph.character.isspace()]
    return glyphs[shown[0] : shown[-1] + 1] if shown else []


def _source(glyphs: list[_Glyph], first: bool) -> str:
    sources = _escaped(glyphs, first)
    pieces: list[_Piece] = []
    numbered = list(zip(glyphs, sources, strict=True))
    for target, group in groupby(numbered, key=lambda pair: pair[0].target):
        inner = _emphasised(list(group))
        pieces += [_Piece("["), *inner, _Piece(f"]({_address(target)})")] if target else inner
    return "".join(piece.source for piece in _flanked(pieces))


def _escaped(glyphs: list[_Glyph], first: bool) -> list[str]:
    """Each character as it is written, escaped where it could mean something."""
    whole = "".join(glyph.character for glyph in glyphs)
    number = _LIST_NUMBER.match(whole) if first else None
    is_list = number.end() if number else -1
    return [
        f"\\{glyph.character}"
        if index == is_list
        or (first and index == 0 and glyph.character in _BLOCK_START)
        or _is_special(whole, index)
        or (glyph.character == "!" and _opens_link(glyphs, index + 1))
        else glyph.character
        for index, glyph in enumerate(glyphs)
    ]


def _is_special(whole: str, index: int) -> bool:
    match whole[index]:
        case "&":
            return bool(_REFERENCE.match(whole, index))
        case "$":
            return not whole[index + 1 : index + 2].isdigit()
        case ":":
            return whole.startswith("//", index + 1)
        case ".":
            return whole[max(index - 3, 0) : index].lower() == "www"
        case "#":
            return not whole[index + 1 :].strip("# ")
        case character:
            return character in _ALWAYS


def _opens_link(glyphs: list[_Glyph], index: int) -> bool:
    return index < len(glyphs) and glyphs[index].target not in {"", glyphs[index - 1].target}


def _address(target: str) -> str:
    address = quote(target, safe=_URL_CHARACTERS)
    return _REFERENCE.sub(r"\\\g<0>", address)


def _emphasised(pairs: list[tuple[_Glyph, str]]) -> list[_Piece]:
    """Characters within `**`, inside that within `_`; blanks at the ends stay outside."""
    pieces: list[_Piece] = []
    for strong, group in _stretches(pairs, "strong"):
        inner: list[_Piece] = []
        for emphasis, part in _stretches(group, "emphasis"):
            inner += _within(
                "_" if emphasis else "", [_Piece(source, glyph.character) for glyph, source in part]
            )
        pieces += _within("**" if strong else "", inner)
    return pieces


def _stretches(pairs: list[tuple[_Glyph, str]], flag: str) -> Iterator[tuple[bool, list[tuple[_Glyph, str]]]]:
    """The pairs in stretches set alike, blanks at the ends of a marked stretch as stretches of their own."""
    for is_set, group in groupby(pairs, key=lambda pair: bool(getattr(pair[0], flag))):
        part = list(group)
        shown = [index for index, pair in enumerate(part) if not pair[0].character.isspace()]
        if not is_set or not shown:
            yield False, part
            continue
        start, end = shown[0], shown[-1] + 1
        yield False, part[:start]
        yield True, part[start:end]
        yield False, part[end:]


def _within(mark: str, pieces: list[_Piece]) -> list[_Piece]:
    return [_Piece(mark, opens=True), *pieces, _Piece(mark, closes=True)] if mark else pieces


def _flanked(pieces: list[_Piece]) -> list[_Piece]:
    """The pieces, with letters beside a mark as references wherever they would keep it from being one."""
    is_settled = False
    while not is_settled:
        is_settled = True
        for index, piece in enumerate(pieces):
            outside, inside = (index - 1, index + 1) if piece.opens else (index + 1, index - 1)
            if not (piece.opens or piece.closes) or not 0 <= outside < len(pieces):
                continue
            neighbour = pieces[outside]
            edge = pieces[inside].source[0 if piece.opens else -1]
            if _is_word(neighbour) and (piece.source == "_" or _may_be_punctuation(edge)):
                neighbour.source = f"&#{ord(neighbour.character)};"
                is_settled = False
    return pieces


def _is_word(piece: _Piece) -> bool:
    """Whether a mark beside it would stand within a word; what Markdown versions disagree on counts too."""
    if piece.source != piece.character or piece.character.isspace():
        return False
    return not (piece.character.isascii() and _may_be_punctuation(piece.character))


def _may_be_punctuation(character: str) -> bool:
    return category(character)[0] in "PS"


def table_row(cells: Iterable[str]) -> str:
    """Cells between pipes; pipes within them are escaped already."""
    return "| " + " | ".join(cells) + " |"
