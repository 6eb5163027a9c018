"""What an announced cut costs: whole cuts by rank, the same share of every line, and when it shows."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from alignkit.catalogue import packaged
from alignkit.context import check
from alignkit.diagnostics import Report
from alignkit.figures import derive
from alignkit.rehearsal.data import copied, put, source_of
from alignkit.source import read, steps_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.source import Data
    from alignkit.values import Figure

CONTEXT = packaged("examples/quillmere") / "context.yaml"


def figures(
    amount: int = 300_000, on: date = date(2027, 1, 1), changes: tuple[tuple[str, Data], ...] = ()
) -> Mapping[str, Figure]:
    """The figures of the worked example with a cut that finance has announced."""
    report = Report()
    source = read(CONTEXT, report)
    assert source is not None
    data = copied(source.data)
    cut: Data = {"amount": amount, "on": on, "reason": "Every function saves"}
    put(data, steps_of("budget.announced_cut"), cut)
    for path, value in changes:
        put(data, steps_of(path), value)
    context = check(source_of(data), report)
    assert context is not None
    return derive(context, report)


@pytest.mark.parametrize(
    ("on", "months", "saved"),
    [
        (date(2026, 11, 1), "12", "320000"),
        (date(2027, 1, 1), "12", "320000"),
        (date(2027, 7, 1), "6", "240000"),
        (date(2027, 10, 15), "2.5", "100000"),
        (date(2027, 12, 31), "0.1", "4000"),
        (date(2027, 12, 25), "0.2", "8000"),
        (date(2028, 2, 1), "0", "0"),
    ],
)
def test_of_a_cut_within_the_year_the_months_from_then_on_are_left(on: date, months: str, saved: str) -> None:
    found = figures(on=on)

    assert Decimal(months) == found["defence.months_left"].value
    assert Decimal(saved) == found["defence.ranked.from_day"].value


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("defence.left", "2580000"),
        ("defence.gated_room", "1080000"),
        ("cut.1.taken", "10000"),
        ("cut.5.taken", "150000"),
        ("cut.6.taken", "0"),
        ("line.people.ranked_cut", "150000"),
        ("line.events.ranked_cut", "0"),
        ("line.people.ranked_customers", "8"),
        ("line.events.ranked_customers", "0"),
        ("defence.ranked.saved", "320000"),
        ("defence.ranked.missing", "-20000"),
        ("defence.ranked.customers", "11"),
        ("defence.ranked.arr", "440000"),
        ("defence.ranked.gross_profit", "343200"),
        ("defence.ranked.first_year", "-23200"),
        ("defence.ranked.lifetime_gross_profit", "1716000"),
        ("line.people.flat_cut", "125000"),
        ("line.people.flat_blocked", "0"),
        ("defence.flat.blocked", "0"),
        ("defence.flat.saved", "300000"),
        ("defence.after.total", "2560000"),
        ("defence.after.in_plan", "2560000"),
        ("defence.after.new_customers", "179"),
        ("defence.quarter", "2"),
    ],
)
def test_a_cut_of_300_000_comes_to_this(key: str, expected: str) -> None:
    amount = figures()[key].amount

    assert Decimal(expected) == round(amount, 6)


def test_from_the_middle_of_the_year_on_it_takes_more_cuts_to_save_as_much_within_it() -> None:
    known = figures(150_000, on=date(2027, 7, 1))

    assert [1, 2, 3, 4, 5] == [order for order in range(1, 8) if known[f"cut.{order}.taken"].amount]
    assert Decimal(320_000) == known["defence.ranked.saved"].amount
    assert Decimal(-10_000) == known["defence.ranked.missing"].amount
    assert Decimal(2_720_000) == known["defence.after.in_plan"].amount


def test_a_flat_cut_takes_committed_money_where_little_is_free() -> None:
    known = figures(600_000)
    blocked = {
        line: round(known[f"line.{line}.flat_blocked"].amount, 2) for line in ("people", "martech", "paid")
    }

    assert {
        "people": Decimal("100000.00"),
        "martech": Decimal("4166.67"),
        "paid": Decimal("0.00"),
    } == blocked
    assert Decimal("104166.67") == round(known["defence.flat.blocked"].amount, 2)


def test_what_the_list_cannot_save_is_missing() -> None:
    known = figures(600_000)

    assert Decimal(480_000) == known["defence.ranked.saved"].amount
    assert Decimal(120_000) == known["defence.ranked.missing"].amount


@pytest.mark.parametrize(
    ("amount", "taken", "open_or_beyond"),
    [
        (190_000, [1, 2, 3, 4], 20_000),
        (195_000, [1, 2, 3, 4, 7], -45_000),
        (240_000, [1, 2, 3, 4, 7], 0),
        (300_000, [1, 2, 3, 4, 5], -20_000),
        (335_000, [1, 2, 3, 4, 5], 15_000),
        (480_000, [1, 2, 3, 4, 5, 6, 7], 0),
        (600_000, [1, 2, 3, 4, 5, 6, 7], 120_000),
    ],
)
def test_the_ranked_cuts_are_the_fewest_that_are_enough(
    amount: int, taken: list[int], open_or_beyond: int
) -> None:
    known = figures(amount)

    assert taken == [order for order in range(1, 8) if known[f"cut.{order}.taken"].amount]
    assert Decimal(open_or_beyond) == known["defence.ranked.missing"].amount


@pytest.mark.parametrize(
    ("on", "quarter"),
    [(date(2026, 8, 1), 2), (date(2027, 1, 1), 2), (date(2027, 3, 3), 3), (date(2027, 9, 15), 5)],
)
def test_a_cut_shows_a_sales_cycle_after_its_day(on: date, quarter: int) -> None:
    assert quarter == figures(on=on)["defence.quarter"].amount


@pytest.mark.parametrize(
    ("changes", "key"),
    [
        ((("company.sales_cycle_days", None),), "defence.quarter"),
        ((("budget.cuts", []),), "defence.ranked.saved"),
        ((("finance.FY2027.gross_margin", None),), "defence.ranked.gross_profit"),
        ((("budget.cuts[0].customers", None),), "defence.ranked.customers"),
    ],
)
def test_what_is_not_known_has_a_reason(changes: tuple[tuple[str, Data], ...], key: str) -> None:
    assert figures(changes=changes)[key].is_na


def test_without_an_announced_cut_there_is_nothing_to_defend() -> None:
    report = Report()
    source = read(CONTEXT, report)
    assert source is not None
    data = copied(source.data)
    put(data, steps_of("budget.announced_cut"), None)
    context = check(source_of(data), report)
    assert context is not None

    assert not [key for key in derive(context, report) if key.startswith("defence.")]


def test_every_figure_of_the_defence_says_how_it_comes_about_and_where_from() -> None:
    for key, figure in figures().items():
        if key.startswith("defence."):
            assert figure.formula, key
            assert figure.sources, key
