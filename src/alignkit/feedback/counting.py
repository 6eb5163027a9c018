"""Words for the period of a cycle and for how many goals were met."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.draft import Joined
from alignkit.statements import Statement, worded
from alignkit.values import Figure, Unit

if TYPE_CHECKING:
    from alignkit.context.people import Cycle, Review
    from alignkit.formats import Formats
    from alignkit.statements import StatementBank

_HALVES = {(1, 1, 6, 30): "first_half", (7, 1, 12, 31): "second_half", (1, 1, 12, 31): "year"}
"""Periods with a name of their own, by first and last day."""


def goals_met(review: Review, path: str, bank: StatementBank | None, formats: Formats) -> Joined:
    """How many goals were met, such as `one of the two goals`; nothing without goals."""
    total, met = len(review.goals), sum(goal.met is True for goal in review.goals)
    if not total or bank is None:
        return Joined()
    is_partly = any(goal.met == "partly" for goal in review.goals)
    if total == 1:
        name = "only" if met else "part" if is_partly else "no"
    elif not met:
        name = f"{'neither' if total == 2 else 'none'}{'_in_full' if is_partly else ''}"
    elif met == total:
        name = "both" if total == 2 else "all"
    else:
        name = "some"
    counts = {"met": met, "total": total}
    slots = {
        key: Figure(f"{path}.goals.{key}", Decimal(number), Unit.COUNT, f"Goals {key}", noun="goal")
        for key, number in counts.items()
    }
    return worded(Statement(f"goals.{name}", slots, number=met), bank, formats)


def period_of(cycle: Cycle, bank: StatementBank | None, formats: Formats) -> Joined:
    """What the period is called, such as `the second half of 2026`; nothing without words for it."""
    if bank is None:
        return Joined()
    start, end = cycle.start, cycle.end
    name = _HALVES.get((start.month, start.day, end.month, end.day)) if start.year == end.year else None
    if cycle.kind == "probation":
        name = "probation"
    days = {"start": formats.date(start, "day"), "end": formats.date(end, "day")}
    slots = {"year": str(start.year), **days}
    return worded(Statement(f"period.{name or 'span'}", slots), bank, formats)
