"""Days as pages write them: each has to be a day of the context, with the weekday it really is."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_ENGLISH = "January February March April May June July August September October November December".split()  # noqa: SIM905 - a year reads best in a row
_GERMAN = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905 - likewise
_ENGLISH_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()  # noqa: SIM905 - likewise
_GERMAN_DAYS = "Montag Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag".split()  # noqa: SIM905 - likewise


def _beginnings(names: list[str], least: int) -> dict[str, int]:
    return {
        name[:length].lower(): number
        for number, name in enumerate(names)
        for length in range(least, len(name) + 1)
    }


_MONTHS = {**_beginnings(_GERMAN, 3), **_beginnings(_ENGLISH, 3)}
_DAYS = {**_beginnings(_GERMAN_DAYS, 2), **_beginnings(_ENGLISH_DAYS, 3)}
_MONTH = "(?P<month>" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_DAY = "(?:(?P<weekday>" + "|".join(sorted(_DAYS, key=len, reverse=True)) + r")\b\.?,? )?"
_FORMS = [
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_DAY}{_MONTH} (?P<day>\d{{1,2}})\b(?:, (?P<year>\d{{4}})\b)?",
        rf"{_DAY}\b(?P<day>\d{{1,2}})\.? {_MONTH}(?: (?P<year>\d{{4}})\b)?",
        r"\b(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)\b",
        rf"{_MONTH} (?P<year>\d{{4}})\b",
    )
]


class Written(NamedTuple):
    """A day on a page."""

    start: int
    end: int
    fault: str
    """What is wrong with it; empty for a day of the context."""


def written_days(text: str, known: Collection[date], as_of: date) -> Iterator[Written]:
    """The days in a text, each held against the days of the context.

    Args:
        text: what stands on the page.
        known: the days of the context.
        as_of: the day the context speaks for; a day without a year is of its year, or less than a month away.

    """
    taken: set[int] = set()
    for form in _FORMS:
        for match in form.finditer(text):
            if taken.isdisjoint(range(*match.span())):
                taken.update(range(*match.span()))
                yield Written(match.start(), match.end(), _fault(match, known, as_of))


def full_days(text: str) -> list[date]:
    """The days in a text that are written with their year, in order."""
    found: dict[int, date] = {}
    for form in _FORMS[:3]:
        for match in form.finditer(text):
            parts = match.groupdict()
            if parts.get("year") and match.start() not in found:
                month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()] + 1
                found[match.start()] = date(int(parts["year"]), month, int(parts["day"]))
    return [found[start] for start in sorted(found)]


def _fault(match: re.Match[str], known: Collection[date], as_of: date) -> str:
    parts = match.groupdict()
    month = int(parts["number"]) if parts.get("number") else _MONTHS[parts["month"].lower()] + 1
    fitting = [
        day
        for day in known
        if day.month == month
        and (not parts.get("day") or day.day == int(parts["day"]))
        and (day.year == int(parts["year"]) if parts.get("year") else _goes_without_year(day, as_of))
    ]
    if not fitting:
        return "a day of the context"
    weekday = parts.get("weekday")
    if weekday and all(day.weekday() != _DAYS[weekday.lower()] for day in fitting):
        return f"{_ENGLISH_DAYS[fitting[0].weekday()]}"
    return ""


def _goes_without_year(day: date, as_of: date) -> bool:
    return day.year == as_of.year or abs((day - as_of).days) <= 31
