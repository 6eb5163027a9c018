"""Accessibility of a deck: each rule finds what it must, and only that."""

from __future__ import annotations

import io

import pytest
from deck_sample import (
    CHART_PART,
    DARK_LAYOUT,
    DATA_SLIDE,
    DATA_SLIDE_RELS,
    LAYOUT,
    MAIN,
    MASTER,
    PICTURE,
    SLIDE,
    TABLE_STYLE,
    TITLE,
    A,
    cell,
    changed,
    good_deck,
    place,
    shape,
    text,
)
from hypothesis import given, settings
from hypothesis import strategies as st
from pptx import Presentation
from pptx.util import Inches

from alignkit.diagnostics import Severity
from alignkit.writers.ooxml.accessibility import check_accessibility
from alignkit.writers.ooxml.check_archive import read_archive

_ERROR, _WARN, _INFO = Severity.ERROR, Severity.WARN, Severity.INFO
_ALT = "Logo of Quillmere: a quill over water"
_TITLE_WORDS = "Spend rises to 5 million"
_STYLES = "ppt/tableStyles.xml"
_END = "</p:spTree>"
_DECORATIVE = (
    f'name="Logo" descr=""><a:extLst xmlns:a="{A}"><a:ext uri="{{C183D7F6-B498-43B3-948B-1728B52AA6E4}}">'
    '<adec:decorative xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
    "</a:extLst></p:cNvPr>"
)


def _found(parts: dict[str, bytes]) -> list[tuple[str, Severity, str]]:
    return [(f.code, f.severity, f.message) for f in check_accessibility(parts)]


def _both(*changes: tuple[str, str, str]) -> dict[str, bytes]:
    """The good deck with several replacements, one after the other."""
    parts = good_deck()
    for part, old, new in changes:
        content = parts[part].decode()
        assert old in content
        parts[part] = content.replace(old, new, 1).encode()
    return parts


def _with(markup: str) -> dict[str, bytes]:
    """The good deck with more shapes at the end of its first slide."""
    return changed(SLIDE, _END, markup + _END)


def _filled(colour: str) -> str:
    kind = (
        "srgbClr"
        if len(colour) == 6 and colour.isalnum() and not colour.startswith("accent")
        else "schemeClr"
    )
    return f'<a:solidFill><a:{kind} val="{colour}"/></a:solidFill>'


def _box(words: str, *, fill: str = "", ink: str = "", name: str = "Box", number: int = 20, top: int = 5600000, size: str = "") -> str:  # fmt: skip
    """A text box at the bottom of the slide."""
    look = place(548640, top, 3000000, 600000) + (fill and _filled(fill))
    return shape(number, name, "", text(words, size, ink and _filled(ink)), look=look)


def _group(description: str, inside: str) -> str:
    where = '<a:xfrm><a:off x="9601200" y="5486400"/><a:ext cx="914400" cy="914400"/><a:chOff x="9601200" y="5486400"/><a:chExt cx="914400" cy="914400"/></a:xfrm>'
    return (
        f'<p:grpSp><p:nvGrpSpPr><p:cNvPr id="30" name="Group"{description}/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr>{where}</p:grpSpPr>{inside}</p:grpSp>"
    )  # fmt: skip


_SILENT = PICTURE.replace(f' descr="{_ALT}"', "").replace('id="4" name="Logo"', 'id="31" name="Logo 2"')


def test_a_good_deck_has_no_finding() -> None:
    assert check_accessibility(good_deck()) == ()


_NO_ALT = "picture, chart or shape has alternative text, found none"
_JUMP = "reading goes down the slide or to the next column, found a jump up"
FOUND = (
    ("picture without description", changed(SLIDE, f' descr="{_ALT}"', ""), "A11Y-001", _ERROR, _NO_ALT),
    ("table without description", changed(DATA_SLIDE, ' descr="Spend of search and of events"', ""), "A11Y-001", _ERROR, _NO_ALT),
    ("chart without description", changed(DATA_SLIDE, ' descr="Column chart: spend rose from 3 to 5"', ""), "A11Y-001", _ERROR, _NO_ALT),
    ("file name", changed(SLIDE, _ALT, "image.png"), "A11Y-002", _ERROR, "alternative text describes what is shown, found `image.png`"),
    ("made-up name", changed(SLIDE, _ALT, "Picture 3"), "A11Y-002", _ERROR, "alternative text describes what is shown, found `Picture 3`"),
    ("picture in a group of text", _with(_group(' descr="Picture 1"', PICTURE.replace('id="4" name="Logo"', 'id="31" name="Logo 2"'))), "A11Y-002", _ERROR, "alternative text describes what is shown, found `Picture 1`"),
    ("no header row", changed(DATA_SLIDE, ' firstRow="1"', ""), "A11Y-003", _ERROR, "table has a header row, found none"),
    ("merged cells", changed(DATA_SLIDE, cell("Events") + cell("5"), cell("Events", ' gridSpan="2"') + cell("", ' hMerge="1"')), "A11Y-004", _WARN, "table has no merged cells and no table inside, found one"),
    ("no title property", changed("docProps/core.xml", "<dc:title>Plan of the year</dc:title>", ""), "A11Y-012", _WARN, "document has a title in its properties, found none"),
    ("no language", _both((SLIDE, '<a:rPr lang="en-GB"></a:rPr><a:t>Search', '<a:rPr></a:rPr><a:t>Search'), (MASTER, '<p:bodyStyle><a:lvl1pPr><a:defRPr lang="en-GB"', "<p:bodyStyle><a:lvl1pPr><a:defRPr"), (MAIN, '<a:defRPr lang="en-GB"', "<a:defRPr")), "A11Y-013", _WARN, "text declares its language, found 1 runs that do not"),
    ("vague link", changed(SLIDE, "Plan on the web", "Click here!"), "A11Y-014", _WARN, "text of a link says where it leads, found `Click here!`"),
    ("blanks", changed(SLIDE, "Search leads", "Search     leads"), "A11Y-015", _WARN, "blanks come one at a time, found five or more in a row"),
    ("no title", changed(SLIDE, TITLE, '<p:ph type="body" idx="7"/>'), "A11Y-016", _ERROR, "slide has a title, found none"),
    ("empty title", changed(SLIDE, _TITLE_WORDS, " "), "A11Y-016", _ERROR, "slide has a title, found none"),
    ("title twice", changed(DATA_SLIDE, "Events cost more than search", _TITLE_WORDS.upper()), "A11Y-017", _INFO, f"title of a slide comes once, found `{_TITLE_WORDS.upper()}` again"),
    ("title read last", changed(SLIDE, shape(2, "Title 1", TITLE, text(_TITLE_WORDS)), "") | {SLIDE: changed(SLIDE, shape(2, "Title 1", TITLE, text(_TITLE_WORDS)), "")[SLIDE].replace(_END.encode(), (shape(2, "Title 1", TITLE, text(_TITLE_WORDS)) + _END).encode())}, "A11Y-018", _INFO, "title is read first, found 2 shapes before it"),
    ("jump up", _with(_box("Above", top=2000000)), "A11Y-018", _INFO, _JUMP),
    ("small text", _with(_box("Note", size=' sz="800"')), "A11Y-019", _WARN, "text has at least 9 points, found 8"),
    ("small text of a chart", changed(CHART_PART, "<c:plotVisOnly", '<c:legend><c:txPr><a:p><a:pPr><a:defRPr sz="750"/></a:pPr></a:p></c:txPr></c:legend><c:plotVisOnly'), "A11Y-019", _WARN, "text has at least 9 points, found 7.5"),
    ("default section", changed(MAIN, 'name="Figures"', 'name="Default Section"'), "A11Y-020", _ERROR, "section has a name of its own, found `Default Section`"),
    ("section name twice", changed(MAIN, '<p14:sldId id="257"/>', '</p14:sldIdLst></p14:section><p14:section name="figures" id="{6F8B9C1D-0000-4000-8000-000000000009}"><p14:sldIdLst><p14:sldId id="257"/>'), "A11Y-020", _INFO, "name of a section comes once, found `figures` again"),
    ("film without captions", changed(SLIDE, "<p:cNvPicPr/><p:nvPr/>", '<p:cNvPicPr/><p:nvPr><a:videoFile r:link="rId3"/></p:nvPr>'), "A11Y-021", _WARN, "sound or film has captions, found none"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "code", "severity", "message"), [case[1:] for case in FOUND], ids=[case[0] for case in FOUND]
)
def test_a_barrier_is_found(parts: dict[str, bytes], code: str, severity: Severity, message: str) -> None:
    assert _found(parts) == [(code, severity, message)]


def test_a_finding_says_on_which_shape_of_which_slide() -> None:
    (found,) = check_accessibility(changed(SLIDE, f' descr="{_ALT}"', ""))

    assert (found.part, found.where) == (SLIDE, "shape `Logo`")


FINE = (
    ("decorative picture", changed(SLIDE, f'name="Logo" descr="{_ALT}"/>', _DECORATIVE)),
    ("described group", _with(_group(' descr="Two logos side by side"', _SILENT))),
    ("group of words", _with(_group("", _box("A") + _box("B", number=21, name="Box 2")))),
    ("next column begins higher", _with(_box("Right", top=2000000).replace('x="548640"', 'x="11700000"'))),
    ("a little higher", _with(_box("A", top=4800000))),
    ("slide number anywhere", _with(shape(21, "Number", '<p:ph type="sldNum" idx="12"/>', text("3"), look=place(0, 0, 900000, 300000)))),
    ("title off the slide", changed(SLIDE, "<p:spPr></p:spPr>", f"<p:spPr>{place(548640, -914400, 11094720, 914400)}</p:spPr>")),
    ("film with captions", changed(SLIDE, "<p:cNvPicPr/><p:nvPr/>", '<p:cNvPicPr/><p:nvPr><a:videoFile r:link="rId3"/><p:extLst><p:ext uri="x"><x:media xmlns:x="y"><x:tracksInfo/></x:media></p:ext></p:extLst></p:nvPr>')),
    ("shape without words or description", _with(shape(21, "Bar", "", "<a:p/>", look=place(0, 6000000, 900000, 300000)))),
    ("language of the master", changed(SLIDE, '<a:rPr lang="en-GB"></a:rPr>', "<a:rPr></a:rPr>", count=9)),
    ("section in its own words", changed(MAIN, 'name="Figures"', 'name="The default section of the budget"')),
)  # fmt: skip


@pytest.mark.parametrize("parts", [case[1] for case in FINE], ids=[case[0] for case in FINE])
def test_what_is_no_barrier_is_let_pass(parts: dict[str, bytes]) -> None:
    assert _found(parts) == []


_ON_DARK = (DATA_SLIDE_RELS, "slideLayout1.xml", "slideLayout2.xml")
_TITLE_INK = '<a:lvl1pPr><a:defRPr lang="en-GB" sz="2800"><a:solidFill><a:schemeClr val="bg1"/></a:solidFill>'


def _dim(needed: str, ratio: str, ink: str, ground: str) -> str:
    return f"contrast of text is {needed}:1, found {ratio}:1 for `{ink}` on `{ground}`"


def _style(first: str, band: str = "") -> str:
    """A table style that fills the first row, and bands if asked to, with dark text."""
    region = '<a:{0}><a:tcTxStyle><a:schemeClr val="dk1"/></a:tcTxStyle><a:tcStyle><a:fill>{1}</a:fill></a:tcStyle></a:{0}>'
    bands = region.format("band1H", _filled(band)) if band else ""
    return (
        f'<a:tblStyleLst xmlns:a="{A}" def="{TABLE_STYLE}"><a:tblStyle styleId="{TABLE_STYLE}" styleName="S">{bands}'
        f"{region.format('firstRow', _filled(first)) if first else ''}</a:tblStyle></a:tblStyleLst>"
    )  # fmt: skip


def _styled(first: str, band: str = "") -> dict[str, bytes]:
    return good_deck() | {_STYLES: _style(first, band).encode()}


DIM = (
    ("grey on white", _with(_box("A", ink="949494")), _dim("4.5", "3.03", "949494", "FFFFFF"), " sz=\"1400\""),
    ("theme colour", _with(_box("A", ink="accent6", size=' sz="1200"')), _dim("4.5", "2.23", "F79646", "FFFFFF"), ""),
    ("large and dim", _with(_box("A", ink="accent6")), _dim("3.0", "2.23", "F79646", "FFFFFF"), ""),
    ("own fill", _with(_box("A", fill="2A2A2A")), _dim("3.0", "1.21", "1A1A1A", "2A2A2A"), ""),
    ("fill of the theme", _with(_box("A", fill="tx2")), _dim("3.0", "1.50", "1A1A1A", "1F3864"), ""),
    ("dark layout with usual text", _both(_ON_DARK, (DARK_LAYOUT, _TITLE_INK, _TITLE_INK.replace("bg1", "tx1"))), _dim("3.0", "1.50", "1A1A1A", "1F3864"), ""),
    ("colour changed on the layout", changed(LAYOUT, "<a:lstStyle></a:lstStyle>", '<a:lstStyle><a:lvl1pPr><a:defRPr><a:solidFill><a:schemeClr val="bg1"><a:lumMod val="85000"/></a:schemeClr></a:solidFill></a:defRPr></a:lvl1pPr></a:lstStyle>'), _dim("3.0", "1.41", "D9D9D9", "FFFFFF"), ""),
    ("colour map of the slide", changed(SLIDE, "<a:masterClrMapping/>", '<a:overrideClrMapping bg1="dk1" tx1="dk2" bg2="lt2" tx2="lt2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="lt1" folHlink="lt1"/>'), _dim("3.0", "1.50", "1F3864", "1A1A1A"), ""),
    ("panel behind the text", _with(shape(19, "Panel", "", "<a:p/>", look=place(0, 5000000, 12192000, 1800000) + _filled("tx2")) + _box("A")), _dim("3.0", "1.50", "1A1A1A", "1F3864"), ""),
    ("explicit cell", changed(DATA_SLIDE, "<a:tcPr/>", f"<a:tcPr>{_filled('1F3864')}</a:tcPr>") | {_STYLES: _style("").encode()}, _dim("3.0", "1.50", "1A1A1A", "1F3864"), ""),
    ("header row of the style", _styled("tx2"), _dim("3.0", "1.50", "1A1A1A", "1F3864"), ""),
    ("band of the style", _styled("bg2", "tx2"), _dim("3.0", "1.50", "1A1A1A", "1F3864"), ""),
    ("link in the colour of the theme", _both(("ppt/theme/theme1.xml", '<a:hlink><a:srgbClr val="0B4F9E"/>', '<a:hlink><a:srgbClr val="CCCCCC"/>')), _dim("3.0", "1.61", "CCCCCC", "FFFFFF"), ""),
    ("shrunk text counts as small", changed(SLIDE, "<a:bodyPr/>", '<a:bodyPr><a:normAutofit fontScale="25000"/></a:bodyPr>'), "text has at least 9 points, found 7", ""),
)  # fmt: skip


@pytest.mark.parametrize(
    ("parts", "message", "size"), [case[1:] for case in DIM], ids=[case[0] for case in DIM]
)
def test_dim_text_is_found(parts: dict[str, bytes], message: str, size: str) -> None:
    if size:
        parts = parts | {SLIDE: parts[SLIDE].replace(b'lang="en-GB"><a:solidFill><a:srgbClr', f'lang="en-GB"{size}><a:solidFill><a:srgbClr'.encode())}  # fmt: skip

    assert {message} == {found[2] for found in _found(parts)}


BRIGHT = (
    ("white title on a dark layout", _both(_ON_DARK)),
    ("large grey", _with(_box("A", ink="949494"))),
    ("white on its own dark fill", _with(_box("A", fill="tx2", ink="bg1"))),
    ("transparent colour", _with(_box("A", ink="bg1").replace('val="bg1"/>', 'val="bg1"><a:alpha val="50000"/></a:schemeClr>'))),
    ("text over a part of a panel", _with(shape(19, "Panel", "", "<a:p/>", look=place(0, 5900000, 12192000, 900000) + _filled("tx2")) + _box("A"))),
    ("text over a picture", _with(PICTURE.replace('id="4" name="Logo"', 'id="18" name="Back"').replace(place(9601200, 5486400, 914400, 914400), place(0, 5000000, 9000000, 1800000)) + _box("A", ink="bg1"))),
    ("rule across the text", _with(shape(19, "Rule", "", "<a:p/>", look=place(0, 5600000, 12192000, 12700) + _filled("tx2")) + _box("A"))),
    ("built-in table style nobody wrote down", changed(DATA_SLIDE, "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "{00000000-7EE6-4342-B048-85BDC9FD1C3A}")),
    ("gradient background", changed(LAYOUT, '<p:cSld name="Text">', f'<p:cSld name="Text"><p:bg><p:bgPr><a:gradFill><a:gsLst><a:gs pos="0">{_filled("tx1")[13:-14]}</a:gs></a:gsLst></a:gradFill><a:effectLst/></p:bgPr></p:bg>')),
)  # fmt: skip


@pytest.mark.parametrize("parts", [case[1] for case in BRIGHT], ids=[case[0] for case in BRIGHT])
def test_text_that_can_be_read_or_cannot_be_decided_is_let_pass(parts: dict[str, bytes]) -> None:
    assert _found(parts) == []


def test_the_same_dim_colours_are_said_once_a_slide() -> None:
    boxes = "".join(_box("A", ink="accent6", name=f"Box {n}", number=n) for n in range(20, 26))

    assert [code for code, _, _ in _found(_with(boxes))] == ["A11Y-011"]


def test_a_deck_of_another_library_has_the_findings_it_deserves() -> None:
    deck = Presentation()
    deck.core_properties.title = "Plan"
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.add_picture(io.BytesIO(good_deck()["ppt/media/image1.png"]), Inches(1), Inches(3))
    slide.shapes.add_table(2, 2, Inches(1), Inches(4), Inches(5), Inches(1))
    target = io.BytesIO()
    deck.save(target)

    found = check_accessibility(read_archive(target.getvalue())[0])

    assert [(finding.code, finding.where) for finding in found] == [
        ("A11Y-016", ""),
        ("A11Y-002", "shape `Picture 2`"),
        ("A11Y-001", "shape `Table 3`"),
    ]


def test_parts_that_are_missing_are_passed_over() -> None:
    good = good_deck()

    for name in good:
        check_accessibility({other: data for other, data in good.items() if other != name})


_PIECES = st.sampled_from(
    [
        _box("A"),
        "<p:sp/>",
        "<p:pic/>",
        "<p:graphicFrame/>",
        "<p:grpSp/>",
        _group("", "<p:sp/>"),
        '<p:sp><p:nvSpPr/><p:spPr><a:xfrm><a:off x="a"/><a:ext/></a:xfrm></p:spPr></p:sp>',
        "<p:graphicFrame><a:graphic><a:graphicData><a:tbl><a:tr><a:tc/></a:tr></a:tbl></a:graphicData></a:graphic></p:graphicFrame>",
        shape(40, "Odd", '<p:ph type="nothing" idx="x"/>', '<a:p><a:pPr lvl="x"/><a:r><a:t>A</a:t></a:r></a:p>'),
        shape(41, "Styled", "", text("A", inside="<a:solidFill/>"), look="<a:solidFill><a:schemeClr/></a:solidFill>"),
        shape(42, "Theme", "", text("A", ' sz="x"', '<a:solidFill><a:schemeClr val="tx1"><a:lumMod val="x"/></a:schemeClr></a:solidFill>')),
    ]
)  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(_PIECES, max_size=6), st.sampled_from([SLIDE, LAYOUT, MASTER]))
def test_no_slide_however_odd_stops_the_reading(pieces: list[str], part: str) -> None:
    check_accessibility(changed(part, _END, "".join(pieces) + _END))
