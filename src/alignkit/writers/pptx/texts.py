"""Text slots: a placeholder of the layout, or a box of its own where the layout offers none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.deck import Box, Slot

from .paragraphs import marked_paragraphs, paragraph
from .shapes import EMPTY_PROPERTIES, mark_shape, moved_to, placeholder_shape, slot_body, text_box
from .text import Look, hundredths

if TYPE_CHECKING:
    from alignkit.model.deck import Filled, TextBody
    from alignkit.themes import SlotLook

    from .reference import Placeholder
    from .sheet import Sheet

_BAR, _BESIDE = 57_150, 228_600
"""Width of the bar beside a quote, and how far it stands from the text, in EMU."""


def quote_rule(box: Box, sheet: Sheet) -> str:
    """The bar beside somebody's own words, as high as they are."""
    place = Box(max(box.x - _BESIDE, 0), box.y, _BAR, box.height)
    return mark_shape(place, "rect", sheet.palette.accent, sheet, name="Quote rule")


def text(
    body: TextBody, filled: Filled, look: SlotLook, placeholder: Placeholder | None, sheet: Sheet
) -> str:
    """The slot's shape with its paragraphs."""
    sheet.new_shape()
    size = hundredths(body.text_pt)
    usual = hundredths(look.text_pt if placeholder is None else placeholder.text_pt)
    face = Look(sheet.language, 0 if size == usual else size)
    if filled.slot is Slot.TITLE:
        paragraphs = "".join([paragraph(line.inlines, sheet, face) for line in body.lines])
    else:
        bulleted = placeholder is not None and placeholder.bullet
        paragraphs = marked_paragraphs(
            body.lines,
            sheet,
            face,
            look.indent_pt,
            bulleted=bulleted,
            space_after_pt=body.space_after_pt,
            term_pt=body.term_pt,
        )
    if placeholder is None:
        name = filled.slot.replace("_", " ").capitalize()
        return text_box(filled.box, slot_body(look, sheet.ink), paragraphs, sheet, name=name)
    properties = EMPTY_PROPERTIES if filled.box == placeholder.box else moved_to(filled.box)
    return placeholder_shape(placeholder, paragraphs, sheet, properties=properties)
