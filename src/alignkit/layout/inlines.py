"""Inlines cut in two, joined, shortened."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text
from alignkit.showing import plain

if TYPE_CHECKING:
    from collections.abc import Callable

ELLIPSIS = "…"
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)]*[ \n]+|[。！？]")
_WORD_END = re.compile(r"[ \n]+")


def length(inlines: tuple[Inline, ...]) -> int:
    """The number of characters, a break counted as one."""
    return len(plain(inlines))


def has_text(inlines: tuple[Inline, ...]) -> bool:
    """Whether a reader sees anything."""
    return bool(plain(inlines).strip())


def cut(inlines: tuple[Inline, ...], at: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """The inlines before and from the character `at` on; marks around the cut hold on both sides."""
    before: list[Inline] = []
    for index, inline in enumerate(inlines):
        size = length((inline,))
        if size > at:
            left, right = _cut_one(inline, at)
            return (*before, *left), (*right, *inlines[index + 1 :])
        before.append(inline)
        at -= size
    return tuple(before), ()


def _cut_one(inline: Inline, at: int) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    if at == 0:
        return (), (inline,)
    match inline:
        case Text(text=text):
            return (Text(text[:at]),), (Text(text[at:]),)
        case Shown(text=text, key=key, stale=stale):
            return (Shown(text[:at], key, stale),), (Text(text[at:]),)
        case Strong(children=children):
            left, right = cut(children, at)
            return (Strong(left),), (Strong(right),)
        case Emphasis(children=children):
            left, right = cut(children, at)
            return (Emphasis(left),), (Emphasis(right),)
        case Link(target=target, children=children):
            left, right = cut(children, at)
            return (Link(target, left),), (Link(target, right),)
        case Break():
            return (inline,), ()


def first_part(
    inlines: tuple[Inline, ...], fits: Callable[[tuple[Inline, ...]], bool]
) -> tuple[tuple[Inline, ...], tuple[Inline, ...]]:
    """As much of a text as `fits`, up to the end of a sentence where one is near, and the rest.

    At least one character is taken, so that cutting comes to an end.
    """
    text = plain(inlines)
    most = _most(len(text), lambda at: fits(cut(inlines, at)[0]))
    if most == len(text):
        return inlines, ()
    at = _end_before(_SENTENCE_END, text, most, most // 2) or _end_before(_WORD_END, text, most, 0) or most
    return cut(inlines, max(at, 1))


def shortened(inlines: tuple[Inline, ...], fits: Callable[[tuple[Inline, ...]], bool]) -> tuple[Inline, ...]:
    """A text that `fits`, with an ellipsis where something was left out."""
    if fits(inlines):
        return inlines
    text = plain(inlines)
    most = _most(len(text), lambda at: fits((*cut(inlines, at)[0], Text(ELLIPSIS))))
    at = _end_before(_WORD_END, text, most, most // 2) or most
    kept = cut(inlines, len(text[:at].rstrip(" ,;:\n")))[0]
    return (*kept, Text(ELLIPSIS))


def _most(length: int, fits: Callable[[int], bool]) -> int:
    """The largest number up to `length` that fits, or 0."""
    low, high = 0, length
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def _end_before(pattern: re.Pattern[str], text: str, most: int, least: int) -> int:
    """Where the last match that ends by `most` ends, or 0 when it ends before `least`."""
    ends = [match.end() for match in pattern.finditer(text, 0, most + 1) if match.end() <= most]
    return ends[-1] if ends and ends[-1] > least else 0
