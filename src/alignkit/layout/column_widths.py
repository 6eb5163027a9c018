"""Widths of a table's columns: all a short column asks for, the rest shared by the long ones."""

from __future__ import annotations

from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_HALVINGS = 30
"""Enough to find a width to the EMU."""


def column_widths(least: Sequence[float], natural: Sequence[float], whole: int) -> tuple[int, ...]:
    """Widths that add up to `whole`.

    Args:
        least: of each column without a broken word or number.
        natural: of each column without a wrapped line.
        whole: width of the table.

    """
    if sum(natural) <= whole:
        spare = (whole - sum(natural)) / len(natural)
        wide = _scaled(natural, whole)
        return _whole([(width + spare + more) / 2 for width, more in zip(natural, wide, strict=True)], whole)
    if sum(least) >= whole:
        level = _level(lambda each: sum(min(width, each) for width in least), whole)
        return _whole([min(width, level) for width in least], whole)
    bounds = list(zip(least, natural, strict=True))
    level = _level(lambda each: sum(_between(*pair, each) for pair in bounds), whole)
    return _whole([_between(*pair, level) for pair in bounds], whole)


def _between(least: float, natural: float, level: float) -> float:
    return max(least, min(natural, level))


def _level(total: Callable[[float], float], whole: float) -> float:
    """The height at which wide columns are cut so that `total` just reaches `whole`."""
    low, high = 0.0, float(whole)
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if total(middle) <= whole else (low, middle)
    return low


def _scaled(widths: Sequence[float], whole: float) -> list[float]:
    total = sum(widths) or 1.0
    return [width * whole / total for width in widths]


def _whole(widths: Sequence[float], whole: int) -> tuple[int, ...]:
    """Widths as whole numbers that add up."""
    edges = [round(edge) for edge in accumulate(_scaled(widths, whole), initial=0.0)]
    return tuple(after - before for before, after in pairwise(edges))
