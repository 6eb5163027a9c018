"""A bar for what is reached and a mark at its target: two groups of lying bars, one wide and one narrow.

The wide group is a stack that puts a sliver at the target: what comes before it, the sliver, and the rest,
once for each tinted band. The narrow group is a stack too, with a slit where the sliver is: LibreOffice draws
both groups equally wide, and would hide the sliver behind the bar. All pieces are computed in the workbook
from actual, target and bands, so that editing these moves bar and mark. Groups of different width need axes
of their own in DrawingML; the second pair has the same ends as the first and nothing of it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.values import Scenario
from alignkit.writers.number_code import shown

from . import chart_cache as cache
from .chart_axes import CATEGORIES_ID, SECOND_CATEGORIES_ID, SECOND_VALUES_ID, VALUES_ID, category_axis
from .chart_canvas import number_width_pt
from .chart_grid import Grid, GridColumn, column_letters, grid_of, number_text, numbers_of
from .chart_labels import Label, all_points, is_dark, one_point
from .chart_paint import INK, INVISIBLE, NO_LINE, PAPER, Colour, bar_colours, bar_paint, solid
from .chart_plan import Box, plan_of

if TYPE_CHECKING:
    from alignkit.model.charts import Chart, Series

    from .chart_canvas import Canvas
    from .chart_plan import Plan

_BANDS = (Colour("bg1", 85), Colour("bg1", 90), Colour("bg1", 95))
_ZERO = Decimal(0)
_MARK_PT = 2.5
"""How thick the mark at a target is."""
_SLIT = Decimal("1.25")
"""How much wider than its mark a slit is; a wide one hides by how much a bar passes the mark."""
_WIDE, _NARROW = 45, 130
"""Gaps between the bars of each group, in per cent of a bar."""


@dataclass(frozen=True, slots=True)
class Reach:
    """The scale of a bullet chart and the room beside its bars."""

    plan: Plan
    """Its layout."""
    high: Decimal
    """Where the scale ends, the room for labels counted."""
    half_mark: Decimal
    """Half the thickness of a mark, on the scale."""


def can_be_bullet(chart: Chart) -> bool:
    """Whether there is a target to mark, and nothing lies below zero; else plain bars say the same."""
    numbers = (value for series in chart.series for value in series.values if value is not None)
    return len(chart.series) > 1 and all(value >= 0 for value in numbers)


def bullet_reach(chart: Chart, canvas: Canvas) -> Reach:
    """The layout of the bars with a column of targets at their right."""
    plan = plan_of(replace(chart, kind=ChartKind.BAR, series=chart.series[:1], limit=None), canvas)
    box = Box(0, canvas.line_pt * 0.4 / canvas.height_pt, 0.99, 1 - canvas.line_pt * 0.6 / canvas.height_pt)
    widest = max((v for one in chart.series for v in one.values if v is not None), default=_ZERO) or Decimal(
        1
    )
    bars_pt = _bars_pt(canvas)
    label_pt = _target_width(chart, canvas) + canvas.text_pt
    high = widest * Decimal(bars_pt / max(bars_pt - label_pt, bars_pt * 0.4)).quantize(Decimal("0.0001"))
    return Reach(
        replace(plan, plot=box),
        high,
        high * Decimal(canvas.drawn_pt(_MARK_PT) / bars_pt / 2).quantize(Decimal("0.000001")),
    )


def bullet_bars(chart: Chart, reach: Reach, language: str) -> tuple[Grid, str]:
    """The table with the pieces behind the bars, and both groups with their axes."""
    grid = grid_of(replace(chart, limit=None))
    first = len(grid.columns)
    zones = _zones(chart)
    for number in range(len(zones)):
        grid = grid.having(*_pieces(chart, reach, zones, number))
    count = 3 * len(zones)
    back = "".join(_piece(chart, reach, grid, language, first, number, count) for number in range(count))
    begin = len(grid.columns)
    grid = grid.having(*_front_pieces(chart, reach))
    front = _front(chart, reach, grid, language, begin, count)
    return grid, (
        f"{_group(back, 'stacked', _WIDE, 100, (CATEGORIES_ID, VALUES_ID))}"
        f"{_group(front, 'stacked', _NARROW, 100, (SECOND_CATEGORIES_ID, SECOND_VALUES_ID))}"
        f"{category_axis(chart, reach.plan, language)}{_values(reach, (VALUES_ID, CATEGORIES_ID), 'b')}"
        f"{_values(reach, (SECOND_VALUES_ID, SECOND_CATEGORIES_ID), 't')}{_second_categories()}"
    )


def _zones(chart: Chart) -> list[int | None]:
    """Series of the bands from the lowest, and None for what lies beyond."""
    return [*range(2, len(chart.series)), None]


def _pieces(chart: Chart, reach: Reach, zones: list[int | None], number: int) -> tuple[GridColumn, ...]:
    """Before the mark, the mark and after it, within one zone."""
    rows = range(len(chart.categories))
    code = chart.number_format
    zone = zones[number]
    name = "beyond" if zone is None else chart.series[zone].name
    cells = [_cells(chart, reach, zones, number, row) for row in rows]
    return tuple(
        GridColumn(
            f"{word} {name}".strip(),
            numbers_of(values[place] for values, _ in cells),
            code,
            tuple(formulas[place] for _, formulas in cells),
        )
        for place, word in enumerate(("Up to the mark,", "Mark,", "After the mark,"))
    )


def _cells(
    chart: Chart, reach: Reach, zones: list[int | None], number: int, row: int
) -> tuple[tuple[Decimal, Decimal, Decimal], tuple[str, str, str]]:
    """The three pieces of one row, and the formulas that compute them."""
    low, low_cell = _edge(chart, reach, zones, number - 1, row)
    high, high_cell = _edge(chart, reach, zones, number, row)
    high, high_cell = (low, low_cell) if high < low else (high, f"MAX({low_cell},{high_cell})")
    target = chart.series[1].values[row]
    if target is None:
        return (max(_ZERO, high - low), _ZERO, _ZERO), (f"MAX(0,{high_cell}-{low_cell})", "", "")
    start = max(target - reach.half_mark, _ZERO)
    end = start + 2 * reach.half_mark
    begins = f"MAX(0,C{row + 2}-{number_text(reach.half_mark)})"
    ends = f"({begins}+{number_text(2 * reach.half_mark)})"
    values = (
        max(_ZERO, min(high, start) - low),
        max(_ZERO, min(high, end) - max(low, start)),
        max(_ZERO, high - max(low, end)),
    )
    return values, (
        f"MAX(0,MIN({high_cell},{begins})-{low_cell})",
        f"MAX(0,MIN({high_cell},{ends})-MAX({low_cell},{begins}))",
        f"MAX(0,{high_cell}-MAX({low_cell},{ends}))",
    )


def _edge(chart: Chart, reach: Reach, zones: list[int | None], number: int, row: int) -> tuple[Decimal, str]:
    """Where a zone ends: at its band, or with the scale."""
    if number < 0:
        return _ZERO, "0"
    zone = zones[number]
    if zone is None:
        return reach.high, number_text(reach.high)
    below, below_cell = _edge(chart, reach, zones, number - 1, row)
    value = chart.series[zone].values[row]
    cell = f"{column_letters(zone + 1)}{row + 2}"
    return max(below, value or _ZERO), cell if number == 0 else f"MAX({below_cell},{cell})"


def _piece(chart: Chart, reach: Reach, grid: Grid, language: str, first: int, number: int, count: int) -> str:
    is_mark, zone = number % 3 == 1, number // 3
    column = first + number
    if is_mark:
        look = f"<c:spPr>{solid(INK)}{NO_LINE}</c:spPr>"
    elif zone == len(chart.series) - 2:
        look = INVISIBLE
    else:
        tint = _BANDS[min(zone, len(_BANDS) - 1)]
        look = f"<c:spPr>{solid(tint)}{NO_LINE}</c:spPr>"
    labels = cells = ""
    name = cache.name(grid, column)
    if number == count - 1:
        name = cache.name(grid, 1)
        texts = tuple(_target_text(chart, value, language) for value in chart.series[1].values)
        labels = _target_labels(chart, reach, language, texts)
        cells = cache.label_cells(grid.numbers_reference(1), texts)
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>{name}{look}'
        f'<c:invertIfNegative val="0"/>{labels}{cache.categories(grid)}'
        f"{cache.numbers(grid, column)}{cells}</c:ser>"
    )


def _target_text(chart: Chart, value: Decimal | None, language: str) -> str:
    return "" if value is None else shown(value, _code(chart, chart.series[1]), chart.locale or language)


def _target_labels(chart: Chart, reach: Reach, language: str, texts: tuple[str, ...]) -> str:
    label = Label(
        "General", "inEnd", reach.plan.canvas.text_pt, language, series=1, name=chart.series[1].name
    )
    return all_points(
        None, "".join(one_point(row, replace(label, cell=text)) for row, text in enumerate(texts) if text)
    )


def _front_pieces(chart: Chart, reach: Reach) -> tuple[GridColumn, ...]:
    """The bar up to the mark, a slit that lets the mark be seen, what lies beyond, and room for a label."""
    cells = [_front_cells(chart, reach, row) for row in range(len(chart.categories))]
    return tuple(
        GridColumn(
            name,
            numbers_of(values[place] for values, _ in cells),
            chart.number_format,
            tuple(formulas[place] for _, formulas in cells),
        )
        for place, name in enumerate(("Bar", "Slit", "Bar beyond the mark", "Space", "Label"))
    )


def _front_cells(chart: Chart, reach: Reach, row: int) -> tuple[tuple[Decimal | None, ...], tuple[str, ...]]:
    actual, target = chart.series[0].values[row], chart.series[1].values[row]
    if actual is None:
        return (None,) * 5, ("",) * 5
    bar = f"B{row + 2}"
    wide = reach.half_mark * _SLIT
    space, space_cell = _space(chart, reach, row)
    label = max(_ZERO, reach.high - actual - space)
    label_cell = f"MAX(0,{number_text(reach.high)}-{bar}-{space_cell or 0})"
    if target is None:
        return (actual, _ZERO, _ZERO, space, label), (bar, "", "", space_cell, label_cell)
    start, end = max(target - wide, _ZERO), target + wide
    first, last = f"MAX(C{row + 2}-{number_text(wide)},0)", f"(C{row + 2}+{number_text(wide)})"
    return (
        min(actual, start),
        max(_ZERO, min(actual, end) - start),
        max(_ZERO, actual - end),
        space,
        label,
    ), (
        f"MIN({bar},{first})",
        f"MAX(0,MIN({bar},{last})-{first})",
        f"MAX(0,{bar}-{last})",
        space_cell,
        label_cell,
    )


def _space(chart: Chart, reach: Reach, row: int) -> tuple[Decimal, str]:
    """How far past its bar a label begins that the mark would cross: behind the mark."""
    actual, target = chart.series[0].values[row], chart.series[1].values[row]
    if actual is None or target is None:
        return _ZERO, ""
    canvas = reach.plan.canvas
    width_pt = number_width_pt(actual, _code(chart, chart.series[0]), canvas) + canvas.text_pt
    label = reach.high * Decimal(width_pt / _bars_pt(canvas)).quantize(Decimal("0.0001"))
    if not actual - reach.half_mark <= target <= actual + label:
        return _ZERO, ""
    cell = f"MAX(0,C{row + 2}+{number_text(reach.half_mark)}-B{row + 2})"
    return max(_ZERO, target + reach.half_mark - actual), cell


def _front(chart: Chart, reach: Reach, grid: Grid, language: str, first: int, number: int) -> str:
    """The bars, which are named and coloured like the series, and the room their labels may need."""
    series = chart.series[0]
    (usual,) = bar_colours((series,), greyed=bool(chart.highlight))
    (accent,) = bar_colours((series,))
    texts = tuple(
        "" if v is None else shown(v, _code(chart, series), chart.locale or language) for v in series.values
    )
    inside = {
        row for row, value in enumerate(series.values) if value is not None and _holds(chart, reach, row)
    }
    drawn = ""
    for place in range(5):
        is_bar = place in (0, 2)
        labels = _front_labels(chart, reach, language, texts, inside, place) if place in (0, 4) else ""
        points = "".join(
            f'<c:dPt><c:idx val="{row}"/><c:invertIfNegative val="0"/><c:bubble3D val="0"/>'
            f"{bar_paint(accent, series.scenario)}</c:dPt>"
            for row in sorted(set(chart.highlight))
            if is_bar and accent != usual
        )
        drawn += (
            f'<c:ser><c:idx val="{number + place}"/><c:order val="{number + place}"/>'
            f"{cache.name(grid, 0 if is_bar else first + place)}"
            f"{bar_paint(usual, series.scenario) if is_bar else INVISIBLE}"
            f'<c:invertIfNegative val="0"/>{points}{labels}'
            f"{cache.categories(grid)}{cache.numbers(grid, first + place)}"
            f"{cache.label_cells(grid.numbers_reference(0), texts) if labels else ''}</c:ser>"
        )
    return drawn


def _front_labels(
    chart: Chart, reach: Reach, language: str, texts: tuple[str, ...], inside: set[int], place: int
) -> str:
    """At the foot of the bar, where no mark is; past its end where the bar is too short."""
    canvas, series = reach.plan.canvas, chart.series[0]
    is_solid = series.scenario in (None, Scenario.ACTUAL, Scenario.PRIOR_YEAR)
    points = ""
    for row, text in enumerate(texts):
        if not text or (row in inside) != (place == 0):
            continue
        lit = not chart.highlight or row in chart.highlight
        (colour,) = bar_colours((series,), greyed=not lit)
        ink = PAPER if place == 0 and is_solid and is_dark(colour, canvas) else INK
        ground = place == 0 and series.scenario is Scenario.FORECAST
        label = Label("General", "inBase", canvas.text_pt, language, ink, bold=True, ground=ground)
        points += one_point(row, replace(label, cell=text, series=number_of_label(place)))
    return all_points(None, points)


def number_of_label(place: int) -> int:
    """A number for the labels of a piece that no other series' labels have."""
    return 2 + place


def _holds(chart: Chart, reach: Reach, row: int) -> bool:
    """Whether a bar is long enough for its number, up to the mark."""
    actual, target = chart.series[0].values[row] or _ZERO, chart.series[1].values[row]
    end = actual if target is None else min(actual, max(_ZERO, target - 2 * reach.half_mark))
    canvas = reach.plan.canvas
    needed = number_width_pt(actual, _code(chart, chart.series[0]), canvas) + canvas.text_pt * 0.8
    return float(end / reach.high) * _bars_pt(canvas) >= needed


def _bars_pt(canvas: Canvas) -> float:
    """About how much room the bars have beside the names of their rows."""
    return canvas.width_pt * 0.72


def _code(chart: Chart, series: Series) -> str:
    return series.number_format or chart.number_format


def _target_width(chart: Chart, canvas: Canvas) -> float:
    target = chart.series[1]
    widths = [number_width_pt(v, _code(chart, target), canvas) for v in target.values if v is not None]
    return max(widths, default=0) + canvas.text_width_pt(f"{target.name} ") + canvas.text_pt


def _group(series: str, grouping: str, gap: int, overlap: int, ids: tuple[int, int]) -> str:
    return (
        f'<c:barChart><c:barDir val="bar"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>{series}'
        f'<c:gapWidth val="{gap}"/><c:overlap val="{overlap}"/>'
        f'<c:axId val="{ids[0]}"/><c:axId val="{ids[1]}"/></c:barChart>'
    )


def _values(reach: Reach, ids: tuple[int, int], side: str) -> str:
    return (
        f'<c:valAx><c:axId val="{ids[0]}"/><c:scaling><c:orientation val="minMax"/>'
        f'<c:max val="{number_text(reach.high)}"/><c:min val="0"/></c:scaling><c:delete val="0"/>'
        f'<c:axPos val="{side}"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f"<c:spPr>{NO_LINE}</c:spPr>"
        f'<c:crossAx val="{ids[1]}"/><c:crosses val="{"max" if side == "b" else "autoZero"}"/>'
        '<c:crossBetween val="between"/></c:valAx>'
    )


def _second_categories() -> str:
    return (
        f'<c:catAx><c:axId val="{SECOND_CATEGORIES_ID}"/><c:scaling><c:orientation val="maxMin"/></c:scaling>'
        '<c:delete val="0"/><c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
        f"<c:spPr>{NO_LINE}</c:spPr>"
        f'<c:crossAx val="{SECOND_VALUES_ID}"/><c:crosses val="autoZero"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
