"""Charts from records: whole figures, one unit, what cannot be drawn named, mistakes in words."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from alignkit.diagnostics import Report
from alignkit.model.charts import Axis, Chart, ChartKind
from alignkit.showing import plain
from alignkit.values import NA, Figure, NACode, Scenario, Unit
from filling_bench import document, fill, problems


def money(amount: str | int, key: str = "key", label: str = "Amount") -> Figure:
    return Figure(key, Decimal(amount), Unit.MONEY, label, "USD")


def months(amount: str) -> Figure:
    return Figure("payback", Decimal(amount), Unit.MONTHS, "Payback")


MISSING = Figure("cac", NA(NACode.MISSING_INPUT, "sales cost not given"), Unit.MONEY, "CAC", "USD")
TIERS = [
    {
        "id": "hold",
        "label": "Hold",
        "total": money(2_400_000),
        "change": money(-120_000),
        "people": 3,
        "power": 5,
    },
    {
        "id": "ask",
        "label": "Ask",
        "total": money(2_880_000),
        "change": money(600_000),
        "people": 5,
        "power": 4,
    },
    {"id": "max", "label": "Max", "total": MISSING, "change": money(0), "people": None, "power": 1},
]
NAMES: dict[str, Any] = {
    "tiers": TIERS,
    "start": money(2_400_000, label="FY2026"),
    "end": money(2_880_000, label="FY2027"),
    "payback": months("14.2"),
    "drivers": [
        {"label": "Price", "low": months("-1"), "high": months("0.5")},
        {"label": "Win rate", "low": months("-4.2"), "high": months("3.1")},
        {"label": "Cycle", "low": months("2.9"), "high": months("-2.4")},
    ],
    "points": [
        {"label": "One", "gain": Figure("a", Decimal("0.04"), Unit.POINTS), "times": Figure("b", Decimal("3.45"), Unit.TIMES), "share": Figure("c", Decimal("0.5"), Unit.SHARE)},
    ],
    "losses": [{"label": "A", "total": money(5)}, {"label": "B", "total": money(-3)}],
}  # fmt: skip


def made(expression: str) -> Chart:
    (block,) = document(f"# T\n\n{{{{ {expression} }}}}\n", **NAMES).blocks
    assert isinstance(block, Chart)
    return block


def values(chart: Chart) -> list[list[str | None]]:
    return [[None if one is None else str(one) for one in series.values] for series in chart.series]


@pytest.mark.parametrize(
    "kind",
    ["column", "bar", "stacked_column", "stacked_bar", "full_column", "full_bar", "line", "step", "area"],
)
def test_a_chart_holds_the_figures_of_the_context(kind: str) -> None:
    chart = made(f'chart("{kind}", tiers, measure("Spend", "total"), title="t", source="Source: plan")')

    assert (kind, [["2400000", "2880000"]]) == (chart.kind, values(chart))
    assert ("USD thousand", "#,##0,") == (chart.unit, chart.number_format)
    assert "Source: plan Not shown: Max (n/a: sales cost not given)." == plain(chart.source)


@pytest.mark.parametrize(
    ("amount", "scale", "code"),
    [
        (950, "", "#,##0"),
        (2_880_000, "", "#,##0,"),
        (28_800_000, "", "#,##0.0,,"),
        (28_800_000, "thousands", "#,##0,"),
        (2_880_000, "millions", "#,##0.00,,"),
        (2_880_000, "units", "#,##0"),
        (-950, "", "#,##0;−#,##0"),
    ],
)
def test_only_what_is_shown_is_scaled(amount: int, scale: str, code: str) -> None:
    rows = [{"label": "A", "total": money(amount)}]
    (chart,) = document(
        f'# T\n\n{{{{ chart("bar", rows, measure("S", "total", "{scale}"), title="t") }}}}\n', rows=rows
    ).blocks

    assert isinstance(chart, Chart)
    assert (code, Decimal(amount)) == (chart.number_format, chart.series[0].values[0])


@pytest.mark.parametrize(
    ("field", "value", "code", "unit"),
    [
        ("gain", "4.00", "0.0", "percentage points"),
        ("times", "3.45", '0.00"x"', ""),
        ("share", "0.5", "0.0%", ""),
    ],
)
def test_each_unit_has_its_format(field: str, value: str, code: str, unit: str) -> None:
    chart = made(f'chart("bar", points, measure("M", "{field}"), title="t")')

    assert (value, code, unit) == (str(chart.series[0].values[0]), chart.number_format, chart.unit)


def test_a_measure_says_how_sure_and_how_important_its_numbers_are() -> None:
    chart = made(
        'chart("column", tiers, measure("Plan", "total", scenario="PL", highlight=false), '
        'measure("Change", "change"), title="t")'
    )

    assert [(Scenario.PLAN, False), (None, True)] == [(one.scenario, one.highlight) for one in chart.series]
    assert ("Hold", "Ask", "Max") == chart.categories
    assert "Not shown: Max, Plan (n/a: sales cost not given)." == plain(chart.source)


def test_a_waterfall_leads_from_one_amount_to_the_other() -> None:
    chart = made(
        'waterfall(tiers, measure("Budget", "change"), title="t", start=start, end=end, highlight=["ask"])'
    )

    assert ChartKind.WATERFALL is chart.kind
    assert ("FY2026", "Hold", "Ask", "Max", "FY2027") == chart.categories
    assert [["2400000", "-120000", "600000", "0", "2880000"]] == values(chart)
    assert ((0, 4), (2,)) == (chart.totals, chart.highlight)


def test_a_difference_the_changes_leave_open_is_a_bar_of_its_own() -> None:
    chart = made(
        'waterfall(tiers, measure("Budget", "total"), title="t", start=start, start_label="Before",'
        ' totals=["ask"], rest_label="Other")'
    )

    assert ("Before", "Hold", "Other", "Ask") == chart.categories
    assert [["2400000", "2400000", "-1920000", "2880000"]] == values(chart)
    assert (0, 3) == chart.totals


def test_a_tornado_is_sorted_by_reach_around_its_base() -> None:
    chart = made(
        'tornado(drivers, measure("Low", "low"), measure("High", "high"), title="t", base=payback,'
        ' base_label="Base:")'
    )

    assert ("Win rate", "Cycle", "Price") == chart.categories
    assert (Decimal(0), "Base: 14.2 months", "0.0;−0.0") == (
        chart.limit,
        chart.limit_label,
        chart.number_format,
    )


def test_a_scatter_takes_plain_numbers_and_names_whom_it_leaves_out() -> None:
    chart = made(
        'scatter(tiers, across=measure("Interest", "people"), upright=measure("Influence", "power"), title="t",'
        " across_ends=[1, 5], upright_ends=[1, 5])"
    )

    assert ((Decimal(3), Decimal(5)), (Decimal(5), Decimal(4))) == (
        chart.series[0].across,
        chart.series[0].values,
    )
    assert Axis("Interest", Decimal(1), Decimal(5), "#,##0") == chart.across
    assert "Not shown: Max (n/a)." == plain(chart.source)


def test_axes_of_a_scatter_may_have_units_of_their_own() -> None:
    chart = made(
        'scatter(drivers, across=measure("Low", "low"), upright=measure("High", "high"), title="t", unit="FY2027")'
    )

    assert chart.across is not None
    assert ("Low, months", "FY2027") == (chart.across.title, chart.unit)


def test_bullets_have_bands_and_ranges_three_series() -> None:
    bullet = made(
        'bullet(tiers, measure("A", "change"), measure("T", "total"), measure("Band", "total"), title="t")'
    )
    dots = made(
        'dot_range(drivers, measure("L", "low"), measure("M", "low"), measure("H", "high"), title="t")'
    )

    assert (ChartKind.BULLET, ["A", "T", "Band"]) == (bullet.kind, [one.name for one in bullet.series])
    assert (ChartKind.DOT_RANGE, ["L", "M", "H"]) == (dots.kind, [one.name for one in dots.series])


@pytest.mark.parametrize(
    ("expression", "message"),
    [
        ('chart("pie", tiers, measure("S", "total"), title="t")', "expected a chart of kind `column`, `bar`, `stacked_column`, `stacked_bar`, `full_column`, `full_bar`, `line`, `step`, `area`, found `pie`"),
        ('chart("bar", tiers, "total", title="t")', "expected `measure(heading, field)` for what a chart draws, found text"),
        ('chart("bar", tiers, title="t")', "expected `measure(heading, field)` for what a chart draws, found nothing"),
        ('chart("bar", [], measure("S", "total"), title="t")', "expected at least one record with a number for a chart, found none"),
        ('chart("full_bar", losses, measure("S", "total"), title="t")', "expected no negative figure in a chart of shares, found one"),
        ('chart("bar", points, measure("S", "share"), measure("T", "times"), title="t")', "expected figures of one unit in a chart, found `share` and `times`"),
        ('measure("S", "total", scenario="XX")', "expected a scenario of `AC`, `PL`, `FC` or `PY`, found `XX`"),
        ('waterfall(tiers, measure("B", "change"), title="t", start=start, end=start)', "expected changes that lead to 2,400,000, found 2,880,000"),
        ('waterfall(tiers, measure("B", "change"), title="t", start=3)', "expected a figure for `start`, found a whole number"),
        ('scatter(tiers, across=measure("I", "people"), upright=measure("P", "power"), title="t", across_ends=[5, 1])', "expected first and last value of an axis"),
        ('tornado(drivers, measure("L", "low"), title="t")', "expected `high` in `tornado(...)`, found nothing"),
    ],
)  # fmt: skip
def test_a_mistake_in_a_chart_is_said_in_words(expression: str, message: str) -> None:
    found = problems("# T\n\n{{ " + expression + " }}\n", **NAMES)

    assert [message] == [text for _, text, _ in found]


def test_kinds_with_a_constructor_of_their_own_are_named() -> None:
    report = Report()
    fill('{{ chart("tornado", tiers, measure("S", "total"), title="t") }}', report, **NAMES)

    assert ["write `tornado(records, measure(...), measure(...), title=...)`"] == [d.hint for d in report]
