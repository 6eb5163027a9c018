"""Banks of statements: complete, checked when they are loaded, a project's own before ours."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.catalogue import Catalogue
from alignkit.diagnostics import Report
from alignkit.patterns import Option, Pattern, Slot, read_pattern
from alignkit.statements import StatementBank, load_statements, packaged_statements
from alignkit.statements.phrasebook import SLOTS

ENGLISH = "write them as the English file does"


@pytest.mark.parametrize("language", ["en", "en-US", "en-GB", "de", "de-DE"])
def test_our_own_banks_are_complete(language: str) -> None:
    report = Report()

    bank = load_statements(Catalogue().banks(), language, report)

    assert bank is not None
    assert [] == report.diagnostics
    assert set(SLOTS) == set(bank.patterns)


def test_a_language_without_statements_has_no_bank() -> None:
    assert packaged_statements("fr") is None


def own(
    tmp_path: Path, text: str, language: str = "en"
) -> tuple[StatementBank | None, list[tuple[str, str]]]:
    """The bank of a project with this `statements.yaml`, and what was found wrong with it."""
    folder = tmp_path / language
    folder.mkdir()
    (folder / "statements.yaml").write_text(text, "utf-8")
    banks = Catalogue().banks()
    report = Report()
    bank = load_statements(banks | {language: (folder, *banks.get(language, ()))}, language, report)
    return bank, [(each.code, each.message) for each in report]


def test_a_project_changes_one_statement(tmp_path: Path) -> None:
    bank, found = own(tmp_path, 'statements: {variance: {same: "bang on plan"}}\n')

    assert [] == found
    assert bank is not None
    assert ("bang on plan", "just over plan") == (bank.text("variance.same"), bank.text("variance.just_more"))


def test_english_stands_in_and_that_is_said(tmp_path: Path) -> None:
    bank, [(code, message)] = own(tmp_path, 'statements: {variance: {same: "dans le plan"}}\n', "fr")

    assert bank is not None
    assert "just over plan" == bank.text("variance.just_more")
    assert "BANK-004" == code
    assert message.startswith("the statements of `fr` lack `changes.full.more`, `changes.full.less`, ")
    assert message.endswith("; English stands in")


@pytest.mark.parametrize(
    ("text", "code", "message"),
    [
        ("statements: {variances: {same: x}}", "BANK-002", "there is no statement `variances`"),
        ("statements: {variance: {equal: x}}", "BANK-002", "there is no statement `variance.equal`"),
        (
            'statements: {variance: {more: "over by {gap}"}}',
            "BANK-003",
            "expected a slot of `difference`, `share` in `variance.more`, found `{gap}`",
        ),
        (
            'statements: {variance: {same: "at {now}"}}',
            "BANK-003",
            "expected a slot of nothing in `variance.same`, found `{now}`",
        ),
        (
            'statements: {variance: {more: "over [by {difference}"}}',
            "BANK-003",
            "expected words with slots for `variance.more`, found `over [by {difference}`",
        ),
        (
            "statements: {variance: {same: 5}}",
            "BANK-003",
            "expected words with slots for `variance.same`, found `5`",
        ),
        (
            "statements: {variance: {same: {one: x, other: y}}}",
            "BANK-003",
            "expected one text for `variance.same`, found forms by number",
        ),
        (
            "statements: {steps: {clear: {one: x}}}",
            "BANK-003",
            "expected `other` and plural categories in `steps.clear`, found `one`",
        ),
        ("nouns: {gate: Tor}", "BANK-005", "expected `none`, `one` and `other` for the noun `gate`"),
        (
            "numbers: three",
            "BANK-005",
            "expected the words for none, one and so on under `numbers`",
        ),
    ],
)
def test_mistakes_are_found_when_a_bank_is_loaded(tmp_path: Path, text: str, code: str, message: str) -> None:
    assert [(code, message)] == own(tmp_path, f"{text}\n")[1]


def test_an_unknown_form_of_a_slot(tmp_path: Path) -> None:
    [(code, message)] = own(tmp_path, 'statements: {variance: {more: "{difference:genitive}"}}\n')[1]

    assert "BANK-003" == code
    assert message.startswith("expected a form of `absolute`, `counted`, `dative`, ")
    assert message.endswith("found `genitive`")


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("plain", ("plain",)),
        ("to {now}", ("to ", Slot("now", ""))),
        ("{a:dative b}", (Slot("a", "dative b"),)),
        ("x[ ({p})]", ("x", Option((" (", Slot("p", ""), ")")))),
    ],
)
def test_a_pattern_is_taken_apart(text: str, pieces: tuple[object, ...]) -> None:
    assert Pattern(pieces) == read_pattern(text)  # type: ignore[arg-type] # a table


@pytest.mark.parametrize("text", ["{", "}", "[a", "a]", "[[a]]", "{a}}"])
def test_brackets_have_to_match(text: str) -> None:
    assert read_pattern(text) is None


@pytest.mark.parametrize(
    ("text", "code", "message", "hint"),
    [
        ("statements: [a]", "BANK-003", "expected keys with values for `statements`, found a list", ENGLISH),
        ("statements:", "BANK-003", "expected keys with values for `statements`, found nothing", ENGLISH),
        (
            "statements: {changes: yes}",
            "BANK-003",
            "expected keys with values for `statements.changes`, found `yes`",
            ENGLISH,
        ),
        ("statement: {}", "BANK-002", "there is no key `statement`", "write `statements`"),
        (
            "statements: {variance: {sme: x}}",
            "BANK-002",
            "there is no statement `variance.sme`",
            "write `variance.same`",
        ),
        (
            "statements: {variance: {same: null}}",
            "BANK-003",
            "expected words with slots for `variance.same`, found nothing",
            "write the words of a sentence, such as those of the English file",
        ),
        (
            'statements: {variance: {same: "on\\n# plan"}}',
            "BANK-003",
            "expected words with slots for `variance.same`, found several lines",
            "write one line; a statement stands within a sentence",
        ),
        (
            f'statements: {{variance: {{same: "{"x" * 401}"}}}}',
            "BANK-003",
            "expected words with slots for `variance.same`, found 401 characters",
            "write at most 400; a statement is part of a sentence",
        ),
        (
            'statements: {variance: {same: "\ue000 on plan"}}',
            "BANK-003",
            "expected words with slots for `variance.same`, found a character for private use",
            "remove it; no reader's font is sure to have it",
        ),
        (
            "nouns: [customer]",
            "BANK-005",
            "expected nouns with their forms under `nouns`, found a list",
            "write `{none: no customers, one: one customer, other: customers}`",
        ),
        (
            "numbers: 5",
            "BANK-005",
            "expected the words for none, one and so on under `numbers`",
            "write a list such as `[no, one, two, three]`",
        ),
    ],
)
def test_a_mistake_has_its_cure(tmp_path: Path, text: str, code: str, message: str, hint: str) -> None:
    folder = tmp_path / "en"
    folder.mkdir()
    (folder / "statements.yaml").write_text(f"schema: 1\n{text}\n", "utf-8")
    banks, report = Catalogue().banks(), Report()

    bank = load_statements(banks | {"en": (folder, *banks["en"])}, "en", report)

    assert [(code, message, hint, 2)] == [
        (each.code, each.message, each.hint, each.place.line if each.place else 0) for each in report
    ]
    assert bank is not None
    assert set(SLOTS) == set(bank.patterns)
