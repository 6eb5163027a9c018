"""How each line of the budget changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import Unit

if TYPE_CHECKING:
    from alignkit.context.budget import Budget

    from .book import Book


def derive_lines(book: Book, budget: Budget) -> None:
    """Enter `line.<id>.{change, change_share, ask_share, flexible}` under the ask."""
    ask = budget.decision.ask_tier
    whole = book.term(f"tier.{ask}.total")
    for line in budget.lines:
        path, key = f"budget.lines.{line.id}", f"line.{line.id}"
        amount, prior = book.term(f"{path}.{ask}"), book.term(f"{path}.prior")
        book.put(f"{key}.change", "Change", Unit.MONEY, amount - prior, owner=line.name)
        change = book.term(f"{key}.change") / prior
        book.put(f"{key}.change_share", "Change in per cent", Unit.SHARE, change, owner=line.name)
        book.put(f"{key}.ask_share", "Share of the ask", Unit.SHARE, amount / whole, owner=line.name)
        flexible = amount - book.term(f"{path}.committed")
        book.put(f"{key}.flexible", "Flexible spend", Unit.MONEY, flexible, owner=line.name)
