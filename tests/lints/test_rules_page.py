"""The page that lists every rule is complete, and says what each weighs."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from alignkit.lints import CONTEXT_RULES, DOCUMENT_RULES, weight_of

DOCS = Path(__file__).parents[2] / "docs"
ELSEWHERE = ("GEN-002", "GEN-003", "GEN-014")
SECTION = re.compile(r"^## (\S+) (.+)$", re.MULTILINE)
ROW = re.compile(r"^\| [A-Z]+-\d{3} \|.*\|$", re.MULTILINE)


def names() -> dict[str, str]:
    """What each code is called on its page."""
    pages = [path.read_text("utf-8") for path in sorted((DOCS / "codes").glob("*.md"))]
    return {code: name for page in pages for code, name in SECTION.findall(page)}


def rows() -> list[str]:
    """The rows the page must have: every code of a rule, the context's rules and the documents' together."""
    reads: dict[str, list[str]] = {}
    for what, rules in (("context", CONTEXT_RULES), ("documents", DOCUMENT_RULES)):
        for rule in rules:
            reads.setdefault(rule.code, []).append(what)
    order = list(dict.fromkeys(code.partition("-")[0] for code in reads))
    codes = sorted(reads, key=lambda code: (order.index(code.partition("-")[0]), code))
    called = names()
    return [
        f"| {code} | {called[code]} | {' and '.join(dict.fromkeys(reads[code]))} | {weight_of(code)} |"
        for code in codes
    ]


def page() -> str:
    return (DOCS / "rules.md").read_text("utf-8")


def test_the_page_lists_every_rule_with_what_it_weighs() -> None:
    listed = [row for row in ROW.findall(page()) if row.split()[1] not in ELSEWHERE]

    assert rows() == listed


def test_rules_that_live_elsewhere_are_told() -> None:
    listed = [row.split()[1] for row in ROW.findall(page())]

    assert [*ELSEWHERE] == [code for code in listed if code in ELSEWHERE]
    assert {rule.code for rule in (*CONTEXT_RULES,)}.isdisjoint(ELSEWHERE)


def test_every_source_a_code_page_cites_is_listed() -> None:
    cited: set[str] = set()
    for path in (DOCS / "codes").glob("*.md"):
        cited |= set(re.findall(r"(?<!`)\[(S\d+b?)\]", path.read_text("utf-8")))

    listed = set(re.findall(r"^\| (S\d+b?) \|", (DOCS / "sources.md").read_text("utf-8"), re.MULTILINE))
    assert len(cited) > 20
    assert cited == listed


if __name__ == "__main__":
    sys.stdout.write("\n".join(rows()) + "\n")
