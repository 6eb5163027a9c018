"""Shares, differences of shares, multiples, ratios, months and days."""

from __future__ import annotations

import re
from decimal import Decimal

from babel.units import format_unit

from alignkit.values import Unit

from .digits import dressed, exponent_of, number_text
from .locales import find_locale, in_dative, word
from .rounding import rounded, shifted, whole

_DECIMALS = {Unit.SHARE: 1, Unit.POINTS: 1, Unit.TIMES: 2, Unit.RATIO: 2, Unit.MONTHS: 1, Unit.DAYS: 0}


def measure_text(tag: str, words: str, value: Decimal, unit: Unit, styles: frozenset[str]) -> str:
    """A share, a difference of shares, a multiple, a ratio, months or days."""
    amount, places = _amount(value, unit, styles)
    number = number_text(tag, amount, places)
    spoken = "spoken" in styles
    if "plain" in styles or unit is Unit.RATIO:
        return number
    if unit is Unit.SHARE:
        return _united(words, number, amount, "concentr-percent") if spoken else _percent(tag, number)
    if unit is Unit.POINTS:
        name = word(words, "percentage points" if spoken else "points")
        return in_dative(words, f"{number} {name}") if "dative" in styles else f"{number} {name}"
    if unit is Unit.TIMES:
        return _times(words, number) if spoken else f"{number}x"
    text = _united(words, number, amount, "duration-month" if unit is Unit.MONTHS else "duration-day")
    return in_dative(words, text) if "dative" in styles else text


def shown_measure(value: Decimal, unit: Unit, styles: frozenset[str]) -> Decimal:
    """The measure `measure_text` shows: what is left of `value` after rounding."""
    amount, _ = _amount(value, unit, styles)
    return shifted(amount, -2) if unit in (Unit.SHARE, Unit.POINTS) else amount


def _amount(value: Decimal, unit: Unit, styles: frozenset[str]) -> tuple[Decimal, int]:
    """The number that is written, rounded, and its decimals."""
    scaled = shifted(value, 2) if unit in (Unit.SHARE, Unit.POINTS) else value
    places = _places(scaled, unit, styles)
    return rounded(scaled, places), places


def _places(value: Decimal, unit: Unit, styles: frozenset[str]) -> int:
    """Decimals of a measure: those of its unit, none when it is whole; all that count when exact."""
    places = _DECIMALS[unit]
    if "exact" in styles:
        return min(max(0, -exponent_of(value)), 6)
    always = unit in (Unit.RATIO, Unit.POINTS) or "fixed" in styles
    return places if always or not whole(value) else 0


def _times(words: str, number: str) -> str:
    times = word(words, "times")
    return f"{number}{times}" if times.startswith("-") else f"{number} {times}"


def _percent(tag: str, number: str) -> str:
    return dressed(tag, number, find_locale(tag).percent_formats[None], "")


def _united(words: str, number: str, amount: Decimal, unit: str) -> str:
    """`17.4 months`: the unit in the language of the text, the number in the locale's digits."""
    for length in ("long", "short", "narrow"):
        text = format_unit(amount, unit, length=length, format="0.######", locale=find_locale(words))
        if unit not in text:
            return re.sub(r"\d+(?:\D\d+)?", lambda _: number, text, count=1)
    return f"{number} {unit.rpartition('-')[2]}"
