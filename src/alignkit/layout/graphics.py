"""Graphics in their slots, over as many slides as they need."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import Cards, Matrix, Table, Timeline
from alignkit.model.charts import Chart
from alignkit.model.deck import Filled, Layout, Slot
from alignkit.model.inlines import Inline, Text
from alignkit.showing import plain

from .boxes import shortened_to, stretched_over
from .exhibits import exhibits_page
from .fitting_cards import card_pages
from .fitting_drawings import chart_drawing, matrix_drawing, timeline_drawing
from .fitting_tables import table_pages
from .pairs import pair_pages
from .parts import Exhibits, Pair, Panel, Saying

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.deck import Box, Content
    from alignkit.model.document import Words
    from alignkit.themes import SlotLook, Theme

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
class GraphicPage:
    """What one slide of a graphic holds."""

    filled: tuple[Filled, ...]
    misfits: tuple[Misfit, ...] = ()


def graphic_pages(sheet: Sheet, theme: Theme, words: Words, source: Filled | None) -> list[GraphicPage]:
    """The slides of a graphic without the text around it, at least one.

    Args:
        sheet: a slide with a graphic that is no text.
        theme: fonts and places.
        words: what an empty table says.
        source: the source line, which may have grown into the graphic's box.

    """
    graphic = sheet.graphic
    match graphic:
        case Table():
            return _table(graphic, sheet, theme, words, source)
        case Chart():
            look, box = _place(sheet, theme, Slot.CHART, source)
            chart = chart_drawing(graphic, look, box)
            labels = tuple(Misfit(f"the label `{plain(label)}` of the chart", ()) for label in chart.cut)
            return _pages(Slot.CHART, chart.contents, look, box, labels)
        case Timeline():
            look, box = _place(sheet, theme, Slot.TIMELINE, source)
            rows = timeline_drawing(graphic, look, box)
            return _pages(Slot.TIMELINE, rows.contents, look, box, _cut("a row of the timeline", rows.cut))
        case Matrix():
            look, box = _place(sheet, theme, Slot.MATRIX, source)
            field = matrix_drawing(graphic, look, box)
            return _pages(Slot.MATRIX, field.contents, look, box, _cut("a field of the matrix", field.cut))
        case Cards():
            return _cards(graphic, *_place(sheet, theme, Slot.CARD, source))
        case Pair():
            return [GraphicPage(page) for page in pair_pages(graphic, sheet.layout, theme)]
        case Exhibits():
            return [GraphicPage(exhibits_page(graphic, theme, words, source))]
        case Saying() | Panel() | None:
            raise AssertionError("slides of text are laid elsewhere")
        case _:
            assert_never(graphic)


def region(sheet: Sheet, theme: Theme, slot: Slot, source: Filled | None) -> Box:
    """Where a slot stands: over an empty lead's room, and no lower than the source line."""
    looks = theme.layouts[sheet.layout]
    box = looks[slot].box
    if not sheet.lead and slot in _BELOW_LEAD.get(sheet.layout, ()):
        box = stretched_over(box, looks[Slot.LEAD].box)
    return shortened_to(box, source.box) if source else box


def _place(sheet: Sheet, theme: Theme, slot: Slot, source: Filled | None) -> tuple[SlotLook, Box]:
    return theme.layouts[sheet.layout][slot], region(sheet, theme, slot, source)


def _pages(
    slot: Slot, contents: Sequence[Content], look: SlotLook, box: Box, misfits: tuple[Misfit, ...]
) -> list[GraphicPage]:
    """A slide for each content; what does not fit is told with the first."""
    first, *others = [GraphicPage((Filled(slot, each, box, box != look.box),)) for each in contents]
    return [replace(first, misfits=misfits), *others]


def _table(
    table: Table, sheet: Sheet, theme: Theme, words: Words, source: Filled | None
) -> list[GraphicPage]:
    look, box = _place(sheet, theme, Slot.TABLE, source)
    found = table_pages(table, look, box.width, box.height, words)
    return _pages(Slot.TABLE, found.grids, look, box, _cut("a heading of the table", found.cut))


def _cut(what: str, texts: tuple[tuple[Inline, ...], ...]) -> tuple[Misfit, ...]:
    return tuple(Misfit(what, (text,)) for text in texts)


def _cards(cards: Cards, look: SlotLook, box: Box) -> list[GraphicPage]:
    found = card_pages(cards.cards, look, box)
    first, *others = [
        GraphicPage(
            tuple(
                Filled(Slot.CARD, face, place, moved=True)
                for face, place in zip(page.faces, page.boxes, strict=True)
            )
        )
        for page in found.pages
    ]
    misfits = tuple(
        Misfit(f"the card `{card.label}`", ((Text(card.label),), card.value, card.note)) for card in found.cut
    )
    return [replace(first, misfits=misfits), *others]
