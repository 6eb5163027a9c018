"""Figures of a kickoff: slack, the critical path, the way to each success, days to approve."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from alignkit.context.plan import Milestone
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.figures import Figures, derive
from alignkit.figures.kickoff import critical_path
from alignkit.source import read
from alignkit.values import NA, NACode, Scenario, Unit
from figure_contexts import EXAMPLE


def example(**kickoff: Any) -> Figures:
    """The figures of the worked example, with parts of its kickoff replaced."""
    source = read(EXAMPLE, Report())
    assert source is not None
    data = {**source.data}
    assert isinstance(data["kickoff"], dict)
    data["kickoff"] = {**data["kickoff"], **kickoff}
    return derive(Context.model_validate(data), Report())


@pytest.fixture(scope="module")
def figures() -> Figures:
    return example()


def step(identity: str, day: date, *needs: str) -> Milestone:
    return Milestone(id=identity, name=identity, date=day, owner="me", kind="step", needs=needs)


@pytest.mark.parametrize(
    ("key", "value", "unit"),
    [
        ("milestone.MS5.slack", 38, Unit.DAYS),
        ("milestone.MS6.slack", 17, Unit.DAYS),
        ("milestone.MS4.days_on_path", 52, Unit.DAYS),
        ("kickoff.path_slack", 17, Unit.DAYS),
        ("kickoff.duration", 337, Unit.DAYS),
        ("kickoff.approval_days", 5, Unit.DAYS),
        ("deliverable.2.slack", 2, Unit.DAYS),
        ("deliverable.3.slack", 0, Unit.DAYS),
        ("dependency.1.slack", 7, Unit.DAYS),
        ("dependency.2.slack", 4, Unit.DAYS),
        ("success.1.start", "0.41", Unit.SHARE),
        ("success.1.counted_from", "0.41", Unit.SHARE),
        ("success.1.change", "0.11", Unit.POINTS),
    ],
)
def test_a_figure_of_the_worked_example(figures: Figures, key: str, value: Any, unit: Unit) -> None:
    assert (Decimal(value), unit) == (figures[key].value, figures[key].unit)


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("milestone.MS10.slack", "Year-end result is the last milestone"),
        ("milestone.MS10.days_on_path", "Year-end result ends the critical path"),
    ],
)
def test_what_does_not_exist_says_why(figures: Figures, key: str, reason: str) -> None:
    assert NA(NACode.MISSING_INPUT, reason) == figures[key].value


def test_only_steps_of_the_critical_path_have_days_on_it(figures: Figures) -> None:
    on_path = [key.split(".")[1] for key in figures if key.endswith(".days_on_path")]

    assert ["MS4", "MS6", "MS7", "MS8", "MS9", "MS10"] == on_path


def test_the_way_to_success_names_the_source_of_today(figures: Figures) -> None:
    change = figures["success.1.change"]

    assert ("crm",) == change.sources
    assert Scenario.PLAN is change.scenario


def of_a_flow(by: date, direction: str = "up") -> Figures:
    """The figures with the new ARR, 4,720,000 so far in FY2026, as the one measure of success."""
    source = read(EXAMPLE, Report())
    assert source is not None
    data = {**source.data}
    kickoff, kpis = data["kickoff"], data["kpis"]
    assert isinstance(kickoff, dict)
    assert isinstance(kpis, list)
    data["kickoff"] = {**kickoff, "success": [{"kpi": "new_arr", "target": 7_600_000, "by": by}]}
    data["kpis"] = [
        {**each, "direction": direction} if isinstance(each, dict) and each["id"] == "new_arr" else each
        for each in kpis
    ]
    return derive(Context.model_validate(data), Report())


@pytest.mark.parametrize(
    ("by", "counted_from", "change"),
    [
        (date(2026, 12, 31), 4_720_000, 2_880_000),
        (date(2027, 1, 1), 0, 7_600_000),
        (date(2027, 12, 31), 0, 7_600_000),
    ],
)
def test_what_adds_up_is_counted_from_zero_in_a_later_period(
    by: date, counted_from: int, change: int
) -> None:
    found = of_a_flow(by)

    values = [found[f"success.1.{name}"].amount for name in ("start", "counted_from", "change")]

    assert [Decimal(4_720_000), Decimal(counted_from), Decimal(change)] == values


def test_what_adds_up_and_is_to_stay_low_has_no_way_to_go() -> None:
    found = of_a_flow(date(2027, 12, 31), "down")

    reason = "New-customer ARR begins its period at zero and is to stay low"
    assert NA(NACode.NOT_DEFINED_FOR_DIRECTION, reason) == found["success.1.change"].value


def test_what_is_left_out_is_not_available() -> None:
    found = example(approval_path=[], dependencies=[{"need": "A room"}])

    assert NA(NACode.MISSING_INPUT, "there are no approval steps") == found["kickoff.approval_days"].value
    assert NA(NACode.MISSING_INPUT, "no date is given for A room") == found["dependency.1.slack"].value


@pytest.mark.parametrize(
    ("milestones", "path"),
    [
        ((), ()),
        ((step("a", date(2027, 1, 1)),), ()),
        ((step("a", date(2027, 1, 1)), step("b", date(2027, 2, 1))), ()),
        ((step("a", date(2027, 1, 1)), step("b", date(2027, 2, 1), "a")), ("a", "b")),
        (
            (step("a", date(2027, 1, 1)), step("b", date(2027, 1, 9)), step("c", date(2027, 2, 1), "a", "b")),
            ("b", "c"),
        ),
        ((step("a", date(2027, 1, 1), "b"), step("b", date(2027, 2, 1), "a")), ("a", "b")),
        ((step("a", date(2027, 1, 1), "elsewhere"),), ()),
    ],
)
def test_the_critical_path_leads_back_to_the_latest_step_needed(
    milestones: tuple[Milestone, ...], path: tuple[str, ...]
) -> None:
    assert path == tuple(each.id for each in critical_path(milestones))
