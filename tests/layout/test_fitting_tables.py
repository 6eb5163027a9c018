"""Tables on slides."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from deck_samples import THEME, WORDS, heading, laid_out, paragraph, table, text

from alignkit.diagnostics import Report
from alignkit.layout.column_widths import column_widths
from alignkit.layout.fitting_tables import TablePages, table_pages
from alignkit.model.blocks import Align, Column, Row, Table
from alignkit.model.deck import EMU_PER_PT, Grid, Layout, Slot
from alignkit.showing import plain

LOOK = THEME.layouts[Layout.TABLE][Slot.TABLE]
SENTENCE = (
    "The account list was agreed late because two departments had different ideas of what an account is."
)


def pages(shown: Table, height_pt: float = 280, width: int = LOOK.box.width) -> TablePages:
    return table_pages(shown, LOOK, width, round(height_pt * EMU_PER_PT), WORDS)


@pytest.mark.parametrize(
    ("rows", "total", "expected"),
    [
        (0, False, [0]),
        (1, False, [1]),
        (10, False, [10]),
        (11, False, [11]),
        (12, False, [6, 6]),
        (13, False, [7, 6]),
        (13, True, [7, 6]),
        (40, False, [10, 10, 10, 10]),
    ],
)
def test_rows_over_slides(rows: int, total: bool, expected: list[int]) -> None:
    found = pages(table(rows, total=total))

    assert expected == [len(grid.table.rows) for grid in found.grids]
    assert all(len(grid.heights) == max(len(grid.table.rows), 1) + 1 for grid in found.grids)


def test_a_total_stays_with_the_row_before_it() -> None:
    rows = table(6).rows
    subtotal = replace(table(6), rows=(*rows[:3], replace(rows[3], total=True), *rows[4:]))

    assert [3, 3] == [len(grid.table.rows) for grid in pages(table(6), 126).grids]
    assert [4, 2] == [len(grid.table.rows) for grid in pages(subtotal, 126).grids]


def test_every_slide_has_the_header_and_the_same_widths() -> None:
    found = pages(table(40))

    for one, other in pairwise(found.grids):
        assert one.table.columns == other.table.columns
        assert one.widths == other.widths
        assert one.text_pt == other.text_pt


@pytest.mark.parametrize(("height_pt", "expected"), [(305, [14]), (290, [13]), (275, [12]), (260, [14, 14])])
def test_text_gets_smaller_before_a_second_slide_is_taken(height_pt: float, expected: list[float]) -> None:
    assert expected == [grid.text_pt for grid in pages(table(11), height_pt).grids]


def test_a_number_is_never_broken() -> None:
    columns = (Column(text("What")), Column(text("Spend"), Align.RIGHT))
    rows = tuple(Row((text(SENTENCE * 3), text("1 234 567 USD"))) for _ in range(3))

    (grid,) = pages(Table(columns, rows)).grids

    assert grid.heights[1] > 2 * grid.heights[0]
    assert grid.widths[1] < LOOK.box.width // 5
    assert sum(grid.widths) == LOOK.box.width
    narrow = pages(Table(columns, rows), width=2_000_000).grids[0]
    assert narrow.widths[1] > 70 * EMU_PER_PT


def test_a_row_higher_than_a_slide_is_parted_at_sentences() -> None:
    long = Table(
        (Column(text("What")), Column(text("Who"))), (Row((text(f"{SENTENCE} " * 60), text("Ada"))),)
    )

    found = pages(long)

    assert len(found.grids) > 1
    parts = [plain(row.cells[0]) for grid in found.grids for row in grid.table.rows]
    assert f"{SENTENCE} " * 60 == "".join(parts)
    assert all(part.endswith("account is. ") for part in parts)
    assert ["Ada"] == [plain(row.cells[1]) for grid in found.grids for row in grid.table.rows if row.cells[1]]


def test_a_heading_that_leaves_no_room_is_cut_and_told() -> None:
    report = Report()
    wordy = Table((Column(text(SENTENCE * 40)),), (Row((text("cell"),)),))

    deck = laid_out(heading("Topic"), wordy, report=report)

    assert ["slide 2 `Topic`: a heading of the table does not fit at its smallest size"] == [
        each.message for each in report
    ]
    grid = deck.slides[1].filled[1].content
    assert isinstance(grid, Grid)
    assert plain(grid.table.columns[0].header).endswith("…")
    assert SENTENCE * 40 in "".join(plain(block.inlines) for block in deck.slides[1].notes)  # type: ignore[union-attr]  # notes of a deck are paragraphs


def test_a_table_takes_the_room_of_an_empty_lead() -> None:
    alone = laid_out(heading("Topic"), table(5)).slides[1].filled[1]
    led = laid_out(heading("Topic"), paragraph("Short."), table(5)).slides[1].filled[2]

    assert alone.moved
    assert alone.box.y == THEME.layouts[Layout.TABLE][Slot.LEAD].box.y
    assert not led.moved


@pytest.mark.parametrize(
    ("least", "natural", "whole", "expected"),
    [
        ([10], [10], 100, (100,)),
        ([10, 10], [10, 10], 100, (50, 50)),
        ([10, 10], [20, 40], 100, (37, 63)),
        ([10, 10], [20, 400], 100, (20, 80)),
        ([10, 10], [400, 400], 100, (50, 50)),
        ([10, 90], [10, 200], 60, (10, 50)),
        ([90, 90], [200, 200], 60, (30, 30)),
    ],
)
def test_widths_of_columns(
    least: list[float], natural: list[float], whole: int, expected: tuple[int, ...]
) -> None:
    assert expected == column_widths(least, natural, whole)


def test_a_header_takes_two_lines_before_a_long_text_in_a_row_is_squeezed() -> None:
    heads = ("Line", "FY2026, USD thousand", "FY2027, USD thousand", "Change, USD thousand", "Rests on")
    cells = ("Team", "1,020", "1,200", "180", SENTENCE)
    budget = Table(
        tuple(Column(text(head)) for head in heads), tuple(Row(tuple(map(text, cells))) for _ in range(8))
    )

    grid = laid_out(heading("Topic"), budget).slides[1].filled[1].content

    assert isinstance(grid, Grid)
    assert grid.widths[-1] > sum(grid.widths) * 0.4
