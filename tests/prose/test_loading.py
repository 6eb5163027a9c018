"""A project's own text rules, and what is said when its file is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.prose import Passage, TextRules, findings, load_text_rules


def loaded(folder: Path, text: str) -> tuple[TextRules, Report]:
    bank = folder / "language_banks" / "en"
    bank.mkdir(parents=True)
    (bank / "text-rules.yaml").write_text(text, "utf-8")
    (folder / "alignkit.yaml").write_text("schema: 1\n", "utf-8")
    report = Report()
    rules = load_text_rules(Catalogue(folder).banks(), "en", report)
    assert rules is not None
    return rules, report


def codes(text: str, rules: TextRules) -> list[str]:
    return [each.code for each in findings([Passage(text)], rules)]


def test_a_project_adds_words_allows_words_and_turns_rules_off(tmp_path: Path) -> None:
    rules, report = loaded(
        tmp_path,
        "schema: 1\nrules:\n"
        '  REV-T19: {words: ["<boil> the kettle"]}\n'
        "  REV-T01: {find: [{when: describes, severity: warn, words: [spiky]}], allow: [abrasive paste]}\n"
        '  REV-T04: {off: "our values say always"}\n',
    )

    assert [] == report.diagnostics
    assert ["REV-T19"] == codes("You boiled the kettle.", rules)
    assert ["REV-T01"] == codes("You are spiky.", rules)
    assert ["REV-T01"] == codes("You are arrogant.", rules)
    assert [] == codes("You always reply.", rules)
    assert "REV-T04" not in rules.rules


def test_a_project_allows_what_is_said_of_a_product_with_the_name_of_a_person(tmp_path: Path) -> None:
    rules, report = loaded(tmp_path, "schema: 1\nrules:\n  REV-T11: {allow: [zephyrine is old]}\n")

    assert [] == report.diagnostics
    assert [] == codes("Zephyrine is old.", rules)
    assert ["REV-T11"] == codes("Dariusz is old.", rules)


@pytest.mark.parametrize(
    ("text", "code", "line", "message"),
    [
        ("  REV-T91: {words: [x]}", "BANK-020", 3, "there is no text rule `REV-T91`"),
        ("  REV-T19: {wrods: [x]}", "BANK-021", 3, "there is no `wrods` here"),
        ("  REV-T19: {words: 3}", "BANK-021", 3, "expected words for `rules.REV-T19.words`, found `3`"),
        (
            "  REV-T19: {find: {words: [x]}}",
            "BANK-021",
            3,
            "expected a list for `rules.REV-T19.find`, found keys with values",
        ),
        ("  REV-T19: {find: [{when: often, words: [x]}]}", "BANK-021", 3, "there is no `often` here"),
        (
            "  REV-T19:\n    words:\n      - 'a(b'",
            "BANK-022",
            5,
            "the entry `a(b` cannot be read: brackets do not match",
        ),
        (
            "  REV-T19: {find: [{when: [does], words: [x]}]}",
            "BANK-021",
            3,
            "there is no `['does']` here",
        ),
        ("  REV-T13: {find: [{as: outcomes, words: [x]}]}", "BANK-021", 3, "there is no `outcomes` here"),
        ("  REV-T13: {find: [{as: [hit], words: [x]}]}", "BANK-021", 3, "there is no `['hit']` here"),
        ("  REV-T04: {off: true}", "BANK-023", 3, "expected the reason why `REV-T04` is off, found `true`"),
        ("  REV-T04: {severity: bad}", "BANK-021", 3, "there is no `bad` here"),
    ],
)
def test_a_mistake_is_told_with_its_line(
    tmp_path: Path, text: str, code: str, line: int, message: str
) -> None:
    _, report = loaded(tmp_path, f"schema: 1\nrules:\n{text}\n")

    (each,) = report
    assert (code, message) == (each.code, each.message)
    assert each.place is not None
    assert line == each.place.line
    assert each.hint


@pytest.mark.parametrize("words", ["['(spiky']", "['*']", "['<>']", "['-']", "['(a|*)']", "[]"])
def test_a_list_without_an_entry_that_can_be_read_finds_nothing(tmp_path: Path, words: str) -> None:
    rules, report = loaded(tmp_path, f"schema: 1\nrules:\n  REV-T19: {{words: {words}}}\n")

    assert ([] if words == "[]" else ["BANK-022"]) == [each.code for each in report]
    for each in rules.rules["REV-T19"].lists:
        assert each.pattern.search("") is None


def test_nouns_have_kinds(tmp_path: Path) -> None:
    _, report = loaded(tmp_path, "schema: 1\nnouns: [usher]\n")

    assert [("BANK-021", "expected lists of words by kind for `nouns`, found a list")] == [
        (each.code, each.message) for each in report
    ]


def test_brackets_that_are_too_deep_are_told(tmp_path: Path) -> None:
    _, report = loaded(tmp_path, f"schema: 1\nrules:\n  REV-T19: {{words: ['{'(' * 400}a{')' * 400}']}}\n")

    (each,) = report
    assert "BANK-022" == each.code
    assert each.message.endswith("an entry has at most 20 brackets within each other")


def test_brackets_within_brackets_are_read(tmp_path: Path) -> None:
    rules, report = loaded(
        tmp_path, f"schema: 1\nrules:\n  REV-T19: {{words: ['{'(' * 20}spiky{')' * 20}']}}\n"
    )

    assert [] == report.diagnostics
    assert ["REV-T19"] == codes("The chart is spiky.", rules)


def test_a_language_without_rules_has_none() -> None:
    assert load_text_rules(Catalogue().banks(), "fr", Report()) is None
    assert load_text_rules(Catalogue().banks(), "en-GB", Report()) is not None


@pytest.mark.parametrize("gap", ["gap3", "gap9"])
def test_hyphens_between_the_words_of_a_gap_are_read_in_one_way(tmp_path: Path, gap: str) -> None:
    rules, _ = loaded(tmp_path, f"schema: 1\nrules:\n  REV-T19: {{words: ['spiky {{{gap}}} kettle']}}\n")

    assert ["REV-T19"] == codes("It is a spiky well-known kettle.", rules)
    assert [] == codes("It is a spiky " + "a-" * 2_000 + ".", rules)
