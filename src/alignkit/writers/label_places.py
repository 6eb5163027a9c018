"""Labels beside points that keep clear of each other: geometry alone, in any unit, y counted downwards."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_ROUNDS = 4
"""How often every label may look for a better place once all have one."""
_SHIFTS = (0.0, -0.5, 0.5, -1.0, 1.0, -1.6, 1.6)
"""How far a label at the side of its point may move up or down, in lines."""
_PREFERENCE = {"r": 0.0, "l": 0.2, "t": 0.3, "b": 0.4}
"""The right side first, where names are looked for."""


@dataclass(frozen=True, slots=True)
class Named:
    """A point and the size of its label."""

    x: float
    """Where the point lies."""
    y: float
    """Where the point lies."""
    width: float
    """Of its label."""
    height: float
    """Of its label."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a label stands."""

    side: str
    """`r`, `l`, `t` or `b` of its point."""
    down: float
    """How far it is moved down from the middle of that side."""
    left: float
    """Its left edge."""
    top: float
    """Its upper edge."""


_Area = tuple[float, float, float, float]


def places(points: Sequence[Named], frame: _Area, radius: float, line: float) -> tuple[Spot, ...]:
    """A place for each label where it covers as little as possible.

    Args:
        points: the points with their labels.
        frame: left, top, right and bottom of where labels may stand.
        radius: of the marks.
        line: height of a line of text.

    """
    marks = [(p.x - radius, p.y - radius, p.x + radius, p.y + radius) for p in points]
    chosen: list[Spot | None] = [None] * len(points)
    order = sorted(range(len(points)), key=lambda i: (-_crowd(points, i, line), i))
    for _ in range(_ROUNDS):
        before = list(chosen)
        for i in order:
            others = [
                _area(points[j], spot) for j, spot in enumerate(chosen) if spot is not None and j != i
            ] + [mark for j, mark in enumerate(marks) if j != i]
            candidates = _candidates(points[i], radius, line)
            chosen[i] = min(candidates, key=lambda c: _cost(points[i], c[0], c[1], others, frame, line))[0]
        if before == chosen:
            break
    return tuple(spot for spot in chosen if spot is not None)


def _crowd(points: Sequence[Named], index: int, line: float) -> int:
    one = points[index]
    return sum(abs(p.y - one.y) < 2 * line and abs(p.x - one.x) < one.width * 2 for p in points)


def _candidates(point: Named, radius: float, line: float) -> Iterator[tuple[Spot, float]]:
    """Places with how little each is liked, in lines."""
    gap = radius + line * 0.2
    middle = point.y - point.height / 2
    for shift in _SHIFTS:
        down = shift * line
        for side, left in (("r", point.x + gap), ("l", point.x - gap - point.width)):
            yield Spot(side, down, left, middle + down), _PREFERENCE[side] + abs(shift) * 0.6
    for side, top in (("t", point.y - gap - point.height), ("b", point.y + gap)):
        yield Spot(side, 0.0, point.x - point.width / 2, top), _PREFERENCE[side]


def _cost(
    point: Named, spot: Spot, dislike: float, others: Sequence[_Area], frame: _Area, line: float
) -> float:
    area = _area(point, spot)
    covered = sum(_common(area, other) for other in others)
    outside = point.width * point.height - _common(area, frame)
    return covered * 4 + outside * 40 + dislike * line * line * 0.2


def _area(point: Named, spot: Spot) -> _Area:
    return spot.left, spot.top, spot.left + point.width, spot.top + point.height


def _common(one: _Area, other: _Area) -> float:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across * down if across > 0 and down > 0 else 0.0
