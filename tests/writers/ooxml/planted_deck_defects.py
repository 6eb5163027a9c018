"""Defects to plant one by one into a good deck, with the code that must find each.

`sdk` records whether the validator of the Open XML SDK finds it too, as was seen when the table was made; a test
keeps it true.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from deck_sample import (
    CHART_PART,
    DARK_LAYOUT,
    DATA_SLIDE,
    DATA_SLIDE_RELS,
    LAYOUT,
    LAYOUT_RELS,
    MAIN,
    MAIN_RELS,
    MASTER,
    MASTER_RELS,
    NOTES,
    NOTES_MASTER_RELS,
    NOTES_RELS,
    PICTURE,
    SLIDE,
    SLIDE_RELS,
    TITLE,
    TYPES,
    cell,
    changed,
    good_deck,
    place,
    row,
    shape,
    text,
)
from planted_defects import Defect
from word_sample import R, pack

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD, _SEARCH, _EVENTS = (
    row(cell("Item"), cell("Spend")),
    row(cell("Search"), cell("3")),
    row(cell("Events"), cell("5")),
)
_TREE = "</p:spTree>"
_TIMING = (
    '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" nodeType="tmRoot"><p:childTnLst><p:set><p:cBhvr>'
    '<p:cTn id="2" dur="1"/><p:tgtEl><p:spTgt spid="77"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility'
    '</p:attrName></p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn>'
    "</p:par></p:tnLst></p:timing>"
)
_NOTES_LIST = '<p:notesMasterIdLst><p:notesMasterId r:id="rId4"/></p:notesMasterIdLst>'
_TABLE_PLACE = place(548640, 1463040, 5000000, 1112520, "p")


def _text(part: str, old: str, new: str, *, count: int = 1) -> Callable[[], bytes]:
    return lambda: pack(changed(part, old, new, count=count))


def _with(*changes: tuple[str, str, str]) -> Callable[[], bytes]:
    """The good deck with one replacement in each of several parts."""

    def damaged() -> bytes:
        parts = good_deck()
        for part, old, new in changes:
            parts[part] = changed(part, old, new)[part]
        return pack(parts)

    return damaged


def _moved(part: str, markup: str, before: str) -> Callable[[], bytes]:
    """The good deck with a piece of one part moved before another."""

    def damaged() -> bytes:
        parts = good_deck()
        text = changed(part, markup, "")[part].decode()
        assert before in text
        parts[part] = text.replace(before, markup + before, 1).encode()
        return pack(parts)

    return damaged


def _in_tree(markup: str, part: str = SLIDE) -> Callable[[], bytes]:
    return _text(part, _TREE, markup + _TREE)


def _without(*names: str) -> Callable[[], bytes]:
    return lambda: pack({name: data for name, data in good_deck().items() if name not in names})


def _link(kind: str, target: str, part: str) -> Callable[[], bytes]:
    inside = f'<Relationship Id="rId99" Type="{R}/{kind}" Target="{target}"/></Relationships>'
    return _text(part, "</Relationships>", inside)


def _link_gone(part: str, kind: str) -> Callable[[], bytes]:
    """The good deck without the first relationship of a kind."""
    rows = good_deck()[part].decode().split("<Relationship ")
    gone = next(one for one in rows if f'/{kind}"' in one)
    return _text(part, f"<Relationship {gone.removesuffix('</Relationships>')}", "")


def _two_sections(second: str) -> Callable[[], bytes]:
    extra = (
        '<p14:section name="More" id="{6F8B9C1D-0000-4000-8000-000000000002}"><p14:sldIdLst>'
        f'<p14:sldId id="{second}"/></p14:sldIdLst></p14:section></p14:sectionLst>'
    )
    return _text(MAIN, "</p14:sectionLst>", extra)


def _show(link: str) -> Callable[[], bytes]:
    shows = f'<p:custShowLst><p:custShow name="Short" id="0"><p:sldLst><p:sld r:id="{link}"/></p:sldLst></p:custShow>'
    return _text(MAIN, "<p:defaultTextStyle>", f"{shows}</p:custShowLst><p:defaultTextStyle>")


DECK_DEFECTS = (
    # the lists of the presentation
    Defect("slide list leads to a master", "PKG-301", False, _text(MAIN, 'id="256" r:id="rId2"', 'id="256" r:id="rId1"')),
    Defect("slide list without relationship", "PKG-301", False, _text(MAIN, 'id="256" r:id="rId2"', 'id="256" r:id=""')),
    Defect("slide list with unknown id", "PKG-009", True, _text(MAIN, 'id="256" r:id="rId2"', 'id="256" r:id="rId20"')),
    Defect("slide part gone", "PKG-007", True, _without(SLIDE)),
    Defect("slide not listed", "PKG-302", False, _text(MAIN, '<p:sldId id="257" r:id="rId3"/>', "")),
    Defect("slide id too small", "PKG-303", True, _text(MAIN, '<p:sldId id="256"', '<p:sldId id="255"')),
    Defect("slide id twice", "PKG-303", True, _text(MAIN, '<p:sldId id="257"', '<p:sldId id="256"')),
    Defect("slide listed twice", "PKG-303", False, _text(MAIN, 'id="257" r:id="rId3"', 'id="257" r:id="rId2"')),
    Defect("master id too small", "PKG-304", True, _text(MAIN, '"2147483648"', '"2147"')),
    Defect("layout id of a master", "PKG-304", False, _text(MASTER, '"2147483649"', '"2147483648"')),
    Defect("no master listed", "PKG-305", False, _text(MAIN, '<p:sldMasterId id="2147483648" r:id="rId1"/>', "")),
    Defect("no layouts listed", "PKG-306", False, _with((MASTER, '<p:sldLayoutId id="2147483649" r:id="rId1"/><p:sldLayoutId id="2147483650" r:id="rId2"/>', ""))),
    Defect("layout not listed", "PKG-306", False, _text(MASTER, '<p:sldLayoutId id="2147483650" r:id="rId2"/>', "")),
    Defect("layout listed twice", "PKG-306", False, _text(MASTER, 'id="2147483650" r:id="rId2"', 'id="2147483650" r:id="rId1"')),
    Defect("theme listed as a layout", "PKG-306", False, _text(MASTER, 'id="2147483650" r:id="rId2"', 'id="2147483650" r:id="rId3"')),
    Defect("layout without master", "PKG-307", False, _link_gone(LAYOUT_RELS, "slideMaster")),
    Defect("slide without layout", "PKG-308", False, _link_gone(SLIDE_RELS, "slideLayout")),
    Defect("slide with two layouts", "PKG-308", True, _link("slideLayout", "../slideLayouts/slideLayout2.xml", SLIDE_RELS)),
    Defect("notes without slide", "PKG-309", False, _link_gone(NOTES_RELS, "slide")),
    Defect("notes without master", "PKG-309", False, _link_gone(NOTES_RELS, "notesMaster")),
    Defect("notes of another slide", "PKG-309", False, _text(NOTES_RELS, "slides/slide1.xml", "slides/slide2.xml")),
    Defect("notes master not listed", "PKG-310", False, _text(MAIN, _NOTES_LIST, "")),
    Defect("notes master before slide master", "PKG-113", True, _moved(MAIN, _NOTES_LIST, "<p:sldMasterIdLst>")),
    Defect("master without theme", "PKG-311", False, _link_gone(MASTER_RELS, "theme")),
    Defect("theme of two masters", "PKG-311", False, _with((NOTES_MASTER_RELS, "theme2.xml", "theme1.xml"))),
    Defect("section of an absent slide", "PKG-312", False, _text(MAIN, '<p14:sldId id="257"/>', '<p14:sldId id="300"/>')),
    Defect("slide in two sections", "PKG-312", False, _two_sections("257")),
    Defect("show of an absent slide", "PKG-312", False, _show("rId1")),
    # shapes
    Defect("placeholder not on the layout", "PKG-320", False, _text(SLIDE, 'type="body" idx="1"', 'type="body" idx="14"')),
    Defect("placeholder of another type", "PKG-320", False, _text(SLIDE, 'type="body" idx="1"', 'type="chart" idx="1"')),
    Defect("two titles", "PKG-321", False, _in_tree(shape(9, "Title 9", TITLE, text("Again")))),
    Defect("shape id twice", "PKG-322", False, _text(SLIDE, '<p:cNvPr id="4"', '<p:cNvPr id="3"')),
    Defect("shape id zero", "PKG-322", False, _text(SLIDE, '<p:cNvPr id="4"', '<p:cNvPr id="0"')),
    Defect("shape name twice", "PKG-323", False, _text(SLIDE, 'name="Logo"', 'name="Text 2"')),
    Defect("shape without place", "PKG-324", False, _in_tree(shape(9, "Box", "", text("A")))),
    Defect("group without place", "PKG-324", False, _in_tree('<p:grpSp><p:nvGrpSpPr><p:cNvPr id="9" name="Group"/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/></p:grpSp>')),
    Defect("frame without place", "PKG-107", True, _text(DATA_SLIDE, _TABLE_PLACE, "")),
    Defect("title without text body", "PKG-326", False, _text(SLIDE, f"<p:txBody><a:bodyPr/><a:lstStyle></a:lstStyle>{text('Spend rises to 5 million')}</p:txBody>", "")),
    Defect("text body without paragraph", "PKG-107", True, _text(SLIDE, text("Spend rises to 5 million"), "")),
    Defect("text body without properties", "PKG-107", True, _text(SLIDE, "<p:txBody><a:bodyPr/>", "<p:txBody>")),
    Defect("frame for a table without one", "PKG-327", True, _text(DATA_SLIDE, "table\"><a:tbl>", "table\"/><a:graphicData uri=\"x\"><a:tbl>")),
    Defect("empty outline", "PKG-328", False, _text(SLIDE, "<p:spPr></p:spPr>", "<p:spPr><a:ln/></p:spPr>")),
    Defect("background without effects", "PKG-329", False, _text(DARK_LAYOUT, "<a:effectLst/>", "")),
    Defect("animation of nothing", "PKG-334", False, _text(SLIDE, "</p:clrMapOvr>", f"</p:clrMapOvr>{_TIMING}")),
    Defect("link to nothing", "PKG-340", False, _text(SLIDE, '<a:hlinkClick r:id="rId3"/>', '<a:hlinkClick r:id=""/>')),
    Defect("jump to no slide", "PKG-340", False, _text(SLIDE, '<a:hlinkClick r:id="rId4" action', '<a:hlinkClick r:id="" action')),
    Defect("jump to a picture", "PKG-341", False, _text(SLIDE, '<a:hlinkClick r:id="rId4" action', '<a:hlinkClick r:id="rId2" action')),
    Defect("picture that is a slide", "PKG-341", False, _text(SLIDE, '<a:blip r:embed="rId2"/>', '<a:blip r:embed="rId4"/>')),
    Defect("action that starts a program", "PKG-030", False, _text(SLIDE, "ppaction://hlinksldjump", "ppaction://program")),
    # values
    Defect("negative size", "PKG-330", True, _text(SLIDE, 'cx="914400"', 'cx="-914400"')),
    Defect("place that is no number", "PKG-330", True, _text(SLIDE, 'x="9601200"', 'x="NaN"')),
    Defect("cell anchored in the mid", "PKG-330", True, _text(DATA_SLIDE, "<a:tcPr/>", '<a:tcPr anchor="mid"/>')),
    Defect("margin that is no number", "PKG-330", True, _text(DATA_SLIDE, "<a:tcPr/>", '<a:tcPr marL="NaN"/>')),
    Defect("size of text below a point", "PKG-330", True, _text(SLIDE, '<a:rPr lang="en-GB">', '<a:rPr lang="en-GB" sz="18">')),
    Defect("colour with a hash", "PKG-330", True, _text(SLIDE, '<a:rPr lang="en-GB">', '<a:rPr lang="en-GB"><a:solidFill><a:srgbClr val="#112233"/></a:solidFill>')),
    Defect("column without width", "PKG-330", True, _text(DATA_SLIDE, '<a:gridCol w="2000000"/>', "<a:gridCol/>")),
    Defect("table style that is no id", "PKG-330", True, _text(DATA_SLIDE, "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}", "Medium")),
    # tables
    Defect("row with a cell too few", "PKG-331", False, _text(DATA_SLIDE, _EVENTS, row(cell("Events")))),
    Defect("table without rows", "PKG-331", True, _with((DATA_SLIDE, f"{_HEAD}{_SEARCH}{_EVENTS}", ""))),
    Defect("span without covered cell", "PKG-332", False, _text(DATA_SLIDE, _EVENTS, row(cell("Events", ' gridSpan="2"'), cell("")))),
    Defect("span beyond the table", "PKG-332", False, _text(DATA_SLIDE, _EVENTS, row(cell("Events"), cell("5", ' gridSpan="2"')))),
    Defect("covered cell without merge", "PKG-332", False, _text(DATA_SLIDE, _EVENTS, row(cell("Events"), cell("", ' hMerge="1"')))),
    Defect("row of a merge removed", "PKG-332", False, _text(DATA_SLIDE, _EVENTS, row(cell("Events", ' rowSpan="2"'), cell("5")))),
    Defect("columns wider than their frame", "PKG-333", False, _text(DATA_SLIDE, 'w="2000000"', 'w="4000000"')),
    Defect("cell without text", "PKG-107", False, _text(DATA_SLIDE, cell("5"), "<a:tc><a:tcPr/></a:tc>")),
    # order
    Defect("timing before colours", "PKG-113", True, _text(SLIDE, "<p:clrMapOvr>", "<p:timing/><p:clrMapOvr>")),
    Defect("background after shapes", "PKG-113", True, _text(SLIDE, "</p:cSld>", '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg></p:cSld>')),
    Defect("text before shape properties", "PKG-113", True, _text(SLIDE, f"<p:spPr></p:spPr><p:txBody><a:bodyPr/><a:lstStyle></a:lstStyle>{text('Spend rises to 5 million')}</p:txBody>", f"<p:txBody><a:bodyPr/>{text('Spend rises to 5 million')}</p:txBody><p:spPr/>")),
    Defect("end of paragraph first", "PKG-113", True, _text(SLIDE, "<a:p><a:r>", "<a:p><a:endParaRPr/><a:r>")),
    Defect("font before fill", "PKG-113", True, _text(SLIDE, '<a:rPr lang="en-GB">', '<a:rPr lang="en-GB"><a:latin typeface="Arial"/><a:noFill/>')),
    Defect("cell properties first", "PKG-113", True, _text(DATA_SLIDE, cell("5"), cell("5").replace("<a:tcPr/>", "").replace("<a:tc>", "<a:tc><a:tcPr/>"))),
    Defect("right border before left", "PKG-113", True, _text(DATA_SLIDE, "<a:tcPr/>", '<a:tcPr><a:lnR w="0"/><a:lnL w="0"/></a:tcPr>')),
    Defect("place of a frame first", "PKG-113", True, _moved(DATA_SLIDE, _TABLE_PLACE, "<p:nvGraphicFramePr>")),
    Defect("table grid first", "PKG-113", True, _text(DATA_SLIDE, "<a:tbl>", '<a:tbl><a:tblGrid><a:gridCol w="1"/></a:tblGrid>')),
    Defect("slides before masters", "PKG-113", True, _text(MAIN, "<p:sldMasterIdLst>", '<p:sldSz cx="12192000" cy="6858000"/><p:sldMasterIdLst>')),
    Defect("two fills", "PKG-114", True, _text(SLIDE, '<a:rPr lang="en-GB">', '<a:rPr lang="en-GB"><a:noFill/><a:solidFill><a:schemeClr val="tx1"/></a:solidFill>')),
    Defect("text of a run missing", "PKG-107", True, _text(SLIDE, "<a:t>Search leads</a:t>", "")),
    Defect("paragraph in the tree", "PKG-127", True, _in_tree("<a:p/>")),
    Defect("notes with the shapes of a slide", "PKG-127", True, _text(NOTES, "<p:cSld>", "<p:cSld><p:sp/>")),
    Defect("loose text on a slide", "PKG-125", False, _text(SLIDE, "<a:p><a:r>", "<a:p>loose<a:r>")),
    Defect("prefix nobody declared", "PKG-027", True, _text(SLIDE, "<p:sld ", '<p:sld xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" mc:Ignorable="p99" ')),
    # the package
    Defect("phantom master", "PKG-004", False, _text(TYPES, "</Types>", '<Override PartName="/ppt/slideMasters/slideMaster2.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideMaster+xml"/></Types>')),
    Defect("slide declared as a layout", "PKG-005", True, _text(TYPES, 'slide1.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slide+xml', 'slide1.xml" ContentType="application/vnd.openxmlformats-officedocument.presentationml.slideLayout+xml')),
    Defect("slide nothing leads to", "PKG-010", False, lambda: pack(good_deck() | {"ppt/media/image9.png": good_deck()["ppt/media/image1.png"]})),
    Defect("two notes masters for a page", "PKG-028", True, _link("notesMaster", "../notesMasters/notesMaster1.xml", NOTES_RELS)),
    Defect("axis id negative on a slide", "PKG-202", True, _text(CHART_PART, '"111"', '"-111"', count=9)),
    Defect("picture without its relationship", "PKG-009", True, _in_tree(PICTURE.replace('id="4" name="Logo"', 'id="9" name="Logo 9"').replace("rId2", "rId70"), LAYOUT)),
    Defect("chart frame without its chart", "PKG-007", True, _without(CHART_PART, "ppt/charts/_rels/chart1.xml.rels")),
    Defect("presentation properties twice", "PKG-028", True, _link("presProps", "presProps.xml", MAIN_RELS)),
    Defect("chart frame that is a picture", "PKG-341", True, _text(DATA_SLIDE_RELS, f'{R}/chart"', f'{R}/image"')),
)  # fmt: skip
