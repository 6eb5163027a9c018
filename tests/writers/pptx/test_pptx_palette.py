"""Colours by role on light and on dark paper."""

from __future__ import annotations

from dataclasses import replace

from pptx_samples import own

from alignkit.writers.pptx.palette import palette_of


def test_our_own_colours_are_those_of_the_theme() -> None:
    palette = palette_of(own())

    assert '<a:schemeClr val="accent1"/>' == palette.accent_text
    assert 3 == len(set(palette.tints))
    assert palette.tints[0] == palette.tint(0) == palette.tint(1)
    assert palette.tints[2] == palette.tint(3) == palette.tint(9)


def test_an_accent_that_cannot_be_read_is_no_colour_of_text() -> None:
    palette = palette_of(replace(own(), dark=("tx1",)))

    assert '<a:schemeClr val="tx1"/>' == palette.accent_text
    assert '<a:schemeClr val="accent1"/>' == palette.accent


def test_on_dark_paper_grounds_are_veils_of_the_light_ink() -> None:
    palette = palette_of(replace(own(), dark=("tx1", "tx2", "bg1")))

    for color in (*palette.tints, palette.faint, palette.hairline, palette.quiet, palette.muted):
        assert color.startswith('<a:schemeClr val="tx1"><a:alpha ')


def test_grey_comes_from_the_ink_whatever_else_the_theme_holds() -> None:
    grey = '<a:schemeClr val="tx1"><a:lumMod val="70000"/><a:lumOff val="30000"/><a:satMod val="60000"/></a:schemeClr>'

    assert grey == palette_of(own()).muted == palette_of(replace(own(), dark=("tx1",))).muted
