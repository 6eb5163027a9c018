"""Areas: one over a line with its labels, or several on each other, each named in the middle of its band.

Labels of areas stand where a program likes; so they belong to line series on top, which for a stack run
through the middle of each band, computed in the workbook, and are not drawn.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind, Series
from alignkit.writers.chart_shapes import tops
from alignkit.writers.number_code import shown

from . import chart_cache as cache
from .chart_axes import CATEGORIES_ID, VALUES_ID
from .chart_grid import Grid, GridColumn, column_letters, grid_of, numbers_of
from .chart_labels import Label, all_points, one_point
from .chart_paint import INVISIBLE, NO_LINE, Colour, bar_colours, solid
from .chart_plan import Labels, label_width_pt, plan_of, visible
from .chart_series import head, line_series

if TYPE_CHECKING:
    from alignkit.model.charts import Chart

    from .chart_canvas import Canvas
    from .chart_plan import Plan

_PALE = Colour("accent1", 20, 80)
_ZERO = Decimal(0)


def is_stack(chart: Chart) -> bool:
    """Whether several areas lie on each other."""
    return len(visible(chart)) > 1


def area_plan(chart: Chart, canvas: Canvas) -> Plan:
    """The layout of lines through the bands of the chart, from zero."""
    edges = _tops(chart)
    plan = plan_of(replace(chart, kind=ChartKind.LINE, series=_bands(chart)), canvas)
    lowest = min((value for one in edges for value in one if value is not None), default=_ZERO)
    highest = max((value for one in edges for value in one if value is not None), default=_ZERO)
    low = _ZERO if lowest >= 0 else None
    plot = plan.plot
    if is_stack(chart) and plan.labels is Labels.ENDS:
        # Name and number stand on one line here, where those of lines take two.
        plot = replace(plot, width=plot.width - label_width_pt(chart, canvas) / canvas.width_pt)
    return replace(plan, plot=plot, low=low, lowest=min(lowest, _ZERO), highest=highest)


def area_grid(chart: Chart) -> Grid:
    """The table: the series, and for a stack the middles of the bands."""
    grid = grid_of(chart)
    if not is_stack(chart):
        return grid
    return grid.having(
        *(
            GridColumn(
                f"{one.name} (middle)".strip(), numbers_of(one.values), chart.number_format, _sums(one, at)
            )
            for at, one in enumerate(_bands(chart))
        )
    )


def areas(chart: Chart, grid: Grid) -> str:
    """The areas themselves."""
    colours = (_PALE,) if not is_stack(chart) else bar_colours(chart.series)
    drawn = "".join(
        f"<c:ser>{head(grid, index)}"
        f"{INVISIBLE if series.invisible else f'<c:spPr>{solid(_colour(colours, index))}{NO_LINE}</c:spPr>'}"
        f"{cache.categories(grid)}{cache.numbers(grid, index)}</c:ser>"
        for index, series in enumerate(chart.series)
    )
    grouping = "stacked" if is_stack(chart) else "standard"
    return (
        f'<c:areaChart><c:grouping val="{grouping}"/><c:varyColors val="0"/>{drawn}'
        f'<c:axId val="{CATEGORIES_ID}"/><c:axId val="{VALUES_ID}"/></c:areaChart>'
    )


def area_lines(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    """The series that carry the labels; for a single area its upper edge too."""
    if not is_stack(chart):
        return line_series(chart, grid, plan, language, first=len(chart.series))
    first = len(chart.series) + (chart.limit is not None)
    return "".join(
        _middle(chart, grid, plan, language, index, first + index) for index in range(len(chart.series))
    )


def _middle(chart: Chart, grid: Grid, plan: Plan, language: str, index: int, column: int) -> str:
    """A line nobody sees through the middle of a band, whose last point says name and number."""
    series = chart.series[index]
    code = series.number_format or chart.number_format
    texts = tuple(
        "" if value is None else shown(value, code, chart.locale or language) for value in series.values
    )
    labels = ""
    if plan.labels is Labels.ENDS and not series.invisible:
        last = max(at for at, text in enumerate(texts) if text)
        label = Label(
            code,
            "r",
            plan.canvas.text_pt,
            language,
            bold=series.highlight,
            cell=texts[last],
            name=series.name,
            series=index,
        )
        labels = all_points(None, one_point(last, label))
    number = len(chart.series) + index
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{cache.name(grid, index)}{INVISIBLE}'
        f'<c:marker><c:symbol val="none"/></c:marker>{labels}{cache.categories(grid)}'
        f'{cache.numbers(grid, column)}<c:smooth val="0"/>'
        f"{cache.label_cells(grid.numbers_reference(index), texts)}</c:ser>"
    )


def _colour(colours: tuple[Colour, ...], index: int) -> Colour:
    return colours[index % len(colours)]


def _tops(chart: Chart) -> list[tuple[Decimal | None, ...]]:
    """The upper edge of each area."""
    return list(tops(chart)) if is_stack(chart) else [series.values for series in chart.series]


def _bands(chart: Chart) -> tuple[Series, ...]:
    """The series with the middles of their bands in place of their numbers."""
    if not is_stack(chart):
        return chart.series
    return tuple(
        replace(
            one,
            values=tuple(
                None if value is None or top is None else top - value / 2
                for value, top in zip(one.values, edge, strict=True)
            ),
        )
        for one, edge in zip(chart.series, _tops(chart), strict=True)
    )


def _sums(one: Series, index: int) -> tuple[str, ...]:
    own = column_letters(index + 1)
    return tuple(f"SUM($B{row}:{own}{row})-{own}{row}/2" for row in range(2, len(one.values) + 2))
