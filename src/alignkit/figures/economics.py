"""What one customer is worth in each period: gross profit, lifetime and lifetime value."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import NA, NACode, Unit

from .term import Term, absent, constant, least

if TYPE_CHECKING:
    from .book import Book

MONTHS_A_YEAR = constant(Decimal(12))
ONE = constant(Decimal(1))

_DEFAULT_CAP_YEARS = constant(Decimal(5), "5 years")
"""Longest customer life that counts when policy names none (metric library)."""

_CAP = "finance.policy.ltv_lifetime_cap_years"


def cost_per_customer(spend: Term, sales_cost: Term, customers: Term) -> Term:
    """Loaded CAC: all sales and marketing cost for each new customer."""
    return (spend + sales_cost) / customers


def payback_months(cac: Term, gross_profit: Term) -> Term:
    """Months until a customer's gross profit has paid for winning it; gross profit is of a year.

    A cost below nothing, as of a step that saves more sales cost than it spends, is not paid back.
    """
    months = cac / (gross_profit / MONTHS_A_YEAR)
    if isinstance(months.value, NA) or months.value >= 0:
        return months
    return absent(NACode.NEGATIVE_INPUT, f"{cac.words} is negative").named(months.words)


def lifetime_years(churn: Term, cap: Term | None) -> Term:
    """Years a customer counts: no longer than churn suggests, nor than the cap.

    Without churn the cap alone decides; without either there is none.
    """
    if isinstance(churn.value, NA) or not churn.value:
        none = absent(NACode.MISSING_INPUT, "there is neither churn nor a lifetime cap")
        return cap.named("lifetime cap") if cap else none.named("lifetime")
    return least(ONE / churn, cap or _DEFAULT_CAP_YEARS)


def _capped(ltv: Term, gross_profit: Term, lifetime: Term, cap: Term | None) -> Term:
    """Lifetime value of no more years than the cap, and so never above the uncapped one."""
    if isinstance(ltv.value, NA):
        return gross_profit * lifetime
    return least(ltv, gross_profit * (cap or _DEFAULT_CAP_YEARS))


def derive_economics(book: Book) -> None:
    """Enter `year.<period>.{acv, gross_profit, lifetime, ltv, ltv_capped, retention}`."""
    finance = book.context.finance
    if finance is None:
        return
    cap = book.term(_CAP) if book.given(_CAP) else None
    for period in finance.periods():
        path, year = f"finance.{period}", f"year.{period}"
        churn, acv = book.fraction(f"{path}.revenue_churn"), book.term(f"{path}.new_customer_acv")
        margin = book.fraction(f"{path}.gross_margin")
        book.put(f"{year}.acv", "ACV of a new customer", Unit.MONEY, acv, owner=period)
        book.put(f"{year}.gross_profit", "Gross profit per customer", Unit.MONEY, acv * margin, owner=period)
        gross_profit = book.term(f"{year}.gross_profit")
        book.put(
            f"{year}.lifetime", "Lifetime", Unit.COUNT, lifetime_years(churn, cap), owner=period, noun="year"
        )
        book.put(f"{year}.ltv", "LTV", Unit.MONEY, gross_profit / churn, owner=period)
        book.put(
            f"{year}.ltv_capped",
            "Capped LTV",
            Unit.MONEY,
            _capped(book.term(f"{year}.ltv"), gross_profit, book.term(f"{year}.lifetime"), cap),
            owner=period,
        )
        book.put(f"{year}.retention", "Retention", Unit.SHARE, ONE - churn, owner=period)
