"""What matters most: whatever moves the result furthest between its ends."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .derived import are_comparable, difference
from .statement import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.formats import Formats
    from alignkit.values import Figure


@dataclass(frozen=True, slots=True)
class Range:
    """How far something moves the result."""

    name: str
    """What people call it."""
    width: Figure | None
    """How far; its sign says nothing."""


def width_of(low: Figure | None, high: Figure | None) -> Figure | None:
    """How far the result at the high end of something is from that at its low end; None unless both exist."""
    if low is None or high is None or not are_comparable(low, high):
        return None
    return difference(high, low)


def ranked(ranges: Sequence[Range], formats: Formats) -> Statement | None:
    """What has the widest range, several together where theirs are shown alike; None unless all exist."""
    widths = [each.width for each in ranges]
    known = [width for width in widths if width is not None and not width.is_na]
    if not known or len(known) < len(widths) or not are_comparable(*known):
        return None
    shown = [formats.shown(replace(width, value=abs(width.amount))) for width in known]
    most = max(shown)
    if not most:
        return Statement("ranked.none")
    first = [each.name for each, width in zip(ranges, shown, strict=True) if width == most]
    if len(first) == len(ranges) > 1:
        return Statement("ranked.alike")
    return Statement("ranked.first", {"names": tuple(first)}, number=len(first))
