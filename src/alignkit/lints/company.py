"""GEN rules about the company: how it earns its money, and when its year begins."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from alignkit.context.company import MODELS
from alignkit.source.wording import listed, nearest, quoted

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.company import PeriodBlock

    from .subject import Subject

_YEAR = (timedelta(days=355), timedelta(days=375))
"""How long a period is that has the length of a year, of 52 or 53 weeks included."""
_WEEK = timedelta(days=7)
"""How far from the first of a month a year of weeks may begin."""


def model_is_known(subject: Subject) -> Iterator[Hit]:
    """A way to earn money no document has words for (GEN-026)."""
    model = subject.context.company.model
    if model in MODELS:
        return
    near = nearest(model, MODELS, 1)
    hint = f"write {quoted(near[0])}" if near else f"choose from {listed(MODELS)}, whichever comes nearest"
    message = (
        f"expected {listed(MODELS)} for `model`, found {quoted(model)}, which documents have no words for"
    )
    yield Hit(message, "company.model", hint=hint)


def fiscal_year_begins_with_its_periods(subject: Subject) -> Iterator[Hit]:
    """A fiscal year that is said to begin in another month than a period of a year does (GEN-028)."""
    company, periods = subject.context.company, subject.context.periods
    if periods is None or "fiscal_year_start" not in company.model_fields_set:
        return
    month = company.fiscal_year_start
    other = next((each for each in periods.all() if _is_a_year(each) and not _begins_in(month, each)), None)
    if other:
        message = f"`{other.id}` starts on {other.start.isoformat()}, and `fiscal_year_start` is {month}"
        hint = f"write `fiscal_year_start: {(other.start + _WEEK).month}`, or correct the period"
        yield Hit(message, "company.fiscal_year_start", hint=hint)


def plan_follows_the_current_period(subject: Subject) -> Iterator[Hit]:
    """A planned period that begins before the one that runs, or leaves days between them (GEN-029)."""
    periods = subject.context.periods
    if periods is None:
        return
    current, plan = periods.current, periods.plan
    message = f"`{plan.id}` starts on {plan.start.isoformat()}"
    if plan.start < current.start:
        message += f", before `{current.id}`, the period that runs, starts on {current.start.isoformat()}"
    elif plan.start > current.end + _WEEK:
        message += f", and `{current.id}` ends on {current.end.isoformat()}: the days between belong to none"
    else:
        return
    yield Hit(message, "periods.plan.start", hint="correct the year or the day", beside=("periods.current",))


def _is_a_year(period: PeriodBlock) -> bool:
    return _YEAR[0] <= period.end - period.start <= _YEAR[1]


def _begins_in(month: int, period: PeriodBlock) -> bool:
    """Whether a day within a week of the period's first is one of that month's first seven."""
    return any(
        day.month == month and day.day == 1
        for day in (period.start + timedelta(days=offset) for offset in range(-_WEEK.days, _WEEK.days + 1))
    )
