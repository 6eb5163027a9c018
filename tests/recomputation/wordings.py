"""Whether a text on a page is a legitimate form of a number, in the conventions of a locale.

The text is read, not written: sign, digits and unit are taken apart and held against the exact value. Half is
rounded away from zero; how many decimals a unit has, and when idle zeros go, is decided here.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

MINUS = "\u2212"
WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - counting up reads best in a row
_GERMAN = "null eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf".split()  # noqa: SIM905 - likewise
_SYMBOLS = {"USD": "(?:US)?\\$", "EUR": "€", "GBP": "£", "CHF": "CHF", "SEK": "(?:SEK|kr)"}
_NAMES = {"USD": "(?:US )?[dD]ollars?|US-Dollar", "EUR": "[eE]uros?", "GBP": "(?:British )?pounds?"}
_POWERS = {
    "M": 6,
    "B": 9,
    "T": 12,
    "Mio.": 6,
    "Mrd.": 9,
    "million": 6,
    "billion": 9,
    "Millionen": 6,
    "Million": 6,
}
_DOWNWARD = re.compile(
    r"\b(less|fewer|under|below|short|lower|falls?|los(?:e|es|t|s)|costs?|over|beyond|above|outside|behind"
    r"|missed|missing|saves?|savings?|cuts?|drops?|down|decreases?|gives? up|breaks?|too|gap|variance|change|breach"
    r"|weniger|unter|sinkt|verliert|kostet|über)\b",
    re.IGNORECASE,
)
"""Words that say which way a number goes whose sign is left out."""


class Locale(NamedTuple):
    """How digits are grouped and where the currency stands."""

    group: str
    decimal: str
    currency: str


def locale_of(tag: str, currency: str) -> Locale:
    """The conventions of a locale: German ones for `de`, else English ones."""
    return Locale(".", ",", currency) if tag.lower().startswith("de") else Locale(",", ".", currency)


def plain(text: str) -> str:
    """The text with ordinary blanks."""
    return re.sub(r"[\s\u00a0\u202f\u2009]+", " ", text).strip()


def digits(locale: Locale) -> str:
    """The pattern of a grouped number."""
    group, decimal = re.escape(locale.group), re.escape(locale.decimal)
    return rf"\d{{1,3}}(?:{group}\d{{3}})*(?:{decimal}\d+)?(?!\d)"


def numbers_in(text: str, locale: Locale) -> Iterator[tuple[re.Match[str], bool]]:
    """The numbers of a text, and whether each is written as the locale does."""
    for match in re.finditer(r"\d(?:[\d.,]*\d)?", text):
        yield match, bool(re.fullmatch(digits(locale), match[0]))


def read_digits(text: str, locale: Locale) -> tuple[Fraction, int]:
    """The number and how many decimals it has."""
    whole, _, rest = text.replace(locale.group, "").partition(locale.decimal)
    return Fraction(int(whole + rest), 10 ** len(rest)), len(rest)


def rounded(value: Fraction, places: int) -> Fraction:
    """Half away from zero."""
    scaled = abs(value) * 10**places
    whole = int(scaled + Fraction(1, 2))
    return Fraction(whole if value >= 0 else -whole, 10**places)


def fault(
    text: str, value: Fraction | None, unit: str, locale: Locale, around: str = "", heads: str = ""
) -> str:
    """Why the text is no form of the value; empty if it is one.

    Args:
        text: what stands on the page.
        value: the exact number, or None if there is none.
        unit: what it counts.
        locale: conventions of the page.
        around: the sentence or cell it stands in, for numbers whose sign a word says.
        heads: the headings of its row and column, for numbers whose unit they say.

    """
    text = plain(text)
    if value is None or text == "n/a":
        return "" if value is None and text == "n/a" else "not available" if value is None else "the number"
    if text.lower() in (*WORDS, *_GERMAN):
        counts = (WORDS if text.lower() in WORDS else _GERMAN).index(text.lower())
        return "" if unit == "count" and counts == value else "another count"
    sign, core = _sign(text)
    if sign and (value > 0) - (value < 0) != (1 if sign == "+" else -1):
        return "another sign"
    if value < 0 and not sign and not _DOWNWARD.search(f"{around} {heads}"):
        return "its sign, or a word that says it is below zero"
    return _fault_of_size(core, abs(value), unit, locale, plain(heads))


def _sign(text: str) -> tuple[str, str]:
    if text.startswith("(") and text.endswith(")"):
        return MINUS, text[1:-1]
    return (text[0], text[1:].lstrip()) if text[:1] in (MINUS, "+") else ("", text)


def _fault_of_size(core: str, value: Fraction, unit: str, locale: Locale, heads: str) -> str:
    match = re.search(digits(locale), core)
    if not match:
        return "a number"
    before, after = core[: match.start()], core[match.end() :].strip()
    number, places = read_digits(match[0], locale)
    if unit == "money":
        return _fault_of_money(before, number, places, after, value, locale, heads)
    if before:
        return f"no `{before}` before it"
    return _fault_of_measure(number, places, after, value, unit, heads)


def _fault_of_money(
    before: str, number: Fraction, places: int, after: str, value: Fraction, locale: Locale, heads: str
) -> str:
    symbol, names = (
        _SYMBOLS.get(locale.currency, locale.currency),
        _NAMES.get(locale.currency, locale.currency),
    )
    power, rest = _power(after)
    bare = not before.strip() and not rest
    if not bare and not _is_currency(before.strip(), rest, symbol, names, locale):
        return f"money in {locale.currency}, the sign where the locale has it"
    if bare and not power:
        power = (
            6 if re.search(r"\bmillion|Mio\.", heads) else 3 if re.search(r"\bthousand|Tsd\.", heads) else 0
        )
        if not power and not re.search(rf"{locale.currency}|{symbol}", heads):
            return f"a currency beside it or over it ({locale.currency})"
        return _unequal(number, places, value / 10**power, (0, 1, 2))
    if power:
        shown = value / 10**power
        significant = len(str(int(number))) + places
        return _unequal(
            number, places, shown, (0, 1, 2) if rounded(shown, 2) == shown or significant >= 3 else (2,), 2
        )
    return _unequal(number, places, value, (0, 2) if value.denominator == 1 or value >= 100 else (2,))


def _is_currency(before: str, rest: str, symbol: str, names: str, locale: Locale) -> bool:
    """Whether the currency stands where it belongs: before an English number, behind a German one."""
    if not before:
        return bool(re.fullmatch(names, rest) or (locale.group == "." and re.fullmatch(symbol, rest)))
    return not rest and bool(re.fullmatch(symbol, before)) and locale.group == ","


def _power(after: str) -> tuple[int, str]:
    first, _, rest = after.partition(" ")
    return (_POWERS[first], rest) if first in _POWERS else (0, after)


def _fault_of_measure(
    number: Fraction, places: int, after: str, value: Fraction, unit: str, heads: str
) -> str:
    shown, suffix, decimals = value, "", 1
    match unit:
        case "share":
            shown, suffix = value * 100, "%|per ?cent|Prozent"
        case "points":
            shown, suffix = value * 100, "pts|pp|PP|percentage points?|points?|Prozentpunkte?"
        case "times":
            suffix, decimals = "x|times|-mal", 2
        case "ratio":
            decimals = 2
        case "months":
            suffix = "months?|Monate?n?"
        case "days":
            suffix, decimals = "days?|Tage?n?", 0
        case _:
            suffix, decimals = r"[^\W\d]+(?:[ -][^\W\d]+){0,2}", 0 if value.denominator == 1 else 2
    if suffix and after and not re.fullmatch(suffix, after):
        return f"the unit {unit}"
    if (
        suffix
        and not after
        and unit not in ("count", "ratio")
        and not re.search(rf"(?i){_HEADS[unit]}", heads)
    ):
        return f"the unit {unit} beside it or over it"
    if not suffix and after:
        return "no unit"
    exact = shown.denominator == 1 or rounded(shown, places) == shown
    return _unequal(number, places, shown, range(7) if exact else (decimals,))


_HEADS = {
    "share": "%|share|per ?cent",
    "points": "pts|points",
    "times": r"ltv:cac|times|\bx\b|ratio",
    "months": "month|monat",
    "days": "days?|tage?",
}
"""What a heading says of numbers that stand there without their unit."""


def _unequal(
    number: Fraction,
    places: int,
    value: Fraction,
    allowed: range | tuple[int, ...],
    decided: int | None = None,
) -> str:
    if places not in allowed:
        return f"{' or '.join(map(str, allowed))} decimals"
    at = places if decided is None else decided
    return "" if number == rounded(value, at) else "another number"


def written(value: Fraction | None, unit: str, locale: Locale) -> str:
    """The value as a message about a difference shows it."""
    if value is None:
        return "n/a"
    scaled = value * 100 if unit in ("share", "points") else value
    text = f"{float(rounded(scaled, 4)):,.4f}".rstrip("0").rstrip(".")
    if locale.group == ".":
        text = text.translate(str.maketrans(",.", ".,"))
    suffix = {"share": "%", "points": " pts", "times": "x", "months": " months", "days": " days"}.get(
        unit, ""
    )
    return f"{f'{locale.currency} ' if unit == 'money' else ''}{text}{suffix}"
