"""Callouts, spoken lines, and objections with their replies.

Word joins neighbouring paragraphs into one panel when border, ground and indents are the same. Space between
them is then part of the panel; where indents differ, as between a paragraph and a list, there must be none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.blocks import CalloutKind, Paragraph
from alignkit.writers.callouts import word

from .inlines import runs
from .paragraphs import KEEP, SPACING_HERE, Frame, frame_paragraph, paragraph
from .roles import Role
from .text import escaped, run

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignkit.model.blocks import Block, Callout, Exchange, Spoken

    from .story import Story

_SPACING = re.compile(f"{SPACING_HERE}([pi])")
_MARKS = {CalloutKind.NOTE: "●", CalloutKind.DECISION: "►", CalloutKind.WARNING: "▲"}
_ROLES = {
    CalloutKind.SUMMARY: (Role.SUMMARY, Role.SUMMARY),
    CalloutKind.NOTE: (Role.NOTE, Role.NOTE_TITLE),
    CalloutKind.DECISION: (Role.DECISION, Role.DECISION_TITLE),
    CalloutKind.WARNING: (Role.WARNING, Role.WARNING_TITLE),
}


@dataclass(frozen=True, slots=True)
class _Air:
    """Space around and inside a panel, in twips."""

    before: int
    between: int
    after: int


_EN_SPACE = '<w:r><w:t xml:space="preserve">\u2002</w:t></w:r>'
_PANEL = _Air(200, 80, 280)
_SPEECH = _Air(60, 100, 160)


def callout(block: Callout, story: Story, write: Callable[[tuple[Block, ...], Frame, Story], str]) -> str:
    """A panel: mark and word of the kind with the title, then its blocks."""
    role, title_role = _ROLES[block.kind]
    title = _title(block, story)
    style = story.reference.styles[title_role]
    above = paragraph(style, title, KEEP, f"{SPACING_HERE}p") if title else ""
    return _spaced(above + write(block.blocks, Frame(role, framed=True), story), _PANEL)


def spoken(block: Spoken, story: Story, write: Callable[[tuple[Block, ...], Frame, Story], str]) -> str:
    """Lines set as speech."""
    return _spaced(write(block.blocks, Frame(Role.SPOKEN, framed=True), story), _SPEECH)


def exchange(block: Exchange, story: Story, write: Callable[[tuple[Block, ...], Frame, Story], str]) -> str:
    """The objection, then the reply; all of it on one page."""
    objection = paragraph(story.reference.styles[Role.OBJECTION], runs(block.objection, story), KEEP)
    lead = _reply_word(story)
    if not block.reply or not isinstance(block.reply[0], Paragraph):
        alone = paragraph(story.reference.styles[Role.REPLY], lead, KEEP if block.reply else "")
        return objection + alone + _reply(block.reply, story, write)
    first = Frame(Role.REPLY, keep=KEEP if block.reply[1:] else "")
    return (
        objection
        + frame_paragraph(block.reply[0].inlines, first, story, f"{lead}{_EN_SPACE}")
        + _reply(block.reply[1:], story, write)
    )


def _reply(
    blocks: tuple[Block, ...], story: Story, write: Callable[[tuple[Block, ...], Frame, Story], str]
) -> str:
    return write(blocks[:-1], Frame(Role.REPLY, keep=KEEP), story) + write(
        blocks[-1:], Frame(Role.REPLY), story
    )


def _reply_word(story: Story) -> str:
    opening = f'<w:r><w:rPr><w:rStyle w:val="{story.reference.styles[Role.LEAD_IN]}"/></w:rPr>'
    return run(story.words.reply, opening)


def _title(block: Callout, story: Story) -> str:
    text = runs(block.title, story)
    if block.kind is CalloutKind.SUMMARY:
        return text
    opening = f'<w:r><w:rPr><w:rStyle w:val="{story.reference.styles[Role.CALLOUT_LABEL]}"/></w:rPr>'
    label = f"{_MARKS[block.kind]} {escaped(word(block.kind, story.words))}{'   ' if text else ''}"
    return f'{opening}<w:t xml:space="preserve">{label}</w:t></w:r>{text}'


def _spaced(xml: str, air: _Air) -> str:
    """`xml` with the space of its paragraphs filled in."""
    pieces = _SPACING.split(xml)
    kinds, last = pieces[1::2], len(pieces) // 2 - 1
    written = [pieces[0]]
    for at, (kind, text) in enumerate(zip(kinds, pieces[2::2], strict=True)):
        joined = at < last and kinds[at + 1] != kind
        before = f' w:before="{air.before}"' if at == 0 else ""
        after = air.after if at == last else 0 if joined else air.between if kind == "p" else 40
        written += (f'<w:spacing{before} w:after="{after}"/>', text)
    return "".join(written)
