"""How many of marketing's customers a test has shown to be extra."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import Unit

if TYPE_CHECKING:
    from alignkit.context.budget import Budget

    from .book import Book


def derive_proof(book: Book, budget: Budget) -> None:
    """Enter `tier.<id>.proven_customers`: those of each tier at the share a test has shown, rounded down.

    Nothing of it exists without a test; while the test is open it is not available.
    """
    if budget.proof is None:
        return
    for tier in budget.tiers:
        key = f"tier.{tier.id}"
        proven = book.term(f"{key}.mkt_customers") * book.fraction("budget.proof.proven_share")
        label = "Customers at the proven share"
        count = proven.rounded_down()
        book.put(f"{key}.proven_customers", label, Unit.COUNT, count, owner=tier.label, noun="customer")
