"""Our own Word pages in the look of a brand."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

import docx
import pytest
from docx_samples import EVERY_KIND, PROPERTIES, document, own
from lxml import etree

from alignkit.brands import Brand
from alignkit.diagnostics import Report
from alignkit.writers.docx import WordReference, load_reference, parts, write
from alignkit.writers.ooxml.accessibility import check_accessibility
from alignkit.writers.ooxml.check import check_parts
from brand_samples import BRAND, branded, picture

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from sdk_validator import SdkErrors

ALL = document(*EVERY_KIND.values(), bare=False)
DRAFT = replace(ALL, properties=replace(PROPERTIES, draft=True))
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
EMU_PER_CM = 360_000


def in_brand(brand: Brand) -> WordReference:
    report = Report()
    reference = load_reference(None, report, brand)
    assert reference is not None
    assert not list(report)
    return reference


@pytest.fixture(scope="module")
def brand(tmp_path_factory: pytest.TempPathFactory) -> Brand:
    """A brand with everything."""
    return branded(tmp_path_factory.mktemp("brand"))


def test_pages_of_a_brand_are_valid_and_accessible(brand: Brand) -> None:
    for written in (ALL, DRAFT):
        found = parts(written, in_brand(brand), Report())

        assert () == check_parts(found)
        assert () == check_accessibility(found)
    docx.Document(BytesIO(write(ALL, in_brand(brand), Report())))


def test_the_open_xml_sdk_finds_nothing_in_a_brand(
    brand: Brand, tmp_path: Path, sdk_validate: Callable[[Iterable[Path]], SdkErrors]
) -> None:
    path = tmp_path / "draft.docx"
    path.write_bytes(write(DRAFT, in_brand(brand), Report()))

    assert {path: []} == sdk_validate([path])


def test_theme_fonts_and_styles_say_what_the_brand_says(brand: Brand) -> None:
    found = {name: data.decode() for name, data in parts(ALL, in_brand(brand), Report()).items() if "." in name
             and name.endswith(".xml")}  # fmt: skip

    theme = found["word/theme/theme1.xml"]
    for piece in (
        'name="Bolt &amp; Sons"', '<a:dk1><a:srgbClr val="2A1430"/>', '<a:accent1><a:srgbClr val="7A1F5C"/>',
        '<a:majorFont><a:latin typeface="Arial"/>', '<a:minorFont><a:latin typeface="Georgia"/>',
    ):  # fmt: skip
        assert piece in theme
    styles = found["word/styles.xml"]
    assert '<w:color w:val="7A1F5C" w:themeColor="accent1"/>' in styles
    assert not any(old in styles for old in ("0B5A70", "18222C", "D9D9D9"))
    fonts = etree.fromstring(found["word/fontTable.xml"].encode())
    assert ["Georgia", "Arial"] == [font.get(f"{W}name") for font in fonts]


def test_titles_and_headings_have_the_font_of_headings() -> None:
    styles = etree.fromstring(parts(ALL, own(), Report())["word/styles.xml"])

    headed = {
        style.get(f"{W}styleId")
        for style in styles.iter(f"{W}style")
        if style.find(f"{W}rPr/{W}rFonts[@{W}asciiTheme='majorHAnsi']") is not None
    }
    assert {"Title", "Heading1", "Heading2", "Heading3", "TOCHeading"} == headed


def test_the_logo_stands_once_on_the_first_page_with_its_text(brand: Brand) -> None:
    found = parts(DRAFT, in_brand(brand), Report())

    first = found["word/headerFirst.xml"].decode()
    assert 1 == first.count("<wp:inline")
    assert '<wp:docPr id="1" name="Logo" descr="Bolt &amp; Sons"/>' in first
    assert ">Draft<" in first
    assert b"drawing" not in found["word/headerDefault.xml"]
    assert ["word/media/logo.png"] == [name for name in found if "media" in name]


@pytest.mark.parametrize(
    ("size", "expected_cm"),
    [
        ((600, 200), (3.6, 1.2)),
        ((1600, 100), (5.0, 0.3125)),
        ((300, 300), (1.2, 1.2)),
        ((200, 800), (0.3, 1.2)),
    ],
)
def test_a_logo_of_any_shape_fits_above_the_text(
    size: tuple[int, int], expected_cm: tuple[float, float], tmp_path: Path
) -> None:
    logo = in_brand(branded(tmp_path, logo=picture(size))).logo

    assert logo is not None
    assert expected_cm == pytest.approx((logo.width / EMU_PER_CM, logo.height / EMU_PER_CM), abs=0.01)


def test_a_photograph_stays_one(tmp_path: Path) -> None:
    logo = in_brand(branded(tmp_path, logo=picture(kind="JPEG"))).logo

    assert logo is not None
    assert ("word/media/logo.jpeg", "image/jpeg") == (logo.part.name, logo.part.content_type)


def test_a_logo_that_is_no_picture_is_reported_where_it_is_named(tmp_path: Path) -> None:
    brand, report = branded(tmp_path, logo=b"our logo"), Report()

    load_reference(None, report, brand)

    (found,) = report
    assert ("BRAND-007", 8, True) == (found.code, found.place.line if found.place else 0, found.blocks)
    assert "expected a PNG, JPEG or GIF picture as logo, found a text file: `logo.png`" == found.message
    assert "export it as PNG, at least 300 pixels high" == found.hint


def test_a_logo_with_few_pixels_is_a_warning(tmp_path: Path) -> None:
    brand, report = branded(tmp_path, logo=picture((90, 30))), Report()

    load_reference(None, report, brand)

    assert [("BRAND-013", "expected at least 70 pixels each way in a logo, found 90 by 30: `logo.png`")] == [
        (each.code, each.message) for each in report
    ]


def test_a_brand_that_changes_nothing_gives_the_same_bytes(tmp_path: Path) -> None:
    plain = branded(tmp_path, "schema: 1")

    assert write(ALL, own(), Report()) == write(ALL, in_brand(plain), Report())


def test_one_brand_is_one_reference_and_the_same_bytes(brand: Brand, tmp_path: Path) -> None:
    again = branded(tmp_path, BRAND)

    assert in_brand(brand) is in_brand(brand)
    assert write(ALL, in_brand(brand), Report()) == write(ALL, in_brand(again), Report())


def test_a_font_outside_the_theme_widens_columns(tmp_path: Path) -> None:
    verdana = branded(tmp_path, "fonts: {text: Verdana}")

    assert in_brand(verdana).scale == pytest.approx(own().scale * 1.27)
