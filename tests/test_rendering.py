"""The finished pages as LibreOffice lays them out: how many, and nothing lost on the way."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Request, build
from alignkit.catalogue import packaged

if TYPE_CHECKING:
    from pathlib import Path

CONTEXT = packaged("examples/quillmere") / "context.yaml"


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """The text of each page of each PDF; skips aloud without LibreOffice, but fails in continuous integration."""
    missing = [name for name in ("soffice", "pdftotext") if shutil.which(name) is None]
    if missing:
        reason = f"NOT RENDERED: {' and '.join(missing)} not installed"
        if os.environ.get("CI", "").lower() == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)
    folder = tmp_path_factory.mktemp("pages")
    outcome = build(Request(CONTEXT, ("budget-script", "escalation"), formats=("pdf",)))
    for name, data in outcome.files.items():
        (folder / name).write_bytes(data)
    return {path.stem: _text(path) for path in folder.glob("*.pdf")}


def _text(path: Path) -> list[str]:
    done = subprocess.run(
        ["pdftotext", "-layout", str(path), "-"], capture_output=True, text=True, check=True, encoding="utf-8"
    )
    return done.stdout.removesuffix("\f").split("\f")


def test_the_escalation_is_one_page(pages: dict[str, list[str]]) -> None:
    assert 1 == len(pages["escalation-memo-ISS1"])


def test_the_script_keeps_its_length(pages: dict[str, list[str]]) -> None:
    """What is said and answered, with the card before it; after that come lists to look things up in."""
    annex = next(at for at, text in enumerate(pages["budget-script"]) if re.search(r"^Annex$", text, re.M))

    assert annex <= 7
    assert len(pages["budget-script"]) <= 15


def test_every_page_says_where_it_is(pages: dict[str, list[str]]) -> None:
    script = pages["budget-script"]

    for number, text in enumerate(script, 1):
        assert f"Page {number} of {len(script)}" in text
        assert "DRAFT" in text
        assert "Internal" in text


def test_no_heading_ends_a_page(pages: dict[str, list[str]]) -> None:
    for text in pages["budget-script"]:
        body = [line.strip() for line in text.splitlines() if line.strip()][:-1]
        assert not re.match(r"\d+ [A-Z][a-z-]+( [a-z]+)?\s+\d:\d\d$", body[-1]), body[-1]


def test_the_ask_the_price_of_less_the_bad_year_and_the_date_are_on_the_first_page(
    pages: dict[str, list[str]],
) -> None:
    first = re.sub(r"\s+", " ", pages["budget-script"][0])

    for words in ("$2,880,000", "Fri, Dec 11, 2026", "21.2 months", "$45,158", "17.4 months"):
        assert words in first
