"""How the plan hangs together: money by objective and method, people, KPIs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

import pytest

from alignkit.figures import Figures
from alignkit.values import NA, NACode
from figure_contexts import Data

GOLDEN = (
    ("objective.O1.budget", "920000"),
    ("objective.O1.budget_share", "0.548"),
    ("objective.O2.budget", "760000"),
    ("objective.O3.budget", "0"),
    ("objective.M1.budget", "760000"),
    ("objective.M2.budget", "760000"),
    ("alignment.unlinked", "0"),
    ("method.1.budget", "760000"),
    ("method.2.budget", "670000"),
    ("method.3.budget_share", "0.095"),
    ("stakeholder.daniel.influence", "5"),
    ("alignment.in_touch", "4"),
    ("alignment.influential", "4"),
    ("alignment.kpi_link_rate", "1"),
    ("area.goals.mean", "3.50"),
    ("area.comms.mean", "2.75"),
    ("area.metrics.mean", "3.00"),
    ("area.execution.mean", "3.25"),
    ("area.comms.self_gap", "1.67"),
    ("drift.unlinked_share", "0.073"),
)


@pytest.mark.parametrize(("key", "expected"), GOLDEN)
def test_a_golden_value(figures: Figures, key: str, expected: str) -> None:
    golden = Decimal(expected)

    assert golden == figures[key].amount.quantize(golden, ROUND_HALF_UP)


def test_the_money_of_an_objective_shows_its_working_and_its_sources(figures: Figures) -> None:
    figure = figures["objective.O1.budget"]

    assert "sum of the initiatives' budgets" == figure.formula
    assert (Decimal(520000), " + ", Decimal(240000), " + ", Decimal(160000)) == figure.working
    assert (("plan27",), "FY2027") == (figure.sources, figure.period)


def test_the_money_of_all_objectives_and_of_none_is_all_the_money(figures: Figures) -> None:
    parts = [figures[f"objective.O{n}.budget"].amount for n in (1, 2, 3)]

    assert figures["initiatives.budget"].amount == sum(parts) + figures["alignment.unlinked"].amount


def test_money_is_counted_once_though_a_goal_serves_two(
    data: Data, figures_of: Callable[[Data], Figures]
) -> None:
    goals: tuple[tuple[str, str, list[str]], ...]
    goals = (
        ("A", "company", []),
        ("B", "company", []),
        ("M", "marketing", ["B", "A"]),
        ("L", "marketing", ["L"]),
    )
    data |= {
        "objectives": [
            {"id": name, "statement": name, "owner": "ann", "level": level, "parents": parents}
            for name, level, parents in goals
        ],
        "initiatives": [
            {"id": f"I{n}", "name": f"I{n}", "owner": "ann", "budget": n, "objective": goal, "status": "planned",
             "start": date(2027, 1, 1), "end": date(2027, 2, 1), "source": "plan"}
            for n, goal in enumerate(("M", "A", "L", None), start=1)
        ],
    }  # fmt: skip

    figures = figures_of(data)

    names = ("objective.A.budget", "objective.B.budget", "objective.M.budget", "alignment.unlinked")
    assert [2, 1, 1, 7] == [figures[name].amount for name in names]
    shared = [figures[f"objective.{name}.shared_budget"].amount for name in ("A", "B")]
    assert [1, 0] == shared
    assert "objective.M.shared_budget" not in figures


def test_without_initiatives_no_objective_has_money(
    data: Data, figures_of: Callable[[Data], Figures]
) -> None:
    objective = {"id": "A", "statement": "A", "owner": "ann", "level": "company"}

    figures = figures_of(data | {"objectives": [objective], "initiatives": []})

    missing = NA(NACode.MISSING_INPUT, "there are no initiatives")
    assert missing == figures["objective.A.budget"].value
    assert missing == figures["objective.A.budget_share"].value


def test_without_influential_people_nobody_is_out_of_touch(
    data: Data, figures_of: Callable[[Data], Figures]
) -> None:
    figures = figures_of(data)

    assert NACode.ZERO_DENOMINATOR == getattr(figures["alignment.coverage"].value, "code", None)
