"""Lowest, mean and highest of each row as three dots on a line: points of a scatter.

Bars of DrawingML carry no markers, and lines do not lie; so the rows are heights in a scatter. Their names
are labels of points at its left edge, read from the categories in the workbook. The lines are a series of
their own with gaps: error bars with lengths from cells are lost in LibreOffice.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from alignkit.writers.number_code import shown

from . import chart_cache as cache
from .chart_canvas import number_width_pt
from .chart_grid import Grid, GridColumn, column_letters, grid_of, number_text, numbers_of
from .chart_labels import Label, all_points, one_point
from .chart_paint import Colour, outline
from .chart_plan import Box, extent
from .chart_points import BARE_LINE, NO_MARKER, Field, Points, Ruler, dot, one_dot, point_series
from .chart_step import wrapped

if TYPE_CHECKING:
    from alignkit.model.charts import Chart

    from .chart_canvas import Canvas

_MEAN, _PALE, _ROD = Colour("accent1", dark=True), Colour("bg1", 50), Colour("bg1", 75)
_HALF = Decimal("0.5")
_BIG, _SMALL = 9, 6
"""Dots of the mean and of the ends, in points."""
_MOST_NAMES = 0.36
"""The largest part of the frame the names of rows may take."""


def range_field(chart: Chart, canvas: Canvas) -> Field:
    """The axes: one unit upright for each row, the numbers across with room for the labels at both ends."""
    names = row_names(chart, canvas)
    widest = max(canvas.text_width_pt(line) for name in names for line in name.split("\n"))
    left = (widest + canvas.text_pt) / canvas.width_pt
    box = Box(left, 0.01, 0.985 - left, 0.98)
    low, high = extent(chart)
    span = high - low or Decimal(1)
    room_pt = [_label_room(chart, canvas, index) for index in (0, -1)]
    inner_pt = max(box.width * canvas.width_pt - sum(room_pt), canvas.width_pt * 0.2)
    before, after = (span * Decimal(room / inner_pt).quantize(Decimal("0.0001")) for room in room_pt)
    across = Ruler(low - before, high + after, span, has_line=False)
    return Field(across, Ruler(Decimal(0), Decimal(len(names)), Decimal(1), has_line=False), box, canvas)


def row_names(chart: Chart, canvas: Canvas) -> tuple[str, ...]:
    """The names of the rows, wrapped to the room they may take."""
    return tuple(wrapped(name, canvas, canvas.width_pt * _MOST_NAMES) for name in chart.categories)


def range_points(chart: Chart, field: Field, language: str) -> tuple[Grid, str]:
    """The table with the places of the rows, and every series."""
    grid, count = grid_of(chart), len(chart.categories)
    rows = numbers_of(Decimal(count) - index - _HALF for index in range(count))
    first = len(grid.columns)
    grid = grid.having(GridColumn("Row", rows, "General"), *_rods(chart, field, grid, first))
    line = f"<c:spPr>{outline(_ROD, field.canvas.drawn_pt(2))}</c:spPr>"
    drawn = point_series(grid, 0, Points((first + 1, first + 2), first + 1, line))
    drawn += "".join(_dots(chart, grid, field, language, index, first) for index in range(len(chart.series)))
    grid, names = _row_labels(chart, grid, field, language, first)
    return grid, drawn + names


def _rods(chart: Chart, field: Field, grid: Grid, first: int) -> tuple[GridColumn, GridColumn]:
    """The ends of the lines between each row's dots, an empty cell after each.

    The lines keep clear of the dots, because programs disagree about which series lies on top.
    """
    rows, code = column_letters(first + 1), grid.columns[0].number_format
    unit = (field.across.high - field.across.low) / Decimal(field.box.width * field.canvas.width_pt)
    across: list[Decimal | None] = []
    upright: list[str | None] = []
    formulas: list[tuple[str, str]] = []
    for at in range(len(chart.categories)):
        row = at + 2
        known = [(index, one.values[at]) for index, one in enumerate(chart.series)]
        dots = [(index, value) for index, value in known if value is not None]
        for (one, start), (other, end) in pairwise(dots):
            left, right = (_radius(chart, index, field.canvas) * unit for index in (one, other))
            begin = start + left
            across += [begin, max(begin, end - right), None]
            place = number_text(Decimal(len(chart.categories)) - at - _HALF)
            upright += [place, place, None]
            cells = [f"{column_letters(index + 1)}{row}" for index in (one, other)]
            opening = f"{cells[0]}+{number_text(left)}"
            closing = f"MAX({opening},{cells[1]}-{number_text(right)})"
            formulas += [(opening, f"{rows}{row}"), (closing, f"{rows}{row}"), ("", "")]
    return (
        GridColumn(
            "Line across", numbers_of(across) or (None,), code, tuple(one for one, _ in formulas) or ("",)
        ),
        GridColumn(
            "Line upright",
            tuple(upright) or (None,),
            "General",
            tuple(other for _, other in formulas) or ("",),
        ),
    )


def _radius(chart: Chart, index: int, canvas: Canvas) -> Decimal:
    """Half of a dot, in points."""
    return Decimal(round(canvas.drawn_pt(_BIG if _is_middle(chart, index) else _SMALL))) / 2


def _is_middle(chart: Chart, index: int) -> bool:
    return 0 < index < len(chart.series) - 1 or len(chart.series) == 1


def _dots(chart: Chart, grid: Grid, field: Field, language: str, index: int, first: int) -> str:
    is_middle = _is_middle(chart, index)
    colour = _MEAN if is_middle and not chart.highlight else _PALE
    # Larger than the others: LibreOffice reads the colour of a point only where its size differs.
    big, small = field.canvas.drawn_pt(_BIG), field.canvas.drawn_pt(_SMALL)
    own = {row: dot(_MEAN, big + 1) for row in chart.highlight} if is_middle else {}
    own |= {
        row: _as_mean(chart, row, big)
        for row in range(len(chart.categories))
        if _is_covered(chart, index, row)
    }
    series = chart.series[index]
    code = series.number_format or chart.number_format
    texts = tuple(
        "" if value is None else shown(value, code, chart.locale or language) for value in series.values
    )
    return point_series(
        grid,
        index + 1,
        Points(
            (index, first),
            index,
            BARE_LINE,
            dot(colour, big if is_middle else small),
            points="".join(one_dot(row, own[row]) for row in sorted(own)),
            labels=_labels(chart, field, language, index, texts),
            cells=cache.label_cells(grid.numbers_reference(index), texts),
        ),
    )


def _labels(chart: Chart, field: Field, language: str, index: int, texts: tuple[str, ...]) -> str:
    """The numbers: ends outside, the mean above; one for all where a row has only one answer."""
    side = {0: "l", len(chart.series) - 1: "r"}.get(index, "t")
    label = Label("General", side, field.canvas.text_pt, language, bold=side == "t", series=index + 1)
    named = next((row for row, text in enumerate(texts) if text and not _is_covered(chart, index, row)), -1)
    points = "".join(
        one_point(row, replace(label, cell=text, name=chart.series[index].name if row == named else ""))
        for row, text in enumerate(texts)
        if text and not _is_covered(chart, index, row)
    )
    return all_points(None, points)


def _as_mean(chart: Chart, row: int, size_pt: float) -> str:
    """The dot of the mean, for an end that lies on it: programs disagree about which of the two is on top."""
    if chart.highlight and row not in chart.highlight:
        return dot(_PALE, size_pt)
    return dot(_MEAN, size_pt + 1 if chart.highlight else size_pt)


def _is_covered(chart: Chart, index: int, row: int) -> bool:
    """Whether another label says the same: the ends of a row whose answers are all alike."""
    is_end = index in (0, len(chart.series) - 1)
    return len(chart.series) > 2 and is_end and _is_single(chart, row)


def _is_single(chart: Chart, row: int) -> bool:
    """Whether the lowest of a row is also its highest."""
    return chart.series[0].values[row] == chart.series[-1].values[row]


def _label_room(chart: Chart, canvas: Canvas, index: int) -> float:
    """How wide the labels at one end are, the name of the series before the first counted."""
    series = chart.series[index]
    code = series.number_format or chart.number_format
    widths = [number_width_pt(value, code, canvas) for value in series.values if value is not None]
    name = canvas.text_width_pt(f"{series.name} ") if series.name else 0
    return max(widths, default=0) + name + canvas.text_pt * 1.6


def _row_labels(chart: Chart, grid: Grid, field: Field, language: str, first: int) -> tuple[Grid, str]:
    names = row_names(chart, field.canvas)
    grid = grid.having(GridColumn("Left edge", numbers_of([field.across.low] * len(names)), "General"))
    edge = len(grid.columns) - 1
    reference = grid.categories_reference()
    if names != chart.categories:
        grid = grid.having(GridColumn("Label", (), "General", texts=names))
        reference = grid.numbers_reference(len(grid.columns) - 1)
    label = Label("General", "l", field.canvas.text_pt, language, series=len(chart.series) + 1)
    points = "".join(
        one_point(row, replace(label, cell=name, bold=row in chart.highlight))
        for row, name in enumerate(names)
    )
    one = Points(
        (edge, first),
        edge,
        BARE_LINE,
        NO_MARKER,
        labels=all_points(None, points),
        cells=cache.label_cells(reference, names),
    )
    return grid, point_series(grid, len(chart.series) + 1, one)
