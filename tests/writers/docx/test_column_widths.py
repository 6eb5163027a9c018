"""Columns are as wide as what they hold."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alignkit.writers.docx.column_widths import Content, Measure, column_widths
from alignkit.writers.docx.widths import text_width

MEASURE = Measure(10, 170)
WIDTH = 9000


@pytest.mark.parametrize(
    ("text", "twips"), [("", 0), ("0000", 405.6), ("i", 45.8), ("é", 99.6), ("e\u0301", 99.6), ("漢", 200)]
)
def test_text_is_measured_by_its_letters(text: str, twips: float) -> None:
    assert text_width(text, 10) == pytest.approx(twips, abs=0.1)


def test_a_small_table_stays_small() -> None:
    assert sum(column_widths([Content("a", ["b"]), Content("c", ["1"])], WIDTH, MEASURE)) < WIDTH / 4


def test_a_full_table_takes_the_whole_width() -> None:
    assert sum(column_widths([Content("a", ["word " * 40]), Content("c", ["1"])], WIDTH, MEASURE)) == WIDTH


def test_figures_and_short_words_do_not_wrap_beside_a_long_text() -> None:
    contents = [
        Content("Date", ["Apr 9, 2031"]),
        Content("Test", ["word " * 60]),
        Content("Sum", ["1,234,567"], True),
    ]

    date, _, figure = column_widths(contents, WIDTH, MEASURE)

    assert date >= text_width("Apr 9, 2031", 10) + 170
    assert figure >= text_width("1,234,567", 10) + 170


def test_narrow_columns_keep_their_words_when_long_words_cannot_all_fit() -> None:
    contents = [Content("x" * 90, []), Content("y" * 90, []), Content("", ["short"])]

    assert column_widths(contents, WIDTH, MEASURE)[2] >= text_width("short", 10) + 170


def test_a_long_heading_takes_two_lines() -> None:
    one, two = column_widths(
        [Content("Saved, thousand dollars", ["60"]), Content("b", ["c"])], WIDTH, MEASURE
    )

    assert one < text_width("Saved, thousand dollars", 10) + 170
    assert two < one


@given(
    st.lists(
        st.tuples(st.text(max_size=60), st.lists(st.text(max_size=90), max_size=4)), min_size=1, max_size=9
    )
)
def test_widths_are_positive_and_fit(columns: list[tuple[str, list[str]]]) -> None:
    widths = column_widths([Content(header, cells) for header, cells in columns], WIDTH, MEASURE)

    assert len(columns) == len(widths)
    assert min(widths) > 0
    assert sum(widths) <= WIDTH + len(widths)
