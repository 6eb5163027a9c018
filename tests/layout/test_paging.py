"""Things of known height over pages."""

from __future__ import annotations

import pytest

from alignkit.layout.paging import fewest, paged


@pytest.mark.parametrize(
    ("heights", "capacity", "expected"),
    [
        ([], 10, []),
        ([4], 10, [(0, 1)]),
        ([4, 4], 10, [(0, 2)]),
        ([4, 4, 4], 10, [(0, 2), (2, 3)]),
        ([2] * 6, 10, [(0, 3), (3, 6)]),
        ([2] * 10, 10, [(0, 5), (5, 10)]),
        ([20, 1], 10, [(0, 1), (1, 2)]),
    ],
)
def test_few_pages_filled_alike(
    heights: list[float], capacity: float, expected: list[tuple[int, int]]
) -> None:
    assert expected == paged(heights, capacity)


def test_space_between_things_counts() -> None:
    assert [(0, 2)] == paged([4, 4], 10, gap=2)
    assert [(0, 1), (1, 2)] == paged([4, 4], 10, gap=2.1)


def test_a_bad_place_is_avoided_where_no_page_is_added() -> None:
    assert [(0, 3), (3, 4)] == paged([2, 2, 2, 2], 6, penalty=lambda _start, end: 10 * (end == 2))


def test_a_page_never_holds_more_than_it_may() -> None:
    assert [(0, 2), (2, 4)] == paged([1] * 4, 10, most=lambda start, end: end - start <= 2)


@pytest.mark.parametrize(
    ("ranks", "expected"),
    [
        ({14: (0, 1), 13: (0, 1), 12: (0, 1)}, 14),
        ({14: (0, 2), 13: (0, 1), 12: (0, 1)}, 13),
        ({14: (0, 2), 13: (0, 2), 12: (0, 1)}, 12),
        ({14: (0, 3), 13: (0, 3), 12: (0, 3)}, 14),
        ({14: (1, 1), 13: (0, 2), 12: (0, 2)}, 13),
    ],
)
def test_the_largest_size_that_does_as_well_as_the_smallest(
    ranks: dict[float, tuple[int, int]], expected: float
) -> None:
    assert expected == fewest((14, 13, 12), lambda size: size, lambda size: ranks[size])
