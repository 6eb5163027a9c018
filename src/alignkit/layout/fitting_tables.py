"""Tables on slides: widths by what the columns hold, heights by wrapped lines, rows over several slides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from itertools import zip_longest
from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.blocks import Row
from alignkit.model.deck import EMU_PER_PT, Grid
from alignkit.model.inlines import Text
from alignkit.themes import CELL_ABOVE

from .asked_widths import columns_ems, widths_at
from .fitting_text import sizes
from .inlines import first_part, shortened
from .measuring import SAFETY, measured
from .paging import fewest, paged
from .table_looks import airy, cell_sides, names_rows

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from alignkit.model.blocks import Table
    from alignkit.model.document import Words
    from alignkit.model.inlines import Inline
    from alignkit.themes import SlotLook

_HEADER_SHARE = 0.4
"""More than this part of the height no header may take."""
_ORPHAN = 1_000.0
"""Cost of a slide with a single row."""
_TOTAL_PARTED = 5_000.0
"""Cost of a total that begins a slide."""
_SHORT, _SHORT_SHARE = 6, 0.6
"""Rows of a table whose text may be larger than usual, and the part of the height it then takes at most."""

Cell = tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class TablePages:
    """A table as grids, one a slide, and what had to be cut."""

    grids: tuple[Grid, ...]
    """At least one."""
    cut: tuple[Cell, ...]
    """Headings that were shortened, whole; empty when nothing was."""


@dataclass(frozen=True)
class _Sheet:
    """How the cells of one table are set at one size."""

    font: str
    text_pt: float
    widths: tuple[int, ...]
    sides: tuple[tuple[int, int], ...]
    strong_first: bool

    @cached_property
    def rooms(self) -> tuple[float, ...]:
        """Width for the text of each column, in ems."""
        return tuple(
            _room(width, sides) / self.text_pt for width, sides in zip(self.widths, self.sides, strict=True)
        )

    def height(self, cells: tuple[Cell, ...], *, bold: bool, first_bold: bool) -> int:
        """Height of a row in EMU."""
        ems, strong = 0.0, bold or first_bold or self.strong_first
        for cell, room in zip(cells, self.rooms, strict=True):
            each = measured(cell, self.font, bold=strong).height(room)
            ems, strong = (each if each > ems else ems), bold
        return ceil(ems * self.text_pt * EMU_PER_PT) + 2 * CELL_ABOVE


def table_pages(table: Table, look: SlotLook, width: int, height: int, words: Words) -> TablePages:
    """The grids of a table in a box: one at the largest size, else the fewest, then the largest.

    Args:
        table: what is shown.
        look: how its text is set.
        width: of the box, in EMU.
        height: of the box, in EMU.
        words: what an empty table says.

    """
    sides, strong = cell_sides(table), names_rows(table)
    columns = columns_ems(table, look.font, strong=strong)

    def pages_at(text_pt: float) -> TablePages:
        widths = widths_at(columns, text_pt, width, sides)
        return _pages(table, _Sheet(look.font, text_pt, widths, sides, strong), height, words)

    pages = fewest(sizes(look.text_pt, look.least_pt), pages_at, _rank)
    if _rank(pages) != (0, 1):
        return pages
    if len(table.rows) <= _SHORT and pages.grids[0].text_pt == look.text_pt < look.most_pt:
        larger = pages_at(look.most_pt)
        if _rank(larger) == (0, 1) and sum(larger.grids[0].heights) <= height * _SHORT_SHARE:
            pages = larger
    (grid,) = pages.grids
    return replace(pages, grids=(replace(grid, heights=airy(grid.heights, height, grid.text_pt)),))


def most_lines(grid: Grid, font: str) -> int:
    """The lines of the cell that has most of them, headers aside."""
    rooms = _Sheet(font, grid.text_pt, grid.widths, grid.sides, grid.strong_first).rooms
    return max(
        (
            measured(cell, font, bold=row.total or row.highlight).lines(room)
            for row in grid.table.rows
            for cell, room in zip(row.cells, rooms, strict=True)
        ),
        default=0,
    )


def _rank(pages: TablePages) -> tuple[int, int]:
    return len(pages.cut), len(pages.grids)


def _pages(table: Table, sheet: _Sheet, height: int, words: Words) -> TablePages:
    header = _header_height(table, sheet)
    cut: tuple[Cell, ...] = ()
    if header > (most := int(height * _HEADER_SHARE)):
        table, cut = _with_short_header(table, sheet, most)
        header = _header_height(table, sheet)
    rows = table.rows or (Row(((Text(words.no_rows),), *((),) * (len(table.columns) - 1))),)
    measured_parts = [part for row in rows for part in _row_parts(row, sheet, height - header)]
    parts, heights = [row for row, _ in measured_parts], [tall for _, tall in measured_parts]
    pages = paged(heights, height - header, penalty=lambda start, end: _penalty(parts, start, end))
    grids = tuple(
        Grid(
            replace(table, rows=tuple(parts[start:end]) if table.rows else ()),
            sheet.widths,
            (header, *heights[start:end]),
            sheet.text_pt,
            sheet.sides,
            sheet.strong_first,
        )
        for start, end in pages
    )
    return TablePages(grids, cut)


def _penalty(rows: list[Row], start: int, end: int) -> float:
    if end == len(rows):
        return _ORPHAN if end - start == 1 and len(rows) > 1 else 0.0
    return _ORPHAN * (end - start == 1) + _TOTAL_PARTED * rows[end].total


def _header_height(table: Table, sheet: _Sheet) -> int:
    return sheet.height(tuple(column.header for column in table.columns), bold=True, first_bold=True)


def _row_height(row: Row, sheet: _Sheet) -> int:
    return sheet.height(row.cells, bold=row.total, first_bold=row.highlight)


def _with_short_header(table: Table, sheet: _Sheet, most: int) -> tuple[Table, tuple[Cell, ...]]:
    """The table with headings that leave room for rows, and those that were shortened."""
    columns, cut = [], []
    for index, column in enumerate(table.columns):
        header = shortened(column.header, _cell_fits(sheet, index, most, bold=True))
        if header != column.header:
            cut.append(column.header)
        columns.append(replace(column, header=header))
    return replace(table, columns=tuple(columns)), tuple(cut)


def _row_parts(row: Row, sheet: _Sheet, height: int) -> Iterator[tuple[Row, int]]:
    """A row, or the pieces of one that is higher than a slide, each cell cut where a sentence ends.

    With each comes how high it is.
    """
    if (tall := _row_height(row, sheet)) <= height:
        yield row, tall
        return
    columns = [
        tuple(_cell_parts(cell, _cell_fits(sheet, index, height, bold=_is_bold(row, index, sheet))))
        for index, cell in enumerate(row.cells)
    ]
    for cells in zip_longest(*columns, fillvalue=()):
        part = replace(row, cells=cells)
        yield part, _row_height(part, sheet)


def _cell_parts(cell: Cell, fits: Callable[[Cell], bool]) -> Iterator[Cell]:
    rest = cell
    while not fits(rest):
        before, after = first_part(rest, fits)
        if not after:
            break
        yield before
        rest = after
    yield rest


def _is_bold(row: Row, index: int, sheet: _Sheet) -> bool:
    return row.total or row.highlight or (sheet.strong_first and not index)


def _cell_fits(sheet: _Sheet, index: int, height: int, *, bold: bool) -> Callable[[Cell], bool]:
    ems = sheet.rooms[index]
    room = (height - 2 * CELL_ABOVE) / EMU_PER_PT / sheet.text_pt
    return lambda cell: measured(cell, sheet.font, bold=bold).height(ems) <= room


def _room(width: int, sides: tuple[int, int]) -> float:
    """Room for text in a cell, in points."""
    return max(width - sum(sides), 1) / EMU_PER_PT * SAFETY
