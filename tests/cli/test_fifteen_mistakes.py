"""A context with fifteen different mistakes: fifteen located messages in one run, and no file."""

from __future__ import annotations

import json
from pathlib import Path

from command_line import Run

CONTEXT = """\
schema: 1
meta:
  author: helna
  as_of: 2026-13-20
  status: drafty
  verison: "0.3"
company:
  name: Quillmere Software
  model: b2b_saas
  currency: usd
  fiscal_year_start: 13
periods:
  current: {id: FY2026, start: 2026-01-01, end: 2026-12-31}
  plan: {id: FY2027, start: 2027-12-31, end: 2027-01-01}
stakeholders:
  - {id: helena, name: Helena Brandt-Osei, role: VP Marketing, audience: self}
  - {id: marta, name: Marta Veldkamp, audience: ceo}
  - {id: marta, name: Daniel Okoye-Hart, role: CFO, audience: finance}
finance:
  FY2026: {revenue: 24000000, gross_margin: 78, sales_cost: 4.800.000}
  FY2028: {revenue: 30000000}
issues:
  - id: ISS1
    title: Website relaunch over budget
    to: marta
    raised: 2026-11-19
    cause: Consent-law changes added 30 template pages
    decide_by: 27.11.2026
    title: Relaunch
"""
AUDIENCES = (
    "`self`, `ceo`, `cfo`, `cro`, `cpo`, `board`, `service`, `team`, `peer`, `agency`, `ops`, `hr` or `tech`"
)
EXPECTED = [
    ("3:11", "GEN-002 expected the id of a stakeholder for `author`, found `helna`"),
    ("4:10", "CTX-003 expected a date for `as_of`, found the text `2026-13-20`"),
    ("5:11", "CTX-004 expected `draft`, `in_review` or `final` for `status`, found the text `drafty`"),
    ("6:3", "CTX-001 unknown key `verison` in `meta`"),
    (
        "10:13",
        "CTX-005 expected a currency code of three capital letters for `currency`, found the text `usd`",
    ),
    ("11:22", "CTX-006 expected at most 12 for `fiscal_year_start`, found the number `13`"),
    ("14:46", "CTX-010 expected an end not before 2027-12-31, found `2027-01-01`"),
    ("17:5", "CTX-002 missing key `role` in `stakeholders[1]`"),
    ("18:10", "GEN-003 the id `marta` stands twice in `stakeholders`"),
    ("18:63", f"CTX-004 expected {AUDIENCES} for `audience`, found the text `finance`"),
    ("20:45", "CTX-007 expected a fraction of at most 1.5 for `gross_margin`, found `78`"),
    ("20:61", "CTX-003 expected a number for `sales_cost`, found the text `4.800.000`"),
    ("21:3", "CTX-011 expected the id of a period in `finance`, found `FY2028`"),
    ("28:16", "CTX-003 expected a date for `decide_by`, found the text `27.11.2026`"),
    ("29:5", "YAML-013 the key `title` stands twice, first in line 24 and again in line 29"),
]


def test_every_mistake_is_told_at_its_place_and_nothing_is_written(run: Run, tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_text(CONTEXT, "utf-8")

    result = run("build", "escalation")

    told = [line for line in result.err.splitlines() if ": error " in line]
    assert [f"context.yaml:{place}: error {message}" for place, message in EXPECTED] == told
    assert result.err.endswith("\n15 errors: nothing written\n")
    assert (result.code, result.out) == (1, "")
    assert [tmp_path / "context.yaml"] == list(tmp_path.iterdir())


def test_every_mistake_comes_with_a_hint_that_begins_with_a_verb(run: Run, tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_text(CONTEXT, "utf-8")

    found = json.loads(run("build", "escalation", "--json").out)["diagnostics"]

    verbs = {each["hint"].split()[0] for each in found}
    assert 15 == len(found)
    assert {"write", "add", "choose", "swap", "give", "keep"} == verbs


def test_the_line_is_shown_with_a_caret_under_the_column(run: Run, tmp_path: Path) -> None:
    (tmp_path / "context.yaml").write_text(CONTEXT, "utf-8")

    result = run("check")

    assert (
        "context.yaml:20:61: error CTX-003 expected a number for `sales_cost`, found the text `4.800.000`\n"
        "   20 |   FY2026: {revenue: 24000000, gross_margin: 78, sales_cost: 4.800.000}\n"
        "      |                                                             ^\n"
        "  hint: write 4800000\n\n"
    ) in result.out
    assert "15 errors\n" == result.err
    assert 1 == result.code
