"""A waterfall, of which DrawingML's bar charts know nothing: columns stacked on a base nobody sees.

Only the changes are typed into the workbook; base, pieces and connectors are computed from them there, so
that editing a change moves every bar after it. A line series without a line lies on top of the bars and
carries their labels: labels of stacked columns cannot stand outside them, and a bar that crosses zero is two
pieces.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind, Series
from alignkit.writers.chart_shapes import Stretch, format_of, stretches
from alignkit.writers.number_code import shown

from . import chart_cache as cache
from .chart_grid import Grid, GridColumn, cell_text, check, number_text, numbers_of
from .chart_labels import Label, all_points, one_point
from .chart_paint import BASELINE, INVISIBLE, Colour, bar_paint, outline
from .chart_plan import Labels, plan_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignkit.model.charts import Chart

    from .chart_canvas import Canvas
    from .chart_plan import Plan

_TOTAL, _RISE, _FALL = Colour("bg1", 50, dark=True), Colour("accent1", dark=True), Colour("accent2", 60, 40)
_CHANGE, _LEVEL, _BASE, _TOP, _FIRST_JOIN = 0, 1, 2, 8, 9
"""Columns of the sheet, counted after the categories; the pieces stand between base and top."""
_JOINS = 3
"""Series of connectors: each holds every third one, an empty cell between two."""
_ZERO = Decimal(0)


def waterfall_plan(chart: Chart, canvas: Canvas) -> Plan:
    """The layout: as columns from zero to the top of each bar, the bottoms counted in the scale."""
    bars = stretches(chart)
    tops = Series("", tuple(max(bar.start, bar.end) for bar in bars))
    bottoms = Series("", tuple(min(bar.start, bar.end) for bar in bars), invisible=True)
    return plan_of(replace(chart, kind=ChartKind.COLUMN, series=(tops, bottoms), highlight=()), canvas)


def waterfall_grid(chart: Chart) -> Grid:
    """The table: the changes, and what is computed from them."""
    check(chart)
    bars, code = stretches(chart), chart.series[0].number_format or chart.number_format
    columns = [
        GridColumn(
            cell_text(chart.series[0].name),
            numbers_of(chart.series[0].values),
            code,
            tuple(_stated(chart, bars, index) for index in range(len(bars))),
        ),
        _computed("Level", bars, code, _level, lambda bar: bar.end),
        _computed("Base", bars, code, _base, _base_of),
        _computed("Total", bars, code, lambda row, total: f"B{row}" if total else "", _total_of),
    ]
    columns += [_piece(name, bars, code, rises=rises, above=above) for name, rises, above in _PIECES]
    columns.append(_computed("Top", bars, code, _top, lambda bar: max(bar.start, bar.end)))
    columns += [_joins(bars, code, third) for third in range(_join_count(chart))]
    if chart.limit is not None:
        limit = (number_text(chart.limit),) * len(bars)
        columns.append(GridColumn(cell_text(chart.limit_label), limit, chart.number_format))
    return Grid(cell_text(chart.unit), tuple(map(cell_text, chart.categories)), tuple(columns))


_PIECES = (
    ("Rise", True, True),
    ("Fall", False, True),
    ("Rise below zero", True, False),
    ("Fall below zero", False, False),
)


def waterfall_bars(chart: Chart, grid: Grid) -> str:
    """Base, totals and pieces, stacked."""
    scenario = chart.series[0].scenario
    paints = [
        INVISIBLE,
        bar_paint(_TOTAL, scenario),
        *(bar_paint(_RISE if rises else _FALL, scenario) for _, rises, _ in _PIECES),
    ]
    return "".join(
        f'<c:ser>{_head(grid, number, _BASE + number)}{paint}<c:invertIfNegative val="0"/>'
        f"{cache.categories(grid)}{cache.numbers(grid, _BASE + number)}</c:ser>"
        for number, paint in enumerate(paints)
    )


def waterfall_lines(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    """The connectors between the bars, and the labels on top of them."""
    first = len(_PIECES) + 2
    joins = "".join(
        f"<c:ser>{_head(grid, first + third, _FIRST_JOIN + third)}"
        f"<c:spPr>{outline(BASELINE, 0.75)}</c:spPr>{_NO_MARKER}"
        f"{cache.categories(grid)}{cache.numbers(grid, _FIRST_JOIN + third)}"
        '<c:smooth val="0"/></c:ser>'
        for third in range(_join_count(chart))
    )
    texts = tuple(
        "" if value is None else shown(value, format_of(chart, 0, index), chart.locale or language)
        for index, value in enumerate(chart.series[0].values)
    )
    labels = "" if plan.labels is Labels.NONE else _labels(chart, plan, language, texts)
    return (
        f"{joins}<c:ser>{_head(grid, first + _join_count(chart), _TOP)}{INVISIBLE}{_NO_MARKER}{labels}"
        f'{cache.categories(grid)}{cache.numbers(grid, _TOP)}<c:smooth val="0"/>'
        f"{cache.label_cells(grid.numbers_reference(_CHANGE), texts)}</c:ser>"
    )


def series_count(chart: Chart) -> int:
    """How many series a waterfall has before its limit."""
    return len(_PIECES) + 2 + _join_count(chart) + 1


def _join_count(chart: Chart) -> int:
    """How many series of connectors it takes: one bar has none, and no series is left empty."""
    return min(_JOINS, len(chart.categories) - 1)


_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def _labels(chart: Chart, plan: Plan, language: str, texts: tuple[str, ...]) -> str:
    points = ""
    for index, text in enumerate(texts):
        if not text:
            continue
        is_bold = index in chart.totals or index in chart.highlight
        label = Label(chart.number_format, "t", plan.canvas.text_pt, language, bold=is_bold, cell=text)
        points += one_point(index, label)
    return all_points(None, points)


def _head(grid: Grid, number: int, column: int) -> str:
    return f'<c:idx val="{number}"/><c:order val="{number}"/>{cache.name(grid, column)}'


def _stated(chart: Chart, bars: tuple[Stretch, ...], index: int) -> str:
    """A total that the changes before it lead to is computed from them; every other number is typed in."""
    bar = bars[index]
    leads = index > 0 and bar.is_total and bars[index - 1].end == bar.end
    return f"C{index + 1}" if leads and chart.series[0].values[index] is not None else ""


def _computed(
    name: str,
    bars: tuple[Stretch, ...],
    code: str,
    formula: Callable[[int, bool], str],
    value: Callable[[Stretch], Decimal],
) -> GridColumn:
    formulas = tuple(formula(row, bar.is_total or row == 2) for row, bar in enumerate(bars, 2))
    numbers = (value(bar) if text else _ZERO for bar, text in zip(bars, formulas, strict=True))
    return GridColumn(name, numbers_of(numbers), code, formulas)


def _level(row: int, total: bool) -> str:
    return f"B{row}" if total else f"C{row - 1}+B{row}"


def _base(row: int, total: bool) -> str:
    if total:
        return ""
    low, high = f"MIN(C{row - 1},C{row})", f"MAX(C{row - 1},C{row})"
    return f"IF({low}>0,{low},IF({high}<0,{high},0))"


def _base_of(bar: Stretch) -> Decimal:
    low, high = sorted((bar.start, bar.end))
    return low if low > 0 else min(high, _ZERO)


def _total_of(bar: Stretch) -> Decimal:
    return bar.end


def _top(row: int, total: bool) -> str:
    return f"MAX(B{row},0)" if total else f"MAX(C{row - 1},C{row})"


def _piece(name: str, bars: tuple[Stretch, ...], code: str, *, rises: bool, above: bool) -> GridColumn:
    """One kind of piece; pieces below zero are negative numbers."""

    def formula(row: int, total: bool) -> str:
        start, end = f"C{row - 1}", f"C{row}"
        if total:
            return ""
        ends = (end, start) if rises == above else (start, end)
        edge = "MAX" if above else "MIN"
        return f"IF({end}{'>' if rises else '<'}{start},{edge}({ends[0]},0)-{edge}({ends[1]},0),0)"

    def value(bar: Stretch) -> Decimal:
        if (bar.end > bar.start) != rises or bar.end == bar.start:
            return _ZERO
        ends = (bar.end, bar.start) if rises == above else (bar.start, bar.end)
        edge = max if above else min
        return edge(ends[0], _ZERO) - edge(ends[1], _ZERO)

    return _computed(name, bars, code, formula, value)


def _joins(bars: tuple[Stretch, ...], code: str, third: int) -> GridColumn:
    """Every third connector: from the end of a bar to the beginning of the next."""
    formulas = [""] * len(bars)
    values: list[Decimal | None] = [None] * len(bars)
    for index in range(third, len(bars) - 1, _JOINS):
        for at in (index, index + 1):
            formulas[at], values[at] = f"C{index + 2}", bars[index].end
    return GridColumn(f"Connector {third + 1}", numbers_of(values), code, tuple(formulas))
