"""A good PowerPoint deck, built part by part, for tests that plant defects in it."""

from __future__ import annotations

from word_sample import PACKAGE, R, good_parts, png, theme, workbook

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
TABLE_URI = "http://schemas.openxmlformats.org/drawingml/2006/table"
TABLE_STYLE = "{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}"
_SLIDE_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_ROOT = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'

MAIN = "ppt/presentation.xml"
MAIN_RELS = "ppt/_rels/presentation.xml.rels"
MASTER = "ppt/slideMasters/slideMaster1.xml"
MASTER_RELS = "ppt/slideMasters/_rels/slideMaster1.xml.rels"
LAYOUT = "ppt/slideLayouts/slideLayout1.xml"
LAYOUT_RELS = "ppt/slideLayouts/_rels/slideLayout1.xml.rels"
DARK_LAYOUT = "ppt/slideLayouts/slideLayout2.xml"
SLIDE = "ppt/slides/slide1.xml"
SLIDE_RELS = "ppt/slides/_rels/slide1.xml.rels"
DATA_SLIDE = "ppt/slides/slide2.xml"
DATA_SLIDE_RELS = "ppt/slides/_rels/slide2.xml.rels"
NOTES = "ppt/notesSlides/notesSlide1.xml"
NOTES_RELS = "ppt/notesSlides/_rels/notesSlide1.xml.rels"
NOTES_MASTER = "ppt/notesMasters/notesMaster1.xml"
NOTES_MASTER_RELS = "ppt/notesMasters/_rels/notesMaster1.xml.rels"
CHART_PART = "ppt/charts/chart1.xml"
TYPES = "[Content_Types].xml"

_OVERRIDES = {
    MAIN: f"{_SLIDE_TYPE}.presentation.main+xml",
    MASTER: f"{_SLIDE_TYPE}.slideMaster+xml",
    LAYOUT: f"{_SLIDE_TYPE}.slideLayout+xml",
    DARK_LAYOUT: f"{_SLIDE_TYPE}.slideLayout+xml",
    SLIDE: f"{_SLIDE_TYPE}.slide+xml",
    DATA_SLIDE: f"{_SLIDE_TYPE}.slide+xml",
    NOTES: f"{_SLIDE_TYPE}.notesSlide+xml",
    NOTES_MASTER: f"{_SLIDE_TYPE}.notesMaster+xml",
    "ppt/presProps.xml": f"{_SLIDE_TYPE}.presProps+xml",
    "ppt/tableStyles.xml": f"{_SLIDE_TYPE}.tableStyles+xml",
    "ppt/theme/theme1.xml": f"{_OFFICE}.theme+xml",
    "ppt/theme/theme2.xml": f"{_OFFICE}.theme+xml",
    CHART_PART: f"{_OFFICE}.drawingml.chart+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": f"{_OFFICE}.extended-properties+xml",
}


def _types() -> str:
    overrides = "".join(f'<Override PartName="/{n}" ContentType="{t}"/>' for n, t in _OVERRIDES.items())
    return (
        f'{_XML}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="png" ContentType="image/png"/>'
        f'<Default Extension="xlsx" ContentType="{_OFFICE}.spreadsheetml.sheet"/>{overrides}</Types>'
    )


def _rels(*links: tuple[str, str]) -> str:
    rows = []
    for number, (kind, target) in enumerate(links, 1):
        base = f"{PACKAGE}/relationships/metadata" if kind == "core-properties" else R
        outside = ' TargetMode="External"' if target.startswith("https:") else ""
        rows.append(f'<Relationship Id="rId{number}" Type="{base}/{kind}" Target="{target}"{outside}/>')
    return f'{_XML}<Relationships xmlns="{PACKAGE}/relationships">{"".join(rows)}</Relationships>'


def place(x: int, y: int, width: int, height: int, prefix: str = "a") -> str:
    """Place and size of a shape."""
    return f'<{prefix}:xfrm><a:off x="{x}" y="{y}"/><a:ext cx="{width}" cy="{height}"/></{prefix}:xfrm>'


def text(words: str, properties: str = "", inside: str = "") -> str:
    """A paragraph of one run."""
    return f'<a:p><a:r><a:rPr lang="en-GB"{properties}>{inside}</a:rPr><a:t>{words}</a:t></a:r></a:p>'


def shape(number: int, name: str, holder: str, paragraphs: str, *, look: str = "", style: str = "") -> str:
    """A shape with text; `holder` is its `p:ph`, or empty."""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/><p:cNvSpPr/><p:nvPr>{holder}</p:nvPr></p:nvSpPr>'
        f"<p:spPr>{look}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle>{style}</a:lstStyle>{paragraphs}</p:txBody></p:sp>"
    )


def tree(shapes: str) -> str:
    """A shape tree."""
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr><p:grpSpPr/>'
        f"{shapes}</p:spTree>"
    )


TITLE = '<p:ph type="title"/>'
BODY = '<p:ph type="body" idx="1"/>'
_BACKGROUND = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>'
_MAP = (
    '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
    'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
)
_OVERRIDE = "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>"


def _level(size: int, colour: str = "tx1") -> str:
    fill = f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
    return f'<a:lvl1pPr><a:defRPr lang="en-GB" sz="{size}">{fill}</a:defRPr></a:lvl1pPr>'


_TITLE_PLACE, _BODY_PLACE = place(548640, 365760, 11094720, 914400), place(548640, 1463040, 11094720, 4572000)
_MASTER = (
    f"{_XML}<p:sldMaster {_ROOT}><p:cSld>{_BACKGROUND}"
    + tree(
        shape(2, "Title", TITLE, text("Title"), look=_TITLE_PLACE)
        + shape(3, "Text", BODY, text("Text"), look=_BODY_PLACE)
    )
    + f'</p:cSld>{_MAP}<p:sldLayoutIdLst><p:sldLayoutId id="2147483649" r:id="rId1"/>'
    '<p:sldLayoutId id="2147483650" r:id="rId2"/></p:sldLayoutIdLst><p:txStyles>'
    f"<p:titleStyle>{_level(2800)}</p:titleStyle><p:bodyStyle>{_level(1800)}</p:bodyStyle>"
    f"<p:otherStyle>{_level(1800)}</p:otherStyle></p:txStyles></p:sldMaster>"
)
_LAYOUT = (
    f'{_XML}<p:sldLayout {_ROOT} preserve="1"><p:cSld name="Text">'
    + tree(shape(2, "Title 1", TITLE, text("Title")) + shape(3, "Text 2", BODY, text("Text")))
    + f"</p:cSld>{_OVERRIDE}</p:sldLayout>"
)
_DARK_LAYOUT = (
    f'{_XML}<p:sldLayout {_ROOT} type="titleOnly" preserve="1"><p:cSld name="Title, dark"><p:bg><p:bgPr><a:solidFill>'
    '<a:schemeClr val="tx2"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
    + tree(shape(2, "Title 1", TITLE, text("Title"), style=_level(2800, "bg1")))
    + f"</p:cSld>{_OVERRIDE}</p:sldLayout>"
)
PICTURE = (
    '<p:pic><p:nvPicPr><p:cNvPr id="4" name="Logo" descr="Logo of Quillmere: a quill over water"/><p:cNvPicPr/>'
    '<p:nvPr/></p:nvPicPr><p:blipFill><a:blip r:embed="rId2"/><a:stretch><a:fillRect/></a:stretch></p:blipFill>'
    f'<p:spPr>{place(9601200, 5486400, 914400, 914400)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
    "</p:pic>"
)
_LINK = '<a:hlinkClick r:id="rId3"/>'
_JUMP = '<a:hlinkClick r:id="rId4" action="ppaction://hlinksldjump"/>'
_SLIDE = (
    f"{_XML}<p:sld {_ROOT}><p:cSld>"
    + tree(
        shape(2, "Title 1", TITLE, text("Spend rises to 5 million"))
        + shape(
            3,
            "Text 2",
            BODY,
            text("Search leads")
            + text("Plan on the web", inside=_LINK)
            + text("Figures on the next slide", inside=_JUMP),
        )
        + PICTURE
    )
    + f"</p:cSld>{_OVERRIDE}</p:sld>"
)


def cell(words: str, attributes: str = "") -> str:
    """A cell of a table."""
    return f"<a:tc{attributes}><a:txBody><a:bodyPr/><a:lstStyle/>{text(words)}</a:txBody><a:tcPr/></a:tc>"


def row(*cells: str) -> str:
    """A row of a table."""
    return f'<a:tr h="370840">{"".join(cells)}</a:tr>'


GRID = (
    f'<a:tbl><a:tblPr firstRow="1" bandRow="1"><a:tableStyleId>{TABLE_STYLE}</a:tableStyleId></a:tblPr><a:tblGrid>'
    '<a:gridCol w="3000000"/><a:gridCol w="2000000"/></a:tblGrid>'
    f"{row(cell('Item'), cell('Spend'))}{row(cell('Search'), cell('3'))}{row(cell('Events'), cell('5'))}</a:tbl>"
)


def frame(number: int, name: str, where: str, uri: str, content: str, description: str) -> str:
    """A frame with a table or a chart."""
    return (
        f'<p:graphicFrame><p:nvGraphicFramePr><p:cNvPr id="{number}" name="{name}" descr="{description}"/>'
        f'<p:cNvGraphicFramePr/><p:nvPr/></p:nvGraphicFramePr>{where}<a:graphic><a:graphicData uri="{uri}">{content}'
        "</a:graphicData></a:graphic></p:graphicFrame>"
    )


_TABLE = frame(
    3,
    "Table 2",
    place(548640, 1463040, 5000000, 1112520, "p"),
    TABLE_URI,
    GRID,
    "Spend of search and of events",
)
_CHART = frame(
    4,
    "Chart 3",
    place(6096000, 1463040, 5000000, 3000000, "p"),
    C,
    f'<c:chart xmlns:c="{C}" r:id="rId2"/>',
    "Column chart: spend rose from 3 to 5",
)
_DATA_SLIDE = (
    f"{_XML}<p:sld {_ROOT}><p:cSld>"
    + tree(shape(2, "Title 1", TITLE, text("Events cost more than search")) + _TABLE + _CHART)
    + f"</p:cSld>{_OVERRIDE}</p:sld>"
)
_NOTES_BODY = '<p:ph type="body" idx="1"/>'
_IMAGE = (
    '<p:sp><p:nvSpPr><p:cNvPr id="2" name="Slide Image 1"/><p:cNvSpPr><a:spLocks noGrp="1" noRot="1" '
    'noChangeAspect="1"/></p:cNvSpPr><p:nvPr><p:ph type="sldImg"{index}/></p:nvPr></p:nvSpPr><p:spPr>{look}</p:spPr></p:sp>'
)
_NOTES = (
    f"{_XML}<p:notes {_ROOT}><p:cSld>"
    + tree(_IMAGE.format(index="", look="") + shape(3, "Notes 2", _NOTES_BODY, text("Say why.")))
    + f"</p:cSld>{_OVERRIDE}</p:notes>"
)
_NOTES_MASTER = (
    f"{_XML}<p:notesMaster {_ROOT}><p:cSld>{_BACKGROUND}"
    + tree(
        _IMAGE.format(
            index=' idx="2"',
            look=place(685800, 1143000, 5486400, 3086100) + '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>',
        )
        + shape(3, "Notes 2", _NOTES_BODY, text("Notes"), look=place(685800, 4400550, 5486400, 3600450))
    )
    + f"</p:cSld>{_MAP}</p:notesMaster>"
)
SECTIONS = (
    '<p:extLst><p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
    f'<p14:sectionLst xmlns:p14="{P14}"><p14:section name="Figures" id="{{6F8B9C1D-0000-4000-8000-000000000001}}">'
    '<p14:sldIdLst><p14:sldId id="256"/><p14:sldId id="257"/></p14:sldIdLst></p14:section></p14:sectionLst>'
    "</p:ext></p:extLst>"
)
_MAIN = (
    f'{_XML}<p:presentation {_ROOT}><p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
    '<p:notesMasterIdLst><p:notesMasterId r:id="rId4"/></p:notesMasterIdLst><p:sldIdLst><p:sldId id="256" '
    'r:id="rId2"/><p:sldId id="257" r:id="rId3"/></p:sldIdLst><p:sldSz cx="12192000" cy="6858000"/>'
    f'<p:notesSz cx="6858000" cy="9144000"/><p:defaultTextStyle>{_level(1800)}</p:defaultTextStyle>{SECTIONS}'
    "</p:presentation>"
)


def good_deck() -> dict[str, bytes]:
    """The parts of a deck of two slides that has everything and in which nothing is wrong."""
    word = good_parts()
    texts = {
        TYPES: _types(),
        "_rels/.rels": _rels(
            ("officeDocument", MAIN),
            ("core-properties", "docProps/core.xml"),
            ("extended-properties", "docProps/app.xml"),
        ),
        MAIN: _MAIN,
        MAIN_RELS: _rels(
            ("slideMaster", "slideMasters/slideMaster1.xml"),
            ("slide", "slides/slide1.xml"),
            ("slide", "slides/slide2.xml"),
            ("notesMaster", "notesMasters/notesMaster1.xml"),
            ("theme", "theme/theme1.xml"),
            ("presProps", "presProps.xml"),
            ("tableStyles", "tableStyles.xml"),
        ),
        MASTER: _MASTER,
        MASTER_RELS: _rels(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("slideLayout", "../slideLayouts/slideLayout2.xml"),
            ("theme", "../theme/theme1.xml"),
        ),
        LAYOUT: _LAYOUT,
        LAYOUT_RELS: _rels(("slideMaster", "../slideMasters/slideMaster1.xml")),
        DARK_LAYOUT: _DARK_LAYOUT,
        "ppt/slideLayouts/_rels/slideLayout2.xml.rels": _rels(
            ("slideMaster", "../slideMasters/slideMaster1.xml")
        ),
        SLIDE: _SLIDE,
        SLIDE_RELS: _rels(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"),
            ("image", "../media/image1.png"),
            ("hyperlink", "https://example.com/plan"),
            ("slide", "slide2.xml"),
            ("notesSlide", "../notesSlides/notesSlide1.xml"),
        ),
        DATA_SLIDE: _DATA_SLIDE,
        DATA_SLIDE_RELS: _rels(
            ("slideLayout", "../slideLayouts/slideLayout1.xml"), ("chart", "../charts/chart1.xml")
        ),
        NOTES: _NOTES,
        NOTES_RELS: _rels(
            ("notesMaster", "../notesMasters/notesMaster1.xml"), ("slide", "../slides/slide1.xml")
        ),
        NOTES_MASTER: _NOTES_MASTER,
        NOTES_MASTER_RELS: _rels(("theme", "../theme/theme2.xml")),
        "ppt/presProps.xml": f"{_XML}<p:presentationPr {_ROOT}/>",
        "ppt/tableStyles.xml": f'{_XML}<a:tblStyleLst xmlns:a="{A}" def="{TABLE_STYLE}"/>',
        "ppt/theme/theme1.xml": theme(),
        "ppt/theme/theme2.xml": theme(),
        "ppt/charts/_rels/chart1.xml.rels": _rels(("package", "../embeddings/workbook1.xlsx")),
    }
    parts = {name: content.encode() for name, content in texts.items()}
    parts[CHART_PART] = word["word/charts/chart1.xml"]
    for name in ("docProps/core.xml", "docProps/app.xml"):
        parts[name] = word[name]
    return parts | {"ppt/media/image1.png": png(), "ppt/embeddings/workbook1.xlsx": workbook()}


def changed(part: str, old: str, new: str, *, count: int = 1) -> dict[str, bytes]:
    """The good deck with the first `old` of one part replaced; it must be there."""
    parts = good_deck()
    content = parts[part].decode()
    assert old in content, f"`{old}` is not in {part}"
    parts[part] = content.replace(old, new, count).encode()
    return parts
