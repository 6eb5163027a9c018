"""What the rules say about the worked example: no error, three warnings, one remark."""

from __future__ import annotations

from lint_subjects import EXAMPLE, FAMILIES

from alignkit.context.check import check
from alignkit.diagnostics import Report
from alignkit.figures import derive
from alignkit.lints import Subject, lint_context
from alignkit.source import read


def test_the_worked_example_breaks_policy_where_its_author_says_so() -> None:
    report = Report()
    source = read(EXAMPLE, report)
    assert source is not None
    context = check(source, report)
    assert context is not None
    figures = derive(context, report)

    lint_context(Subject("", FAMILIES, context, figures), report)

    assert [
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
    ] == [
        (found.code, found.severity, found.place.path if found.place else "", found.message) for found in report
    ]  # fmt: skip
