"""Where our slots stand on a company's layout: in its placeholders, or in the room it leaves."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT, SLOTS, Box, Layout, Slot

from .assembling import Pick
from .limits import limit_of
from .looks import around

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .inheritance import Shape
    from .matching import Match
    from .offers import Offer

_LINE_OF_FONT = 1.25
"""Height of a line of most fonts, in sizes of its text."""
_GAP = 91_440
_GUTTER = 228_600
_CHART_SHARE, _CARD_SHARE = 0.64, 0.44
_SOURCE = re.compile(r"source|quelle|footnote|fu(ß|ss)note", re.IGNORECASE)
_COVERS = frozenset({Layout.TITLE, Layout.SECTION})


def place(match: Match) -> Pick:
    """The layout with a box for every slot of ours; a slot without a placeholder gets one in the room."""
    layout, offer = match.layout, match.offer
    shapes = {Slot.TITLE: (offer.title,), **match.held}
    for slot, line in ((Slot.LEAD, _lead(offer)), (Slot.SOURCE, _source(offer))):
        if slot in SLOTS[layout] and slot not in shapes and line is not None:
            shapes[slot] = (line,)
    if match.is_ours:
        boxes = {slot: around([shape.box for shape in shapes[slot]]) for slot in SLOTS[layout]}
    else:
        boxes = _cover_boxes(match) if layout in _COVERS else _boxes(layout, offer, shapes)
    return Pick(
        part=offer.part,
        shapes=shapes,
        boxes=boxes,
        footer=offer.footer,
        number=offer.number,
        day=offer.day,
        ink=offer.ink,
    )


def _height(layout: Layout, slot: Slot, lines: int = 0) -> int:
    """The height of a slot that holds a few lines."""
    limit = limit_of(layout, slot)
    return round((lines or limit.lines) * limit.most_pt * _LINE_OF_FONT * EMU_PER_PT)


def _lead(offer: Offer) -> Shape | None:
    """A line of text between the title and the room."""
    for shape in offer.small:
        under = shape.box.y >= offer.title.box.y + offer.title.box.height / 2
        over = shape.box.y + shape.box.height <= offer.room.y + _GAP
        if under and over and shape.box.width >= offer.room.width / 2:
            return shape
    return None


def _source(offer: Offer) -> Shape | None:
    """A line of text below the room, or one that is called so."""
    bottom = offer.room.y + offer.room.height
    for shape in offer.small:
        low = shape.box.y >= bottom - _GAP and shape.box.width >= offer.room.width * 0.4
        if low or _SOURCE.search(shape.placeholder.name):
            return shape
    return None


def _boxes(layout: Layout, offer: Offer, shapes: Mapping[Slot, tuple[Shape, ...]]) -> dict[Slot, Box]:
    """Title, lead and source at the edges of the room; the rest shares what they leave."""
    boxes = {Slot.TITLE: offer.title_box}
    room = offer.room
    for slot, from_top in ((Slot.LEAD, True), (Slot.SOURCE, False)):
        if slot not in SLOTS[layout]:
            continue
        if slot in shapes:
            boxes[slot] = _grown(shapes[slot][0], _height(layout, slot), offer)
            room = _clear_of(room, boxes[slot])
        else:
            boxes[slot], room = _cut(room, _height(layout, slot), from_top=from_top)
    wanted = _shares(layout, room)
    for slot in SLOTS[layout]:
        if slot in boxes:
            continue
        held = shapes.get(slot)
        boxes[slot] = wanted[slot] if held is None else _held(held, wanted[slot], room, slot)
    return {slot: boxes[slot] for slot in SLOTS[layout]}


def _grown(shape: Shape, need: int, offer: Offer) -> Box:
    """A placeholder's box, as high as its lines need, towards the room's side that is free."""
    box = shape.box
    need += shape.insets.top + shape.insets.bottom
    if box.height >= need:
        return box
    below_room = box.y >= offer.room.y + offer.room.height / 2
    return replace(box, y=box.y + box.height - need if below_room else box.y, height=need)


def _clear_of(room: Box, box: Box) -> Box:
    """The room without the part that a line at its top or bottom takes."""
    bottom = room.y + room.height
    if box.y + box.height / 2 < room.y + room.height / 2:
        top = max(room.y, box.y + box.height + _GAP)
        return replace(room, y=top, height=bottom - top)
    return replace(room, height=min(bottom, box.y - _GAP) - room.y)


def _cut(room: Box, height: int, *, from_top: bool) -> tuple[Box, Box]:
    """A strip of the room, and the rest below or above it."""
    rest = room.height - height - _GAP
    if from_top:
        return replace(room, height=height), replace(room, y=room.y + height + _GAP, height=rest)
    return replace(room, y=room.y + rest + _GAP, height=height), replace(room, height=rest)


def _held(held: tuple[Shape, ...], wanted: Box, room: Box, slot: Slot) -> Box:
    """The box of placeholders where they leave the room to others, else the share of the room."""
    own = around([shape.box for shape in held])
    top, bottom = max(own.y, wanted.y), min(own.y + own.height, wanted.y + wanted.height)
    left, right = max(own.x, room.x), min(own.x + own.width, room.x + room.width)
    if slot in {Slot.LEFT, Slot.RIGHT, Slot.LEFT_HEAD, Slot.RIGHT_HEAD, Slot.CHART, Slot.BODY}:
        fits = right - left >= wanted.width * 0.7 and left >= wanted.x - wanted.width * 0.3
    else:
        fits = True
    if not fits or bottom - top < wanted.height * 0.6:
        return wanted
    return Box(left, top, right - left, bottom - top)


def _shares(layout: Layout, room: Box) -> dict[Slot, Box]:
    """How the slots beside title, lead and source share the room."""
    whole = dict.fromkeys(SLOTS[layout], room)
    if layout is Layout.TWO_COLUMNS:
        return whole | dict(zip((Slot.LEFT, Slot.RIGHT), _columns(room, 0.5), strict=True))
    if layout is Layout.COMPARISON:
        heads, rest = _cut(room, _height(layout, Slot.LEFT_HEAD), from_top=True)
        return whole | dict(
            zip(
                (Slot.LEFT_HEAD, Slot.RIGHT_HEAD, Slot.LEFT, Slot.RIGHT),
                (*_columns(heads, 0.5), *_columns(rest, 0.5)),
                strict=True,
            )
        )
    if layout is Layout.CHART_TEXT:
        return whole | dict(zip((Slot.CHART, Slot.BODY), _columns(room, _CHART_SHARE), strict=True))
    if layout is Layout.CARDS:
        cards, body = _cut(room, round(room.height * _CARD_SHARE), from_top=True)
        return whole | {Slot.CARD: cards, Slot.BODY: body}
    if layout is Layout.QUOTE:
        speaker, body = _cut(room, _height(layout, Slot.SUBTITLE, 2), from_top=False)
        return whole | {Slot.BODY: body, Slot.SUBTITLE: speaker}
    return whole


def _columns(room: Box, share: float) -> tuple[Box, Box]:
    """Two columns with a gutter, the first with a share of the width."""
    width = round((room.width - _GUTTER) * share)
    second = room.x + width + _GUTTER
    return replace(room, width=width), replace(room, x=second, width=room.x + room.width - second)


def _cover_boxes(match: Match) -> dict[Slot, Box]:
    """Title and subtitle where they are; the label above the title, or in a strip of it where it is high."""
    layout, offer = match.layout, match.offer
    title = offer.title.box
    boxes = {Slot.TITLE: title}
    if layout is Layout.TITLE:
        boxes[Slot.LABEL], boxes[Slot.TITLE] = _label(title)
        under = Slot.SUBTITLE
    else:
        under = Slot.BODY
    held = match.held.get(under)
    boxes[under] = held[0].box if held else _below(title, offer)
    return boxes


def _label(title: Box) -> tuple[Box, Box]:
    height = _height(Layout.TITLE, Slot.LABEL)
    if title.y >= height + 2 * _GAP:
        return replace(title, y=title.y - height - _GAP, height=height), title
    label, rest = _cut(title, height, from_top=True)
    return label, rest


def _below(title: Box, offer: Offer) -> Box:
    """A box below a title that has nothing under it."""
    top = title.y + title.height + _GAP
    bottom = max(offer.room.y + offer.room.height, top + _height(Layout.TITLE, Slot.SUBTITLE, 4))
    return Box(title.x, top, title.width, bottom - top)
