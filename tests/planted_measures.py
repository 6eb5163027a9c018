"""Mistakes in dates, people, sources, finance and measures: rules GEN and MET."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from planting import Planter, Record
from yaml_lines import Steps


def _add_kpi(data: Record, identity: str, name: str, **fields: Any) -> int:
    needed = {
        "id": identity, "name": name, "unit": "count", "direction": "up", "owner": "demand", "source": "crm",
        "baseline": 1, "target": 2, "objective": "M1",
    }  # fmt: skip
    data["kpis"].append(needed | fields)
    return len(data["kpis"]) - 1


def _weekend(day: date) -> date:
    return day + timedelta(days=5 - day.weekday())


def _decided_on_saturday(data: Record) -> Steps:
    decision = data["budget"]["decision"]
    decision["by"] = _weekend(decision["by"])
    return ("budget", "decision", "by")


def _decided_before_today(data: Record) -> Steps:
    decision = data["budget"]["decision"]
    decision["by"] = data["meta"]["as_of"] - timedelta(days=1)
    return ("budget", "decision", "by")


def _decided_in_the_meeting(data: Record) -> Steps:
    decision = data["budget"]["decision"]
    decision["by"] = decision["meeting"]
    return ("budget", "decision", "by")


def _nobody_prepares(data: Record) -> Steps:
    data["milestones"] = [each for each in data["milestones"] if each["kind"] != "prewire"]
    decider = next(n for n, each in enumerate(data["stakeholders"]) if each["id"] == "cfo")
    data["stakeholders"][decider]["last_contact"] = data["meta"]["as_of"] - timedelta(days=60)
    return ("stakeholders", decider, "last_contact")


def _owned_by_a_team(data: Record) -> Steps:
    data["stakeholders"].append({"id": "mkt", "name": "Marketing team", "role": "Team", "audience": "team"})
    data["budget"]["lines"][-1]["owner"] = "mkt"
    return ("budget", "lines", len(data["budget"]["lines"]) - 1, "owner")


def _measure_of_a_team(data: Record) -> Steps:
    data["stakeholders"].append({"id": "mkt", "name": "Sales department", "role": "Team", "audience": "team"})
    data["kpis"][0]["owner"] = "mkt"
    return ("kpis", 0, "owner")


def _benchmark_of_no_statistic(data: Record) -> Steps | None:
    if "benchmarks" not in data:
        return None
    del data["benchmarks"][0]["statistic"]
    return ("benchmarks", 0)


def _old_benchmark(data: Record) -> Steps | None:
    if "benchmarks" not in data:
        return None
    data["sources"]["survey"]["year"] = data["meta"]["as_of"].year - 3
    return ("benchmarks", 0)


def _decision(data: Record, **fields: Any) -> Record:
    decision = data["budget"]["decision"]
    return {
        "id": decision["id"],
        "text": "The budget",
        "from": decision["from"],
        "by": decision["by"],
    } | fields


def _decided_twice(data: Record) -> Steps:
    later = data["budget"]["decision"]["by"] + timedelta(days=7)
    data["decisions"] = [_decision(data, by=later)]
    return ("decisions", 0, "by")


def _two_deciders(data: Record) -> Steps:
    data["decisions"] = [_decision(data, **{"from": "ceo"})]
    return ("decisions", 0, "from")


def _claimed_decision(data: Record) -> Steps:
    chief = next(n for n, each in enumerate(data["stakeholders"]) if each["id"] == "ceo")
    data["stakeholders"][chief]["decides"] = [data["budget"]["decision"]["id"]]
    return ("stakeholders", chief, "decides")


def _unknown_model(data: Record) -> Steps:
    data["company"]["model"] = "marketplace"
    return ("company", "model")


def _expired_exception(data: Record) -> Steps:
    until = data["meta"]["as_of"] - timedelta(days=1)
    data["meta"]["lint_ignore"] = [{"id": "BUD-026", "reason": "agreed with finance", "until": until}]
    return ("meta", "lint_ignore", 0, "until")


def _mistyped_exception(data: Record) -> Steps:
    until = data["meta"]["as_of"] + timedelta(days=30)
    data["meta"]["lint_ignore"] = [{"id": "BUD-26", "reason": "agreed with finance", "until": until}]
    return ("meta", "lint_ignore", 0, "id")


def _no_margin(data: Record) -> Steps | None:
    period = data["periods"]["current"]["id"]
    return ("finance", period) if data["finance"][period].pop("gross_margin", None) else None


def _impossible_margin(data: Record) -> Steps | None:
    period = data["periods"]["current"]["id"]
    if "gross_margin" not in data["finance"][period]:
        return None
    data["finance"][period]["gross_margin"] = Decimal("1.2")
    return ("finance", period, "gross_margin")


def _leads_nobody_saw(data: Record) -> Steps:
    period = data["periods"]["current"]["id"]
    data["pipeline"] = {"period": period, "source": "crm", "accepted": 60, "rejected": 20, "unreviewed": 20}
    return ("pipeline", "unreviewed")


def _quarter_left_out(data: Record) -> Steps | None:
    if "quarters" not in data["finance"]:
        return None
    del data["finance"]["quarters"][1]
    return ("finance", "quarters", 1, "id")


def _churn_times_twelve(data: Record) -> Steps:
    place = _add_kpi(
        data, "logo_churn", "Monthly churn", unit="ratio", direction="down", baseline=Decimal("0.03"), target=Decimal("0.02"),
        formula="lost customers of a month / customers * 12",
    )  # fmt: skip
    return ("kpis", place, "formula")


def _twelvefold_churn(data: Record) -> Steps | None:
    period = data["periods"]["current"]["id"]
    if "revenue_churn" not in data["finance"][period]:
        return None
    _add_kpi(data, "churn", "Monthly churn", unit="ratio", direction="down", baseline=Decimal("0.03"), target=Decimal("0.02"))  # fmt: skip
    data["finance"][period]["revenue_churn"] = Decimal("0.36")
    return ("finance", period, "revenue_churn")


def _magic_times_four(data: Record) -> Steps:
    place = _add_kpi(
        data, "magic", "Magic number", unit="times", formula="net new ARR of the quarter * 4 / cost before"
    )
    return ("kpis", place, "formula")


def _bridge_that_fails(data: Record) -> Steps | None:
    if "arr" not in data["finance"]:
        return None
    data["finance"]["arr"]["closing"] += 1
    return ("finance", "arr", "closing")


def _roas_called_roi(data: Record) -> Steps:
    place = _add_kpi(
        data, "paid_roi", "ROI of paid media", unit="times", formula="attributed revenue / ad spend"
    )
    return ("kpis", place, "name")


def _media_cost(data: Record) -> Steps:
    period = data["periods"]["current"]["id"]
    data["finance"][period]["cost_scope"] = "media"
    return ("finance", period, "cost_scope")


def _nine_customers(data: Record) -> Steps | None:
    period = data["periods"]["current"]["id"]
    if "new_customers" not in data["finance"][period]:
        return None
    data["finance"][period]["new_customers"] = 9
    if "last_plan" in data["finance"]:
        data["finance"]["last_plan"] |= {"actual_customers": 9, "note": "A market was closed"}
    return ("finance", period, "new_customers")


def _flow_against_a_year(data: Record) -> Steps | None:
    source = data["sources"]["crm"]["as_of"]
    if source >= data["periods"]["current"]["end"]:
        return None
    del data["kpis"][0]["target_to_date"]
    return ("kpis", 0)


def _source_without_day(data: Record) -> Steps:
    del data["sources"]["plan"]["as_of"]
    return ("sources", "plan")


def _source_of_tomorrow(data: Record) -> Steps:
    data["sources"]["ledger"]["as_of"] = data["meta"]["as_of"] + timedelta(days=3)
    return ("sources", "ledger", "as_of")


def _fiscal_year_of_its_own(data: Record) -> Steps:
    data["company"]["fiscal_year_start"] = data["periods"]["current"]["start"].month % 12 + 1
    return ("company", "fiscal_year_start")


def _days_between(data: Record) -> Steps:
    periods = data["periods"]
    periods["current"]["end"] -= timedelta(days=20)
    return ("periods", "plan", "start")


def _old_ledger(data: Record) -> Steps | None:
    if "last_plan" not in data["finance"]:
        return None
    data["sources"]["ledger"]["as_of"] = data["meta"]["as_of"] - timedelta(days=400)
    return ("sources", "ledger", "as_of")


MEASURE_PLANTERS = (
    Planter("decided on a Saturday", "GEN-009", _decided_on_saturday),
    Planter("decided before today", "GEN-009", _decided_before_today),
    Planter("decided in the meeting", "GEN-009", _decided_in_the_meeting),
    Planter("nobody prepares the decider", "GEN-010", _nobody_prepares),
    Planter("a line of a team", "GEN-011", _owned_by_a_team),
    Planter("a measure of a department", "GEN-011", _measure_of_a_team),
    Planter("a benchmark of no statistic", "GEN-021", _benchmark_of_no_statistic),
    Planter("a benchmark of three years ago", "GEN-021", _old_benchmark),
    Planter("one decision, two days", "GEN-024", _decided_twice),
    Planter("one decision, two deciders", "GEN-024", _two_deciders),
    Planter("a decision somebody else claims", "GEN-024", _claimed_decision),
    Planter("an exception that has ended", "GEN-025", _expired_exception),
    Planter("a way of earning nobody knows", "GEN-026", _unknown_model),
    Planter("a ledger of a day to come", "GEN-027", _source_of_tomorrow),
    Planter("a fiscal year that begins twice", "GEN-028", _fiscal_year_of_its_own),
    Planter("days between two years", "GEN-029", _days_between),
    Planter("an exception for no rule", "GEN-025", _mistyped_exception),
    Planter("no gross margin", "MET-001", _no_margin),
    Planter(
        "a margin above one",
        "MET-012",
        _impossible_margin,
        also=frozenset({"FIG-002"}),
        because="such a fraction spoils its figure too",
    ),
    Planter("leads nobody looked at", "MET-013", _leads_nobody_saw),
    Planter("a quarter left out", "MET-002", _quarter_left_out),
    Planter("monthly churn times twelve", "MET-003", _churn_times_twelve),
    Planter("yearly churn that is twelve months of it", "MET-003", _twelvefold_churn),
    Planter("a magic number times four", "MET-004", _magic_times_four),
    Planter("a bridge that does not foot", "MET-005", _bridge_that_fails),
    Planter("return on ad spend called ROI", "MET-007", _roas_called_roi),
    Planter("media cost for all cost", "MET-008", _media_cost),
    Planter("nine customers", "MET-009", _nine_customers),
    Planter("a flow against the whole year", "MET-010", _flow_against_a_year),
    Planter("a source without a day", "GEN-004", _source_without_day, kind="budget-script"),
    Planter("figures of last year", "GEN-005", _old_ledger, kind="budget-script"),
)
"""Figures that do not mean what they say, and decisions nobody can take."""
