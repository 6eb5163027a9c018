"""A step line, which no bar or line chart of DrawingML can draw: there a line only goes from point to point.

Each category is three points of a scatter at the same height: its left end, its middle, which carries the
label, and its right end. Doubled categories would slant the rises, and error bars cannot join treads of
different heights. The workbook holds one number for each category; the points are computed from it there.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.writers.chart_shapes import near_zero, round_ends

from . import chart_cache as cache
from .chart_canvas import number_width_pt
from .chart_grid import Grid, GridColumn, column_letters, grid_of, number_text, numbers_of
from .chart_labels import Label, all_points, one_point
from .chart_paint import INK, Colour, line_colours, line_paint, outline
from .chart_plan import Box, Labels, Plan, extent, plan_of, visible
from .chart_points import BARE_LINE, NO_MARKER, Field, Points, Ruler, point_series

if TYPE_CHECKING:
    from alignkit.model.charts import Chart, Series

    from .chart_canvas import Canvas

_POINTS = 3
_HALF = Decimal("0.5")


def step_plan(chart: Chart, canvas: Canvas) -> Plan:
    """The layout of the same numbers as a line."""
    return plan_of(replace(chart, kind=ChartKind.LINE), canvas)


def step_field(chart: Chart, plan: Plan) -> Field:
    """The axes: one unit across for each category."""
    canvas = plan.canvas
    low, high = extent(chart)
    low, high, step = round_ends(near_zero(low, high), high)
    shown = plan.scale_shown
    marks = max(number_width_pt(end, chart.number_format, canvas) for end in (low, high)) if shown else 0
    left = (marks + canvas.text_pt) / canvas.width_pt
    width = max(plan.plot.width - left, 0.2)
    lines = max(name.count("\n") + 1 for name in _names(chart, canvas, width))
    below = canvas.line_pt * (lines + 0.8) / canvas.height_pt
    box = Box(left, plan.plot.y, width, max(1 - plan.plot.y - below, 0.2))
    return Field(
        Ruler(Decimal(0), Decimal(len(chart.categories)), Decimal(1)),
        Ruler(low, high, step, chart.number_format, is_shown=shown, has_line=False, gridlines=shown),
        box,
        canvas,
    )


def step_points(chart: Chart, plan: Plan, field: Field, language: str) -> tuple[Grid, str]:
    """The table with the points of each step, and every series."""
    grid, count = grid_of(chart), len(chart.categories)
    first = len(grid.columns)
    edges = (Decimal(0), _HALF, Decimal(1))
    grid = grid.having(
        GridColumn("Place", numbers_of(Decimal(i) + edge for i in range(count) for edge in edges), "General"),
        *(_treads(one.name, index, one.values, grid) for index, one in enumerate(chart.series)),
    )
    drawn = "".join(
        _steps(chart, plan, field, grid, language, index, first, colour)
        for index, colour in enumerate(line_colours(chart.series))
    )
    if chart.limit is not None:
        grid, line = _limit(chart, plan, grid, language, len(chart.series))
        drawn += line
    grid, names = _axis_names(chart, plan, field, grid, language)
    return grid, drawn + names


def _treads(name: str, index: int, values: tuple[Decimal | None, ...], grid: Grid) -> GridColumn:
    letters = column_letters(index + 1)
    numbers = numbers_of(value for value in values for _ in range(_POINTS))
    formulas = tuple(f"{letters}{row}" for row in range(2, len(values) + 2) for _ in range(_POINTS))
    return GridColumn(f"{name} (steps)".strip(), numbers, grid.columns[index].number_format, formulas)


def _steps(
    chart: Chart,
    plan: Plan,
    field: Field,
    grid: Grid,
    language: str,
    index: int,
    first: int,
    colour: Colour,
) -> str:
    series = chart.series[index]
    columns = (first, first + 1 + index)
    if series.invisible:
        return point_series(grid, index, Points(columns, index, BARE_LINE))
    return point_series(
        grid,
        index,
        Points(
            columns,
            index,
            line_paint(colour, series.scenario, thick=series.highlight),
            labels=_labels(chart, plan, field, series, colour, language),
        ),
    )


def _labels(chart: Chart, plan: Plan, field: Field, series: Series, colour: Colour, language: str) -> str:
    label = Label(series.number_format or chart.number_format, "t", plan.canvas.text_pt, language)
    known = [index for index, value in enumerate(series.values) if value is not None]
    points = {
        index: replace(
            label,
            bold=index in chart.highlight,
            position="b" if _meets_limit(chart, field, series.values[index]) else "t",
        )
        for index in known
        if plan.labels is Labels.BEYOND or index in chart.highlight
    }
    drawn = {_POINTS * index + 1: one for index, one in points.items()}
    if plan.labels is Labels.ENDS and known:
        separator = "\n" if len(visible(chart)) > 1 and series.name else ""
        end = replace(
            label,
            position="r",
            separator=separator,
            bold=series.highlight,
            colour=colour if colour.dark else INK,
        )
        drawn[_POINTS * known[-1] + 2] = end
    return all_points(None, "".join(one_point(index, drawn[index]) for index in sorted(drawn)))


def _meets_limit(chart: Chart, field: Field, value: Decimal | None) -> bool:
    """Whether the limit would run through a label above a tread."""
    if chart.limit is None or value is None:
        return False
    above_pt = field.y_pt(value) - field.y_pt(chart.limit)
    return -1 <= above_pt <= field.canvas.line_pt * 1.5


def _limit(chart: Chart, plan: Plan, grid: Grid, language: str, number: int) -> tuple[Grid, str]:
    """The limit from the first tread to the last, named at its end."""
    limit = number_text(chart.limit or Decimal(0))
    letters = column_letters(len(chart.series) + 1)
    ends = ("0", str(len(chart.categories)))
    grid = grid.having(
        GridColumn("Limit from to", ends, "General"),
        GridColumn("Limit", (limit, limit), chart.number_format, (f"{letters}2", f"{letters}2")),
    )
    label = Label(
        chart.number_format,
        "r",
        plan.canvas.text_pt,
        language,
        bold=True,
        ground=True,
        separator="\n" if chart.limit_label else "",
    )
    columns = (len(grid.columns) - 2, len(grid.columns) - 1)
    look = f"<c:spPr>{outline(INK, 1.25, 'dash')}</c:spPr>"
    line = Points(columns, len(chart.series), look, labels=all_points(None, one_point(1, label)))
    return grid, point_series(grid, number, line)


def _axis_names(chart: Chart, plan: Plan, field: Field, grid: Grid, language: str) -> tuple[Grid, str]:
    """The names of the categories: labels of points on the axis, since an axis of numbers has none."""
    names = _names(chart, plan.canvas, field.box.width)
    floor = number_text(field.upright.low)
    middles = numbers_of(Decimal(index) + _HALF for index in range(len(names)))
    grid = grid.having(
        GridColumn("Middle", middles, "General"),
        GridColumn("Axis", (floor,) * len(names), "General"),
    )
    columns = (len(grid.columns) - 2, len(grid.columns) - 1)
    reference = grid.categories_reference()
    if names != chart.categories:
        grid = grid.having(GridColumn("Label", (), "General", texts=names))
        reference = grid.numbers_reference(len(grid.columns) - 1)
    number = len(chart.series) + (chart.limit is not None)
    label = Label("General", "b", plan.canvas.text_pt, language, series=number)
    points = "".join(one_point(i, replace(label, cell=name)) for i, name in enumerate(names) if name)
    return grid, point_series(
        grid,
        number,
        Points(
            columns,
            columns[1],
            BARE_LINE,
            NO_MARKER,
            labels=all_points(None, points),
            cells=cache.label_cells(reference, names),
        ),
    )


def _names(chart: Chart, canvas: Canvas, width: float) -> tuple[str, ...]:
    """The names of the categories in the room each has; of too many only some."""
    room_pt = canvas.width_pt * width / len(chart.categories)
    every = 1
    while room_pt * every < canvas.text_pt * 3.2:
        every += 1
    return tuple(
        wrapped(name, canvas, room_pt * every * 0.95) if index % every == 0 else ""
        for index, name in enumerate(chart.categories)
    )


def wrapped(text: str, canvas: Canvas, room_pt: float) -> str:
    """A text on as many lines as it needs; a word longer than a line is left whole."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and canvas.text_width_pt(longer) > room_pt:
            lines.append(word)
        else:
            lines[-1] = longer
    return "\n".join(lines)
