"""Tables: a repeated header, rows in one piece, columns as wide as what they hold."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.blocks import Align, Column, Row
from alignkit.model.inlines import Text
from alignkit.showing import plain

from .captions import caption, source_line
from .column_widths import Content, Measure, column_widths
from .inlines import BOLD, PLAIN, runs, title_of
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
_KEPT_WHOLE, _KEPT_WHOLE_CAPTIONED = 8, 14
"""Tables of at most so many rows stay on one page; one with a caption is evidence."""
_KEPT_WHOLE_PT = 265
"""So are only tables of at most this height, about a third of a page: that much may stay empty above one."""
_LINE_PT, _ROW_PT = 11.6, 6.4
"""Height of a line of their text, and of what a row adds to its lines."""
_MARK = 4.7 * 20
"""Average width of a letter, in twips."""
_LIST_STEP = 340
_GUTTER = 160  # between a column of numbers and one of text, which would all but touch
_HANDWRITING = '<w:trHeight w:val="510" w:hRule="atLeast"/>'
"""A row of 9 mm, which a pen has room in."""
_CENTER = '<w:jc w:val="center"/>'
_RIGHT = '<w:jc w:val="right"/>'


def table(block: Table, story: Story, depth: int = 0) -> str:
    """Caption, table and note."""
    rows = block.rows or (_nothing(len(block.columns), story),)
    indent = _LIST_STEP * depth
    widths = _widths(block.columns, rows, story, story.width - indent)
    if block.is_form:
        widths = _form_widths(widths, rows, story.width - indent)
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
    most = _KEPT_WHOLE_CAPTIONED if block.caption else _KEPT_WHOLE
    whole = len(rows) <= most and _height_pt(rows, widths) <= _KEPT_WHOLE_PT
    body = _body(block.columns, rows, story, whole=whole, noted=bool(block.note), form=block.is_form)
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
    # one pass over the rows, not one for each column: a long table does not fit a processor's cache
    texts = list(zip(*[[plain(cell) for cell in row.cells] for row in rows], strict=True))
    contents = [
        Content(
            plain(column.header),
            texts[at],
            unbroken=column.align is Align.RIGHT,
            gutter=_gutter(columns, at),
        )
        for at, column in enumerate(columns)
    ]
    return column_widths(contents, available, Measure(TEXT_PT * story.reference.scale, PADDING))


def _height_pt(rows: Sequence[Row], widths: Sequence[int]) -> float:
    """About how high rows are, whose lines are counted by their letters."""
    room = [max(width - PADDING, 1) / _MARK for width in widths]
    lines = [
        max(ceil(len(plain(cell)) / letters) for cell, letters in zip(row.cells, room, strict=True))
        for row in rows
    ]
    return sum(max(count, 1) for count in lines) * _LINE_PT + len(rows) * _ROW_PT


def _gutter(columns: Sequence[Column], at: int) -> int:
    """Extra room at the right of numbers that stand before text."""
    before_text = columns[at + 1 : at + 2] and columns[at + 1].align is not Align.RIGHT
    return _GUTTER if before_text and columns[at].align is Align.RIGHT else 0


def _aligned(columns: Sequence[Column], at: int) -> str:
    """Direct properties of a column's paragraphs, beyond their style."""
    gutter = _gutter(columns, at)
    indent = f'<w:ind w:right="{gutter}"/>' if gutter else ""
    return f"{indent}{_CENTER}" if columns[at].align is Align.CENTER else indent


def _header(columns: Sequence[Column], widths: Sequence[int], story: Story) -> str:
    style, paint = story.reference.styles[Role.TABLE_HEADER], story.reference.paint
    cells = []
    for at, (column, width) in enumerate(zip(columns, widths, strict=True)):
        mark = f"<w:tcBorders>{paint.recommended_rule}</w:tcBorders>{paint.tint}" if column.highlight else ""
        align = _aligned(columns, at) + (_RIGHT if column.align is Align.RIGHT else "")
        text = paragraph(style, runs(column.header, story), KEEP, align)
        cells.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{mark}</w:tcPr>{text}</w:tc>')
    return f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(cells)}</w:tr>"


def _form_widths(natural: Sequence[int], rows: Sequence[Row], available: int) -> list[int]:
    """Columns over the whole width: what is left beside written ones is for those to write into."""
    empty = [all(not plain(row.cells[at]) for row in rows) for at in range(len(natural))]
    written = sum(width for width, is_empty in zip(natural, empty, strict=True) if not is_empty)
    if not any(empty) or written > available // 2:
        return [width * available // sum(natural) for width in natural]
    room = (available - written) // sum(empty)
    return [room if is_empty else width for width, is_empty in zip(natural, empty, strict=True)]


def _body(
    columns: Sequence[Column],
    rows: Sequence[Row],
    story: Story,
    *,
    whole: bool,
    noted: bool,
    form: bool = False,
) -> str:
    """The rows, in a tight loop: what a row's cells begin with is made once for each kind of row."""
    kinds: dict[tuple[bool, bool, bool], list[str]] = {}
    last, written = len(rows) - 1, []
    for at, row in enumerate(rows):
        kept = (whole or at == 0 or at == last - 1) if at < last else noted
        kind = (row.total, row.highlight, kept)
        if (openings := kinds.get(kind)) is None:
            openings = kinds[kind] = _openings(columns, kind, story.reference)
        written.append(_row(row, openings, story, _HANDWRITING if form else ""))
    return "".join(written)


def _row(row: Row, openings: list[str], story: Story, height: str = "") -> str:
    look = BOLD if row.total else PLAIN
    first = BOLD if row.highlight else look  # a tint alone would not be seen in grey
    cells = [f"{openings[0]}{runs(row.cells[0], story, first)}</w:p></w:tc>"]
    cells += [
        f"{opening}{runs(cell, story, look)}</w:p></w:tc>"
        for opening, cell in zip(openings[1:], row.cells[1:], strict=True)
    ]
    return f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{''.join(cells)}</w:tr>"


def _openings(
    columns: Sequence[Column], kind: tuple[bool, bool, bool], reference: WordReference
) -> list[str]:
    """What the cells of a row begin with; their widths stand in the grid and the header."""
    total, highlight, kept = kind
    rule = f"<w:tcBorders>{reference.paint.total_rule}</w:tcBorders>" if total else ""
    keep = KEEP if kept else ""
    tints = [reference.paint.tint if highlight or column.highlight else "" for column in columns]
    return [
        f"<w:tc>{f'<w:tcPr>{rule}{tint}</w:tcPr>' if rule or tint else ''}"
        f'<w:p><w:pPr><w:pStyle w:val="{_style(column.align, reference)}"/>{keep}'
        f"{_aligned(columns, at)}</w:pPr>"
        for at, (column, tint) in enumerate(zip(columns, tints, strict=True))
    ]


def _style(align: Align, reference: WordReference) -> str:
    return reference.styles[Role.TABLE_NUMBER if align is Align.RIGHT else Role.TABLE_TEXT]
