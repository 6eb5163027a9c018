"""What validation found, said in our words: one function for each kind of error."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from alignkit.source import Data, Step
from alignkit.source.wording import listed, nearest, quoted
from alignkit.values import Unit

from .cures import (
    currencies_meant,
    currencies_named,
    date_meant,
    id_meant,
    numbers_meant,
    plain_number,
    text_meant,
    truth_meant,
)
from .faults import Fault
from .fields import ID_PATTERN, NAME_PATTERN
from .shape import Shape, fields_of, meanings_of, shape_at
from .torn import Torn, fault_of_torn, torn_text
from .whole import Context

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_NUMBERS = frozenset(("int_type", "is_instance_of", "decimal_type"))
"""Errors of values that are no numbers."""
_CURLY = ("\u201c", "\u201d", "\u201e", "\u2018", "\u2019", "\u00ab", "\u00bb")
"""Quotes of word processors, which YAML takes for letters."""
MOST_NAMES = 10
"""Valid names a hint lists when none is near."""


class Wrong(NamedTuple):
    """One error of validation, with what is known about its place."""

    kind: str
    steps: tuple[Step, ...]
    value: Data
    limits: dict[str, object]
    shape: Shape
    above: Shape
    """The shape of what it stands in."""
    beside: Mapping[str, Data] = MappingProxyType({})
    """The keys it stands among, where its own is unknown."""
    cut_off: str = ""
    """Digits of it that stand as keys of their own, since a comma ends a value within brackets."""

    @property
    def name(self) -> str:
        """What a person would call the place: its key, or its number in a list."""
        last = self.steps[-1] if self.steps else "the context"
        if isinstance(last, int):
            keys = [step for step in self.steps if isinstance(step, str)]
            return f"entry {last + 1} of {quoted(keys[-1])}" if keys else f"entry {last + 1}"
        return quoted(last)

    @property
    def owner(self) -> str:
        """The path of what it stands in, as a message names it."""
        names = [step if isinstance(step, str) else f"[{step}]" for step in self.steps[:-1]]
        return quoted(".".join(names).replace(".[", "[")) if names else "the context"


def faults_of(errors: Iterable[ErrorDetails], data: Data) -> list[Fault]:
    """The faults behind the errors of validation; a mistyped key is not also a missing one.

    Args:
        errors: what validation has found.
        data: what was validated.

    """
    wrongs = _with_digits([_wrong(error, data) for error in errors])
    strays = [wrong for wrong in wrongs if wrong.kind == "extra_forbidden"]
    told = {("missing", key) for wrong in strays for key in _meant_keys(wrong)}
    told |= {("string_type", (*wrong.steps[:-1], torn.key)) for wrong in strays if (torn := _torn(wrong))}
    return [
        _FAULTS.get(wrong.kind, _other)(wrong) for wrong in wrongs if (wrong.kind, wrong.steps) not in told
    ]


def _with_digits(wrongs: list[Wrong]) -> list[Wrong]:
    """The errors, those of numbers with the digits a comma has cut off."""
    numbers = [wrong for wrong in wrongs if wrong.kind in _NUMBERS and isinstance(wrong.value, str)]
    strays: dict[tuple[Step, ...], str] = {}
    for wrong in wrongs:
        key = str(wrong.steps[-1]) if wrong.steps else ""
        if wrong.kind == "extra_forbidden" and len(key) == 3 and key.isascii() and key.isdigit():
            strays[wrong.steps[:-1]] = strays.get(wrong.steps[:-1], "") + key
    for wrong in numbers:
        alone = sum(each.steps[:-1] == wrong.steps[:-1] for each in numbers) == 1
        if digits := strays.get(wrong.steps[:-1]):
            wrongs[wrongs.index(wrong)] = wrong._replace(cut_off=digits if alone else " or so")
    return wrongs


def _wrong(error: ErrorDetails, data: Data) -> Wrong:
    steps = tuple(error["loc"])
    above = shape_at(Context, steps[:-1])
    shape = shape_at(Context, steps)
    beside = _entries(data, steps[:-1]) if error["type"] == "extra_forbidden" else {}
    return Wrong(error["type"], steps, error["input"], dict(error.get("ctx", {})), shape, above, beside)


def _entries(data: Data, steps: Sequence[Step]) -> dict[str, Data]:
    """The keys with their values at the end of `steps`; none where something else is."""
    for step in steps:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        else:
            data = data.get(str(step)) if isinstance(data, dict) else None
    return data if isinstance(data, dict) else {}


def _meant_keys(wrong: Wrong) -> list[tuple[Step, ...]]:
    """The keys a mistyped one stands for: its text before a colon, or the nearest name."""
    names = list(fields_of(wrong.above.block)) if wrong.above.block else []
    word, _, _ = str(wrong.steps[-1]).partition(":")
    return [(*wrong.steps[:-1], name) for name in nearest(word, names, 1)]


def unknown_key(steps: tuple[Step, ...], names: Sequence[str], owner: str) -> Fault:
    """A key nobody asked for, with the names it may have been meant as."""
    key = str(steps[-1])
    message = f"unknown key {quoted(key)} in {owner}"
    before, colon, after = key.partition(":")
    if colon and before in names:
        return Fault("CTX-001", message, steps, f"write {quoted(f'{before}: {after.strip()}')}", at_key=True)
    if key.isascii() and key.isdigit():
        hint = "write numbers without commas, which end a value within brackets"
        return Fault("CTX-001", message, steps, hint, at_key=True)
    close = nearest(key, names)
    if close:
        return Fault("CTX-001", message, steps, f"write {listed(close)}", at_key=True)
    if len(names) <= MOST_NAMES:
        return Fault("CTX-001", message, steps, f"use {listed(names)}, or remove it", at_key=True)
    return Fault(
        "CTX-001", message, steps, f"remove it; {owner} knows {listed(names, last='and')}", at_key=True
    )


def _torn(wrong: Wrong) -> Torn | None:
    return torn_text(wrong.beside, str(wrong.steps[-1]), wrong.above.block) if wrong.above.block else None


def _unknown(wrong: Wrong) -> Fault:
    if torn := _torn(wrong):
        return fault_of_torn(torn, wrong.steps[:-1])
    names = list(fields_of(wrong.above.block)) if wrong.above.block else []
    return unknown_key(wrong.steps, names, wrong.owner)


def _missing(wrong: Wrong) -> Fault:
    if wrong.above.is_list:
        return Fault("CTX-008", f"expected more entries in {wrong.owner}", wrong.steps[:-1], "add the entry")
    meaning = meanings_of(wrong.above.block).get(str(wrong.steps[-1]), "") if wrong.above.block else ""
    lowered = meaning if meaning[1:2].isupper() else meaning[:1].lower() + meaning[1:]
    said = f": {lowered.rstrip('.')}" if meaning else ""
    return Fault(
        "CTX-002", f"missing key {wrong.name} in {wrong.owner}", wrong.steps, f"add {wrong.name}{said}"
    )


def found(value: Data) -> str:
    """A value as a message names it."""
    match value:
        case None:
            return "nothing"
        case bool():
            return quoted(str(value).lower())
        case int() | Decimal():
            return f"the number {quoted(str(value))}"
        case date():
            return f"the date {quoted(value.isoformat())}"
        case str() if not value.strip():
            return "a blank text"
        case str():
            return f"the text {quoted(value)}"
        case dict():
            return "keys with values"
    return "a list"


def _type(expected: str) -> Callable[[Wrong], Fault]:
    """The fault of a value of another kind than the one expected."""

    def fault(wrong: Wrong) -> Fault:
        message = f"expected {expected} for {wrong.name}, found {found(wrong.value)}"
        what = "dash" if isinstance(wrong.steps[-1], int) else "key"
        hint = f"write a value, or remove the {what}" if wrong.value is None else _CURES[expected](wrong)
        return Fault("CTX-003", message, wrong.steps, hint)

    return fault


def _cure_number(wrong: Wrong) -> str:
    if isinstance(wrong.value, dict) and "currency" in wrong.value:
        return "write the amount in the company's currency, which is the only one this key takes"
    if not isinstance(wrong.value, str):
        return "write digits only"
    either = numbers_meant(wrong.value + wrong.cut_off, wrong.shape.unit)
    if len(either) == 2:
        return f"write {either[0]}, or {either[1]} if that is meant"
    meant = either[0] if either else ""
    named = currencies_meant(wrong.value) if wrong.shape.unit is Unit.MONEY and meant else ()
    if len(named) == 1:
        return f"write {meant}, or `{{amount: {meant}, currency: {named[0]}}}` if the company has another"
    if meant == wrong.value:
        return f"remove the quotes: {quoted(meant)}"
    if meant:
        return f"write {meant}"
    if wrong.shape.unit is Unit.SHARE:
        return "write a fraction such as 0.78"
    return "write digits only, such as 24000"


def _cure_whole(wrong: Wrong) -> str:
    cure = _cure_number(wrong) if isinstance(wrong.value, str) else "write a whole number"
    return "write a whole number" if "." in cure.replace("such as 24000", "") else cure


def _cure_date(wrong: Wrong) -> str:
    if isinstance(wrong.value, date):
        return "write the day"
    if not isinstance(wrong.value, str):
        return "write year, month and day, such as 2026-12-11"
    meant = date_meant(wrong.value)
    if meant == (wrong.value,):
        return f"remove the quotes: {quoted(wrong.value)}"
    if len(meant) == 2:
        return f"write {meant[0]} or {meant[1]}, whichever day is meant"
    return (
        f"write {meant[0]}" if meant else "write a day that exists as year, month and day, such as 2026-12-11"
    )


def _cure_truth(wrong: Wrong) -> str:
    meant = truth_meant(wrong.value)
    return f"write {meant}" if meant else "write true or false"


def _cure_text(wrong: Wrong) -> str:
    if isinstance(wrong.value, dict) and str(next(iter(wrong.value), "")).startswith(_CURLY):
        return 'put the text between straight quotes (""); to this file curly ones are letters'
    if isinstance(wrong.value, dict | list | tuple):
        return "write one text; put it in quotes if it holds brackets or colons"
    return f"put it in quotes: {quoted(text_meant(wrong.value))}"


def _cure_list(wrong: Wrong) -> str:
    if isinstance(wrong.value, dict):
        return "begin each entry with a dash and a space"
    return (
        f"write {quoted(f'[{wrong.value}]')}" if isinstance(wrong.value, str) else "write a list in brackets"
    )


def _cure_keys(wrong: Wrong) -> str:
    if isinstance(wrong.value, list | tuple):
        return "remove the dash or the brackets; there is one entry only"
    needed = list(meanings_of(wrong.shape.block))[:3] if wrong.shape.block else []
    return f"write keys below it, such as {listed(needed)}" if needed else "write keys with values below it"


_CURES: dict[str, Callable[[Wrong], str]] = {
    "text": _cure_text,
    "a number": _cure_number,
    "a whole number": _cure_whole,
    "true or false": _cure_truth,
    "a date": _cure_date,
    "a list": _cure_list,
    "keys with values": _cure_keys,
}


def _choice(wrong: Wrong) -> Fault:
    written = (
        str(each).lower() if isinstance(each, bool) or each in ("True", "False") else each
        for each in wrong.shape.choices
    )
    choices = tuple(choice for choice in written if choice)
    message = f"expected {listed(choices)} for {wrong.name}, found {found(wrong.value)}"
    if wrong.value is None:
        return Fault("CTX-004", message, wrong.steps, "write one of them, or remove the key")
    close = nearest(str(wrong.value), choices, 1)
    return Fault(
        "CTX-004", message, wrong.steps, f"write {quoted(close[0])}" if close else "choose one of them"
    )


def _pattern(wrong: Wrong) -> Fault:
    text = str(wrong.value)
    match wrong.limits.get("pattern"):
        case str(pattern) if pattern == ID_PATTERN:
            expected = "an id of at most 32 letters, digits, `_` and `-` that begins with a letter"
            meant = id_meant(text)
            hint = f"write {quoted(meant)}" if meant else "write a short name such as `events`"
        case str(pattern) if pattern == NAME_PATTERN:
            expected, hint = "a name", "write what readers call it"
        case r"^[A-Z]{3}$":
            expected, hint = "a currency code of three capital letters", currency_cure(text, "USD")
        case r"^\d{4}-W\d{2}$":
            expected, hint = "an ISO week", "write year, W and week, such as 2026-W47"
        case _:
            expected, hint = "another form", "compare it with the example"
    return Fault(
        "CTX-005", f"expected {expected} for {wrong.name}, found {found(wrong.value)}", wrong.steps, hint
    )


def currency_cure(text: str, example: str) -> str:
    """What to write for a currency that is named in another way than by its code."""
    meant = currencies_named(text)[:3]
    if len(meant) > 1:
        return f"write {listed(meant)}, or the code of another currency of that name"
    return f"write {quoted(meant[0])}" if meant else f"write the ISO 4217 code, such as {example}"


def _range(word: str, limit: str) -> Callable[[Wrong], Fault]:
    """The fault of a number beyond a limit."""

    def fault(wrong: Wrong) -> Fault:
        bound = wrong.limits.get(limit)
        message = f"expected {word} {bound} for {wrong.name}, found {found(wrong.value)}"
        hint = _without_sign(wrong.value) if bound == 0 else ""
        return Fault("CTX-006", message, wrong.steps, hint or f"write a number that is {word} {bound}")

    return fault


def _without_sign(value: Data) -> str:
    """The cure of a number below zero; empty for another one."""
    if not isinstance(value, int | Decimal) or value >= 0:
        return ""
    return f"write {plain_number(-Decimal(value))}, without the minus sign"


def _too_many(wrong: Wrong) -> Fault:
    most, actual = wrong.limits.get("max_length"), wrong.limits.get("actual_length")
    return Fault(
        "CTX-008", f"expected {most} entries in {wrong.name}, found {actual}", wrong.steps, "remove the rest"
    )


def _too_few(wrong: Wrong) -> Fault:
    least, actual = wrong.limits.get("min_length"), wrong.limits.get("actual_length")
    return Fault(
        "CTX-008",
        f"expected at least {least} entries in {wrong.name}, found {actual}",
        wrong.steps,
        "add more",
    )


def _other(wrong: Wrong) -> Fault:
    message = f"expected {wrong.shape.expected} for {wrong.name}, found {found(wrong.value)}"
    return Fault("CTX-013", message, wrong.steps, "compare it with the example")


_FAULTS: dict[str, Callable[[Wrong], Fault]] = {
    "extra_forbidden": _unknown,
    "missing": _missing,
    "string_type": _type("text"),
    "bool_type": _type("true or false"),
    "int_type": _type("a whole number"),
    "is_instance_of": _type("a number"),
    "decimal_type": _type("a number"),
    "date_type": _type("a date"),
    "tuple_type": _type("a list"),
    "dict_type": _type("keys with values"),
    "model_type": _type("keys with values"),
    "literal_error": _choice,
    "string_pattern_mismatch": _pattern,
    "greater_than_equal": _range("at least", "ge"),
    "less_than_equal": _range("at most", "le"),
    "greater_than": _range("more than", "gt"),
    "less_than": _range("less than", "lt"),
    "too_long": _too_many,
    "too_short": _too_few,
}
"""What to say about each kind of error the blocks can give."""
