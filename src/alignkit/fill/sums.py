"""Amounts above a total: counted in what hides none, and whether they add up as shown (rules N3, N6)."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alignkit.formats import Scale, rounding_note, scale_for
from alignkit.values import Figure, Unit

from .columns import field_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .columns import Measure

_STEP = 3
"""Thousands and millions are three powers of ten apart."""


def in_telling_scales(
    records: Sequence[dict[str, Any]], measures: Sequence[Measure], total: Sequence[Any]
) -> Sequence[Measure]:
    """The measures, those with a given scale in one that shows each amount as more than nothing.

    A table keeps one scale: an amount that thousands would show as 0 or 1 turns all its thousands into units.
    """
    given = [each for each in measures if each.scale is not None]
    amounts = [amount for each in given for amount in _amounts(_figures(records, each, total, measures))]
    if not amounts:
        return measures
    least = min(amounts)
    return [
        each if each.scale is None else replace(each, scale=_finer(each.scale, least)) for each in measures
    ]


def _finer(scale: Scale, least: Decimal) -> Scale:
    """The scale, or the coarsest one below it whose last place is no more than `least`."""
    exponent, places = scale.exponent, scale.places
    while exponent > 0 and Decimal(1).scaleb(exponent - places) > least:
        exponent, places = exponent - _STEP, 0
    return Scale(exponent, places)


def is_rounded(records: Sequence[dict[str, Any]], measures: Sequence[Measure], total: Sequence[Any]) -> bool:
    """Whether the parts of some column, as shown, do not add up to its total, as shown (rule N6)."""
    return any(
        isinstance(whole, Figure) and whole.unit is Unit.MONEY and _is_off(records, each, whole)
        for each, whole in zip(measures, total, strict=False)
    )


def _is_off(records: Sequence[dict[str, Any]], each: Measure, whole: Figure) -> bool:
    parts = [value for record in records if isinstance(value := field_of(record, each.field), Figure)]
    return rounding_note(parts, whole, each.scale or scale_for([*parts, whole]))


def _figures(
    records: Sequence[dict[str, Any]], each: Measure, total: Sequence[Any], measures: Sequence[Measure]
) -> Iterable[Any]:
    """What a column shows: a value of each record, and its total."""
    yield from (field_of(record, each.field) for record in records)
    yield from (whole for other, whole in zip(measures, total, strict=False) if other is each)


def _amounts(values: Iterable[Any]) -> Iterable[Decimal]:
    """The sizes of the amounts of money among them, without those that are nothing."""
    for value in values:
        amount = value.value if isinstance(value, Figure) and value.unit is Unit.MONEY else None
        if isinstance(amount, Decimal) and amount:
            yield abs(amount)
