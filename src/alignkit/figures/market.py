"""The company beside its rivals: share of searches and share of sales."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import Unit

from .term import total

if TYPE_CHECKING:
    from .book import Book


def derive_market(book: Book) -> None:
    """Enter `market.{share_of_search, share}`; the rivals are in the formula, the segment in the label."""
    market = book.context.market
    searches = market.searches if market else None
    brand = book.term("market.searches.brand")
    rivals = searches.rivals if searches else ()
    terms = [book.term(f"market.searches.rivals[{index}].searches") for index in range(len(rivals))]
    names = ", ".join(rival.name for rival in rivals)
    share = brand / total([brand, *terms], f"brand + {names}" if names else "all searches", "searches")
    book.put("market.share_of_search", "Share of search", Unit.SHARE, share)
    segment = market.segment if market else None
    share = book.term("market.segment.own_sales") / book.term("market.segment.sales")
    owner = segment.definition if segment else ""
    book.put("market.share", "Market share", Unit.SHARE, share, owner=owner)
