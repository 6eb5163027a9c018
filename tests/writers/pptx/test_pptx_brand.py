"""Our own slides in the look of a brand."""

from __future__ import annotations

import re
from io import BytesIO
from typing import TYPE_CHECKING

import pptx
import pytest
from pptx_samples import EVERY_LAYOUT, deck, own

from alignkit.brands import Brand
from alignkit.diagnostics import Report
from alignkit.model.deck import Layout, Slot
from alignkit.writers.ooxml.check import check_parts
from alignkit.writers.pptx import PresentationReference, load_presentation, parts, write
from brand_samples import branded, picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sdk_validator import SdkErrors

ALL = deck(*EVERY_LAYOUT.values())
MASTER = "ppt/slideMasters/slideMaster1.xml"


def in_brand(brand: Brand) -> PresentationReference:
    report = Report()
    reference = load_presentation(None, report, brand)
    assert reference is not None
    assert not list(report)
    return reference


@pytest.fixture(scope="module")
def brand(tmp_path_factory: pytest.TempPathFactory) -> Brand:
    """A brand with everything."""
    return branded(tmp_path_factory.mktemp("brand"))


def test_slides_of_a_brand_are_valid_and_open_elsewhere(brand: Brand) -> None:
    assert () == check_parts(parts(ALL, in_brand(brand), Report()))
    assert len(EVERY_LAYOUT) == len(pptx.Presentation(BytesIO(write(ALL, in_brand(brand), Report()))).slides)


def test_the_open_xml_sdk_finds_nothing_in_slides_of_a_brand(
    brand: Brand, tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    path = tmp_path / "all.pptx"
    path.write_bytes(write(ALL, in_brand(brand), Report()))

    assert {path: []} == sdk_validate([path])


def test_every_theme_says_what_the_brand_says(brand: Brand) -> None:
    found = parts(ALL, in_brand(brand), Report())

    themes = [data.decode() for name, data in found.items() if "/theme/" in name]
    assert len(themes) == 2
    for theme in themes:
        assert 'name="Bolt &amp; Sons"' in theme
        assert '<a:accent1><a:srgbClr val="7A1F5C"/>' in theme
        assert '<a:majorFont><a:latin typeface="Arial"/>' in theme


def test_text_is_measured_in_the_fonts_of_the_brand(brand: Brand) -> None:
    looks = in_brand(brand).theme.layouts[Layout.BULLETS]

    assert ("Arial", "Georgia") == (looks[Slot.TITLE].font, looks[Slot.BODY].font)


def test_the_logo_is_decoration_on_the_master_and_speaks_on_the_first_slide(brand: Brand) -> None:
    found = {
        name: data.decode()
        for name, data in parts(ALL, in_brand(brand), Report()).items()
        if name.endswith("l")
    }

    shown = {name: re.findall(r'<p:pic[ >].*?name="Logo" descr="(.*?)"', xml) for name, xml in found.items()}
    title = next(name for name, xml in found.items() if "slideLayouts" in name and 'type="title"' in xml)
    assert {MASTER: [""], title: ["Bolt &amp; Sons"]} == {
        name: texts for name, texts in shown.items() if texts
    }
    assert "adec:decorative" in found[MASTER].partition("<p:pic")[2]


@pytest.mark.parametrize("size", [(600, 200), (1600, 100), (300, 300), (200, 800)])
def test_a_logo_of_any_shape_keeps_clear_of_the_title(size: tuple[int, int], tmp_path: Path) -> None:
    reference = in_brand(branded(tmp_path, logo=picture(size)))

    master = next(part.data.decode() for part in reference.parts if part.name == MASTER)
    x, y, width, height = map(
        int,
        re.findall(r'<p:pic.*?<a:off x="(\d+)" y="(\d+)"/><a:ext cx="(\d+)" cy="(\d+)"/>', master)[0],
    )
    title = reference.theme.layouts[Layout.BULLETS][Slot.TITLE].box
    body = reference.theme.layouts[Layout.BULLETS][Slot.BODY].box
    assert x >= title.x + title.width
    assert (11_643_360, True) == (x + width, y + height <= body.y)


def test_a_brand_that_changes_nothing_gives_the_same_slides(tmp_path: Path) -> None:
    plain = branded(tmp_path, "schema: 1")

    assert write(ALL, own(), Report()) == write(ALL, in_brand(plain), Report())


def test_the_same_brand_gives_the_same_slides(brand: Brand, tmp_path: Path) -> None:
    assert in_brand(brand) is in_brand(brand)
    assert write(ALL, in_brand(brand), Report()) == write(ALL, in_brand(branded(tmp_path)), Report())
