"""What each tier of the budget and each step between two tiers costs and brings."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

from ledger_by_hand import MissingError, added, per
from years_by_hand import ask_of, compute_efficiency, compute_headroom

if TYPE_CHECKING:
    from ledger_by_hand import Sheet


def compute_totals(sheet: Sheet) -> None:
    """What each tier takes: the sum of its lines, sales cost, customers."""
    sheet.put("money.prior", "money", lambda: sum_of_lines(sheet, "prior"))
    for tier in tiers(sheet):
        _compute_total(sheet, tier)


def _compute_total(sheet: Sheet, tier: str) -> None:
    typed, key = f"budget.tiers.{tier}", f"tier.{tier}"
    plan = sheet.text("periods.plan.id")
    if sheet.records("budget.lines"):
        sheet.put(f"{key}.total", "money", lambda: sum_of_lines(sheet, tier))
    else:
        sheet.put(f"{key}.total", "money", lambda: sheet(f"{typed}.total"))
    sheet.put(
        f"{key}.sales_cost", "money", lambda: sheet.first(f"{typed}.sales_cost", f"finance.{plan}.sales_cost")
    )
    sheet.put(f"{key}.new_customers", "count", lambda: sheet(f"{typed}.new_customers"))
    sheet.put(f"{key}.mkt_customers", "count", lambda: sheet(f"{typed}.mkt_customers"))


def sum_of_lines(sheet: Sheet, column: str) -> Fraction:
    """A column of the budget added up."""
    return added(sheet(f"budget.lines.{line['id']}.{column}") for line in sheet.records("budget.lines"))


def compute_tiers(sheet: Sheet) -> None:
    """Outcome, unit economics, change, distance and return of each tier."""
    for tier in tiers(sheet):
        _compute_outcome(sheet, f"tier.{tier}", tier)
        _compute_change(sheet, f"tier.{tier}")
        _compute_distance(sheet, f"tier.{tier}")
        _compute_return(sheet, f"tier.{tier}", f"return.{tier}")


def _compute_outcome(sheet: Sheet, key: str, tier: str) -> None:
    plan = sheet.text("periods.plan.id")
    year = f"year.{plan}"
    revenue = [f"budget.tiers.{tier}.revenue"]
    if tier == ask_of(sheet):
        revenue.append(f"finance.{plan}.revenue")
    sheet.put(f"{key}.revenue", "money", lambda: sheet.first(*revenue))
    sheet.put(f"{key}.revenue_share", "share", lambda: per(sheet(f"{key}.total"), sheet(f"{key}.revenue")))
    sheet.put(f"{key}.new_arr", "money", lambda: sheet(f"{key}.new_customers") * sheet(f"{year}.acv"))
    sheet.put(f"{key}.mkt_arr", "money", lambda: sheet(f"{key}.mkt_customers") * sheet(f"{year}.acv"))
    sheet.put(
        f"{key}.mkt_share", "share", lambda: per(sheet(f"{key}.mkt_customers"), sheet(f"{key}.new_customers"))
    )
    if sheet.context["budget"].get("proof"):
        proven = "budget.proof.proven_share"
        sheet.put(
            f"{key}.proven_customers",
            "count",
            lambda: Fraction(int(sheet(f"{key}.mkt_customers") * sheet.fraction(proven))),
        )
    sheet.put(f"{key}.sm_cost", "money", lambda: sheet(f"{key}.total") + sheet(f"{key}.sales_cost"))
    sheet.put(
        f"{key}.cac",
        "money",
        lambda: per(sheet(f"{key}.total") + sheet(f"{key}.sales_cost"), sheet(f"{key}.new_customers")),
    )
    sheet.put(f"{key}.ltv", "money", lambda: sheet(f"{year}.ltv"))
    sheet.put(f"{key}.ltv_capped", "money", lambda: sheet(f"{year}.ltv_capped"))
    compute_efficiency(sheet, key, year)
    compute_headroom(sheet, key)


def _compute_change(sheet: Sheet, key: str) -> None:
    current = sheet.text("periods.current.id")

    def change() -> Fraction:
        return sheet(f"{key}.total") - sheet("money.prior")

    sheet.put(f"{key}.change", "money", change)
    sheet.put(f"{key}.change_share", "share", lambda: per(change(), sheet("money.prior")))
    sheet.put(
        f"{key}.customers_change",
        "count",
        lambda: sheet(f"{key}.new_customers") - sheet(f"finance.{current}.new_customers"),
    )
    sheet.put(f"{key}.cac_change", "money", lambda: sheet(f"{key}.cac") - sheet(f"year.{current}.cac"))
    sheet.put(
        f"{key}.revenue_growth",
        "share",
        lambda: per(sheet(f"{key}.revenue"), sheet(f"finance.{current}.revenue")) - 1,
    )


def _compute_distance(sheet: Sheet, key: str) -> None:
    asked = f"tier.{ask_of(sheet)}"

    def fewer() -> Fraction:
        return sheet(f"{key}.new_customers") - sheet(f"{asked}.new_customers")

    sheet.put(f"{key}.total_from_ask", "money", lambda: sheet(f"{key}.total") - sheet(f"{asked}.total"))
    sheet.put(f"{key}.customers_from_ask", "count", fewer)
    sheet.put(
        f"{key}.arr_from_ask", "money", lambda: fewer() * sheet(f"year.{sheet.text('periods.plan.id')}.acv")
    )


def _compute_return(sheet: Sheet, key: str, start: str) -> None:
    """Marketing cost against the gross profit of the customers marketing sources."""
    plan = sheet.text("periods.plan.id")

    def profit() -> Fraction:
        return sheet(f"{key}.mkt_arr") * sheet.fraction(f"finance.{plan}.gross_margin")

    def three_years() -> Fraction:
        kept = sheet(f"year.{plan}.retention")
        return per(profit() * (1 + kept + kept**2), sheet(f"{key}.total")) - 1

    sheet.put(f"{key}.mkt_gross_profit", "money", profit)
    sheet.put(f"{start}.year1", "share", lambda: per(profit(), sheet(f"{key}.total")) - 1)
    sheet.put(f"{start}.three_year", "share", three_years)


def compute_steps(sheet: Sheet) -> None:
    """What the step into each tier costs and brings, and the break-even of the step to the ask."""
    before = ""
    for tier in sorted(tiers(sheet), key=lambda tier: sheet.found[f"tier.{tier}.total"].value or 0):
        _compute_step(sheet, before, tier)
        before = tier
    step, year = f"step.{ask_of(sheet)}", f"year.{sheet.text('periods.plan.id')}"

    def exact() -> Fraction:
        return per(sheet(f"{step}.spend"), sheet(f"{year}.gross_profit"))

    def needed() -> Fraction:
        return Fraction(math.ceil(exact()))

    sheet.put("breakeven.exact", "count", exact)
    sheet.put("breakeven.customers", "count", needed)
    sheet.put("breakeven.planned", "count", lambda: sheet(f"{step}.customers"))
    sheet.put("breakeven.margin", "count", lambda: sheet(f"{step}.customers") - needed())

    def least() -> Fraction:
        bought = sheet("finance.policy.payback_ceiling_months") * sheet(f"{year}.gross_profit")
        customers = per(sheet(f"tier.{ask_of(sheet)}.sm_cost") * 12, bought)
        if customers < 0:
            raise MissingError
        return Fraction(math.ceil(customers))

    sheet.put("breakeven.least", "count", least)
    sheet.put("breakeven.spare", "count", lambda: sheet(f"tier.{ask_of(sheet)}.new_customers") - least())


def _compute_step(sheet: Sheet, before: str, tier: str) -> None:
    key, year = f"step.{tier}", f"year.{sheet.text('periods.plan.id')}"

    def extra(name: str) -> Fraction:
        if not before:
            raise MissingError
        return sheet(f"tier.{tier}.{name}") - sheet(f"tier.{before}.{name}")

    def arr() -> Fraction:
        return extra("new_customers") * sheet(f"{year}.acv")

    def loaded() -> Fraction:
        return per(extra("total") + extra("sales_cost"), extra("new_customers"))

    def payback() -> Fraction:
        months = per(loaded() * 12, sheet(f"{year}.gross_profit"))
        if months < 0:
            raise MissingError
        return months

    sheet.put(f"{key}.spend", "money", lambda: extra("total"))
    sheet.put(f"{key}.sales_cost", "money", lambda: extra("sales_cost"))
    sheet.put(f"{key}.customers", "count", lambda: extra("new_customers"))
    sheet.put(f"{key}.arr", "money", arr)
    sheet.put(f"{key}.marginal", "money", lambda: per(extra("total"), extra("new_customers")))
    sheet.put(f"{key}.marginal_loaded", "money", loaded)
    sheet.put(f"{key}.payback", "months", payback)
    sheet.put(f"{key}.in_year_revenue", "money", lambda: arr() * sheet.fraction("budget.in_year_factor"))
    sheet.put(
        f"{key}.payback_headroom",
        "months",
        lambda: sheet("finance.policy.payback_ceiling_months") - payback(),
    )


def tiers(sheet: Sheet) -> list[str]:
    """Ids of the tiers as the context lists them."""
    return [str(tier["id"]) for tier in sheet.records("budget.tiers")]
