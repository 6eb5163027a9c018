"""Last year's plan against what happened."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from alignkit.values import Scenario, Unit

from .economics import ONE

if TYPE_CHECKING:
    from .book import Book


def derive_last_plan(book: Book) -> None:
    """Enter `last_plan.*`: differences in spend and customers, the share delivered, forecast accuracy."""
    path, key = "finance.last_plan", "last_plan"
    spent, planned = book.term(f"{path}.actual_spend"), book.term(f"{path}.planned_spend")
    won, promised = book.term(f"{path}.actual_customers"), book.term(f"{path}.planned_customers")
    enter = partial(book.put, scenario=_scenario(book, f"{path}.actual_spend"))
    enter(f"{key}.spend_variance", "Spend against plan", Unit.MONEY, spent - planned)
    share = book.term(f"{key}.spend_variance") / planned
    enter(f"{key}.spend_variance_share", "Spend against plan in per cent", Unit.SHARE, share)
    missed = won - promised
    enter(f"{key}.customers_variance", "Customers against plan", Unit.COUNT, missed, noun="customer")
    share = book.term(f"{key}.customers_variance") / promised
    enter(f"{key}.customers_variance_share", "Customers against plan in per cent", Unit.SHARE, share)
    enter(f"{key}.delivered_share", "Share of planned customers won", Unit.SHARE, won / promised)
    planned_cost = planned / promised
    book.put(f"{key}.planned_cost", "Planned marketing cost per customer", Unit.MONEY, planned_cost)
    enter(f"{key}.actual_cost", "Marketing cost per customer", Unit.MONEY, spent / won)
    accuracy = ONE - (promised - won).size() / won
    enter(f"{key}.accuracy", "Forecast accuracy of customers", Unit.SHARE, accuracy)


def _scenario(book: Book, key: str) -> Scenario | None:
    """What happened is what happened, however much plan is in the comparison."""
    figure = book.figures.get(key)
    return figure.scenario if figure else None
