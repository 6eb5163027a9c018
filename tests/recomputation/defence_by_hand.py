"""What an announced cut costs: by the ranked list, by the same share of every line, and when it shows."""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ledger_by_hand import added, per
from years_by_hand import ask_of, compute_headroom

if TYPE_CHECKING:
    from ledger_by_hand import Sheet

_WANTED = "budget.announced_cut.amount"


def compute_defence(sheet: Sheet) -> None:
    """Everything about the cut that finance has announced; nothing where there is none."""
    cut = sheet.context.get("budget", {}).get("announced_cut")
    if not cut:
        return
    ask = f"tier.{ask_of(sheet)}.total"
    sheet.put("defence.left", "money", lambda: sheet(ask) - sheet(_WANTED))
    sheet.put("defence.share", "share", lambda: per(sheet(_WANTED), sheet(ask)))
    sheet.put("defence.gated_room", "money", lambda: sheet("money.gated") - sheet(_WANTED))
    _compute_ranked(sheet, _taken(sheet))
    _compute_flat(sheet)
    _compute_after(sheet)
    _compute_quarter(sheet, cut)


def _taken(sheet: Sheet) -> list[dict[str, Any]]:
    """The first cuts of the list that save no less than was announced, or all of them."""
    taken: list[dict[str, Any]] = []
    for cut in sorted(sheet.records("budget.cuts"), key=lambda cut: int(cut["order"])):
        left = sheet(_WANTED) - sum(Fraction(each["amount"]) for each in taken)
        _compute_left(sheet, f"cut.{cut['order']}.still_to_save", cut)
        if left > 0:
            taken.append(cut)
    return taken


def _compute_left(sheet: Sheet, key: str, cut: dict[str, Any]) -> None:
    before = [each for each in sheet.records("budget.cuts") if int(each["order"]) < int(cut["order"])]

    def left() -> Fraction:
        reached = Fraction(0)
        for each in sorted(before, key=lambda each: int(each["order"])):
            if reached < sheet(_WANTED):
                reached += Fraction(each["amount"])
        return sheet(_WANTED) - reached

    sheet.put(key, "money", left)


def _compute_ranked(sheet: Sheet, taken: list[dict[str, Any]]) -> None:
    year, key = f"year.{sheet.text('periods.plan.id')}", "defence.ranked"

    def saved() -> Fraction:
        return added(Fraction(cut["amount"]) for cut in taken)

    def lost() -> Fraction:
        return added(Fraction(cut.get("customers", 0)) for cut in taken)

    sheet.put(f"{key}.saved", "money", saved)
    sheet.put(f"{key}.missing", "money", lambda: sheet(_WANTED) - saved())
    sheet.put(f"{key}.customers", "count", lost)
    sheet.put(f"{key}.arr", "money", lambda: lost() * sheet(f"{year}.acv"))
    sheet.put(f"{key}.gross_profit", "money", lambda: lost() * sheet(f"{year}.gross_profit"))
    sheet.put(f"{key}.lifetime_gross_profit", "money", lambda: lost() * sheet(f"{year}.ltv_capped"))
    sheet.put(f"{key}.first_year", "money", lambda: saved() - lost() * sheet(f"{year}.gross_profit"))


def _compute_flat(sheet: Sheet) -> None:
    keys = [str(line["id"]) for line in sheet.records("budget.lines")]
    for line in keys:
        _compute_flat_line(sheet, line)
    sheet.put(
        "defence.flat.blocked", "money", lambda: added(sheet(f"line.{line}.flat_blocked") for line in keys)
    )
    sheet.put("defence.flat.saved", "money", lambda: sheet(_WANTED) - sheet("defence.flat.blocked"))


def _compute_flat_line(sheet: Sheet, line: str) -> None:
    asked = ask_of(sheet)

    def part() -> Fraction:
        amount = sheet(f"budget.lines.{line}.{asked}")
        return per(amount * sheet(_WANTED), sheet(f"tier.{asked}.total"))

    sheet.put(f"line.{line}.flat_cut", "money", part)
    sheet.put(
        f"line.{line}.flat_blocked",
        "money",
        lambda: max(part() - sheet(f"line.{line}.flexible"), Fraction(0)),
    )


def _compute_after(sheet: Sheet) -> None:
    ask, key = f"tier.{ask_of(sheet)}", "defence.after"
    year = f"year.{sheet.text('periods.plan.id')}"

    def spend() -> Fraction:
        return sheet(f"{ask}.total") - sheet("defence.ranked.saved")

    def won() -> Fraction:
        return sheet(f"{ask}.new_customers") - sheet("defence.ranked.customers")

    sheet.put(f"{key}.total", "money", spend)
    sheet.put(f"{key}.new_customers", "count", won)
    sheet.put(f"{key}.cac", "money", lambda: per(spend() + sheet(f"{ask}.sales_cost"), won()))
    sheet.put(
        f"{key}.payback", "months", lambda: 12 * per(sheet(f"{key}.cac"), sheet(f"{year}.gross_profit"))
    )
    compute_headroom(sheet, key)


def _compute_quarter(sheet: Sheet, cut: dict[str, Any]) -> None:
    """The quarter of the plan in which the first sales cycle after the cut ends."""
    start = sheet.context["periods"]["plan"]["start"]
    named: dict[Any, Any] = cut
    day = named.get("on") or named[True]  # YAML 1.1 reads a bare `on` as true

    def quarter() -> Fraction:
        shown = max(start, day) + timedelta(days=int(sheet("company.sales_cycle_days")))
        return Fraction((12 * (shown.year - start.year) + shown.month - start.month) // 3 + 1)

    sheet.put("defence.quarter", "count", quarter)
