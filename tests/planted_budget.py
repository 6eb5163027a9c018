"""Mistakes in the money: rules BUD about lines, tiers, cuts, gates and outcomes, and rules SCR."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

from planting import (
    NOWHERE,
    Planter,
    Record,
    ask,
    free_of,
    line_of,
    other_tier,
    place_of_ask,
    spared,
    tier_steps,
    tiers,
    unit,
)
from yaml_lines import Steps


def _wrong_total(data: Record) -> Steps | None:
    place = other_tier(data)
    if place is None:
        return None
    data["budget"]["tiers"][place]["total"] += 1
    return ("budget", "tiers", place, "total")


def _wrong_total_of_the_ask(data: Record) -> Steps:
    ask(data)["total"] += 1
    return tier_steps(data, ask(data)["id"], "total")


def _wrong_line(data: Record) -> Steps | None:
    place = other_tier(data)
    if place is None:
        return None
    tier = data["budget"]["tiers"][place]["id"]
    line = data["budget"]["lines"][-1]
    line[tier] += unit(data)
    return None if line["id"] == "people" else ("budget", "tiers", place, "total")


def _work_beyond_the_ask(data: Record) -> Steps | None:
    if "initiatives" not in data:
        return None
    data["initiatives"][0]["budget"] += unit(data)
    return tier_steps(data, ask(data)["id"], "total")


def _stopped_work(data: Record) -> Steps | None:
    if not any(each["budget"] for each in data.get("initiatives", ())[:1]):
        return None
    data["initiatives"][0]["status"] = "stopped"
    return tier_steps(data, ask(data)["id"], "total")


def _unallocated_fifth(data: Record) -> Steps | None:
    part = int(ask(data)["total"]) // 5
    work = next((each for each in data.get("initiatives", ()) if each["budget"] >= part > 0), None)
    if work is None:
        return None
    work["budget"] -= part
    data["budget"]["unallocated"] = data["budget"].get("unallocated", 0) + part
    return ("budget", "unallocated")


def _no_evidence(data: Record) -> Steps:
    place = len(data["budget"]["lines"]) - 1
    data["budget"]["lines"][place]["evidence"] = ""
    return ("budget", "lines", place)


def _unexplained_change(data: Record) -> Steps | None:
    line = data["budget"]["lines"][-1]
    limit = data["finance"].get("policy", {}).get("materiality", 0)
    line["prior"] = line[ask(data)["id"]] * 2 + limit * 2
    had_reason = "why" in line
    line.pop("why", None)
    return ("budget", "lines", len(data["budget"]["lines"]) - 1) if had_reason else None


def _ask_for_nothing(data: Record) -> Steps:
    ask(data)["total"] = 0
    return tier_steps(data, ask(data)["id"], "total")


def _keep_tiers(data: Record, kept: list[str]) -> None:
    """Leave only some tiers, and what belongs to them."""
    budget = data["budget"]
    gone = [each["id"] for each in budget["tiers"] if each["id"] not in kept]
    budget["tiers"] = [each for each in budget["tiers"] if each["id"] in kept]
    for line in budget["lines"]:
        for tier in gone:
            del line[tier]
    roles = [each for each in budget.pop("headcount", []) if each["tier"] in kept]
    if roles:
        budget["headcount"] = roles


def _two_tiers(data: Record) -> Steps | None:
    budget = data["budget"]
    low = budget["decision"].get("walk_away") or budget.get("downside", {}).get("tier") or "base"
    if low == ask(data)["id"]:
        low = budget["tiers"][0]["id"]
    if low not in [each["id"] for each in budget["tiers"]]:
        low = budget["tiers"][0]["id"]
    if "base" in [each["id"] for each in budget["tiers"]] and low != "base":
        return None
    _keep_tiers(data, [low, ask(data)["id"]])
    return ("budget", "tiers")


def _no_cheaper_tier(data: Record) -> Steps | None:
    """The ask is the cheapest of three or more; enough cuts are ranked all the same."""
    budget, asked = data["budget"], ask(data)
    kept = [each["id"] for each in budget["tiers"][place_of_ask(data) :]]
    if len(kept) < 3 or 10 * sum(each["amount"] for each in budget["cuts"]) < asked["total"]:
        return None
    _keep_tiers(data, kept)
    budget.pop("gives", None)
    budget["decision"]["walk_away"] = asked["id"]
    if "downside" in budget:
        budget["downside"] |= {"tier": asked["id"], "opportunities": 0}
    return ("budget", "tiers")


def _no_bad_year(data: Record) -> Steps:
    data["budget"].pop("downside", None)
    for driver in data["budget"].get("drivers", ()):
        driver["low"] = driver["base"]
    return ("budget",)


def _good_bad_year(data: Record) -> Steps | None:
    downside = data["budget"].get("downside")
    if downside is None:
        return None
    downside |= {"win_rate": 1, "opportunities": 100_000, "acv": downside["acv"] * 1000}
    return ("budget", "downside")


def _dearer_and_no_better(data: Record) -> Steps | None:
    place = other_tier(data)
    if not place or place < place_of_ask(data):
        return None
    below, tier = data["budget"]["tiers"][place - 1], data["budget"]["tiers"][place]
    if not below.get("new_customers"):
        return None
    data["budget"].pop("in_year_factor", None)
    tier |= {name: below[name] for name in ("new_customers", "mkt_customers")}
    tier.pop("why", None)
    return ("budget", "tiers", place, "new_customers")


def _rising_returns(data: Record) -> Steps | None:
    place = other_tier(data)
    if (
        not place
        or place < place_of_ask(data)
        or place < 2
        or "new_customers" not in data["budget"]["tiers"][0]
    ):
        return None
    data["budget"].pop("in_year_factor", None)
    first, below, tier = data["budget"]["tiers"][place - 2 : place + 1]
    if below["new_customers"] <= first["new_customers"]:
        return None
    if below["total"] + below.get("sales_cost", 0) <= first["total"] + first.get("sales_cost", 0):
        return None
    tier["new_customers"] = below["new_customers"] * 50 + 10_000_000
    tier.pop("why", None)
    return ("budget", "tiers", place, "new_customers")


def _cuts_fall_short(data: Record) -> Steps | None:
    budget = data["budget"]
    if "base" not in [each["id"] for each in budget["tiers"]]:
        return None
    budget["cuts"].pop()
    return ("budget", "cuts")


def _no_cuts(data: Record) -> Steps:
    data["budget"].pop("cuts")
    return ("budget",)


def _equal_orders(data: Record) -> Steps | None:
    cuts = data["budget"]["cuts"]
    if len(cuts) < 2:
        return None
    for cut in cuts:
        cut["why"] = "Contracts end in this order"
    cuts[1]["order"] = cuts[0]["order"]
    return ("budget", "cuts", 1, "order")


def _lossless_cut(data: Record) -> Steps:
    data["budget"]["cuts"][0]["loses"] = ""
    return ("budget", "cuts", 0, "loses")


def _cut_too_deep(data: Record) -> Steps:
    cut = data["budget"]["cuts"][0]
    _, line = line_of(data, cut["line"])
    cut["amount"] = free_of(line, ask(data)["id"]) + 1
    return ("budget", "cuts", 0, "amount")


def _cuts_in_the_wrong_order(data: Record) -> Steps | None:
    cuts = data["budget"]["cuts"]
    for place in range(len(cuts) - 1):
        first, later = cuts[place], cuts[place + 1]
        if "why" in first or "why" in later or not later.get("customers"):
            continue
        if (
            first.get("customers")
            and first["amount"] * later["customers"] == later["amount"] * first["customers"]
        ):
            continue
        first["order"], later["order"] = later["order"], first["order"]
        return ("budget", "cuts", place, "order")
    return None


def _more_committed_than_asked(data: Record) -> Steps | None:
    free = spared(data)
    if not free:
        return None
    place, line = free[0]
    line["committed"] = line[ask(data)["id"]] + 1
    for name in ("gates", "gives"):
        data["budget"].pop(name, None)
    data["budget"]["decision"]["walk_away"] = ask(data)["id"]
    return ("budget", "lines", place, "committed")


def _gated_beyond_the_free(data: Record) -> Steps | None:
    if "gates" not in data["budget"]:
        return None
    data["budget"]["gates"][0]["release"] += ask(data)["total"]
    return ("budget", "gates")


def _ask_above_the_ceiling(data: Record) -> Steps | None:
    return _breach(data, "payback_ceiling_months", Decimal("0.1"))


def _ask_below_the_floor(data: Record) -> Steps | None:
    return _breach(data, "ltv_cac_floor", 100_000)


def _breach(data: Record, name: str, limit: int | Decimal) -> Steps | None:
    period = data["finance"][data["periods"]["plan"]["id"]]
    if not ask(data).get("new_customers") or not period.get("new_customer_acv"):
        return None
    if (
        name == "ltv_cac_floor"
        and not period.get("revenue_churn")
        and not data["finance"].get("policy", {}).get("ltv_lifetime_cap_years")
    ):
        return None
    ask(data).pop("exception", None)
    data["finance"].setdefault("policy", {})[name] = limit
    return tier_steps(data, ask(data)["id"])


def _unanswered_bad_year(data: Record) -> Steps | None:
    budget, policy = data["budget"], data["finance"].setdefault("policy", {})
    downside = budget.get("downside")
    if downside is None:
        return None
    for name in ("gates", "cuts"):
        budget.pop(name, None)
    downside.pop("response", None)
    downside |= {"win_rate": 0, "acv": downside["acv"]}
    if not data["finance"][data["periods"]["plan"]["id"]].get("gross_margin"):
        return None
    tier = next(each for each in budget["tiers"] if each["id"] == downside["tier"])
    if tier["new_customers"] == tier["mkt_customers"]:
        return None
    policy["payback_ceiling_months"] = Decimal("0.1")
    ask(data)["exception"] = "The new region pays back in its second year"
    return ("budget", "downside")


def _vanity(data: Record) -> Steps:
    data["kpis"].append(
        {
            "id": "impressions", "name": "Impressions", "unit": "count", "direction": "up", "owner": "demand", "source": "crm",
            "baseline": 1, "target": 2, "objective": "M1",
        }
    )  # fmt: skip
    return ("kpis", len(data["kpis"]) - 1)


def _more_sourced_than_won(data: Record) -> Steps | None:
    place = other_tier(data)
    if place is None or "new_customers" not in data["budget"]["tiers"][place]:
        return None
    tier = data["budget"]["tiers"][place]
    tier["mkt_customers"] = tier["new_customers"] + 1
    return ("budget", "tiers", place, "mkt_customers")


def _influenced_added(data: Record) -> Steps:
    data["kpis"][0]["formula"] = "sourced pipeline + influenced pipeline"
    return ("kpis", 0, "formula")


def _work_brings_too_many(data: Record) -> Steps | None:
    if "initiatives" not in data or "mkt_customers" not in ask(data):
        return None
    data["initiatives"][0]["customers"] = ask(data)["mkt_customers"] + 1
    data["initiatives"][0].setdefault("opportunities", 50_000)
    return tier_steps(data, ask(data)["id"], "mkt_customers")


def _win_rate_never_seen(data: Record) -> Steps | None:
    drivers = data["budget"].get("drivers", ())
    place = next((n for n, each in enumerate(drivers) if each["id"] == "win_rate"), None)
    if place is None:
        return None
    drivers[place] |= {"base": Decimal("0.9"), "high": Decimal("0.95")}
    return ("budget", "drivers", place, "base")


def _customers_after_the_year(data: Record) -> Steps | None:
    cycle = data["company"].get("sales_cycle_days", 0)
    place = next((n for n, each in enumerate(data.get("initiatives", ())) if each.get("customers")), None)
    if cycle < 30 or place is None:
        return None
    end = data["periods"]["plan"]["end"]
    data["initiatives"][place] |= {"start": end - timedelta(days=5), "end": end}
    return ("initiatives", place, "customers")


def _phase_too_many(data: Record) -> Steps | None:
    phasing = data["budget"].get("phasing")
    if not phasing:
        return None
    phasing[0]["amount"] += 1
    place, _ = line_of(data, phasing[0]["line"])
    return ("budget", "lines", place, ask(data)["id"])


def _dear_role(data: Record) -> Steps | None:
    roles = data["budget"].get("headcount")
    if not roles:
        return None
    roles[0]["annual_cost"] *= 30
    place, _ = line_of(data, "people")
    return ("budget", "lines", place, roles[0]["tier"])


def _no_last_plan(data: Record) -> Steps | None:
    return ("finance",) if data["finance"].pop("last_plan", None) else None


def _miss_without_cause(data: Record) -> Steps | None:
    last = data["finance"].get("last_plan")
    if last is None:
        return None
    last |= {"planned_spend": last["actual_spend"] * 3, "note": ""}
    return ("finance", "last_plan", "note")


def _spend_outgrows_revenue(data: Record) -> Steps | None:
    ask(data).pop("why", None)
    prior = sum(line["prior"] for line in data["budget"]["lines"])
    planned = ask(data).get("revenue") or data["finance"][data["periods"]["plan"]["id"]]["revenue"]
    if ask(data)["total"] <= prior:
        return None
    data["finance"][data["periods"]["current"]["id"]]["revenue"] = planned * 2
    return tier_steps(data, ask(data)["id"], "total")


def _work_that_moves_nothing(data: Record) -> Steps | None:
    for place, each in enumerate(data.get("initiatives", ())):
        if "customers" not in each:
            each.pop("leading_kpi", None)
            each.pop("enabler_for", None)
            return ("initiatives", place)
    return None


def _work_for_nothing(data: Record) -> Steps | None:
    work = data.get("initiatives", [])
    whole = sum(each["budget"] for each in work)
    for place, each in enumerate(work):
        if 10 * each["budget"] > whole:
            del each["objective"]
            return ("initiatives", place)
    return None


def _revenue_from_nowhere(data: Record) -> Steps | None:
    place = other_tier(data)
    if "in_year_factor" not in data["budget"] or not place:
        return None
    data["budget"]["tiers"][place]["revenue"] *= 2
    return ("budget", "tiers", place, "revenue")


def _gate_of_words(data: Record) -> Steps | None:
    if "gates" not in data["budget"]:
        return None
    data["budget"]["gates"][0]["test"] = "Contract signed"
    return ("budget", "gates", 0, "test")


def _role_for_nothing(data: Record) -> Steps | None:
    if "headcount" not in data["budget"]:
        return None
    data["budget"]["headcount"][0]["unlocks"] = ""
    return ("budget", "headcount", 0)


def _walk_away_upwards(data: Record) -> Steps | None:
    dearer = [each["id"] for n, each in tiers(data) if n > place_of_ask(data)]
    if not dearer:
        return None
    data["budget"]["decision"]["walk_away"] = dearer[0]
    if data["budget"].get("gives"):
        del data["budget"]["gives"]
    return ("budget", "decision", "walk_away")


def _give_for_nothing(data: Record) -> Steps:
    data["budget"]["gives"] = [{"give": "The brand reserve waits", "get": " ", "amount": 0}]
    return ("budget", "gives", 0)


def _too_much_given(data: Record) -> Steps | None:
    gives = data["budget"].get("gives")
    if not gives:
        return None
    gives[-1]["amount"] += ask(data)["total"]
    return ("budget", "gives")


def _dear_first(data: Record) -> Steps | None:
    gives = data["budget"].get("gives")
    if not gives or gives[0]["amount"] >= gives[1]["amount"]:
        return None
    gives.reverse()
    return ("budget", "gives", 0)


def _strange_worry(data: Record) -> Steps:
    place = next(n for n, each in enumerate(data["stakeholders"]) if each["id"] == "cfo")
    data["stakeholders"][place]["concerns"] = ["Parking lots flood in autumn rain"]
    return ("stakeholders", place, "concerns", 0)


def _confidence(data: Record) -> Steps:
    text = "We are confident, we believe in it, and we are passionate and confident again"
    data["budget"]["decision"]["if_no_decision"] = text
    return NOWHERE


_ONE_TOTAL: dict[str, Any] = {
    "also": frozenset({"BUD-002", "BUD-007", "BUD-010", "BUD-013", "SCR-002", "SCR-009"}),
    "because": "the total of the ask is measured against the work, the cuts, the gates and the other tiers",
}

BUDGET_PLANTERS = (
    Planter("a total that is not its lines", "BUD-001", _wrong_total),
    Planter("an ask that is not its lines", "BUD-001", _wrong_total_of_the_ask, **_ONE_TOTAL),
    Planter("a line that is mistyped in one tier", "BUD-001", _wrong_line),
    Planter("work beyond the ask", "BUD-002", _work_beyond_the_ask),
    Planter("work that is stopped", "BUD-002", _stopped_work),
    Planter("a fifth for nothing in particular", "BUD-003", _unallocated_fifth),
    Planter("a line that rests on nothing", "BUD-004", _no_evidence),
    Planter("a line that doubles in silence", "BUD-005", _unexplained_change),
    Planter(
        "an ask for nothing", "BUD-006", _ask_for_nothing,
        also=_ONE_TOTAL["also"] | {"BUD-001"}, because=_ONE_TOTAL["because"],
    ),
    Planter("two tiers", "BUD-007", _two_tiers),
    Planter("no tier below the ask", "BUD-007", _no_cheaper_tier),
    Planter("no bad year", "BUD-008", _no_bad_year),
    Planter("a bad year that is a good one", "BUD-008", _good_bad_year),
    Planter("a dearer tier that is no better", "BUD-009", _dearer_and_no_better),
    Planter("returns that rise in silence", "BUD-009", _rising_returns),
    Planter("cuts that fall short of the base", "BUD-010", _cuts_fall_short),
    Planter("no cuts", "BUD-010", _no_cuts),
    Planter("two cuts of one rank", "BUD-010", _equal_orders),
    Planter("a cut that costs nothing", "BUD-010", _lossless_cut),
    Planter("a cut of committed money", "BUD-011", _cut_too_deep),
    Planter("cuts in the wrong order", "BUD-012", _cuts_in_the_wrong_order),
    Planter("more committed than asked for", "BUD-013", _more_committed_than_asked),
    Planter("more behind gates than is free", "BUD-013", _gated_beyond_the_free),
    Planter("an ask above the ceiling", "BUD-016", _ask_above_the_ceiling),
    Planter("an ask below the floor", "BUD-016", _ask_below_the_floor),
    Planter(
        "a bad year nobody answers", "BUD-017", _unanswered_bad_year, also=frozenset({"BUD-010"}),
        because="ranked cuts are an answer, and a budget without them breaks BUD-010 as well",
    ),
    Planter("impressions as an outcome", "BUD-018", _vanity),
    Planter("more sourced than won", "BUD-019", _more_sourced_than_won),
    Planter("influenced added to sourced", "BUD-019", _influenced_added),
    Planter("work that brings more than the tier", "BUD-019", _work_brings_too_many),
    Planter("a win rate never seen", "BUD-020", _win_rate_never_seen),
    Planter("customers after the year", "BUD-021", _customers_after_the_year),
    Planter("phases beyond their line", "BUD-022", _phase_too_many),
    Planter("a role dearer than its line", "BUD-022", _dear_role),
    Planter("last year left out", "BUD-023", _no_last_plan),
    Planter("a miss without its cause", "BUD-023", _miss_without_cause),
    Planter("spend that outgrows revenue", "BUD-024", _spend_outgrows_revenue),
    Planter("work that moves nothing", "BUD-025", _work_that_moves_nothing),
    Planter("work for no objective", "BUD-026", _work_for_nothing),
    Planter("revenue from nowhere", "BUD-027", _revenue_from_nowhere),
    Planter("a gate nobody can test", "BUD-028", _gate_of_words),
    Planter("a role for nothing", "BUD-030", _role_for_nothing),
    Planter("a walk-away above the ask", "SCR-002", _walk_away_upwards),
    Planter("a concession for nothing", "SCR-003", _give_for_nothing),
    Planter("concessions beyond the walk-away", "SCR-009", _too_much_given),
    Planter("the dearest concession first", "SCR-010", _dear_first),
    Planter("a worry nobody answers", "SCR-007", _strange_worry, kind="budget-script"),
    Planter("confidence in place of figures", "SCR-008", _confidence, kind="budget-script"),
)  # fmt: skip
"""Money that does not add up, or that nobody can defend."""
