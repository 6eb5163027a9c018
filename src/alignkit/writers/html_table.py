"""A table as HTML: numbers right, a header that repeats on paper, rows that stay whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .hypertext import Html, element, text
from .text_lines import plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignkit.model.blocks import Column, Row, Table
    from alignkit.model.document import Words
    from alignkit.model.inlines import Inline

    Line = Callable[[tuple[Inline, ...]], Html]


def figure(table: Table, words: Words, line: Line, number: int) -> Html:
    """A table with caption and note, in a frame that scrolls where the window is narrow."""
    note = element("p", line(table.note), class_="source") if table.note else Html("")
    frame = element(
        "div",
        _table(table, words, line, number),
        class_="frame",
        role="region",
        tabindex="0",
        aria_label=plain(table.caption) or words.table,
    )
    return element("div", frame, note, class_="table form" if table.is_form else "table")


def _table(table: Table, words: Words, line: Line, number: int) -> Html:
    header = element("tr", *(_header(column, line) for column in table.columns))
    rows = [_row(row, table.columns, line) for row in table.rows]
    empty = element("tr", element("td", text(words.no_rows), colspan=str(len(table.columns)), class_="empty"))
    return element(
        "table",
        _caption(table, words, line, number),
        element("thead", header),
        Html("\n"),
        element("tbody", *(rows or [empty])),
    )


def _caption(table: Table, words: Words, line: Line, number: int) -> Html:
    if not (table.caption or table.description):
        return Html("")
    count = element("span", text(f"{words.table} {number}"), class_="number") if number else Html("")
    sentence = element("strong", line(table.caption)) if table.caption else Html("")
    unseen = element("span", text(table.description), class_="unseen") if table.description else Html("")
    return element("caption", count, sentence, unseen)


def _header(column: Column, line: Line) -> Html:
    return element("th", line(column.header), scope="col", class_=_style(column))


def _row(row: Row, columns: tuple[Column, ...], line: Line) -> Html:
    cells = [
        element("td", line(cell), class_=_style(column))
        for cell, column in zip(row.cells, columns, strict=True)
    ]
    if len(columns) > 1:
        cells[0] = element("th", line(row.cells[0]), scope="row", class_=_style(columns[0]))
    style = " ".join(name for name, holds in (("total", row.total), ("chosen", row.highlight)) if holds)
    return element("tr", *cells, class_=style)


def _style(column: Column) -> str:
    return f"{column.align.value} chosen" if column.highlight else column.align.value
