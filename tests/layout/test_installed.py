"""Fonts of the machine, for families the table does not know."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

from alignkit.layout import installed


def make_font(path: Path, family: str, *, bold: bool, width: int) -> None:
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder([".notdef", "A"])
    builder.setupCharacterMap({65: "A"})
    builder.setupGlyf({name: TTGlyphPen(None).glyph() for name in (".notdef", "A")})
    builder.setupHorizontalMetrics({".notdef": (500, 0), "A": (width, 0)})
    builder.setupHorizontalHeader(ascent=800, descent=-200, lineGap=50)
    builder.setupNameTable({"familyName": family, "styleName": "Bold" if bold else "Regular"})
    builder.setupOS2(usWinAscent=900, usWinDescent=250)
    builder.setupPost()
    builder.font["head"].macStyle = int(bold)
    builder.save(path)


@pytest.fixture
def fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(installed, "font_folders", lambda *_: (tmp_path, tmp_path / "missing"))
    installed._faces.cache_clear()
    yield tmp_path
    installed._faces.cache_clear()


def test_an_installed_family_is_measured_from_its_file(fonts: Path) -> None:
    make_font(fonts / "corporate.ttf", "Corporate Sans", bold=False, width=610)
    make_font(fonts / "corporate-bold.ttf", "Corporate Sans", bold=True, width=660)
    (fonts / "broken.ttf").write_bytes(b"no font at all")

    regular = installed.installed_widths("corporate sans", bold=False)
    bold = installed.installed_widths("Corporate Sans", bold=True)

    assert regular is not None
    assert bold is not None
    assert [0.61, 0.66] == [regular.widths["A"], bold.widths["A"]]
    assert 1.15 == regular.line


def test_the_regular_weight_serves_where_no_bold_is_installed(fonts: Path) -> None:
    make_font(fonts / "light.ttf", "Only Light", bold=False, width=400)

    found = installed.installed_widths("Only Light", bold=True)

    assert found is not None
    assert 0.4 == found.widths["A"]


def test_a_family_that_is_not_installed(fonts: Path) -> None:
    assert installed.installed_widths("Nowhere", bold=False) is None
