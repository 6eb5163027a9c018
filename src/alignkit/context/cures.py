"""What somebody meant who wrote a number, a date or a choice in another way than the file wants it."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING

from alignkit.values import Unit

if TYPE_CHECKING:
    from alignkit.source import Data

_SCALES = {
    "": 0, "k": 3, "tsd": 3, "thousand": 3, "m": 6, "mn": 6, "mio": 6, "million": 6,
    "b": 9, "bn": 9, "mrd": 9, "billion": 9,
}  # fmt: skip
_AMOUNT = re.compile(
    r"(?P<sign>[-+\u2212]?)\s*(?:[A-Z]{3}\s*|[A-Z]{0,2}[$€£¥]\s*)?"
    r"(?P<digits>[0-9][0-9.,'_ \u00a0\u2009\u202f]*|\.[0-9]+)"
    rf"\s*(?P<scale>(?i:{'|'.join(sorted(_SCALES, key=len, reverse=True))}))\.?"
    r"\s*(?P<share>%?)\s*(?:[A-Z]{3}|[$€£¥])?\Z"
)
_BLANKS = " \u00a0\u2009\u202f"
_THREE_DIGITS = re.compile(r"(?P<whole>[1-9][0-9]{0,2})(?P<mark>[.,])(?P<rest>[0-9]{3})")
"""Digits that are thousands to some writers and decimals to others."""
_GROUPED = re.compile(r"[0-9]{1,3}(?:(?P<mark>[.,])[0-9]{2,3})(?:(?P=mark)[0-9]{2,3})*(?<=[0-9]{3})")
_CURRENCY = re.compile(r"(?<![A-Za-z])([A-Z]{3}|(?:AU?|CA?|HK|NZ|US)?\$|[€£¥])(?![A-Za-z])")
_SIGNS = {
    "€": ("EUR",), "£": ("GBP", "EGP"), "¥": ("JPY", "CNY"),
    "A$": ("AUD",), "AU$": ("AUD",), "C$": ("CAD",), "CA$": ("CAD",), "HK$": ("HKD",), "NZ$": ("NZD",),
    "US$": ("USD",),
    "$": ("USD", "CAD", "AUD", "NZD", "SGD", "HKD", "MXN", "ARS", "CLP", "COP", "TWD"),
}  # fmt: skip
_CURRENCIES = {
    "EUR": ("€", "euro", "euros"), "GBP": ("£", "pound", "pounds", "sterling", "pounds sterling"),
    "USD": ("us$", "us dollar", "us dollars"), "CHF": ("sfr", "swiss franc", "swiss francs"),
    "JPY": ("yen",), "CNY": ("yuan", "renminbi"),
}  # fmt: skip
"""The signs and the words by which one currency is known."""
_AMBIGUOUS = {"$": "$", "dollar": "$", "dollars": "$", "¥": "¥"}
"""The signs and the words that several currencies share."""
_OF_A_HUNDRED = frozenset({None, Unit.SHARE, Unit.POINTS})
"""What per cent can be said of; None is a number whose unit nobody has told."""
_EXPONENT = re.compile(r"-?[0-9]+(?:\.[0-9]+)?[eE][+-]?[0-9]{1,2}\Z")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_YES, _NO = {"yes", "y", "on", "true", "1"}, {"no", "n", "off", "false", "0"}


def number_meant(text: str, unit: Unit | None = None) -> str:
    """The number as it should be written, or an empty text when it cannot be told."""
    text = text.strip()[:40]
    if _EXPONENT.match(text):
        return f"{Decimal(text):f}"
    match = _AMOUNT.match(text)
    return _said(match, unit, match["digits"]) if match else ""


def numbers_meant(text: str, unit: Unit | None = None, *, grouping: str = "") -> tuple[str, ...]:
    """The numbers `text` can mean; two when its only separator may part thousands or decimals.

    Args:
        text: what was written.
        unit: what is counted; None when that is not known.
        grouping: the mark that parts thousands where the writer lives; empty when that is not known.

    """
    match = _AMOUNT.match(text.strip()[:40])
    parted = _THREE_DIGITS.fullmatch(match["digits"].strip(_BLANKS)) if match else None
    if match is None or parted is None:
        return tuple(filter(None, (number_meant(text, unit),)))
    of_thousands, of_one = (
        _said(match, unit, f"{parted['whole']}{mark}{parted['rest']}") for mark in ("", ".")
    )
    is_large = unit in {None, Unit.MONEY, Unit.COUNT} and not match["scale"] and not match["share"]
    if is_large == (parted["mark"] == grouping):
        return tuple(filter(None, (of_thousands if is_large else of_one,)))
    return tuple(filter(None, (of_thousands, of_one)))


def _said(match: re.Match[str], unit: Unit | None, digits: str) -> str:
    """The number of an amount with `digits`; an empty text when it is none."""
    number = _digits(digits.strip(_BLANKS))
    if number is None:
        return ""
    if match["share"] and unit not in _OF_A_HUNDRED:
        return ""
    number = number.scaleb(_SCALES[match["scale"].lower()] - (2 if match["share"] else 0))
    sign = "-" if match["sign"] in {"-", "\u2212"} and number else ""
    return sign + plain_number(number)


def currencies_meant(text: str) -> tuple[str, ...]:
    """The currencies an amount can be in by its sign or its code; none when it names none."""
    match = _CURRENCY.search(text[:40])
    return _SIGNS.get(match[1], (match[1],)) if match else ()


def currencies_named(text: str) -> tuple[str, ...]:
    """The codes somebody means who names a currency by code, sign or word, the likeliest first."""
    word = text.strip().casefold()
    if re.fullmatch(r"[a-z]{3}", word) and word != "yen":
        return (word.upper(),)
    if word in _AMBIGUOUS:
        return _SIGNS[_AMBIGUOUS[word]]
    return tuple(code for code, names in _CURRENCIES.items() if word in names)


def _digits(text: str) -> Decimal | None:
    """The number in `text`, its separators read as thousands where they stand before three digits."""
    bare = re.sub(r"(?<=[0-9])['_ \u00a0\u2009\u202f](?=[0-9]{3}(?:[^0-9]|\Z))", "", text)
    marks = [mark for mark in bare if mark in ".,"]
    if len(set(marks)) == 2:
        bare = bare.replace(marks[0], "").replace(marks[-1], ".")
    elif len(marks) > 1 and not _GROUPED.fullmatch(bare):
        return None
    elif len(marks) > 1 or re.fullmatch(r"[1-9][0-9]{0,2},[0-9]{3}", bare):
        bare = bare.replace(marks[0], "")
    else:
        bare = bare.replace(",", ".")
    try:
        return Decimal(bare)
    except InvalidOperation:
        return None


def plain_number(number: Decimal) -> str:
    """Digits without exponent and without zeros that say nothing."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def share_meant(number: Decimal | int) -> str:
    """The fraction somebody meant who wrote per cent; empty when the number is no per cent either."""
    return plain_number(Decimal(number).scaleb(-2)) if abs(Decimal(number)) <= 150 else ""


def date_meant(text: str) -> tuple[str, ...]:
    """The days `text` can mean as they should be written; two when day and month can be swapped."""
    words = re.findall(r"[0-9]+|[A-Za-z]+", text[:40])
    month = next((_MONTHS.index(word[:3].lower()) + 1 for word in words if word[:3].lower() in _MONTHS), None)
    numbers = [int(word) for word in words if word.isdigit() and len(word) <= 4]
    if month is not None and len(numbers) == 2:
        pairs = [(numbers[1], numbers[0]), (numbers[0], numbers[1])]
        orders = [(year, month, day) for year, day in pairs if year > 31]
    elif len(numbers) != 3 or month is not None:
        return ()
    elif numbers[0] > 31:
        orders = [(numbers[0], numbers[1], numbers[2])]
    else:
        orders = [(numbers[2], numbers[1], numbers[0]), (numbers[2], numbers[0], numbers[1])]
    return tuple(dict.fromkeys(day for order in orders if (day := _iso(*order))))


def _iso(year: int, month: int, day: int) -> str:
    try:
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return ""


def truth_meant(value: Data) -> str:
    """`true` or `false` when another word or number was written for it, else an empty text."""
    word = str(value).strip().lower()
    return "true" if word in _YES else "false" if word in _NO else ""


def text_meant(value: Data) -> str:
    """A value that should be a text, in the quotes that make it one."""
    written = str(value).lower() if isinstance(value, bool) else str(value)
    return f'"{written}"'


def id_meant(text: str) -> str:
    """An id near to `text`, empty when nothing usable is left of it; two years keep a hyphen between them."""
    spanned = re.sub(r"(?<=[0-9])[/\u2013](?=[0-9])", "-", text.strip())
    return re.sub(r"[^A-Za-z0-9_-]+", "_", spanned).strip("_").lstrip("0123456789-_")[:32].rstrip("_")
