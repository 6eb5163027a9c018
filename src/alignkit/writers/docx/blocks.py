"""Blocks as body content: the table of who writes what."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import (
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
from alignkit.writers.simpler import simpler

from .callouts import callout, exchange, spoken
from .cards import cards
from .charts import chart
from .contents import contents
from .headings import heading
from .lists import list_block
from .paragraphs import frame_paragraph, paragraph
from .roles import Role
from .tables import table

if TYPE_CHECKING:
    from alignkit.model.blocks import Block

    from .paragraphs import Frame
    from .story import Story

_NEW_PAGE = "<w:pageBreakBefore/>"
_LED_TO = (ListBlock, Table, Chart, Cards, Exchange)


def blocks_xml(blocks: tuple[Block, ...], frame: Frame, story: Story) -> str:
    """The blocks in their order; a page break takes effect on what follows it, and none at the end."""
    written, new_page = [], False
    for block, following in zip_longest(blocks, blocks[1:]):
        if type(block) is PageBreak:
            new_page = True
            continue
        if new_page and type(block) is Heading:
            written.append(heading(block, frame, story, _NEW_PAGE))
        else:
            # a sentence that leads to a list or a table is lost at the end of a page
            kept = frame.kept() if type(block) is Paragraph and type(following) in _LED_TO else frame
            written.append((_page_start(story) if new_page else "") + _block(block, kept, story))
        new_page = False
    return "".join(written)


def _page_start(story: Story) -> str:
    """An empty line hardly higher than nothing, for blocks that cannot begin a page themselves."""
    return paragraph(
        story.reference.styles[Role.TABLE_SPACER],
        "",
        _NEW_PAGE,
        '<w:spacing w:line="20" w:lineRule="exact"/>',
    )


def _block(block: Block, frame: Frame, story: Story) -> str:
    match block:
        case Paragraph():
            return frame_paragraph(block.inlines, frame, story)
        case Heading():
            return heading(block, frame, story)
        case ListBlock():
            return list_block(block, frame, story, blocks_xml)
        case Table():
            return table(block, story, frame.depth)
        case Chart():
            return chart(block, story)
        case Cards():
            return cards(block, story)
        case Callout():
            return callout(block, story, blocks_xml)
        case Spoken():
            return spoken(block, story, blocks_xml)
        case Exchange():
            return exchange(block, story, blocks_xml)
        case Quote() | Columns() | Notes() | Timeline() | Matrix():
            return blocks_xml(simpler(block), frame, story)
        case Contents():
            return contents(block, story)
        case PageBreak():
            return ""
        case _:
            assert_never(block)


def outline(blocks: tuple[Block, ...]) -> tuple[Heading, ...]:
    """The headings of the text, if it holds a table of contents that lists them."""
    if not any(type(block) is Contents for block in blocks):
        return ()
    return tuple(block for block in blocks if isinstance(block, Heading))
