"""How large and how small the text of each slot may be, and how many lines it may have (LOOK, PowerPoint)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.deck import Layout, Slot

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Limit:
    """Bounds for the text of a slot."""

    most_pt: float
    """The largest size; a reference that asks for more is held to it."""
    least_pt: float
    """The smallest size."""
    lines: int = 0
    """At most so many lines; 0 for as many as fit."""
    short_pt: float = 0
    """What a short text may grow to; 0 for no larger than `most_pt`."""


_TEXT = Limit(18, 14, short_pt=22)
_SMALL_TEXT = Limit(14, 12)
_SLOTS: Mapping[Slot, Limit] = {
    Slot.TITLE: Limit(28, 26, 2),
    Slot.LABEL: Limit(14, 12, 1),
    Slot.SUBTITLE: Limit(16, 12),
    Slot.LEAD: Limit(16, 14, 2),
    Slot.BODY: _TEXT,
    Slot.LEFT_HEAD: Limit(20, 14, 2),
    Slot.LEFT: _TEXT,
    Slot.RIGHT_HEAD: Limit(20, 14, 2),
    Slot.RIGHT: _TEXT,
    Slot.TABLE: Limit(14, 12, short_pt=16),
    Slot.CHART: _SMALL_TEXT,
    Slot.CARD: Limit(54, 24),
    Slot.TIMELINE: _SMALL_TEXT,
    Slot.MATRIX: _SMALL_TEXT,
    Slot.SOURCE: Limit(10, 10, 2),
}
_PARTICULAR: Mapping[tuple[Layout, Slot], Limit] = {
    (Layout.TITLE, Slot.TITLE): Limit(40, 28, 3),
    (Layout.SECTION, Slot.TITLE): Limit(40, 26, 2),
    (Layout.CLOSING, Slot.TITLE): Limit(36, 26, 2),
    (Layout.STATEMENT, Slot.BODY): Limit(44, 20),
    (Layout.QUOTE, Slot.BODY): Limit(36, 18),
    (Layout.CLOSING, Slot.BODY): Limit(20, 14, short_pt=24),
}
CARD_TEXT = Limit(16, 12)
"""Label and note of a card."""


def limit_of(layout: Layout, slot: Slot) -> Limit:
    """The bounds of a slot in a layout."""
    return _PARTICULAR.get((layout, slot)) or _SLOTS[slot]
