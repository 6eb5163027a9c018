"""Issues of a random budget: every type and severity, each with what a decider needs."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from budget_drawing import Draw, Record, plain, working_day
from budget_plan import Plan

TYPES = ("overrun", "slip", "dependency", "conflict", "quality", "capacity", "external", "kpi_breach")
_TITLES = {
    "overrun": "Website relaunch over budget", "slip": "Launch a month late", "dependency": "Sign-on release is missing",
    "conflict": "Volume against payback", "quality": "Leads without company size", "capacity": "Two writers for five launches",
    "external": "Venue closed by the authorities", "kpi_breach": "Pipeline below its gate",
}  # fmt: skip
_CAUSES = (
    "New consent rules added thirty pages after the approval", "The venue was closed for repairs",
    "Auction prices rose by a fifth since August",
)  # fmt: skip


def issues_block(plan: Plan, kpis: list[str]) -> list[Record]:
    """One to four issues."""
    types = plan.draw.some(TYPES, 1, 4)
    return [_issue(plan, kind, f"ISS{number}", kpis) for number, kind in enumerate(types, 1)]


def _issue(plan: Plan, kind: str, identity: str, kpis: list[str]) -> Record:
    draw, day = plan.draw, plan.year.as_of
    raised = day - timedelta(days=draw.whole(0, 4))
    issue: Record = {
        "id": identity, "title": _TITLES[kind], "type": kind, "severity": draw.one(("inform", "decide", "decide", "urgent")),
        "raised": raised, "trigger_date": raised - timedelta(days=draw.whole(0, 3)), "to": "ceo", "cc": draw.some(("cfo", "cro"), 0, 2),
        "cause": draw.one(_CAUSES), "source": "ledger", "objective": "O1",
    }  # fmt: skip
    missing = _amounts(issue, plan, draw) if kind == "overrun" else plan.money(draw.whole(1, 9))
    if kind == "kpi_breach":
        issue["kpi"] = draw.one(kpis)
    issue |= {
        "impact": "The launch page stays on the old site until May",
        "tried": ["Removed two pages of the plan"],
    }
    if draw.maybe():
        issue |= draw.one(
            (
                {"days_late": draw.one((1, 30))},
                {"customers_at_risk": draw.one((1, 12))},
                {"arr_at_risk": missing},
            )
        )
    issue["next_update"] = working_day(day + timedelta(days=draw.whole(3, 12)))
    if issue["severity"] != "inform":
        issue |= _decision(plan, missing)
    return issue


def _amounts(issue: Record, plan: Plan, draw: Draw) -> int | Decimal:
    """Approved, spent and still to spend; gives what is missing."""
    approved, spent, missing = draw.whole(20, 40), draw.whole(2, 20), draw.whole(1, 9)
    rest = approved - spent + missing
    issue |= {"approved": plan.money(approved), "spent": plan.money(spent), "to_complete": plan.money(rest)}
    return plan.money(missing)


def _decision(plan: Plan, missing: int | Decimal) -> Record:
    draw = plan.draw
    less = plain(Fraction(missing) / 2)
    options = [
        {"id": "A", "name": "Fund in full", "cost": missing, "effect": "Live on 20 January with everything"},
        {
            "id": "B",
            "name": "Cut the partner pages",
            "cost": less,
            "effect": "Live on 20 January, the rest later",
        },
        {"id": "C", "name": "Do nothing", "cost": 0, "effect": "Live in May"},
    ]
    chosen = draw.one(("A", "B", "C"))
    made: Record = {
        "options": options,
        "recommend": chosen,
        "because": "Same day for less money",
        "raci": "SPEND",
    }
    if chosen != "C":
        made["funding"] = {"from": "Unspent events money", "available": missing}
    by = working_day(plan.year.as_of + timedelta(days=draw.whole(4, 14)))
    return made | {"decide_by": by, "if_late": "The agency team is reassigned and a restart costs extra"}
