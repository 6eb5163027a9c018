"""Rules for tables on slides: every row has the cells of the grid, merges are whole, widths add up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .namespaces import DRAWING, PRESENTATION

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .check_facts import Facts

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
_GRID, _ROW, _CELL = (_A + name for name in ("tblGrid", "tr", "tc"))
_ON = frozenset({"1", "true"})
_TOLERANCE_EMU = 12_700
"""How far the columns may miss the frame's width: a point, since widths are divided and rounded."""
_CellMarks = tuple[int, int, bool, bool]
"""Columns and rows a cell spans, and whether it is covered from the left and from above."""


def check_grid(facts: Facts, table: _Element) -> None:
    """Findings of one `a:tbl`."""
    widths = [column.get("w", "") for grid in table.iterchildren(_GRID) for column in grid]
    rows = [[_marks(cell) for cell in row.iterchildren(_CELL)] for row in table.iterchildren(_ROW)]
    if not widths or not rows:
        facts.find("PKG-331", f"table has columns and rows, found {len(widths)} and {len(rows)}")
        return
    uneven = False
    for number, row in enumerate(rows, 1):
        if len(row) != len(widths):
            uneven = True
            facts.find("PKG-331", f"row {number} has {len(widths)} cells, found {len(row)}")
    if not uneven and any(mark != (1, 1, False, False) for row in rows for mark in row):
        _check_merges(facts, rows)
    _check_width(facts, table, widths)


def _marks(cell: _Element) -> _CellMarks:
    attributes = cell.attrib
    if not attributes:
        return 1, 1, False, False
    return (
        _count(cell.get("gridSpan")),
        _count(cell.get("rowSpan")),
        cell.get("hMerge") in _ON,
        cell.get("vMerge") in _ON,
    )


def _count(text: str | None) -> int:
    return int(text) if text is not None and text.isdigit() and len(text) < 6 else 1


def _check_merges(facts: Facts, rows: list[list[_CellMarks]]) -> None:
    """Find merges that reach out of the grid, and cells that disagree with the merges over them."""
    height, width = len(rows), len(rows[0])
    covered: dict[tuple[int, int], tuple[bool, bool]] = {}
    for y, row in enumerate(rows):
        for x, (columns, lines, across, down) in enumerate(row):
            if across or down or (columns, lines) == (1, 1):
                continue
            if x + columns > width or y + lines > height:
                what = f"{columns} columns and {lines} rows, beyond the table"
                facts.find("PKG-332", f"cell {x + 1} of row {y + 1} spans {what}")
            for below in range(y, min(y + lines, height)):
                for right in range(x, min(x + columns, width)):
                    if (below, right) != (y, x):
                        covered[below, right] = (right > x, below > y)
    for y, row in enumerate(rows):
        for x, (_, _, across, down) in enumerate(row):
            expected = covered.get((y, x), (False, False))
            if (across, down) == expected:
                continue
            place = f"cell {x + 1} of row {y + 1}"
            if expected == (False, False):
                facts.find("PKG-332", f"{place} continues a merged cell that no cell begins")
            elif (across, down) == (False, False):
                facts.find("PKG-332", f"{place} is covered by a merged cell and does not say so")
            else:
                facts.find("PKG-332", f"{place} continues a merged cell in one direction, expected two")


def _check_width(facts: Facts, table: _Element, widths: list[str]) -> None:
    frame = next(table.iterancestors(_P + "graphicFrame"), None)
    size = None if frame is None else frame.find(f"{_P}xfrm/{_A}ext")
    declared = "" if size is None else size.get("cx", "")
    if not declared.isdigit() or not all(width.isdigit() for width in widths):
        return
    total = sum(map(int, widths))
    if abs(total - int(declared)) > _TOLERANCE_EMU:
        facts.find("PKG-333", f"columns are as wide as their frame, {declared} EMU, found {total}")
