"""Rules a user has silenced: for a reason, below a path, until a day."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from lint_subjects import Case, findings

from alignkit.lints.exceptions import OTHER_STAGES
from alignkit.lints.table import CODES

LATE = {"issues.ISS1.if_late": ""}


def codes(**entry: object) -> list[str]:
    """The codes found for an issue without `if_late`, with one exception."""
    exception = {"id": "ESC-004", "reason": "agreed with the CEO", "until": date(2026, 12, 31)} | entry
    found = findings(Case("", LATE | {"meta.lint_ignore": [exception]}, families=("ESC",)))
    return [each.code for each in found if each.severity == "error"]


@pytest.mark.parametrize("path", ["", "issues", "issues.ISS1"])
def test_a_silenced_finding_is_dropped(path: str) -> None:
    assert codes(path=path) == []


@pytest.mark.parametrize("path", ["issues.ISS10", "issues.ISS", "budget", "issues.ISS1.if_late"])
def test_a_finding_elsewhere_stays(path: str) -> None:
    assert codes(path=path) == ["ESC-004"]


def test_an_exception_of_another_rule_changes_nothing() -> None:
    assert codes(id="ESC-003") == ["ESC-004"]


def test_every_family_of_codes_is_of_a_rule_or_of_another_stage() -> None:
    written = {path.stem for path in (Path(__file__).parents[2] / "docs" / "codes").glob("*.md")}

    assert written == {code.partition("-")[0] for code in CODES} | OTHER_STAGES


def test_an_exception_holds_on_its_last_day() -> None:
    assert codes(until=date(2026, 11, 20)) == []


def test_an_exception_that_has_ended_silences_nothing_and_is_an_error_itself() -> None:
    assert codes(until=date(2026, 11, 19)) == ["GEN-025", "ESC-004"]
