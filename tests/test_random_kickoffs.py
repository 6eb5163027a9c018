"""Kickoffs of contexts nobody wrote: every variant comes out, and its sentences are sentences.

`ALIGNKIT_RANDOM_CONTEXTS=100 pytest tests/test_random_kickoffs.py` tries more of them.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Request, build
from context_generator import is_hostile, written
from kickoff_generator import kickoff_context
from test_random_contexts import REFUSED, WORKSHOP, untidy

if TYPE_CHECKING:
    from pathlib import Path

SEEDS = range(int(os.environ.get("ALIGNKIT_RANDOM_CONTEXTS", "2")))
AUDIENCES = ("team", "cross", "sponsor", "agency", "client")


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("audience", AUDIENCES)
def test_a_random_kickoff_can_be_handed_over(seed: int, audience: str, tmp_path: Path) -> None:
    data = kickoff_context(seed)
    data["meta"]["status"] = "draft"
    path = tmp_path / "context.yaml"
    path.write_text(written(data), "utf-8")

    outcome = build(Request(path, ("kickoff-deck",), formats=("docx", "txt"), audience=audience), WORKSHOP)

    assert [] == [each.message for each in outcome.report if each.blocks and each.code not in REFUSED]
    assert 3 == len(outcome.files)
    found = [] if is_hostile(seed) else untidy(outcome)
    assert [] == [line for _, what, line in found if not line.startswith("\u25cf")], (
        "but for the heads of panels"
    )


def test_a_seed_gives_the_same_kickoff_each_time() -> None:
    assert written(kickoff_context(5)) == written(kickoff_context(5))
    assert written(kickoff_context(5)) != written(kickoff_context(6))
