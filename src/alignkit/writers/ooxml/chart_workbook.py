"""The workbook behind a chart: one sheet of plain text, plain numbers and formulas of ours, no link.

A formula only joins cells of this sheet; no text of a user is ever part of one.

Its few parts are written as text because a chart has to cost a fraction of a millisecond: the object API of a
spreadsheet library takes several times as long for the same table, and brings a theme nobody sees.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from .chart_grid import SHEET, column_letters
from .chart_text import escaped, escaped_attribute
from .package import compressed, zipped

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .chart_grid import Grid, GridColumn
    from .package import Entry

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"

_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_SPREADSHEET}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_SPREADSHEET}.worksheet+xml"/>'
    f'<Override PartName="/xl/styles.xml" ContentType="{_SPREADSHEET}.styles+xml"/></Types>'
)
_PACKAGE_RELATIONSHIPS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
)
_WORKBOOK = (
    f'{_HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">'
    f'<sheets><sheet name="{SHEET}" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
_WORKBOOK_RELATIONSHIPS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'
)
_FONT = '<sz val="11"/><name val="Calibri"/><family val="2"/>'

_HEADER_STYLE = 1
_FIRST_NUMBER_STYLE = 2
_FIRST_FREE_FORMAT = 164
"""Format ids below belong to the program (ECMA-376 part 1, 18.8.30)."""

_ESCAPE_LOOKALIKE = re.compile("_(?=x[0-9A-Fa-f]{4}_)")
"""Text a cell would read as an escaped character (ST_Xstring, 22.9.2.19)."""

_LEVEL = 6
_PRIVATE_FILE = 0o600 << 16
_ALWAYS = tuple(
    compressed(name, text.encode(), _LEVEL)
    for name, text in (
        ("[Content_Types].xml", _CONTENT_TYPES),
        ("_rels/.rels", _PACKAGE_RELATIONSHIPS),
        ("xl/workbook.xml", _WORKBOOK),
        ("xl/_rels/workbook.xml.rels", _WORKBOOK_RELATIONSHIPS),
    )
)
"""The parts that are the same in every workbook."""


def workbook(grid: Grid) -> bytes:
    """The .xlsx file of `grid`; the same grid gives the same bytes."""
    formats = tuple(dict.fromkeys(column.number_format for column in grid.columns))
    return zipped(
        (
            *_ALWAYS,
            _styles_entry(formats),
            compressed("xl/worksheets/sheet1.xml", _sheet(grid, formats).encode(), _LEVEL),
        ),
        attributes=_PRIVATE_FILE,
    )


@lru_cache(maxsize=256)
def _styles_entry(formats: tuple[str, ...]) -> Entry:
    return compressed("xl/styles.xml", _styles(formats).encode(), _LEVEL)


def _styles(formats: tuple[str, ...]) -> str:
    codes = "".join(
        f'<numFmt numFmtId="{number}" formatCode="{escaped_attribute(code)}"/>'
        for number, code in enumerate(formats, _FIRST_FREE_FORMAT)
    )
    cells = "".join(
        f'<xf numFmtId="{number}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>'
        for number in range(_FIRST_FREE_FORMAT, _FIRST_FREE_FORMAT + len(formats))
    )
    return (
        f'{_HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="{len(formats)}">{codes}</numFmts>'
        f'<fonts count="2"><font>{_FONT}</font><font><b/>{_FONT}</font></fonts>'
        '<fills count="2"><fill><patternFill patternType="none"/></fill>'
        '<fill><patternFill patternType="gray125"/></fill></fills>'
        '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
        '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
        f'<cellXfs count="{_FIRST_NUMBER_STYLE + len(formats)}">'
        '<xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>'
        '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>'
        f"{cells}</cellXfs>"
        '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
    )


def _sheet(grid: Grid, formats: tuple[str, ...]) -> str:
    last = f"{column_letters(len(grid.columns))}{_row_count(grid) + 1}"
    return (
        f'{_HEAD}<worksheet xmlns="{_MAIN}"><dimension ref="A1:{last}"/>'
        f"<cols>{''.join(_widths(grid))}</cols>"
        f"<sheetData>{_header_row(grid)}{''.join(_rows(grid, formats))}</sheetData></worksheet>"
    )


def _row_count(grid: Grid) -> int:
    return max(len(grid.categories), *(column.rows for column in grid.columns))


def _widths(grid: Grid) -> Iterator[str]:
    texts = [(grid.corner, *grid.categories), *((column.name, *column.texts) for column in grid.columns)]
    for number, column in enumerate(texts, 1):
        width = min(max(12, *(len(text) + 2 for text in column)), 60)
        yield f'<col min="{number}" max="{number}" width="{width}" customWidth="1"/>'


def _header_row(grid: Grid) -> str:
    names = (grid.corner, *(column.name for column in grid.columns))
    cells = (_text_cell(f"{column_letters(i)}1", name, _HEADER_STYLE) for i, name in enumerate(names))
    return f'<row r="1">{"".join(cells)}</row>'


def _rows(grid: Grid, formats: tuple[str, ...]) -> Iterator[str]:
    columns = [
        (column_letters(i), column, _FIRST_NUMBER_STYLE + formats.index(column.number_format))
        for i, column in enumerate(grid.columns, 1)
    ]
    for index in range(_row_count(grid)):
        row = index + 2
        name = _text_cell(f"A{row}", grid.categories[index], 0) if index < len(grid.categories) else ""
        cells = "".join(_cell(column, index, f"{letters}{row}", style) for letters, column, style in columns)
        yield f'<row r="{row}">{name}{cells}</row>'


def _cell(column: GridColumn, index: int, reference: str, style: int) -> str:
    if index >= column.rows:
        return ""
    if column.texts:
        return _text_cell(reference, column.texts[index], 0)
    number = column.numbers[index]
    if number is None:
        return ""
    formula = (
        f"<f>{escaped(column.formulas[index])}</f>" if column.formulas and column.formulas[index] else ""
    )
    return f'<c r="{reference}" s="{style}">{formula}<v>{number}</v></c>'


def _text_cell(reference: str, text: str, style: int) -> str:
    if not text:
        return ""
    content = escaped(_ESCAPE_LOOKALIKE.sub("_x005F_", text))
    return f'<c r="{reference}" s="{style}" t="inlineStr"><is><t xml:space="preserve">{content}</t></is></c>'
