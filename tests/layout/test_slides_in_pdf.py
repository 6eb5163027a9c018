"""The harness that reads slides back from a PDF finds what is outside its slot and what is missing, and only that."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from deck_samples import bullets, cards, chart, document, heading, matrix, table, timeline

from alignkit.diagnostics import Report
from alignkit.layout import lay_out
from alignkit.model.blocks import Cards
from alignkit.model.charts import Series
from alignkit.model.deck import Box, Deck, Filled, Grid, Line, Schedule, Slide, Slot, TextBody
from alignkit.model.inlines import Text
from alignkit.writers.pptx import load_presentation, write
from slides_in_pdf import convert, demand_libreoffice, misplaced

OWN = load_presentation(None, Report())
assert OWN is not None
_BARS = replace(chart(), series=(Series("Spend", (Decimal(5), Decimal(8))),))
DECK = lay_out(
    document(
        heading("Running text"), bullets("state-of-the-art work", "x" * 200, "Übergrößen 12", ordered=True),
        heading("Rows"), table(6),
        heading("Figures"), Cards(cards(3)),
        heading("Bars"), _BARS,
        heading("Days"), timeline(4),
        heading("Fields"), matrix(),
    ),
    OWN.theme,
    Report(),
)  # fmt: skip
TEXT, ROWS, FIGURES, BARS, DAYS, FIELDS = range(1, 7)
"""Indices of the slides."""


def changed(deck: Deck, index: int, slot: Slot, change: Callable[[Filled], Filled]) -> Deck:
    """The deck with one slot changed."""
    slide = deck.slides[index]
    filled = tuple(change(each) if each.slot is slot else each for each in slide.filled)
    slides = list[Slide](deck.slides)
    slides[index] = replace(slide, filled=filled)
    return replace(deck, slides=tuple(slides))


def moved(filled: Filled) -> Filled:
    return replace(filled, box=replace(filled.box, y=filled.box.y - filled.box.height))


def narrowed(filled: Filled) -> Filled:
    return replace(filled, box=replace(filled.box, width=filled.box.width // 2))


def content(**changes: Any) -> Callable[[Filled], Filled]:
    return lambda filled: replace(filled, content=replace(filled.content, **changes))


def lines(*texts: str) -> tuple[Line, ...]:
    return tuple(Line((Text(text),)) for text in texts)


def one_high(filled: Filled) -> Filled:
    """The second row higher than it is on the page, so that the others stand lower."""
    held = filled.content
    assert isinstance(held, Grid | Schedule)
    first, second, *others = held.heights
    return replace(filled, content=replace(held, heights=(first, second * 2, *others)))


def high_text(filled: Filled) -> Filled:
    """Rows whose text is too large for them, so that the program that opens the file makes them higher."""
    assert isinstance(filled.content, Grid)
    return replace(filled, content=replace(filled.content, text_pt=filled.content.text_pt + 40))


def low_box(filled: Filled) -> Filled:
    box = Box(filled.box.x, filled.box.y, filled.box.width, filled.box.height // 6)
    return replace(filled, box=box, moved=True)


GROWN = changed(DECK, ROWS, Slot.TABLE, high_text)
"""A table that layout would never make."""
FLOODED = changed(DECK, TEXT, Slot.BODY, low_box)
"""Text in a box that cannot hold it."""


@pytest.fixture(scope="module")
def pdfs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    demand_libreoffice()
    assert OWN is not None
    decks = {"sound": DECK, "grown": GROWN, "flooded": FLOODED}
    files = {name: write(deck, OWN, Report()) for name, deck in decks.items()}
    return convert(files, tmp_path_factory.mktemp("slides"))


def test_nothing_is_found_where_nothing_is_wrong(pdfs: dict[str, bytes]) -> None:
    assert [] == misplaced(DECK, pdfs["sound"])


def test_rows_that_grow_are_found(pdfs: dict[str, bytes]) -> None:
    found = misplaced(GROWN, pdfs["grown"])

    assert found
    assert all(each.startswith(f"slide {ROWS + 1} table: `") for each in found)
    assert all("leaves its place" in each for each in found)


def test_text_below_its_box_is_found(pdfs: dict[str, bytes]) -> None:
    found = misplaced(FLOODED, pdfs["flooded"])

    assert any(each.startswith(f"slide {TEXT + 1} body: `") and "leaves its place" in each for each in found)
    assert all(each.startswith(f"slide {TEXT + 1} ") for each in found)


@pytest.mark.parametrize(
    ("index", "slot", "change", "start"),
    [
        (TEXT, Slot.TITLE, moved, "slide 2 title: `Running text` leaves its place by "),
        (TEXT, Slot.BODY, moved, "slide 2 body: "),
        (TEXT, Slot.BODY, narrowed, "slide 2 body: `xxx"),
        (TEXT, Slot.TITLE, content(lines=lines("Running words")), "slide 2 title: `words` is not on its page"),
        (TEXT, Slot.TITLE, content(lines=lines("Running")), "slide 2 `text` stands in no slot, "),
        (ROWS, Slot.TABLE, moved, "slide 3 table: `"),
        (ROWS, Slot.TABLE, one_high, "slide 3 table: `"),
        (FIGURES, Slot.CARD, moved, "slide 4 card: `"),
        (BARS, Slot.CHART, narrowed, "slide 5 `"),
        (DAYS, Slot.TIMELINE, moved, "slide 6 timeline: `"),
        (DAYS, Slot.TIMELINE, one_high, "slide 6 timeline: `"),
        (FIELDS, Slot.MATRIX, moved, "slide 7 matrix: `"),
        (FIELDS, Slot.MATRIX, narrowed, "slide 7 matrix: `"),
    ],
)  # fmt: skip
def test_what_the_page_does_not_show_as_the_deck_says_is_found(
    index: int, slot: Slot, change: Callable[[Filled], Filled], start: str, pdfs: dict[str, bytes]
) -> None:
    found = misplaced(changed(DECK, index, slot, change), pdfs["sound"])

    assert any(each.startswith(start) for each in found), found


def test_a_slide_too_few_is_found(pdfs: dict[str, bytes]) -> None:
    assert ["7 pages for 6 slides"] == misplaced(replace(DECK, slides=DECK.slides[:-1]), pdfs["sound"])


def test_the_sample_holds_every_kind_of_content() -> None:
    kinds = {type(filled.content) for slide in DECK.slides for filled in slide.filled}

    assert {"TextBody", "Grid", "CardFace", "Plot", "Schedule", "Field"} == {kind.__name__ for kind in kinds}
    assert isinstance(DECK.slides[TEXT].filled[0].content, TextBody)
