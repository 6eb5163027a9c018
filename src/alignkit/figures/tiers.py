"""What each tier of the budget costs and brings, and what the lines add up to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import NACode, Unit

from .economics import ONE, cac_label, cost_per_customer, counted, margin, payback_months
from .term import Term, absent, total
from .year import derive_headroom

if TYPE_CHECKING:
    from alignkit.context.budget import Budget, Tier

    from .book import Book


def derive_totals(book: Book, budget: Budget) -> None:
    """Enter `money.prior` and, for each tier, what it takes from elsewhere: total, sales cost, customers.

    A total is the sum of the lines, never the typed one; only a budget without lines has nothing else.
    """
    prior = [book.term(f"budget.lines.{line.id}.prior") for line in budget.lines]
    book.put("money.prior", "Prior spend", Unit.MONEY, total(prior, "sum of the lines' prior spend", "lines"))
    for tier in budget.tiers:
        typed, key = f"budget.tiers.{tier.id}", f"tier.{tier.id}"
        spend = _sum_of_lines(book, budget, tier) if budget.lines else book.term(f"{typed}.total")
        sales_cost = book.first(f"{typed}.sales_cost", f"finance.{book.plan}.sales_cost")
        book.put(f"{key}.total", "Spend", Unit.MONEY, spend, owner=tier.label)
        book.put(f"{key}.sales_cost", "Sales cost", Unit.MONEY, sales_cost, owner=tier.label)
        for field, label in (("new_customers", "New customers"), ("mkt_customers", "Marketing's customers")):
            customers = book.term(f"{typed}.{field}")
            book.put(f"{key}.{field}", label, Unit.COUNT, customers, owner=tier.label, noun="customer")


def _sum_of_lines(book: Book, budget: Budget, tier: Tier) -> Term:
    return total(
        [_amount(book, line.id, line.name, tier) for line in budget.lines], "sum of the lines", "lines"
    )


def _amount(book: Book, line: str, name: str, tier: Tier) -> Term:
    key = f"budget.lines.{line}.{tier.id}"
    if key in book.figures:
        return book.term(key)
    return absent(NACode.MISSING_INPUT, f"line {name} has no amount for the tier {tier.label}")


def derive_tiers(book: Book, budget: Budget) -> None:
    """Enter `tier.<id>.*`: outcome, unit economics, change against the running year, policy headroom."""
    for tier in budget.tiers:
        _derive_outcome(book, tier)
        _derive_unit_economics(book, tier)
        _derive_change(book, tier)
        _derive_distance(book, tier, budget.decision.ask_tier)
        _derive_return(book, tier)


def _derive_outcome(book: Book, tier: Tier) -> None:
    key, label = f"tier.{tier.id}", tier.label
    acv = book.term(f"year.{book.plan}.acv")
    new, sourced = book.term(f"{key}.new_customers"), book.term(f"{key}.mkt_customers")
    revenue = _revenue(book, tier)
    book.put(f"{key}.revenue", "Revenue", Unit.MONEY, revenue, owner=label)
    book.put(
        f"{key}.revenue_share",
        "Share of revenue",
        Unit.SHARE,
        book.term(f"{key}.total") / revenue,
        owner=label,
    )
    book.put(f"{key}.new_arr", "New ARR", Unit.MONEY, new * acv, owner=label)
    book.put(f"{key}.mkt_arr", "Marketing-sourced ARR", Unit.MONEY, sourced * acv, owner=label)
    book.put(
        f"{key}.mkt_share", "Marketing-sourced share of customers", Unit.SHARE, sourced / new, owner=label
    )


def _revenue(book: Book, tier: Tier) -> Term:
    """Revenue under a tier; finance's plan is about the tier that is asked for."""
    typed, budget = f"budget.tiers.{tier.id}.revenue", book.context.budget
    asked = budget is not None and budget.decision.ask_tier == tier.id
    return book.first(typed, f"finance.{book.plan}.revenue") if asked else book.term(typed)


def _derive_unit_economics(book: Book, tier: Tier) -> None:
    key, year, label = f"tier.{tier.id}", f"year.{book.plan}", tier.label
    cac = cost_per_customer(
        book.term(f"{key}.total"), book.term(f"{key}.sales_cost"), book.term(f"{key}.new_customers")
    )
    cost = book.term(f"{key}.total") + book.term(f"{key}.sales_cost")
    book.put(f"{key}.sm_cost", "Sales and marketing cost", Unit.MONEY, cost, owner=label)
    owner = counted(label, book.term(f"{key}.new_customers"))
    book.put(f"{key}.cac", cac_label(book, book.plan), Unit.MONEY, cac, owner=owner)
    cac = book.term(f"{key}.cac")
    payback = payback_months(cac, book.term(f"{year}.gross_profit"))
    book.put(f"{key}.payback", "CAC payback", Unit.MONTHS, payback, owner=label)
    for name, text in (("ltv", "LTV"), ("ltv_capped", "Capped LTV")):
        book.put(f"{key}.{name}", text, Unit.MONEY, book.term(f"{year}.{name}"), owner=label)
    book.put(f"{key}.ltv_cac", "LTV:CAC", Unit.TIMES, book.term(f"{key}.ltv") / cac, owner=label)
    capped = book.term(f"{key}.ltv_capped") / cac
    book.put(f"{key}.ltv_cac_capped", "Capped LTV:CAC", Unit.TIMES, capped, owner=label)
    derive_headroom(book, key, owner=label)


def _derive_change(book: Book, tier: Tier) -> None:
    key, label = f"tier.{tier.id}", tier.label
    prior, now = book.term("money.prior"), f"finance.{book.current}"
    spend = book.term(f"{key}.total")
    book.put(f"{key}.change", "Change of spend", Unit.MONEY, spend - prior, owner=label)
    change = book.term(f"{key}.change")
    book.put(f"{key}.change_share", "Change of spend in per cent", Unit.SHARE, change / prior, owner=label)
    customers = book.term(f"{key}.new_customers", label) - book.term(f"{now}.new_customers", book.current)
    book.put(
        f"{key}.customers_change",
        "Change of new customers",
        Unit.COUNT,
        customers,
        owner=label,
        noun="customer",
    )
    cac_change = book.term(f"{key}.cac", label) - book.term(f"year.{book.current}.cac", book.current)
    book.put(f"{key}.cac_change", "Change of loaded CAC", Unit.MONEY, cac_change, owner=label)
    growth = book.term(f"{key}.revenue", label) / book.term(f"{now}.revenue", book.current) - ONE
    book.put(f"{key}.revenue_growth", "Revenue growth", Unit.SHARE, growth, owner=label)


def _derive_distance(book: Book, tier: Tier, ask: str) -> None:
    """What the tier means for somebody who was asked for another: less money, fewer customers."""
    key, asked = f"tier.{tier.id}", f"tier.{ask}"
    for name, label, unit, noun in (
        ("total", "Spend against the ask", Unit.MONEY, ""),
        ("new_customers", "Customers against the ask", Unit.COUNT, "customer"),
        ("new_arr", "New ARR against the ask", Unit.MONEY, ""),
    ):
        if name == "new_arr":
            acv = book.term(f"year.{book.plan}.acv")
            difference = (
                book.term(f"{key}.new_customers", tier.label) - book.term(f"{asked}.new_customers", "ask")
            ) * acv
        else:
            difference = book.term(f"{key}.{name}", tier.label) - book.term(f"{asked}.{name}", "ask")
        short = {"total": "total", "new_customers": "customers", "new_arr": "arr"}[name]
        book.put(f"{key}.{short}_from_ask", label, unit, difference, owner=tier.label, noun=noun)


def _derive_return(book: Book, tier: Tier) -> None:
    """Enter `return.<tier>.*`: marketing cost against marketing-sourced gross profit, one and three years.

    What is attributed would partly have come anyway; the incremental return counts only what would not.
    """
    key, label = f"tier.{tier.id}", tier.label
    retention = book.term(f"year.{book.plan}.retention")
    cost = book.term(f"{key}.total")
    gross_profit = book.term(f"{key}.mkt_arr") * margin(book, book.plan)
    book.put(
        f"{key}.mkt_gross_profit", "Marketing-sourced gross profit", Unit.MONEY, gross_profit, owner=label
    )
    attributed = book.term(f"{key}.mkt_gross_profit")
    incremental = attributed * book.fraction(f"finance.{book.plan}.incremental_share")
    for start, words, gross_profit in (
        ("", "attributed, not incremental", attributed),
        ("incremental_", "incremental", incremental),
    ):
        year1 = (gross_profit - cost) / cost
        three_year = gross_profit * (ONE + retention + retention * retention) / cost - ONE
        for name, years, term in (("year1", "First-year", year1), ("three_year", "Three-year", three_year)):
            title = f"{years} return, {words}"
            book.put(f"return.{tier.id}.{start}{name}", title, Unit.SHARE, term, owner=label)


def by_total(book: Book, budget: Budget) -> list[Tier]:
    """The tiers from the cheapest to the dearest; those whose total is not available come last."""
    return sorted(budget.tiers, key=lambda tier: _order(book, tier))


def _order(book: Book, tier: Tier) -> tuple[bool, Term | object]:
    value = book.term(f"tier.{tier.id}.total").value
    return (True, 0) if not book.given(f"tier.{tier.id}.total") else (False, value)


def walk_away_tier(budget: Budget) -> str:
    """Id of the least tier you can accept: the one named, else the cheapest above the committed money.

    Empty when no tier covers what is committed.
    """
    if budget.decision.walk_away:
        return budget.decision.walk_away
    committed = sum(line.committed for line in budget.lines)
    enough = [tier for tier in budget.tiers if tier.total >= committed]
    return min(enough, key=lambda tier: tier.total).id if enough else ""
