"""The money of the budget by month, quarter and year."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.values import Unit

from .term import total

if TYPE_CHECKING:
    from alignkit.context.budget import Budget

    from .book import Book
    from .term import Term

_MONTH = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(\d{4})-Q[1-4]")
_TAKEN = ("open", "total")
"""Names of figures beside which a period of that name would stand."""


def derive_phasing(book: Book, budget: Budget) -> None:
    """Enter `phasing.<period>.amount` for each period named, and the calendar quarters and years of months.

    What has no period yet is `phasing.open`, the part of the ask without a phase, beside `phasing.total`.
    """
    phased: dict[str, list[Term]] = {}
    every = [book.term(f"budget.phasing[{index}].amount") for index in range(len(budget.phasing))]
    for phase, amount in zip(budget.phasing, every, strict=True):
        for period in _periods(phase.period):
            phased.setdefault(period, []).append(amount)
    for index, period in enumerate(sorted(phased), start=1):
        amount = total(phased[period], f"sum of the phases in {period}", "phases")
        name = book.segment(period, index)
        is_free = name not in _TAKEN and f"phasing.{name}.amount" not in book.figures
        key = f"phasing.{name if is_free else f'period-{index}'}.amount"
        book.put(key, "Phased spend", Unit.MONEY, amount, owner=period, period=period)
    book.put("phasing.total", "Phased spend", Unit.MONEY, total(every, "sum of the phases", "phases"))
    rest = book.term(f"tier.{budget.decision.ask_tier}.total") - book.term("phasing.total")
    book.put("phasing.open", "Spend without a phase", Unit.MONEY, rest)


def _periods(text: str) -> tuple[str, ...]:
    """The period itself, and the calendar quarter and year it is part of; a name of another kind alone."""
    if month := _MONTH.fullmatch(text):
        return (text, f"{month[1]}-Q{(int(month[2]) + 2) // 3}", month[1])
    quarter = _QUARTER.fullmatch(text)
    return (text, quarter[1]) if quarter else (text,)
