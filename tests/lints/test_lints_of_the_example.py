"""What the rules say about the worked example: no error, and the three limits its author says are broken."""

from __future__ import annotations

import pytest
from lint_subjects import EXAMPLE, FAMILIES

from alignkit.build import Request, Workshop, examine
from alignkit.catalogue import Catalogue, find_project
from alignkit.context.check import check
from alignkit.diagnostics import Report
from alignkit.figures import derive
from alignkit.lints import Subject, lint_context
from alignkit.source import read

EXPECTED = [
    (
        "BUD-016", "warn", "budget.tiers.reduced",
        "`reduced` has a payback of 19.3 months above the ceiling of 18 months",
    ),
    (
        "BUD-016", "warn", "budget.tiers.base",
        "`base` has a payback of 18.3 months above the ceiling of 18 months",
    ),
    (
        "BUD-016", "warn", "budget.tiers.stretch",
        "the step to `stretch` has a payback of 19.6 months above the ceiling of 18 months",
    ),
    (
        "BUD-032", "warn", "budget.gates.G1.else",
        "the gate `G1` holds back $720,000, and its `else` takes $480,000 (the level of Hold flat)",
    ),
    (
        "BUD-032", "warn", "budget.gates.G2.else",
        "the gate `G2` holds back $660,000, and its `else` takes $170,000 (cuts 1 to 4)",
    ),
]  # fmt: skip
"""The expected result of the data model: two tiers and one step above the ceiling, two gates that fail at another
amount than they hold back, and nothing else.

BUD-017 stays quiet because gates answer the bad year, GEN-010 because a pre-wire is planned.
"""
BUDGET_FAMILY = (
    Request(EXAMPLE, ("budget-script",), audience="cfo"),
    Request(EXAMPLE, ("budget-script",), audience="ceo"),
    Request(EXAMPLE, ("escalation",)),
    Request(EXAMPLE, ("budget-deck",), audience="cfo"),
    Request(EXAMPLE, ("budget-deck",), audience="board", mode="board"),
    Request(EXAMPLE, ("budget-deck",), mode="defend"),
)


@pytest.fixture(scope="module")
def workshop() -> Workshop:
    return Workshop(Catalogue(find_project(EXAMPLE)))


def told(report: Report) -> list[tuple[str, str, str, str]]:
    return [
        (found.code, found.severity, found.place.path if found.place else "", found.message)
        for found in report
    ]


@pytest.mark.parametrize("audience", ["", "cfo", "ceo", "cro", "board", "team"])
def test_the_worked_example_breaks_policy_where_its_author_says_so(audience: str) -> None:
    report = Report()
    source = read(EXAMPLE, report)
    assert source is not None
    context = check(source, report)
    assert context is not None
    figures = derive(context, report)

    lint_context(Subject("", FAMILIES, context, figures, audience), report)

    assert EXPECTED == told(report)


@pytest.mark.parametrize(
    "request_", BUDGET_FAMILY, ids=lambda each: "-".join((*each.kinds, each.audience, each.mode)).strip("-")
)
def test_no_document_of_the_budget_family_adds_to_it(request_: Request, workshop: Workshop) -> None:
    assert EXPECTED == told(examine(request_, workshop).report)
