"""What is broken in a people file: ratings off the scale, ids of nothing, people reviewed twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.source import read

CONTEXT = """\
schema: 1
meta: {author: helena, as_of: 2026-11-20}
company: {name: Quillmere, model: b2b_saas, currency: USD}
stakeholders:
  - {id: helena, name: Helena, role: VP, audience: self}
  - {id: sofie, name: Sofie, role: Manager, audience: team}
"""
PEOPLE = """\
people:
  cycle: {id: H2, kind: half_year, start: 2026-07-01, end: 2026-12-31, scale: 4}
  reviews:
    - person: sofie
      reviewer: helena
      ratings: {planning: 4, craft: 1}
      overall: 3
      evidence:
        - {id: S1, date: 2026-07-22, competency: planning, valence: strength, situation: a, behaviour: b, impact: c}
        - {id: S2, date: 2026-08-22, competency: planning, valence: development, situation: a, behaviour: b, impact: c}
      next_goals: [{text: One list, measure: one, due: 2027-02-01, evidence: [S2]}]
      support: [{text: An hour, owner: helena, due: 2027-02-01, evidence: [S2]}]
      pins: {S1: [one], summary: [two], talk.open: [three], "next_goals[0]": [four]}
      promotion: [S1]
      note_on: S1
    - {person: sofie, reviewer: sofie, form: self}
    - {person: sofie, reviewer: helena, form: peer}
"""


def faults(folder: Path, people: str) -> list[tuple[str, str, str, str]]:
    (folder / "context.yaml").write_text(CONTEXT, "utf-8")
    (folder / "people.yaml").write_text(people, "utf-8")
    report = Report()
    source = read(folder / "context.yaml", report, people=folder / "people.yaml")
    assert source is not None
    check(source, report)
    return [(each.code, each.place.path if each.place else "", each.message, each.hint) for each in report]


def test_a_sound_people_file_has_no_fault(tmp_path: Path) -> None:
    assert [] == faults(tmp_path, PEOPLE)


@pytest.mark.parametrize(
    ("old", "new", "code", "path", "message", "hint"),
    [
        (
            "planning: 4,", "planning: 5,", "CTX-006", "people.reviews[0].ratings.planning",
            "expected a rating from 1 to 4 for `planning`, found the number `5`",
            "write a rating within the scale, or the `scale` of the cycle",
        ),
        (
            "overall: 3", "overall: 0", "CTX-006", "people.reviews[0].overall",
            "expected a rating from 1 to 4 for `overall`, found the number `0`",
            "write a rating within the scale, or the `scale` of the cycle",
        ),
        (
            "2027-02-01, evidence: [S2]}]\n      support", "2027-02-01, evidence: [S3]}]\n      support",
            "GEN-002", "people.reviews[0].next_goals[0].evidence[0]",
            "expected the id of an observation of this review for `evidence`, found `S3`", "write `S1` or `S2`",
        ),
        (
            "promotion: [S1]", "promotion: [X9]", "GEN-002", "people.reviews[0].promotion[0]",
            "expected the id of an observation of this review for `promotion`, found `X9`", "write `S1` or `S2`",
        ),
        (
            "note_on: S1", "note_on: s1", "GEN-002", "people.reviews[0].note_on",
            "expected the id of an observation of this review for `note_on`, found `s1`", "write `S1`",
        ),
        (
            "pins: {S1:", "pins: {S2x:", "GEN-002", "people.reviews[0].pins.S2x",
            "expected the id of an observation of this review for `pins`, found `S2x`", "write `S2`",
        ),
        (
            "form: peer}", "form: review}", "GEN-003", "people.reviews[2].person",
            "the review of `sofie` stands twice in `people.reviews`", "join the two entries",
        ),
        (
            "reviewer: helena, form: peer}", "reviewer: sofie, form: self}", "GEN-003", "people.reviews[2].person",
            "the entry `self` of `sofie` about `sofie` stands twice in `people.reviews`", "join the two entries",
        ),
    ],
)  # fmt: skip
def test_a_fault_of_a_people_file_is_located(
    old: str, new: str, code: str, path: str, message: str, hint: str, tmp_path: Path
) -> None:
    assert old in PEOPLE

    found = faults(tmp_path, PEOPLE.replace(old, new, 1))

    assert [(code, path, message, hint)] == found
