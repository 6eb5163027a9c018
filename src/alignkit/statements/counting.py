"""Counts with what they count: no customers, one customer, 16 customers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.draft import Joined, Styled, Worded

if TYPE_CHECKING:
    from alignkit.formats import Formats
    from alignkit.values import Figure

    from .bank import StatementBank


def counted(figure: Figure, style: str, bank: StatementBank, formats: Formats) -> Joined | Worded:
    """The count in digits with its noun, none and one in words."""
    amount = figure.amount
    if figure.noun and amount in (0, 1):
        return Worded(figure, bank.few(int(amount), figure.noun, formats))
    return _with_noun(_digits(figure, style), figure, bank, formats)


def counted_in_words(figure: Figure, style: str, bank: StatementBank, formats: Formats) -> Joined | Worded:
    """The count with its noun, small numbers in words."""
    if figure.amount in (0, 1):
        return counted(figure, style, bank, formats)
    return _with_noun(in_words(figure, style, bank), figure, bank, formats)


def in_words(figure: Figure, style: str, bank: StatementBank) -> Figure | Styled | Worded:
    """The number in words where the language has one for it, else in digits; never negative."""
    amount = abs(figure.amount)
    if amount == int(amount) and amount < len(bank.numbers):
        return Worded(figure, bank.numbers[int(amount)])
    return Styled(figure, f"{style} absolute".strip())


def _digits(figure: Figure, style: str) -> Figure | Styled:
    return Styled(figure, style) if style else figure


def _with_noun(
    number: Figure | Styled | Worded, figure: Figure, bank: StatementBank, formats: Formats
) -> Joined:
    if not figure.noun:
        return Joined((number,))
    return Joined((number, f" {bank.noun(figure.noun, abs(figure.amount), formats)}"))
