"""Headings, with the time a spoken section takes at the right."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.spoken_time import clock

from .inlines import runs
from .paragraphs import paragraph
from .roles import HEADINGS, Role

if TYPE_CHECKING:
    from alignkit.model.blocks import Heading

    from .paragraphs import Frame
    from .story import Story


def heading(block: Heading, frame: Frame, story: Story, head: str = "") -> str:
    """A heading; one that a table of contents may list carries a bookmark."""
    inside = runs(block.inlines, story)
    if story.outline and not frame.depth and not frame.framed and frame.role is Role.BODY:
        story.headings += 1
        inside = story.bookmark(anchor(story.headings), inside)
    style = story.reference.styles[HEADINGS[min(max(block.level, 1), 3) - 1]]
    if not block.seconds:
        return paragraph(style, inside, head)
    return paragraph(style, inside + time(block.seconds, story), head, time_stop(story))


def anchor(number: int) -> str:
    """Name of the bookmark of the heading with this number."""
    return f"_Toc{number:06}"


def time(seconds: int, story: Story) -> str:
    """A tab and a length of time: `1:05`."""
    style = story.reference.styles[Role.TIME]
    shown = f'<w:r><w:rPr><w:rStyle w:val="{style}"/></w:rPr><w:t>{clock(seconds)}</w:t></w:r>'
    return f"<w:r><w:tab/></w:r>{shown}"


def time_stop(story: Story) -> str:
    """The tab stop at the right edge of the text; a stop beyond the right indent is lost on some readers."""
    return f'<w:tabs><w:tab w:val="right" w:pos="{story.width}"/></w:tabs><w:ind w:right="0"/>'
