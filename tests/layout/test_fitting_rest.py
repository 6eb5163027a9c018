"""Text, cards, charts, timelines, matrices and source lines in their slots."""

from __future__ import annotations

from datetime import date

import pytest
from deck_samples import (
    PLACE,
    THEME,
    WORDS,
    bullets,
    cards,
    chart,
    heading,
    laid_out,
    matrix,
    notes,
    notes_of,
    paragraph,
    table,
    text,
    timeline,
)

from alignkit.diagnostics import Report
from alignkit.layout.fitting_cards import card_pages
from alignkit.layout.fitting_drawings import chart_drawing, timeline_drawing
from alignkit.layout.fitting_text import Room, sizes, text_halves, text_pages
from alignkit.layout.inlines import cut, shortened
from alignkit.layout.notes import in_paragraphs
from alignkit.layout.reading import Reader
from alignkit.model.blocks import Block, Card, Cards, Event, Quote, Timeline
from alignkit.model.charts import Chart, ChartKind
from alignkit.model.deck import CardFace, Field, Layout, Line, Marker, Plot, Schedule, Slot, TextBody
from alignkit.model.inlines import Break, Emphasis, Inline, Link, Shown, Strong, Text
from alignkit.showing import plain

BODY = THEME.layouts[Layout.BULLETS][Slot.BODY]
ROOM = Room(BODY, BODY.box)
SENTENCE = "Sales and marketing keep one list of accounts and look at it together every Tuesday at nine."


@pytest.mark.parametrize(
    ("usual", "least", "expected"),
    [
        (18, 14, (18, 17, 16, 15, 14)),
        (14, 14, (14,)),
        (10.5, 9, (10.5, 9.5, 9)),
        (12, 14, (12,)),
        (0.5, 0.2, (0.5, 1.0)),
    ],
)
def test_the_ladder_of_sizes(usual: float, least: float, expected: tuple[float, ...]) -> None:
    assert expected == sizes(usual, least)


def lines(*texts: str, marker: Marker = Marker.NONE, strong: bool = False) -> tuple[Line, ...]:
    return tuple(Line(text(each), marker, strong=strong) for each in texts)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (lines(*["a"] * 4, marker=Marker.BULLET), [4]),
        (lines(*["a"] * 6, marker=Marker.BULLET), [3, 3]),
        (lines(*["a"] * 11, marker=Marker.BULLET), [4, 4, 3]),
        (lines(*[SENTENCE * 4] * 3), [3]),
        (lines(*[SENTENCE * 7] * 4), [2, 2]),
        ((*lines(*[SENTENCE * 7] * 2), *lines("Head", strong=True), *lines(*[SENTENCE * 7] * 2)), [2, 3]),
        ((*lines(*["a"] * 4, marker=Marker.BULLET), *lines("Head", strong=True), *lines(*["b"] * 2, marker=Marker.BULLET)), [4, 3]),
    ],
)  # fmt: skip
def test_lines_over_slides(content: tuple[Line, ...], expected: list[int]) -> None:
    assert expected == [len(page) for page in text_pages(content, ROOM)[0]]


@pytest.mark.parametrize(("count", "expected"), [(3, 18), (17, 18), (18, 17), (20, 16), (24, 15)])
def test_text_gets_smaller_before_a_second_slide_is_taken(count: int, expected: float) -> None:
    pages, size = text_pages(lines(f"{SENTENCE} " * count), ROOM)

    assert [1, expected] == [len(pages), size]


def test_a_paragraph_higher_than_a_slide_is_parted_at_a_sentence() -> None:
    pages, _ = text_pages(lines(f"{SENTENCE} " * 60), ROOM)

    parts = [plain(line.inlines) for page in pages for line in page]
    assert 3 == len(pages)
    assert f"{SENTENCE} " * 60 == "".join(parts)
    assert all(part.endswith("nine. ") for part in parts)


def test_halves_keep_a_heading_with_its_text() -> None:
    content = (*lines("a"), *lines("b"), *lines("Head", strong=True), *lines("c", "d"))

    assert (content[:2], content[2:]) == text_halves(content)


MIXED: tuple[Inline, ...] = (
    Text("ab"), Strong((Text("cd"),)), Break(), Shown("$12", "k"), Link("https://x.org", (Emphasis((Text("ef"),)),)),
)  # fmt: skip


@pytest.mark.parametrize("at", range(0, 11))
def test_a_cut_loses_nothing(at: int) -> None:
    before, after = cut(MIXED, at)

    assert plain(MIXED) == plain(before) + plain(after)
    assert at == len(plain(before))


def test_a_shortened_text_ends_at_a_word() -> None:
    assert text("one two three") == shortened(text("one two three"), lambda each: True)
    short = shortened(text("one two three"), lambda each: len(plain(each)) <= 9)
    assert "one two…" == plain(short)


@pytest.mark.parametrize(
    ("count", "expected"),
    [(1, [1]), (2, [2]), (5, [5]), (6, [3, 3]), (7, [4, 3]), (9, [4, 5]), (11, [4, 3, 4])],
)
def test_cards_over_slides(count: int, expected: list[int]) -> None:
    look = THEME.layouts[Layout.CARDS][Slot.CARD]

    found = card_pages(cards(count), look, look.box)

    assert sorted(expected) == sorted(len(page.faces) for page in found.pages)
    for page in found.pages:
        assert look.box.x == page.boxes[0].x
        assert look.box.x + look.box.width - (page.boxes[-1].x + page.boxes[-1].width) < 5
        assert 1 == len({box.width for box in page.boxes})


def card_sizes(*several: Card) -> set[tuple[float, float]]:
    look = THEME.layouts[Layout.CARDS][Slot.CARD]
    faces = [face for page in card_pages(several, look, look.box).pages for face in page.faces]
    return {(face.value_pt, face.label_pt) for face in faces}


def test_cards_share_the_sizes_at_which_all_fit() -> None:
    small, long = Card("CAC", text("$1")), Card("Yearly revenue", text("$2,880,000.00"))

    assert {(40, 14)} == card_sizes(small)
    assert {(34, 14)} == card_sizes(small, long, small, small)


def test_a_card_too_long_for_a_slide_is_cut_and_told() -> None:
    report = Report()
    wordy = Card("Cost", text("$5"), text(SENTENCE * 20))

    deck = laid_out(heading("Topic"), Cards((wordy,)), notes("Say: hello"), report=report)

    face = deck.slides[1].filled[1].content
    assert isinstance(face, CardFace)
    assert plain(face.card.note).endswith("…")
    assert ["slide 2 `Topic`: the card `Cost` does not fit at its smallest size"] == [
        each.message for each in report
    ]
    assert ["Cost", "$5", SENTENCE * 20, "Say: hello"] == notes_of(deck.slides[1])


CHART = THEME.layouts[Layout.CHART][Slot.CHART]


@pytest.mark.parametrize(
    ("shown", "expected"),
    [
        (chart(categories=("North", "South")), 14),
        (
            chart(
                categories=("Marketing-sourced pipeline of enterprise accounts", "South"), kind=ChartKind.BAR
            ),
            14,
        ),
        (chart(categories=tuple(f"Quarter {number}" for number in range(24))), 14),
        (chart(categories=("Risk " * 40, "b"), kind=ChartKind.SCATTER), 14),
    ],
)
def test_labels_of_a_chart(shown: Chart, expected: float) -> None:
    drawing = chart_drawing(shown, CHART, CHART.box)

    assert (expected, ()) == (drawing.contents[0].text_pt, drawing.cut)


def test_the_long_name_of_a_line_ends_early_below_its_bar() -> None:
    name = "Field marketing in the four regions where no office of our own exists yet"
    shown = chart(categories=(name, *"abcdefgh"), kind=ChartKind.WATERFALL)

    drawing = chart_drawing(shown, CHART, CHART.box)

    assert () == drawing.cut
    assert isinstance(plot := drawing.contents[0], Plot)
    assert isinstance(plot.chart, Chart)
    assert plot.chart.categories[0].endswith("…")
    assert name.startswith(plot.chart.categories[0][:-1])
    assert shown.categories[1:] == plot.chart.categories[1:]


def test_a_label_no_chart_has_room_for_is_told() -> None:
    report = Report()

    laid_out(heading("Topic"), chart(categories=("x" * 90, "b"), kind=ChartKind.BAR), report=report)

    message = f"slide 2 `Topic`: the label `{'x' * 90}` of the chart does not fit at its smallest size"
    assert [("GEN-014", message, PLACE, "shorten it")] == [
        (each.code, each.message, each.place, each.hint) for each in report
    ]


TIMELINE = THEME.layouts[Layout.TIMELINE][Slot.TIMELINE]


def rows_by_slide(shown: Timeline) -> list[tuple[int, float]]:
    found: list[tuple[int, float]] = []
    for content in timeline_drawing(shown, TIMELINE, TIMELINE.box).contents:
        assert isinstance(content, Schedule)
        assert len(content.heights) == len(content.timeline.events) + 1
        assert sum(content.heights) <= TIMELINE.box.height
        found.append((len(content.timeline.events), content.text_pt))
    return found


@pytest.mark.parametrize(
    ("count", "expected"),
    [
        (1, [(1, 14)]),
        (6, [(6, 14)]),
        (7, [(4, 14), (3, 14)]),
        (9, [(5, 14), (4, 14)]),
        (13, [(5, 14), (4, 14), (4, 14)]),
    ],
)
def test_rows_of_a_timeline_over_slides(count: int, expected: list[tuple[int, float]]) -> None:
    assert expected == rows_by_slide(timeline(count))


def test_no_slide_holds_more_than_twelve_rows() -> None:
    bare = Timeline(
        tuple(Event(text(str(number)), date(2027, 1, 1)) for number in range(13)), (), ("a", "b", "c", "d")
    )
    tall = TIMELINE.box.__class__(0, 0, 9_000_000, 20_000_000)

    found = timeline_drawing(bare, TIMELINE, tall).contents

    assert [7, 6] == [len(each.timeline.events) for each in found if isinstance(each, Schedule)]


def test_a_field_too_small_for_its_text_is_cut_and_told() -> None:
    report = Report()

    deck = laid_out(heading("Topic"), matrix(SENTENCE * 12), report=report)

    field = deck.slides[1].filled[1].content
    assert isinstance(field, Field)
    assert all(plain(cell.inlines).endswith("…") for row in field.matrix.cells for cell in row)
    assert {"slide 2 `Topic`: a field of the matrix does not fit at its smallest size"} == {
        each.message for each in report
    }
    assert 4 == len(deck.slides[1].notes)


def test_a_long_source_line_grows_upwards() -> None:
    look = THEME.layouts[Layout.TABLE][Slot.SOURCE]

    _, shown, source = laid_out(heading("Topic"), table(3, note=SENTENCE * 4)).slides[1].filled

    assert source.moved
    assert source.box.y + source.box.height == look.box.y + look.box.height
    assert source.box.height > look.box.height
    assert shown.box.y + shown.box.height <= source.box.y


def test_a_source_line_longer_than_that_has_a_slide_of_its_own() -> None:
    _, first, second = laid_out(heading("Topic"), table(3, note=SENTENCE * 16)).slides

    assert [Slot.TITLE, Slot.TABLE] == [filled.slot for filled in first.filled]
    body = second.filled[1].content
    assert isinstance(body, TextBody)
    assert SENTENCE * 16 == plain(body.lines[0].inlines)


def test_a_speaker_too_long_for_the_line_stands_under_the_words() -> None:
    _, slide = laid_out(heading("Topic"), Quote((paragraph("Yes."),), text(SENTENCE * 3))).slides

    body = slide.filled[1].content
    assert isinstance(body, TextBody)
    assert ["Yes.", SENTENCE * 3] == [plain(line.inlines) for line in body.lines]


@pytest.mark.parametrize(
    ("block", "expected"),
    [
        (paragraph("One."), ["One."]),
        (bullets("a", "b"), ["• a", "• b"]),
        (bullets("a", ordered=True, start=4), ["4. a"]),
        (table(1, 2, "What", "CRM"), ["What", "Column 1 · Column 2", "cell 0.0 · cell 0.1", "CRM"]),
        (chart(), ["Spend rises · USD thousand"]),
        (Cards(cards(1)), ["label 1 · 100 · up"]),
        (timeline(1), ["step 0 · Jan · Ada"]),
        (matrix(), ["high · risk 00 · risk 01", "low · risk 10 · risk 11"]),
        (Quote((paragraph("Yes."),), text("Ada")), ["Yes.", "Ada"]),
    ],
)
def test_anything_can_be_said_in_notes(block: Block, expected: list[str]) -> None:
    assert expected == [plain(each.inlines) for each in in_paragraphs((block,), Reader(WORDS))]
