"""python-docx at the job, as its documentation shows: headings, paragraphs, runs, and tables.

Its documentation fills tables in two ways: cell by cell in a table of known size, and row by row with
`add_row`.
"""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from docx import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from .memo import ACCOUNT_HEADERS, ACCOUNT_TITLE, BODY, CONTROL, LABEL, LINE_HEADERS, MONTH_HEADERS, TITLE
from .notation import spans

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from typing import Any

    from .memo import Part, Printed

    AddTable = Callable[[Any, Sequence[str], Sequence[Sequence[str]]], None]

_ENTRIES = {"bullets": "List Bullet", "numbers": "List Number", "checks": "List Paragraph"}


def write(memo: Printed, *, add_rows: bool = False) -> bytes:
    """The memo as a file; tables cell by cell unless rows are added one by one."""
    document = Document()
    document.core_properties.title = TITLE.format_map(memo.values)
    document.core_properties.author = memo.values["author"]
    document.add_paragraph(LABEL, style="Subtitle")
    document.add_heading(TITLE.format_map(memo.values), 0)
    _add_control(document, memo.values)
    tables = 0
    for part in BODY:
        if part.form in ("lines", "months"):
            tables += 1
        _add_part(document, part, memo, tables, _add_table_by_rows if add_rows else _add_table)
    return _saved(document)


def write_table(rows: Sequence[Sequence[str]], *, add_rows: bool = False) -> bytes:
    """A long table as a file, likewise."""
    document = Document()
    document.add_paragraph(LABEL, style="Subtitle")
    document.add_heading(ACCOUNT_TITLE, 0)
    (_add_table_by_rows if add_rows else _add_table)(document, ACCOUNT_HEADERS, rows)
    return _saved(document)


def _add_part(document: Any, part: Part, memo: Printed, number: int, add_table: AddTable) -> None:
    match part.form:
        case "heading":
            document.add_heading(part.texts[0], 1)
        case "paragraph":
            _add_spans(document.add_paragraph(), part.texts[0], memo.values)
        case "summary":
            _add_spans(document.add_paragraph(style="Intense Quote"), part.texts[0], memo.values)
        case "lines" | "months":
            document.add_paragraph(f"Table {number}\u2002{part.texts[0]}", style="Caption")
            headers, rows = (
                (LINE_HEADERS, memo.lines) if part.form == "lines" else (MONTH_HEADERS, memo.months)
            )
            add_table(document, headers, rows)
        case form:
            for text in part.texts:
                paragraph = document.add_paragraph(style=_ENTRIES[form])
                if form == "checks":
                    paragraph.add_run("☐\t")
                _add_spans(paragraph, text, memo.values)


def _add_control(document: Any, values: Mapping[str, str]) -> None:
    table = document.add_table(rows=len(CONTROL), cols=2)
    for at, (label, text) in enumerate(CONTROL):
        table.cell(at, 0).text = label
        table.cell(at, 1).text = text.format_map(values)


def _add_table(document: Any, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=len(rows) + 1, cols=len(headers))
    table.style = "Light Grid Accent 1"
    for column, header in enumerate(headers):
        table.cell(0, column).text = header
    for at, row in enumerate(rows, 1):
        for column, text in enumerate(row):
            table.cell(at, column).text = text


def _add_table_by_rows(document: Any, headers: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = document.add_table(rows=1, cols=len(headers))
    table.style = "Light Grid Accent 1"
    for cell, header in zip(table.rows[0].cells, headers, strict=True):
        cell.text = header
    for row in rows:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text


def _add_spans(paragraph: Any, text: str, values: Mapping[str, str]) -> None:
    for span in spans(text):
        words = span.text.format_map(values)
        if span.address:
            add_link(paragraph, words, span.address)
        else:
            run = paragraph.add_run(words)
            if span.bold:
                run.bold = True


def add_link(paragraph: Any, text: str, address: str) -> None:
    """A link at the end of a paragraph; the library has no call for it, so everybody writes these lines."""
    link = OxmlElement("w:hyperlink")
    id_ = paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    link.set(qn("r:id"), id_)
    run = paragraph.add_run(text)
    run.font.underline = True
    link.append(run._r)
    paragraph._p.append(link)


def _saved(document: Any) -> bytes:
    stream = BytesIO()
    document.save(stream)
    return stream.getvalue()
