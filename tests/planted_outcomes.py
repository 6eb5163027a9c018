"""Mistakes in what the money brings."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from planting import Planter, Record, ask, other_tier, tier_steps
from yaml_lines import Steps


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


OUTCOME_PLANTERS = (
    Planter("impressions as an outcome", "BUD-018", _vanity),
    Planter("more sourced than won", "BUD-019", _more_sourced_than_won),
    Planter("influenced added to sourced", "BUD-019", _influenced_added),
    Planter("work that brings more than the tier", "BUD-019", _work_brings_too_many),
    Planter("a win rate never seen", "BUD-020", _win_rate_never_seen),
    Planter("customers after the year", "BUD-021", _customers_after_the_year),
    Planter("work that moves nothing", "BUD-025", _work_that_moves_nothing),
    Planter("work for no objective", "BUD-026", _work_for_nothing),
)  # fmt: skip
"""Outcomes that are flattering, counted twice or too late."""
