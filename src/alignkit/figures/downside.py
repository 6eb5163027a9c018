"""The worst plausible year, and which assumption moves the plan most."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import NA, NACode, Unit

from .economics import cac_label, cost_per_customer, counted, margin, payback_months
from .labels import label_of
from .term import absent
from .year import derive_headroom

if TYPE_CHECKING:
    from alignkit.context.budget import Budget

    from .book import Book
    from .term import Term

_DRIVERS = ("opportunities", "win_rate", "acv")


def derive_downside(book: Book, budget: Budget) -> None:
    """Enter `downside.*`: the tier's spend with fewer and smaller customers.

    Without a bad year in the context nothing of it is available.
    """
    tier = f"tier.{budget.downside.tier if budget.downside else budget.decision.ask_tier}"
    label = budget.downside.label if budget.downside else "bad year"
    won = book.term("budget.downside.opportunities") * book.fraction("budget.downside.win_rate")
    book.put(
        "downside.mkt_customers",
        "Marketing's customers",
        Unit.COUNT,
        won.rounded_down(),
        owner=label,
        noun="customer",
    )
    others = book.term(f"{tier}.new_customers", "plan") - book.term(f"{tier}.mkt_customers", "plan")
    customers = others + book.term("downside.mkt_customers", label)
    if not isinstance(customers.value, NA) and customers.value < 0:
        reason = "marketing is to win more customers than there are"
        customers = absent(NACode.NEGATIVE_INPUT, reason).named(customers.words)
    book.put("downside.new_customers", "New customers", Unit.COUNT, customers, owner=label, noun="customer")
    _derive_downside_economics(book, tier, label)
    _derive_downside_change(book, tier, label)


def _derive_downside_economics(book: Book, tier: str, label: str) -> None:
    year, customers = f"year.{book.plan}", book.term("downside.new_customers")
    acv = book.term("budget.downside.acv")
    cac = cost_per_customer(book.term(f"{tier}.total"), book.term(f"{tier}.sales_cost"), customers)
    book.put("downside.total", "Spend", Unit.MONEY, book.term(f"{tier}.total"), owner=label)
    book.put(
        "downside.sm_cost",
        "Sales and marketing cost",
        Unit.MONEY,
        book.term("downside.total") + book.term(f"{tier}.sales_cost"),
        owner=label,
    )
    book.put("downside.cac", cac_label(book, book.plan), Unit.MONEY, cac, owner=counted(label, customers))
    gross_profit = acv * margin(book, book.plan)
    book.put("downside.gross_profit", "Gross profit per customer", Unit.MONEY, gross_profit, owner=label)
    cac, gross_profit = book.term("downside.cac"), book.term("downside.gross_profit")
    payback = payback_months(cac, gross_profit)
    book.put("downside.payback", "CAC payback", Unit.MONTHS, payback, owner=label)
    ltv = gross_profit * book.term(f"{year}.lifetime")
    book.put("downside.ltv_capped", "Capped LTV", Unit.MONEY, ltv, owner=label)
    ratio = book.term("downside.ltv_capped") / cac
    book.put("downside.ltv_cac_capped", "Capped LTV:CAC", Unit.TIMES, ratio, owner=label)
    book.put("downside.new_arr", "New ARR", Unit.MONEY, customers * acv, owner=label)
    arr = book.term("downside.mkt_customers") * acv
    book.put("downside.mkt_arr", "Marketing-sourced ARR", Unit.MONEY, arr, owner=label)
    derive_headroom(book, "downside", owner=label)


def _derive_downside_change(book: Book, tier: str, label: str) -> None:
    arr = book.term("downside.mkt_arr", label) - book.term(f"{tier}.mkt_arr", "plan")
    book.put("downside.arr_change", "Change of marketing-sourced ARR", Unit.MONEY, arr, owner=label)
    customers = book.term("downside.new_customers", label) - book.term(f"{tier}.new_customers", "plan")
    book.put(
        "downside.customers_change",
        "Change of new customers",
        Unit.COUNT,
        customers,
        owner=label,
        noun="customer",
    )


def derive_held(book: Book, budget: Budget) -> None:
    """Enter `downside.held_{total, sm_cost}`: what the bad year costs while no gate opens.

    Gates hold back money of the ask; a bad year under another tier has no amount they could be taken off.
    """
    label = budget.downside.label if budget.downside else "bad year"
    asked = budget.decision.ask_tier
    held = book.term("downside.total") - book.term("money.gated")
    if budget.downside and budget.downside.tier != asked:
        reason = f"the gates hold back money of {asked}, the bad year is under another tier"
        held = absent(NACode.MISSING_INPUT, reason).named(held.words)
    elif not isinstance(held.value, NA) and held.value < 0:
        held = absent(NACode.NEGATIVE_INPUT, "the gates hold back more than is spent").named(held.words)
    book.put("downside.held_total", "Spend while no gate opens", Unit.MONEY, held, owner=label)
    cost = book.term("downside.held_total") + book.term(f"tier.{asked}.sales_cost")
    words = "Sales and marketing cost while no gate opens"
    book.put("downside.held_sm_cost", words, Unit.MONEY, cost, owner=label)


def derive_drivers(book: Book, budget: Budget) -> None:
    """Enter `drivers.base_arr` and `driver.<id>.*`: its change with one driver at its low or high value."""
    arr = _arr(book, "", "")
    book.put("drivers.base_arr", "Marketing-sourced ARR at base assumptions", Unit.MONEY, arr)
    base = book.term("drivers.base_arr")
    for driver in budget.drivers:
        key, name = f"driver.{driver.id}", book.said(label_of(driver.id))
        for end in ("low", "high"):
            effect = _arr(book, driver.id, end) - base
            book.put(f"{key}.{end}_effect", f"Effect at its {end}", Unit.MONEY, effect, owner=name)
        spread = (book.term(f"{key}.high_effect") - book.term(f"{key}.low_effect")).size()
        book.put(f"{key}.range", "Range of the effect", Unit.MONEY, spread, owner=name)


def _arr(book: Book, moved: str, end: str) -> Term:
    opportunities, win_rate, acv = (
        book.term(f"budget.drivers.{name}.{end if name == moved else 'base'}").named(
            f"{end} {book.said(label_of(name))}" if name == moved else book.said(label_of(name))
        )
        for name in _DRIVERS
    )
    return opportunities * win_rate * acv
