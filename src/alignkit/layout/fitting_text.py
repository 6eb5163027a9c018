"""Lines of text in a slot: the size at which they fit, or the slides they are shared out over."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT, Line, Marker

from .inlines import first_part
from .measuring import SAFETY, measured
from .paging import paged

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from alignkit.model.deck import Box
    from alignkit.model.inlines import Inline
    from alignkit.themes import SlotLook

    from .measuring import Measured

InEms = list[tuple["Measured", float]]
"""Paragraphs as they are measured, each with its width in points: the same at every size."""
MOST_ENTRIES = 5
"""Entries of lists on a slide (LOOK, PowerPoint)."""
_HEADING_LEFT = 5_000.0
"""Cost of a heading at the end of a slide."""
_ORPHAN = 1_000.0
"""Cost of a single entry of a list on a slide."""
_PARTED = 100.0
"""Cost of an entry on another slide than what belongs to it."""
_SMALLEST_PT = 1.0


@dataclass(frozen=True)
class Room:
    """The inside of a slot."""

    look: SlotLook
    """How its text is set."""
    box: Box
    """Where it stands."""

    @cached_property
    def width_pt(self) -> float:
        """Width between its insets, less a margin for what programs do differently."""
        inset = self.look.insets.left + self.look.insets.right
        return max(self.box.width - inset, 0) / EMU_PER_PT * SAFETY

    @cached_property
    def height_pt(self) -> float:
        """Height between its insets."""
        inset = self.look.insets.top + self.look.insets.bottom
        return max(self.box.height - inset, 0) / EMU_PER_PT


@lru_cache(maxsize=256, typed=True)  # 14 and 14.0 are printed differently
def sizes(usual_pt: float, least_pt: float) -> tuple[float, ...]:
    """The ladder from the usual size of a text down to its least, in steps of a point."""
    least = max(min(least_pt, usual_pt), _SMALLEST_PT)
    steps = [usual_pt - step for step in range(int(usual_pt - least) + 1)]
    return tuple(steps) if steps and steps[-1] == least else (*steps, least)


def ladder(room: Room) -> tuple[float, ...]:
    """The sizes of a slot's text, the usual one first."""
    return sizes(room.look.text_pt, room.look.least_pt)


def line_count(line: Line, room: Room, text_pt: float, term_pt: float = 0) -> int:
    """The lines a paragraph takes, beside a column of terms where it has one."""
    return _measured(line, room).lines(_width(line, room, term_pt) / text_pt)


def line_height(line: Line, room: Room, text_pt: float, term_pt: float = 0) -> float:
    """The height of a paragraph in points, without the space after it."""
    ems = _measured(line, room).height(_width(line, room, term_pt) / text_pt)
    return ems * text_pt * room.look.line_spacing


def text_height(lines: Sequence[Line], room: Room, text_pt: float, term_pt: float = 0) -> float:
    """The height of paragraphs in points, with the space between them."""
    return height_of(in_ems(lines, room, term_pt), room, text_pt)


def fits(lines: Sequence[Line], room: Room, text_pt: float, term_pt: float = 0) -> bool:
    """Whether paragraphs stay inside a slot and within its number of lines.

    Args:
        lines: the paragraphs.
        room: the inside of the slot.
        text_pt: size of the text.
        term_pt: width of the column of terms before them; 0 for none.

    """
    return fit(in_ems(lines, room, term_pt), room, text_pt)


def fitting_size(lines: Sequence[Line], room: Room) -> float | None:
    """The largest size of the ladder at which paragraphs fit, or None when they fit at none."""
    if entries(lines) > MOST_ENTRIES:
        return None
    texts = in_ems(lines, room)
    return next((size for size in ladder(room) if fit(texts, room, size)), None)


def text_pages(lines: Sequence[Line], room: Room) -> tuple[list[tuple[Line, ...]], float]:
    """Paragraphs by slide, and the size they share: the fewest slides, then the largest text.

    A paragraph higher than a slide is split where a sentence ends.
    """
    size = fitting_size(lines, room)
    if size is not None:
        return [tuple(lines)], size
    *larger, least = ladder(room)
    fewest = pages_at(lines, room, least)
    for size in larger:
        pages = pages_at(lines, room, size)
        if len(pages) <= len(fewest):
            return pages, size
    return fewest, least


def entries(lines: Sequence[Line]) -> int:
    """The number of entries of lists, those inside entries not counted."""
    return sum(1 for line in lines if line.marker is not Marker.NONE and not line.level)


def pages_at(lines: Sequence[Line], room: Room, text_pt: float) -> list[tuple[Line, ...]]:
    """Paragraphs by slide at one size."""
    parts = [part for line in lines for part in _parts(line, room, text_pt)]
    pages = paged(
        [line_height(part, room, text_pt) for part in parts],
        room.height_pt,
        gap=room.look.space_after_pt,
        penalty=lambda start, end: _penalty(parts, start, end),
        most=lambda start, end: _within(parts[start:end], room, text_pt),
    )
    return [tuple(parts[start:end]) for start, end in pages]


def _within(lines: Sequence[Line], room: Room, text_pt: float) -> bool:
    if entries(lines) > MOST_ENTRIES:
        return False
    most = room.look.lines
    return not most or sum(line_count(line, room, text_pt) for line in lines) <= most


def _parts(line: Line, room: Room, text_pt: float) -> Iterator[Line]:
    """A paragraph, or the pieces of one that is higher than a slide."""
    rest = line
    while not fits((rest,), room, text_pt):
        before, after = first_part(rest.inlines, _fits_as(rest, room, text_pt))
        if not after:
            break
        yield replace(rest, inlines=before)
        rest = replace(rest, inlines=after, marker=Marker.NONE, number=0)
    yield rest


def _fits_as(line: Line, room: Room, text_pt: float) -> Callable[[tuple[Inline, ...]], bool]:
    return lambda inlines: fits((replace(line, inlines=inlines),), room, text_pt)


def _penalty(lines: Sequence[Line], start: int, end: int) -> float:
    """How bad it is to end a slide before the line `end`, and to begin it with `start`."""
    if end == len(lines):
        return 0.0
    last, following = lines[end - 1], lines[end]
    if last.strong:
        return _HEADING_LEFT
    if last.marker is Marker.NONE and not last.level:
        return 0.0
    if following.level:
        return _PARTED
    if following.marker is Marker.NONE:
        return 0.0
    alone = _run_entries(lines, range(end - 1, start - 1, -1)) == 1
    left = _run_entries(lines, range(end, len(lines))) == 1
    return _ORPHAN * (alone + left)


def _run_entries(lines: Sequence[Line], indices: range) -> int:
    """The entries of a list counted from a place on until the list ends, two at most."""
    count = 0
    for index in indices:
        line = lines[index]
        if line.marker is Marker.NONE and not line.level:
            break
        count += line.marker is not Marker.NONE and not line.level
        if count > 1:
            break
    return count


def in_ems(lines: Sequence[Line], room: Room, term_pt: float = 0) -> InEms:
    """Paragraphs measured for a slot, beside a column of terms where they have one."""
    return [(_measured(line, room), _width(line, room, term_pt)) for line in lines]


def fit(texts: InEms, room: Room, text_pt: float) -> bool:
    """Whether measured paragraphs stay inside a slot and within its number of lines."""
    most = room.look.lines
    if most and sum([text.lines(width / text_pt) for text, width in texts]) > most:
        return False
    return height_of(texts, room, text_pt) <= room.height_pt


def height_of(texts: InEms, room: Room, text_pt: float) -> float:
    """The height of measured paragraphs in points, with the space between them."""
    spacing = room.look.line_spacing
    gaps = room.look.space_after_pt * max(len(texts) - 1, 0)
    return sum([text.height(width / text_pt) * text_pt * spacing for text, width in texts]) + gaps


def _measured(line: Line, room: Room) -> Measured:
    return measured(line.inlines, room.look.font, bold=line.strong or room.look.bold)


def _width(line: Line, room: Room, term_pt: float = 0) -> float:
    """Width of a paragraph in points, less its indent or its term."""
    steps = line.level + (line.marker is not Marker.NONE)
    return max(room.width_pt - (steps * room.look.indent_pt + term_pt) * SAFETY, _SMALLEST_PT)


def text_halves(lines: tuple[Line, ...]) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """A text in two, parted as near its middle as a good place lies."""
    middle = len(lines) / 2
    at = min(range(1, len(lines)), key=lambda end: (_penalty(lines, 0, end), abs(end - middle), -end))
    return lines[:at], lines[at:]
