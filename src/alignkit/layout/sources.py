"""The source line of a slide, which grows upwards when it is long."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT, SLOTS, Filled, Line, Slot, TextBody

from .fitting_text import fitting_size, ladder, text_height
from .inlines import has_text
from .sheet import room_of

if TYPE_CHECKING:
    from alignkit.model.deck import Layout
    from alignkit.model.inlines import Inline
    from alignkit.themes import Theme

_LARGEST_SHARE = 0.15
"""More than this part of a slide's height no source line takes."""


def source_line(
    source: tuple[Inline, ...], theme: Theme, layout: Layout
) -> tuple[Filled | None, tuple[Inline, ...]]:
    """The source line in its slot, or what has to stand elsewhere because it is too long."""
    if not has_text(source):
        return None, ()
    if Slot.SOURCE not in SLOTS[layout]:
        return None, source
    lines, room = (Line(source),), room_of(theme, layout, Slot.SOURCE)
    size = fitting_size(lines, room)
    if size:
        return Filled(Slot.SOURCE, TextBody(lines, size), room.box), ()
    least = ladder(room)[-1]
    insets = room.look.insets
    height = ceil(text_height(lines, room, least) * EMU_PER_PT) + insets.top + insets.bottom
    if height > theme.height * _LARGEST_SHARE:
        return None, source
    box = replace(room.box, y=room.box.y + room.box.height - height, height=height)
    return Filled(Slot.SOURCE, TextBody(lines, least), box, moved=True), ()
