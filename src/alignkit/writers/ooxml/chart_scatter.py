"""Points by two measures, each with its name beside it, read from the categories in the workbook."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.writers.chart_shapes import Spread, axis_ends, joined_names, spreads
from alignkit.writers.label_places import Named, Spot, places

from . import chart_cache as cache
from .chart_canvas import number_width_pt
from .chart_grid import Grid, GridColumn, cell_text, check, numbers_of
from .chart_labels import Label, all_points, one_point
from .chart_paint import INK, line_colours
from .chart_plan import Box
from .chart_points import Field, Points, Ruler, dot, one_dot, point_series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.model.charts import Axis, Chart, Series

    from .chart_canvas import Canvas

_RADIUS_PT = 3.5
_WIDEST_LINE = 16.0
"""Names that share a label are wrapped at so many text sizes."""


def scatter_grid(chart: Chart) -> Grid:
    """The table: for each series its places across and upright."""
    check(chart)
    columns: list[GridColumn] = []
    across = chart.across.title if chart.across else ""
    for series in chart.series:
        columns += [
            GridColumn(cell_text(across), numbers_of(_across(series)), _format(chart, chart.across)),
            GridColumn(
                cell_text(series.name), numbers_of(series.values), series.number_format or chart.number_format
            ),
        ]
    return Grid(cell_text(chart.unit), tuple(map(cell_text, chart.categories)), tuple(columns))


def scatter_field(chart: Chart, canvas: Canvas) -> Field:
    """The axes of the chart and the room between them."""
    across = _ruler(chart, chart.across, tuple(value for one in chart.series for value in _across(one)))
    upright = _ruler(chart, chart.upright, tuple(value for one in chart.series for value in one.values))
    width = max(number_width_pt(end, upright.number_format, canvas) for end in (upright.low, upright.high))
    left = (width + canvas.text_pt + (canvas.line_pt * 1.4 if upright.title else 0)) / canvas.width_pt
    below = canvas.line_pt * (1.6 + (1.4 if across.title else 0)) / canvas.height_pt
    top = canvas.line_pt * 0.6 / canvas.height_pt
    right = max(canvas.text_pt * 1.5, number_width_pt(across.high, across.number_format, canvas) / 2 + 2)
    return Field(across, upright, Box(left, top, 1 - left - right / canvas.width_pt, 1 - top - below), canvas)


def scatter_points(chart: Chart, grid: Grid, field: Field, language: str) -> tuple[Grid, str]:
    """The table with the texts of shared labels, and every series."""
    groups = spreads(list(_points(chart, field)), field.canvas.drawn_pt(_RADIUS_PT) * 0.9)
    texts = [_text(chart, group, field.canvas) for group in groups]
    spots = _spots(groups, texts, field)
    drawn = ""
    colours = line_colours(tuple(chart.series))
    size = field.canvas.drawn_pt(2 * _RADIUS_PT)
    for number, series in enumerate(chart.series):
        own = [(g, t, s) for g, t, s in zip(groups, texts, spots, strict=True) if g.series == number]
        labels = _label_texts(chart, own)
        reference = grid.categories_reference()
        if any(text not in ("", name) for text, name in zip(labels, chart.categories, strict=True)):
            grid = grid.having(GridColumn("Label", (), "General", texts=labels))
            reference = grid.numbers_reference(len(grid.columns) - 1)
        lit = [] if not chart.highlight else sorted(set(chart.highlight))
        colour = colours[number] if not lit else line_colours((_grey(series),))[0]
        accent = colours[number]
        drawn += point_series(
            grid,
            number,
            Points(
                (2 * number, 2 * number + 1),
                2 * number + 1,
                marker=dot(colour, size),
                points="".join(one_dot(index, dot(accent, size + 2)) for index in lit),
                labels=all_points(None, "".join(_labelled(chart, field, language, number, own))),
                cells=cache.label_cells(reference, labels),
            ),
        )
    return grid, drawn


def _across(series: Series) -> tuple[Decimal | None, ...]:
    return series.across or (None,) * len(series.values)


def _grey(series: Series) -> Series:
    return replace(series, highlight=False)


def _format(chart: Chart, axis: Axis | None) -> str:
    return axis.number_format if axis and axis.number_format else chart.number_format


def _ruler(chart: Chart, axis: Axis | None, values: tuple[Decimal | None, ...]) -> Ruler:
    low, high, step = axis_ends(axis, values)
    return Ruler(low, high, step, _format(chart, axis), axis.title if axis else "", is_shown=True)


def _points(chart: Chart, field: Field) -> Iterable[tuple[int, int, float, float]]:
    """Every point that has both numbers; those that stand out come first, and so carry shared labels."""
    order = sorted(range(len(chart.categories)), key=lambda index: (index not in chart.highlight, index))
    for number, series in enumerate(chart.series):
        across = _across(series)
        for index in order:
            flat, tall = across[index], series.values[index]
            if flat is not None and tall is not None:
                yield number, index, field.x_pt(flat), field.y_pt(tall)


def _text(chart: Chart, group: Spread, canvas: Canvas) -> str:
    names = [chart.categories[index] for index in group.members]
    widest = _WIDEST_LINE * canvas.text_pt
    return "\n".join(joined_names(names, lambda line: canvas.text_width_pt(line) > widest))


def _spots(groups: tuple[Spread, ...], texts: list[str], field: Field) -> tuple[Spot, ...]:
    canvas, box = field.canvas, field.box
    named = [
        Named(
            group.x,
            group.y,
            max(map(canvas.text_width_pt, text.split("\n"))) + 4,
            canvas.line_pt * (text.count("\n") + 1),
        )
        for group, text in zip(groups, texts, strict=True)
    ]
    frame = (
        canvas.width_pt * box.x + 2,
        0.0,
        canvas.width_pt - 2,
        canvas.height_pt * (box.y + box.height) - 2,
    )
    return places(named, frame, canvas.drawn_pt(_RADIUS_PT) + 1, canvas.line_pt)


def _label_texts(chart: Chart, own: list[tuple[Spread, str, Spot]]) -> tuple[str, ...]:
    texts = [""] * len(chart.categories)
    for group, text, _ in own:
        texts[group.members[0]] = text
    return tuple(texts)


def _labelled(
    chart: Chart, field: Field, language: str, number: int, own: list[tuple[Spread, str, Spot]]
) -> Iterable[str]:
    for group, text, spot in sorted(own, key=lambda each: each[0].members[0]):
        index = group.members[0]
        is_bold = any(member in chart.highlight for member in group.members)
        label = Label(
            "General",
            spot.side,
            field.canvas.text_pt,
            language,
            INK,
            bold=is_bold,
            cell=text,
            series=number,
        )
        yield one_point(index, label, down=spot.down / field.canvas.height_pt)
