"""What somebody typed as a value of the kind that is wanted, or why it is none."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from alignkit.context.cures import (
    currencies_meant,
    currencies_named,
    date_meant,
    numbers_meant,
    truth_meant,
)
from alignkit.context.invalid import currency_cure
from alignkit.source.characters import clean
from alignkit.source.scalars import resolve
from alignkit.source.wording import listed, nearest, quoted
from alignkit.values import Unit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.context.shape import Shape
    from alignkit.source import Data

_NEVER_NEGATIVE = frozenset({Unit.MONEY, Unit.COUNT, Unit.DAYS, Unit.MONTHS, Unit.TIMES})
_MAY_BE_NEGATIVE = frozenset({"net_new_arr", "price_effect", "cost"})
"""Keys of amounts that may fall below nothing: a loss, a lower price, an option that saves."""
_UNIT_WORDS = {
    Unit.MONTHS: "months?|mths?|mos?", Unit.DAYS: "days?|d", Unit.TIMES: "x|times",
    Unit.SHARE: "per ?cent|pct",
}  # fmt: skip
"""How people write the unit they were asked for."""
_EXAMPLES = {
    Unit.MONEY: "24000 or 2.88M", Unit.SHARE: "0.12 or 12%", Unit.MONTHS: "18", Unit.DAYS: "90",
    Unit.COUNT: "150 or 2,400", Unit.TIMES: "3 or 3.5",
}  # fmt: skip
_ADDRESS = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+")


@dataclass(frozen=True, slots=True)
class Refused:
    """Why an answer is none."""

    message: str
    """What was expected and what was found."""
    hint: str = ""
    """What to write instead."""
    code: str = ""
    """What `alignkit explain` knows it by; empty for a slip of the pen."""


class Choice(NamedTuple):
    """Something that can be chosen by its number, its id or its name."""

    id: str
    """What is written."""
    label: str = ""
    """What a person knows it by."""


def understood(text: str, shape: Shape, key: str, grouping: str = ",") -> Data | Refused:
    """The value `text` stands for.

    Args:
        text: what was typed, without the blanks around it.
        shape: what the value may be.
        key: the key it is for.
        grouping: the mark that parts thousands in the locale of the context.

    """
    match shape.expected:
        case "a number":
            return _number(text, shape, key, grouping)
        case "a whole number":
            found = _number(text, shape, key, grouping)
            return (
                found
                if isinstance(found, int | Refused)
                else _unlike("a whole number", text, "write a whole number")
            )
        case "a date":
            return _day(text)
        case "true or false":
            meant = truth_meant(text)
            return meant == "true" if meant else _unlike("yes or no", text, "write yes or no")
        case "text":
            return _text(text, key)
    return resolve(text)


def in_another_currency(text: str, own: str, grouping: str = ",") -> Refused | None:
    """Why an amount with a sign or a code is no answer: it is not in the company's currency.

    Args:
        text: what was typed for an amount of money.
        own: the company's currency; empty when it is not known yet.
        grouping: the mark that parts thousands in the locale of the context.

    """
    named, meant = currencies_meant(text), numbers_meant(text, Unit.MONEY, grouping=grouping)
    if not own or not named or own in named or not meant:
        return None
    takes = " or ".join(f"`{{amount: {each}, currency: {named[0]}}}`" for each in meant)
    hint = f"write it in `{own}`; the file takes {takes} too"
    return Refused(f"expected an amount in `{own}`, found {quoted(text)}", hint, "GEN-006")


def _text(text: str, key: str) -> str | Refused:
    if key == "email" and not _ADDRESS.fullmatch(text):
        return _unlike("an e-mail address", text, "write it as name@company.example")
    return _currency(text) if key == "currency" else text


def _currency(text: str) -> str | Refused:
    """The code of a currency, whose sign or word is welcome where only one has it."""
    meant = currencies_named(text)
    return meant[0] if len(meant) == 1 else _unlike("one currency", text, currency_cure(text, "USD"))


def _unlike(expected: str, text: str, hint: str) -> Refused:
    return Refused(f"expected {expected}, found {quoted(text)}", hint)


def _number(text: str, shape: Shape, key: str, grouping: str) -> Data | Refused:
    either = numbers_meant(_without_unit(text, shape.unit, key), shape.unit, grouping=grouping)
    if len(either) == 2:
        return _unlike("one number", text, f"write {either[1]} or {either[0]}, whichever number is meant")
    meant = resolve(either[0] if either else "")
    if isinstance(meant, bool) or not isinstance(meant, int | Decimal):
        example = _EXAMPLES.get(shape.unit, "24000, 2.88M or 12%") if shape.unit else "120, 2.88M or 12%"
        return _unlike(f"a number for `{key}`", text, f"write digits, such as {example}")
    if meant < 0 and shape.unit in _NEVER_NEGATIVE and key not in _MAY_BE_NEGATIVE:
        return _unlike(f"no less than 0 for `{key}`", text, "write it without the minus, or 0")
    return meant


def _without_unit(text: str, unit: Unit | None, key: str) -> str:
    """The number alone where the unit that is asked for stands after it: `18 months`."""
    named = next((f"{name}?" for name in ("years", "days") if name in key.split("_")), "")
    words = named or (_UNIT_WORDS.get(unit, "") if unit else "")
    found = re.fullmatch(rf"(.*\d)\s*(?:{words})\.?", text, re.IGNORECASE) if words else None
    if found is None:
        return text
    return f"{found[1]}%" if unit is Unit.SHARE else found[1]


def _day(text: str) -> Data | Refused:
    known = resolve(text)
    if isinstance(known, date):
        return known
    days = date_meant(text)
    if len(days) == 2:
        return _unlike("one day", text, f"write {days[0]} or {days[1]}, whichever day is meant")
    hint = "write a day that exists, such as 2026-12-11 or 11 Dec 2026"
    return date.fromisoformat(days[0]) if days else _unlike("a day", text, hint)


def chosen(text: str, choices: Sequence[Choice]) -> Choice | Refused:
    """The choice `text` names: by its number, its id or name, or whole words of it no other has."""
    folded = text.casefold()
    if text.isascii() and text.isdigit() and 1 <= int(text[:9]) <= len(choices):
        return choices[int(text) - 1]
    for fits in (str.__eq__, _is_name, _has_words):
        found = [each for each in choices if any(fits(name.casefold(), folded) for name in each)]
        if len(found) == 1:
            return found[0]
    names = [each.id for each in choices]
    close = nearest(text, names, 1)
    hint = f"write {quoted(close[0])}" if close else f"write a number from 1 to {len(choices)}"
    return _unlike(listed(names) if len(names) <= 8 else "one of those above", text, hint)


def _is_name(label: str, text: str) -> bool:
    """Whether a label, such as `helen marsh, cfo`, is of that name."""
    return label.rpartition(", ")[0] == text


def _has_words(label: str, text: str) -> bool:
    """Whether whole words of a label are that text; a slip of one letter is none."""
    return len(text) > 1 and re.search(rf"(?<!\w){re.escape(text)}(?!\w)", label) is not None


def parts(text: str) -> list[str]:
    """The entries of an answer that names several: `1, 3` or `daniel and priya`."""
    return [part for part in re.split(r"\s*[,;]\s*|\s+and\s+|(?<=\d)\s+(?=\d)", text.strip()) if part]


def cleaned(line: str) -> str:
    """What was typed, without what no document can carry; quotes around all of it make it text."""
    text = clean(line.rstrip("\r\n").replace("\t", " ")).text
    text = text.encode("utf-8", "ignore").decode("utf-8")
    return text.strip()


def literal(text: str) -> str:
    """The text within the quotes that protect a word such as `back` from being a command; else empty."""
    if len(text) > 2 and text[0] == text[-1] == '"':
        try:
            return str(json.loads(text))
        except ValueError:
            return ""
    return ""
