"""A slide as parts: its own, and its notes."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.deck import CardFace, Field, Grid, Layout, Plot, Schedule, Slot, TextBody
from alignkit.writers.ooxml.namespaces import SLIDE_TYPE
from alignkit.writers.ooxml.package import Part

from .cards import card
from .charts import chart
from .footers import footers
from .matrices import matrix
from .notes import notes_part
from .palette import palette_of, scheme
from .roots import slide_root
from .sheet import LedgerEntry, Sheet
from .tables import table
from .texts import quote_rule, text
from .timelines import timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignkit.model.deck import Deck, Filled, Slide

    from .reference import Placeholder, PresentationReference, SlideLayout

_READABLE = "tx1"
"""Ink of a layout whose ground is the paper."""
_QUIET = 75000
"""Luminance of quiet text on a ground in another colour, in thousandths of a per cent of its ink."""


def slide_parts(
    slide: Slide,
    number: int,
    deck: Deck,
    reference: PresentationReference,
    attached: list[Part],
    figures: list[LedgerEntry],
) -> tuple[Part, ...]:
    """The part of a slide, and that of its notes if it has any.

    Args:
        slide: what it shows.
        number: its number, from 1.
        deck: what it is part of.
        reference: the look of the deck.
        attached: charts and workbooks of the deck, to which its own are added.
        figures: the ledger of the deck, to which its own are added.

    """
    layout = reference.layouts[slide.layout]
    sheet = _sheet(f"ppt/slides/slide{number}.xml", number, layout.ink, deck, reference, attached, figures)
    sheet.relate("slideLayout", layout.part)
    shapes = _shapes(slide, layout, sheet) + footers(layout, deck.properties, sheet)
    made: tuple[Part, ...] = ()
    if slide.notes:
        notes = _sheet(
            f"ppt/notesSlides/notesSlide{number}.xml", number, _READABLE, deck, reference, attached, figures
        )
        made = (notes_part(slide.notes, sheet.part, notes),)
        sheet.relate("notesSlide", notes.part)
    data = slide_root(shapes).encode()
    return (Part(sheet.part, f"{SLIDE_TYPE}slide+xml", data, tuple(sheet.relationships)), *made)


def _sheet(
    part: str,
    number: int,
    ink: str,
    deck: Deck,
    reference: PresentationReference,
    attached: list[Part],
    figures: list[LedgerEntry],
) -> Sheet:
    palette = palette_of(reference)
    return Sheet(
        part=part,
        number=number,
        reference=reference,
        palette=palette,
        words=deck.words,
        language=deck.properties.language,
        ink=scheme(ink),
        quiet=palette.muted if ink == _READABLE else scheme(ink, luminance=_QUIET),
        stale=palette.muted if ink == _READABLE else "",
        attached=attached,
        figures=figures,
    )


def _is_quoted(layout: Layout, filled: Filled) -> bool:
    return layout is Layout.QUOTE and filled.slot is Slot.BODY


def _shapes(slide: Slide, layout: SlideLayout, sheet: Sheet) -> str:
    """The filled slots in reading order, each in the next free placeholder of its kind."""
    return "".join(
        [_shape(filled, slide, placeholder, sheet) for filled, placeholder in _placed(slide.filled, layout)]
    )


def _placed(filled: Sequence[Filled], layout: SlideLayout) -> Iterator[tuple[Filled, Placeholder | None]]:
    free: dict[Slot, list[Placeholder]] = {
        slot: list(offered) for slot, offered in layout.placeholders.items()
    }
    for each in filled:
        offered = () if _is_framed_column(each) else free.get(each.slot)
        yield each, offered.pop(0) if offered else None


def _is_framed_column(filled: Filled) -> bool:
    """Whether a table or a chart stands in a column: a placeholder for text cannot hold it."""
    return filled.slot in (Slot.LEFT, Slot.RIGHT) and isinstance(filled.content, (Grid, Plot))


def _shape(filled: Filled, slide: Slide, placeholder: Placeholder | None, sheet: Sheet) -> str:
    look = sheet.reference.theme.layouts[slide.layout][filled.slot]
    match filled.content:
        case TextBody():
            beside = quote_rule(filled.box, sheet) if _is_quoted(slide.layout, filled) else ""
            return beside + text(filled.content, filled, look, placeholder, sheet)
        case Grid():
            return table(filled.content, filled.box, placeholder, sheet)
        case Plot():
            return chart(filled.content, filled.box, placeholder, sheet)
        case CardFace():
            return card(filled.content, filled.box, look, placeholder, sheet)
        case Field():
            return matrix(filled.content, filled.box, placeholder, sheet)
        case Schedule():
            return timeline(filled.content, filled.box, sheet)
        case _:
            assert_never(filled.content)
