"""Blocks that only a slide can show, said with those every page has."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import (
    Block,
    Callout,
    CalloutKind,
    Column,
    Columns,
    Matrix,
    Notes,
    Paragraph,
    Quote,
    Row,
    Spoken,
    Table,
    Timeline,
)
from alignkit.model.inlines import Strong, Text

if TYPE_CHECKING:
    from alignkit.model.blocks import MatrixCell
    from alignkit.model.inlines import Inline

SlideBlock = Quote | Columns | Notes | Timeline | Matrix
"""What a page has no shape for."""
_STRONG_LEVEL = 2
"""From this level on a field of a matrix is set bold, since a page does not tint it."""


def simpler(block: SlideBlock) -> tuple[Block, ...]:
    """The same content: notes in a callout, columns one below the other, timeline and matrix as tables."""
    match block:
        case Notes():
            return (Callout(CalloutKind.NOTE, block.blocks, place=block.place),)
        case Quote():
            return (Spoken(_with_speaker(block), block.place),)
        case Columns():
            return tuple(each for column in block.columns for each in (*_head(column.title), *column.blocks))
        case Timeline():
            return (timeline_table(block),)
        case Matrix():
            return (_matrix_table(block),)
        case _:
            assert_never(block)


def timeline_table(timeline: Timeline) -> Table:
    """The events as rows; a column nobody fills is left out."""
    rows = [(event.label, event.when, event.who, event.note) for event in timeline.events]
    filled = [at for at in range(len(timeline.heads)) if at == 0 or any(row[at] for row in rows)]
    return Table(
        tuple(Column((Text(timeline.heads[at]),)) for at in filled),
        tuple(
            Row(tuple(row[at] for at in filled), highlight=event.highlight)
            for row, event in zip(rows, timeline.events, strict=True)
        ),
        note=timeline.note,
        description=timeline.description,
        place=timeline.place,
    )


def _matrix_table(matrix: Matrix) -> Table:
    corner = f"{matrix.upright} ↑  {matrix.across} →"
    return Table(
        (Column((Text(corner),)), *(Column((Text(name),)) for name in matrix.columns)),
        tuple(
            Row(((Text(name),), *map(_field, cells)))
            for name, cells in zip(matrix.rows, matrix.cells, strict=True)
        ),
        note=matrix.note,
        description=matrix.description,
        place=matrix.place,
    )


def _field(cell: MatrixCell) -> tuple[Inline, ...]:
    return (Strong(cell.inlines),) if cell.level >= _STRONG_LEVEL and cell.inlines else cell.inlines


def _head(title: tuple[Inline, ...]) -> tuple[Block, ...]:
    return (Paragraph((Strong(title),)),) if title else ()


def _with_speaker(quote: Quote) -> tuple[Block, ...]:
    if not quote.speaker:
        return quote.blocks
    return (*quote.blocks, Paragraph((Text("– "), *quote.speaker)))
