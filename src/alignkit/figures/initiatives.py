"""What each initiative costs and brings, all of them together, and each segment."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from alignkit.values import NACode, Unit

from .economics import ONE, margin, payback_months
from .term import absent, none_of, total

if TYPE_CHECKING:
    from alignkit.context.initiatives import Initiative

    from .book import Book


PROGRAMME_COST = "Programme cost per customer, excludes people and sales"
"""Never to be taken for CAC (metric library)."""

ALL_MONEY = "programme money of all initiatives"
"""What shares of it are counted of."""


def derive_initiatives(book: Book) -> None:
    """Enter `initiative.<id>.*`, `initiatives.*` and `segment.<id>.*`; programme money, people excluded."""
    initiatives = book.context.initiatives
    for initiative in initiatives:
        _derive_outcome(book, initiative)
        _derive_costs(book, initiative)
    _derive_totals(book, "initiatives", initiatives, "all initiatives")
    for name, label, counted in (
        ("cost_per_customer", PROGRAMME_COST, "customers"),
        ("cost_per_opportunity", "Programme cost per opportunity", "opportunities"),
    ):
        cost = book.term("initiatives.budget") / book.term(f"initiatives.{counted}")
        book.put(f"initiatives.{name}", label, Unit.MONEY, cost, owner="all initiatives")
    _derive_win_rate(book, initiatives)
    _derive_unlinked(book, initiatives)
    for segment in dict.fromkeys(initiative.segment for initiative in initiatives if initiative.segment):
        part = [initiative for initiative in initiatives if initiative.segment == segment]
        key = f"segment.{book.segment(segment)}"
        _derive_totals(book, key, part, segment.replace("_", " "))
        share = book.term(f"{key}.budget") / book.term("initiatives.budget").named(ALL_MONEY)
        book.put(f"{key}.budget_share", "Share of programme money", Unit.SHARE, share, owner=segment)
        _derive_return(book, key, segment.replace("_", " "))
    for initiative in initiatives:
        key = f"initiative.{initiative.id}"
        share = book.term(f"initiatives.{initiative.id}.budget") / book.term("initiatives.budget").named(
            ALL_MONEY
        )
        book.put(f"{key}.budget_share", "Share of programme money", Unit.SHARE, share, owner=initiative.name)


def _derive_outcome(book: Book, initiative: Initiative) -> None:
    path, key, owner = f"initiatives.{initiative.id}", f"initiative.{initiative.id}", initiative.name
    acv, opportunities = book.term(f"{path}.acv"), book.term(f"{path}.opportunities")
    arr = book.term(f"{path}.customers") * acv
    book.put(f"{key}.arr", "ARR", Unit.MONEY, arr, owner=owner)
    book.put(f"{key}.pipeline", "Pipeline", Unit.MONEY, opportunities * acv, owner=owner)
    expected = opportunities * book.fraction(f"{path}.win_rate")
    book.put(
        f"{key}.expected_customers", "Expected customers", Unit.COUNT, expected, owner=owner, noun="customer"
    )
    whole = expected.rounded_down()
    book.put(
        f"{key}.committed_customers",
        "Customers to commit to",
        Unit.COUNT,
        whole,
        owner=owner,
        noun="customer",
    )
    gross_profit = book.term(f"{key}.arr") * margin(book, book.plan)
    book.put(f"{key}.gross_profit", "Gross profit", Unit.MONEY, gross_profit, owner=owner)


def _derive_costs(book: Book, initiative: Initiative) -> None:
    path, key, owner = f"initiatives.{initiative.id}", f"initiative.{initiative.id}", initiative.name
    budget, acv = book.term(f"{path}.budget"), book.term(f"{path}.acv")
    for name, label, counted in (
        ("cost_per_customer", PROGRAMME_COST, "customers"),
        ("cost_per_opportunity", "Programme cost per opportunity", "opportunities"),
    ):
        book.put(f"{key}.{name}", label, Unit.MONEY, budget / book.term(f"{path}.{counted}"), owner=owner)
    first_year = book.term(f"{key}.gross_profit") / budget - ONE
    book.put(f"{key}.first_year_return", "First-year programme return", Unit.SHARE, first_year, owner=owner)
    gross_profit = acv * margin(book, book.plan)
    payback = payback_months(book.term(f"{key}.cost_per_customer"), gross_profit)
    book.put(f"{key}.payback", "Programme payback", Unit.MONTHS, payback, owner=owner)


_TOTALS: tuple[tuple[str, str, Unit, str, str, Callable[[Initiative], bool]], ...] = (
    ("budget", "Programme money", Unit.MONEY, "", "initiatives.{}.budget", lambda _: True),
    (
        "arr",
        "ARR",
        Unit.MONEY,
        "",
        "initiative.{}.arr",
        lambda initiative: initiative.customers is not None,
    ),
    (
        "pipeline",
        "Pipeline",
        Unit.MONEY,
        "",
        "initiative.{}.pipeline",
        lambda initiative: initiative.opportunities is not None,
    ),
    (
        "opportunities",
        "Opportunities",
        Unit.COUNT,
        "opportunity",
        "initiatives.{}.opportunities",
        lambda initiative: initiative.opportunities is not None,
    ),
    (
        "customers",
        "Customers",
        Unit.COUNT,
        "customer",
        "initiatives.{}.customers",
        lambda initiative: initiative.customers is not None,
    ),
)
"""Name, label, unit, noun and key of what is added, and which initiatives are meant to have it."""


def _derive_totals(
    book: Book, key: str, initiatives: tuple[Initiative, ...] | list[Initiative], owner: str
) -> None:
    for name, label, unit, noun, part, meant in _TOTALS:
        terms = [book.term(part.format(item.id)) for item in initiatives if meant(item)]
        words = book.said("ARR" if name == "arr" else name)
        term = total(terms, f"sum of the initiatives' {words}", f"initiatives with {words}")
        book.put(f"{key}.{name}", label, unit, term, owner=owner, noun=noun)


def _derive_return(book: Book, key: str, owner: str) -> None:
    """What the customers of a segment leave in a year, and when that has paid for its programmes."""
    gross_profit = book.term(f"{key}.arr") * margin(book, book.plan)
    book.put(f"{key}.gross_profit", "Gross profit", Unit.MONEY, gross_profit, owner=owner)
    payback = payback_months(book.term(f"{key}.budget"), book.term(f"{key}.gross_profit"))
    book.put(f"{key}.payback", "Programme payback", Unit.MONTHS, payback, owner=owner)


def _derive_win_rate(book: Book, initiatives: tuple[Initiative, ...]) -> None:
    """The blended win rate of initiatives that have both counts, and the coverage it asks for."""
    both = [item.id for item in initiatives if item.customers is not None and item.opportunities is not None]
    won = book.said("opportunities")
    name = f"initiatives with {won}"
    customers = total([book.term(f"initiatives.{item}.customers") for item in both], "customers", name)
    opportunities = total([book.term(f"initiatives.{item}.opportunities") for item in both], won, name)
    rate = customers / opportunities
    book.put("initiatives.win_rate", "Blended win rate", Unit.SHARE, rate.named(f"customers / {won}"))
    coverage = ONE / book.term("initiatives.win_rate")
    book.put("initiatives.coverage_needed", "Pipeline coverage needed", Unit.TIMES, coverage)


def _derive_unlinked(book: Book, initiatives: tuple[Initiative, ...]) -> None:
    without = [book.term(f"initiatives.{item.id}.budget") for item in initiatives if item.objective is None]
    words = "sum of the budgets without an objective"
    none = none_of(book.term("initiatives.budget"), words)
    unlinked = total(without, words, "initiatives") if without else none
    if not initiatives:
        unlinked = absent(NACode.MISSING_INPUT, "there are no initiatives").named("unlinked programme money")
    book.put("initiatives.unlinked", "Programme money without an objective", Unit.MONEY, unlinked)
    share = book.term("initiatives.unlinked") / book.term("initiatives.budget").named(ALL_MONEY)
    book.put("initiatives.unlinked_share", "Share without an objective", Unit.SHARE, share)
