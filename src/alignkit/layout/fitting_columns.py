"""One column of a slide that holds tables and charts beside text: each as large as it can be read."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.blocks import Table
from alignkit.model.charts import Chart, ChartKind
from alignkit.model.deck import EMU_PER_PT, Box, Filled, Layout, Line, Plot, Slot, TextBody
from alignkit.model.inlines import Text
from alignkit.showing import plain

from .fitting_drawings import LYING, chart_drawing
from .fitting_tables import table_pages
from .fitting_text import Room, fits, fitting_size, text_height
from .inlines import has_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignkit.model.document import Words
    from alignkit.themes import SlotLook, Theme

    from .parts import Exhibit

GAP = 118_872
"""Between two things in a column, in EMU."""
_LEAST_WIDTH = 2_926_080
"""Narrower than 3.2 inches no chart is drawn beside something else."""
_STANDING_HEIGHT = 1_737_360
"""Lower than 1.9 inches no standing chart is drawn."""
_BAND, _FRAME = 320_040, 502_920
"""Height of one bar of a lying chart, and of what stands around its bars, in EMU."""
_LEGEND = 411_480
"""Height of the names of the parts of a bar that is shared out."""
_MOST_BAND = 640_080
"""A chart of a few lying bars is no higher than so much for each, and its frame."""
_ROW = 301_752
"""What a row of a table needs at least."""
_CHART_SHARE = 0.5
"""Part of a column a chart takes beside a table, where there is room."""


Run = tuple[Line, ...] | Table | Chart
"""Lines that follow each other, or one thing with a frame."""


@dataclass(frozen=True, slots=True)
class Column:
    """Where one column stands and how its text is set."""

    slot: Slot
    look: SlotLook
    box: Box


def needed_height(side: Sequence[Exhibit], head: str, look: SlotLook, width: int) -> int:
    """The least height of a column of this width."""
    column = Column(Slot.LEFT, look, Box(0, 0, width, 0))
    runs = list(_runs(side, head))
    return sum(_least_height(run, column) for run in runs) + GAP * max(len(runs) - 1, 0)


def column_parts(
    side: Sequence[Exhibit], head: str, column: Column, theme: Theme, words: Words
) -> list[Filled] | None:
    """What stands in a column, from its top down; None where it does not fit."""
    runs = list(_runs(side, head))
    if len(runs) == 1 and isinstance(runs[0], tuple):
        return _text_alone(runs[0], column)
    for chart_share in (_CHART_SHARE, 0.0):
        filled = _filled(runs, column, chart_share, theme, words)
        if filled is not None:
            return filled
    return None


def _text_alone(lines: tuple[Line, ...], column: Column) -> list[Filled] | None:
    size = fitting_size(lines, Room(column.look, column.box))
    if size is None:
        return None
    return [Filled(column.slot, TextBody(lines, size), column.box, moved=column.box != column.look.box)]


def _filled(
    runs: Sequence[Run],
    column: Column,
    chart_share: float,
    theme: Theme,
    words: Words,
) -> list[Filled] | None:
    """The parts of a column one below the other; a chart gets what the others leave."""
    filled: list[Filled] = []
    least = [_least_height(run, column, chart_share) for run in runs]
    box = column.box
    for index, run in enumerate(runs):
        later = sum(least[index + 1 :]) + GAP * (len(runs) - index - 1)
        room = box.height - later
        part = _part(run, replace(box, height=room), column, theme, words) if room > 0 else None
        if part is None:
            return None
        filled.append(part)
        used = part.box.height + GAP
        box = replace(box, y=box.y + used, height=box.height - used)
    return filled


def _part(run: Run, box: Box, column: Column, theme: Theme, words: Words) -> Filled | None:
    match run:
        case Table():
            return _table(run, box, column, theme, words)
        case Chart():
            return _chart(run, box, column, theme)
    size, room = column.look.least_pt, Room(column.look, box)
    if not fits(run, room, size):
        return None
    held = replace(box, height=_text_height(run, column))
    return Filled(column.slot, TextBody(run, size), held, moved=True)


def _table(table: Table, box: Box, column: Column, theme: Theme, words: Words) -> Filled | None:
    look = replace(theme.layouts[Layout.TABLE][Slot.TABLE], most_pt=0)
    found = table_pages(table, look, box.width, box.height, words)
    if found.cut or len(found.grids) != 1:
        return None
    grid = found.grids[0]
    return Filled(column.slot, grid, replace(box, height=sum(grid.heights)), moved=True)


def _chart(chart: Chart, box: Box, column: Column, theme: Theme) -> Filled | None:
    if box.width < _LEAST_WIDTH or box.height < _chart_height(chart):
        return None
    most = _FRAME + _LEGEND + _MOST_BAND * len(chart.categories) if chart.kind in LYING else box.height
    held = replace(box, height=min(box.height, most))
    drawing = chart_drawing(chart, theme.layouts[Layout.CHART][Slot.CHART], held)
    (plot,) = drawing.contents
    return None if drawing.cut or not isinstance(plot, Plot) else Filled(column.slot, plot, held, moved=True)


def _least_height(run: Run, column: Column, chart_share: float = 0.0) -> int:
    match run:
        case Table():
            return _ROW * (len(run.rows) + 1)
        case Chart():
            return max(_chart_height(run), round(column.box.height * chart_share))
    return _text_height(run, column)


def _chart_height(chart: Chart) -> int:
    if chart.kind not in LYING:
        return _STANDING_HEIGHT
    legend = _LEGEND if chart.kind is ChartKind.FULL_BAR else 0
    return _FRAME + legend + _BAND * len(chart.categories)


def _text_height(lines: tuple[Line, ...], column: Column) -> int:
    """Height of a text in EMU, its insets included; nothing is lost to rounding."""
    room, insets = Room(column.look, column.box), column.look.insets
    height = text_height(lines, room, column.look.least_pt)
    return ceil(height * EMU_PER_PT) + insets.top + insets.bottom + EMU_PER_PT


def _runs(side: Sequence[Exhibit], head: str) -> Iterator[Run]:
    """Tables and charts with the lines before and between them, captions among those."""
    told = [each for part in side for each in (*_captions(part, head), part)]
    for is_text, several in groupby(told, lambda part: isinstance(part, Line)):
        if is_text:
            yield tuple(each for each in several if isinstance(each, Line))
        else:
            yield from (each for each in several if not isinstance(each, Line))


def _captions(part: Exhibit, head: str) -> Iterator[Line]:
    """What a table or a chart says about itself and the heading of its column does not."""
    match part:
        case Table(caption=caption) if has_text(caption) and plain(caption).strip() != head.strip():
            yield Line(caption, strong=True)
        case Chart(title=title, unit=unit):
            if title.strip() and title.strip() != head.strip():
                yield Line((Text(title),), strong=True)
            if unit.strip():
                yield Line((Text(unit),))
