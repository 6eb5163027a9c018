"""A slide made small before it is read: paragraphs, cells and bodies of text found right before are left out.

In a batch most of them differ from others only in their words. When a slide turned out right,
those in it are remembered by their bytes without their words; where one comes again, a small element takes
its place. Nothing is replaced where the bytes hold anything unusual, and nothing that refers to another part.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .check_reduce import is_plain_xml
from .namespaces import DRAWING, RELATIONSHIP_IDS

if TYPE_CHECKING:
    from collections.abc import Callable

STANDS_FOR = "stands-for"
"""What is no attribute of PowerPoint's: the mark of an element that was found right before."""
_ROOT = re.compile(rb"<\w+:(?:sld|notes)\b[^<>]*>")
_NEEDED = (f'xmlns:a="{DRAWING}"'.encode(), f'xmlns:r="{RELATIONSHIP_IDS}"'.encode())
_UNUSUAL = (b"Fallback", STANDS_FOR.encode())
_WORDS = re.compile(rb"<a:t>[^<]+</a:t>")
_PARAGRAPH = re.compile(rb"<a:p>.*?</a:p>", re.DOTALL)
_CELL = re.compile(rb"<a:tc>.*?</a:tc>", re.DOTALL)
_BODY = re.compile(rb"<p:txBody>.*?</p:txBody>", re.DOTALL)
_INSIDE = re.compile(rb"<a:(?:p|tc)[ />]|<p:txBody|<(?!/?[ap]:)|hlink|\s(?!xml:)\w+:\w+=")
"""What is in no piece to be remembered: another piece, other languages, what refers to another part."""
_REBOUND = re.compile(rb"""\sxmlns(?:=|:[apr]=)""")
_MOST_PIECES = 8192
_MOST_HEADS = 16

_memories: dict[bytes, set[bytes]] = {}
"""Pieces found right, by the root's start, because the prefixes are declared there."""


@dataclass(frozen=True, slots=True)
class ReducedSlide:
    """The bytes of a slide with known pieces made small, and the pieces that are not known yet."""

    data: bytes
    """The smaller slide."""
    head: bytes = b""
    """Start of its root; empty if nothing was replaced and nothing is to be remembered."""
    unknown: tuple[bytes, ...] = ()
    """Pieces to be remembered if the slide is right."""


def reduce_slide(data: bytes) -> ReducedSlide:
    """The slide with its known paragraphs, cells and text bodies made small."""
    match = _ROOT.search(data)
    if match is None or not _is_usual(data, match[0]):
        return ReducedSlide(data)
    memory = _memories.get(match[0], frozenset[bytes]())
    unknown: list[bytes] = []

    def small(standing: bytes) -> Callable[[re.Match[bytes]], bytes]:
        def replaced(found: re.Match[bytes]) -> bytes:
            piece = found[0]
            if piece in memory:
                return standing
            unknown.append(piece)
            return piece

        return replaced

    body = _WORDS.sub(b"<a:t>x</a:t>", data)
    body = _CELL.sub(small(b'<a:tc %s=""/>' % STANDS_FOR.encode()), body)
    body = _PARAGRAPH.sub(small(b"<a:p/>"), body)
    body = _BODY.sub(small(b'<p:txBody %s=""/>' % STANDS_FOR.encode()), body)
    return ReducedSlide(body, match[0], tuple(unknown))


def remember(reduced: ReducedSlide) -> None:
    """Keep the pieces of a slide that was found right."""
    if not reduced.head:
        return
    if reduced.head not in _memories and len(_memories) >= _MOST_HEADS:
        _memories.clear()
    memory = _memories.setdefault(reduced.head, set())
    if len(memory) + len(reduced.unknown) > _MOST_PIECES:
        memory.clear()
    memory.update(filter(_is_whole, reduced.unknown))


def _is_whole(piece: bytes) -> bool:
    """Whether a piece is balanced by itself and refers to nothing; a cell or a body may hold paragraphs."""
    inside = piece[1:]
    if not piece.startswith(b"<a:p>"):
        inside = inside.replace(b"<a:p>", b"").replace(b"<a:p/>", b"")
    return _INSIDE.search(inside) is None


def _is_usual(data: bytes, head: bytes) -> bool:
    """Whether the bytes hold only what a writer puts there, so that a replacement cannot hide a fault."""
    return (
        all(needed in head for needed in _NEEDED)
        and len(_REBOUND.findall(data)) == len(_REBOUND.findall(head))
        and not any(mark in data for mark in _UNUSUAL)
        and is_plain_xml(data)
    )
