"""Charts as drawings: everything inside the frame, bars from zero, only what matters in accent."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.writers.svg.drawing import drawing
from alignkit.writers.svg.geometry import Scale, bar_scale, line_scale, spans, ticks
from alignkit.writers.svg.marks import fitted

if TYPE_CHECKING:
    from collections.abc import Sequence


def decimals(*values: str | None) -> tuple[Decimal | None, ...]:
    return tuple(None if value is None else Decimal(value) for value in values)


def pairs(*values: tuple[int, int]) -> list[tuple[Decimal, Decimal]]:
    return [(Decimal(start), Decimal(end)) for start, end in values]


def chart(kind: ChartKind, *series: Series, highlight: tuple[int, ...] = (), limit: str = "") -> Chart:
    names = tuple(f"Q{index + 1}" for index in range(len(series[0].values)))
    ceiling = Decimal(limit) if limit else None
    return Chart(kind, "It grows", names, series, highlight=highlight, limit=ceiling, limit_label="Ceiling")


def parts(subject: Chart, name: str) -> Sequence[etree._Element]:
    return list(etree.fromstring(drawing(subject, "en-US")).iter(name))


def number(part: etree._Element, name: str) -> float:
    return float(str(part.attrib[name]))


def texts(subject: Chart) -> list[str]:
    return [str(part.text or "") for part in parts(subject, "text")]


def fills(subject: Chart) -> list[str]:
    return [str(part.attrib["fill"]) for part in parts(subject, "rect")]


ACCENT, SECOND, PALE = "var(--accent)", "var(--second)", "#b9c4cb"


def test_columns_stand_on_zero_and_carry_their_numbers() -> None:
    subject = chart(ChartKind.COLUMN, Series("A", decimals("50", "100")))

    heights = [number(part, "height") for part in parts(subject, "rect")]
    assert heights[1] == 2 * heights[0] == 220
    assert texts(subject) == ["50", "100", "Q1", "Q2"]


def test_the_category_that_matters_is_in_accent() -> None:
    subject = chart(ChartKind.COLUMN, Series("A", decimals("1", "2", "3")), highlight=(1,))

    assert fills(subject) == [PALE, ACCENT, PALE]


def test_series_that_do_not_matter_are_grey_and_all_are_named() -> None:
    series = (
        Series("A", decimals("1")),
        Series("B", decimals("2")),
        Series("C", decimals("3"), highlight=False),
    )

    assert fills(chart(ChartKind.BAR, *series)) == [ACCENT, SECOND, PALE] * 2
    assert texts(chart(ChartKind.BAR, *series))[:3] == ["A", "B", "C"]


@pytest.mark.parametrize("kind", [ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR])
def test_an_unseen_base_is_not_drawn_but_lifts(kind: ChartKind) -> None:
    subject = chart(
        kind, Series("Base", decimals(None, "100"), invisible=True), Series("A", decimals("100", "20"))
    )

    assert [(span.start, span.end) for span in spans(subject)] == pairs((0, 100), (100, 120))
    assert len(parts(subject, "rect")) == 2
    assert "20" in texts(subject)


def test_stacks_grow_in_both_directions() -> None:
    subject = chart(
        ChartKind.STACKED_BAR,
        Series("A", decimals("3")),
        Series("B", decimals("-2")),
        Series("C", decimals("4")),
    )

    assert [(span.start, span.end) for span in spans(subject)] == pairs((0, 3), (0, -2), (3, 7))
    assert bar_scale(subject) == Scale(Decimal(-2), Decimal(7))


def test_a_limit_is_drawn_where_no_bar_hides_its_name() -> None:
    falling = chart(ChartKind.COLUMN, Series("A", decimals("9", "1")), limit="5")
    rising = chart(ChartKind.COLUMN, Series("A", decimals("1", "9")), limit="5")

    anchors = [parts(subject, "text")[-1].attrib["text-anchor"] for subject in (falling, rising)]
    assert anchors == ["end", "start"]
    assert texts(rising)[-1] == "Ceiling 5"


def test_a_line_breaks_where_a_number_is_missing() -> None:
    subject = chart(ChartKind.LINE, Series("A", decimals("1", "2", None, "3")))

    (path,) = parts(subject, "path")
    assert [move for move in str(path.attrib["d"]) if move in "ML"] == ["M", "L", "M"]
    assert len(parts(subject, "circle")) == 2


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        (("2.1", "3.6"), ["2.0", "2.5", "3.0", "3.5", "4.0"]),
        (("1", "3.6"), ["0", "1", "2", "3", "4"]),
        (("97", "103"), ["96", "98", "100", "102", "104"]),
        (("-5", "5"), ["-5.0", "-2.5", "0.0", "2.5", "5.0"]),
        (("7", "7"), ["6", "8", "10", "12", "14"]),
        ((None, None), ["0.00", "0.25", "0.50", "0.75", "1.00"]),
    ],
)
def test_lines_are_read_against_round_numbers(values: tuple[str | None, ...], expected: list[str]) -> None:
    scale = line_scale(chart(ChartKind.LINE, Series("A", decimals(*values))))

    assert [Decimal(mark) for mark in expected] == list(ticks(scale))


@pytest.mark.parametrize(
    ("name", "most", "expected"),
    [
        ("Short", 2, ["Short"]),
        ("two words here", 2, ["two words", "here"]),
        ("one two three four five six", 2, ["one two", "three fou…"]),
        ("Donaudampfschifffahrt", 2, ["Donaudamp…"]),
        ("漢字漢字漢字漢字", 1, ["漢字漢字…"]),
    ],
)
def test_long_names_are_wrapped_then_cut(name: str, most: int, expected: list[str]) -> None:
    assert fitted(name, 72, most) == expected


NUMBERS = st.one_of(st.none(), st.decimals(-(10**12), 10**12, places=2))


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_everything_stays_inside_the_frame(data: st.DataObject) -> None:
    count = data.draw(st.integers(1, 8))
    series = tuple(
        Series(
            data.draw(st.text(st.sampled_from("abcdefgh WM"), max_size=30)),
            tuple(data.draw(st.lists(NUMBERS, min_size=count, max_size=count))),
            data.draw(st.booleans()),
            data.draw(st.booleans()),
        )
        for _ in range(data.draw(st.integers(1, 4)))
    )
    limit = data.draw(st.one_of(st.just(""), st.just("1000")))
    subject = chart(data.draw(st.sampled_from(ChartKind)), *series, limit=limit)

    tree = etree.fromstring(drawing(subject, "en-US"))

    _, _, width, height = map(float, str(tree.attrib["viewBox"]).split())
    for part in tree.iter("rect"):
        x, y, across, down = (number(part, name) for name in ("x", "y", "width", "height"))
        assert across >= 0
        assert down >= 0
        assert x >= -0.1
        assert x + across <= width + 0.1
        assert y >= -0.1
        assert y + down <= height + 0.1
    for part in tree.iter("text"):
        assert 0 <= number(part, "y") <= height
        assert -0.1 <= number(part, "x") <= width


def stakeholders() -> Chart:
    series = Series("Influence", decimals("5", "5", "1"), across=decimals("4", "4", "2"))
    return Chart(ChartKind.SCATTER, "They are near", ("Ann", "Bo", "Cy"), (series,), number_format="0")


def test_points_on_one_place_share_a_name() -> None:
    assert len(parts(stakeholders(), "circle")) == 2
    assert texts(stakeholders())[-2:] == ["Ann, Bo", "Cy"]


def test_a_waterfall_floats_with_signs_and_connectors() -> None:
    subject = Chart(
        ChartKind.WATERFALL, "It grows", ("A", "B", "C", "D"), (Series("S", decimals("100", "30", "-10", "120")),),
        totals=(0, 3),
    )  # fmt: skip

    assert [(span.start, span.end) for span in spans(subject)] == pairs(
        (0, 100), (100, 130), (130, 120), (0, 120)
    )
    assert texts(subject)[:4] == ["100", "+30", "−10", "120"]
    assert len(parts(subject, "line")) == 4
    assert len(set(fills(subject))) == 3


@pytest.mark.parametrize("kind", [ChartKind.FULL_BAR, ChartKind.FULL_COLUMN])
def test_shares_fill_the_whole_and_add_to_a_hundred(kind: ChartKind) -> None:
    series = tuple(Series(name, decimals("1")) for name in "ABC")
    subject = chart(kind, *series)

    assert {"34%", "33%"} <= set(texts(subject))
    side = "width" if kind is ChartKind.FULL_BAR else "height"
    assert len({number(part, side) for part in parts(subject, "rect") if number(part, side) > 20}) == 1


def test_a_tornado_lies_on_both_sides_with_its_base_named() -> None:
    subject = Chart(
        ChartKind.TORNADO, "It matters", ("Price",), (Series("Low", decimals("-2")), Series("High", decimals("3"))),
        limit=Decimal(0), limit_label="Base 14",
    )  # fmt: skip

    assert {"−2", "+3", "Base 14"} <= set(texts(subject))


def test_a_step_keeps_its_height_and_an_area_closes() -> None:
    (step,) = parts(chart(ChartKind.STEP, Series("A", decimals("1", "2"))), "path")
    (area,) = parts(chart(ChartKind.AREA, Series("A", decimals("1", "2"))), "path")

    heights = [point.split()[1] for point in str(step.attrib["d"])[1:].split("L")]
    assert heights[0] == heights[1] != heights[2] == heights[3]
    assert str(area.attrib["d"]).endswith("Z")


def test_a_bullet_marks_its_target_and_a_range_its_dots() -> None:
    bullet = chart(ChartKind.BULLET, Series("A", decimals("4")), Series("Target", decimals("5")))
    dots = chart(
        ChartKind.DOT_RANGE,
        *(Series(name, decimals(value)) for name, value in (("L", "1"), ("M", "2"), ("H", "4"))),
    )

    assert {"4", "Target 5"} <= set(texts(bullet))
    assert len(parts(dots, "circle")) == 3
    assert {"L 1", "M 2", "H 4"} <= set(texts(dots))
