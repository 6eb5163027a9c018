"""Cells of tables on slides (ECMA-376 part 1, 21.1.3.16)."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT
from alignkit.themes import CELL_ABOVE, CELL_SIDE

from .frames import TABLE, frame
from .palette import solid
from .paragraphs import paragraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.deck import Box
    from alignkit.model.inlines import Inline

    from .reference import Placeholder
    from .sheet import Sheet
    from .text import Look

_NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's own table style without fills and rules; what a table looks like stands in its cells."""

Rule = tuple[str, float]
"""Colour and width in points; a width of 0 for none."""


@lru_cache(maxsize=1024)
def cell_properties(
    above: Rule,
    below: Rule,
    fill: str,
    anchor: str,
    beside: Rule = ("", 0),
    sides: tuple[int, int] = (CELL_SIDE, CELL_SIDE),
) -> str:
    """Margins, rules and ground of a cell.

    Args:
        above: rule at its top; the cell above says the same, or one would hide the other.
        below: rule at its bottom.
        fill: a DrawingML colour; empty for none.
        anchor: where its text stands: `t`, `ctr` or `b`.
        beside: rule at its left and right.
        sides: margins at its left and right, in EMU.

    """
    where = "" if anchor == "t" else f' anchor="{anchor}"'
    rules = {"lnL": beside, "lnR": beside, "lnT": above, "lnB": below}
    ground = solid(fill) if fill else ""
    return (
        f'<a:tcPr marL="{sides[0]}" marR="{sides[1]}" marT="{CELL_ABOVE}" marB="{CELL_ABOVE}"{where}>'
        f"{''.join([_border(*rule) for rule in rules.items()])}{ground}</a:tcPr>"
    )


def _border(element: str, rule: Rule) -> str:
    color, width_pt = rule
    if not width_pt:
        return ""
    width = round(width_pt * EMU_PER_PT)
    return f'<a:{element} w="{width}">{solid(color)}<a:prstDash val="solid"/></a:{element}>'


def cell(inlines: tuple[Inline, ...], sheet: Sheet, look: Look, properties: str, *, align: str = "") -> str:
    """A cell with one paragraph."""
    return cell_of(paragraph(inlines, sheet, look, align=align), properties)


def cell_of(paragraphs: str, properties: str) -> str:
    """A cell of paragraphs."""
    return f"<a:tc><a:txBody><a:bodyPr/><a:lstStyle/>{paragraphs}</a:txBody>{properties}</a:tc>"


def row(height: int, cells: Sequence[str]) -> str:
    """A row of cells."""
    return f'<a:tr h="{height}">{"".join(cells)}</a:tr>'


def table_frame(
    widths: Sequence[int],
    rows: Sequence[str],
    box: Box,
    placeholder: Placeholder | None,
    sheet: Sheet,
    *,
    description: str,
    first_column: bool = False,
) -> str:
    """A table of rows in its frame; its first row is a header (21.1.3.13)."""
    columns = "".join([f'<a:gridCol w="{width}"/>' for width in widths])
    first = ' firstCol="1"' if first_column else ""
    table = (
        f'<a:tbl><a:tblPr firstRow="1"{first}><a:tableStyleId>{_NO_STYLE}</a:tableStyleId></a:tblPr>'
        f"<a:tblGrid>{columns}</a:tblGrid>{''.join(rows)}</a:tbl>"
    )
    return frame(TABLE, table, box, placeholder, sheet, name=sheet.words.table, description=description)
