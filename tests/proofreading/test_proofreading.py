"""Banks read as an editor would: each record, the records beside each other, and how many."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.proofreading import Proof, proofread
from alignkit.proofreading.likeness import shingles

GOOD = "{Impact}, and whoever reads of {situation} later finds the count and what it answered in one line of text."
CORE = "part: core, band: above, purpose: recognise, competency: measurement"


def read(tmp_path: Path, *records: str, language: str = "en", bank: str = "review") -> tuple[Proof, Report]:
    """A file of the records, read beside the banks that come with alignkit."""
    path = tmp_path / language / "own.yaml"
    path.parent.mkdir(exist_ok=True)
    lines = "".join(f"  - {{{record}}}\n" for record in records)
    path.write_text(f"schema: 1\nbank: {bank}\nphrases:\n{lines}", "utf-8")
    report = Report()
    return proofread(Catalogue().banks(), [path], report), report


def codes(report: Report) -> list[str]:
    return sorted(each.code for each in report)


def test_a_good_record_is_left_alone(tmp_path: Path) -> None:
    proof, report = read(tmp_path, f'id: own-1, {CORE}, text: "{GOOD}"')

    assert [] == list(report)
    assert 1 == proof.records


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{Impact}, which {situation} made plain.", "BANK-015"),
        (f"{GOOD} {GOOD} {GOOD}", "BANK-015"),
        (f"{{Impact}}. {GOOD[10:]} Keep going.", "BANK-016"),
        (f"{{Impact}}{GOOD[8:]} [We meet on {{due}}.]", "BANK-016"),
        (GOOD.replace("one line", "1 line"), "BANK-018"),
        (GOOD.replace("one line", "½ line"), "BANK-018"),
        (GOOD.replace("whoever reads of", "you always write of"), "REV-T04"),
    ],
)
def test_what_a_record_has_to_keep_is_told_at_the_record(text: str, code: str, tmp_path: Path) -> None:
    _, report = read(tmp_path, f'id: own-1, {CORE}, text: "{text}"')

    assert code in codes(report)
    assert {4} == {each.place.line for each in report if each.place}
    assert all(each.hint for each in report)


def test_the_optional_part_is_tried_with_and_without(tmp_path: Path) -> None:
    long = GOOD.replace(
        " of text", "[, which is what the number {goal} was once asked to do by all of us here and now]"
    )
    short = "{Impact}, and so [whoever reads of {situation} later finds the count and what it answered in one line]."

    _, with_it = read(tmp_path, f'id: own-1, {CORE}, text: "{long}"')
    _, without = read(tmp_path, f'id: own-1, {CORE}, text: "{short}"')

    assert ["BANK-015"] == codes(with_it)
    assert "BANK-015" in codes(without)


def test_dates_of_a_filling_end_no_sentence(tmp_path: Path) -> None:
    text = "Am {raised_on} haben wir darüber gesprochen, wie Zahlen belegt werden, und danach gilt {situation}: {impact}."
    record = f'id: eigen-1, part: core, band: below, purpose: correct, text: {{Sie: "{text}", du: "{text}"}}'

    _, report = read(tmp_path, record, language="de")

    assert "BANK-016" not in codes(report)


def test_records_that_are_too_much_alike_name_each_other(tmp_path: Path) -> None:
    other = GOOD.replace("in one line of text", "on a single page")
    _, report = read(tmp_path, f'id: own-1, {CORE}, text: "{GOOD}"', f'id: own-2, {CORE}, text: "{other}"')

    found = [each for each in report if each.code == "BANK-017"]
    assert [5] == [each.place.line for each in found if each.place]
    assert [4] == [place.line for each in found for place in each.related]


def test_a_copy_of_ours_is_told_at_the_copy(tmp_path: Path) -> None:
    text = "One decision is needed from you by {date}: {option}, or release {gap} on top of the {less} for {work}."
    _, report = read(tmp_path, f'id: own-1, part: need, text: "{text}"', bank="escalation")

    assert ["BANK-017"] == codes(report)
    assert "escalation-need-1" in next(iter(report)).message


def test_a_slot_counts_as_a_word() -> None:
    assert {("{impact}", "and", "so"), ("and", "so", "{goal}")} == shingles("{Impact}, and so: {goal}")


def test_a_broken_record_is_read_for_its_words_too(tmp_path: Path) -> None:
    _, report = read(tmp_path, 'id: own-1, part: core, band: abvoe, text: "In 2026, {impact}. Keep going."')

    assert {"BANK-011", "BANK-015", "BANK-016", "BANK-018"} <= set(codes(report))


def test_a_language_without_slots_says_so(tmp_path: Path) -> None:
    report = Report()
    (tmp_path / "fr").mkdir()
    (tmp_path / "fr/own.yaml").write_text(
        'bank: review\nphrases: [{id: a, part: core, band: on, purpose: develop, text: "{Impact}, voila."}]\n',
        "utf-8",
    )

    proofread({"fr": (tmp_path / "fr",)}, (), report)

    assert ["BANK-024"] == codes(report)


def test_a_slot_nobody_uses_is_a_note(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "slots.yaml").write_text("slots: {review: {lonely: {form: a noun, examples: [a]}}}\n", "utf-8")
    report = Report()

    proofread({"en": (folder, *Catalogue().banks()["en"])}, (), report, "en")

    assert [["info"]] == [[each.severity.value] for each in report if "lonely" in each.message]


def test_only_the_files_asked_for_are_told_of(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "bad.yaml").write_text("bank: nothing\nphrases: [5]\n", "utf-8")
    (folder / "good.yaml").write_text("ban: [talk-open-1]\n", "utf-8")
    banks = {"en": (folder, *Catalogue().banks()["en"])}
    report, whole = Report(), Report()

    proofread(banks, [folder / "good.yaml"], report)
    proofread(banks, [folder / "bad.yaml"], whole)

    assert [] == list(report)
    assert ["BANK-007", "BANK-011"] == codes(whole)


def test_there_are_as_many_as_there_should_be() -> None:
    proof = proofread(Catalogue().banks(), (), Report())

    assert [] == [each for each in proof.counts if not each.is_enough]
    totals = {(each.language, each.bank): each.count for each in proof.counts if not each.part}
    assert 96 == totals["en", "negotiation"]
    assert 600 <= totals["en", "review"]
    assert 220 <= totals["de", "review"]
    assert sum(totals.values()) == proof.records


def test_a_cell_that_lacks_records_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "own.yaml").write_text("ban: [measurement-on-develop-1, support-1]\n", "utf-8")

    proof = proofread({"en": (folder, *Catalogue().banks()["en"])}, (), Report())

    short = {
        (each.part, each.competency, each.count, each.wanted) for each in proof.counts if not each.is_enough
    }
    assert {("core", "measurement", 5, 6), ("support", "", 5, 6)} == short


def test_the_banks_that_come_with_alignkit_are_clean() -> None:
    report = Report()
    started = time.perf_counter()

    proofread(Catalogue().banks(), (), report)

    assert [] == [f"{each.place} {each.code} {each.message}" for each in report if each.severity != "info"]
    assert 30 > time.perf_counter() - started
