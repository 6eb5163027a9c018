"""The limit of a chart: a ceiling or floor drawn right across, named at its end.

Over columns and lines it is a line series, which a trend line carries on to both edges of the plot. Lying
bars have no such line in this format, so there the limit is a thin bar without gaps on a second pair of axes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import chart_cache as cache
from .chart_labels import Label, all_points, one_point
from .chart_paint import INK, INVISIBLE, NO_LINE, outline, solid
from .chart_series import head

if TYPE_CHECKING:
    from alignkit.model.blocks import Chart

    from .chart_grid import Grid
    from .chart_plan import Plan

_LINE = outline(INK, 1.25, "dash")


def limit_line(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    """The line series of the limit."""
    index = len(chart.series)
    last = len(chart.categories) - 1
    label = _label(chart, plan, language, "r", "\n")
    to_the_edge = plan.plot.width / len(chart.categories) / 2 if last else 0
    labels = all_points(None, one_point(last, label, right=to_the_edge))
    return (
        f"<c:ser>{head(grid, index)}<c:spPr>{_LINE}</c:spPr>{_marker(chart)}{labels}{_to_the_edges(chart)}"
        f'{cache.categories(grid)}{cache.numbers(grid, index)}<c:smooth val="0"/></c:ser>'
    )


def limit_bars(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    """The bar series of the limit: an invisible one up to it, then a thin one."""
    index = len(chart.series)
    label = _label(chart, plan, language, "inEnd", " ")
    up = -(plan.plot.height / len(chart.categories) / 2 + plan.canvas.line_pt * 0.7 / plan.canvas.height_pt)
    labels = all_points(None, one_point(0, label, down=up))
    first = f'{INVISIBLE}<c:invertIfNegative val="0"/>{labels}'
    second = f'<c:spPr>{solid(INK)}{NO_LINE}</c:spPr><c:invertIfNegative val="0"/>'
    return "".join(
        f"<c:ser>{head(grid, place)}{look}{cache.categories(grid)}{cache.numbers(grid, place)}</c:ser>"
        for place, look in ((index, first), (index + 1, second))
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
        f'<c:trendline><c:spPr>{_LINE}</c:spPr><c:trendlineType val="linear"/><c:forward val="0.5"/>'
        '<c:backward val="0.5"/><c:dispRSqr val="0"/><c:dispEq val="0"/></c:trendline>'
    )
