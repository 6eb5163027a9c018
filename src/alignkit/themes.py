"""What layout has to know of a look: fonts, and where each slot stands and how its text is set.

A theme is made from a reference presentation by the room that reads it; layout never sees the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignkit.model.blocks import Event
from alignkit.model.deck import Box, Layout, Slot
from alignkit.model.inlines import Inline, Text


@dataclass(frozen=True, slots=True)
class Insets:
    """Space between the edges of a box and its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class SlotLook:
    """Where a slot stands, and how its text is set."""

    box: Box
    """Its place on the slide."""
    text_pt: float
    """The usual size of its text, where the ladder begins."""
    least_pt: float
    """The smallest size its text may have (LOOK: 14 for text, 12 in tables, 10 for source lines)."""
    font: str
    """Family of its text as the theme names it: `Calibri`."""
    bold: bool = False
    """Whether its text is bold."""
    insets: Insets = Insets()
    """Space inside its edges."""
    line_spacing: float = 1.0
    """Distance of lines, in heights of the font's own line."""
    space_after_pt: float = 0
    """Space after each paragraph."""
    indent_pt: float = 0
    """How far a marked paragraph of the first level is indented; each level adds as much."""
    lines: int = 0
    """At most so many lines; 0 for as many as fit."""
    small_pt: float = 0
    """Of a card: the usual size of its label and note."""
    least_small_pt: float = 0
    """Of a card: the smallest size of its label and note."""
    most_pt: float = 0
    """The size a short text may grow to; 0 for no larger than usual."""
    flush: bool = True
    """Whether its lines begin at its left edge, so that its box may be narrower without moving them."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of a deck as layout sees it."""

    width: int
    """Width of a slide, in EMU."""
    height: int
    """Height of a slide, in EMU."""
    layouts: Mapping[Layout, Mapping[Slot, SlotLook]]
    """The slots of every layout of the closed list; a slot of `deck.SLOTS` is always there."""


CELL_SIDE, CELL_ABOVE = 73_152, 50_292
"""Margins of a table's cell at its left and right, and above and below its text, in EMU."""

SCHEDULE_GAP = 137_160
"""Space between the labels of a timeline and its scale, in EMU. A row holds the label of the event and, in
paragraphs below it, `schedule_detail`; a row is as high as these need, with `CELL_ABOVE` above and below."""

_MATRIX_HEADS = 0.16
"""Share of a matrix's width that the headings of its rows take."""
_MATRIX_HEADER = 0.13
"""Share of its height that the headings of its columns take."""


def matrix_grid(box: Box, rows: int, columns: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Widths and heights of a matrix that fills `box`: the headings first, then the fields, all alike."""
    heads, header = round(box.width * _MATRIX_HEADS), round(box.height * _MATRIX_HEADER)
    return _divided(box.width, heads, columns), _divided(box.height, header, rows)


def _divided(whole: int, first: int, count: int) -> tuple[int, ...]:
    each = (whole - first) // count
    return (whole - each * count, *((each,) * count))


def schedule_detail(event: Event) -> tuple[tuple[Inline, ...], ...]:
    """What stands under the label of an event: day, person and note in one paragraph; none without any."""
    told: list[Inline] = []
    for text in (event.when, event.who, event.note):
        told.extend((Text(" · "), *text) if told and text else text)
    return (tuple(told),) if told else ()
