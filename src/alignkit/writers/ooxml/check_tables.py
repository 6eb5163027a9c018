"""Rules for tables: rows have cells, cells end in a paragraph, spans fit the grid, merges have a start."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .namespaces import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .check_facts import Facts

_W = f"{{{WORD}}}"
_VAL = f"{_W}val"
_TC, _TR, _P, _TBL, _TC_PR, _TR_PR = (_W + name for name in ("tc", "tr", "p", "tbl", "tcPr", "trPr"))
_GRID, _SPAN, _MERGE = (_W + name for name in ("tblGrid", "gridSpan", "vMerge"))
_SKIPPED = frozenset({_W + "gridBefore", _W + "gridAfter"})
_WRAPPERS = frozenset(_W + name for name in ("sdt", "sdtContent", "customXml", "ins", "del"))
_BLOCKS = frozenset({_P, _TBL, _W + "sdt", _W + "customXml", _W + "altChunk"})


def members(element: _Element, tag: str) -> list[_Element]:
    """The rows of a table or cells of a row, also those wrapped in content controls."""
    found = []
    for child in element:
        name = child.tag
        if name == tag:
            found.append(child)
        elif name in _WRAPPERS:
            found += members(child, tag)
    return found


def check_cell(facts: Facts, tags: tuple[str, ...]) -> None:
    """Findings of one cell, told by the tags of its children."""
    if tags and tags[-1] == _P:
        return
    blocks = [tag for tag in tags if tag in _BLOCKS]
    if not blocks:
        facts.find("PKG-101", "table cell has no paragraph")
    elif blocks[-1] in (_TBL, _W + "altChunk"):
        facts.find("PKG-102", "table cell ends with a table, not with a paragraph")


def _number(text: str | None, default: int) -> int:
    return int(text) if text is not None and text.isdigit() else default


def _span_and_merge(cell: _Element) -> tuple[int, str]:
    """How many columns a cell covers, and whether it starts or continues a vertical merge."""
    span, merge = 1, ""
    properties = cell[0] if len(cell) else None
    if properties is None or properties.tag != _TC_PR:
        return span, merge
    for child in properties:
        tag = child.tag
        if tag == _SPAN:
            span = max(_number(child.get(_VAL), 1), 1)
        elif tag == _MERGE:
            merge = child.get(_VAL) or "continue"
    return span, merge


def _outside(row: _Element) -> tuple[int, int]:
    """How many columns a row leaves empty before its first and after its last cell."""
    before = after = 0
    for properties in row.iterchildren(_TR_PR):
        for child in properties.iterchildren(*_SKIPPED):
            count = _number(child.get(_VAL), 0)
            before, after = (count, after) if child.tag.endswith("Before") else (before, count)
    return before, after


def check_table(facts: Facts, table: _Element) -> None:
    """Findings of one table, without those of the tables inside its cells."""
    columns = sum(len(grid) for grid in table.iterchildren(_GRID))
    rows = members(table, _TR)
    if not rows:
        facts.find("PKG-104", "table has no row")
    open_merges: frozenset[tuple[int, int]] = frozenset()
    for number, row in enumerate(rows, 1):
        open_merges = _check_row(facts, row, number, columns, open_merges)


def _check_row(
    facts: Facts, row: _Element, number: int, columns: int, above: frozenset[tuple[int, int]]
) -> frozenset[tuple[int, int]]:
    """Findings of one row; returns the places (column, span) where the next row may continue a merge."""
    cells = members(row, _TC)
    if not cells:
        facts.find("PKG-103", f"row {number} of a table has no cell")
        return frozenset()
    before, after = _outside(row)
    column, merges = before, set()
    for cell in cells:
        span, merge = _span_and_merge(cell)
        if merge == "continue" and (column, span) not in above:
            facts.find("PKG-106", f"row {number} continues a merged cell that no row above begins")
        if merge:
            merges.add((column, span))
        column += span
    if columns and column + after > columns:
        facts.find("PKG-105", f"row {number} covers {column + after} columns, the table's grid has {columns}")
    return frozenset(merges)
