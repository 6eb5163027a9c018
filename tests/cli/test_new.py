"""`alignkit new` and `alignkit init`: a first file in a minute."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from alignkit.build import Request, build
from alignkit.catalogue import packaged
from alignkit.diagnostics import Report
from alignkit.projects import redated
from alignkit.source import read
from command_line import Run

KINDS = ["budget-script", "escalation", "alignment-doc", "stakeholder-view", "kickoff-deck"]
DAY = "2026-11-23"
TYPED = {
    "Alder Street Goods": "Quillmere Software",
    "Robin Alvarez": "Helena Brandt-Osei",
    "Jordan Lindgren": "Marta Veldkamp",
    "Spring catalogue": "Partner portal",
    "days_late: 15": "days_late: 20",
    "Two suppliers sent the product photos after the agreed day": "Single sign-on came three weeks late",
    "The printer gives our week away on Monday and a new one costs $6,000": "Two partners sign elsewhere",
    "cost: 9000": "cost: 14000",
}
"""The eight values the starter marks, and what somebody types over them."""
MAIL = """\
To: Marta Veldkamp
Subject: DECISION by Fri, Nov 27: Partner portal

Marta,

Please decide by Friday, November 27. I recommend option A (Pay for
extra hands) for $14,000. Cost of waiting: Two partners sign elsewhere.

Situation. The work is 20 days behind plan.

Cause. Single sign-on came three weeks late.

A Pay for extra hands (recommended)
  Extra cost: $14,000
  Effect: Done on the agreed day

B Do nothing
  Extra cost: $0
  Effect: Done as late as it stands today

Figures: Project status report, Mon, Nov 23.

A reply with A or B is enough. Next update: Monday, November 30.

Helena Brandt-Osei
VP Marketing, Quillmere Software
"""


def test_eight_values_typed_over_make_a_mail_one_would_send(run: Run, tmp_path: Path) -> None:
    assert 0 == run("new", "escalation", "--date", DAY).code
    text = (tmp_path / "context.yaml").read_text("utf-8")
    for number, (old, new) in enumerate(TYPED.items(), start=1):
        [line] = [line for line in text.splitlines() if old in line]
        assert f"# {number} " in line
        text = text.replace(old, new)
    (tmp_path / "context.yaml").write_text(text, "utf-8")

    result = run("build", "escalation", "--format", "txt,docx")

    assert (0, "out/escalation-ISSUE1.txt\nout/escalation-memo-ISSUE1.docx\n") == (result.code, result.out)
    assert MAIL == (tmp_path / "out/escalation-ISSUE1.txt").read_text("utf-8").replace("\r\n", "\n")
    assert " error " not in result.err


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("day", ["2026-11-16", "2026-11-22", "2027-01-11", "2027-02-28", "2028-02-29"])
def test_a_first_context_is_short_and_builds_without_an_error_on_any_day(
    kind: str, day: str, run: Run, tmp_path: Path
) -> None:
    result = run("new", kind, "--date", day)

    assert (0, "context.yaml\n") == (result.code, result.out)
    assert f"type over what is there, then run: alignkit build {kind}\n" == result.err
    lines = (tmp_path / "context.yaml").read_text("utf-8").splitlines()
    assert len(lines) <= 40
    assert max(map(len, lines)) <= 120
    assert "# yaml-language-server: $schema=.alignkit/context.schema.json" == lines[0]
    assert (
        "urn:alignkit:context:1"
        == json.loads((tmp_path / ".alignkit/context.schema.json").read_text())["$id"]
    )
    outcome = build(Request(tmp_path / "context.yaml", (kind,), formats=("md", "txt")))
    assert [] == [each for each in outcome.report if each.severity == "error"]
    assert outcome.files


@pytest.mark.parametrize("kind", KINDS)
def test_every_block_of_a_first_context_says_why(kind: str) -> None:
    lines = (packaged("templates") / kind / "starter.yaml").read_text("utf-8").splitlines()

    commented = [line for line in lines if "#" in line]
    assert len(commented) * 3 >= len(lines)
    assert not [line for line in lines if "[Name]" in line or "TODO" in line or "Your " in line]


def test_a_context_that_exists_stays_as_it_is_and_is_told_what_it_lacks(run: Run, tmp_path: Path) -> None:
    run("new", "escalation", "--date", DAY)
    before = (tmp_path / "context.yaml").read_bytes()

    result = run("new", "budget-script")

    assert (1, "") == (result.code, result.out)
    assert before == (tmp_path / "context.yaml").read_bytes()
    lines = result.err.splitlines()
    assert "context.yaml exists and stays as it is; this is what it lacks for `budget-script`:" == lines[0]
    end = len(before.splitlines()) + 1
    message = "NEED-001 `budget-script` needs `periods.plan`: which year the money is for"
    assert f"context.yaml:{end}:1: error {message}" in lines
    assert "  hint: add `periods`, with `current`, `plan`" in lines


def test_a_file_in_a_new_folder_has_the_schema_beside_it(run: Run, tmp_path: Path) -> None:
    result = run("new", "escalation", "--out", "clients/acme/now.yaml")

    assert (0, "clients/acme/now.yaml\n") == (result.code, result.out)
    assert "alignkit build escalation --context clients/acme/now.yaml" in result.err
    assert (tmp_path / "clients/acme/.alignkit/context.schema.json").is_file()


def test_a_kind_without_a_first_context_says_so(run: Run, tmp_path: Path) -> None:
    run("template", "new", "board-note")
    manifest = tmp_path / "templates/board-note/kind.yaml"
    manifest.write_text(manifest.read_text("utf-8").replace("starter: starter.yaml\n", ""), "utf-8")

    result = run("new", "board-note")

    assert 1 == result.code
    assert "error KIND-010 `board-note` has no first context to begin with\n" in result.err


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        ("as_of: 2026-11-16\nby: 2026-11-20", date(2026, 11, 16), "as_of: 2026-11-16\nby: 2026-11-20"),
        ("as_of: 2026-11-16\nby: 2026-11-20", date(2026, 11, 18), "as_of: 2026-11-18\nby: 2026-11-27"),
        ("as_of: 2026-11-16\nwas: 2026-11-13", date(2026, 11, 18), "as_of: 2026-11-18\nwas: 2026-11-13"),
        ("as_of: 2026-11-16\nwas: 2026-11-13", date(2026, 11, 24), "as_of: 2026-11-24\nwas: 2026-11-20"),
        (
            "as_of: 2026-11-16\n{id: FY2027, start: 2027-01-01, end: 2027-12-31}",
            date(2028, 2, 29),
            "as_of: 2028-02-29\n{id: FY2029, start: 2029-01-01, end: 2029-12-31}",
        ),
        ("no day", date(2028, 2, 29), "no day"),
    ],
)
def test_days_move_by_whole_weeks_and_years_by_years(text: str, day: date, expected: str) -> None:
    assert expected == redated(text, day)


def test_a_project_folder_builds_at_once(run: Run, tmp_path: Path) -> None:
    result = run("init", "acme", "--date", DAY)

    assert 0 == result.code
    assert [
        "acme/context.yaml", "acme/brand.yaml", "acme/.alignkit/context.schema.json", "acme/templates/README.md",
        "acme/language_banks/README.md",
    ] == result.out.splitlines()  # fmt: skip
    assert "next: cd acme && alignkit build budget-script\n" == result.err
    assert 0 == run("build", "budget-script", "--context", "acme", "--format", "md").code
    assert run("check", "--context", "acme").code == 0


def test_a_project_with_the_example_has_all_of_it(run: Run, tmp_path: Path) -> None:
    result = run("init", "--example")

    assert ["context.yaml", "people.yaml", "brand.yaml"] == result.out.splitlines()[:3]
    assert "next: alignkit build budget-script\n" == result.err
    report = Report()
    assert read(tmp_path / "context.yaml", report, people=tmp_path / "people.yaml") is not None
    assert not report.has_errors


def test_a_project_is_never_written_over(run: Run, tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_text("mine: 1\n", "utf-8")

    result = run("init")

    assert (1, "") == (result.code, result.out)
    assert "error OUT-006 expected `context.yaml` to be free, found an earlier file\n" in result.err
    assert ["context.yaml"] == [path.name for path in tmp_path.iterdir()]
