"""What was planned against what came and what is needed."""

from __future__ import annotations

from decimal import Decimal

import pytest
from sentences import figure, formats_of, said

from alignkit.statements import covers, delivered, variance
from alignkit.values import Unit


@pytest.mark.parametrize(
    ("actual", "plan", "unit", "expected"),
    [
        ("2880000", "2400000", Unit.MONEY, "over plan by $480,000 (20%)"),
        ("2400000", "2880000", Unit.MONEY, "under plan by $480,000 (16.7%)"),
        ("2400000", "2400000", Unit.MONEY, "exactly on plan"),
        ("2400001", "2400000", Unit.MONEY, "just over plan"),
        ("2399999", "2400000", Unit.MONEY, "just under plan"),
        ("480000", "0", Unit.MONEY, "over plan by $480,000"),
        ("0.5", "0.6", Unit.SHARE, "under plan by 10.0 pts"),
        ("49", "50", Unit.COUNT, "under plan by 1 (2%)"),
        (None, "50", Unit.COUNT, ""),
        ("50", None, Unit.COUNT, ""),
    ],
)
def test_over_and_under_plan(actual: str | None, plan: str | None, unit: Unit, expected: str) -> None:
    assert expected == said(variance(figure(actual, unit), figure(plan, unit, "plan"), formats_of()))


@pytest.mark.parametrize(
    ("actual", "planned", "expected"),
    [
        ("48", "50", "delivered 96% of the planned 50 customers"),
        ("50", "50", "delivered all of the planned 50 customers"),
        ("0", "50", "delivered none of the planned 50 customers"),
        ("52", "50", "delivered 52 customers, 2 more than planned"),
        ("1", "1", "delivered one customer as planned"),
        ("1", "0", ""),
        ("-1", "50", ""),
        ("49.999", "50", "delivered nearly all of the planned 50 customers"),
        ("50.001", "50", "delivered just over the planned 50 customers"),
        ("1", "100000", "delivered next to nothing of the planned 100,000 customers"),
        ("99999", "100000", "delivered nearly all of the planned 100,000 customers"),
        (None, "50", ""),
        ("50", None, ""),
    ],
)
def test_what_part_was_delivered(actual: str | None, planned: str | None, expected: str) -> None:
    came = figure(actual, Unit.COUNT, noun="customer")
    plan = figure(planned, Unit.COUNT, "planned", noun="customer")

    assert expected == said(delivered(came, plan, formats_of()))


def test_money_is_delivered_without_a_noun() -> None:
    assert "delivered 50% of the planned $4M" == said(
        delivered(figure(2_000_000), figure(4_000_000, key="planned"), formats_of())
    )


def test_a_share_is_not_delivered_in_per_cent_of_per_cent() -> None:
    assert delivered(figure("0.5", Unit.SHARE), figure("0.6", Unit.SHARE, "planned"), formats_of()) is None


@pytest.mark.parametrize(
    ("needed", "planned", "expected"),
    [
        ("16", "20", "needs 16 of the 20 planned extra customers"),
        ("20", "20", "needs all 20 planned extra customers"),
        ("25", "20", "needs 25, five more than the 20 planned"),
        ("40", "20", "needs 40, 20 more than the 20 planned"),
        ("21", "20", "needs 21, one more than the 20 planned"),
        ("2", "1", "needs 2, one more than the one planned"),
        ("1", "1", "needs the one planned extra customer"),
        ("1", "5", "needs 1 of the 5 planned extra customers"),
        ("0.5", "1", "needs 0.5 of the one planned extra customer"),
        ("0", "20", "needs none of the 20 planned extra customers"),
        ("16", "0", "needs 16 extra customers, with none planned"),
        ("1", "0", "needs one extra customer, with none planned"),
        ("0", "0", ""),
        ("-1", "20", ""),
        ("20.001", "20", "needs just over the 20 planned extra customers"),
        ("19.999", "20", "needs nearly all of the 20 planned extra customers"),
        ("0.001", "20", "needs next to nothing of the 20 planned extra customers"),
        (None, "20", ""),
        ("20", None, ""),
    ],
)
def test_what_is_needed_of_what_is_planned(needed: str | None, planned: str | None, expected: str) -> None:
    wanted = figure(needed, Unit.COUNT, noun="customer")
    plan = figure(planned, Unit.COUNT, "planned", noun="customer")

    assert expected == said(covers(wanted, plan, formats_of(), noun="extra customer"))


def test_several_things_need() -> None:
    wanted, plan = figure(16, Unit.COUNT), figure(20, Unit.COUNT, "planned")

    assert "need 16 of the 20 planned" == said(covers(wanted, plan, formats_of(), number=Decimal(2)))
