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
    assert {"REV-T04": "our values say always"} == rules.off


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


def test_a_language_without_rules_has_none() -> None:
    assert load_text_rules(Catalogue().banks(), "fr", Report()) is None
    assert load_text_rules(Catalogue().banks(), "en-GB", Report()) is not None
