"""Figure cards: the figure large, what it is, and how it compares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.deck import Box
from alignkit.model.inlines import Text
from alignkit.walking import shown_in

from .paragraphs import paragraph
from .shapes import moved_to, placeholder_shape, plain_body, rule, text_box
from .text import Look, hundredths

if TYPE_CHECKING:
    from alignkit.model.blocks import Card
    from alignkit.model.deck import CardFace
    from alignkit.model.inlines import Inline
    from alignkit.themes import SlotLook

    from .reference import Placeholder
    from .sheet import Sheet

_RULE_PT, _RULE_GAP = 2.0, 45_720


def card(face: CardFace, box: Box, look: SlotLook, placeholder: Placeholder | None, sheet: Sheet) -> str:
    """A card under its rule; its shape is named after the figure it shows (rule N12)."""
    gap = 0 if look.insets.top else _RULE_GAP
    place = Box(box.x, box.y - gap, box.width, 0)
    above = rule(place, sheet.palette.accent, _RULE_PT, sheet, name="Card rule")
    sheet.new_shape()
    text = _text(face, look, sheet)
    name = _name(face.card)
    if placeholder is None:
        return above + text_box(box, plain_body(look.insets), text, sheet, name=name or "Card")
    properties = "<p:spPr/>" if box == placeholder.box else moved_to(box)
    return above + placeholder_shape(placeholder, text, sheet, name=name, properties=properties)


def _name(card: Card) -> str:
    """The name of a shape that shows a figure; empty without one."""
    shown = next(shown_in(card.value), None)
    return f"fig:{shown.key}" if shown else ""


def _text(face: CardFace, look: SlotLook, sheet: Sheet) -> str:
    palette, card = sheet.palette, face.card
    value = Look(sheet.language, hundredths(face.value_pt), bold=True, color=palette.accent_text)
    label = Look(sheet.language, hundredths(face.label_pt), color=palette.ink)
    note = label._replace(color=palette.muted)
    after = hundredths(look.space_after_pt)
    lines = [_line(card.value, value, sheet, 0, look.line_spacing, after)]
    lines.append(_line((Text(card.label),), label, sheet, 1, 1.0, after if card.note else 0))
    if card.note:
        lines.append(_line(card.note, note, sheet, 2, 1.0, 0))
    return "".join(lines)


def _line(
    inlines: tuple[Inline, ...], look: Look, sheet: Sheet, level: int, line_spacing: float, after: int
) -> str:
    """A paragraph that says its own spacing: on a company's layout a card may be any text."""
    lines = (
        f'<a:lnSpc><a:spcPct val="{round(line_spacing * 100000)}"/></a:lnSpc>' if line_spacing != 1 else ""
    )
    spacing = (
        f'{lines}<a:spcBef><a:spcPts val="0"/></a:spcBef>'
        f'<a:spcAft><a:spcPts val="{after}"/></a:spcAft><a:buNone/>'
    )
    return paragraph(inlines, sheet, look, level=level, flush=True, inside=spacing)
