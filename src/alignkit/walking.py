"""Every line of a document, block by block, in reading order."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import (
    Block,
    Callout,
    Cards,
    Columns,
    Contents,
    Exchange,
    Heading,
    ListBlock,
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
from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.model.document import Document


def lines(document: Document) -> Iterator[tuple[Inline, ...]]:
    """Title, control block and text of a document, line by line."""
    yield document.title
    for entry in document.control:
        yield entry.value
    for block in document.blocks:
        yield from block_lines(block)


def block_lines(block: Block) -> Iterator[tuple[Inline, ...]]:
    """The lines of one block, those of the blocks inside it included."""
    match block:
        case Heading(inlines=inlines) | Paragraph(inlines=inlines):
            yield inlines
        case ListBlock(items=items):
            for item in items:
                for each in item.blocks:
                    yield from block_lines(each)
        case Table():
            yield from _table_lines(block)
        case Chart(source=source):
            yield source
        case Cards(cards=cards):
            for card in cards:
                yield card.value
                yield card.note
        case Callout(blocks=blocks, title=title):
            yield title
            for each in blocks:
                yield from block_lines(each)
        case Spoken(blocks=blocks) | Notes(blocks=blocks):
            for each in blocks:
                yield from block_lines(each)
        case Quote(blocks=blocks, speaker=speaker):
            for each in blocks:
                yield from block_lines(each)
            yield speaker
        case Columns(columns=columns):
            for column in columns:
                yield column.title
                for each in column.blocks:
                    yield from block_lines(each)
        case Timeline(events=events, note=note):
            for event in events:
                yield from (event.label, event.when, event.who, event.note)
            yield note
        case Matrix(cells=cells, note=note):
            for row in cells:
                yield from (cell.inlines for cell in row)
            yield note
        case Exchange(objection=objection, reply=reply):
            yield objection
            for each in reply:
                yield from block_lines(each)
        case Contents() | PageBreak():
            return
        case _:
            assert_never(block)


def figures_shown(document: Document) -> Iterator[Shown]:
    """Every figure a document shows, in reading order."""
    for line in lines(document):
        yield from shown_in(line)


def values_in(document: Document) -> Iterator[str]:
    """Every piece of the text of a document: a value stands by itself between what a template writes."""
    for line in lines(document):
        yield from _pieces(line)


def charts(blocks: Iterable[Block]) -> Iterator[Chart]:
    """Every chart among blocks, those inside other blocks included."""
    for block in blocks:
        match block:
            case Chart():
                yield block
            case Callout() | Spoken() | Notes() | Quote():
                yield from charts(block.blocks)
            case Columns(columns=parts) | ListBlock(items=parts):
                for part in parts:
                    yield from charts(part.blocks)
            case Exchange(reply=reply):
                yield from charts(reply)
            case _:
                pass


def _table_lines(table: Table) -> Iterator[tuple[Inline, ...]]:
    yield table.caption
    for column in table.columns:
        yield column.header
    for row in table.rows:
        yield from row.cells
    yield table.note


def shown_in(inlines: tuple[Inline, ...]) -> Iterator[Shown]:
    """Every figure a line shows."""
    for inline in inlines:
        if isinstance(inline, Shown):
            yield inline
        elif isinstance(inline, (Strong, Emphasis, Link)):
            yield from shown_in(inline.children)


def _pieces(inlines: tuple[Inline, ...]) -> Iterator[str]:
    for inline in inlines:
        match inline:
            case Text(text=text) | Shown(text=text):
                yield text
            case Strong() | Emphasis() | Link():
                yield from _pieces(inline.children)
            case Break():
                pass
