"""The table of rules is whole: each rule is explained and tested both ways."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from context_cases import CONTEXT_CASES
from document_cases import DOCUMENT_CASES

from alignkit.lints import CONTEXT_RULES, DOCUMENT_RULES

CODES = Path(__file__).parents[2] / "docs" / "codes"
RULES = sorted(
    {(rule.code, rule.find.__name__) for rule in CONTEXT_RULES}
    | {(rule.code, rule.find.__name__) for rule in DOCUMENT_RULES}
)


def section(code: str) -> list[str]:
    """The paragraphs under the heading of a code."""
    text = (CODES / f"{code.partition('-')[0]}.md").read_text("utf-8")
    found = re.search(rf"^## {code} .+?\n\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    return found[1].strip().split("\n\n") if found else []


@pytest.mark.parametrize(("code", "find"), RULES)
def test_every_rule_is_explained(code: str, find: str) -> None:
    paragraphs = section(code)

    assert len(paragraphs) == 4
    assert paragraphs[2].startswith("Example: ")
    assert paragraphs[3].startswith("Cure: ")


@pytest.mark.parametrize(("code", "find"), RULES)
def test_every_rule_has_a_case_it_finds_and_one_it_leaves_alone(code: str, find: str) -> None:
    cases = [case for case in (*CONTEXT_CASES, *DOCUMENT_CASES) if case.find == find]

    assert any(case.message for case in cases)
    assert any(not case.message for case in cases)


def test_every_case_is_about_a_rule() -> None:
    names = {find for _, find in RULES}

    assert {case.find for case in (*CONTEXT_CASES, *DOCUMENT_CASES)} <= names


def test_every_row_has_its_own_function() -> None:
    finders = [rule.find for rule in CONTEXT_RULES] + [rule.find for rule in DOCUMENT_RULES]

    assert len(finders) == len(set(finders))


def test_every_code_of_these_families_is_a_rule_or_of_another_room() -> None:
    elsewhere = {"GEN-002", "GEN-003", "GEN-014"}
    documented = {
        code
        for family in ("GEN", "MET", "BUD", "SCR", "ESC", "STK", "KCK", "REV")
        for code in re.findall(
            rf"^## ({family}-\d+)", (CODES / f"{family}.md").read_text("utf-8"), re.MULTILINE
        )
    }

    assert documented - elsewhere == {code for code, _ in RULES if not code.startswith("MSG")}
