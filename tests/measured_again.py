"""A second measurement of finished decks, by other means than layout's own: what overflows."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from alignkit.model.deck import (
    EMU_PER_PT,
    Box,
    CardFace,
    Deck,
    Field,
    Filled,
    Grid,
    Marker,
    Schedule,
    Slide,
    Slot,
    TextBody,
)
from alignkit.model.inlines import Break, Inline, Shown, Strong, Text
from alignkit.themes import CELL_ABOVE, CELL_SIDE, Theme, matrix_grid, schedule_detail

SLACK_PT = 0.5


@cache
def char_width(family: str, weight: str, char: str) -> float:
    table = json.loads(files("alignkit.layout").joinpath("font_metrics.json").read_text("utf-8"))
    for name in (family, "DejaVu Sans"):
        for start, run in table[name][weight].items():
            widths = run.split(" ")
            if 0 <= ord(char) - int(start, 16) < len(widths):
                return (
                    0.0
                    if unicodedata.category(char) in ("Cf", "Mn")
                    else int(widths[ord(char) - int(start, 16)]) / 1000
                )
    return 0.0 if unicodedata.category(char)[0] == "C" or unicodedata.category(char) == "Mn" else 1.0


@cache
def line_em(family: str) -> float:
    table = json.loads(files("alignkit.layout").joinpath("font_metrics.json").read_text("utf-8"))
    return float(table[family]["line"])


def characters(inlines: Sequence[Inline], *, bold: bool) -> Iterator[tuple[str, str]]:
    for inline in inlines:
        match inline:
            case Text(text=text) | Shown(text=text):
                yield from ((char, "bold" if bold else "regular") for char in text)
            case Break():
                yield "\n", "regular"
            case Strong(children=children):
                yield from characters(children, bold=True)
            case _:
                yield from characters(inline.children, bold=bold)


def line_count(inlines: Sequence[Inline], family: str, width_pt: float, text_pt: float, *, bold: bool) -> int:
    """Lines when text breaks at blanks and hyphens, and inside a word wider than the line."""
    lines, used, word = 1, 0.0, 0.0
    most = width_pt / text_pt

    def place(word: float, lines: int, used: float) -> tuple[int, float]:
        if used and used + word > most:
            lines, used = lines + 1, 0.0
        while used + word > most and word > 0:
            lines, word, used = lines + 1, word - (most - used), 0.0
        return lines, used + word

    several = list(characters(inlines, bold=bold))
    for index, (char, weight) in enumerate(several):
        following = several[index + 1][0] if index + 1 < len(several) else ""
        if char in " \n":
            lines, used = place(word, lines, used)
            word = 0.0
            if char == "\n":
                lines, used = lines + 1, 0.0
            else:
                used += char_width(family, weight, " ")
        elif unicodedata.east_asian_width(char) == "W":
            lines, used = place(word, lines, used)
            lines, used = place(1.0, lines, used)
            word = 0.0
        else:
            word += char_width(family, weight, char)
            if char == "-" and following.isalpha():
                lines, used = place(word, lines, used)
                word = 0.0
    return place(word, lines, used)[0] if word else lines  # blanks hang over the end


def overlaps(deck: Deck) -> list[str]:
    """Slots that stand on each other."""
    return [
        f"slide {number}: {one.slot} on {other.slot}"
        for number, slide in enumerate(deck.slides, 1)
        for one, other in combinations(slide.filled, 2)
        if _overlap(one.box, other.box)
    ]


def _overlap(one: Box, other: Box) -> bool:
    across = one.x < other.x + other.width and other.x < one.x + one.width
    return across and one.y < other.y + other.height and other.y < one.y + one.height


def overflows(deck: Deck, theme: Theme) -> list[str]:
    """What does not fit, slide by slide; empty when everything does."""
    return [
        f"slide {number} {filled.slot}: {what}"
        for number, slide in enumerate(deck.slides, 1)
        for filled in slide.filled
        for what in (*_in_slot(slide, filled, theme), *_outside(filled.box, theme))
    ]


def _outside(box: Box, theme: Theme) -> Iterator[str]:
    if box.x < 0 or box.y < 0 or box.x + box.width > theme.width or box.y + box.height > theme.height:
        yield f"{box} lies outside the slide"


def _in_slot(slide: Slide, filled: Filled, theme: Theme) -> Iterator[str]:
    look = theme.layouts[slide.layout][filled.slot]
    insets, box = look.insets, filled.box
    width = (box.width - insets.left - insets.right) / EMU_PER_PT
    height = (box.height - insets.top - insets.bottom) / EMU_PER_PT
    em = line_em(look.font)
    match filled.content:
        case TextBody(lines=lines, text_pt=text_pt, space_after_pt=apart, term_pt=term_pt):
            count = [
                line_count(
                    line.inlines,
                    look.font,
                    width - look.indent_pt * (line.level + (line.marker is not Marker.NONE)) - term_pt,
                    text_pt,
                    bold=line.strong or look.bold,
                )
                for line in lines
            ]
            gap = look.space_after_pt if apart is None else apart
            used = sum(count) * em * text_pt * look.line_spacing + gap * (len(lines) - 1)
            for line in lines:
                if line_count(line.term, look.font, term_pt, text_pt, bold=look.bold) > 1:
                    yield "a term in two lines"
            if not look.least_pt <= text_pt <= max(look.text_pt, look.most_pt):
                yield f"text of {text_pt} pt"
            if used > height + SLACK_PT:
                yield f"{used:.1f} pt of text in {height:.1f} pt"
            if look.lines and sum(count) > look.lines and filled.slot is not Slot.SOURCE:
                yield f"{sum(count)} lines instead of {look.lines}"
        case Grid():
            yield from _in_grid(filled.content, look.font, box)
        case CardFace(card=card, value_pt=value_pt, label_pt=label_pt):
            used = (
                line_count(card.value, look.font, width, value_pt, bold=True)
                * em
                * value_pt
                * look.line_spacing
            )
            for inlines in ((Text(card.label),), card.note):
                used += (
                    line_count(inlines, look.font, width, label_pt, bold=False) * em * label_pt
                    if inlines
                    else 0
                )
            if used > height + SLACK_PT:
                yield f"{used:.1f} pt of card in {height:.1f} pt"
        case Schedule(timeline=timeline, text_pt=text_pt, label_width=label_width, heights=heights):
            if sum(heights) > box.height:
                yield "rows higher than their box"
            for event, row in zip(timeline.events, heights[1:], strict=True):
                lines_of_event = [event.label, *schedule_detail(event)]
                counts = sum(
                    line_count(line, look.font, label_width / EMU_PER_PT, text_pt, bold=True)
                    for line in lines_of_event
                )
                if counts * em * text_pt > (row - 2 * CELL_ABOVE) / EMU_PER_PT + SLACK_PT:
                    yield "a row too low for its text"
        case Field(matrix=matrix, text_pt=text_pt):
            widths, field_heights = matrix_grid(box, len(matrix.rows), len(matrix.columns))
            for cell in [cell for row in matrix.cells for cell in row]:
                count_cell = line_count(
                    cell.inlines, look.font, (widths[-1] - 2 * CELL_SIDE) / EMU_PER_PT, text_pt, bold=False
                )
                if count_cell * em * text_pt > (field_heights[-1] - 2 * CELL_ABOVE) / EMU_PER_PT + SLACK_PT:
                    yield "a field too small for its text"
        case _:
            return


def _in_grid(grid: Grid, font: str, box: Box) -> Iterator[str]:
    if sum(grid.widths) != box.width:
        yield f"columns of {sum(grid.widths)} in {box.width}"
    if sum(grid.heights) > box.height:
        yield f"rows of {sum(grid.heights)} in {box.height}"
    rows = [(tuple(column.header for column in grid.table.columns), True)]
    rows += [(row.cells, row.total) for row in grid.table.rows]
    for (cells, bold), height in zip(rows, grid.heights, strict=False):
        sides = grid.sides or ((CELL_SIDE, CELL_SIDE),) * len(cells)
        for index, (cell, width) in enumerate(zip(cells, grid.widths, strict=True)):
            strong = bold or (grid.strong_first and not index)
            room_pt = (width - sum(sides[index])) / EMU_PER_PT
            count = line_count(cell, font, room_pt, grid.text_pt, bold=strong)
            if count * line_em(font) * grid.text_pt > (height - 2 * CELL_ABOVE) / EMU_PER_PT + SLACK_PT:
                yield "a row too low for its text"
