"""Acquisition and unit economics of each period in `finance`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.values import NACode, Unit

from .economics import ONE, cac_label, counted, payback_months, scope_of
from .lag import cost_before
from .term import Term, absent

if TYPE_CHECKING:
    from .book import Book


def derive_years(book: Book) -> None:
    """Enter `year.<period>.*`; the plan period takes spend and customers from the ask where it has none."""
    finance = book.context.finance
    periods = finance.periods() if finance else {}
    for period in periods:
        _derive_costs(book, period)
        _derive_ratios(book, period)
        _derive_media(book, period)
    for period in periods:
        _derive_lagged(book, period)


def _planned(book: Book, period: str, field: str, instead: str) -> Term:
    """A number of finance, or for the plan period that of the tier asked for."""
    path, budget = f"finance.{period}.{field}", book.context.budget
    if period != book.plan or budget is None:
        return book.term(path)
    return book.first(path, f"tier.{budget.decision.ask_tier}.{instead}")


def _derive_costs(book: Book, period: str) -> None:
    path, year = f"finance.{period}", f"year.{period}"
    marketing = _planned(book, period, "marketing_cost", "total")
    customers = _planned(book, period, "new_customers", "new_customers")
    revenue = book.term(f"{path}.revenue")
    cost = book.term(f"{path}.sales_cost") + marketing
    book.put(f"{year}.sm_cost", "Sales and marketing cost", Unit.MONEY, cost, owner=period)
    cost = book.term(f"{year}.sm_cost")
    book.put(
        f"{year}.sm_share", "Sales and marketing share of revenue", Unit.SHARE, cost / revenue, owner=period
    )
    share_label = f"Marketing share of revenue, {scope_of(book, period)}"
    book.put(f"{year}.marketing_share", share_label, Unit.SHARE, marketing / revenue, owner=period)
    owner = counted(period, customers)
    book.put(f"{year}.cac", cac_label(book, period), Unit.MONEY, cost / customers, owner=owner)
    new, expansion = _new_arr(book, period, customers)
    book.put(f"{year}.new_cac_ratio", "New CAC ratio", Unit.RATIO, cost / new, owner=period)
    book.put(
        f"{year}.blended_cac_ratio", "Blended CAC ratio", Unit.RATIO, cost / (new + expansion), owner=period
    )


def _new_arr(book: Book, period: str, customers: Term) -> tuple[Term, Term]:
    """ARR from new customers and from expansion: those of the bridge, else new customers at their ACV."""
    finance = book.context.finance
    if finance and finance.arr and finance.arr.period == period:
        return book.term("finance.arr.new"), book.or_zero("finance.arr.expansion")
    reason = f"there is no {book.said('ARR bridge')} of {period}"
    none = absent(NACode.MISSING_INPUT, reason).named(book.said("expansion ARR"))
    return customers * book.term(f"year.{period}.acv"), none


def _derive_media(book: Book, period: str) -> None:
    """Enter revenue for each unit spent: on all of marketing (MER), on media alone (ROAS)."""
    path, year = f"finance.{period}", f"year.{period}"
    mer = book.term(f"{path}.revenue") / _planned(book, period, "marketing_cost", "total")
    book.put(f"{year}.mer", "MER", Unit.RATIO, mer, owner=period)
    least = ONE / book.fraction(f"{path}.contribution_margin")
    book.put(f"{year}.mer_breakeven", "MER at break-even", Unit.RATIO, least, owner=period)
    roas = book.term(f"{path}.attributed_revenue") / book.term(f"{path}.media_spend")
    book.put(f"{year}.roas", "ROAS, media only", Unit.RATIO, roas, owner=period)


def _derive_lagged(book: Book, period: str) -> None:
    """Enter CAC on the cost of the period in which today's customers were first met."""
    customers = _planned(book, period, "new_customers", "new_customers")
    cac = cost_before(book, period) / customers.named(f"{customers.words} of {period}")
    label = f"{cac_label(book, period)}, lagged"
    book.put(f"year.{period}.cac_lagged", label, Unit.MONEY, cac, owner=counted(period, customers))


def _derive_ratios(book: Book, period: str) -> None:
    year = f"year.{period}"
    cac = book.term(f"{year}.cac")
    payback = payback_months(cac, book.term(f"{year}.gross_profit"))
    book.put(f"{year}.payback", "CAC payback", Unit.MONTHS, payback, owner=period)
    book.put(f"{year}.ltv_cac", "LTV:CAC", Unit.TIMES, book.term(f"{year}.ltv") / cac, owner=period)
    book.put(
        f"{year}.ltv_cac_capped",
        "Capped LTV:CAC",
        Unit.TIMES,
        book.term(f"{year}.ltv_capped") / cac,
        owner=period,
    )
    derive_headroom(book, year, owner=period)


def derive_headroom(book: Book, start: str, *, owner: str) -> None:
    """Enter how far payback and LTV:CAC under `start` stay clear of policy; negative is a breach."""
    ceiling = book.term("finance.policy.payback_ceiling_months")
    floor = book.term("finance.policy.ltv_cac_floor")
    book.put(
        f"{start}.payback_headroom",
        "Payback headroom",
        Unit.MONTHS,
        ceiling - book.term(f"{start}.payback"),
        owner=owner,
    )
    if f"{start}.ltv_cac_capped" in book.figures:
        book.put(
            f"{start}.ltv_cac_headroom",
            "LTV:CAC headroom",
            Unit.TIMES,
            book.term(f"{start}.ltv_cac_capped") - floor,
            owner=owner,
        )
