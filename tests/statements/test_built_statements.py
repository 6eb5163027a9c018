"""Statements in whole builds: the rules know their figures, a project has its own words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from sentences import figure

from alignkit.build import Request, build
from alignkit.statements import recomputed
from alignkit.values import Unit

EXAMPLE = Path(__file__).parents[2] / "examples/quillmere/context.yaml"
KIND = """\
schema: 1
title: Saying
purpose: Say what is so
language: en
audiences: []
needs: {company.currency: what the amounts are in}
outputs: {saying: {form: document, body: body.md.j2, file: saying}}
rules: []
"""
BODY = """\
# Marketing {{ changes(ask.total, figures.money.prior) }}

{{ begin(last_step(budget.tiers, ask, ceiling=finance.policy.payback_ceiling_months)) }}.

The extra money {{ covers(figures.breakeven.customers, figures.breakeven.planned, "extra customer") }}.
"""


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a template of its own for the worked example."""
    folder = tmp_path / "templates/saying"
    folder.mkdir(parents=True)
    (folder / "kind.yaml").write_text(KIND, "utf-8")
    (folder / "body.md.j2").write_text(BODY, "utf-8")
    shutil.copy(EXAMPLE, tmp_path / "context.yaml")
    return tmp_path


def built(project: Path) -> tuple[str, set[str]]:
    """The text of the document, and the codes of what was found."""
    outcome = build(Request(project / "context.yaml", ("saying",), formats=("md",)))
    return outcome.files["saying.md"].decode(), {each.code for each in outcome.report}


def test_the_rules_know_the_figures_a_statement_works_out(project: Path) -> None:
    text, codes = built(project)

    assert "# Marketing rises by $480,000 (20%) to $2.88M\n" in text
    assert "Ask is the last step that clears policy.\n" in text
    assert "The extra money needs 16 of the 20 planned extra customers.\n" in text
    assert "GEN-007" not in codes


def test_a_project_has_its_own_words(project: Path) -> None:
    (project / "language_banks/en").mkdir(parents=True)
    own = 'statements: {changes: {full: {more: {one: "grows to {now}", other: "grow to {now}"}}}}\n'
    (project / "language_banks/en/statements.yaml").write_text(own, "utf-8")

    assert "# Marketing grows to $2.88M\n" in built(project)[0]


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("difference(a,b)", "6"),
        ("relative(a,b)", "1.5"),
        ("share(b,a)", "0.4"),
        ("difference(a,c)", None),
        ("difference(a,n)", None),
        ("a", None),
        ("sum(a,b)", None),
    ],
)
def test_a_figure_of_a_statement_is_made_anew_from_its_key(key: str, expected: str | None) -> None:
    figures = {
        "a": figure(10, Unit.COUNT, "a"), "b": figure(4, Unit.COUNT, "b"), "n": figure(None, Unit.COUNT, "n")
    }  # fmt: skip

    found = recomputed(key, figures)

    assert expected == (str(found.amount) if found else None)
    assert found is None or key == found.key
