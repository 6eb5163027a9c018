"""The ranked cuts: what they save, what they lose, and what one customer lost saves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import Unit

from .owners import cut_name
from .term import total

if TYPE_CHECKING:
    from alignkit.context.budget import Budget, Cut

    from .book import Book
    from .term import Term

_PARTS = (("amount", "Saving", Unit.MONEY, ""), ("customers", "Customers lost", Unit.COUNT, "customer"))


def derive_cuts(book: Book, budget: Budget) -> None:
    """Enter `cuts.{total, customers, arr, gross_profit}` and `cut.<order>.*`, the running sums included."""
    indices = sorted(range(len(budget.cuts)), key=lambda index: budget.cuts[index].order)
    for name, label, unit, noun in _PARTS:
        terms = [book.term(f"budget.cuts[{index}].{name}") for index in indices]
        key = "cuts.total" if name == "amount" else "cuts.customers"
        book.put(
            key, f"{label} by all cuts", unit, total(terms, f"sum of the cuts' {name}", "cuts"), noun=noun
        )
        _derive_each(book, budget, indices, terms, (name, label, unit, noun))
    for index in indices:
        _derive_price(book, budget, budget.cuts[index])
    _derive_loss(book)


def _derive_each(
    book: Book,
    budget: Budget,
    indices: list[int],
    terms: list[Term],
    part: tuple[str, str, Unit, str],
) -> None:
    name, label, unit, noun = part
    for count, index in enumerate(indices, start=1):
        cut = budget.cuts[index]
        key, owner = f"cut.{cut.order}", cut_name(cut.order, cut.line, budget)
        book.put(f"{key}.{name}", label, unit, terms[count - 1], owner=owner, noun=noun)
        so_far = total(terms[:count], f"{name} of the cuts so far", "cuts")
        book.put(f"{key}.{name}_so_far", f"{label} so far", unit, so_far, owner=owner, noun=noun)


def _derive_price(book: Book, budget: Budget, cut: Cut) -> None:
    key, owner = f"cut.{cut.order}", cut_name(cut.order, cut.line, budget)
    price = book.term(f"{key}.amount") / book.term(f"{key}.customers")
    book.put(f"{key}.saved_per_customer", "Saved per customer lost", Unit.MONEY, price, owner=owner)


def _derive_loss(book: Book) -> None:
    lost, year = book.term("cuts.customers"), f"year.{book.plan}"
    book.put("cuts.arr", "New ARR lost by all cuts", Unit.MONEY, lost * book.term(f"{year}.acv"))
    gross_profit = lost * book.term(f"{year}.gross_profit")
    book.put("cuts.gross_profit", "Yearly gross profit lost by all cuts", Unit.MONEY, gross_profit)
