"""What each kind of chart is made of: its table, its plots with their axes, and the entries of its legend."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, assert_never

from alignkit.model.charts import ChartKind
from alignkit.writers.chart_shapes import FULL, SHARE_FORMAT, drawable, in_shares, overlaps, shares, signed
from alignkit.writers.number_code import shown

from .chart_area import area_grid, area_lines, area_plan, areas, is_stack
from .chart_axes import CATEGORIES_ID, SECOND_CATEGORIES_ID, SECOND_VALUES_ID, VALUES_ID, axes
from .chart_bullet import bullet_bars, bullet_reach, can_be_bullet
from .chart_canvas import HORIZONTAL, STACKED
from .chart_grid import Grid, GridColumn, column_letters, grid_of, numbers_of
from .chart_limit import limit_bars, limit_line
from .chart_plan import Box, Labels, Plan, limit_lies, plan_of
from .chart_points import point_chart
from .chart_range import range_field, range_points
from .chart_scatter import scatter_field, scatter_grid, scatter_points
from .chart_series import bar_series, line_series
from .chart_step import step_field, step_plan, step_points, wrapped
from .chart_waterfall import series_count, waterfall_bars, waterfall_grid, waterfall_lines, waterfall_plan

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.model.charts import Chart

    from .chart_canvas import Canvas

_WIDEST_NAME = 0.3
"""The part of the frame a line of a lying bar's name takes at most, if its row holds the lines."""
_ROWS = 0.85
"""The part of the frame's height that rows share."""


@dataclass(frozen=True, slots=True)
class Form:
    """A chart ready to be written."""

    grid: Grid
    """The table of its workbook."""
    plots: str
    """Its plots and axes."""
    box: Box
    """Where the plot stands in the frame."""
    is_inner: bool = False
    """Whether the box leaves out the labels of the axes."""
    legend: Box | None = None
    """Where the legend stands; None without one."""
    unnamed: tuple[int, ...] = ()
    """Entries the legend leaves out."""


def form_of(chart: Chart, canvas: Canvas, language: str) -> Form:
    """The parts of `chart` in a frame."""
    chart = _with_names_on_lines(drawable(chart), canvas)
    match chart.kind:
        case ChartKind.COLUMN | ChartKind.BAR | ChartKind.STACKED_COLUMN | ChartKind.STACKED_BAR:
            return _bars(chart, chart, canvas, language)
        case ChartKind.FULL_COLUMN | ChartKind.FULL_BAR:
            return _bars(chart, in_shares(chart), canvas, language)
        case ChartKind.TORNADO:
            return _bars(chart, _as_bars(chart), canvas, language)
        case ChartKind.LINE:
            return _lines(chart, canvas, language)
        case ChartKind.AREA:
            return _areas(chart, canvas, language)
        case ChartKind.WATERFALL:
            return _waterfall(chart, canvas, language)
        case ChartKind.BULLET:
            return _bullet(chart, canvas, language)
        case ChartKind.STEP:
            return _steps(chart, canvas, language)
        case ChartKind.SCATTER:
            field = scatter_field(chart, canvas)
            grid, series = scatter_points(chart, scatter_grid(chart), field, language)
            return Form(grid, point_chart(series, field, language), field.box, is_inner=True)
        case ChartKind.DOT_RANGE:
            field = range_field(chart, canvas)
            grid, series = range_points(chart, field, language)
            return Form(grid, point_chart(series, field, language), field.box, is_inner=True)
    assert_never(chart.kind)


def _with_names_on_lines(chart: Chart, canvas: Canvas) -> Chart:
    """Lying bars with long names on several lines: programs give names very different parts of the frame."""
    if chart.kind not in HORIZONTAL:
        return chart
    names = tuple(wrapped(name, canvas, canvas.width_pt * _WIDEST_NAME) for name in chart.categories)
    row_pt = canvas.height_pt * _ROWS / len(names)
    fits = all((name.count("\n") + 1) * canvas.line_pt <= row_pt for name in names)
    return replace(chart, categories=names) if fits else chart


def _as_bars(chart: Chart) -> Chart:
    """A tornado as bars over each other, or beside each other where one would hide the other."""
    code = signed(chart.number_format)
    series = tuple(replace(one, number_format=signed(one.number_format or code)) for one in chart.series)
    kind = ChartKind.BAR if overlaps(chart) else ChartKind.STACKED_BAR
    return replace(chart, kind=kind, series=series)


def _bars(chart: Chart, drawn: Chart, canvas: Canvas, language: str) -> Form:
    plan, grid = plan_of(drawn, canvas), grid_of(chart)
    texts: tuple[tuple[str, ...], ...] = ()
    grouping = "stacked" if plan.stacked else "clustered"
    if chart.kind in FULL:
        found = shares(chart)
        grid = grid.having(*_share_columns(chart, found))
        texts = tuple(
            tuple(
                "" if value is None else shown(value, SHARE_FORMAT, chart.locale or language) for value in one
            )
            for one in found
        )
        plan, grouping = replace(plan, stacked=True, labels=_inside(plan)), "percentStacked"
    overlap = 100 if plan.stacked or drawn.kind in STACKED else 0
    bars = (
        f'<c:barChart><c:barDir val="{"bar" if drawn.kind in HORIZONTAL else "col"}"/>'
        f'<c:grouping val="{grouping}"/><c:varyColors val="0"/>'
        f'{bar_series(drawn, grid, plan, language, texts)}<c:gapWidth val="{round(plan.gap * 100)}"/>'
        f'<c:overlap val="{overlap}"/>{_ids(CATEGORIES_ID, VALUES_ID)}</c:barChart>'
    )
    limit = ""
    if limit_lies(drawn):
        is_valued = chart.kind is not ChartKind.TORNADO
        limit = _second_bars(limit_bars(drawn, grid, plan, language, is_valued=is_valued))
    elif drawn.limit is not None:
        limit = _line_chart(limit_line(drawn, grid, plan, language))
    return Form(
        grid,
        f"{bars}{limit}{axes(drawn, plan, language)}",
        plan.plot,
        legend=plan.legend,
        unnamed=_unnamed(drawn),
    )


def _inside(plan: Plan) -> Labels:
    """Shares are written inside their segments, also where each category has only one."""
    return Labels.NONE if plan.labels is Labels.NONE else Labels.INSIDE


def _lines(chart: Chart, canvas: Canvas, language: str) -> Form:
    plan, grid = plan_of(chart, canvas), grid_of(chart)
    series = line_series(chart, grid, plan, language)
    if chart.limit is not None:
        series += limit_line(chart, grid, plan, language)
    plots = f"{_line_chart(series)}{axes(chart, plan, language)}"
    return Form(grid, plots, plan.plot, legend=plan.legend, unnamed=_unnamed(chart))


def _areas(chart: Chart, canvas: Canvas, language: str) -> Form:
    plan, grid = area_plan(chart, canvas), area_grid(chart)
    lines = area_lines(chart, grid, plan, language)
    count = len(chart.series)
    if chart.limit is not None:
        lines += limit_line(chart, grid, plan, language, number=2 * count, column=count)
    wide = plan.labels is not Labels.BEYOND and len(chart.categories) > 1
    plots = (
        f"{areas(chart, grid)}{_line_chart(lines)}"
        f"{axes(replace(chart, kind=ChartKind.LINE), plan, language, to_the_edges=wide)}"
    )
    hidden = (*(i for i, one in enumerate(chart.series) if one.invisible), *range(count, 2 * count + 2))
    legend = plan.legend if is_stack(chart) else None
    return Form(grid, plots, plan.plot, legend=legend, unnamed=hidden if chart.limit else hidden[:-2])


def _waterfall(chart: Chart, canvas: Canvas, language: str) -> Form:
    plan, grid = waterfall_plan(chart, canvas), waterfall_grid(chart)
    lines = waterfall_lines(chart, grid, plan, language)
    flat = replace(chart, kind=ChartKind.COLUMN)
    if chart.limit is not None:
        lines += limit_line(
            flat, grid, plan, language, number=series_count(chart), column=len(grid.columns) - 1
        )
    bars = (
        '<c:barChart><c:barDir val="col"/><c:grouping val="stacked"/><c:varyColors val="0"/>'
        f'{waterfall_bars(chart, grid)}<c:gapWidth val="{round(plan.gap * 100)}"/><c:overlap val="100"/>'
        f"{_ids(CATEGORIES_ID, VALUES_ID)}</c:barChart>"
    )
    return Form(grid, f"{bars}{_line_chart(lines)}{axes(flat, plan, language)}", plan.plot)


def _bullet(chart: Chart, canvas: Canvas, language: str) -> Form:
    if not can_be_bullet(chart):
        return _bars(chart, replace(chart, kind=ChartKind.BAR), canvas, language)
    reach = bullet_reach(chart, canvas)
    grid, plots = bullet_bars(chart, reach, language)
    return Form(grid, plots, reach.plan.plot)


def _steps(chart: Chart, canvas: Canvas, language: str) -> Form:
    plan = step_plan(chart, canvas)
    field = step_field(chart, plan)
    grid, series = step_points(chart, plan, field, language)
    count = len(chart.series)
    hidden = (*(i for i, one in enumerate(chart.series) if one.invisible), *range(count, count + 2))
    if chart.limit is None:
        hidden = hidden[:-1]
    plots = point_chart(series, field, language)
    return Form(grid, plots, field.box, is_inner=True, legend=plan.legend, unnamed=hidden)


def _share_columns(chart: Chart, found: tuple[tuple[Decimal | None, ...], ...]) -> tuple[GridColumn, ...]:
    """The shares the labels show: whole per cent by largest remainder, computed in the workbook (rule N6)."""
    last = column_letters(len(chart.series))
    return tuple(
        GridColumn(
            f"{series.name} %".strip(),
            numbers_of(values),
            SHARE_FORMAT,
            tuple(_share(index, last, row) for row in range(2, len(chart.categories) + 2)),
        )
        for index, (series, values) in enumerate(zip(chart.series, found, strict=True))
    )


def _share(index: int, last: str, row: int) -> str:
    """A share rounded down, and one more for the largest remainders until all add to a hundred."""
    every, own = f"$B{row}:${last}{row}", f"{column_letters(index + 1)}{row}"
    total = f"SUM({every})"
    part, rest = f"100*{own}/{total}", f"MOD(100*{own}/{total},1)"
    larger = f"SUMPRODUCT(--(MOD(100*{every}/{total},1)>{rest}))"
    if index:
        before = f"$B{row}:{column_letters(index)}{row}"
        larger += f"+SUMPRODUCT(--(MOD(100*{before}/{total},1)={rest}))"
    missing = f"ROUND(100-SUMPRODUCT(INT(100*{every}/{total})),0)"
    return f"IF({total}=0,0,(INT({part})+IF({larger}<{missing},1,0))/100)"


def _unnamed(chart: Chart) -> tuple[int, ...]:
    """Bases, and the limit, which is named at its end; its trend line is the entry after it."""
    hidden = tuple(index for index, series in enumerate(chart.series) if series.invisible)
    if chart.limit is None:
        return hidden
    count = len(chart.series)
    return (*hidden, *range(count, count + (1 if len(chart.categories) == 1 else 2)))


def _second_bars(series: str) -> str:
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{series}<c:gapWidth val="0"/>{_ids(SECOND_CATEGORIES_ID, SECOND_VALUES_ID)}</c:barChart>'
    )


def _line_chart(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_ids(CATEGORIES_ID, VALUES_ID)}</c:lineChart>'
    )


def _ids(first: int, second: int) -> str:
    return f'<c:axId val="{first}"/><c:axId val="{second}"/>'
