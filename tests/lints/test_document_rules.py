"""Rules that read documents and messages: what they find, where, and what they leave alone."""

from __future__ import annotations

import pytest
from document_cases import DOCUMENT_CASES
from lint_subjects import HERE, Case, document, findings, made

from alignkit.lints import DOCUMENT_RULES

CODES = {rule.find.__name__: rule.code for rule in DOCUMENT_RULES}
QUIET = [case for case in DOCUMENT_CASES if not case.message]
LOUD = [case for case in DOCUMENT_CASES if case.message]


@pytest.mark.parametrize("case", QUIET, ids=str)
def test_a_rule_leaves_alone_what_is_sound(case: Case) -> None:
    found = [each.message for each in findings(case) if each.code == CODES[case.find]]

    assert found == []


@pytest.mark.parametrize("case", LOUD, ids=str)
def test_a_rule_says_what_is_wrong_and_where(case: Case) -> None:
    found = [each for each in findings(case) if each.code == CODES[case.find]]

    messages = [each.message for each in found]
    assert case.message in messages
    finding = found[messages.index(case.message)]
    assert finding.hint
    assert finding.hint[0].islower()
    if case.in_template:
        assert finding.place == HERE
    else:
        assert (case.path or None) == (finding.place.path if finding.place else None)


def test_rules_of_english_words_leave_other_languages_alone() -> None:
    text = "Many customers significantly grew 20%. Sales ignored MTTR."
    documents = made(document(text, title="Overview", language="de-DE"))

    found = findings(Case("", documents=documents, families=("GEN",)))

    assert found == []
