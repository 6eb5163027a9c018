from dataclasses import replace
from decimal import Decimal

import pytest

from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.writers.ooxml.chart_canvas import Canvas, number_width_pt, page_canvas
from alignkit.writers.ooxml.chart_plan import Labels, Plan, extent, plan_of


def chart_of(kind: ChartKind, *rows: tuple[float | None, ...]) -> Chart:
    series = tuple(
        Series(f"Series {i}", tuple(None if value is None else Decimal(str(value)) for value in row))
        for i, row in enumerate(rows)
    )
    return Chart(kind, "T", tuple(f"C{i}" for i in range(len(rows[0]))), series)


def _plan(chart: Chart) -> Plan:
    return plan_of(chart, page_canvas(chart))


COLUMN, BAR, LINE = ChartKind.COLUMN, ChartKind.BAR, ChartKind.LINE
STACKED_COLUMN, STACKED_BAR = ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR


@pytest.mark.parametrize(
    ("chart", "labels", "stacked", "legend"),
    [
        (chart_of(COLUMN, (1, 2, 3)), Labels.BEYOND, False, False),
        (chart_of(COLUMN, (1, 2, 3), (2, 3, 4)), Labels.BEYOND, False, True),
        (chart_of(COLUMN, tuple(range(1000, 1040))), Labels.NONE, False, False),
        (chart_of(BAR, tuple(range(40))), Labels.BEYOND, False, False),
        (chart_of(BAR, tuple(range(80))), Labels.NONE, False, False),
        (chart_of(STACKED_COLUMN, (1, 2), (2, 3)), Labels.INSIDE, True, True),
        (chart_of(STACKED_COLUMN, (1, None), (None, 3)), Labels.BEYOND, False, True),
        (chart_of(STACKED_BAR, (-1, -2), (2, 3)), Labels.BEYOND, False, True),
        (chart_of(LINE, (1, 2, 3)), Labels.BEYOND, False, False),
        (chart_of(LINE, (1, 2, 3), (9, 8, 7)), Labels.ENDS, False, False),
        (chart_of(LINE, (1, 2, 3), (9, 8, 3)), Labels.NONE, False, True),
        (chart_of(LINE, (1, 2, 3), (9, 8, None)), Labels.NONE, False, True),
        (chart_of(LINE, *((i, i * 10) for i in range(4))), Labels.NONE, False, True),
    ],
)
def test_labels_stand_where_they_fit(chart: Chart, labels: Labels, stacked: bool, legend: bool) -> None:
    plan = _plan(chart)

    assert (labels, stacked, legend) == (plan.labels, plan.stacked, plan.legend is not None)


def test_a_waterfall_labels_what_floats() -> None:
    chart = chart_of(STACKED_COLUMN, (None, 5, None), (5, None, 7), (None, 2, None))
    chart = replace(chart, series=(replace(chart.series[0], invisible=True), *chart.series[1:]))

    assert _plan(chart).labels is Labels.LIFTED
    assert extent(chart) == (Decimal(0), Decimal(7))


@pytest.mark.parametrize(
    ("chart", "limit", "scale"),
    [
        (chart_of(COLUMN, (900, 1000)), None, ("0", None)),
        (chart_of(COLUMN, (-1, 5)), None, (None, None)),
        (chart_of(COLUMN, (-5, -1)), None, (None, "0")),
        (chart_of(COLUMN, (0, 0)), None, ("0", None)),
        (chart_of(COLUMN, (None, None)), None, ("0", None)),
        (chart_of(LINE, (900, 1000)), None, (None, None)),
        (chart_of(BAR, (1900, 12400)), "9000", ("0", "14000")),
        (chart_of(BAR, (-30, 10)), "22", ("-33.360", "30")),
        (chart_of(BAR, (0,)), "0", ("0", "1")),
        (chart_of(STACKED_BAR, (100, 200), (100, 300)), "450", ("0", "500")),
    ],
)
def test_bars_begin_at_zero(chart: Chart, limit: str | None, scale: tuple[str | None, str | None]) -> None:
    chart = replace(chart, limit=None if limit is None else Decimal(limit))

    plan = _plan(chart)

    assert scale == tuple(None if end is None else f"{end:f}" for end in (plan.low, plan.high))


def test_few_bars_stay_slim() -> None:
    one, many = _plan(chart_of(COLUMN, (1,))), _plan(chart_of(COLUMN, (1, 2, 3, 4, 5, 6)))

    assert one.gap > 2
    assert many.gap == pytest.approx(0.6)


def test_lying_bars_make_a_page_canvas_grow() -> None:
    heights = [page_canvas(chart_of(BAR, tuple(range(n)))).height_pt for n in (1, 8, 40, 400)]

    assert heights == sorted(heights)
    assert heights[-1] == 640
    assert page_canvas(chart_of(COLUMN, (1,))) == Canvas(465, 160, 9)
    assert page_canvas(chart_of(COLUMN, tuple(range(5)))) == Canvas(465, 215, 9)


@pytest.mark.parametrize(
    ("number", "code", "characters"),
    [
        ("1234.5", "#,##0", 5),
        ("2400000", "#,##0,", 5),
        ("-2400000", "#,##0,;−#,##0,", 6),
        ("0.125", "0.0%", 5),
        ("12", '"USD" 0', 6),
        ("12", r"0\ k", 4),
        ("3.456", "0.0x", 4),
        ("7", "General", 1),
    ],
)
def test_the_width_of_a_number_follows_its_format(number: str, code: str, characters: int) -> None:
    width = number_width_pt(Decimal(number), code, Canvas(100, 100, 10))

    assert characters == round(width / 5.2)
