"""Files of phrases: every mistake of every file in one run, each at its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.catalogue import packaged
from alignkit.diagnostics import Report
from alignkit.phrases import PhraseBook, load_folders

MISTAKES = Path(__file__).parents[1] / "bank_mistakes.yaml"
ENGLISH = packaged("language_banks") / "en"


def load(path: Path) -> tuple[PhraseBook, Report]:
    report = Report()
    return load_folders([ENGLISH], "en", report, [path]), report


def written(folder: Path, text: str | bytes) -> Path:
    path = folder / "own.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def found(report: Report) -> list[tuple[str, int]]:
    return [
        (each.code, each.place.line) for each in report if each.place and each.place.file.endswith("s.yaml")
    ]


def test_every_mistake_of_a_file_is_told_in_one_run() -> None:
    _, report = load(MISTAKES)

    assert [
        ("BANK-007", 2), ("BANK-011", 3), ("BANK-006", 4), ("BANK-007", 7), ("BANK-006", 12), ("BANK-007", 14),
        ("BANK-009", 20), ("BANK-010", 23), ("BANK-011", 26), ("BANK-013", 30), ("BANK-007", 33), ("BANK-007", 36),
        ("BANK-011", 37), ("BANK-011", 38), ("BANK-007", 40), ("BANK-007", 42), ("BANK-007", 43), ("BANK-007", 44),
        ("BANK-008", 48), ("BANK-012", 53), ("BANK-014", 54),
    ] == sorted(found(report), key=lambda each: each[1])  # fmt: skip
    assert all(each.hint for each in report)


def test_what_is_sound_in_a_broken_file_is_used() -> None:
    book, _ = load(MISTAKES)

    assert "twice" in book.phrases
    assert {"unknown-field", "slot", "cell"} & set(book.phrases) == set()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "YAML-019"),
        ("# only a comment\n", "YAML-019"),
        ("hello\n", "YAML-019"),
        ("- a\n- b\n", "YAML-019"),
        ("bank: review\nphrases:\n\t- id: a\n", "YAML-007"),
        ("bank: review\nphrases: {a: 1}\n", "BANK-007"),
        ("bank: review\nphrases: hello\n", "BANK-007"),
        ("bank: review\ndefaults: [1]\nphrases: [{id: a, part: ending, text: x}]\n", "BANK-007"),
        ("bank:\nphrases: [{id: a, part: ending, text: x}]\n", "BANK-011"),
        ("phrases: [{id: a, part: ending, text: x}]\n", "BANK-011"),
        ("bank: 5\nphrases: [{id: a, part: ending, text: x}]\n", "BANK-011"),
        ("ban: 5\n", "BANK-007"),
        ("ban: [null, {a: b}]\n", "BANK-007"),
        ("bank: review\nbank: review\n", "YAML-013"),
        ("bank: review\n1: 2\n", "BANK-006"),
        ('bank: review\nphrases: [{id: a, part: ending, text: "{{due}}"}]\n', "BANK-009"),
        ('bank: review\nphrases: [{id: a, part: ending, text: "[[{due}]]"}]\n', "BANK-009"),
        ('bank: review\nphrases: [{id: a, part: ending, text: "{due.x} {0}"}]\n', "BANK-009"),
        ('bank: review\nphrases: [{id: a, part: ending, text: "{due:long}"}]\n', "BANK-010"),
        ("bank: review\nphrases: [{id: a, part: ending, text: {Ihr: x}}]\n", "BANK-007"),
        ("bank: review\nphrases: [{id: a, part: ending, text: {Sie: x, du: 5}}]\n", "BANK-007"),
        (f"bank: review\nphrases: [{{id: a, part: ending, text: '{'x ' * 400}'}}]\n", "BANK-009"),
        (f"bank: review\nphrases: {'[' * 200}{']' * 200}\n", "YAML-005"),
        (b"bank: review\nphrases: [{id: a, part: ending, text: \xe4}]\n", "YAML-003"),
        ("bank: review\nphrases: [{id: a, part: ending, text: 'x\u202ey'}]\n", "YAML-022"),
    ],
)
def test_a_mistake_is_told_at_a_line_and_never_crashes(text: str | bytes, code: str, tmp_path: Path) -> None:
    _, report = load(written(tmp_path, text))

    assert code in {each.code for each in report}
    assert all(each.place for each in report)


@pytest.mark.parametrize(
    "entry",
    [
        "5", "{form: 5, examples: [a]}", "{form: x}", "{form: x, examples: a}", "{form: x, examples: []}",
        "{form: x, examples: [[a]]}", "{form: x, examples: [a], first: 5}", "{form: x, examples: [a], examples_du: b}",
    ],
)  # fmt: skip
def test_a_slot_in_the_wrong_shape_is_told(entry: str, tmp_path: Path) -> None:
    (tmp_path / "slots.yaml").write_text(f"slots: {{review: {{mine: {entry}}}}}\n", "utf-8")
    report = Report()

    book = load_folders([tmp_path, ENGLISH], "en", report)

    assert ["BANK-007"] == [each.code for each in report]
    assert "mine" not in book.slots["review"]
    assert "impact" in book.slots["review"]


@pytest.mark.parametrize("text", ["slots: 5", "slots: {review: 5}", "slots: [a]"])
def test_a_file_of_slots_in_the_wrong_shape_is_told(text: str, tmp_path: Path) -> None:
    (tmp_path / "slots.yaml").write_text(f"{text}\n", "utf-8")
    report = Report()

    load_folders([tmp_path], "en", report)

    assert ["BANK-007"] == [each.code for each in report]


def test_a_nearer_record_takes_the_place_of_ours_and_a_ban_takes_it_away(tmp_path: Path) -> None:
    own = "{Impact}, and whoever reads of {situation} later finds the count and what it answered in one line of text."
    text = (
        f"bank: review\nphrases:\n  - {{id: measurement-above-recognise-1, part: core, band: above, "
        f'purpose: recognise, competency: measurement, text: "{own}"}}\nban: [measurement-above-recognise-2]\n'
    )
    book, report = load(written(tmp_path, text))

    assert [] == list(report)
    assert own == book.phrases["measurement-above-recognise-1"].written[""]
    assert "measurement-above-recognise-2" not in {each.id for each in book.of("review")}
