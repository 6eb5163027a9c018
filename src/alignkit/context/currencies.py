"""Amounts in a second currency, turned into the company's at a rate the context names."""

from __future__ import annotations

import copy
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from types import NoneType
from typing import TYPE_CHECKING

from alignkit.source import Data, Step
from alignkit.source.wording import quoted
from alignkit.values import Unit

from .amounts import fault_of_amount, is_number
from .faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .shape import Visit

_NAME = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True, slots=True)
class Conversion:
    """An amount as it was written, and the rate it was turned with."""

    amount: Decimal
    """What was written."""
    currency: str
    """Its currency."""
    rate: Decimal
    """Units of the company's currency for one unit of it."""
    as_of: date | None
    """Day of the rate."""
    source: str
    """Where the rate is from."""


@dataclass(frozen=True, slots=True)
class Converted:
    """Data in one currency, with what was done to get there."""

    data: dict[str, Data]
    """The data with plain amounts."""
    conversions: Mapping[str, Conversion]
    """By key, such as `issues.ISS1.spent`, what was written there."""
    faults: tuple[Fault, ...]
    """Amounts that could not be turned."""


def convert(data: dict[str, Data], seen: Iterable[Visit]) -> Converted:
    """The data with every `{amount, currency}` turned into the company's currency.

    Reports: GEN-006 where the currency has no rate; CTX-001, CTX-002, CTX-003, CTX-005 and CTX-014 where it
        is no amount with a currency.
    """
    foreign = [visit for visit in seen if visit.shape.unit is Unit.MONEY and isinstance(visit.value, dict)]
    if not foreign:
        return Converted(data, {}, ())
    plain, conversions, faults = copy.deepcopy(data), {}, []
    for visit in foreign:
        found = _read(visit, data)
        if isinstance(found, Fault):
            faults.append(found)
        elif found.currency != _own(data):
            conversions[_key(data, visit.steps)] = found
        _put(plain, visit.steps, Decimal(0) if isinstance(found, Fault) else found.amount * found.rate)
    return Converted(plain, conversions, tuple(faults))


def _read(visit: Visit, data: dict[str, Data]) -> Conversion | Fault:
    """The amount at `visit` with its rate, or what is wrong with it."""
    value = visit.value if isinstance(visit.value, dict) else {}
    if wrong := fault_of_amount(value, visit.steps):
        return wrong
    number, currency, own = Decimal(str(value["amount"])), str(value["currency"]), _own(data)
    rates = _rates(data)
    by_code = {code.strip().upper(): each for code, each in rates.items()} if isinstance(rates, dict) else {}
    rate = by_code.get(currency)
    if currency == own or _is_told_elsewhere(own, rates, rate):
        return Conversion(number, own, Decimal(1), None, "")
    if not isinstance(rate, dict):
        message = f"expected an amount in {quoted(_own(data))}, found {quoted(currency)}, which has no rate"
        hint = f"add `company.fx.{currency}` with rate, day and source, or convert the amount"
        return Fault("GEN-006", message, visit.steps, hint)
    return _at(rate, number, currency)


def _is_told_elsewhere(own: str, rates: Data, rate: Data) -> bool:
    """Whether the company's currency, its rates or this rate cannot be read, which is a fault of its own."""
    return not own or not isinstance(rates, dict | NoneType) or not isinstance(rate, dict | NoneType)


def _at(rate: dict[str, Data], amount: Decimal, currency: str) -> Conversion:
    """The conversion at a rate; what is wrong with the rate itself is told where it stands."""
    number, day, source = rate.get("rate"), rate.get("as_of"), rate.get("source")
    return Conversion(
        amount,
        currency,
        Decimal(str(number)) if is_number(number) else Decimal(0),
        day if isinstance(day, date) else None,
        str(source or ""),
    )


def _company(data: dict[str, Data]) -> dict[str, Data]:
    company = data.get("company")
    return company if isinstance(company, dict) else {}


def _own(data: dict[str, Data]) -> str:
    return str(_company(data).get("currency") or "")


def _rates(data: dict[str, Data]) -> Data:
    return _company(data).get("fx")


def _key(data: Data, steps: Sequence[Step]) -> str:
    """The key of a figure: elements of a list by their id, else by position."""
    parts: list[str] = []
    for step in steps:
        below = data[step] if isinstance(data, list) and isinstance(step, int) else None
        if below is None:
            below = data.get(str(step)) if isinstance(data, dict) else None
            parts.append(f".{step}")
        else:
            name = str(below.get("id") or "") if isinstance(below, dict) else ""
            parts.append(f".{name}" if _NAME.fullmatch(name) else f"[{step}]")
        data = below
    return "".join(parts).removeprefix(".")


def _put(data: Data, steps: Sequence[Step], value: Decimal) -> None:
    """Replace what stands at the end of `steps`."""
    for step in steps[:-1]:
        if isinstance(data, list) and isinstance(step, int):
            data = data[step]
        elif isinstance(data, dict):
            data = data[str(step)]
    if isinstance(data, dict):
        data[str(steps[-1])] = value
    elif isinstance(data, list) and isinstance(steps[-1], int):
        data[steps[-1]] = value
