"""The series of a chart: bars and lines with their colours, labels and data."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from . import chart_cache as cache
from .chart_labels import Label, all_points, bar_labels, is_dark, meets_limit, one_point
from .chart_paint import INVISIBLE, Colour, bar_colours, bar_paint, line_colours, line_paint, outline, solid
from .chart_plan import Labels, visible

if TYPE_CHECKING:
    from alignkit.model.charts import Chart, Series

    from .chart_canvas import Canvas
    from .chart_grid import Grid
    from .chart_plan import Plan


def bar_series(
    chart: Chart, grid: Grid, plan: Plan, language: str, texts: tuple[tuple[str, ...], ...] = ()
) -> str:
    """Every series as bars.

    Args:
        chart: the chart.
        grid: its table.
        plan: its layout.
        language: BCP 47 tag.
        texts: of each series what its labels say in place of the values; the columns after the series and the
            limit hold the same.

    """
    usual = bar_colours(chart.series, greyed=bool(chart.highlight))
    accented = bar_colours(chart.series)
    return "".join(
        _bars(
            chart, grid, plan, language, index, usual[index], accented[index], texts[index] if texts else ()
        )
        for index in range(len(chart.series))
    )


def line_series(chart: Chart, grid: Grid, plan: Plan, language: str, *, first: int = 0) -> str:
    """Every series as a line; `first` is the number of the first of them."""
    colours = line_colours(chart.series)
    return "".join(
        _line(chart, grid, plan, language, index, colours[index], first) for index in range(len(chart.series))
    )


def head(grid: Grid, index: int, number: int = -1) -> str:
    """The beginning of the series of column `index`: its number, the column's unless given, and its name."""
    number = index if number < 0 else number
    return f'<c:idx val="{number}"/><c:order val="{number}"/>{cache.name(grid, index)}'


def _bars(
    chart: Chart,
    grid: Grid,
    plan: Plan,
    language: str,
    index: int,
    usual: Colour,
    accented: Colour,
    texts: tuple[str, ...],
) -> str:
    series = chart.series[index]
    data = f"{cache.categories(grid)}{cache.numbers(grid, index)}"
    if series.invisible:
        return f'<c:ser>{head(grid, index)}{INVISIBLE}<c:invertIfNegative val="0"/>{data}</c:ser>'
    colours = tuple(accented if place in chart.highlight else usual for place in range(len(chart.categories)))
    points = "" if usual == accented else _bar_points(chart, bar_paint(accented, series.scenario))
    labels = bar_labels(chart, plan, series, colours, language, texts=texts, number=index)
    cells = ""
    if texts:
        column = len(chart.series) + (chart.limit is not None) + index
        cells = cache.label_cells(grid.numbers_reference(column), texts)
    return (
        f"<c:ser>{head(grid, index)}{bar_paint(usual, series.scenario)}"
        f'<c:invertIfNegative val="0"/>{points}{labels}{data}{cells}</c:ser>'
    )


def _bar_points(chart: Chart, paint: str) -> str:
    return "".join(
        f'<c:dPt><c:idx val="{index}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>{paint}</c:dPt>'
        for index in sorted(set(chart.highlight))
    )


def _line(chart: Chart, grid: Grid, plan: Plan, language: str, index: int, colour: Colour, first: int) -> str:
    series = chart.series[index]
    if series.invisible:
        paint, marks, labels = f'{INVISIBLE}<c:marker><c:symbol val="none"/></c:marker>', "", ""
    else:
        paint = line_paint(colour, series.scenario, thick=series.highlight)
        marks = _marks(chart, plan, series, colour, paint)
        paint += _marker(colour) if plan.labels is Labels.BEYOND else _NO_MARKER
        labels = _line_labels(chart, plan, series, colour, language)
    return (
        f"<c:ser>{head(grid, index, first + index)}{paint}{marks}{labels}"
        f'{cache.categories(grid)}{cache.numbers(grid, index)}<c:smooth val="0"/></c:ser>'
    )


_NO_MARKER = '<c:marker><c:symbol val="none"/></c:marker>'


def _marker(colour: Colour, size: int = 5) -> str:
    look = f"<c:spPr>{solid(colour)}{outline(colour, 0.75)}</c:spPr>"
    return f'<c:marker><c:symbol val="circle"/><c:size val="{size}"/>{look}</c:marker>'


def _marks(chart: Chart, plan: Plan, series: Series, colour: Colour, paint: str) -> str:
    """Points drawn as dots: highlighted ones, labelled ends, and those with no neighbour to be joined to."""
    ends = {_last(series)} if plan.labels is Labels.ENDS else set()
    alone = {i for i in range(len(series.values)) if _alone(series, i)}
    shown = {i for i in ends | alone | set(chart.highlight) if series.values[i] is not None}
    return "".join(
        f'<c:dPt><c:idx val="{i}"/>{_marker(colour, 7 if i in chart.highlight else 5)}'
        f'<c:bubble3D val="0"/>{paint}</c:dPt>'
        for i in sorted(shown)
    )


def _alone(series: Series, index: int) -> bool:
    around = series.values[max(index - 1, 0) : index] + series.values[index + 1 : index + 2]
    return series.values[index] is not None and all(value is None for value in around)


def _last(series: Series) -> int:
    return max((i for i, value in enumerate(series.values) if value is not None), default=0)


def _line_labels(chart: Chart, plan: Plan, series: Series, colour: Colour, language: str) -> str:
    label = Label(series.number_format or chart.number_format, "t", plan.canvas.text_pt, language)
    bold = Label(label.number_format, "t", label.size_pt, language, bold=True)
    shown = {i for i in chart.highlight if series.values[i] is not None}
    if plan.labels is Labels.BEYOND:
        crossed = {i for i in range(len(series.values)) if meets_limit(chart, plan, series, i)}
        points = {i: bold if i in shown else label for i in shown | crossed}
        points.update((i, replace(points[i], position="b")) for i in crossed)
        return all_points(label, "".join(one_point(i, points[i]) for i in sorted(points)))
    points = dict.fromkeys(shown, bold)
    if plan.labels is Labels.ENDS:
        points[_last(series)] = _end_label(chart, label, series, colour, plan.canvas)
    return all_points(None, "".join(one_point(i, points[i]) for i in sorted(points)))


def _end_label(chart: Chart, label: Label, series: Series, colour: Colour, canvas: Canvas) -> Label:
    separator = "\n" if len(visible(chart)) > 1 and series.name else ""
    ink = colour if is_dark(colour, canvas) else label.colour
    return Label(
        label.number_format,
        "r",
        label.size_pt,
        label.language,
        ink,
        bold=series.highlight,
        separator=separator,
    )
