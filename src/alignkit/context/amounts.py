"""Amounts written with their currency, and the rates for them: what can be wrong with either."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.source.places import label_of
from alignkit.source.wording import quoted

from .cures import numbers_meant
from .faults import Fault
from .invalid import currency_cure, found, unknown_key

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.source import Data, Step

KEYS = ("amount", "currency")
"""The keys of an amount with its currency."""
_CODE = re.compile(r"[A-Z]{3}")
_EXAMPLES = {"amount": "amount: 1000", "currency": "currency: EUR"}


def is_number(value: Data) -> bool:
    """Whether a value is a number; true and false are none."""
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def fault_of_amount(value: Mapping[str, Data], steps: tuple[Step, ...]) -> Fault | None:
    """What is wrong with `{amount, currency}`, the first thing only."""
    name = quoted(str(steps[-1]))
    if not set(value) & set(KEYS):
        message = f"expected a number, or an amount with its currency, for {name}, found keys with values"
        return Fault("CTX-003", message, steps, "write `{amount: 1000, currency: EUR}`")
    path = quoted("".join(map(label_of, steps)).removeprefix("."))
    for key in value:
        if key not in KEYS:
            return unknown_key((*steps, key), KEYS, path)
    for key in KEYS:
        if key not in value:
            message = f"missing key `{key}` in {path}"
            return Fault("CTX-002", message, (*steps, key), f"add `{_EXAMPLES[key]}`")
    return _wrong_number(value["amount"], steps) or _wrong_code(value["currency"], (*steps, "currency"))


def _wrong_number(value: Data, steps: tuple[Step, ...]) -> Fault | None:
    at = (*steps, "amount")
    if not is_number(value):
        meant = numbers_meant(value) if isinstance(value, str) else ()
        hint = f"write {', or '.join(meant)}" if meant else "write digits only, such as 24000"
        hint += " if that is meant" if len(meant) == 2 else ""
        return Fault("CTX-003", f"expected a number for `amount`, found {found(value)}", at, hint)
    if isinstance(value, Decimal) and value.as_tuple().exponent == -3:
        hint = f"write {int(value.scaleb(3))}, or {value.normalize():f} if that is meant"
        return Fault("CTX-014", f"expected at most two decimals for `amount`, found `{value}`", at, hint)
    return None


def _wrong_code(value: Data, steps: tuple[Step, ...], *, at_key: bool = False) -> Fault | None:
    if isinstance(value, str) and _CODE.fullmatch(value):
        return None
    where = "a key of `company.fx`" if at_key else "`currency`"
    message = f"expected a currency code of three capital letters for {where}, found {found(value)}"
    hint = currency_cure(value if isinstance(value, str) else "", "EUR")
    return Fault("CTX-005", message, steps, hint, at_key=at_key)


def strange_rates(data: Mapping[str, Data]) -> Iterator[Fault]:
    """Rates under something else than a code, and one for the company's own currency."""
    company = data.get("company")
    rates = company.get("fx") if isinstance(company, dict) else None
    own = company.get("currency") if isinstance(company, dict) else None
    for code in rates if isinstance(rates, dict) else ():
        steps = ("company", "fx", code)
        if wrong := _wrong_code(code, steps, at_key=True):
            yield wrong
        elif code == own:
            message = f"expected rates of other currencies in `company.fx`, found `{code}`, the company's own"
            yield Fault("CTX-015", message, steps, "remove it, or correct `company.currency`", at_key=True)
