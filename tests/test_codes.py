"""Every code alignkit can print has a section that `alignkit explain` prints, and no section is about nothing."""

from __future__ import annotations

import re
from pathlib import Path

from alignkit.catalogue import packaged

SOURCE = Path(__file__).parents[1] / "src" / "alignkit"
CODE = re.compile(r'"([A-Z][A-Z0-9]*-(?:\d{3}|T\d\d|CODE))"')
SECTION = re.compile(r"^## ([A-Z][A-Z0-9]*-(?:\d{3}|T\d\d|CODE)) \S", re.MULTILINE)


def codes_of(text: str) -> set[str]:
    return set(CODE.findall(text))


def test_every_code_has_a_section_and_every_section_a_code() -> None:
    in_source = set().union(*(codes_of(path.read_text("utf-8")) for path in SOURCE.rglob("*.py")))
    pages = {path.stem: path.read_text("utf-8") for path in packaged("docs/codes").glob("*.md")}
    explained = [code for page in pages.values() for code in SECTION.findall(page)]

    assert len(in_source) > 200
    assert sorted(set(explained)) == sorted(explained), "a code is explained twice"
    assert set() == in_source - set(explained), "codes without a section"
    assert set() == set(explained) - in_source, "sections about no code"


def test_every_section_stands_on_the_page_of_its_family() -> None:
    for path in packaged("docs/codes").glob("*.md"):
        families = {code.rpartition("-")[0] for code in SECTION.findall(path.read_text("utf-8"))}
        assert families == {path.stem}


def test_the_harness_can_fail() -> None:
    assert {"BUD-016"} == codes_of('Rule("BUD-016", WARN, f)')
    assert ["TPL-001"] == SECTION.findall("## TPL-001 a name\n\ntext\n## nothing")
