"""Short texts on slides: larger and further apart, as far as the slide stays calm."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT, TextBody

from .fitting_text import fit, height_of, in_ems, line_height, text_height

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.deck import Filled, Line

    from .fitting_text import InEms, Room

_LARGER_SHARE, _APART_SHARE = 0.55, 0.66
"""Parts of a slot's height that a text may fill by growing, and by the space between its paragraphs."""
_MOST_APART = 1.0
"""The most space between two paragraphs, in sizes of their text."""
_ABOVE = 0.4
"""Part of the free height that lies above a text which stands alone: the optical middle."""


def grown(lines: tuple[Line, ...], room: Room, text_pt: float) -> TextBody:
    """Lines that fit a slot at `text_pt`, larger and further apart where they leave it empty."""
    size, apart = growth([(lines, room)], text_pt)
    return TextBody(lines, size, apart)


def growth(texts: Sequence[tuple[Sequence[Line], Room]], text_pt: float) -> tuple[float, float | None]:
    """The size texts beside each other may share, and the space after their paragraphs.

    Args:
        texts: lines and the slot they stand in.
        text_pt: the size at which they fit.

    Returns:
        The size, and the space in points, None for what the looks say.

    """
    if any(room.look.most_pt <= text_pt or text_pt < room.look.text_pt for _, room in texts):
        return text_pt, None
    size, most = text_pt, min(room.look.most_pt for _, room in texts)
    measured = [(in_ems(lines, room), room) for lines, room in texts]
    while size + 1 <= most and all(_is_calm(lines, room, size + 1) for lines, room in measured):
        size += 1
    apart = [_apart(lines, room, size) for lines, room in texts if len(lines) > 1]
    usual = max(room.look.space_after_pt for _, room in texts)
    return size, min(apart) if apart and min(apart) > usual else None


def _is_calm(lines: InEms, room: Room, size: float) -> bool:
    """Whether a text of this size leaves the slot as empty as a slide should be."""
    return height_of(lines, room, size) <= room.height_pt * _LARGER_SHARE and fit(lines, room, size)


def _apart(lines: Sequence[Line], room: Room, size: float) -> float:
    """Space after each paragraph; 0 where some belong closer together than others."""
    if any(line.level or line.strong for line in lines):
        return 0
    free = room.height_pt * _APART_SHARE - sum(line_height(line, room, size) for line in lines)
    return float(int(min(free / (len(lines) - 1), size * _MOST_APART)))


def standing(filled: Filled, room: Room, beneath: Filled | None = None) -> list[Filled]:
    """A text that stands alone, and the line beneath it, in the optical middle of their slots.

    Args:
        filled: the text in its slot.
        room: the slot.
        beneath: a line that follows it in a slot below, or None.

    """
    assert isinstance(filled.content, TextBody)  # noqa: S101 - only texts stand alone
    insets = room.look.insets
    needed = text_height(filled.content.lines, room, filled.content.text_pt) * EMU_PER_PT
    height = min(int(needed) + insets.top + insets.bottom + EMU_PER_PT, room.box.height)
    whole = room.box.height if beneath is None else beneath.box.y + beneath.box.height - room.box.y
    taken = height if beneath is None else height + beneath.box.height
    top = room.box.y + int(max(whole - taken, 0) * _ABOVE)
    placed = [replace(filled, box=replace(room.box, y=top, height=height), moved=True)]
    if beneath is not None:
        box = replace(beneath.box, y=top + height)
        placed.append(replace(beneath, box=box, moved=True))
    return placed
