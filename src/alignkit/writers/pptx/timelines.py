"""Timelines: labels at the left, marks on a common scale at the right, all native shapes in one group."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT, Box
from alignkit.model.inlines import Text
from alignkit.showing import plain
from alignkit.themes import CELL_ABOVE, SCHEDULE_GAP, Insets, schedule_detail

from .paragraphs import paragraph
from .shapes import identity, mark_shape, plain_body, rule, text_box
from .text import Look, hundredths

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from alignkit.model.blocks import Event, Tick, Timeline
    from alignkit.model.deck import Schedule

    from .sheet import Sheet

_HAIR_PT, _HEAD_PT = 0.5, 1.5
_DIAMOND_PT, _BAR_PT = 16, 11
_MARK = 0.58
"""Average width of a letter, in sizes of text; only decides which ticks have room for their text."""
_ROW_INSETS = Insets(top=CELL_ABOVE, bottom=CELL_ABOVE)


@dataclass(frozen=True, slots=True)
class _Scale:
    """Days as places on the slide."""

    first: date
    last: date
    x: int
    width: int

    def at(self, day: date) -> int:
        """Where a day stands."""
        days = max((self.last - self.first).days, 1)
        gone = min(max((day - self.first).days, 0), days)
        return self.x + self.width * gone // days


def timeline(schedule: Schedule, box: Box, sheet: Sheet) -> str:
    """The timeline as a group of shapes with a description."""
    group, block = sheet.new_shape(), schedule.timeline
    identified = identity(group, sheet.name("Timeline"), description(block))
    scale = _scale(schedule, box)
    bottom = box.y + sum(schedule.heights)
    shapes = [_ticks(schedule, box, scale, bottom, sheet)]
    y = box.y + schedule.heights[0]
    for event, height in zip(block.events, schedule.heights[1:], strict=True):
        shapes.append(_row(event, schedule, Box(box.x, y, box.width, height), scale, sheet))
        y += height
    place = f'<a:off x="{box.x}" y="{box.y}"/><a:ext cx="{box.width}" cy="{bottom - box.y}"/>'
    inner = place.replace("a:off", "a:chOff").replace("a:ext", "a:chExt")
    return (
        f"<p:grpSp><p:nvGrpSpPr>{identified}<p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>"
        f"<p:grpSpPr><a:xfrm>{place}{inner}</a:xfrm></p:grpSpPr>{''.join(shapes)}</p:grpSp>"
    )


def description(block: Timeline) -> str:
    """What happens when: its own words, or the events one by one."""
    return block.description or "; ".join([_told(event) for event in block.events])


def _told(event: Event) -> str:
    details = ", ".join([text for part in (event.when, event.who, event.note) if (text := plain(part))])
    return f"{plain(event.label)}: {details}" if details else plain(event.label)


def _scale(schedule: Schedule, box: Box) -> _Scale:
    ticks = schedule.timeline.ticks
    # half a text at the right end, so that the last tick's stays inside the box
    room = _text_width(ticks[-1], schedule.text_pt) // 2 if ticks else 0
    x = box.x + schedule.label_width + SCHEDULE_GAP
    days = [tick.day for tick in ticks] or [event.start for event in schedule.timeline.events]
    left = _text_width(ticks[0], schedule.text_pt) // 2 if ticks else 0
    return _Scale(min(days), max(days), x + left, max(box.x + box.width - room - x - left, 1))


def _text_width(tick: Tick, text_pt: float) -> int:
    """Room for a tick's text, and for a mark that stands on the tick."""
    return round(max(len(tick.text) * _MARK * text_pt, _DIAMOND_PT) * EMU_PER_PT) + 2 * CELL_ABOVE


def _ticks(schedule: Schedule, box: Box, scale: _Scale, bottom: int, sheet: Sheet) -> str:
    """Heading, scale and its rules."""
    header, look = (
        schedule.heights[0],
        Look(sheet.language, hundredths(schedule.text_pt), color=sheet.palette.muted),
    )
    head = Text(schedule.timeline.heads[0])
    shapes = [_words((head,), Box(box.x, box.y, schedule.label_width, header), look, sheet, name="Head")]
    shown = _with_room(schedule.timeline.ticks, scale, schedule.text_pt)
    for tick in schedule.timeline.ticks:
        x = scale.at(tick.day)
        below = Box(x, box.y + header, 0, bottom - box.y - header)
        shapes.append(rule(below, sheet.palette.hairline, _HAIR_PT, sheet, name="Tick"))
        if tick in shown:
            width = _text_width(tick, schedule.text_pt)
            place = Box(x - width // 2, box.y, width, header)
            shapes.append(_words((Text(tick.text),), place, look, sheet, name="Tick text", align="ctr"))
    line = Box(box.x, box.y + header, box.width, 0)
    shapes.append(rule(line, sheet.palette.ink, _HEAD_PT, sheet, name="Scale"))
    return "".join(shapes)


def _with_room(ticks: Sequence[Tick], scale: _Scale, text_pt: float) -> Sequence[Tick]:
    """Every tick, or every second, third ... until their texts do not touch."""
    for step in range(1, len(ticks) + 1):
        chosen = ticks[::step]
        apart = [scale.at(b.day) - scale.at(a.day) for a, b in pairwise(chosen)]
        widest = max((_text_width(tick, text_pt) for tick in chosen), default=0)
        if all(each >= widest for each in apart):
            return chosen
    return ticks[:1]


def _row(event: Event, schedule: Schedule, place: Box, scale: _Scale, sheet: Sheet) -> str:
    """An event: its words, its mark, and a hairline under it."""
    palette = sheet.palette
    size = hundredths(schedule.text_pt)
    look = Look(sheet.language, size, bold=event.highlight, color=palette.ink)
    quiet = Look(sheet.language, size, color=palette.muted)
    sheet.new_shape()
    text = paragraph(event.label, sheet, look)
    text += "".join([paragraph(line, sheet, quiet) for line in schedule_detail(event)])
    labels = Box(place.x, place.y, schedule.label_width, place.height)
    words = text_box(labels, plain_body(_ROW_INSETS, "ctr"), text, sheet, name="Event")
    under = Box(place.x, place.y + place.height, place.width, 0)
    line = rule(under, palette.hairline, _HAIR_PT, sheet, name="Row rule")
    return words + line + _mark(event, place, scale, sheet)


def _mark(event: Event, place: Box, scale: _Scale, sheet: Sheet) -> str:
    """A diamond for a day, a bar for a span; on the critical path filled, the others hollow."""
    palette = sheet.palette
    color, outline = (palette.accent, "") if event.highlight else (palette.paper, palette.quiet)
    start, middle = scale.at(event.start), place.y + place.height // 2
    if event.end is None:
        size = _DIAMOND_PT * EMU_PER_PT
        return mark_shape(
            Box(start - size // 2, middle - size // 2, size, size),
            "diamond",
            color,
            sheet,
            name="Day",
            outline=outline,
        )
    height = _BAR_PT * EMU_PER_PT
    width = max(scale.at(event.end) - start, height)
    place = Box(start, middle - height // 2, width, height)
    return mark_shape(place, "rect", color, sheet, name="Span", outline=outline)


def _words(
    inlines: tuple[Text, ...], place: Box, look: Look, sheet: Sheet, *, name: str, align: str = ""
) -> str:
    sheet.new_shape()
    text = paragraph(inlines, sheet, look, align=align)
    return text_box(place, plain_body(_ROW_INSETS, "b"), text, sheet, name=name)
