"""Colours of a brand where our pages put them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alignkit.brands import DEFAULT, ROLES, Brand, Palette, check_contrast, rows
from alignkit.brands.contrast import failures
from alignkit.brands.derived import palette_of
from alignkit.brands.shades import lightness_chroma_hue
from alignkit.diagnostics import Place, Report

if TYPE_CHECKING:
    from collections.abc import Mapping

COLORS = st.integers(0, 0xFFFFFF).map(lambda number: f"{number:06X}")
PLACES = {role: Place("brand.yaml", at, 1) for at, role in enumerate(("", *ROLES), 1)}


def told(palette: Palette) -> list[tuple[str, str, str]]:
    """Code, message and hint of each finding about a palette."""
    report = Report()
    check_contrast(Brand("brand.yaml", palette=palette), PLACES, report)
    return [(each.code, each.message, each.hint) for each in report]


def test_the_default_look_can_be_read() -> None:
    assert [] == told(DEFAULT)
    assert all(row.ratio >= row.needed for row in rows(DEFAULT))
    assert list(ROLES) == [row.role for row in rows(DEFAULT)]


@pytest.mark.parametrize(
    ("colors", "code", "message", "hint"),
    [
        (
            {"accent": "FF6600"},
            "BRAND-010",
            "expected a contrast of at least 4.5:1 for `accent`, found 2.9:1 on `paper`, 2.6:1 on `soft`"
            " and 2.5:1 on the panel of a decision with `#FF6600`",
            'write `accent: "#B74700"`, the nearest of its hue that passes',
        ),
        (
            {"accent_2": "CCCCCC"},
            "BRAND-010",
            "expected a contrast of at least 3.0:1 for `accent-2`, found 1.6:1 on `paper` with `#CCCCCC`",
            'write `accent-2: "#949494"`, the nearest of its hue that passes',
        ),
        (
            {"good": "00C853"},
            "BRAND-010",
            "expected a contrast of at least 4.5:1 for `good`, found 2.2:1 on `paper` and 2.0:1 on `soft`"
            " with `#00C853`",
            'write `good: "#008133"`, the nearest of its hue that passes',
        ),
        (
            {"soft": "404040"},
            "BRAND-010",
            "expected a contrast of at least 4.5:1 for `soft`, found 1.5:1 on `ink` with `#404040`",
            'write `soft: "#888888"`, the nearest of its hue that passes',
        ),
        (
            {"paper": "101820"},
            "BRAND-009",
            "expected a light colour for `paper`, found `#101820`, which stands 17.8:1 off white",
            'write `paper: "#D4E0EB"`; a printer prints on white whatever the file says',
        ),
    ],
)
def test_a_colour_that_cannot_be_read_comes_with_one_that_can(
    colors: Mapping[str, str], code: str, message: str, hint: str
) -> None:
    found = told(replace(DEFAULT, **colors))

    assert (code, message, hint) == found[0]


def test_a_ratio_is_never_rounded_up_to_one_that_passes() -> None:
    assert "4.4:1" in told(replace(DEFAULT, accent_2="777777", quiet="777777"))[0][1]


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(ROLES, COLORS)))
@settings(max_examples=25, deadline=None)
def test_obeying_every_hint_ends_every_finding_and_keeps_every_hue(named: dict[str, str]) -> None:
    palette = replace(palette_of(named), paper="FFFFFF")
    for _ in range(len(ROLES)):
        for found in failures(palette):
            assert found.better
            chroma, hue = lightness_chroma_hue(found.color)[1:]
            new_chroma, new_hue = lightness_chroma_hue(found.better)[1:]
            if min(chroma, new_chroma) > 0.05:
                assert (new_hue - hue + 180) % 360 - 180 == pytest.approx(0, abs=6)
            palette = replace(palette, **{found.role.replace("-", "_"): found.better})

    assert [] == list(failures(palette))


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(ROLES, COLORS)))
@settings(max_examples=25, deadline=None)
def test_only_colours_that_were_named_are_complained_about(named: dict[str, str]) -> None:
    report = Report()
    check_contrast(Brand("brand.yaml", palette=palette_of(named)), PLACES, report)

    assert {ROLES[each.place.line - 2] for each in report if each.place} <= named.keys()
