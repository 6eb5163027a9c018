"""Tables: no vertical rules, a strong rule under the header, hairlines between the rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.model.blocks import Align, Row
from alignkit.model.inlines import Text
from alignkit.showing import plain
from alignkit.themes import CELL_SIDE

from .cells import cell, cell_properties, row, table_frame
from .text import Look, hundredths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.blocks import Column, Table
    from alignkit.model.deck import Box, Grid

    from .cells import Rule
    from .palette import Palette
    from .reference import Placeholder
    from .sheet import Sheet

    Sides = Sequence[tuple[int, int]]

_HEADER_PT, _TOTAL_PT, _HAIR_PT, _RECOMMENDED_PT = 1.5, 1.0, 0.5, 3.0
"""Widths of rules: under the header, over a total, between rows, over the recommended column."""
_USUAL_SIDES = ((CELL_SIDE, CELL_SIDE),)
_BARE: Rule = ("", 0)
_ALIGN = {Align.LEFT: "", Align.RIGHT: "r", Align.CENTER: "ctr"}


def table(grid: Grid, box: Box, placeholder: Placeholder | None, sheet: Sheet) -> str:
    """The table in its frame."""
    sheet.new_shape()
    block = grid.table
    rows = block.rows or (_nothing(len(block.columns), sheet),)
    heights = grid.heights + grid.heights[:1] * (len(rows) + 1 - len(grid.heights))
    look = Look(sheet.language, hundredths(grid.text_pt), color=sheet.palette.ink)
    rules = _rules(rows, sheet.palette)
    sides = grid.sides or _USUAL_SIDES * len(block.columns)
    written = [_header(block.columns, heights[0], rules[0], look, sides, sheet)]
    written += [
        _row(each, grid, heights[at], (rules[at - 1], rules[at]), look, sides, sheet)
        for at, each in enumerate(rows, 1)
    ]
    held = replace(box, height=sum(heights))
    return table_frame(grid.widths, written, held, placeholder, sheet, description=description(block))


def description(block: Table) -> str:
    """What the table shows: its own words, its caption, or its headings."""
    if told := block.description or plain(block.caption):
        return told
    return ", ".join(text for column in block.columns if (text := plain(column.header)))


def _nothing(columns: int, sheet: Sheet) -> Row:
    return Row(((Text(sheet.words.no_rows),), *((),) * (columns - 1)))


def _rules(rows: Sequence[Row], palette: Palette) -> list[Rule]:
    """The rule under the header and under each row."""
    hair, total = (palette.hairline, _HAIR_PT), (palette.ink, _TOTAL_PT)
    return [(palette.ink, _HEADER_PT), *[total if after.total else hair for after in rows[1:]], hair]


def _header(
    columns: Sequence[Column], height: int, below: Rule, look: Look, sides: Sides, sheet: Sheet
) -> str:
    bold, palette = look._replace(bold=True), sheet.palette
    cells = []
    for column, margins in zip(columns, sides, strict=True):
        above, fill = (
            ((palette.accent, _RECOMMENDED_PT), palette.tint(1)) if column.highlight else (_BARE, "")
        )
        properties = cell_properties(above, below, fill, "b", sides=margins)
        cells.append(cell(column.header, sheet, bold, properties, align=_ALIGN[column.align]))
    return row(height, cells)


def _row(
    each: Row, grid: Grid, height: int, rules: tuple[Rule, Rule], look: Look, sides: Sides, sheet: Sheet
) -> str:
    tint, columns = sheet.palette.tint(1), grid.table.columns
    text = look._replace(bold=True) if each.total else look
    # a tint is not seen in grey
    strong = each.total or each.highlight or grid.strong_first
    first = look._replace(bold=True) if strong else look
    cells = []
    for at, (column, inlines) in enumerate(zip(columns, each.cells, strict=True)):
        fill = tint if each.highlight or column.highlight else ""
        properties = cell_properties(*rules, fill, "ctr", sides=sides[at])
        cells.append(cell(inlines, sheet, text if at else first, properties, align=_ALIGN[column.align]))
    return row(height, cells)
