"""Tables above a total: no amount is hidden by the scale, and rounding is owned up to."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from alignkit.fill.columns import SCALES, Measure
from alignkit.fill.sums import in_telling_scales, is_rounded
from alignkit.values import NA, Figure, NACode, Unit


def money(value: str | None) -> Figure:
    amount = NA(NACode.MISSING_INPUT, "not known") if value is None else Decimal(value)
    return Figure("a.b", amount, Unit.MONEY, "Amount", "USD")


def rows(*values: str | None) -> list[dict[str, Any]]:
    return [{"amount": money(value)} for value in values]


@pytest.mark.parametrize(
    ("values", "scale", "found"),
    [
        (("1200000", "40000"), "thousands", "thousands"),
        (("1200000", "0"), "thousands", "thousands"),
        (("1200000", "1000"), "thousands", "thousands"),
        (("1200000", "999"), "thousands", "units"),
        (("1200000", "-250"), "thousands", "units"),
        (("1200000", "0.5"), "thousands", "units"),
        (("1200000", None), "thousands", "thousands"),
        (("1200000", "250"), "units", "units"),
        (("12000000", "10000"), "millions", "millions"),
        (("12000000", "9000"), "millions", "thousands"),
        (("12000000", "900"), "millions", "units"),
    ],
)
def test_a_scale_shows_each_amount_as_more_than_nothing(
    values: tuple[str | None, ...], scale: str, found: str
) -> None:
    (each,) = in_telling_scales(
        rows(*values), [Measure("Spend", "amount", SCALES[scale])], [money("5000000")]
    )

    assert SCALES[found] == each.scale


def test_a_total_hides_nothing_either() -> None:
    measures = [Measure("Line", "name"), Measure("Change", "amount", SCALES["thousands"])]

    found = in_telling_scales([{"name": "Team", "amount": money("2000")}], measures, ["Total", money("-250")])

    assert [None, SCALES["units"]] == [each.scale for each in found]


def test_a_scale_that_is_chosen_by_size_stays_chosen_by_size() -> None:
    measures = [Measure("Spend", "amount")]

    assert measures == in_telling_scales(rows("5", "9000000"), measures, [])


@pytest.mark.parametrize(
    ("parts", "total", "rounded"),
    [
        (("1400", "1400"), "2800", True),
        (("1000", "2000"), "3000", False),
        (("1500", "1500"), "3000", True),
        (("1400", None), "2800", False),
        (("1400", "1400"), None, False),
    ],
)
def test_parts_that_miss_their_total_are_rounded(
    parts: tuple[str | None, ...], total: str | None, rounded: bool
) -> None:
    measures = [Measure("Spend", "amount", SCALES["thousands"])]

    assert rounded is is_rounded(rows(*parts), measures, [money(total)])


def test_a_table_without_a_total_rounds_nothing() -> None:
    assert not is_rounded(rows("1400", "1400"), [Measure("Spend", "amount", SCALES["thousands"])], [])
