"""Bulleted, numbered and check lists.

Bullets come with their style. Each numbered list gets a `w:num` of its own, so it begins where it says.
A check box is a content control that can be ticked in Word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.blocks import ListBlock, ListItem, Paragraph

from .inlines import runs, title_of
from .paragraphs import KEEP, SPACING_HERE, Frame, paragraph
from .roles import CONTINUATIONS, Role

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignkit.model.blocks import Block
    from alignkit.model.inlines import Inline

    from .story import Story

_DEEPEST = 8  # ECMA-376 part 1, 17.9.3: levels count from 0 to 8
_CHECK_INDENT = 340
_FRAME_INDENT = 260
_BOX_FONT = "Segoe UI Symbol"
_BOXES = {True: "☒", False: "☐"}


def list_block(
    block: ListBlock, frame: Frame, story: Story, write: Callable[[tuple[Block, ...], Frame, Story], str]
) -> str:
    """The paragraphs of a list; `write` writes what an entry holds beside its first paragraph."""
    mark = _mark(block, frame, story)
    last = len(block.items) - 1
    return "".join(
        [
            _item(item, mark, KEEP if position == 0 < last or frame.keep else "", frame, story, write)
            for position, item in enumerate(block.items)
        ]
    )


def _mark(block: ListBlock, frame: Frame, story: Story) -> tuple[str, str]:
    """Style and numbering of the entries."""
    reference = story.reference
    depth = min(frame.depth, _DEEPEST)
    if frame.framed:
        number = (
            story.number(reference.framed_numbers, depth, block.start)
            if block.ordered
            else reference.framed_bullets
        )
        return reference.styles[frame.role], _numbering(depth, number)
    marked = (reference.numbers if block.ordered else reference.bullets)[min(depth, 2)]
    level = marked.level + max(depth - 2, 0)
    if block.ordered:
        return marked.style, _numbering(level, story.number(marked.abstract, level, block.start))
    if marked.number is None and depth <= 2:
        return marked.style, ""
    return marked.style, _numbering(level, marked.number or marked.own_number)


def _numbering(level: int, number: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def _item(
    item: ListItem,
    mark: tuple[str, str],
    keep: str,
    frame: Frame,
    story: Story,
    write: Callable[[tuple[Block, ...], Frame, Story], str],
) -> str:
    inlines: tuple[Inline, ...] = ()
    rest = item.blocks
    if rest and isinstance(rest[0], Paragraph):
        inlines, rest = rest[0].inlines, rest[1:]
    if item.checked is None:
        tail = f"{SPACING_HERE}i" if frame.framed else ""
        first = paragraph(mark[0], runs(inlines, story), keep + mark[1], tail)
    else:
        first = _check_item(item.checked, title_of(inlines), runs(inlines, story), keep, frame, story)
    return first + (_rest(rest, frame.deeper(), story, write) if rest else "")


def _rest(
    blocks: tuple[Block, ...],
    frame: Frame,
    story: Story,
    write: Callable[[tuple[Block, ...], Frame, Story], str],
) -> str:
    return "".join(
        [
            _continuation(block, frame, story)
            if isinstance(block, Paragraph)
            else write((block,), frame, story)
            for block in blocks
        ]
    )


def _continuation(block: Paragraph, frame: Frame, story: Story) -> str:
    inside = runs(block.inlines, story)
    if frame.framed:
        indent = f'<w:ind w:left="{_FRAME_INDENT + 340 * frame.depth}"/>'
        return paragraph(story.reference.styles[frame.role], inside, frame.keep, f"{SPACING_HERE}i{indent}")
    role = CONTINUATIONS[min(frame.depth, 3) - 1]
    return paragraph(story.reference.styles[role], inside, frame.keep)


def _check_item(checked: bool, title: str, inside: str, keep: str, frame: Frame, story: Story) -> str:
    style = story.reference.styles[frame.role if frame.framed else Role.CHECKLIST]
    left = _CHECK_INDENT * (frame.depth + 1) + (_FRAME_INDENT if frame.framed else 0)
    tail = f"{SPACING_HERE}i" if frame.framed else ""
    if frame.framed or frame.depth:
        tail += f'<w:ind w:left="{left}" w:hanging="{_CHECK_INDENT}"/>'
    return paragraph(style, f"{_check_box(checked, title, story)}<w:r><w:tab/></w:r>{inside}", keep, tail)


def _check_box(checked: bool, title: str, story: Story) -> str:
    font = (
        f'<w:rFonts w:ascii="{_BOX_FONT}" w:eastAsia="{_BOX_FONT}" w:hAnsi="{_BOX_FONT}" w:cs="{_BOX_FONT}"/>'
    )
    return (
        f'<w:sdt><w:sdtPr><w:rPr>{font}</w:rPr><w:alias w:val="{title or _BOXES[checked]}"/>'
        f'<w:id w:val="{story.control_id()}"/><w14:checkbox><w14:checked w14:val="{int(checked)}"/>'
        f'<w14:checkedState w14:val="2612" w14:font="{_BOX_FONT}"/>'
        f'<w14:uncheckedState w14:val="2610" w14:font="{_BOX_FONT}"/></w14:checkbox></w:sdtPr>'
        f"<w:sdtContent><w:r><w:rPr>{font}</w:rPr><w:t>{_BOXES[checked]}</w:t></w:r></w:sdtContent></w:sdt>"
    )
