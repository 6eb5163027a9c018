"""What can go wrong with a budget and how it is held: bad year, drivers, gates, heads, cuts and lines."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, Any

from budget_by_hand import sum_of_lines, tiers
from ledger_by_hand import MissingError, added, per
from years_by_hand import ask_of, compute_headroom

if TYPE_CHECKING:
    from ledger_by_hand import Sheet


def compute_downside(sheet: Sheet) -> None:
    """The bad year: the tier's money, fewer and smaller customers of marketing, those of sales as planned."""
    plan, given = sheet.text("periods.plan.id"), "budget.downside"
    tier = f"tier.{sheet.text(f'{given}.tier') or ask_of(sheet)}"

    def sourced() -> Fraction:
        return Fraction(math.floor(sheet(f"{given}.opportunities") * sheet.fraction(f"{given}.win_rate")))

    def won() -> Fraction:
        return sheet(f"{tier}.new_customers") - sheet(f"{tier}.mkt_customers") + sourced()

    def profit() -> Fraction:
        return sheet(f"{given}.acv") * sheet.fraction(f"finance.{plan}.gross_margin")

    def value() -> Fraction:
        return profit() * sheet(f"year.{plan}.lifetime")

    def arr() -> Fraction:
        return sourced() * sheet(f"{given}.acv")

    sheet.put("downside.mkt_customers", "count", sourced)
    sheet.put("downside.new_customers", "count", won)
    sheet.put("downside.total", "money", lambda: sheet(f"{tier}.total"))
    sheet.put("downside.sm_cost", "money", lambda: sheet(f"{tier}.total") + sheet(f"{tier}.sales_cost"))
    sheet.put(
        "downside.cac", "money", lambda: per(sheet(f"{tier}.total") + sheet(f"{tier}.sales_cost"), won())
    )
    sheet.put("downside.gross_profit", "money", profit)
    sheet.put("downside.payback", "months", lambda: 12 * per(sheet("downside.cac"), profit()))
    sheet.put("downside.ltv_capped", "money", value)
    sheet.put("downside.ltv_cac_capped", "times", lambda: per(value(), sheet("downside.cac")))
    sheet.put("downside.new_arr", "money", lambda: won() * sheet(f"{given}.acv"))
    sheet.put("downside.mkt_arr", "money", arr)
    sheet.put("downside.arr_change", "money", lambda: arr() - sheet(f"{tier}.mkt_arr"))
    sheet.put("downside.customers_change", "count", lambda: won() - sheet(f"{tier}.new_customers"))
    compute_headroom(sheet, "downside")


def compute_drivers(sheet: Sheet) -> None:
    """What marketing-sourced ARR becomes when one assumption moves to its worst or its best."""
    names = [str(driver["id"]) for driver in sheet.records("budget.drivers")]

    def arr(moved: str, end: str) -> Fraction:
        product = Fraction(1)
        for name in ("opportunities", "win_rate", "acv"):
            product *= sheet(f"budget.drivers.{name}.{end if name == moved else 'base'}")
        return product

    def compute_driver(name: str) -> None:
        def effect(end: str) -> Fraction:
            return arr(name, end) - arr("", "")

        sheet.put(f"driver.{name}.low_effect", "money", lambda: effect("low"))
        sheet.put(f"driver.{name}.high_effect", "money", lambda: effect("high"))
        sheet.put(f"driver.{name}.range", "money", lambda: abs(effect("high") - effect("low")))

    sheet.put("drivers.base_arr", "money", lambda: arr("", ""))
    for name in names:
        compute_driver(name)


def compute_commitments(sheet: Sheet) -> None:
    """Which money cannot be stopped, what the gates hold back, and what can be given away."""

    def asked() -> Fraction:
        return sheet(f"tier.{ask_of(sheet)}.total")

    gates = sorted(sheet.records("budget.gates"), key=lambda gate: str(gate["date"]))

    def released(count: int) -> Fraction:
        return sum((sheet(f"budget.gates.{gate['id']}.release") for gate in gates[:count]), Fraction(0))

    def start() -> Fraction:
        return asked() - released(len(gates))

    sheet.put("money.committed", "money", lambda: sum_of_lines(sheet, "committed"))
    sheet.put("money.committed_share", "share", lambda: per(sheet("money.committed"), asked()))
    sheet.put("money.flexible", "money", lambda: asked() - sheet("money.committed"))
    sheet.put("money.gated", "money", lambda: released(len(gates)))
    sheet.put("money.free_at_start", "money", start)

    def put_released(count: int) -> None:
        key = f"gate.{gates[count - 1]['id']}.released"
        sheet.put(key, "money", lambda: start() + released(count))

    for number in range(len(gates)):
        put_released(number + 1)
    for gate in gates:
        sheet.put(f"gate.{gate['id']}.saved", "money", partial(_saved_without, sheet, gate.get("else", "")))
    gives = [f"budget.gives[{index}].amount" for index in range(len(sheet.records("budget.gives")))]

    def room() -> Fraction:
        return asked() - sheet(f"tier.{walk_away_of(sheet)}.total")

    sheet.put("gives.total", "money", lambda: added(map(sheet, gives)))
    sheet.put("gives.room", "money", room)
    sheet.put("gives.left", "money", lambda: room() - sheet("gives.total"))


def _saved_without(sheet: Sheet, words: str) -> Fraction:
    """What a test that is not passed saves, where its words name cuts from the first on, or a tier."""
    if found := re.search(r"cuts 1 to (\d+)", words):
        cuts = sorted(sheet.records("budget.cuts"), key=lambda cut: int(cut["order"]))[: int(found[1])]
        return added(Fraction(cut["amount"]) for cut in cuts)
    for tier in sheet.records("budget.tiers"):
        if f"level of {tier['label']}" in words:
            return sheet(f"tier.{ask_of(sheet)}.total") - sheet(f"tier.{tier['id']}.total")
    raise MissingError


def compute_held(sheet: Sheet) -> None:
    """The bad year while no gate opens: gates hold back money of the ask and of no other tier."""
    asked = f"tier.{ask_of(sheet)}"

    def spent() -> Fraction:
        if sheet.text("budget.downside.tier") not in ("", ask_of(sheet)):
            raise MissingError
        rest = sheet(f"{asked}.total") - sheet("money.gated")
        if rest < 0:
            raise MissingError
        return rest

    sheet.put("downside.held_total", "money", spent)
    sheet.put("downside.held_sm_cost", "money", lambda: spent() + sheet(f"{asked}.sales_cost"))


def compute_headcount(sheet: Sheet) -> None:
    """What each new role costs in the months that are left of the plan period."""
    end = sheet.context.get("periods", {}).get("plan", {}).get("end")
    for number, role in enumerate(sheet.records("budget.headcount"), start=1):
        start = role["start"]
        months = max(0, 12 * (end.year - start.year) + end.month - start.month + 1) if end else None
        _compute_role(sheet, number, months)


def _compute_role(sheet: Sheet, number: int, months: int | None) -> None:
    def left() -> Fraction:
        if months is None:
            raise MissingError
        return Fraction(months)

    sheet.put(f"headcount.{number}.months", "months", left)
    sheet.put(
        f"headcount.{number}.cost",
        "money",
        lambda: sheet(f"budget.headcount[{number - 1}].annual_cost") * left() / 12,
    )


def compute_cuts(sheet: Sheet) -> None:
    """What goes first: each cut, the running sums, and what a customer lost saves."""
    cuts = sorted(sheet.records("budget.cuts"), key=lambda cut: int(cut["order"]))
    amounts = [Fraction(cut["amount"]) for cut in cuts]
    customers = [Fraction(cut.get("customers", 0)) for cut in cuts]
    year = f"year.{sheet.text('periods.plan.id')}"
    sheet.put("cuts.total", "money", lambda: added(amounts))
    sheet.put("cuts.customers", "count", lambda: added(customers))
    sheet.put("cuts.arr", "money", lambda: added(customers) * sheet(f"{year}.acv"))
    sheet.put("cuts.gross_profit", "money", lambda: added(customers) * sheet(f"{year}.gross_profit"))
    for count, cut in enumerate(cuts, start=1):
        _compute_cut(sheet, cut, amounts[:count], customers[:count])


def _compute_cut(
    sheet: Sheet, cut: dict[str, Any], amounts: list[Fraction], customers: list[Fraction]
) -> None:
    key = f"cut.{cut['order']}"
    sheet.put(f"{key}.amount", "money", lambda: amounts[-1])
    sheet.put(f"{key}.customers", "count", lambda: customers[-1])
    sheet.put(f"{key}.amount_so_far", "money", lambda: added(amounts))
    sheet.put(f"{key}.customers_so_far", "count", lambda: added(customers))
    sheet.put(f"{key}.saved_per_customer", "money", lambda: per(amounts[-1], customers[-1]))


def compute_lines(sheet: Sheet) -> None:
    """How each line moves, and how much of it can still be stopped."""
    for line in sheet.records("budget.lines"):
        _compute_line(sheet, f"budget.lines.{line['id']}", f"line.{line['id']}")


def _compute_line(sheet: Sheet, given: str, key: str) -> None:
    asked = ask_of(sheet)

    def amount() -> Fraction:
        return sheet(f"{given}.{asked}")

    def change() -> Fraction:
        return amount() - sheet(f"{given}.prior")

    sheet.put(f"{key}.change", "money", change)
    sheet.put(f"{key}.change_share", "share", lambda: per(change(), sheet(f"{given}.prior")))
    sheet.put(f"{key}.ask_share", "share", lambda: per(amount(), sheet(f"tier.{asked}.total")))
    sheet.put(f"{key}.flexible", "money", lambda: amount() - sheet(f"{given}.committed"))


def walk_away_of(sheet: Sheet) -> str:
    """Id of the least tier that can be accepted: the one named, else the cheapest that pays what is committed."""
    if named := sheet.text("budget.decision.walk_away"):
        return named
    enough = [
        tier for tier in tiers(sheet) if sheet(f"budget.tiers.{tier}.total") >= sheet("money.committed")
    ]
    return min(enough, key=lambda tier: sheet(f"budget.tiers.{tier}.total"), default="")
