"""Looks of slots: what a placeholder gives, within the limits of its slot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.deck import Box, Slot
from alignkit.themes import Insets, SlotLook

from .limits import CARD_TEXT, Limit, limit_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.deck import Layout

    from .inheritance import Shape


_INDENT_PT = 18
"""How far marked paragraphs are indented where the reference does not say."""


def look(layout: Layout, slot: Slot, shape: Shape, box: Box) -> SlotLook:
    """The look of a slot whose text a placeholder carries, in `box`."""
    limit = limit_of(layout, slot)
    wanted_pt = shape.placeholder.text_pt or limit.most_pt
    return SlotLook(
        box=box,
        text_pt=within(wanted_pt, limit),
        least_pt=limit.least_pt,
        font=shape.font,
        bold=shape.bold,
        insets=shape.insets,
        line_spacing=shape.line_spacing,
        space_after_pt=shape.space_after_pt,
        indent_pt=shape.indent_pt or _INDENT_PT,
        lines=limit.lines,
        small_pt=within(shape.second_pt or CARD_TEXT.most_pt, CARD_TEXT) if slot is Slot.CARD else 0,
        least_small_pt=CARD_TEXT.least_pt if slot is Slot.CARD else 0,
        most_pt=limit.short_pt if wanted_pt >= limit.most_pt else 0,  # a reference's small text stays small
        flush=shape.flush,
    )


def drawn_look(layout: Layout, slot: Slot, font: str, box: Box) -> SlotLook:
    """The look of a slot that has no placeholder and is drawn as a shape of its own."""
    limit = limit_of(layout, slot)
    return SlotLook(
        box=box,
        text_pt=limit.most_pt,
        least_pt=limit.least_pt,
        font=font,
        bold=slot in {Slot.LEFT_HEAD, Slot.RIGHT_HEAD, Slot.CARD},
        insets=Insets(),
        line_spacing=1.0,
        space_after_pt=0 if limit.lines else 6,
        indent_pt=_INDENT_PT,
        lines=limit.lines,
        small_pt=CARD_TEXT.most_pt if slot is Slot.CARD else 0,
        least_small_pt=CARD_TEXT.least_pt if slot is Slot.CARD else 0,
        most_pt=limit.short_pt,
    )


def within(size_pt: float, limit: Limit) -> float:
    """A size held between the bounds."""
    return min(max(size_pt, limit.least_pt), limit.most_pt)


def around(boxes: Sequence[Box]) -> Box:
    """The smallest box that holds all of them."""
    left, top = min(b.x for b in boxes), min(b.y for b in boxes)
    right, bottom = max(b.x + b.width for b in boxes), max(b.y + b.height for b in boxes)
    return Box(left, top, right - left, bottom - top)
