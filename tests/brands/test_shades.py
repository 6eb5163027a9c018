"""Contrast as WCAG computes it, and shades of a hue."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.brands.shades import contrast, lightness_chroma_hue, luminance, mixed, nearest_shade, shade

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("000000", "FFFFFF", 21.0),
        ("FFFFFF", "FFFFFF", 1.0),
        ("777777", "FFFFFF", 4.48),
        ("767676", "FFFFFF", 4.54),
        ("FF0000", "FFFFFF", 4.00),
        ("0000FF", "FFFFFF", 8.59),
        ("00FF00", "FFFFFF", 1.37),
        ("FF6600", "FFFFFF", 2.94),
        ("FFFF00", "000000", 19.56),
        ("595959", "FFFFFF", 7.00),
    ],
)
def test_contrast_is_what_the_usual_tools_say(one: str, other: str, expected: float) -> None:
    assert expected == pytest.approx(contrast(one, other), abs=0.01)
    assert contrast(one, other) == contrast(other, one)


@pytest.mark.parametrize(
    ("color", "lightness", "chroma", "hue"),
    [
        ("FFFFFF", 1.0, 0.0, None),
        ("000000", 0.0, 0.0, None),
        ("FF0000", 0.628, 0.2577, 29.2),
        ("00FF00", 0.8664, 0.2948, 142.5),
        ("0000FF", 0.452, 0.3132, 264.1),
    ],
)
def test_coordinates_are_those_of_oklch(
    color: str, lightness: float, chroma: float, hue: float | None
) -> None:
    found = lightness_chroma_hue(color)

    assert [lightness, chroma] == pytest.approx(found[:2], abs=1e-3)
    if hue is not None:
        assert hue == pytest.approx(found[2], abs=0.1)


@given(COLORS)
@settings(max_examples=200)
def test_a_colour_comes_back_from_its_coordinates(color: str) -> None:
    assert color == shade(*lightness_chroma_hue(color))


@given(COLORS, st.floats(0, 1))
@settings(max_examples=200)
def test_every_lightness_gives_a_colour_of_the_same_hue(color: str, lightness: float) -> None:
    _, chroma, hue = lightness_chroma_hue(color)

    _, found_chroma, found_hue = lightness_chroma_hue(shade(lightness, chroma, hue))

    assert found_chroma <= chroma + 0.01
    if found_chroma > 0.05 and lightness > 0.2:
        assert (found_hue - hue + 180) % 360 - 180 == pytest.approx(0, abs=6)


@given(COLORS)
@settings(max_examples=60)
def test_the_nearest_shade_passes_and_is_the_nearest(color: str) -> None:
    found = nearest_shade(color, lambda tried: contrast(tried, "FFFFFF") >= 4.5)

    assert contrast(found, "FFFFFF") >= 4.5
    if contrast(color, "FFFFFF") >= 4.5:
        assert color == found
    else:
        assert contrast(found, "FFFFFF") < 4.75


def test_no_shade_passes_what_none_can() -> None:
    assert nearest_shade("FF6600", lambda tried: contrast(tried, "FFFFFF") > 21.5) == ""


def test_a_mixture_lies_between_its_colours() -> None:
    assert ("000000", "808080", "FFFFFF") == tuple(mixed("000000", "FFFFFF", share) for share in (1, 0.5, 0))
    assert luminance("FFFFFF") == pytest.approx(1.0)
