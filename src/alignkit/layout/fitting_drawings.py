"""Charts, timelines and matrices in their boxes."""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.model.deck import EMU_PER_PT, Field, Plot, Schedule
from alignkit.model.inlines import Text
from alignkit.showing import plain
from alignkit.themes import CELL_ABOVE, CELL_SIDE, SCHEDULE_GAP, matrix_grid, schedule_detail

from .fitting_text import sizes
from .inlines import shortened
from .measuring import SAFETY, measured
from .paging import fewest, paged

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignkit.model.blocks import Event, Matrix, Timeline
    from alignkit.model.charts import Chart
    from alignkit.model.deck import Box
    from alignkit.model.inlines import Inline
    from alignkit.themes import SlotLook

MOST_EVENTS = 12
"""Rows of a timeline on a slide (domain rules 1.4)."""
CHART_PT = (14.0, 13.0, 12.0)
"""Sizes of a chart's labels, the usual one first."""
_LEAST_LABELS, _MOST_LABELS = 0.22, 0.42
"""Parts of a timeline's width its labels may take."""
_AIR = 0.5
"""How much higher than its text a row of a timeline may be, where there is room."""
_ORPHAN = 1_000.0
LYING = frozenset(
    (
        ChartKind.BAR,
        ChartKind.STACKED_BAR,
        ChartKind.FULL_BAR,
        ChartKind.BULLET,
        ChartKind.TORNADO,
        ChartKind.DOT_RANGE,
    )
)
"""Kinds whose bars lie, with the names of their categories at the left."""
_LYING_SHARE, _LYING_LINES = 0.4, 3
"""Part of a lying chart's width its labels may take, and in how many lines."""
_STANDING_LINES = 3
_TURNED_SHARE = 0.35
"""Part of a standing chart's height that labels set upright may take."""

Cut = tuple["Inline", ...]


@dataclass(frozen=True, slots=True)
class Drawing:
    """What fills a slot, a slide each, and the texts that had to be cut or cannot be drawn whole."""

    contents: tuple[Plot | Schedule | Field, ...]
    """At least one."""
    cut: tuple[Cut, ...] = ()
    """Whole texts that do not fit; empty when all do."""


def chart_drawing(chart: Chart, look: SlotLook, box: Box) -> Drawing:
    """A chart with labels as large as they fit."""
    for text_pt in CHART_PT:
        wide = _wide_labels(chart, look.font, text_pt, box)
        if not wide:
            return Drawing((Plot(chart, text_pt),))
    if chart.kind is ChartKind.WATERFALL:
        return Drawing((Plot(_short_labelled(chart, look.font, CHART_PT[-1], box), CHART_PT[-1]),))
    return Drawing((Plot(chart, CHART_PT[-1]),), tuple((Text(label),) for label in wide))


def _short_labelled(chart: Chart, font: str, text_pt: float, box: Box) -> Chart:
    """A chart whose labels end with an ellipsis where they have no room.

    The bars of a waterfall are the lines of a table, which has their whole names.
    """
    fits = _label_room(chart, font, text_pt, box)
    short = (plain(shortened((Text(label),), lambda each: fits(plain(each)))) for label in chart.categories)
    return replace(chart, categories=tuple(short))


def _wide_labels(chart: Chart, font: str, text_pt: float, box: Box) -> list[str]:
    """The categories no room is wide enough for."""
    if chart.kind is ChartKind.SCATTER:
        return []
    fits = _label_room(chart, font, text_pt, box)
    return [label for label in chart.categories if not fits(label)]


def _label_room(chart: Chart, font: str, text_pt: float, box: Box) -> Callable[[str], bool]:
    """What says whether the label of a category has room."""
    width, height = box.width / EMU_PER_PT / text_pt, box.height / EMU_PER_PT / text_pt
    band = width * _LYING_SHARE if chart.kind in LYING else width / len(chart.categories)
    most = _LYING_LINES if chart.kind in LYING else _STANDING_LINES
    turned = 0.0 if chart.kind in LYING else height * _TURNED_SHARE
    return lambda label: _label_fits(label, font, band, most, turned)


def _label_fits(label: str, font: str, band: float, most: int, turned: float) -> bool:
    text = measured((Text(label),), font)
    return text.natural <= turned or (text.widest <= band and text.lines(band) <= most)


def timeline_drawing(timeline: Timeline, look: SlotLook, box: Box) -> Drawing:
    """The rows of a timeline by slide: one at the largest size, else the fewest, then the largest text."""
    return fewest(
        sizes(look.text_pt, look.least_pt),
        lambda text_pt: _timeline_at(timeline, look.font, text_pt, box),
        lambda drawing: (len(drawing.cut), len(drawing.contents)),
    )


def _timeline_at(timeline: Timeline, font: str, text_pt: float, box: Box) -> Drawing:
    label_width = _label_width(timeline, font, text_pt, box.width)
    scale = _text_emu(_head(timeline), font, text_pt, label_width)
    room = box.height - scale

    def height_of(event: Event) -> int:
        return event_height(event, font, text_pt, label_width)

    events = [_short_event(event, height_of, room) for event in timeline.events]
    cut = [line for old, new in zip(timeline.events, events, strict=True) for line in _lost(old, new)]
    heights = [height_of(event) for event in events]
    pages = paged(
        heights,
        room,
        penalty=lambda start, end: _ORPHAN * (end - start == 1 < len(events)),
        most=lambda start, end: end - start <= MOST_EVENTS,
    )
    contents = tuple(
        Schedule(
            replace(timeline, events=tuple(events[start:end])),
            text_pt,
            label_width,
            (scale, *_airy(heights[start:end], room)),
        )
        for start, end in pages
    )
    return Drawing(contents, tuple(cut))


def event_height(event: Event, font: str, text_pt: float, label_width: int) -> int:
    """Height of a row in EMU: the label, and below it day, person and note."""
    lines = (event.label, *schedule_detail(event))
    return sum(_text_emu(line, font, text_pt, label_width) for line in lines) - 2 * CELL_ABOVE * (
        len(lines) - 1
    )


def _text_emu(inlines: Cut, font: str, text_pt: float, width: int) -> int:
    """Height of a text with the space above and below it, in EMU."""
    ems = measured(inlines, font, bold=True).height(width / EMU_PER_PT * SAFETY / text_pt)
    return ceil(ems * text_pt * EMU_PER_PT) + 2 * CELL_ABOVE


def _head(timeline: Timeline) -> Cut:
    return (Text(timeline.heads[0]),)


def _airy(heights: list[int], room: int) -> list[int]:
    """Rows with some air between them where the slide has room."""
    spare = max(room - sum(heights), 0) // len(heights)
    return [height + min(spare, int(height * _AIR)) for height in heights]


def _label_width(timeline: Timeline, font: str, text_pt: float, width: int) -> int:
    lines = [line for event in timeline.events for line in (event.label, *schedule_detail(event))]
    ems = max(measured(line, font, bold=True).natural for line in (_head(timeline), *lines))
    wanted = ems * text_pt / SAFETY * EMU_PER_PT + 1
    return int(min(max(wanted, width * _LEAST_LABELS), width * _MOST_LABELS - SCHEDULE_GAP))


def _short_event(event: Event, height_of: Callable[[Event], int], room: int) -> Event:
    """An event whose row is no higher than a slide, its texts shortened in the order of their worth."""
    if height_of(event) <= room:
        return event
    texts: list[Cut] = [(), (), (), ()]
    for index, whole in enumerate((event.label, event.when, event.who, event.note)):
        texts[index] = _short_text(whole, _fits_in_row(event, texts, index, height_of, room))
    return _worded(event, texts, 0, texts[0])


def _short_text(whole: Cut, fits: Callable[[Cut], bool]) -> Cut:
    """As much of a text as fits, or nothing where not even an ellipsis does."""
    text = shortened(whole, fits)
    return text if fits(text) else ()


def _fits_in_row(
    event: Event, texts: list[Cut], at: int, height_of: Callable[[Event], int], room: int
) -> Callable[[Cut], bool]:
    return lambda text: height_of(_worded(event, texts, at, text)) <= room


def _worded(event: Event, texts: list[Cut], at: int, text: Cut) -> Event:
    """`event` with other texts: label, day, person and note, the one at `at` replaced."""
    label, when, who, note = [text if index == at else old for index, old in enumerate(texts)]
    return replace(event, label=label, when=when, who=who, note=note)


def _lost(old: Event, new: Event) -> list[Cut]:
    pairs = ((old.label, new.label), (old.when, new.when), (old.who, new.who), (old.note, new.note))
    return [before for before, after in pairs if before != after]


def matrix_drawing(matrix: Matrix, look: SlotLook, box: Box) -> Drawing:
    """A matrix in the largest text in which each field holds what lies in it; at last that is cut."""
    ladder = sizes(look.text_pt, look.least_pt)
    for text_pt in ladder:
        if not _crowded(matrix, look.font, text_pt, box):
            return Drawing((Field(matrix, text_pt),))
    least = ladder[-1]
    crowded = _crowded(matrix, look.font, least, box)
    short = _short_matrix(matrix, look.font, least, box)
    return Drawing((Field(short, least),), tuple(crowded))


def _crowded(matrix: Matrix, font: str, text_pt: float, box: Box) -> list[Cut]:
    """The texts that do not fit their field."""
    fits = _field_fits(matrix, font, text_pt, box)
    texts = [(cell.inlines, "cell") for row in matrix.cells for cell in row]
    texts += [((Text(head),), "row") for head in matrix.rows]
    texts += [((Text(head),), "column") for head in matrix.columns]
    return [inlines for inlines, where in texts if not fits(inlines, where)]


def _field_fits(matrix: Matrix, font: str, text_pt: float, box: Box) -> Callable[[Cut, str], bool]:
    widths, heights = matrix_grid(box, len(matrix.rows), len(matrix.columns))
    rooms = {
        "cell": (widths[-1], heights[-1]),
        "row": (widths[0], heights[-1]),
        "column": (widths[-1], heights[0]),
    }

    def fits(inlines: Cut, where: str) -> bool:
        width, height = rooms[where]
        ems = max(width - 2 * CELL_SIDE, 1) / EMU_PER_PT * SAFETY / text_pt
        most = (height - 2 * CELL_ABOVE) / EMU_PER_PT / text_pt
        return measured(inlines, font, bold=where != "cell").height(ems) <= most

    return fits


def _short_matrix(matrix: Matrix, font: str, text_pt: float, box: Box) -> Matrix:
    fits = _field_fits(matrix, font, text_pt, box)

    def short(inlines: Cut, where: str) -> Cut:
        return shortened(inlines, lambda each: fits(each, where))

    return replace(
        matrix,
        cells=tuple(
            tuple(replace(cell, inlines=short(cell.inlines, "cell")) for cell in row) for row in matrix.cells
        ),
        rows=tuple(plain(short((Text(head),), "row")) for head in matrix.rows),
        columns=tuple(plain(short((Text(head),), "column")) for head in matrix.columns),
    )
