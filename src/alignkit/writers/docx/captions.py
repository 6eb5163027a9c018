"""Captions that count themselves, and the lines below tables and charts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from .inlines import runs
from .paragraphs import KEEP, paragraph
from .roles import Role
from .text import attribute, escaped

if TYPE_CHECKING:
    from alignkit.model.inlines import Inline

    from .story import Story


def caption(
    word: str, counter: Literal["tables", "charts"], inlines: tuple[Inline, ...], story: Story
) -> str:
    """`Table 3  What it shows`, numbered by a field; nothing without a text."""
    if not inlines:
        return ""
    number = getattr(story, counter) + 1
    setattr(story, counter, number)
    label = escaped(word)
    # the name of a sequence is the caption word, so that Word's own lists of tables find it
    sequence = attribute(word) if word.isidentifier() else counter
    opening = f'<w:r><w:rPr><w:rStyle w:val="{story.reference.styles[Role.CAPTION_LABEL]}"/></w:rPr>'
    count = f"{opening}<w:t>{number}</w:t></w:r>"
    field = f'<w:fldSimple w:instr=" SEQ {sequence} \\* ARABIC ">{count}</w:fldSimple>'
    gap = '<w:r><w:t xml:space="preserve">\u2002</w:t></w:r>'
    lead = f'{opening}<w:t xml:space="preserve">{label} </w:t></w:r>{field}{gap}'
    return paragraph(story.reference.styles[Role.CAPTION], lead + runs(inlines, story), KEEP)


def source_line(inlines: tuple[Inline, ...], story: Story) -> str:
    """The line below a table or chart, or the small space where there is none."""
    if inlines:
        return paragraph(story.reference.styles[Role.SOURCE_LINE], runs(inlines, story))
    return paragraph(story.reference.styles[Role.TABLE_SPACER], "")
