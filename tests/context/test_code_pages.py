"""Every code that reading and checking can give has a section on its page, and no page has one too many."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = (ROOT / "src/alignkit/source", ROOT / "src/alignkit/context", ROOT / "src/alignkit/catalogue.py")
FAMILIES = ("YAML", "CTX", "CAT")


def codes_in(text: str, family: str) -> set[str]:
    return set(re.findall(rf'"({family}-[0-9]{{3}})"', text))


@pytest.mark.parametrize("family", FAMILIES)
def test_codes_and_pages_agree(family: str) -> None:
    modules = [path for source in SOURCES for path in (source.glob("*.py") if source.is_dir() else [source])]
    used = {code for path in modules for code in codes_in(path.read_text(encoding="utf-8"), family)}
    page = (ROOT / "docs/codes" / f"{family}.md").read_text(encoding="utf-8")

    assert used
    assert sorted(used) == re.findall(rf"^## ({family}-[0-9]{{3}}) \S", page, re.MULTILINE)


@pytest.mark.parametrize("code", ["GEN-002", "GEN-003"])
def test_generic_rules_have_their_section(code: str) -> None:
    assert f"## {code} " in (ROOT / "docs/codes/GEN.md").read_text(encoding="utf-8")
