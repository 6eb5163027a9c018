"""docs/rules.md lists every text rule with its name and what it weighs."""

from __future__ import annotations

import re
from pathlib import Path

from alignkit.prose import SEVERITIES

DOCS = Path(__file__).parents[2] / "docs"
WEIGHTS = {"error": "error", "warn": "warning", "info": "note"}


def test_the_page_lists_every_text_rule() -> None:
    pages = "".join((DOCS / "codes" / f"{family}.md").read_text("utf-8") for family in ("REV", "DE"))
    names = dict(re.findall(r"^## (REV-T\d\d|DE-CODE) (.+)$", pages, re.MULTILINE))
    rows = [f"| {code} | {names[code]} | {WEIGHTS[weight]} |" for code, weight in SEVERITIES.items()]

    listed = re.findall(
        r"^\| (?:REV-T\d\d|DE-CODE) \|.*\|$", (DOCS / "rules.md").read_text("utf-8"), re.MULTILINE
    )

    assert rows == listed
    assert 21 == len(rows)
