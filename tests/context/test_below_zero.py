"""What is spent, cut or counted is not below nothing; what is a difference may be."""

from __future__ import annotations

from pathlib import Path

import pytest

from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.source import read

EXAMPLE = Path(__file__).parents[2] / "examples" / "quillmere" / "context.yaml"


def faults(path: str, value: str) -> list[tuple[str, str, str, str]]:
    report = Report()
    source = read(EXAMPLE, report, overrides=(f"{path}={value}",))
    assert source is not None
    check(source, report)
    return [(each.code, each.place.path if each.place else "", each.message, each.hint) for each in report]


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("finance.FY2026.revenue", "revenue"),
        ("finance.FY2026.marketing_cost", "marketing_cost"),
        ("finance.FY2026.new_customers", "new_customers"),
        ("finance.last_plan.actual_spend", "actual_spend"),
        ("finance.last_plan.planned_customers", "planned_customers"),
        ("budget.tiers.reduced.total", "total"),
        ("budget.tiers.ask.mkt_customers", "mkt_customers"),
        ("budget.lines.people.prior", "prior"),
        ("budget.lines.people.reduced", "reduced"),
        ("budget.lines.people.committed", "committed"),
        ("budget.cuts[0].amount", "amount"),
        ("budget.cuts[0].customers", "customers"),
        ("budget.gates.G1.release", "release"),
        ("budget.announced_cut.amount", "amount"),
        ("budget.downside.opportunities", "opportunities"),
    ],
)
def test_what_is_spent_or_counted_is_not_below_zero(path: str, name: str) -> None:
    message = f"expected at least 0 for `{name}`, found the number `-300`"

    assert [("CTX-006", path, message, "write 300, without the minus sign")] == faults(path, "-300")
    assert [] == faults(path, "0")


@pytest.mark.parametrize(
    "path",
    [
        "finance.quarters.2026-Q3.net_new_arr",
        "finance.arr.closing",
        "budget.lines.people.price_effect",
        "kpis.grr.actual",
    ],
)
def test_a_difference_may_be_below_zero(path: str) -> None:
    assert [] == faults(path, "-300")
