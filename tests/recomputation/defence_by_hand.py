"""What an announced cut costs: by the ranked list, by the same share of every line, and when it shows."""

from __future__ import annotations

from calendar import monthrange
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
    taken = _taken(sheet)
    _compute_rest_of_year(sheet, cut, taken)
    _compute_ranked(sheet, taken)
    _compute_flat(sheet)
    _compute_after(sheet)
    _compute_quarter(sheet, cut)


def _taken(sheet: Sheet) -> list[dict[str, Any]]:
    """The fewest cuts that are enough: by rank, the closest one last, what is too much given back."""
    ranked = sorted(sheet.records("budget.cuts"), key=lambda cut: int(cut["order"]))
    limit = Fraction((sheet.context.get("finance", {}).get("policy") or {}).get("materiality") or 0)
    taken = _by_rank(ranked, sheet(_WANTED), limit, _part_of_year(sheet))
    for cut in ranked:
        _put_taken(sheet, cut, taken)
    for line in sheet.records("budget.lines"):
        _put_line(sheet, str(line["id"]), taken)
    return taken


def _part_of_year(sheet: Sheet) -> Fraction:
    """How much of a year's saving still comes; all of it where the cut comes after the plan."""
    plan, day = sheet.context["periods"]["plan"], _day_of(sheet.context["budget"]["announced_cut"])
    left = max(0, _months(max(plan["start"], day), plan["end"]))
    return Fraction(left or 1, _months(plan["start"], plan["end"]) if left else 1)


def _by_rank(
    ranked: list[dict[str, Any]], year_wanted: Fraction, year_limit: Fraction, part: Fraction
) -> list[dict[str, Any]]:
    wanted, limit = year_wanted / part, year_limit / part
    taken: list[dict[str, Any]] = []
    waiting = list(ranked)
    while waiting:
        left = wanted - _saved(taken)
        if left <= 0 or (taken and left < limit):
            return taken
        if Fraction(waiting[0]["amount"]) < left:
            taken.append(waiting.pop(0))
            continue
        misses = [left - Fraction(cut["amount"]) for cut in waiting]
        last = min((abs(miss), at) for at, miss in enumerate(misses) if miss <= 0 or miss < limit)[1]
        return _given_back(taken, waiting[last], wanted, limit)
    return taken


def _given_back(
    taken: list[dict[str, Any]], last: dict[str, Any], wanted: Fraction, limit: Fraction
) -> list[dict[str, Any]]:
    kept = [*taken, last]
    for cut in taken[::-1]:
        too_much = _saved(kept) - wanted
        amount = Fraction(cut["amount"])
        if too_much >= limit and too_much > 0 and 0 < amount <= too_much:
            kept = [each for each in kept if each is not cut]
    return kept


def _saved(cuts: list[dict[str, Any]]) -> Fraction:
    return sum((Fraction(cut["amount"]) for cut in cuts), Fraction(0))


def _put_taken(sheet: Sheet, cut: dict[str, Any], taken: list[dict[str, Any]]) -> None:
    amount = Fraction(cut["amount"]) if any(each is cut for each in taken) else Fraction(0)
    sheet.put(f"cut.{cut['order']}.taken", "money", lambda: amount)


def _put_line(sheet: Sheet, line: str, taken: list[dict[str, Any]]) -> None:
    own = [cut for cut in taken if cut["line"] == line]
    amount = _saved(own)
    sheet.put(f"line.{line}.ranked_cut", "money", lambda: amount)
    sheet.put(
        f"line.{line}.ranked_customers",
        "count",
        lambda: added(Fraction(cut.get("customers", 0)) for cut in own) if own else Fraction(0),
    )


def _compute_ranked(sheet: Sheet, taken: list[dict[str, Any]]) -> None:
    year, key = f"year.{sheet.text('periods.plan.id')}", "defence.ranked"

    def saved() -> Fraction:
        return added(Fraction(cut["amount"]) for cut in taken)

    def lost() -> Fraction:
        return added(Fraction(cut.get("customers", 0)) for cut in taken)

    sheet.put(f"{key}.saved", "money", saved)
    sheet.put(f"{key}.missing", "money", lambda: sheet(_WANTED) - sheet(f"{key}.from_day"))
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
    sheet.put(f"{key}.in_plan", "money", lambda: sheet(f"{ask}.total") - sheet("defence.ranked.from_day"))
    sheet.put(f"{key}.new_customers", "count", won)
    sheet.put(f"{key}.cac", "money", lambda: per(spend() + sheet(f"{ask}.sales_cost"), won()))
    sheet.put(
        f"{key}.payback", "months", lambda: 12 * per(sheet(f"{key}.cac"), sheet(f"{year}.gross_profit"))
    )
    compute_headroom(sheet, key)


def _day_of(cut: dict[str, Any]) -> Any:
    """The day from which it holds."""
    named: dict[Any, Any] = cut
    return named.get("on") or named[True]  # YAML 1.1 reads a bare `on` as true


def _compute_rest_of_year(sheet: Sheet, cut: dict[str, Any], taken: list[dict[str, Any]]) -> None:
    """The months of the plan from the day of the cut on, and what the ranked cuts save in them."""
    plan = sheet.context["periods"]["plan"]
    first, last = max(plan["start"], _day_of(cut)), plan["end"]
    gone = min(9, -(-10 * (first.day - 1) // monthrange(first.year, first.month)[1]))  # tenths of a month
    left = max(Fraction(0), _months(first, last) - Fraction(gone if first > plan["start"] else 0, 10))
    sheet.put("defence.months_left", "months", lambda: left)
    whole = _months(plan["start"], last)

    def saved() -> Fraction:
        return added(Fraction(each["amount"]) for each in taken) * left / whole

    sheet.put("defence.ranked.from_day", "money", saved)


def _months(first: Any, last: Any) -> int:
    return 12 * int(last.year - first.year) + int(last.month - first.month) + 1


def _compute_quarter(sheet: Sheet, cut: dict[str, Any]) -> None:
    """The quarter of the plan in which the first sales cycle after the cut ends."""
    start = sheet.context["periods"]["plan"]["start"]
    day = _day_of(cut)

    def quarter() -> Fraction:
        shown = max(start, day) + timedelta(days=int(sheet("company.sales_cycle_days")))
        return Fraction((12 * (shown.year - start.year) + shown.month - start.month) // 3 + 1)

    sheet.put("defence.quarter", "count", quarter)
