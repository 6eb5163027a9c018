"""Amounts of money: in full, in the short form of running text, and as they are spoken."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from babel.numbers import get_currency_name, get_currency_precision, get_territory_currencies

from .digits import decimals_of, dressed, exponent_of, number_text
from .locales import find_locale, has_words
from .rounding import rounded, shifted, whole

if TYPE_CHECKING:
    from babel.numbers import NumberPattern

_MILLION = 1_000_000


def money_text(tag: str, words: str, value: Decimal, currency: str, styles: frozenset[str]) -> str:
    """An amount that is not negative: `$480,000`, and `$2.88M` from a million on."""
    long = bool(styles & {"exact", "plain"})
    if not long and rounded(value, 0) >= _MILLION:
        return (
            _spoken_millions(tag, words, value, currency)
            if "spoken" in styles
            else _millions(tag, value, currency)
        )
    places = _money_places(value, currency, "exact" in styles)
    number = number_text(tag, value, places)
    if "plain" in styles:
        return number
    if "spoken" in styles:
        return f"{number} {_currency_name(words, value, currency)}"
    return dressed(tag, number, find_locale(tag).currency_formats["standard"], currency)


def shown_money(tag: str, words: str, value: Decimal, currency: str, styles: frozenset[str]) -> Decimal:
    """The amount `money_text` shows: what is left of `value` after rounding."""
    if styles & {"exact", "plain"} or rounded(value, 0) < _MILLION:
        places = _money_places(value, currency, "exact" in styles)
        return rounded(value, decimals_of(value) if places is None else places)
    patterns = find_locale(tag).compact_decimal_formats.get("short", {})
    if "spoken" in styles:
        patterns = find_locale(words).compact_decimal_formats["long"] if has_words(words) else {}
    found = _step(value, patterns.get("other", {}))
    exponent = found[1] if found else 0
    amount = shifted(value, -exponent)
    return shifted(_significant(amount)[0] if found else rounded(amount, 0), exponent)


def _money_places(value: Decimal, currency: str, exact: bool) -> int:
    """None for whole money and from a hundred on, else the currency's own, so that cents never vanish."""
    return 0 if whole(value) or (value >= 100 and not exact) else get_currency_precision(currency)


def _millions(tag: str, value: Decimal, currency: str) -> str:
    """`$2.88M`, the sign where an amount in full has it; all digits in a language without a short form."""
    found = _compact(tag, value, find_locale(tag).compact_decimal_formats.get("short", {}))
    number = dressed(tag, *found, "") if found else number_text(tag, value, 0)
    return dressed(tag, number, find_locale(tag).currency_formats["standard"], currency)


def _spoken_millions(tag: str, words: str, value: Decimal, currency: str) -> str:
    """`2.88 million dollars`; all digits where the language would need a preposition in between."""
    name = _currency_name(words, value, currency)
    patterns = find_locale(words).compact_decimal_formats
    found = _compact(tag, value, patterns["long"]) if has_words(words) else None
    if found is None:
        return f"{number_text(tag, value, 0)} {name}"
    number, pattern = found
    return f"{dressed(tag, number, pattern, '')} {name}"


def _compact(
    tag: str, value: Decimal, patterns: dict[str, dict[str, NumberPattern]]
) -> tuple[str, NumberPattern] | None:
    """The number counted in the language's own steps with the pattern around it; None where it has none."""
    found = _step(value, patterns.get("other", {}))
    if found is None:
        return None
    step, exponent = found
    amount, places = _significant(shifted(value, -exponent))
    form = find_locale(tag).plural_form(amount)
    return number_text(tag, amount, places), patterns.get(form, {}).get(step, patterns["other"][step])


def _step(value: Decimal, other: dict[str, NumberPattern]) -> tuple[str, int] | None:
    """The language's own step an amount is counted in, with its power of ten."""
    for step in sorted(other, key=int, reverse=True):
        zeros = other[step].pattern.count("0")
        exponent = len(step) - zeros
        if exponent and _significant(shifted(value, -exponent))[0] >= 10 ** (zeros - 1):
            return step, exponent
    return None


def _significant(value: Decimal) -> tuple[Decimal, int]:
    """Two decimals without idle zeros; an inexact number keeps at least three significant digits."""
    amount = rounded(value, 2)
    least = 0 if amount == value else max(0, 3 - len(str(int(amount))))
    places = max(least, -exponent_of(amount), 0)
    return amount, places


def unit_of_money(words: str, currency: str) -> str:
    """One unit of a currency as a language calls it among its own: `euro`, `franc`, `dollar`."""
    return get_currency_name(currency, count=1, locale=find_locale(words)).rsplit(" ", 1)[-1]


def _currency_name(words: str, value: Decimal, currency: str) -> str:
    """`dollars` where they are the reader's own, else `US dollars`."""
    locale = find_locale(words)
    name = get_currency_name(currency, count=1 if value == 1 else 2, locale=locale)
    own = locale.territory is not None and currency in get_territory_currencies(locale.territory)
    return name.rsplit(" ", 1)[-1] if own and locale.language == "en" else name
