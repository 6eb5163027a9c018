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

_A_TWELFTH = Term(Decimal(1) / Decimal(12), "(1/12)", ("(", Decimal(1), "/", Decimal(12), ")"))
_FEW_CUSTOMERS = 10
"""Below it a ratio shows how many customers it rests on (metric library)."""

_SCOPES = {"loaded": "people included", "programme": "programme cost only", "media": "media cost only"}
"""What costs include, as a label says it."""
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

    The cap alone decides at a churn of nothing; where churn is not known, only a cap somebody has set does.
    """
    if isinstance(churn.value, NA):
        none = absent(NACode.MISSING_INPUT, "there is neither churn nor a lifetime cap")
        return cap.named("lifetime cap") if cap else none.named("lifetime")
    if not churn.value:
        return (cap or _DEFAULT_CAP_YEARS).named("lifetime cap")
    return least(ONE / churn, cap or _DEFAULT_CAP_YEARS)


def _capped(ltv: Term, gross_profit: Term, lifetime: Term, cap: Term | None) -> Term:
    """Lifetime value of no more years than the cap, and so never above the uncapped one."""
    if isinstance(ltv.value, NA):
        return gross_profit * lifetime
    return least(ltv, gross_profit * (cap or _DEFAULT_CAP_YEARS))


def margin(book: Book, period: str) -> Term:
    """Gross margin of a period, a fraction."""
    key = f"year.{period}.gross_margin"
    return book.term(key) if key in book.figures else book.fraction(f"finance.{period}.gross_margin")


def cac_label(book: Book, period: str) -> str:
    """What cost per new customer may be called: CAC only where the costs are loaded (MET-008)."""
    scope = scope_of(book, period)
    return "Loaded CAC" if scope == _SCOPES["loaded"] else f"Cost per customer, {scope}"


def scope_of(book: Book, period: str) -> str:
    """What the costs of a period include, in words."""
    finance = book.context.finance
    entry = finance.periods().get(period) if finance else None
    return _SCOPES[entry.cost_scope if entry else "loaded"]


def counted(owner: str, customers: Term) -> str:
    """The owner of a ratio over customers, with their number where it is small."""
    value = customers.value
    return f"{owner}, n = {value:f}" if isinstance(value, Decimal) and 0 < value < _FEW_CUSTOMERS else owner


def derive_economics(book: Book) -> None:
    """Enter `year.<period>.*` about one customer: value, margin, churn, lifetime, lifetime value."""
    finance = book.context.finance
    cap = book.term(_CAP) if book.given(_CAP) else None
    for period in finance.periods() if finance else ():
        _derive_inputs(book, period)
        _derive_lifetime(book, period, cap)


def _derive_inputs(book: Book, period: str) -> None:
    """Enter what is written, or what follows from other entries where it is not."""
    path, year = f"finance.{period}", f"year.{period}"
    book.put(f"{year}.acv", "ACV of a new customer", Unit.MONEY, _acv(book, period), owner=period)
    book.put(f"{year}.gross_margin", "Gross margin", Unit.SHARE, _gross_margin(book, path), owner=period)
    yearly, monthly = book.fraction(f"{path}.revenue_churn"), book.fraction(f"{path}.monthly_churn")
    if not book.given(f"{path}.revenue_churn") and book.given(f"{path}.monthly_churn"):
        yearly = ONE - (ONE - monthly).power(MONTHS_A_YEAR)
    elif not book.given(f"{path}.monthly_churn"):
        monthly = ONE - (ONE - yearly).power(_A_TWELFTH)
    book.put(f"{year}.churn", "Revenue churn", Unit.SHARE, yearly, owner=period)
    book.put(f"{year}.monthly_churn", "Revenue churn a month", Unit.SHARE, monthly, owner=period)


def _acv(book: Book, period: str) -> Term:
    """The value of a new customer: that written, else new ARR of the bridge over new customers."""
    key, finance = f"finance.{period}.new_customer_acv", book.context.finance
    if not book.given(key) and finance and finance.arr and finance.arr.period == period:
        return book.term("finance.arr.new") / book.term(f"finance.{period}.new_customers")
    return book.term(key)


def _gross_margin(book: Book, path: str) -> Term:
    cost = f"{path}.cost_of_revenue"
    if book.given(f"{path}.gross_margin") or not book.given(cost):
        return book.fraction(f"{path}.gross_margin")
    revenue = book.term(f"{path}.revenue")
    found = book.checked(
        ((revenue - book.term(cost)) / revenue).named("gross margin"), cost, "compare it with the revenue"
    )
    return found if isinstance(found.value, NA) else (revenue - book.term(cost)) / revenue


def _derive_lifetime(book: Book, period: str, cap: Term | None) -> None:
    year = f"year.{period}"
    churn, acv = book.term(f"{year}.churn"), book.term(f"{year}.acv")
    gross_profit = acv * margin(book, period)
    book.put(f"{year}.gross_profit", "Gross profit per customer", Unit.MONEY, gross_profit, owner=period)
    gross_profit = book.term(f"{year}.gross_profit")
    lifetime = lifetime_years(churn, cap)
    book.put(f"{year}.lifetime", "Lifetime", Unit.COUNT, lifetime, owner=period, noun="year")
    book.put(f"{year}.ltv", "LTV", Unit.MONEY, gross_profit / churn, owner=period)
    capped = _capped(book.term(f"{year}.ltv"), gross_profit, book.term(f"{year}.lifetime"), cap)
    book.put(f"{year}.ltv_capped", "Capped LTV", Unit.MONEY, capped, owner=period)
    book.put(f"{year}.retention", "Retention", Unit.SHARE, ONE - churn, owner=period)
