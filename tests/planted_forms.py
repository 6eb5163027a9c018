"""Broken input: keys nobody knows, values of another kind, references to nothing, ids that stand twice."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from datetime import timedelta
from decimal import Decimal

from planting import Planter, Record, ask
from yaml_lines import Raw, Steps


def _put(data: Record, value: object, *steps: str | int) -> Steps:
    here = data
    for step in steps[:-1]:
        here = here[step]  # type: ignore[index] # lists take the indices among the steps
    here[steps[-1]] = value  # type: ignore[index] # likewise
    return steps


def _unknown_block(data: Record) -> Steps:
    return _put(data, {"a": 1}, "strategy")


def _unknown_field(data: Record) -> Steps:
    return _put(data, "9 of 10", "stakeholders", 1, "mood")


def _unknown_in_tier(data: Record) -> Steps:
    return _put(data, 3, "budget", "tiers", 0, "headcount")


def _mistyped_field(data: Record) -> Steps:
    return _put(data, data["company"].pop("currency"), "company", "curency")


def _text_for_money(data: Record) -> Steps:
    return _put(data, "a lot", "budget", "tiers", 0, "total")


def _thousands_mark(data: Record) -> Steps:
    return _put(data, Raw("1,250,000"), "budget", "lines", 0, "prior")


def _text_for_day(data: Record) -> Steps:
    return _put(data, "soon", "budget", "decision", "by")


def _list_for_record(data: Record) -> Steps:
    return _put(data, ["x"], "budget", "decision")


def _true_for_number(data: Record) -> Steps:
    return _put(data, True, "finance", data["periods"]["plan"]["id"], "revenue")


def _no_choice(data: Record) -> Steps:
    return _put(data, "finished", "meta", "status")


def _percent(data: Record) -> Steps | None:
    period = data["periods"]["plan"]["id"]
    return (
        _put(data, 78, "finance", period, "gross_margin")
        if "gross_margin" in data["finance"][period]
        else None
    )


def _three_decimals(data: Record) -> Steps:
    return _put(data, Raw("12.500"), "finance", data["periods"]["current"]["id"], "revenue")


def _missing_label(data: Record) -> Steps:
    del data["budget"]["tiers"][1]["label"]
    return ("budget", "tiers", 1)


def _missing_amount(data: Record) -> Steps:
    del data["budget"]["lines"][0][data["budget"]["tiers"][0]["id"]]
    return ("budget", "lines", 0)


def _foreign_amount(data: Record) -> Steps:
    return _put(data, 7, "budget", "lines", 0, "gold")


def _backward_period(data: Record) -> Steps:
    plan = data["periods"]["plan"]
    return _put(data, plan["start"] - timedelta(days=1), "periods", "plan", "end")


def _backward_initiative(data: Record) -> Steps | None:
    if "initiatives" not in data:
        return None
    start = data["initiatives"][0]["start"]
    return _put(data, start - timedelta(days=9), "initiatives", 0, "end")


def _foreign_period(data: Record) -> Steps:
    return _put(data, {"revenue": 5}, "finance", "FY1999")


def _to(*steps: str | int) -> Callable[[Record], Steps | None]:
    def plant(data: Record) -> Steps | None:
        here = data
        for step in steps[:-1]:
            if isinstance(here, dict) and step not in here:
                return None
            if isinstance(here, list) and isinstance(step, int) and step >= len(here):
                return None
            here = here[step]
        if steps[-1] not in here:
            return None
        return _put(data, "nobody_knows", *steps)

    return plant


def _ref_of_tier(data: Record) -> Steps | None:
    if "headcount" not in data["budget"]:
        return None
    return _put(data, "gold", "budget", "headcount", 0, "tier")


def _ref_in_list(data: Record) -> Steps | None:
    return _put(data, [*data["raci"][0]["R"], "ghost"], "raci", 0, "R")


def _twice(*steps: str) -> Callable[[Record], Steps | None]:
    def plant(data: Record) -> Steps | None:
        here = data
        for step in steps:
            if step not in here:
                return None
            here = here[step]
        assert isinstance(here, list)
        here.append(deepcopy(here[0]))
        return (*steps, len(here) - 1, "id")

    return plant


def _tier_twice(data: Record) -> Steps:
    copy = deepcopy(ask(data))
    data["budget"]["tiers"].append(copy)
    return ("budget", "tiers", len(data["budget"]["tiers"]) - 1, "id")


def _other_version(data: Record) -> Steps:
    return _put(data, 2, "schema")


def _too_many_places(data: Record) -> Steps:
    return _put(data, Decimal("3.5"), "stakeholders", 1, "influence")


FORM_PLANTERS = (
    Planter("a block nobody knows", "CTX-001", _unknown_block),
    Planter("a field nobody knows", "CTX-001", _unknown_field),
    Planter("a field no tier has", "CTX-001", _unknown_in_tier),
    Planter("a mistyped field", "CTX-001", _mistyped_field),
    Planter("words for an amount", "CTX-003", _text_for_money),
    Planter("thousands with a comma", "CTX-003", _thousands_mark),
    Planter("words for a day", "CTX-003", _text_for_day),
    Planter("a list for a record", "CTX-003", _list_for_record),
    Planter("yes for a number", "CTX-003", _true_for_number),
    Planter("half a point of influence", "CTX-003", _too_many_places),
    Planter("none of the choices", "CTX-004", _no_choice),
    Planter("per cent for a fraction", "CTX-007", _percent),
    Planter("three decimals", "CTX-014", _three_decimals),
    Planter("a tier without a label", "CTX-002", _missing_label),
    Planter("a line without the amount of a tier", "CTX-012", _missing_amount),
    Planter("an amount for no tier", "CTX-012", _foreign_amount),
    Planter("a period that ends before it starts", "CTX-010", _backward_period),
    Planter("work that ends before it starts", "CTX-010", _backward_initiative),
    Planter("finance of no period", "CTX-011", _foreign_period),
    Planter("another version", "CTX-009", _other_version),
    Planter("an ask of no tier", "GEN-002", _to("budget", "decision", "ask_tier")),
    Planter("a decider who does not exist", "GEN-002", _to("budget", "decision", "from")),
    Planter("a walk-away to nowhere", "GEN-002", _to("budget", "decision", "walk_away")),
    Planter("a line of nobody", "GEN-002", _to("budget", "lines", 0, "owner")),
    Planter("a budget from no source", "GEN-002", _to("budget", "source")),
    Planter("a cut of no line", "GEN-002", _to("budget", "cuts", 0, "line")),
    Planter("a phase of no line", "GEN-002", _to("budget", "phasing", 0, "line")),
    Planter("a bad year of no tier", "GEN-002", _to("budget", "downside", "tier")),
    Planter("a role in no tier", "GEN-002", _ref_of_tier),
    Planter("work for an objective nobody wrote", "GEN-002", _to("initiatives", 0, "objective")),
    Planter("a measure of no objective", "GEN-002", _to("kpis", 0, "objective")),
    Planter("a measure from no source", "GEN-002", _to("kpis", 0, "source")),
    Planter("a bridge of no period", "GEN-002", _to("finance", "arr", "period")),
    Planter("an issue to nobody", "GEN-002", _to("issues", 0, "to")),
    Planter("an issue without its row", "GEN-002", _to("issues", 0, "raci")),
    Planter("a task of a ghost", "GEN-002", _ref_in_list),
    Planter("a person twice", "GEN-003", _twice("stakeholders")),
    Planter("a line twice", "GEN-003", _twice("budget", "lines")),
    Planter("a tier twice", "GEN-003", _tier_twice),
    Planter("a measure twice", "GEN-003", _twice("kpis")),
    Planter("an issue twice", "GEN-003", _twice("issues")),
    Planter("a gate twice", "GEN-003", _twice("budget", "gates")),
)
"""Input that cannot be read as it is meant."""
