"""Chains of goals: up to the company, around in circles, and into nothing."""

from __future__ import annotations

import pytest

from alignkit.context.goal_chain import goals_above, main_goals
from alignkit.context.objectives import Objective


def goal(identity: str, *parents: str, level: str = "marketing") -> Objective:
    """An objective with what it must have."""
    return Objective.model_validate(
        {"id": identity, "statement": identity, "owner": "me", "level": level, "parents": parents}
    )


GOALS = (
    goal("A", level="company"),
    goal("B", "A", level="company"),
    goal("one", "A"),
    goal("two", "one", "B"),
    goal("round", "circle"),
    goal("circle", "round"),
    goal("lost", "nowhere"),
    goal("none"),
)


@pytest.mark.parametrize(
    ("identity", "main", "above"),
    [
        ("A", "A", {"A"}),
        ("B", "B", {"A", "B"}),
        ("one", "A", {"A"}),
        ("two", "A", {"A", "B"}),
        ("round", "", set()),
        ("lost", "", set()),
        ("none", "", set()),
    ],
)
def test_a_goal_leads_to_company_objectives(identity: str, main: str, above: set[str]) -> None:
    assert main == main_goals(GOALS)[identity]
    assert above == goals_above(identity, GOALS)


def test_an_objective_nobody_knows_leads_nowhere() -> None:
    assert frozenset() == goals_above("unheard", GOALS)
