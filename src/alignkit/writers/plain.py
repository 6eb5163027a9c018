"""A message as plain text: the `.txt` file, and the text part of an e-mail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from alignkit.diagnostics import Severity
from alignkit.model.blocks import (
    Block,
    Callout,
    Cards,
    Columns,
    Contents,
    Exchange,
    Heading,
    ListBlock,
    ListItem,
    Matrix,
    Notes,
    PageBreak,
    Paragraph,
    Quote,
    Spoken,
    Table,
    Timeline,
)
from alignkit.model.charts import Chart

from . import callouts, chart_data, outline
from .simpler import simpler
from .spoken_time import clock
from .text_lines import indent, one_line, plain, row, width, wrap

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.document import Document, Words
    from alignkit.model.inlines import Inline
    from alignkit.model.message import Mailbox, Message

COLUMNS = 72
"""Longest line, as netiquette has it (RFC 1855)."""


@dataclass(frozen=True, slots=True)
class _Page:
    """What every block needs to know."""

    words: Words
    language: str
    columns: int
    contents: tuple[Heading, ...]

    def narrower(self, by: int) -> _Page:
        return _Page(self.words, self.language, self.columns - by, self.contents)


def write(message: Message, report: Report) -> bytes:
    """A message as a text file: the envelope, an empty line, the text."""
    words = message.body.words
    head = [
        *_field(words.to, ", ".join(map(_mailbox, message.to))),
        *_field(words.cc, ", ".join(map(_mailbox, message.cc))),
        *_field(words.subject, one_line(plain(message.subject).replace("\n", " "))),
    ]
    return ("\n".join([*head, "", ""]) + body(message.body, report)).encode()


def body(document: Document, report: Report) -> str:
    """The blocks of a document as wrapped text; title and control block are not part of a mail.

    Reports: OUT-020, OUT-021.
    """
    page = _Page(document.words, document.properties.language, COLUMNS, outline.listed(document.blocks))
    parts = [_block(block, page, report) for block in outline.mailed(document)]
    return "\n\n".join("\n".join(part) for part in parts if part) + "\n"


def _field(name: str, value: str) -> list[str]:
    lines = wrap(value, COLUMNS - len(name) - 2)
    return indent(lines, f"{name}: ", "  ") if value else []


def _mailbox(mailbox: Mailbox) -> str:
    name = one_line(mailbox.name)
    return f"{name} <{one_line(mailbox.address)}>" if mailbox.address else name


def _block(block: Block, page: _Page, report: Report) -> list[str]:
    match block:
        case Heading():
            return _heading(block, page)
        case Paragraph(items):
            return _paragraph(items, page)
        case ListBlock():
            return _list(block, page, report)
        case Table():
            return _table(block, page)
        case Chart():
            return _chart(block, page, report)
        case Cards(cards):
            return [line for card in cards for line in _card(card.label, card.value, card.note, page)]
        case Callout():
            return _callout(block, page, report)
        case Spoken(blocks):
            return indent(_blocks(blocks, page.narrower(4), report), "    ", "    ")
        case Exchange():
            return _exchange(block, page, report)
        case Quote() | Columns() | Notes() | Timeline() | Matrix():
            return _blocks(simpler(block), page, report)
        case Contents(depth):
            return [page.words.contents, *_contents(page, depth)]
        case PageBreak():
            report.finding(
                "OUT-020", Severity.INFO, "plain text has no pages, a page break is left out", block.place
            )
            return []
        case _:
            assert_never(block)


def _blocks(blocks: tuple[Block, ...], page: _Page, report: Report) -> list[str]:
    parts = [part for part in (_block(block, page, report) for block in blocks) if part]
    return [line for number, part in enumerate(parts) for line in (["", *part] if number else part)]


def _paragraph(items: tuple[Inline, ...], page: _Page) -> list[str]:
    return wrap(plain(items, targets=True), page.columns)


def _heading(heading: Heading, page: _Page) -> list[str]:
    time = f" ({clock(heading.seconds)})" if heading.seconds else ""
    lines = wrap(plain(heading.inlines, targets=True) + time, page.columns)
    rule = {1: "=", 2: "-"}.get(heading.level, "")
    longest = max(map(width, lines))
    return [*lines, rule * min(longest, page.columns)] if rule else lines


def _list(block: ListBlock, page: _Page, report: Report) -> list[str]:
    last = block.start + len(block.items) - 1
    numbers = [f"{block.start + offset}." for offset in range(len(block.items))]
    marks = (
        [number.rjust(len(f"{last}.")) for number in numbers] if block.ordered else ["-"] * len(block.items)
    )
    items = [_item(item, mark, page, report) for item, mark in zip(block.items, marks, strict=True)]
    return [line for item in items for line in item]


def _item(item: ListItem, mark: str, page: _Page, report: Report) -> list[str]:
    box = {None: "", True: "[x] ", False: "[ ] "}[item.checked]
    space = " " * (len(mark) + 1 + len(box))
    lines = [line for block in item.blocks for line in _block(block, page.narrower(len(space)), report)]
    return indent(lines, f"{mark} {box}", space)


def _table(table: Table, page: _Page) -> list[str]:
    caption = _paragraph(table.caption, page) if table.caption else []
    note = _paragraph(table.note, page) if table.note else []
    parts = [part for part in (caption, _rows(table, page), note) if part]
    return [line for number, part in enumerate(parts) for line in (["", *part] if number else part)]


def _rows(table: Table, page: _Page) -> list[str]:
    header = [_cell(column.header) for column in table.columns]
    if not table.rows:
        return [page.words.no_rows]
    rows = [[_cell(cell) for cell in row_.cells] for row_ in table.rows]
    widths = [max(map(width, cells)) for cells in zip(header, *rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) > page.columns:
        return _label_value(header, rows, page)
    aligns = [column.align for column in table.columns]
    rule = "  ".join("-" * columns for columns in widths)
    lines = [row(header, widths, aligns), rule]
    for cells, row_ in zip(rows, table.rows, strict=True):
        lines += [rule, row(cells, widths, aligns)] if row_.total else [row(cells, widths, aligns)]
    return lines


def _label_value(header: list[str], rows: list[list[str]], page: _Page) -> list[str]:
    """A table that is too wide: each row a small block under its first cell."""
    blocks = []
    for cells in rows:
        lines = wrap(cells[0], page.columns)
        for label, cell in zip(header[1:], cells[1:], strict=True):
            lines += indent(wrap(f"{label}: {cell}" if label else cell, page.columns - 4), "  ", "    ")
        blocks.append(lines)
    return [line for number, block in enumerate(blocks) for line in (["", *block] if number else block)]


def _cell(items: tuple[Inline, ...]) -> str:
    return plain(items, targets=True).replace("\n", " ")


def _chart(chart: Chart, page: _Page, report: Report) -> list[str]:
    report.finding(
        "OUT-021",
        Severity.INFO,
        "plain text cannot draw a chart, its numbers are written as a table",
        chart.place,
    )
    return _table(chart_data.as_table(chart, page.language), page)


def _card(label: str, value: tuple[Inline, ...], note: tuple[Inline, ...], page: _Page) -> list[str]:
    tail = f" ({_cell(note)})" if note else ""
    return indent(wrap(f"{one_line(label)}: {_cell(value)}{tail}", page.columns - 2), "", "  ")


def _callout(callout: Callout, page: _Page, report: Report) -> list[str]:
    inner = page.narrower(2)
    head = ": ".join(part for part in (callouts.word(callout.kind, page.words), _cell(callout.title)) if part)
    lines = _blocks(callout.blocks, inner, report)
    return indent([*(wrap(head, inner.columns) if head else []), *lines], "| ", "| ")


def _exchange(exchange: Exchange, page: _Page, report: Report) -> list[str]:
    reply = _blocks(exchange.reply, page.narrower(4), report)
    lines = [f"{page.words.reply}:", *indent(reply, "    ", "    ")]
    return [*_paragraph(exchange.objection, page), *lines]


def _contents(page: _Page, depth: int) -> list[str]:
    headings = [heading for heading in page.contents if heading.level <= depth]
    return [
        line
        for heading in headings
        for line in indent(
            wrap(plain(heading.inlines), page.columns - 2 * heading.level),
            "  " * (heading.level - 1) + "- ",
            "  " * heading.level,
        )
    ]
