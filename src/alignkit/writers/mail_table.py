"""A table in a mail: plain cells with hairlines, numbers right, what is recommended tinted."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import Align, Column, Row, Table

from .hypertext import Html, element, join, text
from .mail_style import CELL, GREY, INK, RULE, SMALL, SOFT, TEXT, line, space

if TYPE_CHECKING:
    from alignkit.model.document import Words


def table(table: Table, words: Words) -> Html:
    """A table with its caption above and its note below."""
    caption = f"margin:0 0 6px 0;{TEXT};font-weight:600"
    parts = [
        element("p", line(table.caption), style=caption) if table.caption else Html(""),
        _grid(table, words),
        element("p", line(table.note), style=f"margin:6px 0 18px 0;{SMALL};color:{GREY}")
        if table.note
        else space(),
    ]
    return join(parts)


def _grid(table: Table, words: Words) -> Html:
    header = element("tr", *(_header(column) for column in table.columns))
    empty = element(
        "tr",
        element("td", text(words.no_rows), colspan=str(len(table.columns)), style=f"{CELL};padding:8px"),
    )
    rows = [_row(row, table.columns) for row in table.rows] or [empty]
    return element(
        "table",
        element("thead", header),
        element("tbody", *rows),
        cellpadding="0",
        cellspacing="0",
        border="0",
        width="100%",
        style="border-collapse:collapse;width:100%",
        summary=table.description,
    )


def _header(column: Column) -> Html:
    style = (
        f"{CELL};font-weight:600;vertical-align:bottom;padding:6px 8px;text-align:{_align(column)};"
        f"border-bottom:2px solid {INK}{_tint(column.highlight)}"
    )
    return element("th", line(column.header), scope="col", align=_align(column), style=style)


def _row(row: Row, columns: tuple[Column, ...]) -> Html:
    rule = f"border-top:1px solid {INK};font-weight:600" if row.total else f"border-bottom:1px solid {RULE}"
    return element(
        "tr",
        *(
            element(
                "td",
                line(cell),
                align=_align(column),
                style=f"{CELL};padding:8px;text-align:{_align(column)};{rule}"
                + _tint(row.highlight or column.highlight),
            )
            for cell, column in zip(row.cells, columns, strict=True)
        ),
    )


def _align(column: Column) -> str:
    match column.align:
        case Align.LEFT:
            return "left"
        case Align.RIGHT:
            return "right"
        case Align.CENTER:
            return "center"
        case _:
            assert_never(column.align)


def _tint(highlight: bool) -> str:
    return f";background:{SOFT}" if highlight else ""
