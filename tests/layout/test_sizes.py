"""The ladder of sizes a text is tried at."""

from __future__ import annotations

import pytest

from alignkit.layout.fitting_text import sizes

CASES = (
    (16.0, 13.0, (16.0, 15.0, 14.0, 13.0)),
    (16.0, 13.5, (16.0, 15.0, 14.0, 13.5)),
    (12.0, 12.0, (12.0,)),
    (12.0, 18.0, (12.0,)),
    (3.0, 0.0, (3.0, 2.0, 1.0)),
)


@pytest.mark.parametrize(("usual", "least", "expected"), CASES)
def test_a_ladder_leads_from_the_usual_size_to_the_least(
    usual: float, least: float, expected: tuple[float, ...]
) -> None:
    assert expected == sizes(usual, least)


def test_a_size_is_printed_as_its_look_has_it_whatever_was_asked_before() -> None:
    assert repr(sizes(14.0, 13.0)) == "(14.0, 13.0)"
    assert repr(sizes(14, 13)) == "(14, 13)"
