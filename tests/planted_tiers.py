"""Mistakes in tiers, limits of policy, the bad year and last year."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from planting import Planter, Record, ask, other_tier, place_of_ask, tier_steps
from yaml_lines import Steps


def _ask_for_nothing(data: Record) -> Steps:
    ask(data)["total"] = 0
    return tier_steps(data, ask(data)["id"], "total")


def _part_of_a_customer(data: Record) -> Steps | None:
    others = [each for each in data["budget"]["tiers"] if each is not ask(data) and each.get("mkt_customers")]
    if not others:
        return None
    others[0]["mkt_customers"] -= Decimal("0.5")
    return tier_steps(data, others[0]["id"], "mkt_customers")


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
    if downside is None or not ask(data).get("mkt_customers"):
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


def _unreachable_tier(data: Record) -> Steps | None:
    """A cheapest tier below what is committed; nothing else is measured by it."""
    budget, lowest = data["budget"], data["budget"]["tiers"][0]
    named = {
        budget["decision"].get("walk_away"),
        budget.get("downside", {}).get("tier"),
        "base",
        ask(data)["id"],
    }
    if lowest["id"] in named or any(each["tier"] == lowest["id"] for each in budget.get("headcount", ())):
        return None
    committed = sum(each.get("committed", 0) for each in budget["lines"])
    for line in budget["lines"]:
        line[lowest["id"]] = 0
    if committed <= 1:
        return None
    budget["lines"][0][lowest["id"]] = lowest["total"] = 1
    return ("budget", "tiers", 0, "total")


def _no_last_plan(data: Record) -> Steps | None:
    return ("finance",) if data["finance"].pop("last_plan", None) else None


def _miss_without_cause(data: Record) -> Steps | None:
    last = data["finance"].get("last_plan")
    if last is None:
        return None
    last |= {"planned_spend": last["actual_spend"] * 3, "note": ""}
    return ("finance", "last_plan", "note")


def _last_year_in_two_ways(data: Record) -> Steps | None:
    last = data["finance"].get("last_plan")
    if last is None:
        return None
    now = data["finance"][last["period"]]
    if "new_customers" not in now or last["actual_customers"] != now["new_customers"]:
        return None
    last["actual_customers"] += 1
    return ("finance", "last_plan", "actual_customers")


def _spend_outgrows_revenue(data: Record) -> Steps | None:
    ask(data).pop("why", None)
    prior = sum(line["prior"] for line in data["budget"]["lines"])
    planned = ask(data).get("revenue") or data["finance"][data["periods"]["plan"]["id"]]["revenue"]
    if ask(data)["total"] <= prior:
        return None
    data["finance"][data["periods"]["current"]["id"]]["revenue"] = planned * 2
    return tier_steps(data, ask(data)["id"], "total")


def _ask_without_customers(data: Record) -> Steps | None:
    asked = ask(data)
    if "new_customers" not in asked:
        return None
    del asked["new_customers"]
    return tier_steps(data, asked["id"])


_ONE_TOTAL: dict[str, Any] = {
    "also": frozenset({"BUD-002", "BUD-007", "BUD-010", "BUD-013", "SCR-002", "SCR-009"}),
    "because": "the total of the ask is measured against the work, the cuts, the gates and the other tiers",
}

TIER_PLANTERS = (
    Planter(
        "an ask for nothing", "BUD-006", _ask_for_nothing,
        also=_ONE_TOTAL["also"] | {"BUD-001"}, because=_ONE_TOTAL["because"],
    ),
    Planter("a part of a customer", "BUD-041", _part_of_a_customer),
    Planter("two tiers", "BUD-007", _two_tiers),
    Planter("no tier below the ask", "BUD-007", _no_cheaper_tier),
    Planter("no bad year", "BUD-008", _no_bad_year),
    Planter("a bad year that is a good one", "BUD-008", _good_bad_year),
    Planter("a dearer tier that is no better", "BUD-009", _dearer_and_no_better),
    Planter("returns that rise in silence", "BUD-009", _rising_returns),
    Planter("an ask above the ceiling", "BUD-016", _ask_above_the_ceiling),
    Planter("an ask below the floor", "BUD-016", _ask_below_the_floor),
    Planter(
        "a bad year nobody answers", "BUD-017", _unanswered_bad_year, also=frozenset({"BUD-010"}),
        because="ranked cuts are an answer, and a budget without them breaks BUD-010 as well",
    ),
    Planter("a tier nobody can reach", "BUD-029", _unreachable_tier),
    Planter("an ask that counts nobody", "BUD-036", _ask_without_customers),
    Planter("last year left out", "BUD-023", _no_last_plan),
    Planter("a miss without its cause", "BUD-023", _miss_without_cause),
    Planter("last year told in two ways", "BUD-037", _last_year_in_two_ways),
    Planter("spend that outgrows revenue", "BUD-024", _spend_outgrows_revenue),
)  # fmt: skip
"""Tiers that offer no choice, and years nobody has reckoned."""
