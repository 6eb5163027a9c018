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
        return _shared([0.0] * len(least), float(available), least)
    return _shared(least, float(available), [n - low for low, n in bounds])


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
    head_word, head = _widest(_words([content.header]), bold), text_width(content.header, bold)
    body = _widest(content.cells, measure.size_pt * BOLD)  # a total is bold
    body_word = body if content.unbroken else _widest(_words(content.cells), bold)
    natural = max(body, head if len(content.header) <= 16 else max(head_word, head / 2))
    least = max(head_word, body_word)
    natural = max(least, min(natural, available * _LARGEST_SHARE))
    return least + measure.padding, natural + measure.padding


def _words(texts: Sequence[str]) -> set[str]:
    return set(" ".join(texts).replace("-", "- ").replace("–", "– ").split())


def _widest(texts: Sequence[str] | set[str], size_pt: float) -> float:
    longest = nlargest(_CANDIDATES, texts, key=len)
    return max((text_width(text, size_pt) for text in longest), default=0.0)
