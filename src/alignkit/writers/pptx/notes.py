"""Notes: what the presenter says, below the slide (ECMA-376 part 1, 19.3.1.26)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.blocks import Heading, ListBlock, Paragraph
from alignkit.model.charts import Chart
from alignkit.model.deck import Line, Marker
from alignkit.model.inlines import Text
from alignkit.walking import block_lines
from alignkit.writers.chart_alternative import description
from alignkit.writers.ooxml.namespaces import SLIDE_TYPE
from alignkit.writers.ooxml.package import Part

from .paragraphs import marked_paragraphs
from .roots import notes_root
from .text import Look

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.model.blocks import Block, ListItem

    from .sheet import Sheet

_INDENT_PT = 18
_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{name}"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1"'
    ' noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"/></p:nvPr></p:nvSpPr><p:spPr/></p:sp>'
)


def notes_part(blocks: tuple[Block, ...], slide: str, sheet: Sheet) -> Part:
    """The notes of a slide as a part.

    Args:
        blocks: what is said.
        slide: name of the slide's part.
        sheet: the counters of the notes.

    """
    sheet.relate("notesMaster", sheet.reference.notes_master)
    sheet.relate("slide", slide)
    image = _IMAGE.format(id=sheet.new_shape(), name=sheet.name("Slide image"))
    shape = sheet.new_shape()
    lines = tuple(line for block in blocks for line in _lines(block, 0, sheet.language))
    text = marked_paragraphs(lines, sheet, Look(sheet.language), _INDENT_PT, bulleted=False)
    body = (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{shape}" name="{sheet.name("Notes")}"/><p:cNvSpPr>'
        '<a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph type="body" idx="1"/></p:nvPr></p:nvSpPr><p:spPr/>'
        f"<p:txBody><a:bodyPr/><a:lstStyle/>{text}</p:txBody></p:sp>"
    )
    data = notes_root(image + body).encode()
    return Part(sheet.part, f"{SLIDE_TYPE}notesSlide+xml", data, tuple(sheet.relationships))


def _lines(block: Block, level: int, language: str) -> Iterator[Line]:
    """The paragraphs a block is in notes, which hold nothing but text."""
    match block:
        case Heading(inlines=inlines):
            yield Line(inlines, level=level, strong=True)
        case Paragraph(inlines=inlines):
            yield Line(inlines, level=level)
        case ListBlock(ordered=ordered, items=items, start=start):
            for number, item in enumerate(items, start):
                yield from _item(item, number if ordered else None, level, language)
        case Chart():
            yield Line((Text(description(block, language)),), level=level)
        case _:
            yield from (Line(line, level=level) for line in block_lines(block) if line)


def _item(item: ListItem, number: int | None, level: int, language: str) -> Iterator[Line]:
    marker = Marker.BULLET if number is None else Marker.NUMBER
    if item.checked is not None:
        marker = Marker.DONE if item.checked else Marker.OPEN
    for at, block in enumerate(item.blocks):
        if at == 0 and isinstance(block, Paragraph):
            yield Line(block.inlines, marker, level, number or 0)
        else:
            yield from _lines(block, level + 1, language)
