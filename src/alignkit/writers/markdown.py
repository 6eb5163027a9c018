"""A document or a message as Markdown: CommonMark with the tables and check boxes of GitHub."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from alignkit.diagnostics import Severity
from alignkit.model.blocks import (
    Align,
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
from alignkit.model.inlines import Inline, Text

from . import callouts, chart_data, outline
from .markdown_text import line, table_row, text
from .simpler import simpler
from .spoken_time import clock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.diagnostics import Report
    from alignkit.model.blocks import Card, Row
    from alignkit.model.document import Document, Words
    from alignkit.model.message import Mailbox, Message


@dataclass(frozen=True, slots=True)
class _Page:
    """What every block needs to know."""

    words: Words
    language: str
    contents: tuple[Heading, ...]


def write(document: Document, report: Report) -> bytes:
    """A document as a Markdown file, one line for each paragraph.

    Reports: OUT-020, OUT-021.
    """
    mark = [document.words.draft] if document.properties.draft else []
    above = " · ".join(text(part) for part in [*mark, document.label] if part)
    control = [_fact(entry.label, entry.value) for entry in document.control]
    head = [above, f"# {line(document.title, new_line=' ', first=False)}", "\n".join(control)]
    footer = text(document.properties.footer)
    return _file([*head, *_body(document, document.blocks, report), *(["---", footer] if footer else [])])


def write_message(message: Message, report: Report) -> bytes:
    """A message as a Markdown file: the envelope as a list, then the text.

    Reports: OUT-020, OUT-021.
    """
    words = message.body.words
    fields = (
        (words.to, _mailboxes(message.to)),
        (words.cc, _mailboxes(message.cc)),
        (words.subject, message.subject),
    )
    envelope = [_fact(name, value) for name, value in fields if value]
    return _file(["\n".join(envelope), *_body(message.body, outline.mailed(message.body), report)])


def _file(parts: Iterable[str]) -> bytes:
    return ("\n\n".join(part for part in parts if part) + "\n").encode()


def _fact(name: str, value: tuple[Inline, ...]) -> str:
    """A name and what belongs to it as an entry of a list."""
    return f"- {line((Text(f'{name}:'),), strong=True)} {line(value, new_line=' ', first=False)}".rstrip()


def _mailboxes(mailboxes: tuple[Mailbox, ...]) -> tuple[Inline, ...]:
    people = (f"{box.name} <{box.address}>" if box.address else box.name for box in mailboxes)
    return (Text(", ".join(people)),) if mailboxes else ()


def _body(document: Document, blocks: tuple[Block, ...], report: Report) -> list[str]:
    page = _Page(document.words, document.properties.language, outline.listed(blocks))
    return _separate(blocks, page, report)


def _separate(blocks: tuple[Block, ...], page: _Page, report: Report) -> list[str]:
    """The blocks, with a comment wherever two lists would become one (CommonMark 5.3)."""
    parts: list[str] = []
    for before, block in zip((None, *blocks), blocks, strict=False):
        if isinstance(before, ListBlock | Cards) and isinstance(block, ListBlock | Cards):
            parts.append("<!-- -->")
        parts.append(_block(block, page, report))
    return [part for part in parts if part]


def _block(block: Block, page: _Page, report: Report) -> str:
    match block:
        case Heading():
            return _heading(block)
        case Paragraph(items):
            return line(items)
        case ListBlock():
            return _list(block, page, report)
        case Table():
            return _table(block, page)
        case Chart():
            return _chart(block, page, report)
        case Cards(cards):
            return "\n".join(map(_card, cards))
        case Callout():
            return _callout(block, page, report)
        case Spoken(blocks):
            return _quoted(_separate(blocks, page, report))
        case Exchange():
            return _exchange(block, page, report)
        case Quote() | Columns() | Notes() | Timeline() | Matrix():
            return "\n\n".join(_separate(simpler(block), page, report))
        case Contents(depth):
            return _contents(page, depth)
        case PageBreak():
            report.finding(
                "OUT-020", Severity.INFO, "Markdown has no pages, a page break is left out", block.place
            )
            return ""
        case _:
            assert_never(block)


def _heading(heading: Heading) -> str:
    time = f" ({clock(heading.seconds)})" if heading.seconds else ""
    words = line((*heading.inlines, Text(time)), new_line=" ", first=False)
    return f"{'#' * (heading.level + 1)} {words}"


def _list(block: ListBlock, page: _Page, report: Report) -> str:
    marks = [f"{block.start + offset}." if block.ordered else "-" for offset in range(len(block.items))]
    items = [_item(item, mark, page, report) for item, mark in zip(block.items, marks, strict=True)]
    return "\n".join(items)


def _item(item: ListItem, mark: str, page: _Page, report: Report) -> str:
    box = {None: "", True: "[x] ", False: "[ ] "}[item.checked]
    parts = _separate(item.blocks, page, report)
    is_tight = [type(block) for block in item.blocks] == [Paragraph, ListBlock]
    return _prefixed(box + ("\n" if is_tight else "\n\n").join(parts), f"{mark} ", " " * (len(mark) + 1))


def _prefixed(source: str, first: str, rest: str) -> str:
    """The lines of `source` behind `first` and `rest`, nothing behind an empty one."""
    lines = source.split("\n")
    return "\n".join(((rest if number else first) + part).rstrip() for number, part in enumerate(lines))


def _quoted(parts: list[str]) -> str:
    return _prefixed("\n\n".join(parts), "> ", "> ")


def _table(table: Table, page: _Page) -> str:
    rules = [_rule(column.align) for column in table.columns]
    header = [_cell(column.header) for column in table.columns]
    rows = [_row(row, table) for row in table.rows] or [
        [text(page.words.no_rows, first=False), *[""] * (len(rules) - 1)]
    ]
    grid = "\n".join(table_row(cells) for cells in [header, rules, *rows])
    caption = line(table.caption, strong=True, new_line=" ") if table.caption else ""
    return "\n\n".join(part for part in (caption, grid, line(table.note)) if part)


def _rule(align: Align) -> str:
    match align:
        case Align.LEFT:
            return "---"
        case Align.RIGHT:
            return "--:"
        case Align.CENTER:
            return ":-:"
        case _:
            assert_never(align)


def _row(row: Row, table: Table) -> list[str]:
    """A row; totals and what is recommended are set strong, as there is no tint."""
    return [
        _cell(cell, strong=row.total or row.highlight or column.highlight)
        for cell, column in zip(row.cells, table.columns, strict=True)
    ]


def _cell(items: tuple[Inline, ...], *, strong: bool = False) -> str:
    return line(items, new_line="<br>", strong=strong, first=False)


def _chart(chart: Chart, page: _Page, report: Report) -> str:
    report.finding(
        "OUT-021",
        Severity.INFO,
        "Markdown cannot draw a chart, its numbers are written as a table",
        chart.place,
    )
    return _table(chart_data.as_table(chart, page.language), page)


def _card(card: Card) -> str:
    note = (Text(" ("), *card.note, Text(")")) if card.note else ()
    return _fact(card.label, (*card.value, *note))


def _callout(callout: Callout, page: _Page, report: Report) -> str:
    word = callouts.word(callout.kind, page.words)
    title = (Text(f"{word}: " if word and callout.title else word), *callout.title)
    head = line(title, strong=True, new_line=" ")
    return _quoted([part for part in (head, *_separate(callout.blocks, page, report)) if part])


def _exchange(exchange: Exchange, page: _Page, report: Report) -> str:
    reply = line((Text(f"{page.words.reply}:"),), strong=True)
    parts = _separate(exchange.reply, page, report)
    return "\n\n".join([line(exchange.objection, strong=True), _quoted([reply, *parts])])


def _contents(page: _Page, depth: int) -> str:
    headings = [heading for heading in page.contents if heading.level <= depth]
    entries = [f"{'  ' * (h.level - 1)}- {line(h.inlines, new_line=' ')}" for h in headings]
    return "\n\n".join([text(page.words.contents), "\n".join(entries)])
