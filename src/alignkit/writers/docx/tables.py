"""Tables: a repeated header, rows in one piece, columns as wide as what they hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.blocks import Align, Column, Row
from alignkit.model.inlines import Text

from .captions import caption, source_line
from .column_widths import Content, Measure, column_widths
from .inlines import BOLD, PLAIN, plain, runs, title_of
from .paragraphs import KEEP, paragraph
from .roles import Role

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.blocks import Table

    from .reference import WordReference
    from .story import Story

PADDING = 170
"""Both sides of a cell together, in twips."""
TEXT_PT = 9.5
"""Size of the text in our own tables."""
_KEPT_WHOLE = 12  # a table of at most so many rows stays on one page
_LIST_STEP = 340
_CENTER = '<w:jc w:val="center"/>'
_RIGHT = '<w:jc w:val="right"/>'


def table(block: Table, story: Story, depth: int = 0) -> str:
    """Caption, table and note."""
    rows = block.rows or (_nothing(len(block.columns), story),)
    indent = _LIST_STEP * depth
    widths = _widths(block.columns, rows, story, story.width - indent)
    shown = title_of(block.caption, 250)
    description = (
        f'<w:tblDescription w:val="{title_of((Text(block.description),), 1000)}"/>'
        if block.description
        else ""
    )
    properties = (
        f'<w:tblPr><w:tblStyle w:val="{story.reference.styles[Role.TABLE]}"/>'
        f'<w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblInd w:w="{indent}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0420" w:firstRow="1" w:lastRow="0" w:firstColumn="0"'
        ' w:lastColumn="0" w:noHBand="0" w:noVBand="1"/>'
        f"{f'<w:tblCaption w:val={_quoted(shown)}/>' if shown else ''}{description}</w:tblPr>"
    )
    above = caption(story.words.table, "tables", block.caption, story)
    header = _header(block.columns, widths, story)
    body = _body(block.columns, rows, widths, story, noted=bool(block.note))
    below = source_line(block.note, story)
    return f"{above}<w:tbl>{properties}{grid(widths)}{header}{body}</w:tbl>{below}"


def grid(widths: Sequence[int]) -> str:
    """The grid of a table with fixed columns."""
    return f"<w:tblGrid>{''.join([f'<w:gridCol w:w={_quoted(width)}/>' for width in widths])}</w:tblGrid>"


def _quoted(value: str | int) -> str:
    return f'"{value}"'


def _nothing(columns: int, story: Story) -> Row:
    return Row(((Text(story.words.no_rows),), *((),) * (columns - 1)))


def _widths(columns: Sequence[Column], rows: Sequence[Row], story: Story, available: int) -> list[int]:
    contents = [
        Content(plain(column.header), [plain(row.cells[at]) for row in rows], column.align is Align.RIGHT)
        for at, column in enumerate(columns)
    ]
    return column_widths(contents, available, Measure(TEXT_PT * story.reference.scale, PADDING))


def _header(columns: Sequence[Column], widths: Sequence[int], story: Story) -> str:
    style, paint = story.reference.styles[Role.TABLE_HEADER], story.reference.paint
    cells = []
    for column, width in zip(columns, widths, strict=True):
        mark = f"<w:tcBorders>{paint.recommended_rule}</w:tcBorders>{paint.tint}" if column.highlight else ""
        align = {Align.LEFT: "", Align.RIGHT: _RIGHT, Align.CENTER: _CENTER}[column.align]
        text = paragraph(style, runs(column.header, story), KEEP, align)
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{mark}</w:tcPr>{text}</w:tc>')
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _body(
    columns: Sequence[Column], rows: Sequence[Row], widths: Sequence[int], story: Story, *, noted: bool
) -> str:
    """The rows, in a tight loop: what a row's cells begin with is made once for each kind of row."""
    kinds: dict[tuple[bool, bool, bool], list[str]] = {}
    last, written = len(rows) - 1, []
    for at, row in enumerate(rows):
        kept = (last < _KEPT_WHOLE or at == 0 or at == last - 1) if at < last else noted
        kind = (row.total, row.highlight, kept)
        if (openings := kinds.get(kind)) is None:
            openings = kinds[kind] = _openings(columns, widths, kind, story.reference)
        written.append(_row(row, openings, story))
    return "".join(written)


def _row(row: Row, openings: list[str], story: Story) -> str:
    look = BOLD if row.total else PLAIN
    cells = [
        f"{opening}{runs(cell, story, look)}</w:p></w:tc>"
        for opening, cell in zip(openings, row.cells, strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{''.join(cells)}</w:tr>"


def _openings(
    columns: Sequence[Column], widths: Sequence[int], kind: tuple[bool, bool, bool], reference: WordReference
) -> list[str]:
    total, highlight, kept = kind
    rule = f"<w:tcBorders>{reference.paint.total_rule}</w:tcBorders>" if total else ""
    keep = KEEP if kept else ""
    return [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{rule}'
        f"{reference.paint.tint if highlight or column.highlight else ''}</w:tcPr>"
        f'<w:p><w:pPr><w:pStyle w:val="{_style(column.align, reference)}"/>{keep}'
        f"{_CENTER if column.align is Align.CENTER else ''}</w:pPr>"
        for column, width in zip(columns, widths, strict=True)
    ]


def _style(align: Align, reference: WordReference) -> str:
    return reference.styles[Role.TABLE_NUMBER if align is Align.RIGHT else Role.TABLE_TEXT]
