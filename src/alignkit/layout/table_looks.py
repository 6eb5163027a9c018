"""What makes a table on a slide easy to read: margins, a first column that names, rows with air."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.blocks import Align
from alignkit.model.deck import EMU_PER_PT
from alignkit.showing import plain
from alignkit.themes import CELL_SIDE

if TYPE_CHECKING:
    from alignkit.model.blocks import Table

_GUTTER = 228_600
"""Left margin of a text beside a column of numbers, which ends where its own column does, in EMU."""
_FILLED = 0.85
"""The part of a box that a table may fill by giving its rows air."""
_MOST_AIR = 1.3
"""The most air a row may get, in sizes of its text; a header gets the least."""
_HEADER_AIR = 0.3
_NAME_LENGTH = 48
"""No longer is a name of a row."""
_LEAST_COLUMNS, _LEAST_ROWS = 3, 2


def cell_sides(table: Table) -> tuple[tuple[int, int], ...]:
    """Margins of each column's cells at their left and right, in EMU.

    The outer ones are none, so that the text of a table stands on the edges of the slide's text, but for a
    tint, whose text keeps away from its edge.
    """
    last = len(table.columns) - 1
    tinted = any(row.highlight for row in table.rows)
    found = []
    for index, column in enumerate(table.columns):
        left = right = CELL_SIDE
        if index and column.align is Align.LEFT and table.columns[index - 1].align is Align.RIGHT:
            left = _GUTTER
        if not tinted and not column.highlight:
            left = left if index else 0
            right = right if index < last else 0
        found.append((left, right))
    return tuple(found)


def names_rows(table: Table) -> bool:
    """Whether the first column says what each row is about, in a few words that no other row has."""
    if len(table.columns) < _LEAST_COLUMNS or len(table.rows) < _LEAST_ROWS:
        return False
    if table.columns[0].align is not Align.LEFT:
        return False
    names = [plain(row.cells[0]).strip() for row in table.rows]
    return len(set(names)) == len(names) and all(0 < len(name) <= _NAME_LENGTH for name in names)


def airy(heights: tuple[int, ...], room: int, text_pt: float) -> tuple[int, ...]:
    """Heights of header and rows with air, as much for each row, as far as the table stays in one piece.

    Args:
        heights: of the rows, in EMU, the header first.
        room: height of the box, in EMU.
        text_pt: size of the text.

    """
    header, *rows = heights
    spare = int(room * _FILLED) - sum(heights)
    air = min(int(spare / (len(rows) + _HEADER_AIR)), int(text_pt * EMU_PER_PT * _MOST_AIR))
    if air <= 0:
        return heights
    return (header + int(air * _HEADER_AIR), *(height + air for height in rows))
