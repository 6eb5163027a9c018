"""The texts of a slide, each with the place it has to keep on a page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from alignkit.model.deck import EMU_PER_PT, Box, CardFace, Field, Filled, Grid, Plot, Schedule, TextBody
from alignkit.showing import plain
from alignkit.themes import matrix_grid, schedule_detail

ACCENT_PT = 2.0
"""How far a mark above a letter may stand over the top of a box whose lines are set tight."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on a page, in points from its top left corner."""

    left: float
    top: float
    right: float
    bottom: float

    def beyond(self, ink: Area) -> float:
        """How far `ink` stands over the edges; negative inside."""
        above, below = self.top - ink.top - ACCENT_PT, ink.bottom - self.bottom
        return max(self.left - ink.left, ink.right - self.right, above, below)


@dataclass(frozen=True, slots=True)
class Piece:
    """A text that has to stand in one place."""

    text: str
    area: Area
    may_miss: bool = False
    """Whether a writer may leave it out, as a tick without room."""


def pieces(filled: Filled) -> Iterator[Piece]:
    """The texts of a slot, each with the place it has to keep."""
    area = area_of(filled.box)
    match filled.content:
        case TextBody(lines=lines):
            for line in lines:
                yield from (Piece(plain(text), area) for text in (line.term, line.inlines))
        case CardFace(card=card):
            yield from (Piece(text, area) for text in (plain(card.value), card.label, plain(card.note)))
        case Grid():
            yield from _in_grid(filled.content, filled.box)
        case Field():
            yield from _in_matrix(filled.content, filled.box)
        case Schedule():
            yield from _in_schedule(filled.content, filled.box)
        case Plot():
            return


def _in_grid(grid: Grid, box: Box) -> Iterator[Piece]:
    table = grid.table
    rows = [[plain(column.header) for column in table.columns]]
    rows += [[plain(cell) for cell in row.cells] for row in table.rows]
    yield from _in_cells(rows, grid.widths, grid.heights, box)


def _in_matrix(shown: Field, box: Box) -> Iterator[Piece]:
    matrix = shown.matrix
    widths, heights = matrix_grid(box, len(matrix.rows), len(matrix.columns))
    corner = area_of(Box(box.x, box.y, widths[0], heights[0]))
    yield from (Piece(text, corner) for text in (f"{matrix.across} →", f"{matrix.upright} ↑"))
    rows = [("", *matrix.columns)]
    rows += [
        (name, *(plain(cell.inlines) for cell in cells))
        for name, cells in zip(matrix.rows, matrix.cells, strict=True)
    ]
    yield from _in_cells(rows, widths, heights, box)


def _in_cells(
    rows: Sequence[Sequence[str]], widths: Sequence[int], heights: Sequence[int], box: Box
) -> Iterator[Piece]:
    lefts, tops = (list(accumulate(sizes, initial=0)) for sizes in (widths, heights))
    for row, top, height in zip(rows, tops, heights, strict=False):
        for text, left, width in zip(row, lefts, widths, strict=False):
            yield Piece(text, area_of(Box(box.x + left, box.y + top, width, height)))


def _in_schedule(schedule: Schedule, box: Box) -> Iterator[Piece]:
    timeline, (scale, *rows) = schedule.timeline, schedule.heights
    yield Piece(timeline.heads[0], area_of(Box(box.x, box.y, schedule.label_width, scale)))
    ticks = area_of(Box(box.x + schedule.label_width, box.y, box.width - schedule.label_width, scale))
    yield from (Piece(tick.text, ticks, may_miss=True) for tick in timeline.ticks)
    tops = accumulate(rows, initial=box.y + scale)
    for event, top, height in zip(timeline.events, tops, rows, strict=False):
        area = area_of(Box(box.x, top, schedule.label_width, height))
        yield from (Piece(plain(line), area) for line in (event.label, *schedule_detail(event)))


def area_of(box: Box) -> Area:
    """A box in points."""
    edges = (box.x, box.y, box.x + box.width, box.y + box.height)
    return Area(*(edge / EMU_PER_PT for edge in edges))
