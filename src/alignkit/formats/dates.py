"""Days as text (rule N13)."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_interval, format_skeleton

from .locales import find_locale

DATE_STYLES = frozenset({"", "short", "long", "spoken", "month", "day"})
"""Styles of a date."""


@lru_cache(maxsize=4096)
def date_text(tag: str, day: date, style: str, *, near: bool, same_year: bool) -> str:
    """The day in one of `DATE_STYLES`.

    Args:
        tag: locale of the conventions.
        day: which day.
        style: one of `DATE_STYLES`.
        near: whether the weekday is of use.
        same_year: whether the year goes without saying in the short style.

    """
    locale = find_locale(tag)
    weekday = "E" if near else ""
    match style:
        case "":
            return format_skeleton(f"yMMM{weekday}d", day, locale=locale)
        case "short":
            return format_skeleton(f"{'' if same_year else 'y'}MMM{weekday}d", day, locale=locale)
        case "long":
            return format_date(day, "full" if near else "long", locale=locale)
        case "spoken":
            return format_date(day, _spoken_pattern(tag) if near else "long", locale=locale)
        case "month":
            return format_skeleton("yMMMM", day, locale=locale)
        case "day":
            return (
                format_date(day, _day_pattern(tag), locale=locale)
                if same_year
                else format_date(day, "long", locale=locale)
            )
        case _:
            raise ValueError(f"unknown date style {style!r}; one of {', '.join(sorted(DATE_STYLES - {''}))}")


@lru_cache(maxsize=64)
def _spoken_pattern(tag: str) -> str:
    """The locale's pattern for weekday, day and month, with the names in full and without the year."""
    pattern = str(find_locale(tag).datetime_skeletons["MMMEd"].pattern)
    return re.sub(r"([ML])\1*", lambda match: match[1] * 4, re.sub("[Ec]+", "EEEE", pattern))


@lru_cache(maxsize=64)
def _day_pattern(tag: str) -> str:
    """The locale's pattern for day and month, with the name in full."""
    pattern = str(find_locale(tag).datetime_skeletons["MMMd"].pattern)
    return re.sub(r"([ML])\1*", "MMMM", pattern)


@lru_cache(maxsize=256)
def months_text(tag: str, first: date, last: date) -> str:
    """The months from one day to another: `Apr – Jun 2027`."""
    return str(format_interval(first, last, "yMMM", locale=find_locale(tag)))


_TICKS = {"week": "MMMd", "month": "MMM", "quarter": "QQQ", "year": "y"}


@lru_cache(maxsize=1024)
def tick_text(tag: str, day: date, step: str, *, with_year: bool) -> str:
    """The mark of a scale of dates that steps by `week`, `month`, `quarter` or `year`."""
    skeleton = f"y{_TICKS[step]}" if with_year and step != "year" else _TICKS[step]
    locale = find_locale(tag)
    if skeleton in locale.datetime_skeletons:
        return format_skeleton(skeleton, day, locale=locale)
    return format_date(day, skeleton, locale=locale)  # a quarter alone has a pattern and no skeleton
