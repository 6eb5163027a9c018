"""Short texts, small tables and broken titles: what layout does with the room they leave."""

from __future__ import annotations

from dataclasses import replace

import pytest
from deck_samples import THEME, document, heading, laid_out, look, table, text

from alignkit.diagnostics import Report
from alignkit.layout import lay_out
from alignkit.layout.fitting_text import Room, line_count
from alignkit.layout.growing import grown, standing
from alignkit.layout.sheet import room_of
from alignkit.layout.table_looks import airy, cell_sides, names_rows
from alignkit.layout.titles import Title, balanced
from alignkit.model.blocks import Align, Column, Row, Table
from alignkit.model.deck import EMU_PER_PT, Filled, Grid, Layout, Line, Marker, Slot, TextBody
from alignkit.model.document import ControlEntry
from alignkit.showing import plain

LOOK = replace(look(600_000, 1_600_000, 11_000_000, 4.6, 18, 14), most_pt=22)
ROOM = Room(LOOK, LOOK.box)
SENTENCE = (
    "The plan loses thirty-two customers and their yearly revenue when nobody decides before the year ends. "
)


def entries(count: int, words: str = "A short entry") -> tuple[Line, ...]:
    return tuple(Line(text(words), Marker.BULLET) for _ in range(count))


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (entries(1), (22, None)),
        (entries(3), (22, 22)),
        (entries(5), (22, 19)),
        (entries(2, SENTENCE * 4), (18, 18)),
        (entries(5, SENTENCE * 2), (18, None)),
        ((*entries(2), Line(text("below"), level=1)), (22, None)),
        ((Line(text("A heading"), strong=True), *entries(2)), (22, None)),
    ],
)
def test_a_short_text_grows_and_moves_apart(
    lines: tuple[Line, ...], expected: tuple[float, float | None]
) -> None:
    body = grown(lines, ROOM, 18)

    assert expected == (body.text_pt, body.space_after_pt)


def test_a_text_that_had_to_shrink_does_not_grow() -> None:
    assert TextBody(entries(3), 16) == grown(entries(3), ROOM, 16)


def test_a_look_that_says_nothing_of_growing_stays() -> None:
    fixed = replace(LOOK, most_pt=0)

    assert TextBody(entries(3), 18) == grown(entries(3), Room(fixed, fixed.box), 18)


def test_a_text_that_stands_alone_stands_in_the_optical_middle() -> None:
    filled = Filled(Slot.BODY, TextBody(entries(1), 18), LOOK.box)

    (placed,) = standing(filled, ROOM)

    above = placed.box.y - LOOK.box.y
    below = LOOK.box.y + LOOK.box.height - placed.box.y - placed.box.height
    assert placed.moved
    assert above / (above + below) == pytest.approx(0.4, abs=0.01)


def test_a_speaker_follows_the_words() -> None:
    filled = Filled(Slot.BODY, TextBody(entries(1), 18), LOOK.box)
    room = room_of(THEME, Layout.QUOTE, Slot.SUBTITLE)
    speaker = Filled(Slot.SUBTITLE, TextBody((Line(text("Ada")),), 16), room.box)

    words, below = standing(filled, ROOM, speaker)

    assert words.box.y + words.box.height == below.box.y


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("A title in one line", 1.0),
        ("The tightest step of the year-end result leaves seventeen days before the decision of the board", 0.75),
        ((SENTENCE * 2)[:170], 0.91),
    ],
)  # fmt: skip
def test_a_title_with_a_word_left_over_is_balanced(words: str, share: float) -> None:
    room = room_of(THEME, Layout.BULLETS, Slot.TITLE)
    line = Line(text(words))

    box = balanced(Title(TextBody((line,), 28)), room)

    assert share == pytest.approx(box.width / room.box.width, abs=0.005)
    assert line_count(line, Room(room.look, box), 28) == line_count(line, room, 28)


def test_rows_of_a_small_table_get_air() -> None:
    filled = laid_out(heading("Topic"), table(4)).slides[1].filled[1]

    assert isinstance(filled.content, Grid)
    assert 0.5 <= sum(filled.content.heights) / filled.box.height <= 0.85


@pytest.mark.parametrize(
    ("heights", "room", "expected"),
    [
        ((10, 10, 10), 10, (10, 10, 10)),
        ((10, 10, 10), 100, (16, 31, 31)),
        ((10, 10, 30), 1000, (16, 31, 51)),
    ],
)
def test_air_is_the_same_for_every_row_and_has_a_limit(
    heights: tuple[int, ...], room: int, expected: tuple[int, ...]
) -> None:
    scale = EMU_PER_PT

    found = airy(tuple(each * scale for each in heights), room * scale, 16)

    assert list(expected) == [round(each / scale) for each in found]


LEFT, RIGHT = Align.LEFT, Align.RIGHT


@pytest.mark.parametrize(
    ("aligned", "highlight", "expected"),
    [
        ((LEFT, RIGHT), False, ((0, 73_152), (73_152, 0))),
        ((LEFT, RIGHT, LEFT), False, ((0, 73_152), (73_152, 73_152), (228_600, 0))),
        ((LEFT, LEFT), True, ((73_152, 73_152), (73_152, 73_152))),
        ((LEFT,), False, ((0, 0),)),
    ],
)
def test_margins_of_cells(
    aligned: tuple[Align, ...], highlight: bool, expected: tuple[tuple[int, int], ...]
) -> None:
    columns = tuple(Column(text("Head"), align) for align in aligned)
    rows = (Row(tuple(text("cell") for _ in aligned), highlight=highlight),)

    assert expected == cell_sides(Table(columns, rows))


@pytest.mark.parametrize(
    ("names", "columns", "expected"),
    [
        (("Pipeline", "Share"), 3, True),
        (("Pipeline", "Share"), 2, False),
        (("Decide", "Decide"), 3, False),
        (("Pipeline", ""), 3, False),
        (("Pipeline", "x" * 60), 3, False),
        (("Pipeline",), 3, False),
    ],
)
def test_a_first_column_that_names_the_rows(names: tuple[str, ...], columns: int, expected: bool) -> None:
    heads = tuple(Column(text("Head")) for _ in range(columns))
    rows = tuple(Row((text(name), *[text("cell")] * (columns - 1))) for name in names)

    assert expected is names_rows(Table(heads, rows))


def test_a_title_whose_lines_do_not_begin_at_the_left_keeps_its_box() -> None:
    room = room_of(THEME, Layout.BULLETS, Slot.TITLE)
    centered = Room(replace(room.look, flush=False), room.box)

    assert room.box == balanced(Title(TextBody((Line(text((SENTENCE * 2)[:170])),), 28)), centered)


def test_a_control_block_stands_in_two_columns_where_its_slot_has_an_edge() -> None:
    looks = {**THEME.layouts[Layout.TITLE]}
    looks[Slot.SUBTITLE] = replace(looks[Slot.SUBTITLE], flush=False)
    centered = replace(THEME, layouts={**THEME.layouts, Layout.TITLE: looks})

    opened = document(heading("Topic"))
    opened = replace(
        opened, control=(ControlEntry("Decider", text("Ada")), ControlEntry("By", text("Jan 12")))
    )
    block, plain_block = (
        lay_out(opened, theme, Report()).slides[0].filled[-1].content for theme in (THEME, centered)
    )

    assert isinstance(block, TextBody)
    assert isinstance(plain_block, TextBody)
    assert ["Decider", "By"] == [plain(line.term) for line in block.lines]
    assert ["Decider: Ada", "By: Jan 12"] == [plain(line.inlines) for line in plain_block.lines]


def test_a_control_block_with_a_word_wider_than_its_column_stands_in_one() -> None:
    opened = replace(document(heading("Topic")), control=(ControlEntry("Decider", text("x" * 300)),))

    block = lay_out(opened, THEME, Report()).slides[0].filled[-1].content

    assert isinstance(block, TextBody)
    assert [(), "Decider: " + "x" * 300] == [block.lines[0].term, plain(block.lines[0].inlines)]
