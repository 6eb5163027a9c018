"""What is asked about finance, and what goes with an answer that is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from alignkit.asking import questions, what_is_open
from alignkit.asking.prompting import shown
from asking_people import FILE, session
from command_line import Run

EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"


@pytest.fixture
def example(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    return EXAMPLE.read_text("utf-8")


def test_skipping_the_first_question_of_a_block_says_what_goes_with_it(example: str) -> None:
    FILE.write_text(re.sub(r"(?m)^finance:.*\n(?:[ #].*\n|\n)+", "", example), "utf-8")
    state = session("budget-script")
    open_now = questions(state)
    revenue = next(each for each in open_now if each.about == "finance[].revenue")

    lines = [each.text for each in shown(revenue, state, open_now)]

    assert (
        "  Enter skips it, with all of `finance`: FY2026: gross margin of that year and 12 more;"
        " `later` skips this question alone"
    ) == lines[-1]


def test_a_margin_that_is_missing_is_asked_for(example: str, run: Run) -> None:
    FILE.write_text(re.sub(r"gross_margin: [\d.]+,? ?|(?m:^ +gross_margin: .*\n)", "", example), "utf-8")

    said = [each.text for each in what_is_open(session("budget-script"))]
    needed = run("need", "budget")

    assert "better  finance.FY2027.gross_margin: FY2027: gross margin of that year" in said
    assert (
        "NEED-002 `budget` is better with `finance.FY2027.gross_margin`:"
        " without it neither payback nor LTV nor ROI can be computed"
    ) in needed.out


def test_a_kind_without_finance_asks_for_no_margin(example: str) -> None:
    FILE.write_text(re.sub(r"gross_margin: [\d.]+,? ?|(?m:^ +gross_margin: .*\n)", "", example), "utf-8")

    assert [] == [each for each in what_is_open(session("escalation")) if "gross" in each.text]
