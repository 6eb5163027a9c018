"""How many periods an effect lags behind its cost, and the cost it belongs to."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import NA, NACode, Unit

from .term import Term, absent, constant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .book import Book

_DAYS_A_YEAR = Decimal(365)
_DAYS_A_MONTH = constant(_DAYS_A_YEAR / 12, "days a month")
_LAGS = (
    (
        "lag_quarters",
        "Sales cycle in whole quarters",
        constant(_DAYS_A_YEAR / 4, "days a quarter"),
        "quarter",
    ),
    ("lag_years", "Sales cycle in whole years", constant(_DAYS_A_YEAR, "days a year"), "year"),
)


def derive_lags(book: Book) -> None:
    """Enter `company.{sales_cycle, lag_quarters, lag_years}`: how long an effect lags behind its cause."""
    days = book.term("company.sales_cycle_days")
    book.put("company.sales_cycle", "Sales cycle", Unit.MONTHS, days / _DAYS_A_MONTH)
    for name, label, length, noun in _LAGS:
        book.put(f"company.{name}", label, Unit.COUNT, (days / length).rounded(), noun=noun)


def cost_before(book: Book, period: str) -> Term:
    """Sales and marketing cost of the year that lies one sales cycle before `period`, called by its name."""
    periods, finance = book.context.periods, book.context.finance
    known = finance.periods() if finance else {}
    order = sorted(periods.all(), key=lambda each: each.start) if periods else []
    costs = {each.id: f"year.{each.id}.sm_cost" for each in order if each.id in known}
    return lagged(book, "company.lag_years", costs, period)


def lagged(book: Book, lag: str, costs: Mapping[str, str], period: str) -> Term:
    """The sales and marketing cost of the period that lies some periods earlier.

    Args:
        book: where the figures are.
        lag: key of the number of periods.
        costs: the keys of the costs by period, in order.
        period: the period to count back from.

    """
    words = "sales and marketing cost"
    back = book.term(lag).value
    if isinstance(back, NA):
        return absent(back.code, back.reason).named(words)
    names = list(costs)
    index = (names.index(period) if period in costs else -1) - int(back)
    if index < 0:
        noun = book.figures[lag].noun
        reason = f"there is no cost of {back:f} {noun if back == 1 else f'{noun}s'} before {period}"
        return absent(NACode.MISSING_INPUT, reason).named(words)
    return book.term(costs[names[index]]).named(f"{words} of {names[index]}")
