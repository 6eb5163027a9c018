"""A figure that was typed names what it belongs to, so that a list of figures can be read alone."""

from __future__ import annotations

import pytest

from alignkit.figures import Figures


@pytest.mark.parametrize(
    ("key", "label"),
    [
        ("budget.cuts[2].amount", "Amount, cut 3, Agencies"),
        ("budget.cuts[2].customers", "Customers, cut 3, Agencies"),
        ("cut.3.amount", "Saving, cut 3, Agencies"),
        ("cut.3.saved_per_customer", "Saved per customer lost, cut 3, Agencies"),
        ("budget.drivers.win_rate.low", "Low, win rate"),
        ("budget.drivers.acv.high", "High, ACV"),
        ("budget.gates.G1.release", "Release, gate G1"),
        ("budget.headcount[0].annual_cost", "Cost a year, Enterprise marketer"),
        ("kickoff.success[0].target", "Target, Enterprise share of new ARR"),
        ("issues.ISS1.funding.available", "Money available, Unspent FY2026 events line"),
        ("issues.ISS1.options.A.cost", "Cost, Fund in full (Website relaunch over budget)"),
        ("agency.gives[1].amount", "Amount, A contract until December 2028"),
        ("kickoff.approval_path[0].days", "Days, Concept and message"),
        ("drift.allocation[0].planned", "Planned, enterprise"),
        ("finance.FY2026.revenue", "Revenue, FY2026"),
        ("budget.lines.paid.prior", "Prior spend, Paid media"),
        ("finance.policy.materiality", "Materiality"),
    ],
)
def test_an_input_names_its_owner(figures: Figures, key: str, label: str) -> None:
    assert label == figures[key].label


ALONE = (
    "agency.", "budget.announced_cut.", "budget.sellers", "budget.unallocated", "company.", "drift.", "finance.", "market.", "pipeline.",
)  # fmt: skip
"""Blocks of which there is one."""


def test_no_input_of_a_list_is_without_an_owner(figures: Figures) -> None:
    typed = [figure for figure in figures.values() if figure.place is not None]

    nameless = {each.key: each.label for each in typed if "," not in each.label}
    assert len(typed) > 100
    assert {
        "budget.gates.G1.test": "Test of the gate G1",
        "budget.gates.G2.test": "Test of the gate G2",
        "kickoff.plan_30_60_90[0].days": "Days",
        "kickoff.plan_30_60_90[1].days": "Days",
        "kickoff.plan_30_60_90[2].days": "Days",
    } == {key: label for key, label in nameless.items() if not key.startswith(ALONE)}
