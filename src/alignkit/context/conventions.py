"""Locale and currency of a context: those whose conventions for numbers, days and amounts are known."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.formats import is_known_currency, is_known_locale, nearest_currency, nearest_locale
from alignkit.source.wording import quoted

from .faults import Fault

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.source import Data, Step

_CODE = re.compile(r"[A-Z]{3}")
"""The form of a code; what has another is told as such."""


def strange_locales(data: Mapping[str, Data]) -> Iterator[Fault]:
    """A `meta.locale` nobody can write numbers by."""
    meta = data.get("meta")
    tag = meta.get("locale") if isinstance(meta, dict) else None
    if not isinstance(tag, str) or is_known_locale(tag):
        return
    near = nearest_locale(tag)
    hint = f"write {quoted(near)}" if near else "write a tag such as en-US, en-GB or de-DE"
    message = f"expected the tag of a locale for `locale`, found the text {quoted(tag)}"
    yield Fault("CTX-005", message, ("meta", "locale"), hint)


def strange_currencies(data: Mapping[str, Data]) -> Iterator[Fault]:
    """Codes of the company and of its rates that are of no currency."""
    company = data.get("company")
    if not isinstance(company, dict):
        return
    rates, own = company.get("fx"), company.get("currency")
    named: list[tuple[Data, tuple[Step, ...], str]] = [(own, ("company", "currency"), "`currency`")]
    named += [
        (code, ("company", "fx", code), "a key of `company.fx`")
        for code in (rates if isinstance(rates, dict) else ())
    ]
    for code, steps, where in named:
        if isinstance(code, str) and _CODE.fullmatch(code) and not is_known_currency(code):
            near = nearest_currency(code)
            hint = f"write {quoted(near)}" if near else "write the ISO 4217 code, such as USD"
            message = f"expected the code of a currency for {where}, found {quoted(code)}"
            yield Fault("CTX-005", message, steps, hint, at_key=len(steps) > 2)
