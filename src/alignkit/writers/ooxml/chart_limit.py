"""The limit of a chart: a ceiling or floor drawn right across, named at its end.

Over columns and lines it is a line series, which a trend line carries on to both edges of the plot. Lying
bars have no such line in this format: there a second pair of axes crosses at the limit, so that its category
axis is the line, and a series of invisible bars holds the number and the label.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from . import chart_cache as cache
from .chart_labels import Label, all_points, one_point
from .chart_paint import INK, INVISIBLE, NO_LINE, outline, solid
from .chart_series import head

if TYPE_CHECKING:
    from alignkit.model.charts import Chart

    from .chart_grid import Grid
    from .chart_plan import Plan

LIMIT_LINE = outline(INK, 1.25, "dash")
"""The look of every limit."""


def limit_line(
    chart: Chart, grid: Grid, plan: Plan, language: str, *, number: int = -1, column: int = -1
) -> str:
    """The line series of the limit; its number and its column are the ones after the series' own."""
    index = len(chart.series) if column < 0 else column
    number = len(chart.series) if number < 0 else number
    last = len(chart.categories) - 1
    label = _label(chart, plan, language, "r", "\n")
    to_the_edge = plan.plot.width / len(chart.categories) / 2 if last else 0
    labels = all_points(None, one_point(last, label, right=to_the_edge))
    return (
        f"<c:ser>{head(grid, index, number)}<c:spPr>{LIMIT_LINE}</c:spPr>{_marker(chart)}{labels}"
        f"{_to_the_edges(chart)}"
        f'{cache.categories(grid)}{cache.numbers(grid, index)}<c:smooth val="0"/></c:ser>'
    )


def limit_bars(chart: Chart, grid: Grid, plan: Plan, language: str, *, is_valued: bool = True) -> str:
    """The bar series of the limit, whose label says its value unless the name says all."""
    index = len(chart.series)
    label = _label(chart, plan, language, "inEnd", " ")
    if not is_valued:
        label = replace(label, cell=chart.limit_label, is_name=True)
    half_row = plan.plot.height / len(chart.categories) / 2
    up = -(half_row + plan.canvas.line_pt * 0.7 / plan.canvas.height_pt)
    labels = all_points(None, one_point(0, label, down=up))
    return (
        f'<c:ser>{head(grid, index)}{INVISIBLE}<c:invertIfNegative val="0"/>{labels}'
        f"{cache.categories(grid)}{cache.numbers(grid, index)}</c:ser>"
    )


def _label(chart: Chart, plan: Plan, language: str, position: str, separator: str) -> Label:
    between = separator if chart.limit_label else ""
    return Label(
        chart.number_format,
        position,
        plan.canvas.text_pt,
        language,
        bold=True,
        ground=True,
        separator=between,
    )


def _marker(chart: Chart) -> str:
    """A short dash where there is one category and so no line to draw."""
    if len(chart.categories) > 1:
        return '<c:marker><c:symbol val="none"/></c:marker>'
    look = f"<c:spPr>{solid(INK)}{NO_LINE}</c:spPr>"
    return f'<c:marker><c:symbol val="dash"/><c:size val="20"/>{look}</c:marker>'


def _to_the_edges(chart: Chart) -> str:
    if len(chart.categories) == 1:
        return ""
    return (
        f'<c:trendline><c:spPr>{LIMIT_LINE}</c:spPr><c:trendlineType val="linear"/><c:forward val="0.5"/>'
        '<c:backward val="0.5"/><c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'
    )
