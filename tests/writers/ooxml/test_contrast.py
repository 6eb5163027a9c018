"""Colours: theme names, tint and shade, and contrast as WCAG defines it."""

from __future__ import annotations

import pytest
from lxml import etree
from word_sample import W, theme

from alignkit.writers.ooxml.contrast import (
    BLACK,
    WHITE,
    adjust,
    blend,
    contrast,
    read_hex,
    read_highlight,
    read_theme,
    shown_hex,
)

RATIOS = (
    ("000000", "FFFFFF", 21.0),
    ("FFFFFF", "FFFFFF", 1.0),
    ("767676", "FFFFFF", 4.54),
    ("FF0000", "FFFFFF", 4.0),
)


@pytest.mark.parametrize(("one", "other", "expected"), RATIOS)
def test_contrast_is_that_of_wcag_in_both_directions(one: str, other: str, expected: float) -> None:
    first, second = read_hex(one), read_hex(other)
    assert first is not None
    assert second is not None

    assert round(contrast(first, second), 2) == expected
    assert contrast(first, second) == contrast(second, first)


@pytest.mark.parametrize("text", ["auto", "", "12345", "GGGGGG", "#FFFFFF"])
def test_what_is_no_colour_is_none(text: str) -> None:
    assert read_hex(text) is None


def test_highlighter_pens_have_their_colours() -> None:
    assert read_highlight("yellow") == (1.0, 1.0, 0.0)
    assert read_highlight("none") is None


def test_theme_names_lead_to_the_palette_by_the_mapping_of_the_document() -> None:
    palette = read_theme(etree.fromstring(theme().encode()), None)
    settings = etree.fromstring(
        f'<w:settings xmlns:w="{W}"><w:clrSchemeMapping w:bg1="dark1" w:t1="light1"/></w:settings>'
    )
    turned = read_theme(etree.fromstring(theme().encode()), settings)

    assert shown_hex(palette["text1"]) == "1A1A1A"
    assert shown_hex(palette["background2"]) == "EEF2F7"
    assert shown_hex(palette["accent6"]) == "F79646"
    assert shown_hex(palette["hyperlink"]) == "0B4F9E"
    assert shown_hex(turned["text1"]) == "FFFFFF"
    assert read_theme(None, None) == {}


def test_tint_goes_to_white_and_shade_to_black() -> None:
    colour = read_hex("2F6DB5")
    assert colour is not None

    assert shown_hex(adjust(colour, "FF", None)) == "2F6DB5"
    assert shown_hex(adjust(colour, "00", None)) == "FFFFFF"
    assert shown_hex(adjust(colour, None, "00")) == "000000"
    assert adjust(colour, "no", "no") == pytest.approx(colour)


def test_a_pattern_blends_its_colours() -> None:
    assert blend(BLACK, WHITE, 0.25) == (0.75, 0.75, 0.75)
