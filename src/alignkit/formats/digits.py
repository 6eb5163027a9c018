"""Numbers and the signs around them, before anything is known of what they count."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from babel.numbers import get_currency_symbol, get_decimal_symbol, get_group_symbol

from .locales import MINUS, find_locale
from .rounding import rounded

if TYPE_CHECKING:
    from babel.numbers import NumberPattern


@lru_cache(maxsize=16384)
def number_text(tag: str, value: Decimal, places: int | None, most: int | None = None) -> str:
    """A grouped number.

    Args:
        tag: locale of the conventions.
        value: the number.
        places: decimals; None for as many as its size deserves.
        most: how many that are at most; None for two from a thousand on, else four.

    """
    places = decimals_of(value, most) if places is None else places
    amount = rounded(value, places)
    text = f"{amount.copy_abs():,.{places}f}".translate(_symbols(tag))
    return f"{MINUS}{text}" if amount < 0 else text


def decimals_of(value: Decimal, most: int | None = None) -> int:
    """As many decimals as the size of a number deserves, `most` at most."""
    limit = most if most is not None else (2 if abs(value) >= 1000 else 4)
    return min(limit, max(0, -exponent_of(rounded(value, limit))))


@lru_cache(maxsize=64)
def _symbols(tag: str) -> dict[int, str]:
    """What a locale puts where Python's own format has a comma and a point; digits are grouped in threes."""
    locale = find_locale(tag)
    return {ord(","): get_group_symbol(locale), ord("."): get_decimal_symbol(locale)}


def grouping_mark(tag: str) -> str:
    """What parts thousands in a locale: a comma, a dot, a narrow blank."""
    return get_group_symbol(find_locale(tag))


def exponent_of(value: Decimal) -> int:
    """The exponent of the last digit that is not zero."""
    exponent = value.normalize().as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def dressed(tag: str, number: str, pattern: NumberPattern, currency: str) -> str:
    """`number` with the signs a pattern puts around it; a blank keeps letters off digits (`CHF 5`)."""
    symbol = get_currency_symbol(currency, find_locale(tag)) if currency else ""
    before = _literal(pattern.prefix[0]).replace("\u00a4", symbol)
    after = _literal(pattern.suffix[0]).replace("\u00a4", symbol)
    blank = "\u00a0" if before[-1:].isalpha() else ""
    return f"{before}{blank}{number}{after}"


def _literal(affix: str) -> str:
    """A pattern's affix without the quotes that protect its characters."""
    return re.sub(r"'([^']*)'", lambda match: match[1] or "'", affix)
