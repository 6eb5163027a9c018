"""Days on which people work: Monday to Friday; public holidays are nobody's business here."""

from __future__ import annotations

from datetime import date, timedelta

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def weekday(day: date) -> str:
    """The English name of its weekday."""
    return WEEKDAYS[day.weekday()]


def is_weekend(day: date) -> bool:
    """Whether it is a Saturday or a Sunday."""
    return day.weekday() >= 5


def working_days_between(start: date, end: date) -> int:
    """Working days after `start`, up to and including `end`; 0 when `end` is not later."""
    days = (end - start).days
    return sum(not is_weekend(start + timedelta(days=after)) for after in range(1, days + 1))
