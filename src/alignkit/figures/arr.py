"""The ARR bridge and the magic number of each quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import NACode, Unit

from .term import absent

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
    book.put("arr.grr", "Gross revenue retention", Unit.SHARE, kept / opening)
    book.put("arr.growth", "ARR growth", Unit.SHARE, net_new / opening)
    book.put("arr.difference", "Difference of the ARR bridge", Unit.MONEY, closing - (opening + net_new))


def derive_quarters(book: Book) -> None:
    """Enter `quarter.<id>.magic_number`: net new ARR for each unit of the quarter before's cost.

    Never times four: ARR is a yearly amount already (MET-004).
    """
    before = absent(NACode.MISSING_INPUT, "there is no earlier quarter").named("cost of the quarter before")
    finance = book.context.finance
    for index, quarter in enumerate(finance.quarters if finance else ()):
        path = book.path_of("finance.quarters", quarter.id, index)
        magic_number = book.term(f"{path}.net_new_arr") / before
        key = f"quarter.{book.segment(quarter.id, index)}.magic_number"
        book.put(key, "Magic number", Unit.RATIO, magic_number, owner=quarter.id, period=quarter.id)
        cost = book.term(f"{path}.sm_cost")
        before = cost.named(f"{cost.words} of the quarter before")
