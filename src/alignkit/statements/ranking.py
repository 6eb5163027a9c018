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
    """Something with the result at its two ends."""

    name: str
    """What people call it."""
    low: Figure | None
    """The result, or its change, at the low end."""
    high: Figure | None
    """The result, or its change, at the high end."""


def ranked(ranges: Sequence[Range], formats: Formats) -> Statement | None:
    """What has the widest range, several together where theirs are shown alike; None unless all exist."""
    widths = [_width(each) for each in ranges]
    known = [width for width in widths if width is not None]
    if not known or len(known) < len(widths) or not are_comparable(*known):
        return None
    widest = max(known, key=lambda width: width.amount)
    most = formats.shown(widest)
    if not most:
        return Statement("ranked.none")
    first = [each.name for each, width in zip(ranges, known, strict=True) if formats.shown(width) == most]
    if len(first) == len(ranges) > 1:
        return Statement("ranked.alike")
    return Statement("ranked.first", {"names": tuple(first)}, number=len(first))


def _width(each: Range) -> Figure | None:
    if each.low is None or each.high is None or not are_comparable(each.low, each.high):
        return None
    width = difference(each.high, each.low)
    return replace(width, value=abs(width.amount))
