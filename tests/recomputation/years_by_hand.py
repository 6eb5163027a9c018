"""Unit economics of a period, the ARR bridge, quarters and the record of the last plan."""

from __future__ import annotations

from decimal import Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

from ledger_by_hand import MissingError, per

if TYPE_CHECKING:
    from ledger_by_hand import Sheet

DEFAULT_CAP_YEARS = Fraction(5)


def compute_economics(sheet: Sheet) -> None:
    """What one new customer of each period is worth."""
    for period in periods(sheet):
        _compute_worth(sheet, f"year.{period}", f"finance.{period}")


def _compute_worth(sheet: Sheet, year: str, given: str) -> None:
    def gross_profit() -> Fraction:
        return sheet(f"{given}.new_customer_acv") * sheet.fraction(f"{given}.gross_margin")

    def churn() -> Fraction:
        return sheet.fraction(f"{given}.revenue_churn")

    sheet.put(f"{year}.acv", "money", lambda: sheet(f"{given}.new_customer_acv"))
    sheet.put(f"{year}.gross_profit", "money", gross_profit)
    sheet.put(f"{year}.lifetime", "count", lambda: lifetime(sheet, given))
    sheet.put(f"{year}.ltv", "money", lambda: per(gross_profit(), churn()))
    sheet.put(f"{year}.ltv_capped", "money", lambda: gross_profit() * lifetime(sheet, given))
    sheet.put(f"{year}.retention", "share", lambda: 1 - churn())
    sheet.put(f"{year}.gross_margin", "share", lambda: sheet.fraction(f"{given}.gross_margin"))
    sheet.put(f"{year}.churn", "share", churn)
    sheet.put(f"{year}.monthly_churn", "share", lambda: monthly(churn()))


def monthly(annual: Fraction) -> Fraction:
    """The churn of a month that makes the churn of a year: never its twelfth."""
    with localcontext() as precision:
        precision.prec = 50
        kept = Decimal(1) - Decimal(annual.numerator) / Decimal(annual.denominator)
        return 1 - Fraction(kept ** (Decimal(1) / Decimal(12)))


def lifetime(sheet: Sheet, period: str) -> Fraction:
    """Years a customer counts: what churn suggests, and no more than the cap."""
    try:
        cap: Fraction | None = sheet("finance.policy.ltv_lifetime_cap_years")
    except MissingError:
        cap = None
    try:
        churn = sheet.fraction(f"{period}.revenue_churn")
    except MissingError:
        if cap is None:
            raise
        return cap
    return min(1 / churn, cap or DEFAULT_CAP_YEARS) if churn else cap or DEFAULT_CAP_YEARS


def compute_years(sheet: Sheet) -> None:
    """Cost and efficiency of each period; what the plan period lacks is that of the tier asked for."""
    for period in periods(sheet):
        year = f"year.{period}"
        _compute_cost(sheet, period)
        compute_efficiency(sheet, year, year)
        compute_headroom(sheet, year)


def compute_efficiency(sheet: Sheet, start: str, year: str) -> None:
    """Payback and value for cost of a customer won at the cost under `start`."""
    sheet.put(
        f"{start}.payback", "months", lambda: 12 * per(sheet(f"{start}.cac"), sheet(f"{year}.gross_profit"))
    )
    sheet.put(f"{start}.ltv_cac", "times", lambda: per(sheet(f"{year}.ltv"), sheet(f"{start}.cac")))
    sheet.put(
        f"{start}.ltv_cac_capped", "times", lambda: per(sheet(f"{year}.ltv_capped"), sheet(f"{start}.cac"))
    )


def _compute_cost(sheet: Sheet, period: str) -> None:
    year, given, asked = f"year.{period}", f"finance.{period}", f"tier.{ask_of(sheet)}"
    planned = period == sheet.text("periods.plan.id")

    def marketing() -> Fraction:
        return sheet.first(f"{given}.marketing_cost", *([f"{asked}.total"] if planned else []))

    def customers() -> Fraction:
        return sheet.first(f"{given}.new_customers", *([f"{asked}.new_customers"] if planned else []))

    def new_arr() -> Fraction:
        if sheet.text("finance.arr.period") == period:
            return sheet("finance.arr.new")
        return customers() * sheet(f"{year}.acv")

    def expansion() -> Fraction:
        if sheet.text("finance.arr.period") != period:
            raise MissingError
        return sheet.or_zero("finance.arr.expansion")

    sheet.put(f"{year}.sm_cost", "money", lambda: sheet(f"{given}.sales_cost") + marketing())
    cost = f"{year}.sm_cost"
    sheet.put(f"{year}.sm_share", "share", lambda: per(sheet(cost), sheet(f"{given}.revenue")))
    sheet.put(f"{year}.marketing_share", "share", lambda: per(marketing(), sheet(f"{given}.revenue")))
    sheet.put(f"{year}.cac", "money", lambda: per(sheet(cost), customers()))
    sheet.put(f"{year}.mer", "ratio", lambda: per(sheet(f"{given}.revenue"), marketing()))
    sheet.put(f"{year}.cac_lagged", "money", lambda: per(_earlier_cost(sheet, period), customers()))
    sheet.put(f"{year}.new_cac_ratio", "ratio", lambda: per(sheet(cost), new_arr()))
    sheet.put(f"{year}.blended_cac_ratio", "ratio", lambda: per(sheet(cost), new_arr() + expansion()))


def _earlier_cost(sheet: Sheet, period: str) -> Fraction:
    """The cost that won the customers of a period: that of so many periods before as a sale takes."""
    names = periods(sheet)
    index = names.index(period) - int(sheet("company.lag_years"))
    if index < 0:
        raise MissingError
    return sheet(f"year.{names[index]}.sm_cost")


def compute_headroom(sheet: Sheet, start: str) -> None:
    """How far payback and value stay clear of policy; below zero is a breach."""
    sheet.put(
        f"{start}.payback_headroom",
        "months",
        lambda: sheet("finance.policy.payback_ceiling_months") - sheet(f"{start}.payback"),
    )
    sheet.put(
        f"{start}.ltv_cac_headroom",
        "times",
        lambda: sheet(f"{start}.ltv_cac_capped") - sheet("finance.policy.ltv_cac_floor"),
    )


def compute_arr(sheet: Sheet) -> None:
    """The ARR bridge, retention, and what a unit of last quarter's cost brought."""
    arr = "finance.arr"

    def added() -> Fraction:
        return sheet(f"{arr}.new") + sheet.or_zero(f"{arr}.expansion") - gone()

    def gone() -> Fraction:
        return sheet.or_zero(f"{arr}.contraction") + sheet(f"{arr}.churned")

    sheet.put("arr.net_new", "money", added)
    sheet.put(
        "arr.nrr",
        "share",
        lambda: per(
            sheet(f"{arr}.opening") + sheet.or_zero(f"{arr}.expansion") - gone(), sheet(f"{arr}.opening")
        ),
    )
    sheet.put("arr.grr", "share", lambda: per(sheet(f"{arr}.opening") - gone(), sheet(f"{arr}.opening")))
    sheet.put("arr.growth", "share", lambda: per(added(), sheet(f"{arr}.opening")))
    sheet.put("arr.difference", "money", lambda: sheet(f"{arr}.closing") - sheet(f"{arr}.opening") - added())
    quarters = [str(quarter["id"]) for quarter in sheet.records("finance.quarters")]
    for before, quarter in zip(["", *quarters], quarters, strict=False):
        _compute_magic_number(sheet, before, quarter)


def _compute_magic_number(sheet: Sheet, before: str, quarter: str) -> None:
    """Never times four: ARR is a yearly amount already."""
    sheet.put(
        f"quarter.{quarter}.magic_number",
        "ratio",
        lambda: per(
            sheet(f"finance.quarters.{quarter}.net_new_arr"), sheet(f"finance.quarters.{before}.sm_cost")
        ),
    )


def compute_last_plan(sheet: Sheet) -> None:
    """Last year's plan against what came of it, both ways."""
    plan = "finance.last_plan"

    def spent() -> Fraction:
        return sheet(f"{plan}.actual_spend")

    def planned() -> Fraction:
        return sheet(f"{plan}.planned_spend")

    def won() -> Fraction:
        return sheet(f"{plan}.actual_customers")

    def promised() -> Fraction:
        return sheet(f"{plan}.planned_customers")

    sheet.put("last_plan.spend_variance", "money", lambda: spent() - planned())
    sheet.put("last_plan.spend_variance_share", "share", lambda: per(spent() - planned(), planned()))
    sheet.put("last_plan.customers_variance", "count", lambda: won() - promised())
    sheet.put("last_plan.customers_variance_share", "share", lambda: per(won() - promised(), promised()))
    sheet.put("last_plan.delivered_share", "share", lambda: per(won(), promised()))
    sheet.put("last_plan.planned_cost", "money", lambda: per(planned(), promised()))
    sheet.put("last_plan.actual_cost", "money", lambda: per(spent(), won()))
    sheet.put("last_plan.accuracy", "share", lambda: 1 - per(abs(promised() - won()), won()))


def periods(sheet: Sheet) -> list[str]:
    """Names of the periods with results or a plan."""
    finance = sheet.context.get("finance") or {}
    named = {"arr", "quarters", "policy", "last_plan"}
    return [name for name, block in finance.items() if name not in named and isinstance(block, dict)]


def ask_of(sheet: Sheet) -> str:
    """Id of the tier asked for."""
    return sheet.text("budget.decision.ask_tier")
