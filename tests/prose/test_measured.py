"""The text rules tell clean sentences from faulty ones as well as docs/text-rules.md says."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from alignkit.prose import Passage
from measure_text_rules import (
    FOLDER,
    LEAST_FAULTY_CAUGHT,
    MOST_CLEAN_FLAGGED,
    Measure,
    Sample,
    fixtures,
    measured,
    measured_files,
    rules_of,
    told,
)

PAGE = Path(__file__).parents[2] / "docs" / "text-rules.md"
NAMES = {"en": "English", "de": "German"}
UNSEEN = (FOLDER / "unseen" / "en-unseen.yaml",)
"""Sentences by somebody who had seen neither the rules nor the other fixtures."""
TABLE = re.compile(r"<!-- measured -->\n(.*?)\n<!-- /measured -->", re.DOTALL)


def table() -> str:
    """The table the page must have."""
    lines = ["| Sentences | Clean ones flagged | Faulty ones caught |", "|---|---|---|"]
    for name, paths in {
        **{name: fixtures(tag) for tag, name in NAMES.items()},
        "English, unseen": UNSEEN,
    }.items():
        found = measured_files(paths)
        caught = found.faulty - len(found.missed)
        lines.append(
            f"| {name} | {len(found.flagged)} of {found.clean} ({found.share_flagged:.1%}) "
            f"| {caught} of {found.faulty} ({found.share_caught:.1%}) |"
        )
    return "\n".join(lines)


@pytest.mark.parametrize("language", NAMES)
def test_few_clean_sentences_are_flagged_and_few_faulty_ones_missed(language: str) -> None:
    found = measured_files(fixtures(language))

    assert found.clean >= 60
    assert found.faulty >= 60
    assert found.share_flagged <= MOST_CLEAN_FLAGGED, "\n".join(told(language, found))
    assert found.share_caught >= LEAST_FAULTY_CAUGHT, "\n".join(told(language, found))


def test_sentences_nobody_had_seen_are_told_apart_as_well() -> None:
    found = measured_files(UNSEEN)

    assert (found.clean, found.faulty) == (50, 50)
    assert found.share_flagged <= MOST_CLEAN_FLAGGED, "\n".join(told("unseen", found))
    assert found.share_caught >= LEAST_FAULTY_CAUGHT, "\n".join(told("unseen", found))


def test_the_page_says_what_is_measured() -> None:
    shown = TABLE.search(PAGE.read_text("utf-8"))

    assert shown
    assert table() == shown[1]


def test_the_measure_can_fail() -> None:
    wrong = [
        Sample(Passage("You are arrogant."), frozenset(), "REV-T01"),
        Sample(Passage("On May 3 you sent the list to 40 buyers."), frozenset({"REV-T01"}), ""),
    ]

    found = measured(wrong, rules_of("en"))

    assert (1, 1) == (len(found.flagged), len(found.missed))
    assert (1.0, 0.0) == (found.share_flagged, found.share_caught)
    assert (0.0, 1.0) == (Measure().share_flagged, Measure().share_caught)


if __name__ == "__main__":
    sys.stdout.write(table() + "\n")
