"""A slide as it is meant becomes slides whose content fits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, assert_never

from alignkit.diagnostics import Place
from alignkit.model.blocks import Cards, Chart, Matrix, Table, Timeline
from alignkit.model.deck import SLOTS, Filled, Layout, Line, Slot, TextBody
from alignkit.model.inlines import Inline, Text

from .boxes import shortened_to, stretched_over
from .fitting_cards import card_pages
from .fitting_drawings import chart_drawing, matrix_drawing, timeline_drawing
from .fitting_tables import table_pages
from .fitting_text import Room, fits, fitting_size, text_pages
from .inlines import has_text
from .pairs import pair_pages
from .parts import Pair, Panel, Saying
from .sheet import room_of
from .sources import source_line

if TYPE_CHECKING:
    from alignkit.model.deck import Box, Content
    from alignkit.model.document import Words
    from alignkit.themes import Theme

    from .sheet import Sheet


_BELOW_LEAD: Mapping[Layout, tuple[Slot, ...]] = MappingProxyType(
    {
        Layout.TABLE: (Slot.TABLE,),
        Layout.CHART: (Slot.CHART,),
        Layout.CHART_TEXT: (Slot.CHART, Slot.BODY),
        Layout.TIMELINE: (Slot.TIMELINE,),
        Layout.MATRIX: (Slot.MATRIX,),
    }
)
"""The slots that take the room of an empty lead."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """A text that does not fit its slot even at the smallest size."""

    what: str
    """What it is, for the message: `a card`."""
    texts: tuple[tuple[Inline, ...], ...]
    """The whole of it, for the notes; empty when nothing is missing on the slide."""


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


@dataclass(frozen=True, slots=True)
class _Page:
    """What one slide of a graphic holds."""

    filled: tuple[Filled, ...]
    misfits: tuple[Misfit, ...] = ()


def laid(sheet: Sheet, theme: Theme, words: Words) -> list[Laid]:
    """The slides of one sheet; what finds no room on them continues on slides of text."""
    if _is_text(sheet):
        return _text_slides(sheet, theme)
    source, spilled = source_line(sheet.source, theme, sheet.layout)
    pages = _graphic_pages(sheet, theme, words, source)
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
        filled = [Filled(Slot.BODY, TextBody(page, text_pt), room.box)]
        filled += [speaker] if speaker and index == len(pages) - 1 else []
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
    box = _region(sheet, theme, Slot.BODY, source)
    filled = _text_slot(sheet.body, Slot.BODY, Room(look, box))
    if filled is None:
        return None, sheet.body
    return replace(filled, moved=box != look.box), ()


def _region(sheet: Sheet, theme: Theme, slot: Slot, source: Filled | None) -> Box:
    """Where a slot stands: over an empty lead's room, and no lower than the source line."""
    looks = theme.layouts[sheet.layout]
    box = looks[slot].box
    if not sheet.lead and slot in _BELOW_LEAD.get(sheet.layout, ()):
        box = stretched_over(box, looks[Slot.LEAD].box)
    return shortened_to(box, source.box) if source else box


def _graphic_pages(sheet: Sheet, theme: Theme, words: Words, source: Filled | None) -> list[_Page]:
    looks = theme.layouts[sheet.layout]
    graphic = sheet.graphic

    def one(slot: Slot, contents: tuple[Content, ...], misfits: tuple[Misfit, ...]) -> list[_Page]:
        box = _region(sheet, theme, slot, source)
        pages = [_Page((Filled(slot, each, box, box != looks[slot].box),)) for each in contents]
        return [replace(pages[0], misfits=misfits), *pages[1:]]

    match graphic:
        case Table():
            box = _region(sheet, theme, Slot.TABLE, source)
            tables = table_pages(graphic, looks[Slot.TABLE], box.width, box.height, words)
            return one(Slot.TABLE, tables.grids, _cut("a heading of the table", tables.cut))
        case Chart():
            chart = chart_drawing(graphic, looks[Slot.CHART], _region(sheet, theme, Slot.CHART, source))
            return one(Slot.CHART, chart.contents, tuple(Misfit(_label(cut), ()) for cut in chart.cut))
        case Timeline():
            rows = timeline_drawing(
                graphic, looks[Slot.TIMELINE], _region(sheet, theme, Slot.TIMELINE, source)
            )
            return one(Slot.TIMELINE, rows.contents, _cut("a row of the timeline", rows.cut))
        case Matrix():
            field = matrix_drawing(graphic, looks[Slot.MATRIX], _region(sheet, theme, Slot.MATRIX, source))
            return one(Slot.MATRIX, field.contents, _cut("a field of the matrix", field.cut))
        case Cards():
            return _card_slides(graphic, sheet, theme, source)
        case Pair():
            return [_Page(page) for page in pair_pages(graphic, sheet.layout, theme)]
        case Saying() | Panel() | None:
            raise AssertionError("slides of text are laid elsewhere")
        case _:
            assert_never(graphic)


def _cut(what: str, texts: tuple[tuple[Inline, ...], ...]) -> tuple[Misfit, ...]:
    return tuple(Misfit(what, (text,)) for text in texts)


def _label(text: tuple[Inline, ...]) -> str:
    (label,) = text
    return f"the label `{label.text}` of the chart" if isinstance(label, Text) else "a label of the chart"


def _card_slides(cards: Cards, sheet: Sheet, theme: Theme, source: Filled | None) -> list[_Page]:
    found = card_pages(
        cards.cards, theme.layouts[Layout.CARDS][Slot.CARD], _region(sheet, theme, Slot.CARD, source)
    )
    pages = [
        _Page(
            tuple(
                Filled(Slot.CARD, face, box, moved=True)
                for face, box in zip(page.faces, page.boxes, strict=True)
            )
        )
        for page in found.pages
    ]
    misfits = tuple(
        Misfit(f"the card `{card.label}`", ((Text(card.label),), card.value, card.note)) for card in found.cut
    )
    return [replace(pages[0], misfits=misfits), *pages[1:]]
