"""Which steps between tiers clear policy, and what a step takes."""

from __future__ import annotations

import pytest
from sentences import figure, formats_of, said

from alignkit.statements import Step, last_step, step_payback
from alignkit.values import Unit

CEILING = figure(18, Unit.MONTHS, "ceiling")


def step(name: str, payback: str | None, floor_room: str | None = "1", *, ask: bool = False) -> Step:
    """A step with its payback against 18 months, and its headroom over the floor."""
    months = figure(payback, Unit.MONTHS)
    room = figure(None if payback is None else 18 - months.amount, Unit.MONTHS, "room")
    return Step(name, (room, figure(floor_room, Unit.TIMES, "floor")), months, ask)


ASK, ASK_BREAKS = step("Ask", "16", ask=True), step("Ask", "19.6", ask=True)
UNKNOWN = step("Max", None, None)


@pytest.mark.parametrize(
    ("steps", "expected"),
    [
        ([], ""),
        ([ASK, step("Stretch", "19.6")], "Ask is the last step that clears policy"),
        ([step("Mid", "12"), ASK, step("Stretch", "19")], "Ask is the last step that clears policy"),
        ([ASK, step("Stretch", "17")], "every step clears policy"),
        ([ASK, step("Stretch", "18")], "every step clears policy"),
        ([ASK_BREAKS, step("Stretch", "20")], "no step clears policy"),
        (
            [ASK, step("Stretch", "19"), step("Max", "17")],
            "the steps to Ask and Max clear policy, the step to Stretch does not",
        ),
        (
            [step("Mid", "20"), ASK, step("Max", "19")],
            "the step to Ask clears policy, the steps to Mid and Max do not",
        ),
        (
            [step("Mid", "12"), ASK_BREAKS],
            "the step to Ask pays back in 19.6 months against a ceiling of 18",
        ),
        (
            [step("Mid", "12"), step("Ask", "16", "-0.2", ask=True)],
            "the step to Ask does not clear policy",
        ),
        ([ASK], "the step to Ask clears policy"),
        ([ASK_BREAKS], "the step to Ask pays back in 19.6 months against a ceiling of 18"),
        ([ASK, UNKNOWN], "the step to Ask clears policy"),
        ([UNKNOWN, step("Stretch", "17")], ""),
        ([UNKNOWN], ""),
        ([step("Mid", "12", None), step("Stretch", "20", None)], "Mid is the last step that clears policy"),
        ([step("Mid", "12"), step("Stretch", "17", None)], ""),
    ],
)
def test_which_steps_clear_policy(steps: list[Step], expected: str) -> None:
    assert expected == said(last_step(steps, formats_of(), ceiling=CEILING))


@pytest.mark.parametrize(
    ("payback", "expected"),
    [
        ("19.6", "the step to Ask pays back in 19.6 months against a ceiling of 18"),
        ("18.01", "the step to Ask pays back in just over the ceiling of 18 months"),
        ("18", "the step to Ask pays back in 18 months, exactly the ceiling"),
        ("17.99", "the step to Ask pays back in just under the ceiling of 18 months"),
        ("1", "the step to Ask pays back in 1 month, inside the ceiling of 18"),
        (None, ""),
    ],
)
def test_when_a_step_pays_back(payback: str | None, expected: str) -> None:
    months = figure(payback, Unit.MONTHS)

    assert expected == said(step_payback("Ask", months, formats_of(), ceiling=CEILING))


def test_without_a_ceiling_the_months_stand_alone() -> None:
    assert "the step to Ask pays back in 16 months" == said(
        step_payback("Ask", figure(16, Unit.MONTHS), formats_of())
    )
