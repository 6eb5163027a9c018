"""What the replies of a budget talk rest on besides the plan: prices, a full stop, sellers."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import Unit

from .economics import MONTHS_A_YEAR
from .term import Term, constant, total

if TYPE_CHECKING:
    from alignkit.context.budget import Budget
    from alignkit.context.company import PeriodBlock

    from .book import Book

_QUARTERS = 4
_MONTHS_A_QUARTER = 3
_NONE = constant(Decimal(0))


def derive_objections(book: Book, budget: Budget) -> None:
    """Enter `money.{price_effect, volume_effect}`, `stop.quarter<n>` and `sellers.pipeline`.

    The first two only where a line says what prices add, the last only where sellers are counted.
    """
    _derive_prices(book, budget)
    _derive_stop(book, budget)
    if budget.sellers is not None:
        pipeline = book.term("initiatives.pipeline") / book.term("budget.sellers")
        book.put("sellers.pipeline", "Marketing pipeline for each seller", Unit.MONEY, pipeline)


def _derive_prices(book: Book, budget: Budget) -> None:
    """How much of the change is the same things at higher prices, and how much is more of them."""
    known = [line.id for line in budget.lines if line.price_effect is not None]
    if not known:
        return
    terms = [book.term(f"budget.lines.{name}.price_effect") for name in known]
    prices = total(terms, "sum of the lines' price effects", "lines")
    book.put("money.price_effect", "Change by prices", Unit.MONEY, prices)
    volume = book.term(f"tier.{budget.decision.ask_tier}.change") - book.term("money.price_effect")
    book.put("money.volume_effect", "Change by volume", Unit.MONEY, volume)


def _derive_stop(book: Book, budget: Budget) -> None:
    """Customers lost by the end of each quarter of the plan year if all of marketing stops on its first day.

    Wins are taken to be even over the year, and those of the first sales cycle to come anyway.
    """
    periods, cycle = book.context.periods, book.term("company.sales_cycle")
    if periods is None or not _is_a_year(periods.plan) or not book.given("company.sales_cycle"):
        return
    customers = book.term(f"tier.{budget.decision.ask_tier}.mkt_customers")
    for quarter in range(1, _QUARTERS + 1):
        lost = _lost(customers, cycle, quarter * _MONTHS_A_QUARTER)
        owner = f"end of quarter {quarter}"
        book.put(
            f"stop.quarter{quarter}", "Customers lost by a stop", Unit.COUNT, lost,
            owner=owner, noun="customer",
        )  # fmt: skip


def _is_a_year(period: PeriodBlock) -> bool:
    months = (period.end.year - period.start.year) * 12 + period.end.month - period.start.month + 1
    return months == _QUARTERS * _MONTHS_A_QUARTER


def _lost(customers: Term, cycle: Term, months: int) -> Term:
    end = constant(Decimal(months), f"{months} months")
    without = end - cycle
    if isinstance(without.value, Decimal) and without.value <= 0:
        return _NONE.named("none before one sales cycle has passed")
    return (customers * without / MONTHS_A_YEAR).rounded_down()
