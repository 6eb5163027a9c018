"""Figures as text, in the styles a template may ask for."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

from alignkit.values import Unit

from .digits import decimals_of, number_text
from .locales import MINUS
from .measures import measure_text, shown_measure
from .money import money_text, shown_money
from .rounding import Scale, rounded, shifted, whole

STYLES = frozenset(
    {
        "exact",
        "spoken",
        "plain",
        "thousand",
        "million",
        "signed",
        "absolute",
        "points",
        "parentheses",
        "fixed",
        "dative",
    }
)
"""Words a figure's style may be made of; several are separated by blanks, such as `signed plain`."""


@lru_cache(maxsize=16384)
def figure_text(tag: str, words: str, value: Decimal, unit: Unit, currency: str, style: str) -> str:
    """A number with its unit in the words of `style`."""
    styles = frozenset(style.split())
    if unknown := styles - STYLES:
        raise ValueError(f"unknown style {', '.join(sorted(unknown))!r}; one of {', '.join(sorted(STYLES))}")
    if "points" in styles and unit is Unit.SHARE:
        unit = Unit.POINTS
    text = _magnitude(tag, words, value.copy_abs(), unit, currency, styles)
    return _with_sign(text, value, unit, styles)


@lru_cache(maxsize=16384)
def shown_value(tag: str, words: str, value: Decimal, unit: Unit, currency: str, style: str) -> Decimal:
    """The number `figure_text` shows: what a reader of the text knows of `value`."""
    styles = frozenset(style.split())
    amount = _shown_magnitude(tag, words, value.copy_abs(), unit, currency, styles)
    return -amount if value < 0 and "absolute" not in styles and amount else amount


def _shown_magnitude(
    tag: str, words: str, value: Decimal, unit: Unit, currency: str, styles: frozenset[str]
) -> Decimal:
    if "thousand" in styles:
        return shifted(Scale(3, 0).of(value), 3)
    if "million" in styles:
        return shifted(Scale(6, 2).of(value), 6)
    if unit is Unit.MONEY:
        return shown_money(tag, words, value, currency, styles)
    if unit is Unit.COUNT:
        return rounded(value, 0 if whole(value) else decimals_of(value, 2))
    return shown_measure(value, unit, styles)


def _with_sign(text: str, value: Decimal, unit: Unit, styles: frozenset[str]) -> str:
    if "absolute" in styles or not re.search(r"[1-9]", text):
        return text
    if value < 0:
        return f"({text})" if "parentheses" in styles else f"{MINUS}{text}"
    return f"+{text}" if "signed" in styles or unit is Unit.POINTS else text


def _magnitude(
    tag: str, words: str, value: Decimal, unit: Unit, currency: str, styles: frozenset[str]
) -> str:
    if "thousand" in styles:
        return number_text(tag, Scale(3, 0).of(value), 0)
    if "million" in styles:
        return number_text(tag, Scale(6, 2).of(value), 2)
    if unit is Unit.MONEY:
        return money_text(tag, words, value, currency, styles)
    if unit is Unit.COUNT:
        return number_text(tag, value, 0 if whole(value) else None, most=2)
    return measure_text(tag, words, value, unit, styles)
