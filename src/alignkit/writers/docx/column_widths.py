"""Widths of columns that fit what the columns hold."""

from __future__ import annotations

from dataclasses import dataclass
from heapq import nlargest
from itertools import pairwise
from typing import TYPE_CHECKING

from .widths import BOLD, text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

_CANDIDATES = 4
"""The longest few texts are measured; a shorter one that is wider by its letters is close to them."""
_LARGEST_SHARE = 0.62
"""More than this part of the table no column asks for: beyond it text wraps."""
_HALVINGS = 14
"""Enough to find a width to the twip."""
_LONG_HEADING = 16
"""A heading of more characters may take two lines."""
_AIR = 1.3
"""How far a table may grow beyond what it holds before it stays narrower than the text."""
_NEARLY_FULL = 0.72
"""From this part of the width on a table takes all of it, so that edges align."""


@dataclass(frozen=True, slots=True)
class Content:
    """What a column holds, as plain text."""

    header: str
    """Its heading, bold."""
    cells: Sequence[str]
    """Its cells."""
    unbroken: bool = False
    """Whether its cells are figures, which never wrap."""
    gutter: int = 0
    """Room beyond the padding, in twips."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How text becomes width."""

    size_pt: float
    """Size of the text, wider fonts counted as larger."""
    padding: int
    """Both sides of a cell together, in twips."""


def column_widths(contents: Sequence[Content], available: int, measure: Measure) -> list[int]:
    """A width in twips for each column; together at most `available`."""
    bounds = [_bounds(content, available, measure) for content in contents]
    least, natural = [b[0] for b in bounds], [b[1] for b in bounds]
    if sum(natural) <= available:
        total = min(float(available), sum(natural) * _AIR)
        total = float(available) if total >= available * _NEARLY_FULL else total
        return _shared(natural, total, natural)
    if sum(least) >= available:
        return _shared(_lowered(least, available), float(available), least)
    return _shared(_filled(bounds, available), float(available), natural)


def _filled(bounds: list[tuple[float, float]], available: int) -> list[float]:
    """Widths in which short columns have all they ask for and long ones share the rest alike."""
    low, high = 0.0, float(available)
    for _ in range(_HALVINGS):
        level = (low + high) / 2
        widths = [max(least, min(natural, level)) for least, natural in bounds]
        low, high = (level, high) if sum(widths) <= available else (low, level)
    return [max(least, min(natural, low)) for least, natural in bounds]


def _lowered(least: list[float], available: int) -> list[float]:
    """`least` with the widest columns cut to one height, so that narrow ones keep their words whole."""
    left, remaining = float(available), len(least)
    for width in sorted(least):
        if width * remaining > left:
            break
        left, remaining = left - width, remaining - 1
    level = left / max(remaining, 1)
    return [min(width, level) for width in least]


def _shared(base: list[float], total: float, weights: list[float]) -> list[int]:
    """`base` plus what is left of `total`, shared by weight, in whole twips that add up."""
    left, weight = total - sum(base), sum(weights) or 1.0
    edges, position = [0], 0.0
    for start, part in zip(base, weights, strict=True):
        position += start + left * part / weight
        edges.append(round(position))
    return [max(end - start, 1) for start, end in pairwise(edges)]


def _bounds(content: Content, available: int, measure: Measure) -> tuple[float, float]:
    """The narrowest width without a broken word, and the width without a wrapped line."""
    bold = measure.size_pt * BOLD
    head_word = _widest(_words([content.header]), bold)
    body = _widest(content.cells, measure.size_pt * BOLD)  # a total is bold
    body_word = body if content.unbroken else _widest(_words(content.cells), bold)
    natural = max(body, _heading(content.header, bold))
    least = max(head_word, body_word)
    natural = max(least, min(natural, available * _LARGEST_SHARE))
    room = measure.padding + content.gutter
    return least + room, natural + room


def _heading(header: str, size_pt: float) -> float:
    """Width of a heading in one line, or of the better halves of a long one."""
    words = header.split(" ")
    if len(header) <= _LONG_HEADING or len(words) == 1:
        return text_width(header, size_pt)
    halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
    return min(max(text_width(half, size_pt) for half in pair) for pair in halves)


def _words(texts: Sequence[str]) -> set[str]:
    return set(" ".join(texts).replace("-", "- ").replace("–", "– ").split())


def _widest(texts: Sequence[str] | set[str], size_pt: float) -> float:
    longest = nlargest(_CANDIDATES, texts, key=len)
    return max((text_width(text, size_pt) for text in longest), default=0.0)
