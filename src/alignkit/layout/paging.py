"""Things of known height shared out over pages: as few as possible, then as good as possible, then evenly."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

PAGE_COST = 1_000_000.0
"""A page more is worse than any place to break."""

_ALIKE = 1e-6
"""Costs no further apart are the same: earlier pages are the fuller ones then."""

Shared = TypeVar("Shared")

Page = tuple[int, int]
"""First thing on a page, and the one after the last."""


def paged(
    heights: Sequence[float],
    capacity: float,
    *,
    gap: float = 0,
    penalty: Callable[[int, int], float] = lambda _start, _end: 0,
    most: Callable[[int, int], bool] = lambda _start, _end: True,
) -> list[Page]:
    """The pages for things of these heights, none of which is higher than a page.

    Args:
        heights: of each thing.
        capacity: height of a page.
        gap: space between two things.
        penalty: how bad a page from one thing up to another is, beyond the room it wastes.
        most: whether so many things may share a page at all; once it says no, more things never may.

    """
    count = len(heights)
    ends = [0.0, *accumulate(height + gap for height in heights)]
    best: list[tuple[float, int]] = [(0.0, 0)] + [(float("inf"), 0)] * count
    for end in range(1, count + 1):
        for start in range(end - 1, -1, -1):
            free = capacity - (ends[end] - ends[start] - gap)
            if start < end - 1 and (free < 0 or not most(start, end)):
                break
            waste = (max(free, 0.0) / capacity) ** 2 if capacity > 0 else 0.0
            cost = best[start][0] + PAGE_COST + penalty(start, end) + waste
            if cost < best[end][0] - _ALIKE:
                best[end] = (cost, start)
    pages: list[Page] = []
    end = count
    while end:
        start = best[end][1]
        pages.append((start, end))
        end = start
    return pages[::-1]


def fewest(
    sizes: Sequence[float], pages: Callable[[float], Shared], rank: Callable[[Shared], tuple[int, int]]
) -> Shared:
    """What `pages` makes at the largest of `sizes` at which it cuts the least and needs the fewest slides.

    Args:
        sizes: the ladder of sizes, the usual one first.
        pages: what is made at a size.
        rank: how many texts that cuts, and how many slides it needs.

    """
    usual = pages(sizes[0])
    if rank(usual) == (0, 1):
        return usual
    best = rank(pages(sizes[-1]))
    if rank(usual) <= best:
        return usual
    return next(made for made in map(pages, sizes[1:]) if rank(made) <= best)
