"""The chart part: a `c:chartSpace` in the order of ECMA-376 part 1, 21.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.blocks import ChartKind

from .chart_axes import CATEGORIES_ID, SECOND_CATEGORIES_ID, SECOND_VALUES_ID, VALUES_ID, axes
from .chart_canvas import HORIZONTAL, STACKED
from .chart_limit import limit_bars, limit_line
from .chart_paint import INK, NO_LINE, text_look
from .chart_plan import limit_lies
from .chart_series import bar_series, line_series
from .chart_text import escaped_attribute
from .namespaces import CHART, DRAWING, RELATIONSHIP_IDS

if TYPE_CHECKING:
    from alignkit.model.blocks import Chart

    from .chart_grid import Grid
    from .chart_plan import Box, Plan

_EMPTY = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"


def chart_space(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    """The XML of the part; the workbook is its relationship `rId1`."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIP_IDS}">'
        f'<c:date1904 val="0"/><c:lang val="{escaped_attribute(language)}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/>{_plot_area(chart, grid, plan, language)}'
        f'{_legend(chart, plan, language)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_EMPTY}{text_look(INK, plan.canvas.text_pt, language)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _plot_area(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    main = _lines if chart.kind is ChartKind.LINE else _bars
    return (
        f"<c:plotArea>{_layout(plan.plot)}{main(chart, grid, plan, language)}"
        f"{_limit(chart, grid, plan, language)}{axes(chart, plan, language)}{_EMPTY}</c:plotArea>"
    )


def _bars(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    return (
        f'<c:barChart><c:barDir val="{"bar" if chart.kind in HORIZONTAL else "col"}"/>'
        f'<c:grouping val="{"stacked" if plan.stacked else "clustered"}"/><c:varyColors val="0"/>'
        f'{bar_series(chart, grid, plan, language)}<c:gapWidth val="{round(plan.gap * 100)}"/>'
        f'<c:overlap val="{100 if plan.stacked or chart.kind in STACKED else 0}"/>'
        f"{_ids(CATEGORIES_ID, VALUES_ID)}</c:barChart>"
    )


def _lines(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    series = line_series(chart, grid, plan, language)
    if chart.limit is not None:
        series += limit_line(chart, grid, plan, language)
    return _line_chart(series)


def _limit(chart: Chart, grid: Grid, plan: Plan, language: str) -> str:
    if chart.limit is None or chart.kind is ChartKind.LINE:
        return ""
    if not limit_lies(chart):
        return _line_chart(limit_line(chart, grid, plan, language))
    return (
        '<c:barChart><c:barDir val="bar"/><c:grouping val="clustered"/><c:varyColors val="0"/>'
        f'{limit_bars(chart, grid, plan, language)}<c:gapWidth val="0"/>'
        f"{_ids(SECOND_CATEGORIES_ID, SECOND_VALUES_ID)}</c:barChart>"
    )


def _line_chart(series: str) -> str:
    return (
        f'<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>{series}'
        f'<c:marker val="1"/>{_ids(CATEGORIES_ID, VALUES_ID)}</c:lineChart>'
    )


def _ids(first: int, second: int) -> str:
    return f'<c:axId val="{first}"/><c:axId val="{second}"/>'


def _legend(chart: Chart, plan: Plan, language: str) -> str:
    if plan.legend is None:
        return ""
    hidden = [index for index, series in enumerate(chart.series) if series.invisible]
    if chart.limit is not None:
        # The limit is named at its end; its trend line is the entry after it.
        hidden += range(len(chart.series), len(chart.series) + (1 if len(chart.categories) == 1 else 2))
    entries = "".join(
        f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>' for index in hidden
    )
    return (
        f'<c:legend><c:legendPos val="t"/>{entries}{_layout(plan.legend)}<c:overlay val="0"/>'
        f"{_EMPTY}{text_look(INK, plan.canvas.text_pt, language)}</c:legend>"
    )


def _layout(box: Box) -> str:
    return (
        '<c:layout><c:manualLayout><c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{box.x:.4f}"/><c:y val="{box.y:.4f}"/>'
        f'<c:w val="{box.width:.4f}"/><c:h val="{box.height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
