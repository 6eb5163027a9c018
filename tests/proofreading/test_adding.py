"""One more record in a project's own bank: the file stays as it was written, and nothing unsound goes in."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.proofreading import Addition, Wanted, add

GOOD = "{Impact}, and whoever reads of {situation} later finds the count and what it answered in one line of text."
RECORD: dict[str, Any] = {
    "id": "own-1", "part": "core", "competency": "measurement", "band": "on", "purpose": "recognise",
    "text": GOOD, "added": date(2026, 11, 22),
}  # fmt: skip
LINES = [
    "- id: own-1", "  part: core", "  competency: measurement", "  band: on", "  purpose: recognise",
    f'  text: "{GOOD}"', "  added: 2026-11-22",
]  # fmt: skip


def add_to(
    tmp_path: Path, text: str | None, record: dict[str, Any] = RECORD, *, replaces: bool = False
) -> tuple[Addition | None, Report]:
    folder = tmp_path / "language_banks/en"
    folder.mkdir(parents=True)
    if text is not None:
        (folder / "own.yaml").write_bytes(text.encode())
    report = Report()
    return add(Wanted("en", "review", record, replaces), Catalogue(tmp_path), report), report


def test_a_first_record_makes_the_file(tmp_path: Path) -> None:
    addition, report = add_to(tmp_path, None)

    assert [] == list(report)
    assert addition
    assert tmp_path / "language_banks/en/own.yaml" == addition.path
    head, *rest = addition.text.splitlines()
    assert head.startswith("# ")
    assert ["schema: 1", "bank: review", "phrases:", *(f"  {line}" for line in LINES)] == rest


@pytest.mark.parametrize(
    ("before", "after", "indent"),
    [
        ("schema: 1\nbank: review  # mine\nphrases:\n", "", 2),
        ("bank: review\nphrases:\n- {id: a-1, part: support, text: x}\n", "", 0),
        (
            "bank: review\n\nphrases:\n    # first\n    - id: a-1\n      part: support\n      text: x\n    # end\n",
            "",
            4,
        ),
        (
            "bank: review\nphrases:\n  - {id: a-1, part: support, text: x}\n",
            "\n# no more of these\nban: [talk-open-1]\n",
            2,
        ),
        ("ban: [talk-open-1]\nbank: review\nphrases:\n", "", 2),
    ],
)
def test_comments_order_and_indents_stay(before: str, after: str, indent: int, tmp_path: Path) -> None:
    addition, _ = add_to(tmp_path, before + after)

    assert addition
    assert before + "".join(f"{' ' * indent}{line}\n" for line in LINES) + after == addition.text


def test_an_empty_list_becomes_one_with_a_record(tmp_path: Path) -> None:
    addition, _ = add_to(tmp_path, "bank: review\nphrases: []  # none yet\n")

    assert addition
    assert addition.text.startswith("bank: review\nphrases:  # none yet\n  - id: own-1\n")


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    addition, _ = add_to(tmp_path, "bank: review\r\nphrases:\r\n  - {id: a-1, part: support, text: x}\r\n")

    assert addition
    assert addition.text.count("\r\n") == addition.text.count("\n")


def test_a_file_without_phrases_gets_its_bank_and_list(tmp_path: Path) -> None:
    addition, _ = add_to(tmp_path, "ban: [talk-open-1]\n")

    assert addition
    assert addition.text.startswith("ban: [talk-open-1]\nbank: review\nphrases:\n  - id: own-1\n")


def test_another_bank_goes_into_a_file_of_its_own(tmp_path: Path) -> None:
    addition, _ = add_to(tmp_path, "bank: drift\nphrases: []\n")

    assert addition
    assert "own-review.yaml" == addition.path.name


@pytest.mark.parametrize(
    "text",
    ["bank: review\nphrases: [{id: a-1, part: support, text: x}]\n", "bank: review\nphrases: hello\n"],
)
def test_a_file_that_cannot_be_added_to_is_left_alone(text: str, tmp_path: Path) -> None:
    addition, report = add_to(tmp_path, text)

    assert addition is None
    assert ["BANK-026"] == [each.code for each in report]
    assert "own-1" in next(iter(report)).hint


@pytest.mark.parametrize("text", ["bank: [\n", "\tbank: review\n", "bank: review\nbank: review\n"])
def test_a_file_that_cannot_be_read_is_told(text: str, tmp_path: Path) -> None:
    addition, report = add_to(tmp_path, text)

    assert addition is None
    assert report.is_broken


def test_everything_wrong_with_a_record_is_told_at_once(tmp_path: Path) -> None:
    record = RECORD | {
        "competency": "mesurement",
        "band": "above",
        "purpose": "develop",
        "text": "In 2026, {impact}. Go on.",
    }
    addition, report = add_to(tmp_path, None, record)

    assert addition is None
    assert {"BANK-011", "BANK-013", "BANK-015", "BANK-016", "BANK-018"} <= {each.code for each in report}
    assert all(each.hint for each in report)


def test_warnings_alone_do_not_stop_it(tmp_path: Path) -> None:
    addition, report = add_to(tmp_path, None, RECORD | {"text": "{Impact}, which {situation} made plain."})

    assert addition
    assert ["BANK-015"] == [each.code for each in report]


def test_old_mistakes_of_the_file_are_not_told_of_the_new_record(tmp_path: Path) -> None:
    addition, report = add_to(tmp_path, "bank: review\nphrases:\n  - {id: a-1, part: nowhere, text: x}\n")

    assert addition
    assert [] == list(report)


def test_an_id_of_ours_needs_a_word_and_one_of_yours_another_id(tmp_path: Path) -> None:
    taken = RECORD | {"id": "measurement-on-recognise-1"}
    for name, text, replaces in (("a", None, False), ("b", None, True)):
        addition, report = add_to(tmp_path / name, text, taken, replaces=replaces)
        assert replaces is (addition is not None)
        assert ([] if replaces else ["BANK-008"]) == [each.code for each in report]

    addition, report = add_to(
        tmp_path / "c",
        "bank: review\nphrases:\n  - {id: own-1, part: support, text: '{support}'}\n",
        replaces=True,
    )
    assert addition is None
    assert "BANK-008" in {each.code for each in report}


@pytest.mark.parametrize(
    "text",
    ['He said: "{impact}" # no \\ {situation}', "{Impact}\u2028{situation}", "- {impact}: {situation}"],
)
def test_any_text_reads_back_as_it_was_given(text: str, tmp_path: Path) -> None:
    addition, report = add_to(tmp_path, None, RECORD | {"text": text})

    assert {"BANK-026"} != {each.code for each in report} or "\u2028" in text
    assert addition is None or "own-1" in addition.text
