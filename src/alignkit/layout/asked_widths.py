"""What the columns of a table ask for in width, and the widths they get."""

from __future__ import annotations

from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from alignkit.model.blocks import Align
from alignkit.model.deck import EMU_PER_PT
from alignkit.showing import plain

from .column_widths import column_widths
from .measuring import SAFETY, Measured, measured

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.model.blocks import Table
    from alignkit.model.inlines import Inline

_NUMBER_LENGTH = 24
"""A cell of no more characters that holds a digit and stands to the right is a number, and stays whole."""


class ColumnEms(NamedTuple):
    """What the text of a column asks for in width, the same at every size."""

    least: float
    """Without a broken word or number."""
    natural: float
    """Without a wrapped line."""
    modest: float
    """Without a wrapped line but in its header, which takes two."""


def columns_ems(table: Table, font: str, *, strong: bool) -> list[ColumnEms]:
    """What each column asks for; `strong` for a table whose first column is bold."""
    columns = []
    for index, column in enumerate(table.columns):
        head = measured(column.header, font, bold=True)
        cells = [
            (
                row.cells[index],
                measured(row.cells[index], font, bold=row.total or row.highlight or (strong and not index)),
            )
            for row in table.rows
        ]
        number = column.align is Align.RIGHT
        narrow = max([head.widest, *[_least(*each, number=number) for each in cells]])
        body = max([each.natural for _, each in cells], default=0.0)
        columns.append(ColumnEms(narrow, max(head.natural, body), max(narrow, body, _in_two_lines(head))))
    return columns


def _in_two_lines(text: Measured) -> float:
    """The narrowest width at which a text takes two lines."""
    if len(text.rows) != 1:
        return text.natural
    (pieces,) = text.rows
    ends = list(accumulate(piece.width + piece.blank for piece in pieces))
    splits = (
        max(end - piece.blank, text.natural - end) for end, piece in zip(ends[:-1], pieces, strict=False)
    )
    return min(splits, default=text.natural)


def widths_at(
    columns: list[ColumnEms], text_pt: float, whole: int, sides: tuple[tuple[int, int], ...]
) -> tuple[int, ...]:
    """Widths of the columns at a size of text, which add up to `whole`.

    Args:
        columns: what each asks for.
        text_pt: the size.
        whole: width of the table, in EMU.
        sides: margins of the cells of each column, in EMU.

    """
    margins = [sum(each) for each in sides]

    def emu(ems: Iterable[float]) -> list[float]:
        return [_emu(each, text_pt, more) for each, more in zip(ems, margins, strict=True)]

    natural = emu(each.natural for each in columns)
    if sum(natural) > whole:  # a longer text in a row is worth more than a header on one line
        natural = emu(each.modest for each in columns)
    return column_widths(emu(each.least for each in columns), natural, whole)


def _least(cell: tuple[Inline, ...], width: Measured, *, number: bool) -> float:
    """The narrowest a cell may be, in ems: a number is never broken."""
    if number:
        text = plain(cell)
        if len(text) <= _NUMBER_LENGTH and any(char.isdigit() for char in text):
            return width.natural
    return width.widest


def _emu(ems: float, text_pt: float, margins: int) -> float:
    """Width of a column whose text takes so many ems, with the margins of its cells."""
    return ems * text_pt / SAFETY * EMU_PER_PT + margins + 1
