"""Each mistake is found by its rule, on its line, and by no other rule.

`ALIGNKIT_PLANTED_ERRORS=200 pytest tests/test_planted_errors.py` plants more of them.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

import pytest

from alignkit.build import Request, Workshop, build
from alignkit.catalogue import Catalogue
from alignkit.lints.table import CODES
from budget_generator import budget_context
from planted_errors import PLANTERS, Planted, plant
from planting import Planter
from yaml_lines import written

if TYPE_CHECKING:
    from pathlib import Path

WORKSHOP = Workshop(Catalogue(None))
SEEDS = 40
"""How many contexts are looked at for one in which a mistake can be made."""
ROUNDS = -(-int(os.environ.get("ALIGNKIT_PLANTED_ERRORS", "1")) // len(PLANTERS))


class Found(NamedTuple):
    """What a rule has found, without its words."""

    code: str
    severity: str
    line: int | None
    """The line of the context; None for a place in a template."""
    message: str


def findings(text: str, kind: str, folder: Path) -> frozenset[Found]:
    path = folder / "context.yaml"
    path.write_text(text, "utf-8")
    report = build(Request(path, (kind,) if kind else (), formats=("md",)), WORKSHOP).report
    return frozenset(
        Found(
            each.code,
            each.severity,
            each.place.line if each.place and each.place.path else None,
            each.message,
        )
        for each in report
    )


@lru_cache(maxsize=256)
def found_before(seed: int, kind: str, folder: Path) -> frozenset[Found]:
    return findings(written(budget_context(seed)).text, kind, folder)


def planted(planter: Planter, nth: int) -> tuple[int, Planted]:
    """The nth context in which the mistake can be made."""
    left = nth
    for seed in range(SEEDS * (nth + 1)):
        made = plant(planter, budget_context(seed))
        if made is not None:
            if not left:
                return seed, made
            left -= 1
    raise AssertionError(f"no context has room for {planter.name}")


@pytest.mark.parametrize("nth", range(max(1, ROUNDS)))
@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.name)
def test_a_mistake_is_found_where_it_is(
    planter: Planter, nth: int, tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.getbasetemp()
    seed, made = planted(planter, nth)
    before = found_before(seed, planter.kind, folder)

    new = findings(made.file.text, planter.kind, folder) - before

    assert (planter.code, made.line) in {(each.code, each.line) for each in new}, (seed, new)
    others = {each for each in new if each.severity == "error"}
    known = {planter.code, *planter.also, *(each.code for each in before if each.severity == "error")}
    assert [] == sorted(each for each in others if each.code not in known), seed


def test_every_mistake_has_a_name_of_its_own_and_a_reason_for_what_it_brings() -> None:
    names = [planter.name for planter in PLANTERS]

    assert len(set(names)) == len(names) >= 60
    assert [] == [planter.name for planter in PLANTERS if bool(planter.also) != bool(planter.because)]


FAMILIES = ("GEN", "MET", "BUD", "SCR", "ESC", "MSG")
CANNOT_BE_PLANTED = {
    "GEN-007": "figures are bound, so that no context can make a packaged template show another",
    "GEN-012": "packaged templates write the verb of every title themselves",
    "GEN-020": "reviews come from a file of people, which these contexts do not have",
    "MET-006": "packaged templates show the capped value wherever they show the other, and before it",
    "SCR-001": "the packaged script names the amount in its opening, whatever the context says",
    "SCR-012": "a script is made for who decides unless another reader is asked for, which no context does",
    "SCR-004": "the packaged script answers all sixteen objections, and says so where a figure is missing",
    "SCR-006": "every packaged reply carries a figure; own words of `budget.replies` stand beside it",
    "MSG-002": "packaged mails begin with the ask",
    "MSG-009": "no packaged kind is a notice of a change",
}
"""Rules no mistake of a context can break with packaged templates, each with the reason; their cases use documents."""


def test_every_rule_of_the_budget_family_is_broken_by_some_mistake_or_cannot_be() -> None:
    rules = {code for code in CODES if code.partition("-")[0] in FAMILIES}

    assert set() == CANNOT_BE_PLANTED.keys() & {planter.code for planter in PLANTERS}
    assert rules == rules & {planter.code for planter in PLANTERS} | CANNOT_BE_PLANTED.keys()
