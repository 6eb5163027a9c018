"""Matrices: a table whose fields are tinted by how much they matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.inlines import Text
from alignkit.showing import plain
from alignkit.themes import matrix_grid

from .cells import cell, cell_of, cell_properties, row, table_frame
from .paragraphs import paragraph
from .text import Look, hundredths

if TYPE_CHECKING:
    from alignkit.model.blocks import Matrix
    from alignkit.model.deck import Box, Field

    from .reference import Placeholder
    from .sheet import Sheet

_GAP_PT = 2.0
"""Width of the paper between two fields."""
_LEAST_PT = 10


def matrix(field: Field, box: Box, placeholder: Placeholder | None, sheet: Sheet) -> str:
    """The matrix in its frame: headings at the top and at the left, the highest row first."""
    sheet.new_shape()
    block, palette = field.matrix, sheet.palette
    widths, heights = matrix_grid(box, len(block.rows), len(block.columns))
    look = Look(sheet.language, hundredths(field.text_pt), color=palette.ink)
    head, gap = look._replace(bold=True), (palette.paper, _GAP_PT)
    bare, left = cell_properties(("", 0), gap, "", "b"), cell_properties(gap, gap, "", "ctr")
    measure = Look(sheet.language, hundredths(max(field.text_pt - 2, _LEAST_PT)), color=palette.muted)
    corner = cell_of(_corner(block, sheet, measure), bare)
    top = [cell((Text(text),), sheet, head, bare, align="ctr") for text in block.columns]
    written = [row(heights[0], [corner, *top])]
    for at, (name, fields) in enumerate(zip(block.rows, block.cells, strict=True), 1):
        cells = [cell((Text(name),), sheet, head, left)]
        for each in fields:
            fill = palette.tint(each.level) if each.level else palette.faint
            properties = cell_properties(gap, gap, fill, "ctr", gap)
            cells.append(cell(each.inlines, sheet, look, properties, align="ctr"))
        written.append(row(heights[at], cells))
    return table_frame(
        widths, written, box, placeholder, sheet, description=description(block), first_column=True
    )


def _corner(block: Matrix, sheet: Sheet, look: Look) -> str:
    """What the two measures are, each with the direction in which it grows."""
    across, upright = f"{block.across} →", f"{block.upright} ↑"
    return paragraph((Text(across),), sheet, look, align="r") + paragraph((Text(upright),), sheet, look)


def description(block: Matrix) -> str:
    """What lies where: its own words, or the filled fields one by one."""
    if block.description:
        return block.description
    filled = [
        f"{row_name} / {column}: {text}"
        for row_name, fields in zip(block.rows, block.cells, strict=True)
        for column, each in zip(block.columns, fields, strict=True)
        if (text := plain(each.inlines))
    ]
    return "; ".join([f"{block.upright} / {block.across}", *filled])
