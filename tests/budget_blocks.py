"""The blocks of a random budget: lines, tiers, cuts, gates, roles, phases, the bad year and what moves the plan."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

from budget_drawing import EVIDENCE, LINE_NAMES, REASONS, Record, plain, round_to, share
from budget_plan import PEOPLE, Plan

_TIER_LABELS = ("Lean", "Reduced", "Hold flat", "Ask", "Stretch", "Double")


def budget_block(plan: Plan, initiatives: list[str], kpis: list[str]) -> Record:
    """The block `budget` without decision, downside and drivers."""
    draw = plan.draw
    block: Record = {"lines": [_line(plan, number) for number in range(len(plan.amounts))]}
    block["tiers"] = [_tier(plan, number) for number in range(len(plan.tiers))]
    if plan.customers and draw.maybe(0.6) and plan.acv:
        block["in_year_factor"] = draw.one((Decimal("0.5"), Decimal("0.4")))
        _add_revenue(plan, block)
    block["cuts"] = _cuts(plan)
    gates = _gates(plan, kpis)
    if gates:
        block["gates"] = gates
    if (roles := _roles(plan, initiatives)) and draw.maybe(0.7):
        block["headcount"] = roles
    if draw.maybe(0.4):
        block["phasing"] = _phases(plan)
    if plan.unallocated:
        block["unallocated"] = plan.money(plan.unallocated)
    return block


def _line(plan: Plan, number: int) -> Record:
    draw, identity = plan.draw, list(plan.amounts)[number]
    names = ("Team",) if identity == PEOPLE else LINE_NAMES[number : number + 1]
    line: Record = {"id": identity, "name": names[0], "owner": draw.one(("vp", "demand"))}
    line["prior"] = plan.money(plan.prior[identity])
    line |= {
        tier: plan.money(amount) for tier, amount in zip(plan.tiers, plan.amounts[identity], strict=True)
    }
    if plan.committed[identity] or draw.maybe(0.3):
        line["committed"] = plan.money(plan.committed[identity])
    line["evidence"] = draw.one(EVIDENCE)
    if plan.prior[identity] != plan.amounts[identity][plan.ask] and draw.maybe(0.8):
        line["why"] = draw.one(REASONS)
    return line


def _tier(plan: Plan, number: int) -> Record:
    draw, label = plan.draw, _TIER_LABELS[number]
    tier: Record = {"id": plan.tiers[number], "label": label, "total": plan.money(plan.total(number))}
    if len(set(plan.sales)) > 1 or (plan.customers and draw.maybe(0.5)):
        tier["sales_cost"] = plan.money(plan.sales[number])
    if plan.customers:
        tier |= {"new_customers": plan.customers[number], "mkt_customers": plan.sourced[number]}
        if _needs_a_reason(plan, number) and draw.maybe(0.85):
            tier["why"] = "Capacity is added before it shows in customers"
    return tier


def _needs_a_reason(plan: Plan, number: int) -> bool:
    """Whether the step into a tier brings nobody more, or a customer more cheaply than the step before it."""
    if number == 0:
        return False
    gained = plan.customers[number] - plan.customers[number - 1]
    if gained <= 0 or number == 1:
        return gained <= 0
    before = plan.customers[number - 1] - plan.customers[number - 2]
    return before > 0 and _step_cost(plan, number) * before < _step_cost(plan, number - 1) * gained


def _step_cost(plan: Plan, number: int) -> int:
    spent = plan.total(number) - plan.total(number - 1)
    return spent + plan.sales[number] - plan.sales[number - 1]


def _add_revenue(plan: Plan, block: Record) -> None:
    """Revenue of each tier: that of the first, or of `base`, and the customers it wins more or fewer."""
    asked = Fraction(plan.unit) * plan.total(plan.ask)
    start = plan.tiers.index("base") if "base" in plan.tiers else 0
    revenue = Fraction(round_to(asked * plan.draw.one((4, 11, 30)), 3))
    if plan.customers:
        revenue = max(revenue, 2 * plan.customers[start] * Fraction(plan.acv))
    for number, tier in enumerate(block["tiers"]):
        extra = plan.customers[number] - plan.customers[start]
        tier["revenue"] = plain(revenue + extra * Fraction(plan.acv) * Fraction(block["in_year_factor"]))


def _cuts(plan: Plan) -> list[Record]:
    """The way from the ask to the low tier: those that cost nobody first, then by what a customer saves."""
    draw = plan.draw
    taken = [(each, amounts[plan.ask] - amounts[plan.low]) for each, amounts in plan.amounts.items()]
    parts = [(each, units) for each, units in taken if units]
    lost = plan.customers[plan.ask] - plan.customers[plan.low] if plan.customers else 0
    losses = draw.split(max(lost, 0), len(parts))
    cuts: list[Record] = []
    for (line, units), customers in zip(parts, losses, strict=True):
        cut: Record = {"line": line, "amount": plan.money(units)}
        if plan.customers:
            cut["customers"] = customers
        cut |= {
            "loses": draw.one(
                ("One region waits a year", "Two reports", "The spring event", "A second vendor")
            )
        }
        cuts.append(cut)
    cuts.sort(key=_price_of, reverse=True)
    unsorted = draw.maybe(0.2)
    if unsorted:
        cuts.reverse()
    for order, cut in enumerate(cuts, 1):
        cut["order"] = order
        if unsorted:
            cut["why"] = "Contracts end in this order"
    return [{"order": cut.pop("order")} | cut for cut in cuts]


def _price_of(cut: Record) -> Fraction:
    return Fraction(cut["amount"]) / cut["customers"] if cut.get("customers") else Fraction(10**30)


def _gates(plan: Plan, kpis: list[str]) -> list[Record]:
    draw, count = plan.draw, plan.draw.one((0, 1, 2, 2, 4))
    flexible = plan.total(plan.ask) - sum(plan.committed.values())
    parts = draw.split(flexible, count + 1)[:count] if flexible else []
    days = sorted(plan.year.starts + timedelta(days=draw.whole(40, 330)) for _ in parts)
    gates: list[Record] = []
    for number, (units, day) in enumerate(zip(parts, days, strict=True), 1):
        gate: Record = {
            "id": f"G{number}",
            "date": day,
            "test": _test(plan, kpis),
            "release": plan.money(units),
        }
        if draw.maybe(0.7):
            gate["else"] = "Plan again"
        gates.append(gate)
    return gates


def _test(plan: Plan, kpis: list[str]) -> str:
    number = {"cac_payback": "18 months", "mkt_pipeline": str(plan.money(40)), "win_rate": "0.2"}
    kpi = plan.draw.one(kpis)
    words = "at or below" if kpi == "cac_payback" else plan.draw.one(("at or above", ">="))
    return f"{kpi} {words} {number.get(kpi, '12')}{plan.draw.one(('', ' for the first quarter'))}"


def _roles(plan: Plan, initiatives: list[str]) -> list[Record]:
    """Roles whose cost from their start on is at most what the line of people grows by."""
    if PEOPLE not in plan.amounts:
        return []
    roles: list[Record] = []
    for number, (below, here) in enumerate(pairwise(plan.amounts[PEOPLE]), 1):
        months = plan.draw.one((12, 10, 6))
        yearly = (here - below) * 12 // months
        if yearly:
            start = (plan.year.starts.month - 1 + 12 - months, plan.year.starts.year)
            day = date(start[1] + start[0] // 12, start[0] % 12 + 1, 1)
            unlocks = initiatives[0] if initiatives else "The second region"
            role = plan.draw.one(("Marketing analyst", "Events manager", "Writer"))
            roles.append(
                {"role": role, "tier": plan.tiers[number], "start": day, "annual_cost": plan.money(yearly), "owner": "vp", "unlocks": unlocks}
            )  # fmt: skip
    return roles


def _phases(plan: Plan) -> list[Record]:
    draw, year = plan.draw, plan.year.starts.year
    periods = [f"{year}-Q{n}" for n in range(1, 5)]
    if len(plan.amounts) < 4 and draw.maybe():
        periods = [f"{year}-{month:02}" for month in range(1, 13)]
    return [
        {"line": each, "period": period, "amount": plan.money(units)}
        for each, amounts in plan.amounts.items()
        for period, units in zip(periods, draw.split(amounts[plan.ask], len(periods)), strict=True)
    ]


def downside_block(plan: Plan, opportunities: int) -> Record | None:
    """A bad year that brings less than its tier; None where there is nobody to lose."""
    draw, tier = plan.draw, plan.draw.one((plan.ask, plan.ask, plan.ask, plan.low))
    if not plan.customers or not plan.customers[tier] or not plan.acv:
        return None
    sourced = plan.sourced[tier]
    few = opportunities * sourced // max(1, plan.sourced[plan.ask])
    worse = draw.one((Fraction(8, 10), Fraction(95, 100), Fraction(1, 3)))
    rate = Fraction(plan.sourced[plan.ask], opportunities) if opportunities else Fraction(1, 5)
    acv = plain(Fraction(plan.acv) * draw.one((Fraction(9, 10), Fraction(7, 10), Fraction(99, 100))))
    if Fraction(acv) >= Fraction(plan.acv):
        acv = plain(Decimal(plan.acv) / 2)
    block: Record = {
        "label": "Bad year", "tier": plan.tiers[tier], "win_rate": share(rate * worse), "opportunities": int(few * worse),
        "acv": acv,
    }  # fmt: skip
    if draw.maybe(0.8):
        block["story"] = "Prices fall and the launch slips"
    if draw.maybe(0.4):
        block["response"] = "Stop two events and move the money"
    return block


def drivers_block(plan: Plan, opportunities: int) -> list[Record]:
    """The three assumptions with ranges, the lowest below the plan; they win what the ask counts on."""
    draw, sourced = plan.draw, plan.sourced[plan.ask] if plan.sourced else 0
    if plan.customers and not sourced:
        opportunities, sourced = 40, 0
    elif not plan.customers or not plan.acv:
        opportunities, sourced = 40, 10
    rate, acv = Fraction(sourced, opportunities), Fraction(plan.acv or 100)
    drivers: list[Record] = []
    for name, base in (("opportunities", Fraction(opportunities)), ("win_rate", rate), ("acv", acv)):
        low, high = (
            base * draw.one((Fraction(1, 2), Fraction(8, 10))),
            base * draw.one((Fraction(11, 10), Fraction(1))),
        )
        driver: Record = {"id": name}
        for key, value in (("low", low), ("base", base), ("high", high)):
            driver[key] = share(value) if name == "win_rate" else int(value)
        drivers.append(driver | {"source": "crm"})
    return drivers
