"""Two columns with tables or charts in them, beside each other or one above the other, on one slide."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.model.blocks import Table
from alignkit.model.charts import Chart, ChartKind
from alignkit.model.deck import Box, Filled, Grid, Layout, Line, Slot, TextBody
from alignkit.model.inlines import Text
from alignkit.showing import plain

from .boxes import shortened_to
from .fitting_columns import GAP, Column, column_parts, needed_height
from .fitting_tables import most_lines
from .fitting_text import fitting_size
from .inlines import has_text
from .sheet import room_of
from .sources import source_line

if TYPE_CHECKING:
    from alignkit.model.document import Words
    from alignkit.model.inlines import Inline
    from alignkit.themes import Theme

    from .parts import Exhibit, Exhibits

_SHARES = (0.5, 0.54, 0.46, 0.58, 0.42, 0.62, 0.38, 0.66, 0.34)
"""Parts of the width the left column may take, the best first."""
_USUAL_LINES = 2
"""So many lines of a cell are read as easily as one."""
_UNREADABLE = (0.0, 0)
"""What does not fit."""
_SIDES = ((Slot.LEFT_HEAD, Slot.LEFT), (Slot.RIGHT_HEAD, Slot.RIGHT))


def settled(exhibits: Exhibits, theme: Theme, words: Words) -> Exhibits | None:
    """The columns as they fit one slide, beside each other or stacked; None where they need several."""
    for ways in _ways(exhibits):
        best, read = ways[0], _UNREADABLE
        for way in ways:
            if (worth := _readability(way, theme, words)) > read:
                best, read = way, worth
        if read > _UNREADABLE:
            return best
    return None


def _ways(exhibits: Exhibits) -> tuple[list[Exhibits], ...]:
    """How two columns may stand: groups of ways, of which the first that fits is taken."""
    stacked = [replace(exhibits, is_stacked=True)]
    beside = [replace(exhibits, left_share=share) for share in _SHARES]
    if _has_flat_bar(exhibits):
        return stacked, beside
    return (beside + stacked,) if _are_tables(exhibits) else (beside, stacked)


def _readability(way: Exhibits, theme: Theme, words: Words) -> tuple[float, int]:
    """How well tables can be read: first the size of their text, then how few lines their cells have."""
    source, spilled = source_line(source_of(way), theme, layout_of(way))
    filled = None if has_text(spilled) else _page(way, theme, words, source)
    if filled is None:
        return _UNREADABLE
    grids = [each.content for each in filled if isinstance(each.content, Grid)]
    text_pt = min((grid.text_pt for grid in grids), default=1.0)
    if not _are_tables(way):
        return text_pt, 0
    font = theme.layouts[Layout.TABLE][Slot.TABLE].font
    return text_pt, -max(max(most_lines(grid, font) for grid in grids), _USUAL_LINES)


def layout_of(exhibits: Exhibits) -> Layout:
    """The layout two columns stand in: that with headings, if they have any and share the width evenly."""
    has_heads = any(has_text(head) for head in exhibits.heads)
    is_even = not exhibits.is_stacked and exhibits.left_share == _SHARES[0]
    return Layout.COMPARISON if has_heads and is_even else Layout.TWO_COLUMNS


def exhibits_page(
    exhibits: Exhibits, theme: Theme, words: Words, source: Filled | None
) -> tuple[Filled, ...]:
    """The slots of settled columns."""
    filled = _page(exhibits, theme, words, source)
    if filled is None:
        raise AssertionError("columns are settled before they are laid")
    return filled


def source_of(exhibits: Exhibits) -> tuple[Inline, ...]:
    """What stands below the tables and charts, each text once."""
    told: dict[str, tuple[Inline, ...]] = {}
    for part in (*exhibits.sides[0], *exhibits.sides[1]):
        if isinstance(part, (Table, Chart)):
            line = part.note if isinstance(part, Table) else part.source
            if has_text(line):
                told.setdefault(plain(line), line)
    inlines: list[Inline] = []
    for line in told.values():
        inlines.extend((Text(" "), *line) if inlines else line)
    return tuple(inlines)


def _are_tables(exhibits: Exhibits) -> bool:
    """Whether each column holds a table, and neither a chart."""
    return all(
        any(isinstance(part, Table) for part in side) and not any(isinstance(part, Chart) for part in side)
        for side in exhibits.sides
    )


def _has_flat_bar(exhibits: Exhibits) -> bool:
    """Whether a column is a single lying bar, which says more when it is wide."""
    return any(
        len(side) == 1
        and isinstance(side[0], Chart)
        and side[0].kind is ChartKind.FULL_BAR
        and len(side[0].categories) == 1
        for side in exhibits.sides
    )


def _page(exhibits: Exhibits, theme: Theme, words: Words, source: Filled | None) -> tuple[Filled, ...] | None:
    if exhibits.is_stacked:
        return _stacked(exhibits, theme, words, source)
    return _beside(exhibits, theme, words, source)


def _beside(
    exhibits: Exhibits, theme: Theme, words: Words, source: Filled | None
) -> tuple[Filled, ...] | None:
    layout = layout_of(exhibits)
    filled: list[Filled] = []
    reaches = _reaches(theme, layout, exhibits.left_share)
    for head, side, (head_slot, slot), reach in zip(
        exhibits.heads, exhibits.sides, _SIDES, reaches, strict=True
    ):
        if layout is Layout.COMPARISON:
            above = _head(head, head_slot, theme)
            if above is None and has_text(head):
                return None
            filled += filter(None, (above,))
        look = theme.layouts[layout][slot]
        box = replace(look.box, x=reach[0], width=reach[1])
        box = shortened_to(box, source.box) if source else box
        parts = side if layout is Layout.COMPARISON else _headed(head, side)
        column = column_parts(parts, plain(head), Column(slot, look, box), theme, words)
        if column is None:
            return None
        filled += column
    return tuple(filled)


def _head(head: tuple[Inline, ...], slot: Slot, theme: Theme) -> Filled | None:
    """The heading of a column in its slot; None where it has none, or one too long for it."""
    room = room_of(theme, Layout.COMPARISON, slot)
    size = fitting_size((Line(head),), room) if has_text(head) else None
    return Filled(slot, TextBody((Line(head),), size), room.box) if size else None


def _headed(head: tuple[Inline, ...], side: tuple[Exhibit, ...]) -> tuple[Exhibit, ...]:
    """A column with its heading as a line of its own."""
    return (Line(head, strong=True), *side) if has_text(head) else side


def _reaches(theme: Theme, layout: Layout, share: float) -> tuple[tuple[int, int], tuple[int, int]]:
    """Left edge and width of both columns when the left one takes `share` of what both have."""
    left, right = (theme.layouts[layout][slot].box for slot in (Slot.LEFT, Slot.RIGHT))
    gap = max(right.x - left.x - left.width, GAP)
    whole = right.x + right.width - left.x
    width = round((whole - gap) * share)
    return (left.x, width), (left.x + width + gap, whole - gap - width)


def _stacked(
    exhibits: Exhibits, theme: Theme, words: Words, source: Filled | None
) -> tuple[Filled, ...] | None:
    """One column above the other, both as wide as the slide; the lower one has what the upper one leaves."""
    looks = theme.layouts[Layout.TWO_COLUMNS]
    left, right = looks[Slot.LEFT].box, looks[Slot.RIGHT].box
    whole = replace(left, width=right.x + right.width - left.x)
    whole = shortened_to(whole, source.box) if source else whole
    upper, lower = map(_headed, exhibits.heads, exhibits.sides)
    heads = [plain(head) for head in exhibits.heads]
    needed = needed_height(lower, heads[1], looks[Slot.RIGHT], whole.width)
    top = replace(whole, height=whole.height - needed - GAP)
    first = column_parts(upper, heads[0], Column(Slot.LEFT, looks[Slot.LEFT], top), theme, words)
    if first is None:
        return None
    end = max(each.box.y + each.box.height for each in first) + GAP
    rest = Box(whole.x, end, whole.width, whole.y + whole.height - end)
    second = column_parts(lower, heads[1], Column(Slot.RIGHT, looks[Slot.RIGHT], rest), theme, words)
    return None if second is None else (*first, *second)
