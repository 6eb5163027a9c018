"""Figures that carry a page: a table of labels, figures and comparisons, which also reads in order aloud."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.inlines import Text

from .captions import source_line
from .inlines import runs
from .paragraphs import KEEP, paragraph
from .roles import Role
from .tables import grid

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.blocks import Card, Cards
    from alignkit.model.inlines import Inline

    from .story import Story

_MOST_IN_A_ROW = 5


def cards(block: Cards, story: Story) -> str:
    """The cards, at most five side by side and rows of nearly the same length."""
    if not block.cards:
        return ""
    rows = -(-len(block.cards) // _MOST_IN_A_ROW)
    size = -(-len(block.cards) // rows)
    groups = [block.cards[at : at + size] for at in range(0, len(block.cards), size)]
    return "".join([_group(group, size, story) + source_line((), story) for group in groups])


def _group(group: Sequence[Card], columns: int, story: Story) -> str:
    width = story.width // columns
    lines: list[tuple[Role, list[tuple[Inline, ...]]]] = [
        (Role.CARD_LABEL, [(Text(card.label),) for card in group]),
        (Role.CARD_VALUE, [card.value for card in group]),
    ]
    if any(card.note for card in group):
        lines.append((Role.CARD_NOTE, [card.note for card in group]))
    rows = [
        _row(role, cells, width, story, first=at == 0, last=at == len(lines) - 1)
        for at, (role, cells) in enumerate(lines)
    ]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{story.reference.styles[Role.CARD_TABLE]}"/>'
        f'<w:tblW w:w="{width * len(group)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/></w:tblPr>{grid([width] * len(group))}{"".join(rows)}</w:tbl>'
    )


def _row(
    role: Role, cells: Sequence[tuple[Inline, ...]], width: int, story: Story, *, first: bool, last: bool
) -> str:
    style, keep = story.reference.styles[role], "" if last else KEEP
    header = "<w:tblHeader/>" if first else ""
    written = [
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{paragraph(style, runs(cell, story), keep)}</w:tc>"
        for cell in cells
    ]
    return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(written)}</w:tr>"
