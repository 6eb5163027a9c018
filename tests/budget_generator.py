"""Budgets by chance: consistent ones of every plausible company, the same one each time for a seed.

Consistent means that no rule finds an error; warnings are the point of some of them.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from random import Random

import yaml_lines
from budget_blocks import budget_block, downside_block, drivers_block
from budget_company import (
    agency_block,
    arr_block,
    benchmarks_block,
    dates_block,
    finance_block,
    goals_block,
    people_block,
    raci_block,
    sources_block,
    work_block,
)
from budget_drawing import Draw, Record
from budget_issues import issues_block
from budget_plan import Plan, Year, draw_plan

MONEY = (
    ("USD", "en-US"), ("USD", "en-US"), ("EUR", "de-DE"), ("GBP", "en-GB"), ("EUR", "fr-FR"), ("JPY", "en-US"), ("CHF", "de-DE"),
)  # fmt: skip
"""Currencies with the locales that people use them in."""
UNITS = tuple(map(Decimal, ("10000", "10000", "1000", "250", "1", "12.5", "25000000")))
"""What a step of money is worth, from tiny to huge."""
MODELS = ("b2b_saas", "b2b_saas", "b2b_saas", "services", "ecommerce")
_COMPANIES = (
    "Larkhill",
    "Aurelian Freight & Forwarding",
    "Zoë",
    "Norddeutsche Verpackungsmaschinenfabrik Oldenburg",
)


def budget_context(seed: int) -> Record:
    """The data of a consistent context."""
    draw = Draw(Random(f"budget {seed}"))
    currency, locale = draw.one(MONEY)
    year = _year(draw)
    unit = draw.one(tuple(each for each in UNITS if currency != "JPY" or each == int(each)))
    plan = draw_plan(draw, year, unit=unit)
    model = draw.one(MODELS)
    objectives, kpis = goals_block(plan)
    names = [kpi["id"] for kpi in kpis]
    has_work = draw.maybe(0.85)
    people = plan.amounts.get("people", [0] * len(plan.tiers))[plan.ask]
    work, opportunities = work_block(plan, people) if has_work else ([], 4 * max(plan.sourced or [0]))
    budget = budget_block(plan, [each["id"] for each in work], names)
    revenue = budget["tiers"][plan.ask].get("revenue")
    finance = finance_block(plan, revenue)
    if model == "b2b_saas" and draw.maybe(0.8) and plan.acv:
        finance["arr"], finance["quarters"] = arr_block(plan, finance[year.current])
    decision, milestones = dates_block(year, draw)
    _defend_the_ask(plan, budget, finance)
    data: Record = {
        "schema": 1,
        "meta": {"author": "vp", "as_of": year.as_of, "status": draw.one(("draft", "draft", "in_review")), "version": "0.3", "locale": locale},
        "company": _company(draw, model, currency),
        "periods": _periods(year),
        "sources": sources_block(year, draw),
        "finance": finance,
        "benchmarks": benchmarks_block(draw),
        "stakeholders": people_block(year, draw),
        "objectives": objectives,
        "kpis": kpis,
        "budget": _whole_budget(plan, budget, decision, opportunities),
        "initiatives": work,
        "milestones": milestones,
        "raci": raci_block(),
        "agency": agency_block(plan),
        "issues": issues_block(plan, names),
    }  # fmt: skip
    return {key: value for key, value in data.items() if value != []}


def _year(draw: Draw) -> Year:
    as_of = draw.one((date(2026, 11, 20), date(2024, 2, 29), date(2031, 12, 31), date(2027, 5, 3)))
    first = as_of + timedelta(days=draw.one((0, 20, 40)))
    starts = date(first.year + (first.month == 12), first.month % 12 + 1, 1)
    ends = date(starts.year + 1, starts.month, 1) - timedelta(days=1)
    return Year(as_of, f"FY{starts.year - 1}", f"FY{starts.year}", starts, ends)


def _periods(year: Year) -> Record:
    return {
        "current": {"id": year.current, "start": year.now_starts, "end": year.starts - timedelta(days=1)},
        "plan": {"id": year.plan, "start": year.starts, "end": year.ends},
    }


def _company(draw: Draw, model: str, currency: str) -> Record:
    made: Record = {"name": draw.one(_COMPANIES), "model": model, "currency": currency}
    if draw.maybe(0.8):
        made["sales_cycle_days"] = draw.one((1, 30, 120))
    return made


def _whole_budget(plan: Plan, budget: Record, decision: Record, opportunities: int) -> Record:
    draw = plan.draw
    asked: Record = {"id": "DEC-BUDGET", "ask_tier": plan.tiers[plan.ask], "from": "cfo"} | decision
    if draw.maybe(0.7):
        asked["walk_away"] = plan.tiers[plan.low]
    if draw.maybe():
        asked |= {
            "if_no_decision": "Event contracts lapse on 18 December",
            "alternative": "Take the low tier and come back",
        }
    whole: Record = {"source": "plan", "decision": asked} | budget
    downside = downside_block(plan, opportunities) if draw.maybe(0.8) else None
    if downside:
        whole["downside"] = downside
    if downside is None or draw.maybe(0.6):
        whole["drivers"] = drivers_block(plan, opportunities)
    room = plan.total(plan.ask) - plan.total(plan.low)
    if draw.maybe(0.5) and room:
        first = room // 3
        whole["gives"] = [
            {
                "give": "The brand reserve waits",
                "get": "A decision in the meeting",
                "amount": plan.money(first),
            },
            {
                "give": "The second event",
                "get": "No second round of cuts",
                "amount": plan.money(room - first),
            },
        ]
    return whole


def _defend_the_ask(plan: Plan, budget: Record, finance: Record) -> None:
    """Give the reason where the ask breaks a limit, and usually where it outgrows revenue."""
    policy, ask = finance.get("policy", {}), budget["tiers"][plan.ask]
    payback, value = plan.payback(plan.ask), plan.value(plan.ask)
    ceiling, floor = policy.get("payback_ceiling_months"), policy.get("ltv_cac_floor")
    slow = payback is not None and ceiling is not None and payback > ceiling
    weak = value is not None and floor is not None and value < floor
    if slow or weak:
        ask["exception"] = "The new region pays back in its second year"
    if plan.total(plan.ask) > plan.before and plan.draw.maybe(0.7):
        ask.setdefault("why", "The new region needs people before it sells")


def text_of(seed: int) -> str:
    """The context of a seed as a file."""
    return yaml_lines.written(budget_context(seed)).text
