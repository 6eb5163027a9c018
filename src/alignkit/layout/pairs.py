"""Two columns of text beside each other, in one size, over as many slides as the longer one needs."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING

from alignkit.model.deck import Filled, Layout, Line, Slot, TextBody

from .fitting_text import fits, fitting_size, ladder, pages_at, text_pages
from .growing import growth
from .inlines import has_text
from .sheet import room_of

if TYPE_CHECKING:
    from alignkit.model.inlines import Inline
    from alignkit.themes import Theme

    from .fitting_text import Room
    from .parts import Pair

_HEADS = (Slot.LEFT_HEAD, Slot.RIGHT_HEAD)
_SIDES = (Slot.LEFT, Slot.RIGHT)


def pair_pages(pair: Pair, layout: Layout, theme: Theme) -> list[tuple[Filled, ...]]:
    """The slots of each slide; headings stand again where their column goes on."""
    sides, heads = [], []
    for index, side in enumerate(pair.sides):
        head = _head(pair.heads[index], index, layout, theme)
        own = () if head or not has_text(pair.heads[index]) else (Line(pair.heads[index], strong=True),)
        heads.append(head)
        sides.append((*own, *side))
    rooms = [room_of(theme, layout, slot) for slot in _SIDES]
    columns, text_pt = _columns(sides, rooms)
    apart = None
    if all(len(column) < 2 for column in columns):
        held = [(lines, room) for lines, room in zip(sides, rooms, strict=True) if lines]
        text_pt, apart = growth(held, text_pt) if held else (text_pt, None)
    pages: list[tuple[Filled, ...]] = []
    for texts in zip_longest(*columns, fillvalue=()):
        filled = []
        for index, lines in enumerate(texts):
            head = heads[index]
            if head and (lines or not pages):
                filled.append(head)
            if lines:
                filled.append(Filled(_SIDES[index], TextBody(lines, text_pt, apart), rooms[index].box))
        pages.append(tuple(filled))
    return pages or [tuple(head for head in heads if head)]


def _head(text: tuple[Inline, ...], index: int, layout: Layout, theme: Theme) -> Filled | None:
    """The heading of a column; None where it has none, or one too long for its slot."""
    if layout is not Layout.COMPARISON or not has_text(text):
        return None
    room = room_of(theme, layout, _HEADS[index])
    size = fitting_size((Line(text),), room)
    return Filled(_HEADS[index], TextBody((Line(text),), size), room.box) if size else None


def _columns(sides: list[tuple[Line, ...]], rooms: list[Room]) -> tuple[list[list[tuple[Line, ...]]], float]:
    """The lines of each column by slide, and the size they share."""
    texts = list(zip(sides, rooms, strict=True))
    for size in ladder(rooms[0]):
        if all(not lines or (_is_short(lines, room) and fits(lines, room, size)) for lines, room in texts):
            return [[lines] if lines else [] for lines in sides], size
    size = min(text_pages(lines, room)[1] for lines, room in texts if lines)
    return [pages_at(lines, room, size) for lines, room in texts], size


def _is_short(lines: tuple[Line, ...], room: Room) -> bool:
    return fitting_size(lines, room) is not None
