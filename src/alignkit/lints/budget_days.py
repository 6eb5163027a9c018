"""BUD rules about days: money, roles and cuts of another year than the planned one."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING

from alignkit.source.wording import listed
from alignkit.values import CalendarQuarter

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.company import PeriodBlock, Periods

    from .subject import Subject

_MONTH = re.compile(r"([1-9]\d{3})-(0[1-9]|1[0-2])")
_YEAR = re.compile(r"[1-9]\d{3}")
_DAYS_A_MONTH = 32
"""From the first day of a month, they always lead into the next one."""


def phases_lie_in_the_year(subject: Subject) -> Iterator[Hit]:
    """Periods of the phasing that lie outside the planned year, each once (BUD-039)."""
    budget, periods = subject.context.budget, subject.context.periods
    told: set[str] = set()
    for index, phase in enumerate(budget.phasing if budget and periods else ()):
        span = _span_of(phase.period, periods) if periods and phase.period not in told else None
        told.add(phase.period)
        if periods and span and (outside := _outside(*span, periods.plan)):
            message = f"the phasing has money in `{phase.period}`, which {outside}"
            hint = "correct the year, or phase it in the year that is planned"
            yield Hit(message, f"budget.phasing[{index}].period", hint=hint)


def phases_do_not_overlap(subject: Subject) -> Iterator[Hit]:
    """Periods of the phasing within which others lie, each once (BUD-042)."""
    budget = subject.context.budget
    places = (
        {phase.period: index for index, phase in reversed(list(enumerate(budget.phasing)))} if budget else {}
    )
    spans = {name: span for name in reversed(places) if (span := _calendar_span(name))}
    for name, (start, end) in spans.items():
        inside = [
            each for each, (first, last) in spans.items() if each != name and start <= first and last <= end
        ]
        if inside:
            message = f"the phasing has money in `{name}` and in {listed(inside, last='and')} within it"
            hint = "phase all of it by months or all of it by quarters; now one stands in the other's total"
            yield Hit(message, f"budget.phasing[{places[name]}].period", hint=hint)


def roles_start_in_the_year(subject: Subject) -> Iterator[Hit]:
    """Roles that begin when the planned year is over, and so cost nothing in it (BUD-039)."""
    budget, periods = subject.context.budget, subject.context.periods
    for index, role in enumerate(budget.headcount if budget and periods else ()):
        if periods and role.start > periods.plan.end:
            message = f"the role `{role.role}` {_outside(role.start, role.start, periods.plan)}"
            hint = "correct the year, or leave it for the next plan: it costs nothing in this one"
            yield Hit(message, f"budget.headcount[{index}].start", hint=hint)


def cut_holds_in_the_year(subject: Subject) -> Iterator[Hit]:
    """An announced cut that holds from a day after the planned year (BUD-039)."""
    budget, periods = subject.context.budget, subject.context.periods
    cut = budget.announced_cut if budget else None
    if cut and periods and cut.on > periods.plan.end:
        message = f"the announced cut holds from {cut.on.isoformat()}, after `{periods.plan.id}` ends on"
        hint = "correct the year, or answer it when its year is planned"
        yield Hit(f"{message} {periods.plan.end.isoformat()}", "budget.announced_cut.on", hint=hint)


def _outside(start: date, end: date, plan: PeriodBlock) -> str:
    """How a span lies outside the planned year; empty when a day of it lies inside."""
    if end < plan.start:
        return f"ends on {end.isoformat()}, before `{plan.id}` starts on {plan.start.isoformat()}"
    if start > plan.end:
        return f"starts on {start.isoformat()}, after `{plan.id}` ends on {plan.end.isoformat()}"
    return ""


def _span_of(name: str, periods: Periods) -> tuple[date, date] | None:
    """First and last day of a month, a calendar quarter, a year or a period of the context."""
    if span := _calendar_span(name):
        return span
    named = [each for each in periods.all() if re.search(rf"(?<![\w-]){re.escape(each.id)}(?![\w-])", name)]
    return (named[0].start, named[0].end) if len(named) == 1 else None


def _calendar_span(name: str) -> tuple[date, date] | None:
    """First and last day of a month, a quarter or a year of the calendar."""
    if quarter := CalendarQuarter.read(name):
        return quarter.start, quarter.end
    if month := _MONTH.fullmatch(name):
        first = date(int(month[1]), int(month[2]), 1)
        return first, (first + timedelta(days=_DAYS_A_MONTH)).replace(day=1) - timedelta(days=1)
    if _YEAR.fullmatch(name):
        return date(int(name), 1, 1), date(int(name), 12, 31)
    return None
