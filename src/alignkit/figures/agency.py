"""What a fee negotiation rests on: the saving, the room, what the scope gives and what notice binds."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import Unit

from .term import constant, least, total

if TYPE_CHECKING:
    from alignkit.context.agency import Agency

    from .book import Book
    from .term import Term

_DAYS_A_YEAR = constant(Decimal(365), "days a year")


def derive_agency(book: Book, agency: Agency) -> None:
    """Enter `fee.*`: what is asked, how far it may go, and what speaks for it."""
    fee, target = book.term("agency.fee"), book.term("agency.target")
    most = book.term("agency.walk_away")
    _money(book, "saving", "Saving asked for", fee - target)
    book.put("fee.saving_share", "Saving asked for in per cent", Unit.SHARE, book.term("fee.saving") / fee)
    _money(book, "least_saving", "Least saving", fee - most)
    _money(book, "room", "Room to the highest fee", most - target)
    _derive_ladder(book, agency)
    _derive_scope(book, agency)
    _derive_ways_out(book, agency)
    for index in range(len(agency.record)):
        _derive_delivery(book, agency, index)


def _money(book: Book, name: str, label: str, term: Term) -> None:
    book.put(f"fee.{name}", label, Unit.MONEY, term)


def _derive_ladder(book: Book, agency: Agency) -> None:
    amounts = [book.term(f"agency.gives[{index}].amount") for index in range(len(agency.gives))]
    if amounts:
        _money(book, "offered", "Fee offered on the ladder", total(amounts, "sum of the gives", "gives"))
        left = book.term("fee.room") - book.term("fee.offered")
        _money(book, "left", "Room left after the ladder", left)


def _derive_scope(book: Book, agency: Agency) -> None:
    """What the work that ends costs; the rest of the saving is price."""
    if not agency.scope:
        return
    fees = [book.term(f"agency.scope[{index}].fee") for index in range(len(agency.scope))]
    ending = [fee for fee, work in zip(fees, agency.scope, strict=True) if work.ends]
    nothing = constant(Decimal(0))
    _money(book, "scope", "Fee of all work", total(fees, "sum of the parts of the fee", "parts"))
    ended = total(ending, "fee of the work that ends", "parts") if ending else nothing
    _money(book, "ending", "Fee of the work that ends", ended)
    _money(book, "price", "Saving by price", book.term("fee.saving") - book.term("fee.ending"))


def _derive_ways_out(book: Book, agency: Agency) -> None:
    """What leaving costs and saves, and what others take."""
    fee = book.term("agency.fee")
    if agency.notice is not None:
        bound = fee * book.term("agency.notice") / _DAYS_A_YEAR
        _money(book, "bound", "Fee bound by notice", bound)
    if agency.alternative_cost is not None:
        saved = fee - book.term("agency.alternative_cost")
        _money(book, "alternative_saving", "Saving by the alternative", saved)
    alike = [index for index, quote in enumerate(agency.quotes) if quote.comparable]
    if alike:
        offers = [book.term(f"agency.quotes[{index}].fee") for index in alike]
        best = least(*offers).named("lowest comparable offer") if len(offers) > 1 else offers[0]
        _money(book, "best_offer", "Lowest comparable offer", best)
        _money(book, "above_offer", "Fee above the lowest offer", fee - book.term("fee.best_offer"))


def _derive_delivery(book: Book, agency: Agency, index: int) -> None:
    path, owner = f"agency.record[{index}]", agency.record[index].name
    share = book.term(f"{path}.delivered") / book.term(f"{path}.agreed")
    book.put(f"fee.delivery{index + 1}", "Delivered share", Unit.SHARE, share, owner=owner)
