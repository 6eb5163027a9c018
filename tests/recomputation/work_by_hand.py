"""Initiatives, KPIs, risks and issues."""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from ledger_by_hand import MissingError, added, per

if TYPE_CHECKING:
    from datetime import date

    from ledger_by_hand import Sheet


def compute_initiatives(sheet: Sheet) -> None:
    """Each initiative, all of them, and those of each segment; programme money, people excluded."""
    everything = sheet.records("initiatives")
    for initiative in everything:
        _compute_initiative(sheet, f"initiatives.{initiative['id']}", f"initiative.{initiative['id']}")
    _compute_together(sheet, "initiatives", everything)
    for segment in {item["segment"] for item in everything if item.get("segment")}:
        part = [item for item in everything if item.get("segment") == segment]
        _compute_together(sheet, f"segment.{segment}", part)
        _put_share(sheet, f"segment.{segment}.budget_share", f"segment.{segment}.budget")
        _put_return(sheet, f"segment.{segment}")
    for initiative in everything:
        name = initiative["id"]
        _put_share(sheet, f"initiative.{name}.budget_share", f"initiatives.{name}.budget")
    without = [item["id"] for item in everything if not item.get("objective")]

    def unlinked() -> Fraction:
        return sum((sheet(f"initiatives.{name}.budget") for name in without), Fraction(0))

    both = [item["id"] for item in everything if "customers" in item and "opportunities" in item]

    def win_rate() -> Fraction:
        won = added(sheet(f"initiatives.{name}.customers") for name in both)
        return per(won, added(sheet(f"initiatives.{name}.opportunities") for name in both))

    sheet.put("initiatives.win_rate", "share", win_rate)
    sheet.put("initiatives.coverage_needed", "times", lambda: per(Fraction(1), win_rate()))
    sheet.put("initiatives.unlinked", "money", unlinked)
    sheet.put(
        "initiatives.cost_per_customer",
        "money",
        lambda: per(sheet("initiatives.budget"), sheet("initiatives.customers")),
    )
    sheet.put(
        "initiatives.cost_per_opportunity",
        "money",
        lambda: per(sheet("initiatives.budget"), sheet("initiatives.opportunities")),
    )
    sheet.put("initiatives.unlinked_share", "share", lambda: per(unlinked(), sheet("initiatives.budget")))


def _put_return(sheet: Sheet, key: str) -> None:
    """What the customers of a segment leave in a year, and the months until that has paid for its programmes."""
    plan = sheet.text("periods.plan.id")

    def left() -> Fraction:
        return sheet(f"{key}.arr") * sheet.fraction(f"finance.{plan}.gross_margin")

    sheet.put(f"{key}.gross_profit", "money", left)
    sheet.put(f"{key}.payback", "months", lambda: 12 * per(sheet(f"{key}.budget"), left()))


def compute_objectives(sheet: Sheet) -> None:
    """Programme money behind each objective, that of the objectives below it included."""
    parents = {str(item["id"]): list(item.get("parents", [])) for item in sheet.records("objectives")}

    def leads_to(start: str | None, goal: str) -> bool:
        return start == goal or any(leads_to(parent, goal) for parent in parents.get(start or "", []))

    for objective in parents:
        names = [
            item["id"] for item in sheet.records("initiatives") if leads_to(item.get("objective"), objective)
        ]
        _put_behind(sheet, f"objective.{objective}", names)
    for item in sheet.records("objectives"):
        if item.get("level") == "company":
            _put_shared(sheet, str(item["id"]), parents)


def _put_shared(sheet: Sheet, goal: str, parents: dict[str, list[Any]]) -> None:
    """Money that leads to a goal of the company, though not by first parents alone."""

    def ways(start: str) -> list[str]:
        return [start] + [end for parent in parents.get(start, []) for end in ways(str(parent))]

    def main_way(start: str) -> list[str]:
        return [start] + [end for parent in parents.get(start, [])[:1] for end in main_way(str(parent))]

    served = {item["id"]: str(item.get("objective")) for item in sheet.records("initiatives")}
    shared = [name for name, end in served.items() if goal in ways(end) and goal not in main_way(end)]
    money = [f"initiatives.{name}.budget" for name in shared]
    sheet.put(
        f"objective.{goal}.shared_budget", "money", lambda: sum((sheet(key) for key in money), Fraction(0))
    )


def _put_behind(sheet: Sheet, key: str, initiatives: list[str]) -> None:
    def money() -> Fraction:
        return sum((sheet(f"initiatives.{name}.budget") for name in initiatives), Fraction(0))

    sheet.put(f"{key}.budget", "money", money)
    sheet.put(f"{key}.budget_share", "share", lambda: per(money(), sheet("initiatives.budget")))


def _put_share(sheet: Sheet, key: str, part: str) -> None:
    sheet.put(key, "share", lambda: per(sheet(part), sheet("initiatives.budget")))


def _compute_initiative(sheet: Sheet, given: str, key: str) -> None:
    plan = sheet.text("periods.plan.id")

    def margin() -> Fraction:
        return sheet.fraction(f"finance.{plan}.gross_margin")

    def budget() -> Fraction:
        return sheet(f"{given}.budget")

    def arr() -> Fraction:
        return sheet(f"{given}.customers") * sheet(f"{given}.acv")

    def expected() -> Fraction:
        return sheet(f"{given}.opportunities") * sheet.fraction(f"{given}.win_rate")

    def cost_per_customer() -> Fraction:
        return per(budget(), sheet(f"{given}.customers"))

    sheet.put(f"{key}.arr", "money", arr)
    sheet.put(f"{key}.pipeline", "money", lambda: sheet(f"{given}.opportunities") * sheet(f"{given}.acv"))
    sheet.put(f"{key}.expected_customers", "count", expected)
    sheet.put(f"{key}.committed_customers", "count", lambda: Fraction(math.floor(expected())))
    sheet.put(f"{key}.gross_profit", "money", lambda: arr() * margin())
    sheet.put(f"{key}.cost_per_customer", "money", cost_per_customer)
    sheet.put(f"{key}.cost_per_opportunity", "money", lambda: per(budget(), sheet(f"{given}.opportunities")))
    sheet.put(f"{key}.first_year_return", "share", lambda: per(arr() * margin(), budget()) - 1)
    sheet.put(
        f"{key}.payback", "months", lambda: 12 * per(cost_per_customer(), sheet(f"{given}.acv") * margin())
    )


def _compute_together(sheet: Sheet, key: str, initiatives: list[dict[str, Any]]) -> None:
    names = {
        field: [item["id"] for item in initiatives if item.get(field) is not None]
        for field in ("budget", "customers", "opportunities")
    }
    sheet.put(
        f"{key}.budget",
        "money",
        lambda: added(sheet(f"initiatives.{name}.budget") for name in names["budget"]),
    )
    sheet.put(
        f"{key}.arr", "money", lambda: added(sheet(f"initiative.{name}.arr") for name in names["customers"])
    )
    sheet.put(
        f"{key}.pipeline",
        "money",
        lambda: added(sheet(f"initiative.{name}.pipeline") for name in names["opportunities"]),
    )
    for field in ("opportunities", "customers"):
        _put_count(sheet, f"{key}.{field}", [f"initiatives.{name}.{field}" for name in names[field]])


def _put_count(sheet: Sheet, key: str, parts: list[str]) -> None:
    sheet.put(key, "count", lambda: added(map(sheet, parts)))


def compute_kpis(sheet: Sheet) -> None:
    """How far each KPI is from the target that holds today."""
    for kpi in sheet.records("kpis"):
        _compute_kpi(sheet, kpi, f"kpis.{kpi['id']}", f"kpi.{kpi['id']}")


def _compute_kpi(sheet: Sheet, kpi: dict[str, Any], given: str, key: str) -> None:
    unit = {"ratio": "share"}.get(kpi["unit"], str(kpi["unit"]))
    difference = "points" if unit == "share" else unit
    closed = sheet.context["periods"]["current"]["end"] <= sheet.context["meta"]["as_of"]
    upward = kpi.get("direction") == "up"

    def due() -> Fraction:
        return sheet.first(f"{given}.target_to_date", *([f"{given}.target"] if closed else []))

    def gap() -> Fraction:
        band = kpi.get("band")
        actual = sheet(f"{given}.actual")
        if band:
            low, high = map(Fraction, band)
            return min(actual - low, high - actual, Fraction(0))
        return actual - due() if upward else due() - actual

    def relative() -> Fraction:
        if band := kpi.get("band"):
            low, high = map(Fraction, band)
            return per(gap(), abs(low if sheet(f"{given}.actual") < low else high))
        return per(gap(), abs(due()))

    def attainment() -> Fraction:
        if kpi.get("band") or (not upward and due() < 0):
            raise MissingError
        return per(sheet(f"{given}.actual"), due()) if upward else per(due(), sheet(f"{given}.actual"))

    def progress() -> Fraction:
        if kpi.get("agg") == "flow" or sheet(f"{given}.target") == sheet(f"{given}.baseline"):
            raise MissingError
        way = sheet(f"{given}.target") - sheet(f"{given}.baseline")
        return (sheet(f"{given}.actual") - sheet(f"{given}.baseline")) / way

    sheet.put(f"{key}.due", unit, due)
    sheet.put(f"{key}.gap", difference, gap)
    sheet.put(f"{key}.relative", "share", relative)
    sheet.put(f"{key}.attainment", "share", attainment)
    sheet.put(f"{key}.progress", "share", progress)
    sheet.put(f"{key}.okr_score", "ratio", lambda: score(sheet, given, flows=kpi.get("agg") == "flow"))
    sheet.put(
        f"{key}.next_change", difference, lambda: sheet(f"{given}.next_target") - sheet(f"{given}.actual")
    )


def score(sheet: Sheet, given: str, *, flows: bool) -> Fraction:
    """How much of the way from start to target is done, never less than none or more than all.

    What adds up over a period starts from nothing.
    """
    start = Fraction(0) if flows else sheet(f"{given}.baseline")
    target = sheet(f"{given}.target")
    if start == target:
        raise MissingError
    return max(Fraction(0), min(Fraction(1), (sheet(f"{given}.actual") - start) / (target - start)))


def compute_risks(sheet: Sheet) -> None:
    """The expected value of each risk, and of the open ones by the measure they hit; measures are never mixed."""
    effects: dict[str, list[str]] = {}
    for risk in sheet.records("risks"):
        _compute_risk(sheet, f"risks.{risk['id']}", f"risk.{risk['id']}")
        if risk.get("status") == "open":
            effects.setdefault(str(risk["effect"]), []).append(f"risk.{risk['id']}")
    for effect, risks in effects.items():
        for name in ("expected", "residual"):
            _put_money(sheet, f"risks.{name}.{effect}", [f"{risk}.{name}" for risk in risks])


def _compute_risk(sheet: Sheet, given: str, key: str) -> None:
    sheet.put(
        f"{key}.expected", "money", lambda: sheet.fraction(f"{given}.probability") * sheet(f"{given}.impact")
    )
    sheet.put(
        f"{key}.residual",
        "money",
        lambda: sheet.fraction(f"{given}.p_after") * sheet.first(f"{given}.impact_after", f"{given}.impact"),
    )


def _put_money(sheet: Sheet, key: str, parts: list[str]) -> None:
    sheet.put(key, "money", lambda: added(map(sheet, parts)))


def compute_issues(sheet: Sheet) -> None:
    """What each issue costs at completion, how late it is, and what its options leave."""
    for issue in sheet.records("issues"):
        _compute_issue(sheet, issue, f"issues.{issue['id']}", f"issue.{issue['id']}")


def _compute_issue(sheet: Sheet, issue: dict[str, Any], given: str, key: str) -> None:
    as_of = sheet.context["meta"]["as_of"]

    def approved() -> Fraction:
        return sheet(f"{given}.approved")

    def eac() -> Fraction:
        return sheet(f"{given}.spent") + sheet(f"{given}.to_complete")

    def recommended() -> Fraction:
        return sheet(f"{given}.options.{issue.get('recommend')}.cost")

    sheet.put(f"{key}.eac", "money", eac)
    sheet.put(f"{key}.overrun", "money", lambda: eac() - approved())
    sheet.put(
        f"{key}.above_materiality",
        "money",
        lambda: eac() - approved() - sheet("finance.policy.materiality"),
    )
    sheet.put(f"{key}.overrun_share", "share", lambda: per(eac() - approved(), approved()))
    sheet.put(f"{key}.spent_share", "share", lambda: per(sheet(f"{given}.spent"), approved()))
    sheet.put(f"{key}.approval_left", "money", lambda: approved() - sheet(f"{given}.spent"))
    sheet.put(f"{key}.days_waiting", "days", lambda: _days(issue.get("raised"), as_of))
    sheet.put(f"{key}.days_to_decide", "days", lambda: _days(as_of, issue.get("decide_by")))
    sheet.put(f"{key}.days_known", "days", lambda: _days(issue.get("trigger_date"), issue.get("raised")))
    sheet.put(f"{key}.recommended_cost", "money", recommended)
    sheet.put(f"{key}.funding_left", "money", lambda: sheet(f"{given}.funding.available") - recommended())
    for option in issue.get("options", []):
        _compute_option(sheet, f"{given}.options.{option['id']}.cost", f"{key}.option.{option['id']}", key)


def _compute_option(sheet: Sheet, cost: str, start: str, key: str) -> None:
    approved = f"issues.{key.partition('.')[2]}.approved"
    sheet.put(f"{start}.final_cost", "money", lambda: sheet(approved) + sheet(cost))
    sheet.put(f"{start}.cost_share", "share", lambda: per(sheet(cost), sheet(approved)))
    sheet.put(f"{start}.cost_change", "money", lambda: sheet(cost) - sheet(f"{key}.overrun"))


def _days(start: date | None, end: date | None) -> Fraction:
    if start is None or end is None:
        raise MissingError
    return Fraction((end - start).days)
