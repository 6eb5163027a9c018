"""Inputs that were written in another currency: the rate is their working, and its source one of theirs."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from .provenance import CADENCE_DAYS

if TYPE_CHECKING:
    from datetime import date

    from alignkit.context.currencies import Conversion
    from alignkit.values import Figure


def converted(figure: Figure, conversion: Conversion, as_of: date) -> Figure:
    """The figure with the amount as it was written, the rate, its day and its source.

    Args:
        figure: the input in the company's currency.
        conversion: what was done to get there.
        as_of: the day the context speaks for; a rate older than a month's rhythm makes the figure stale.

    """
    day, source = conversion.as_of, conversion.source
    when: tuple[str | Decimal | date, ...] = (" (", day, ")") if day else ()
    return replace(
        figure,
        formula=f"amount in {conversion.currency} \u00d7 rate of the day",
        working=(f"{conversion.currency} ", conversion.amount, " \u00d7 ", conversion.rate, *when),
        sources=tuple(dict.fromkeys((*figure.sources, *((source,) if source else ())))),
        stale=figure.stale or (day is not None and (as_of - day).days > CADENCE_DAYS["monthly"]),
    )
