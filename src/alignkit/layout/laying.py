"""A slide as it is meant becomes slides whose content fits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place
from alignkit.model.deck import SLOTS, Filled, Layout, Line, Slot, TextBody
from alignkit.model.inlines import Inline

from .fitting_text import Room, fits, fitting_size, text_pages
from .graphics import Misfit, graphic_pages, region
from .growing import grown, standing
from .inlines import has_text
from .parts import Panel, Saying
from .sheet import room_of
from .sources import source_line

if TYPE_CHECKING:
    from alignkit.model.document import Words
    from alignkit.themes import Theme

    from .sheet import Sheet

_STANDING = frozenset((Layout.STATEMENT, Layout.QUOTE))
"""Layouts whose text stands alone."""


@dataclass(frozen=True, slots=True)
class Laid:
    """A slide whose content fits, before its title is set."""

    layout: Layout
    """What it is."""
    title: tuple[Inline, ...]
    """Its title, not yet numbered."""
    filled: tuple[Filled, ...]
    """Its slots but for the title, in reading order."""
    place: Place | None
    """Where it comes from in the template."""
    misfits: tuple[Misfit, ...] = ()
    """What does not fit."""


def laid(sheet: Sheet, theme: Theme, words: Words) -> list[Laid]:
    """The slides of one sheet; what finds no room on them continues on slides of text."""
    if _is_text(sheet):
        return _text_slides(sheet, theme)
    source, spilled = source_line(sheet.source, theme, sheet.layout)
    pages = graphic_pages(sheet, theme, words, source)
    body, late = _body(sheet, theme, source)
    slides = []
    for index, page in enumerate(pages):
        beside = (_lead(sheet, theme), body) if index == 0 else ()
        filled = _in_order(sheet.layout, (*page.filled, *filter(None, (*beside, source))))
        slides.append(Laid(sheet.layout, sheet.title, filled, sheet.place, page.misfits))
    rest = (*late, *(Line(inlines) for inlines in (spilled,) if has_text(inlines)))
    if rest:
        slides += _text_slides(replace(sheet, layout=Layout.BULLETS, body=rest, graphic=None), theme)
    return slides


def _is_text(sheet: Sheet) -> bool:
    return sheet.graphic is None or isinstance(sheet.graphic, (Panel, Saying))


def _in_order(layout: Layout, filled: tuple[Filled, ...]) -> tuple[Filled, ...]:
    return tuple(sorted(filled, key=lambda each: SLOTS[layout].index(each.slot)))


def _text_slides(sheet: Sheet, theme: Theme) -> list[Laid]:
    """Slides of text alone."""
    if not sheet.body:
        return [Laid(sheet.layout, sheet.title, (), sheet.place)]
    body, speaker = sheet.body, None
    if isinstance(sheet.graphic, Saying):
        speaker = _speaker(sheet.graphic, theme)
        if speaker is None and has_text(sheet.graphic.speaker):
            body = (*body, Line(sheet.graphic.speaker))
    room = room_of(theme, sheet.layout, Slot.BODY)
    pages, text_pt = text_pages(body, room)
    slides = []
    for index, page in enumerate(pages):
        text = grown(page, room, text_pt) if len(pages) == 1 else TextBody(page, text_pt)
        filled = [Filled(Slot.BODY, text, room.box)]
        beneath = speaker if index == len(pages) - 1 else None
        if sheet.layout in _STANDING:
            filled = standing(filled[0], room, beneath)
        elif beneath:
            filled.append(beneath)
        misfits = () if fits(page, room, text_pt) else (Misfit("the text", ()),)
        slides.append(Laid(sheet.layout, sheet.title, tuple(filled), sheet.place, misfits))
    return slides


def _speaker(saying: Saying, theme: Theme) -> Filled | None:
    if not has_text(saying.speaker):
        return None
    return _text_slot((Line(saying.speaker),), Slot.SUBTITLE, room_of(theme, Layout.QUOTE, Slot.SUBTITLE))


def _text_slot(lines: tuple[Line, ...], slot: Slot, room: Room) -> Filled | None:
    """Lines in a slot, or None where they do not fit or there are none."""
    size = fitting_size(lines, room) if lines else None
    return Filled(slot, TextBody(lines, size), room.box) if size else None


def _lead(sheet: Sheet, theme: Theme) -> Filled | None:
    return _text_slot(sheet.lead, Slot.LEAD, room_of(theme, sheet.layout, Slot.LEAD)) if sheet.lead else None


def _body(sheet: Sheet, theme: Theme, source: Filled | None) -> tuple[Filled | None, tuple[Line, ...]]:
    """The text beside or below a graphic, and what has to go on a slide of its own."""
    if not sheet.body:
        return None, ()
    look = theme.layouts[sheet.layout][Slot.BODY]
    box = region(sheet, theme, Slot.BODY, source)
    room = Room(look, box)
    size = fitting_size(sheet.body, room)
    if size is None:
        return None, sheet.body
    return Filled(Slot.BODY, grown(sheet.body, room, size), box, moved=box != look.box), ()
