"""What each step from a tier to the next dearer one costs and brings, and when the ask breaks even."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import NA, NACode, Unit

from .economics import MONTHS_A_YEAR, payback_months
from .term import absent
from .tiers import by_total
from .year import derive_headroom

if TYPE_CHECKING:
    from alignkit.context.budget import Budget, Tier

    from .book import Book
    from .term import Term


def derive_steps(book: Book, budget: Budget) -> None:
    """Enter `step.<tier>.*` for the step into each tier; into the cheapest one there is none."""
    below: Tier | None = None
    for tier in by_total(book, budget):
        _derive_amounts(book, below, tier)
        _derive_costs(book, tier)
        below = tier


def _difference(book: Book, below: Tier | None, tier: Tier, name: str) -> Term:
    words = {"total": "extra spend", "sales_cost": "extra sales cost", "new_customers": "extra customers"}
    if below is None:
        reason = f"there is no tier cheaper than {tier.label}"
        return absent(NACode.MISSING_INPUT, reason).named(words[name])
    return book.term(f"tier.{tier.id}.{name}", tier.label) - book.term(f"tier.{below.id}.{name}", below.label)


def _derive_amounts(book: Book, below: Tier | None, tier: Tier) -> None:
    key, owner = f"step.{tier.id}", f"step to {tier.label}"
    for name, label, source, unit in (
        ("spend", "Extra spend", "total", Unit.MONEY),
        ("sales_cost", "Extra sales cost", "sales_cost", Unit.MONEY),
        ("customers", "Extra customers", "new_customers", Unit.COUNT),
    ):
        noun = "customer" if unit is Unit.COUNT else ""
        book.put(f"{key}.{name}", label, unit, _difference(book, below, tier, source), owner=owner, noun=noun)


def _derive_costs(book: Book, tier: Tier) -> None:
    key, year, owner = f"step.{tier.id}", f"year.{book.plan}", f"step to {tier.label}"
    spend, sales_cost = book.term(f"{key}.spend"), book.term(f"{key}.sales_cost")
    customers, acv = book.term(f"{key}.customers"), book.term(f"{year}.acv")
    book.put(f"{key}.arr", "Extra new ARR", Unit.MONEY, customers * acv, owner=owner)
    book.put(f"{key}.marginal", "Marginal marketing cost", Unit.MONEY, spend / customers, owner=owner)
    loaded = (spend + sales_cost) / customers
    book.put(f"{key}.marginal_loaded", "Marginal loaded cost", Unit.MONEY, loaded, owner=owner)
    payback = payback_months(book.term(f"{key}.marginal_loaded"), book.term(f"{year}.gross_profit"))
    book.put(f"{key}.payback", "Payback of the step", Unit.MONTHS, payback, owner=owner)
    derive_headroom(book, key, owner=owner)
    in_year = customers * acv * book.fraction("budget.in_year_factor")
    book.put(f"{key}.in_year_revenue", "Extra revenue in the year", Unit.MONEY, in_year, owner=owner)


def derive_break_even(book: Book, budget: Budget) -> None:
    """Enter `breakeven.{exact, customers, planned, margin}` of the step to the ask, over twelve months."""
    step, owner = f"step.{budget.decision.ask_tier}", "step to the ask"
    exact = book.term(f"{step}.spend") / book.term(f"year.{book.plan}.gross_profit")
    for name, label, term in (
        ("exact", "Break-even customers, exact", exact),
        ("customers", "Break-even customers", exact.rounded_up()),
        ("planned", "Extra customers planned", book.term(f"{step}.customers")),
    ):
        book.put(f"breakeven.{name}", label, Unit.COUNT, term, owner=owner, noun="customer")
    margin = book.term("breakeven.planned") - book.term("breakeven.customers")
    book.put("breakeven.margin", "Margin over break-even", Unit.COUNT, margin, owner=owner, noun="customer")


def derive_room_for_customers(book: Book, budget: Budget) -> None:
    """Enter `breakeven.{least, spare}`: customers the payback ceiling needs, and how many more are planned.

    What is spent stays the same, sales cost included. Fewer than none are needed by nobody: where a customer
    loses money or a cost is negative there is no such number, and `least` is NA with `NEGATIVE_INPUT`.
    """
    tier, owner = f"tier.{budget.decision.ask_tier}", "the ask"
    allowed = book.term("finance.policy.payback_ceiling_months") * book.term(f"year.{book.plan}.gross_profit")
    # divided once: a month's profit that is rounded would need one customer more
    exact = book.term(f"{tier}.sm_cost") * MONTHS_A_YEAR / allowed
    if not isinstance(exact.value, NA) and exact.value < 0:
        exact = absent(NACode.NEGATIVE_INPUT, f"{exact.words} is negative").named(exact.words)
    book.put(
        "breakeven.least",
        "Fewest customers inside the ceiling",
        Unit.COUNT,
        exact.rounded_up(),
        owner=owner,
        noun="customer",
    )
    spare = book.term(f"{tier}.new_customers") - book.term("breakeven.least")
    book.put("breakeven.spare", "Customers above the fewest", Unit.COUNT, spare, owner=owner, noun="customer")
