"""An answer that a rule will find wrong is asked back at once, while somebody still knows what they meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.asking.answers import Refused, understood
from alignkit.asking.order import shape_of_path
from alignkit.asking.questions import Question
from alignkit.asking.sense import contradiction
from alignkit.source import Data, steps_of

EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"
TIERS: Data = {
    "budget": {
        "tiers": [{"id": "hold", "new_customers": 15}, {"id": "ask", "mkt_customers": 60}],
        "lines": [{"id": "people", "hold": 540000, "ask": 640000}],
        "drivers": [{"id": "win_rate"}, {"id": "acv"}],
    }
}


def asked(path: str, typed: str, data: Data = TIERS) -> Refused | None:
    steps = steps_of(path)
    value = understood(typed, shape_of_path(steps), str(steps[-1]))
    assert not isinstance(value, Refused)
    return contradiction(Question("value", steps, "", needed=False), value, data)


@pytest.mark.parametrize(
    ("path", "typed", "expected"),
    [
        ("budget.tiers[0].mkt_customers", "500", Refused(
            "marketing would source 500 of 15 customers",
            "write at most 15, or `back` to correct what you answered before", "BUD-019")),
        ("budget.tiers[1].new_customers", "15", Refused(
            "marketing would source 60 of 15 customers",
            "write at least 60, or `back` to correct what you answered before", "BUD-019")),
        ("budget.lines[0].committed", "900,000", Refused(
            "900000 would be committed of a line of 640000",
            "write at most 640000, or `back` to correct what you answered before", "BUD-013")),
        ("finance.FY2026.gross_margin", "120%", Refused(
            "expected a fraction from 0 to 1 for `gross_margin`, found 1.2",
            "write 78% or 0.78 for 78 per cent", "MET-012")),
        ("finance.FY2026.gross_margin", "78", Refused(
            "expected a fraction from 0 to 1 for `gross_margin`, found 78", "write 0.78", "MET-012")),
        ("finance.FY2026.revenue_churn", "130%", Refused(
            "expected a fraction from 0 to 1 for `revenue_churn`, found 1.3",
            "write 78% or 0.78 for 78 per cent", "MET-012")),
        ("budget.drivers[0].high", "120%", Refused(
            "expected a fraction from 0 to 1 for `high`, found 1.2",
            "write 78% or 0.78 for 78 per cent", "MET-012")),
        ("finance.quarters[0].id", "12", Refused(
            "expected a quarter for `id`, found `12`", "write the year and the quarter, such as 2026-Q3")),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_right_is_refused(path: str, typed: str, expected: Refused) -> None:
    assert expected == asked(path, typed)


@pytest.mark.parametrize(
    ("path", "typed"),
    [
        ("budget.tiers[0].mkt_customers", "15"),
        ("budget.tiers[1].new_customers", "60"),
        ("budget.lines[0].committed", "640,000"),
        ("finance.FY2026.gross_margin", "100%"),
        ("finance.FY2026.revenue", "12M"),
        ("budget.drivers[1].high", "44,000"),
        ("finance.quarters[0].id", "2026-Q3"),
        ("finance.quarters[0].id", "Q3 FY26"),
    ],
)
def test_an_answer_that_may_be_right_is_taken(path: str, typed: str) -> None:
    assert asked(path, typed) is None


def test_the_line_is_measured_at_the_level_that_is_asked_for() -> None:
    decided: Data = {"budget": {"decision": {"ask_tier": "hold"}, "lines": [{"hold": 540000, "ask": 640000}]}}

    assert asked("budget.lines[0].committed", "600,000", decided) is not None
