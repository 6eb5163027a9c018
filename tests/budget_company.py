"""What surrounds the money of a random budget: finance, people, goals, work, dates and issues."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from fractions import Fraction

from budget_drawing import ODD_NAMES, PLAIN_NAMES, Draw, Record, plain, round_to, share, working_day
from budget_plan import Plan, Year

_ROLES = {
    "vp": ("VP Marketing", "self"), "cfo": ("CFO", "cfo"), "ceo": ("CEO", "ceo"), "cro": ("CRO", "cro"),
    "cpo": ("CPO", "cpo"), "care": ("Head of Customer Success", "service"), "chair": ("Chair of the board", "board"),
    "demand": ("Head of Demand Generation", "team"),
}  # fmt: skip
_CONCERNS = {
    "cfo": ("Payback is too slow", "The pipeline figures disagree with the CRM"),
    "ceo": ("Growth is slower than promised to the board",),
    "cro": ("Lead volume without fit",),
    "chair": ("The board hears of risks too late",),
}


def sources_block(year: Year, draw: Draw) -> Record:
    """Sources with a day and an owner, now and then an old one."""
    day = year.as_of - timedelta(days=draw.whole(0, 20))
    old = year.as_of - timedelta(days=draw.one((3, 30, 100)))
    return {
        "ledger": {"name": "General ledger", "owner": "cfo", "as_of": day, "kind": "actual"},
        "crm": {"name": "CRM pipeline report", "owner": "cro", "as_of": old, "kind": "actual"},
        "bi": {"name": "Cohort model", "owner": "cfo", "as_of": day, "kind": "actual"},
        "plan": {"name": "Marketing plan, third version", "owner": "vp", "as_of": year.as_of, "kind": "estimate"},
        "survey": {
            "name": "Survey of peers", "year": year.as_of.year, "kind": "benchmark", "population": "342 companies of our size",
        },
    }  # fmt: skip


def finance_block(plan: Plan, revenue: int | Decimal | None) -> Record:
    """Results and plan of two years, policy, last year's plan, and ARR where there is any."""
    draw, year = plan.draw, plan.year
    asked = Fraction(plan.unit) * plan.total(plan.ask)
    planned = Fraction(revenue) if revenue else Fraction(round_to(asked * draw.one((5, 12, 30)), 3))
    growth = draw.one((Fraction(5, 4), Fraction(11, 10), Fraction(1), Fraction(9, 10)))
    now: Record = {"revenue": plain(planned / growth)}
    now |= _economics(plan) | {"marketing_cost": plan.money(plan.before)}
    if plan.customers:
        won = draw.one(
            (plan.customers[plan.ask], plan.customers[plan.low], plan.customers[plan.ask] * 2, 150)
        )
        now |= {"sales_cost": plan.money(plan.sales[plan.low]), "new_customers": won}
    then: Record = {"revenue": plain(planned)} | _economics(plan)
    if plan.customers:
        then["sales_cost"] = plan.money(plan.sales[plan.ask])
    block: Record = {year.current: now | {"source": "ledger"}, year.plan: then | {"source": "plan"}}
    if policy := policy_block(plan):
        block["policy"] = policy
    if draw.maybe(0.85):
        block["last_plan"] = _last_plan(plan, now)
    return block


def _economics(plan: Plan) -> Record:
    made: Record = {}
    if plan.margin is not None:
        made["gross_margin"] = plan.margin
    if plan.acv:
        made["new_customer_acv"] = plan.acv
    if plan.churn is not None:
        made["revenue_churn"] = plan.churn
    return made


def policy_block(plan: Plan) -> Record:
    """Limits that the ask keeps, just keeps, meets exactly or breaks."""
    draw = plan.draw
    block: Record = {"ltv_lifetime_cap_years": plan.cap} if plan.cap else {}
    payback, value = plan.payback(plan.ask), plan.value(plan.ask)
    if payback is not None and draw.maybe(0.85):
        room = draw.one(
            (Fraction(5), Fraction(6, 10), Fraction(1, 50), Fraction(0), Fraction(-1, 50), Fraction(-3))
        )
        block["payback_ceiling_months"] = share(max(payback + room, Fraction(1, 2)))
    if value is not None and draw.maybe(0.75):
        block["ltv_cac_floor"] = share(
            max(value - draw.one((Fraction(1), Fraction(1, 10), Fraction(-1, 2))), Fraction(1, 10))
        )
    if draw.maybe(0.8):
        block["materiality"] = plan.money(draw.one((1, 2, 0)))
    if draw.maybe(0.8):
        block["variance_pct"] = Decimal("0.1")
    return block


def _last_plan(plan: Plan, now: Record) -> Record:
    draw = plan.draw
    spent, won = Fraction(now["marketing_cost"]), now.get("new_customers", draw.one((0, 1, 40)))
    part = draw.one((Fraction(1), Fraction(1), Fraction(98, 100), Fraction(13, 10), Fraction(7, 10)))
    wanted = draw.one((won, won, won + 1, won * 5 // 4, max(0, won - 1), won * 3 // 4))
    block: Record = {
        "period": plan.year.current, "planned_spend": plain(spent * part), "actual_spend": plain(spent),
        "planned_customers": wanted, "actual_customers": won,
    }  # fmt: skip
    if abs(part - 1) > Fraction(1, 10) or wanted != won:
        block["note"] = "Two contracts moved to January"
    return block | {"source": "ledger"}


def arr_block(plan: Plan, now: Record) -> tuple[Record, list[Record]]:
    """A bridge that foots and the quarters that lead along it; net new ARR may be negative."""
    draw = plan.draw
    new = plain(Fraction(now.get("new_customers", 4)) * Fraction(plan.acv or 100))
    opening = plain(max(Fraction(now["revenue"]), Fraction(new) * 3))
    churned = plain(Fraction(opening) * draw.one((Fraction(8, 100), Fraction(12, 100), Fraction(60, 100))))
    bridge: Record = {"opening": opening, "new": new}
    if draw.maybe(0.7):
        bridge["expansion"] = plain(Fraction(opening) * Fraction(9, 100))
    if draw.maybe(0.4):
        bridge["contraction"] = plain(Fraction(opening) / 50)
    bridge["churned"] = churned
    bridge["closing"] = plain(
        Decimal(opening) + Decimal(new) + Decimal(bridge.get("expansion", 0)) - Decimal(bridge.get("contraction", 0)) - Decimal(churned)
    )  # fmt: skip
    bridge |= {"period": plan.year.current, "source": "bi"}
    gain = int(bridge["closing"] - opening)
    cost = int(Decimal(now["marketing_cost"]) + Decimal(now.get("sales_cost", 0)))
    year = plan.year.now_starts.year
    quarters = [
        {"id": f"{year}-Q{n}", "net_new_arr": gain // 4 + (gain % 4 if n == 4 else 0), "sm_cost": cost // 4 + (cost % 4 if n == 4 else 0)}
        | ({"forecast": True} if n == 4 else {}) | {"source": "bi"}
        for n in range(1, 5)
    ]  # fmt: skip
    return bridge, quarters


def people_block(year: Year, draw: Draw) -> list[Record]:
    """Somebody of each function, each spoken to lately."""
    names = list(PLAIN_NAMES if draw.maybe(0.6) else ODD_NAMES)
    draw.random.shuffle(names)
    people: list[Record] = []
    for (identity, (role, audience)), name in zip(_ROLES.items(), names, strict=True):
        person: Record = {
            "id": identity,
            "name": name,
            "role": role,
            "audience": audience,
            "email": f"{identity}@example.com",
        }
        if identity != "vp":
            person |= {
                "influence": draw.whole(1, 5), "interest": draw.whole(1, 5), "support": draw.one(("sceptic", "neutral", "supporter")),
                "target_support": "sponsor", "measured_on": ["win_rate"], "cadence": draw.one(("weekly", "monthly", "quarterly")),
                "last_contact": year.as_of - timedelta(days=draw.whole(0, 12)),
            }  # fmt: skip
        if (concerns := _CONCERNS.get(identity)) and draw.maybe(0.8):
            person["concerns"] = draw.some(concerns, 1, 2)
        if identity in ("ceo", "cro") and draw.maybe(0.6):
            person["priorities"] = ["O1"]
        if draw.maybe(0.3):
            person["said"] = "I can live with it if the second half waits for proof"
        people.append(person)
    return people


def goals_block(plan: Plan) -> tuple[list[Record], list[Record]]:
    """Objectives and the KPIs that measure them; planned values are those of the ask."""
    draw, payback = plan.draw, plan.payback(plan.ask)
    objectives: list[Record] = [
        {"id": "O1", "statement": "Win larger customers", "owner": "ceo", "level": "company", "metric": "win_rate", "rank": 1},
        {"id": "M1", "statement": "Source pipeline that sales accepts", "owner": "vp", "level": "marketing", "parents": ["O1"], "metric": "mkt_pipeline"},
    ]  # fmt: skip
    flow = plan.money(200)
    kpis: list[Record] = [
        _kpi(draw, "mkt_pipeline", "Marketing-sourced pipeline", "money", "up", (flow, flow, flow, flow), "M1")
        | {"agg": "flow", "definition": "Stage 2 and later, first touch by marketing"},
        _kpi(draw, "win_rate", "Win rate of qualified opportunities", "ratio", "up", (Decimal("0.22"), Decimal("0.25"), Decimal("0.24"), Decimal("0.25")), "O1"),
        _kpi(draw, "brand_search", "Searches for the brand a month", "count", "up", (4_000, 5_000, 4_600, 5_200), "O1"),
    ]  # fmt: skip
    if payback is not None:
        months = plain((payback + Fraction(1, 10)).limit_denominator(10))
        months = Decimal(months).quantize(Decimal("0.1"))
        kpis.append(_kpi(draw, "cac_payback", "CAC payback", "months", "down", (months + 3, months + 1, months + 2, months), "O1"))  # fmt: skip
    return objectives, kpis


def _kpi(
    draw: Draw, identity: str, name: str, unit: str, way: str,
    values: tuple[int | Decimal, int | Decimal, int | Decimal, int | Decimal], goal: str,
) -> Record:  # fmt: skip
    """A KPI with its baseline, target, actual and next target."""
    baseline, target, actual, following = values
    made: Record = {
        "id": identity, "name": name, "unit": unit, "direction": way, "owner": draw.one(("vp", "demand", "cro")), "source": "crm",
        "cadence": "monthly", "baseline": baseline, "target": target, "target_to_date": target, "actual": actual,
    }  # fmt: skip
    if draw.maybe(0.8):
        made["next_target"] = following
    return made | {"objective": goal}


def work_block(plan: Plan, people: int) -> tuple[list[Record], int]:
    """Initiatives whose money makes the ask with people and what is unallocated, and all their opportunities."""
    draw, year = plan.draw, plan.year
    money = plan.total(plan.ask) - people
    if draw.maybe(0.3):
        plan.unallocated = min(money, plan.total(plan.ask) // 20)
    count = draw.one((1, 2, 3, 5, 8))
    budgets = draw.split(money - plan.unallocated, count)
    sourced = plan.sourced[plan.ask] if plan.sourced else 0
    customers = draw.split(sourced, count)
    made: list[Record] = []
    every = 0
    for number, (units, won) in enumerate(zip(budgets, customers, strict=True), 1):
        work: Record = {
            "id": f"W{number}", "name": ("Key accounts", "Demand engine", "Summit", "Referrals", "Brand platform", "Data quality", "Partner days", "Launches")[number - 1],
            "owner": draw.one(("vp", "demand")), "objective": "M1", "segment": draw.one(("large", "mid_market")),
            "status": draw.one(("planned", "running")), "start": year.starts + timedelta(days=draw.whole(0, 60)),
            "end": year.ends - timedelta(days=draw.whole(0, 60)), "budget": plan.money(units),
        }  # fmt: skip
        if won:
            odds = draw.one((4, 5, 10))
            every += won * odds
            work |= {
                "opportunities": won * odds,
                "win_rate": share(Fraction(1, odds)),
                "customers": won,
                "acv": plan.acv or 100,
            }
        else:
            work |= draw.one(({"leading_kpi": "brand_search"}, {"enabler_for": ["mkt_pipeline"]}))
        made.append(work)
    return made, every


def dates_block(year: Year, draw: Draw) -> tuple[Record, list[Record]]:
    """When is decided, and the milestones on the way: the decider is spoken to before the meeting."""
    meeting = working_day(year.as_of + timedelta(days=draw.whole(8, 20)))
    by = working_day(meeting + timedelta(days=draw.whole(4, 12)))
    milestones = [
        {"id": "MS1", "name": "Pre-read and talk", "date": working_day(meeting - timedelta(days=4)), "owner": "vp", "kind": "prewire"},
        {"id": "MS2", "name": "Budget review", "date": meeting, "owner": "cfo", "kind": "meeting"},
        {"id": "MS3", "name": "Budget decision", "date": by, "owner": "cfo", "kind": "decision"},
        {"id": "MS4", "name": "Half-year review", "date": year.starts + timedelta(days=180), "owner": "vp", "kind": "meeting", "needs": ["MS3"]},
    ]  # fmt: skip
    return {"by": by, "meeting": meeting}, milestones


def raci_block() -> list[Record]:
    """Who decides about money."""
    return [
        {"id": "SPEND", "task": "Approve unplanned spend", "A": "ceo", "R": ["vp"], "C": ["cfo"]},
        {"id": "BUDGET", "task": "Approve the marketing budget", "A": "cfo", "R": ["vp"], "C": ["cro", "ceo"], "I": ["demand"]},
    ]  # fmt: skip


def benchmarks_block(draw: Draw) -> list[Record]:
    """Figures of others, with the population they are of."""
    both: list[Record] = [
        {"id": "cac_payback_months", "name": "CAC payback", "value": 16, "statistic": "median", "source": "survey", "comparable": True},
        {"id": "mktg_pct_revenue", "name": "Marketing share of revenue", "value": Decimal("0.078"), "statistic": "mean", "source": "survey", "comparable": False, "caveat": "Far larger companies"},
    ]  # fmt: skip
    return draw.some(both, 0, 2)


def agency_block(plan: Plan) -> Record:
    """A fee to negotiate: its parts add up to it, and the target is below it."""
    draw = plan.draw
    parts = [draw.whole(2, 9) for _ in range(3)]
    fee = sum(parts)
    block: Record = {
        "name": "Ostlicht", "contact": "demand", "fee": plan.money(fee), "target": plan.money(fee - 2),
        "walk_away": plan.money(fee - 1), "by": working_day(plan.year.as_of + timedelta(days=30)), "source": "plan",
        "scope": [
            {"name": name, "fee": plan.money(part)} | ({"ends": True} if part is parts[-1] and draw.maybe() else {})
            for name, part in zip(("Search", "Copy", "Reports"), parts, strict=True)
        ],
    }  # fmt: skip
    if draw.maybe():
        block["alternative"] = "Do the copy ourselves"
    if draw.maybe(0.7):
        block["record"] = [{"name": "reports", "agreed": 12, "delivered": draw.one((9, 12))}]
    return block
