"""Mistakes in sums: lines, initiatives, phases, gates and revenue that do not add up."""

from __future__ import annotations

from typing import Any

from planting import Planter, Record, ask, line_of, other_tier, spared, tier_steps, unit
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


def _revenue_from_nowhere(data: Record) -> Steps | None:
    place = other_tier(data)
    if "in_year_factor" not in data["budget"] or not place:
        return None
    data["budget"]["tiers"][place]["revenue"] *= 2
    return ("budget", "tiers", place, "revenue")


_ONE_TOTAL: dict[str, Any] = {
    "also": frozenset({"BUD-002", "BUD-007", "BUD-010", "BUD-013", "SCR-002", "SCR-009"}),
    "because": "the total of the ask is measured against the work, the cuts, the gates and the other tiers",
}

SUM_PLANTERS = (
    Planter("a total that is not its lines", "BUD-001", _wrong_total),
    Planter("an ask that is not its lines", "BUD-001", _wrong_total_of_the_ask, **_ONE_TOTAL),
    Planter("a line that is mistyped in one tier", "BUD-001", _wrong_line),
    Planter("work beyond the ask", "BUD-002", _work_beyond_the_ask),
    Planter("work that is stopped", "BUD-002", _stopped_work),
    Planter("a fifth for nothing in particular", "BUD-003", _unallocated_fifth),
    Planter("more committed than asked for", "BUD-013", _more_committed_than_asked),
    Planter("more behind gates than is free", "BUD-013", _gated_beyond_the_free),
    Planter("phases beyond their line", "BUD-022", _phase_too_many),
    Planter("a role dearer than its line", "BUD-022", _dear_role),
    Planter("revenue from nowhere", "BUD-027", _revenue_from_nowhere),
)  # fmt: skip
"""Money that does not add up."""
