"""What each quarter says about efficiency: magic numbers, and what a new customer cost."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import NACode, Unit

from .economics import counted
from .lag import lagged
from .term import Term, absent, constant

if TYPE_CHECKING:
    from .book import Book

_FOUR = constant(Decimal(4))
"""Quarters a year: for revenue, which is of a quarter, and never for ARR, which is of a year."""


def derive_quarters(book: Book) -> None:
    """Enter `quarter.<id>.{magic_number, magic_number_revenue, cac, cac_lagged}`."""
    finance = book.context.finance
    quarters = finance.quarters if finance else ()
    paths = [book.path_of("finance.quarters", quarter.id, index) for index, quarter in enumerate(quarters)]
    costs = {quarter.id: f"{path}.sm_cost" for quarter, path in zip(quarters, paths, strict=True)}
    before = ""
    for index, (quarter, path) in enumerate(zip(quarters, paths, strict=True)):
        key = f"quarter.{book.segment(quarter.id, index)}"
        _derive_magic_numbers(book, key, path, before)
        _derive_cac(book, key, path, costs)
        before = path


def _before(book: Book, path: str, field: str, words: str) -> Term:
    """A number of the quarter before."""
    if not path:
        return absent(NACode.MISSING_INPUT, "there is no earlier quarter").named(
            f"{words} of the quarter before"
        )
    term = book.term(f"{path}.{field}")
    return term.named(f"{term.words} of the quarter before")


def _derive_magic_numbers(book: Book, key: str, path: str, before: str) -> None:
    """Net new ARR, or new revenue of a year, for each unit of the quarter before's cost.

    ARR is never times four: it is a yearly amount already (MET-004).
    """
    quarter = book.figures[f"{path}.net_new_arr"].period
    cost = _before(book, before, "sm_cost", "cost")
    magic = book.term(f"{path}.net_new_arr") / cost
    book.put(f"{key}.magic_number", "Magic number", Unit.RATIO, magic, owner=quarter, period=quarter)
    rise = book.term(f"{path}.revenue") - _before(book, before, "revenue", "revenue")
    magic = rise * _FOUR / cost
    label = "Magic number on revenue"
    book.put(f"{key}.magic_number_revenue", label, Unit.RATIO, magic, owner=quarter, period=quarter)


def _derive_cac(book: Book, key: str, path: str, costs: dict[str, str]) -> None:
    """Cost for each new customer, on the quarter's own cost and on that of the quarter its deals began in."""
    quarter = book.figures[f"{path}.sm_cost"].period
    customers = book.term(f"{path}.new_customers")
    cac, owner = book.term(f"{path}.sm_cost") / customers, counted(quarter, customers)
    book.put(f"{key}.cac", "Loaded CAC", Unit.MONEY, cac, owner=owner, period=quarter)
    cost = lagged(book, "company.lag_quarters", costs, quarter)
    cac = cost / customers.named(f"{customers.words} of {quarter}")
    book.put(f"{key}.cac_lagged", "Loaded CAC, lagged", Unit.MONEY, cac, owner=owner, period=quarter)
