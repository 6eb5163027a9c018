"""Figures and sentences for the tests of statements."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.formats import Formats
from alignkit.showing import plain, show
from alignkit.statements import StatementBank, packaged_statements, worded
from alignkit.values import NA, Figure, NACode, Unit

if TYPE_CHECKING:
    from alignkit.statements import Statement

_DAY = date(2026, 11, 20)
_CURRENCY = {"de": "EUR", "en-GB": "GBP"}

LOCALES = {"en": "en-US", "en-GB": "en-GB", "de": "de-DE"}
"""The locale a language is tested with."""


def formats_of(language: str = "en") -> Formats:
    """How a language writes numbers."""
    return Formats(LOCALES[language], _DAY, language)


def bank_of(language: str = "en") -> StatementBank:
    """The statements of a language."""
    bank = packaged_statements(language)
    assert bank is not None
    return bank


def figure(
    value: str | int | Decimal | None,
    unit: Unit = Unit.MONEY,
    key: str = "now",
    *,
    language: str = "en",
    noun: str = "",
    period: str = "",
    label: str = "",
) -> Figure:
    """A figure; without a value it is not available."""
    amount = NA(NACode.MISSING_INPUT, "nobody said") if value is None else Decimal(value)
    currency = _CURRENCY.get(language, "USD") if unit is Unit.MONEY else ""
    return Figure(key, amount, unit, label or key, currency, noun, period, sources=(f"S-{key}",))


def said(statement: Statement | None, language: str = "en") -> str:
    """The characters of a statement; ordinary blanks in place of those that do not break."""
    formats = formats_of(language)
    text = plain(show(worded(statement, bank_of(language), formats), formats))
    return text.replace("\u00a0", " ").replace("\u202f", " ")
