"""The ARR bridge."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import NA, NACode, Unit

from .term import Term, absent

if TYPE_CHECKING:
    from .book import Book


def derive_arr(book: Book) -> None:
    """Enter `arr.{net_new, nrr, grr, growth, difference}`; a component left out counts as none of it.

    What is wrong with that shows in `difference`: the closing ARR the bridge misses.
    """
    path = "finance.arr"
    opening, new = book.term(f"{path}.opening"), book.term(f"{path}.new")
    expansion, contraction = book.or_zero(f"{path}.expansion"), book.or_zero(f"{path}.contraction")
    churned, closing = book.term(f"{path}.churned"), book.term(f"{path}.closing")
    book.put("arr.net_new", "Net new ARR", Unit.MONEY, new + expansion - contraction - churned)
    net_new = book.term("arr.net_new")
    kept = opening - contraction - churned
    book.put(
        "arr.nrr",
        "Net revenue retention",
        Unit.SHARE,
        (opening + expansion - contraction - churned) / opening,
    )
    book.put("arr.grr", "Gross revenue retention", Unit.SHARE, _at_most_all(book, kept / opening))
    book.put("arr.growth", "ARR growth", Unit.SHARE, net_new / opening)
    book.put("arr.difference", "Difference of the ARR bridge", Unit.MONEY, closing - (opening + net_new))


def _at_most_all(book: Book, share: Term) -> Term:
    """Gross retention; above one something lost was entered as less than nothing."""
    if isinstance(share.value, NA) or share.value <= 1:
        return share
    lost = f"{book.said('churned ARR')} and {book.said('contraction ARR')}"
    reason = f"gross revenue retention cannot exceed 1; check {lost}"
    return absent(NACode.NEGATIVE_INPUT, reason).named(share.words)
