"""Tables and charts in two columns: beside each other, one above the other, or on slides of their own."""

from __future__ import annotations

import pytest
from deck_samples import (
    THEME,
    bullets,
    chart,
    heading,
    laid_out,
    notes,
    notes_of,
    paragraph,
    table,
    text,
    told,
)

from alignkit.model.blocks import Block, Column, Columns, Notes, Row, SideBySide, Table
from alignkit.model.charts import ChartKind
from alignkit.model.deck import Grid, Layout, Plot, Slot
from measured_again import overflows, overlaps

FLAT = chart("All of it is spent", "USD", ("Money",), ChartKind.FULL_BAR)
TORNADO = chart("Win rate moves most", "ARR", ("Win rate", "Price"), ChartKind.TORNADO)


def columns(left: tuple[Block, ...], right: tuple[Block, ...], *heads: str) -> Columns:
    first, second = heads or ("", "")
    return Columns(
        (SideBySide(left, text(first) if first else ()), SideBySide(right, text(second) if second else ()))
    )


CASES: list[tuple[str, Columns, str]] = [
    ("a table beside a chart", columns((table(3, note="Source: plan."),), (chart("Spend rises"),)), """
= two_columns: Topic
  left 14 moved: 3 x 3
  right 14 moved
    # Spend rises
    USD thousand
  right 14 moved
  source 10
    Source: plan."""),
    ("a heading that says what the chart does", columns((table(3),), (chart("Spend rises"),), "Plan", "Spend rises"), """
= comparison: Topic
  left_head 18
    Plan
  left 14 moved: 3 x 3
  right_head 18
    Spend rises
  right 14 moved
    USD thousand
  right 14 moved"""),
    ("two tables", columns((table(2, caption="Cuts"),), (table(2, caption="Gates"),)), """
= two_columns: Topic
  left 14 moved
    # Cuts
  left 14 moved: 3 x 2
  right 14 moved
    # Gates
  right 14 moved: 3 x 2"""),
    ("text below a table", columns((table(2), paragraph("It breaks even.")), (TORNADO,)), """
= two_columns: Topic
  left 14 moved: 3 x 2
  left 14 moved
    It breaks even.
  right 14 moved
    # Win rate moves most
    ARR
  right 14 moved"""),
    ("entries beside a chart", columns((bullets("one", "two"),), (TORNADO,)), """
= two_columns: Topic
  left 18
    * one
    * two
  right 14 moved
    # Win rate moves most
    ARR
  right 14 moved"""),
    ("a single lying bar below a wide table", columns((table(4, 6),), (FLAT,)), """
= two_columns: Topic
  left 12 moved: 6 x 4
  right 14 moved
    # All of it is spent
    USD
  right 14 moved"""),
    ("the notes of both columns", columns((table(2), notes("Say: one")), (TORNADO, notes("Say: two"))), """
= two_columns: Topic
  left 14 moved: 3 x 2
  right 14 moved
    # Win rate moves most
    ARR
  right 14 moved
  notes: Say: one
  notes: Say: two"""),
]  # fmt: skip


@pytest.mark.parametrize(("content", "expected"), [pytest.param(*case[1:], id=case[0]) for case in CASES])
def test_what_two_columns_become(content: Columns, expected: str) -> None:
    deck = laid_out(heading("Topic"), content)

    assert expected.strip() == told(deck)
    assert [] == overflows(deck, THEME)
    assert [] == overlaps(deck)


def test_a_source_both_share_stands_once() -> None:
    both = columns((table(2, note="Source: plan."),), (table(2, note="Source: plan."),))

    assert told(laid_out(heading("Topic"), both)).count("Source: plan.") == 1


def test_a_table_with_long_texts_takes_more_of_the_width() -> None:
    long = "A sentence that is much longer than the name of a gate and its date"
    rows = tuple(Row((text("one"), text(long))) for _ in range(8))
    wide = Table((Column(text("Line")), Column(text("What is lost"))), rows)
    slide = laid_out(heading("Topic"), columns((wide,), (table(4, 2),), "Cuts", "Gates")).slides[1]
    widths = {each.slot: each.box.width for each in slide.filled if isinstance(each.content, Grid)}

    assert widths[Slot.LEFT] > widths[Slot.RIGHT]
    assert Layout.TWO_COLUMNS is slide.layout


def test_two_tables_with_long_cells_stand_one_above_the_other() -> None:
    long = "Net new revenue over the cost of sales and marketing in the quarter before"
    wide = Table(
        tuple(Column(text(head)) for head in ("Measure", "How", "Source")),
        tuple(Row((text("Magic number"), text(long), text(long))) for _ in range(4)),
    )
    slide = laid_out(heading("Topic"), columns((wide,), (table(2, 2),))).slides[1]
    upper, lower = (each.box for each in slide.filled if isinstance(each.content, Grid))

    assert upper.width == lower.width
    assert upper.y + upper.height <= lower.y


def test_columns_that_need_more_than_a_slide_come_one_after_the_other() -> None:
    deck = laid_out(heading("Topic"), columns((table(40, caption="Rows"),), (TORNADO,), "Left", "Right"))

    assert all(slide.layout in (Layout.TABLE, Layout.CHART, Layout.CHART_TEXT) for slide in deck.slides[1:])
    assert [] == overflows(deck, THEME)


def test_text_before_columns_has_a_slide_before_them() -> None:
    deck = laid_out(heading("Topic"), paragraph("Before."), columns((table(2),), (TORNADO,)))

    assert [Layout.BULLETS, Layout.TWO_COLUMNS] == [slide.layout for slide in deck.slides[1:]]


def test_a_chart_is_drawn_at_the_size_it_was_measured_for() -> None:
    slide = laid_out(heading("Topic"), columns((table(2), TORNADO), (TORNADO,))).slides[1]
    plots = [each for each in slide.filled if isinstance(each.content, Plot)]

    assert 2 == len(plots)
    assert all(each.box.height >= 1_000_000 and each.box.width >= 2_926_080 for each in plots)


def test_columns_inside_notes_are_read_in_order() -> None:
    told_aside = Notes((columns((table(1, caption="Cuts"),), (paragraph("Gates"),)),))
    slide = laid_out(heading("Topic"), paragraph("Text."), told_aside).slides[1]

    assert ["Cuts", "Column 1 · Column 2 · Column 3", "cell 0.0 · cell 0.1 · cell 0.2", "Gates"] == notes_of(
        slide
    )
