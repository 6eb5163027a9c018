"""Fields of a kind's own are asked for as its manifest describes them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from command_line import Result, Run

KIND = """\
schema: 1
title: Fair brief
purpose: Get a yes for one fair
language: en
modes:
  usual: {}
  abroad:
    custom.fair.visa: a border is crossed
outputs:
  brief: {form: document, body: body.md.j2, file: fair-brief}
fields:
  required: [event, day, total, firm, venue]
  properties:
    event: {type: string, title: Name of the fair, description: As visitors know it, examples: [Nord]}
    day: {type: string, format: date}
    total: {type: number, x-unit: money, title: Cost of the fair}
    firm: {type: boolean, description: Is the day certain?}
    venue: {type: object, required: [town], properties: {town: {type: string}, hall: {type: [string, "null"]}}}
    catering: {type: object, required: [cook], properties: {cook: {type: string}}}
    seats: {type: integer, minimum: 1}
    grade: {type: string, enum: [a, b]}
    visa: {type: string}
"""
CONTEXT = """\
schema: 1
company: {name: Alder, model: services, currency: USD}
meta: {author: me, as_of: 2026-11-20}
stakeholders:
  - {id: me, name: Jo Ek, role: VP, audience: self, email: jo@alder.example}
"""
FILE = Path("context.yaml")


@pytest.fixture
def ask(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run `alignkit ask fair` with a text as input."""
    folder = Path("templates/fair")
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(KIND, "utf-8")
    (folder / "body.md.j2").write_text("# {{ custom.event }} for {{ custom.total }}\n", "utf-8")
    FILE.write_text(CONTEXT, "utf-8")

    def ask_here(*arguments: str) -> Result:
        *options, answers = arguments
        monkeypatch.setattr("sys.stdin", io.StringIO(answers))
        return run("ask", "fair", *options)

    return ask_here


def test_every_type_is_asked_for_and_written(ask: Run, run: Run) -> None:
    result = ask("Nord: 1\n31.12.2026\n1.2M\nyes\nBerlin\n\n12\nb\n\n")

    assert FILE.read_text("utf-8") == CONTEXT + (
        'custom:\n  fair:\n    event: "Nord: 1"\n    day: 2026-12-31\n    total: 1200000\n    firm: true\n'
        "    venue:\n      town: Berlin\n    seats: 12\n    grade: b\n"
    )
    assert 0 == result.code
    assert result.err.endswith("`fair` has what it needs; now run: alignkit build fair\n")
    assert 0 == run("build", "fair").code


def test_a_question_is_put_in_the_words_of_the_manifest(ask: Run) -> None:
    result = ask("")

    assert result.err.startswith(
        "\n1 of 5, about 2 minutes left, then 2 for what makes it better\nName of the fair\n  why: `fair` cannot be made without it\n"
        "  As visitors know it\n  such as Nord\n"
    )


def test_the_questions_alone_the_needed_ones_first(ask: Run) -> None:
    result = ask("--list", "")

    assert result.out == (
        "needed  custom.fair.event: Name of the fair\n"
        "needed  custom.fair.day: Day\n"
        "needed  custom.fair.total: Cost of the fair\n"
        "needed  custom.fair.firm: Is the day certain?\n"
        "needed  custom.fair.venue.town: Town\n"
        "better  custom.fair.seats: Seats\n"
        "better  custom.fair.grade: Grade\n"
        "better  custom.fair.visa: Visa\n"
        "better  custom.fair.venue.hall: Hall\n"
    )


def test_an_answer_the_manifest_refuses_is_refused_at_once(ask: Run) -> None:
    result = ask("Nord\n11/12/2026\n2026-12-11\nmuch\n5\nmaybe\nno\nBerlin\n\n0\n2.5\n12\nc\n")

    assert "  expected one day, found `11/12/2026`\n" in result.err
    assert "  expected a number for `total`, found `much`\n" in result.err
    assert "  expected yes or no, found `maybe`\n" in result.err
    assert "  `custom.fair.seats` does not fit `minimum: 1`\n" in result.err
    assert "  expected a whole number, found `2.5`\n" in result.err
    assert "  expected `a` or `b`, found `c`\n" in result.err


def test_a_wrong_value_is_asked_for_and_only_it_changes(ask: Run) -> None:
    given = (
        "custom:\n  fair: {event: Nord, day: soon, total: 5, firm: false, venue: {town: Bonn}, grade: c}\n"
    )
    FILE.write_text(CONTEXT + given, "utf-8")

    result = ask("1 Mar 2027\na\nquit\n")

    assert (
        "what stands there does not do: expected `custom.fair.day` to be a date such as 2026-11-27, "
        "found `soon`"
    ) in result.err
    assert FILE.read_text("utf-8") == CONTEXT + given.replace("soon", "2027-03-01").replace(
        "grade: c", "grade: a"
    )


def test_what_takes_more_than_one_answer_is_named_at_the_end(ask: Run) -> None:
    manifest = Path("templates/fair/kind.yaml")
    manifest.write_text(
        KIND.replace("required: [event,", "required: [costs, event,").replace(
            "  properties:\n    event",
            "  properties:\n    costs: {type: array, items: {type: number}}\n    event",
        ),
        "utf-8",
    )

    result = ask("Nord\n2026-12-31\n5\ny\nBonn\n\n\n\n\n")

    assert 1 == result.code
    assert "error CUS-001 expected `costs` under `custom.fair`, found nothing" in result.err
    assert result.err.endswith("1 error left; no answer cures that; change the file\n")


def test_a_mode_asks_for_what_it_needs_besides(ask: Run) -> None:
    usual, abroad = ask("--list", ""), ask("--mode", "abroad", "--list", "")

    assert "better  custom.fair.visa: Visa\n" in usual.out
    assert "needed  custom.fair.visa: Visa\n" in abroad.out
    assert "  why: a border is crossed\n" in ask("--mode", "abroad", "Nord\n2026-12-31\n5\ny\nBonn\n").err


def test_the_mode_is_part_of_the_way_back(ask: Run) -> None:
    result = ask("--mode", "abroad", "Nord\n")

    assert 1 == result.code
    assert result.err.endswith("5 questions are still open; go on with: alignkit ask fair --mode abroad\n")


def test_an_unknown_mode_is_refused(ask: Run) -> None:
    result = ask("--mode", "abord", "")

    assert (2, "") == (result.code, result.out)
    assert "error KIND-013 `fair` has no mode `abord`\n  hint: choose from `usual`, `abroad`\n" in result.err
    assert CONTEXT == FILE.read_text("utf-8")
