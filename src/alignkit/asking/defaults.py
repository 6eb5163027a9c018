"""What a bare Enter writes."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from .numbering import USUAL_LOCALE
from .order import at

if TYPE_CHECKING:
    from alignkit.source import Data

    from .questions import Question
    from .session import State


_LOCALES = {"EUR": "de-DE", "GBP": "en-GB", "CHF": "de-CH", "CAD": "en-CA", "AUD": "en-AU"}
"""How numbers are most often written where a currency is used."""


def default_of(question: Question, state: State) -> Data:
    """What a bare Enter writes; None for nothing, as where it leaves out something nobody needs."""
    if question.wish:
        return None
    data, path = state.manuscript.source.data, question.about
    as_of = at(data, ("meta", "as_of"))
    today = as_of if isinstance(as_of, date) else state.day
    if path in ("meta.as_of", "sources[].as_of", "issues[].raised"):
        return today
    if path.startswith("periods."):
        return _of_a_year(question, data, today)
    if path == "meta.locale":
        return _LOCALES.get(str(at(data, ("company", "currency"))), USUAL_LOCALE)
    if path == "budget.downside.label":
        return "Bad year"
    if path == "issues[].severity":
        return "decide"
    return None


def _of_a_year(question: Question, data: Data, today: date) -> Data:
    """The calendar year of today, and the year after it."""
    first = at(data, ("periods", "current", "start"))
    year = (first.year if isinstance(first, date) else today.year) + (question.steps[1] == "plan")
    if question.steps[-1] == "id":
        return f"FY{year}"
    end = at(data, (*question.steps[:-1], "start"))
    if question.steps[-1] == "end" and isinstance(end, date):
        return _a_year_later(end) - timedelta(days=1)
    before = at(data, ("periods", "current", "end"))
    if question.steps[1] == "plan" and isinstance(before, date):
        return before + timedelta(days=1)
    return date(year, 1, 1) if question.steps[-1] == "start" else date(year, 12, 31)


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
