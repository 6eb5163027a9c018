"""Mistakes in lines, cuts, gates and roles."""

from __future__ import annotations

from datetime import timedelta

from planting import Planter, Record, ask, free_of, line_of
from yaml_lines import Steps


def _late_gate(data: Record) -> Steps | None:
    gates = data["budget"].get("gates")
    if not gates:
        return None
    gates[0]["date"] = data["periods"]["plan"]["end"] + timedelta(days=10)
    return ("budget", "gates", 0, "date")


def _gate_of_the_past(data: Record) -> Steps | None:
    gates = data["budget"].get("gates")
    if not gates:
        return None
    gates[0]["date"] = data["meta"]["as_of"] - timedelta(days=10)
    return ("budget", "gates", 0, "date")


def _role_of_another_year(data: Record) -> Steps | None:
    roles = data["budget"].get("headcount")
    if not roles:
        return None
    roles[0]["start"] = data["periods"]["plan"]["end"] + timedelta(days=40)
    return ("budget", "headcount", 0, "start")


def _cut_of_a_later_year(data: Record) -> Steps:
    data["budget"]["announced_cut"] = {
        "amount": 1,
        "on": data["periods"]["plan"]["end"] + timedelta(days=40),
        "reason": "Revenue is behind plan",
    }
    return ("budget", "announced_cut", "on")


def _phase_of_another_year(data: Record) -> Steps | None:
    phases = data["budget"].get("phasing")
    if not phases:
        return None
    phases[0]["period"] = f"{data['periods']['plan']['end'].year + 2}-Q1"
    return ("budget", "phasing", 0, "period")


def _phase_within_a_phase(data: Record) -> Steps | None:
    phases = data["budget"].get("phasing")
    if not phases or "Q" not in phases[0]["period"]:
        return None
    phases.append({"line": phases[0]["line"], "period": phases[0]["period"].replace("Q1", "02"), "amount": 0})
    return ("budget", "phasing", 0, "period")


def _cut_that_loses_another(data: Record) -> Steps | None:
    """A customer more lost by the first cut, where some cuts lead to a tier."""
    budget, saved = data["budget"], 0
    totals = {each["total"] for each in budget["tiers"] if "new_customers" in each}
    cuts = sorted(budget.get("cuts", ()), key=lambda cut: int(cut["order"]))
    for cut in cuts if "new_customers" in ask(data) else ():
        if "customers" not in cut:
            return None
        saved += cut["amount"]
        if saved and ask(data)["total"] - saved in totals:
            cuts[0]["customers"] += 1
            return ("budget", "cuts")
    return None


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


def _gate_of_words(data: Record) -> Steps | None:
    if "gates" not in data["budget"]:
        return None
    data["budget"]["gates"][0]["test"] = "Contract signed"
    return ("budget", "gates", 0, "test")


def _gate_that_saves_less(data: Record) -> Steps | None:
    gates, cuts = data["budget"].get("gates"), data["budget"].get("cuts")
    if not gates or not cuts:
        return None
    gate, cut = gates[0], cuts[0]
    if gate["release"] == cut["amount"]:
        return None
    gate["else"] = f"Apply cut {cut['order']}"
    return ("budget", "gates", 0, "else")


def _drivers_of_another_plan(data: Record) -> Steps | None:
    drivers = {each["id"]: each for each in data["budget"].get("drivers", ())}
    if "finance" not in data or not ask(data).get("mkt_customers") or len(drivers) < 3:
        return None
    for end in ("low", "base", "high"):
        drivers["opportunities"][end] = drivers["opportunities"][end] * 3 + 10
    return ("budget", "drivers")


def _cut_of_another_year(data: Record) -> Steps:
    data["budget"]["announced_cut"] = {
        "amount": 1,
        "on": data["periods"]["plan"]["start"] - timedelta(days=40),
        "reason": "Revenue is behind plan",
    }
    return ("budget", "announced_cut", "on")


def _cut_beyond_the_ask(data: Record) -> Steps:
    data["budget"]["announced_cut"] = {
        "amount": ask(data)["total"] + 1,
        "on": max(data["meta"]["as_of"], data["periods"]["plan"]["start"]),
        "reason": "Revenue is behind plan",
    }
    return ("budget", "announced_cut", "amount")


def _role_for_nothing(data: Record) -> Steps | None:
    if "headcount" not in data["budget"]:
        return None
    data["budget"]["headcount"][0]["unlocks"] = ""
    return ("budget", "headcount", 0)


LINE_PLANTERS = (
    Planter("a line that rests on nothing", "BUD-004", _no_evidence),
    Planter("a line that doubles in silence", "BUD-005", _unexplained_change),
    Planter("cuts that fall short of the base", "BUD-010", _cuts_fall_short),
    Planter("no cuts", "BUD-010", _no_cuts),
    Planter("two cuts of one rank", "BUD-010", _equal_orders),
    Planter("a cut that costs nothing", "BUD-010", _lossless_cut),
    Planter("a cut of committed money", "BUD-011", _cut_too_deep),
    Planter("cuts in the wrong order", "BUD-012", _cuts_in_the_wrong_order),
    Planter("a gate nobody can test", "BUD-028", _gate_of_words),
    Planter("a gate that fails at another amount", "BUD-032", _gate_that_saves_less),
    Planter("drivers of another plan", "BUD-033", _drivers_of_another_plan),
    Planter("a role for nothing", "BUD-030", _role_for_nothing),
    Planter("a cut dated by its announcement", "BUD-031", _cut_of_another_year),
    Planter("a cut of more than there is", "BUD-035", _cut_beyond_the_ask),
    Planter("a gate after its year", "BUD-038", _late_gate),
    Planter("a gate of the past", "BUD-038", _gate_of_the_past),
    Planter("a cut that loses another customer", "BUD-040", _cut_that_loses_another),
    Planter("a phase within a phase", "BUD-042", _phase_within_a_phase),
    Planter("a role of another year", "BUD-039", _role_of_another_year),
    Planter("a cut of a later year", "BUD-039", _cut_of_a_later_year),
    Planter("a phase of another year", "BUD-039", _phase_of_another_year),
)  # fmt: skip
"""Lines, cuts, gates and roles nobody can defend."""
