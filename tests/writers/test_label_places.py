"""Labels keep clear of each other and of the edges, as far as there is room."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.writers.label_places import Named, Spot, places

FRAME = (0.0, 0.0, 400.0, 300.0)


def placed(*points: tuple[float, float]) -> tuple[Spot, ...]:
    return places([Named(x, y, 60, 12) for x, y in points], FRAME, 4, 12)


@pytest.mark.parametrize(
    ("points", "sides"),
    [
        ([(200, 150)], "r"),
        ([(390, 150)], "l"),
        ([(100, 150), (110, 150)], "lr"),
        ([(100, 150), (100, 290)], "rr"),
    ],
)
def test_a_label_stands_where_it_covers_nothing(points: list[tuple[float, float]], sides: str) -> None:
    assert sides == "".join(spot.side for spot in placed(*points))


def test_nothing_to_place_is_no_trouble() -> None:
    assert () == placed()


def areas(spots: tuple[Spot, ...]) -> list[tuple[float, float, float, float]]:
    return [(spot.left, spot.top, spot.left + 60, spot.top + 12) for spot in spots]


def test_twenty_points_in_a_grid_have_twenty_labels_apart() -> None:
    found = areas(placed(*((60 + 75 * (i % 5), 40 + 70 * (i // 5)) for i in range(20))))

    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 400), st.floats(0, 300)), max_size=12))
def test_the_same_points_have_the_same_places(points: list[tuple[float, float]]) -> None:
    assert placed(*points) == placed(*points)
    assert len(points) == len(placed(*points))
