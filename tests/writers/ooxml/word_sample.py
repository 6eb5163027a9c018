"""A good Word document, built part by part, for tests that plant defects in it."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from functools import cache

import xlsxwriter

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_ROOT = (
    f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="{_WP}" xmlns:a="{_A}" xmlns:pic="{_PIC}" xmlns:c="{_C}" '
    f'xmlns:mc="{_MC}" xmlns:w14="{_W14}" mc:Ignorable="w14"'
)
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_DOC = "application/vnd.openxmlformats-officedocument"

CONTENT_TYPES = f"""{_XML}<Types xmlns="{PACKAGE}/content-types">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="png" ContentType="image/png"/>
<Default Extension="xlsx" ContentType="{_DOC}.spreadsheetml.sheet"/>
<Override PartName="/word/document.xml" ContentType="{_DOC}.wordprocessingml.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_DOC}.wordprocessingml.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_DOC}.wordprocessingml.settings+xml"/>
<Override PartName="/word/numbering.xml" ContentType="{_DOC}.wordprocessingml.numbering+xml"/>
<Override PartName="/word/footnotes.xml" ContentType="{_DOC}.wordprocessingml.footnotes+xml"/>
<Override PartName="/word/theme/theme1.xml" ContentType="{_DOC}.theme+xml"/>
<Override PartName="/word/header1.xml" ContentType="{_DOC}.wordprocessingml.header+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{_DOC}.wordprocessingml.footer+xml"/>
<Override PartName="/word/charts/chart1.xml" ContentType="{_DOC}.drawingml.chart+xml"/>
<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml" ContentType="{_DOC}.extended-properties+xml"/>
</Types>"""


def _rels(*links: tuple[str, str, str], external: tuple[tuple[str, str, str], ...] = ()) -> str:
    inside = "".join(f'<Relationship Id="{i}" Type="{t}" Target="{x}"/>' for i, t, x in links)
    outside = "".join(
        f'<Relationship Id="{i}" Type="{t}" Target="{x}" TargetMode="External"/>' for i, t, x in external
    )
    return f'{_XML}<Relationships xmlns="{PACKAGE}/relationships">{inside}{outside}</Relationships>'


_PACKAGE_RELS = _rels(
    ("rId1", f"{R}/officeDocument", "word/document.xml"),
    ("rId2", f"{PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
    ("rId3", f"{R}/extended-properties", "docProps/app.xml"),
)
_DOCUMENT_RELS = _rels(
    ("rId1", f"{R}/styles", "styles.xml"),
    ("rId2", f"{R}/settings", "settings.xml"),
    ("rId3", f"{R}/numbering", "numbering.xml"),
    ("rId4", f"{R}/header", "header1.xml"),
    ("rId5", f"{R}/footer", "footer1.xml"),
    ("rId6", f"{R}/chart", "charts/chart1.xml"),
    ("rId7", f"{R}/image", "media/image1.png"),
    ("rId9", f"{R}/footnotes", "footnotes.xml"),
    ("rId10", f"{R}/theme", "theme/theme1.xml"),
    external=(("rId8", f"{R}/hyperlink", "https://example.com/plan"),),
)
_CHART_RELS = _rels(("rId1", f"{R}/package", "../embeddings/workbook1.xlsx"))

_CORE = f"""{_XML}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Plan of the year</dc:title>
<dc:creator>Quillmere Marketing</dc:creator>
<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-05T09:00:00Z</dcterms:created>
<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-05T09:00:00Z</dcterms:modified></cp:coreProperties>"""
_APP = f"""{_XML}<Properties xmlns="{R.replace("relationships", "extended-properties")}">
<Application>alignkit</Application></Properties>"""

_STYLES = f"""{_XML}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>
<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="21"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault>
<w:pPrDefault/></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>
<w:style w:type="character" w:default="1" w:styleId="Letters"><w:name w:val="Default Paragraph Font"/></w:style>
<w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:basedOn w:val="Normal"/>
<w:next w:val="Normal"/><w:pPr><w:keepNext/><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>
</w:style>
<w:style w:type="paragraph" w:styleId="Heading2"><w:name w:val="heading 2"/><w:basedOn w:val="Heading1"/>
<w:next w:val="Normal"/><w:pPr><w:outlineLvl w:val="1"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="Bullet"><w:name w:val="List Bullet"/><w:basedOn w:val="Normal"/>
<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/>
<w:rPr><w:color w:val="0B4F9E"/><w:u w:val="single"/></w:rPr></w:style>
<w:style w:type="table" w:default="1" w:styleId="Plain"><w:name w:val="Normal Table"/></w:style>
<w:style w:type="table" w:styleId="Grid"><w:name w:val="Table Grid"/><w:basedOn w:val="Plain"/>
<w:tblPr><w:tblStyleRowBandSize w:val="1"/></w:tblPr><w:tblStylePr w:type="firstRow"><w:rPr><w:b/>
<w:color w:val="FFFFFF"/></w:rPr><w:tcPr><w:shd w:val="clear" w:color="auto" w:fill="1F3864"/></w:tcPr>
</w:tblStylePr></w:style></w:styles>"""
_SETTINGS = f"""{_XML}<w:settings xmlns:w="{W}"><w:defaultTabStop w:val="720"/><w:footnotePr>
<w:footnote w:id="-1"/><w:footnote w:id="0"/></w:footnotePr></w:settings>"""
_NUMBERING = f"""{_XML}<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="0">
<w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/>
<w:lvlText w:val="-"/><w:lvlJc w:val="left"/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"""
_FOOTNOTES = f"""{_XML}<w:footnotes {_ROOT}>
<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
<w:footnote w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>
<w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Net of fees.</w:t></w:r></w:p>
</w:footnote></w:footnotes>"""


def _field(code: str, shown: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {code} </w:instrText>'
        f'</w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>{shown}</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _picture(number: int, name: str, description: str) -> str:
    return (
        f'<w:r><w:drawing><wp:inline><wp:extent cx="914400" cy="914400"/><wp:docPr id="{number}" name="{name}" '
        f'descr="{description}"/><wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{_PIC}"><pic:pic>'
        f'<pic:nvPicPr><pic:cNvPr id="{number}" name="{name}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        '<a:blip r:embed="rId7"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>'
        '<a:off x="0" y="0"/><a:ext cx="914400" cy="914400"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
        "</a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


_CHART_FRAME = (
    '<w:r><w:drawing><wp:inline><wp:extent cx="4572000" cy="2286000"/><wp:docPr id="2" name="Spend" '
    'descr="Column chart: spend rose from 3 to 5"/><wp:cNvGraphicFramePr/><a:graphic>'
    f'<a:graphicData uri="{_C}"><c:chart r:id="rId6"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
)


def _cell(text: str, properties: str = "") -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/>{properties}</w:tcPr>'
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:tc>"
    )


_TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/><w:tblW w:w="6000" w:type="dxa"/><w:tblLook w:val="0020" '
    'w:firstRow="1"/></w:tblPr><w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>'
    f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{_cell('Item')}{_cell('Spend')}</w:tr>"
    f"<w:tr>{_cell('Search')}{_cell('3')}</w:tr><w:tr>{_cell('Events')}{_cell('5')}</w:tr></w:tbl>"
)

DOCUMENT = f"""{_XML}<w:document {_ROOT}><w:body>\
<w:p w14:paraId="00000001"><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:bookmarkStart w:id="1" w:name="top"/>\
<w:r><w:t>Plan</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>\
<w:p w14:paraId="00000002"><w:pPr><w:keepNext/><w:spacing w:after="120"/><w:jc w:val="left"/></w:pPr>\
<w:r><w:rPr><w:b/><w:color w:val="333333"/></w:rPr><w:t xml:space="preserve">Spend </w:t></w:r>\
<w:r><w:t>rises.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>\
<w:p><w:pPr><w:pStyle w:val="Bullet"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>\
<w:r><w:t>First point</w:t></w:r></w:p>\
<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Figures</w:t></w:r></w:p>\
{_TABLE}\
<w:p>{_field("PAGE", "1")}</w:p>\
<w:p>{_picture(1, "Logo", "Logo of Quillmere: a quill over water")}</w:p>\
<w:p>{_CHART_FRAME}</w:p>\
<w:p><w:hyperlink r:id="rId8"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/></w:rPr><w:t>Plan on the web</w:t></w:r>\
</w:hyperlink><w:hyperlink w:anchor="top"><w:r><w:t>Back to the beginning</w:t></w:r></w:hyperlink></w:p>\
<w:sdt><w:sdtPr><w:alias w:val="Owner"/><w:tag w:val="owner"/><w:id w:val="101"/></w:sdtPr><w:sdtContent>\
<w:p><w:r><w:t>Jo Field</w:t></w:r></w:p></w:sdtContent></w:sdt>\
<w:sectPr><w:headerReference w:type="default" r:id="rId4"/><w:footerReference w:type="default" r:id="rId5"/>\
<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1440" w:left="1440" w:header="720" \
w:footer="720" w:gutter="0"/></w:sectPr></w:body></w:document>"""
_HEADER = f"{_XML}<w:hdr {_ROOT}><w:p><w:r><w:t>Quillmere</w:t></w:r></w:p></w:hdr>"
_FOOTER = f"{_XML}<w:ftr {_ROOT}><w:p>{_field('NUMPAGES', '3')}</w:p></w:ftr>"

_CHART = f"""{_XML}<c:chartSpace xmlns:c="{_C}" xmlns:a="{_A}" xmlns:r="{R}"><c:chart><c:autoTitleDeleted \
val="1"/><c:plotArea><c:layout/><c:barChart><c:barDir val="col"/><c:grouping val="clustered"/><c:ser><c:idx val="0"/>\
<c:order val="0"/><c:tx><c:strRef><c:f>Sheet1!$B$1</c:f><c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Spend</c:v>\
</c:pt></c:strCache></c:strRef></c:tx><c:cat><c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/>\
<c:pt idx="0"><c:v>Search</c:v></c:pt><c:pt idx="1"><c:v>Events</c:v></c:pt></c:strCache></c:strRef></c:cat><c:val>\
<c:numRef><c:f>Sheet1!$B$2:$B$3</c:f><c:numCache><c:formatCode>General</c:formatCode><c:ptCount val="2"/><c:pt idx="0">\
<c:v>3</c:v></c:pt><c:pt idx="1"><c:v>5</c:v></c:pt></c:numCache></c:numRef></c:val></c:ser><c:axId val="111"/>\
<c:axId val="222"/></c:barChart><c:catAx><c:axId val="111"/><c:scaling><c:orientation val="minMax"/></c:scaling>\
<c:delete val="0"/><c:axPos val="b"/><c:crossAx val="222"/></c:catAx><c:valAx><c:axId val="222"/><c:scaling>\
<c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:crossAx val="111"/></c:valAx>\
</c:plotArea><c:plotVisOnly val="1"/></c:chart><c:externalData r:id="rId1"/></c:chartSpace>"""


def png(width: int = 2, height: int = 2) -> bytes:
    """A white picture."""

    def chunk(name: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
        )

    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xff" * 3 * width) * height)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@cache
def workbook() -> bytes:
    """The workbook behind the chart."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    sheet = book.add_worksheet()
    for row, values in enumerate((("", "Spend"), ("Search", 3), ("Events", 5))):
        sheet.write_row(row, 0, values)
    book.close()
    return target.getvalue()


def _colour(name: str, value: str) -> str:
    return f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>'


def theme() -> str:
    """A theme with a palette of its own."""
    names = {"dk1": "1A1A1A", "lt1": "FFFFFF", "dk2": "1F3864", "lt2": "EEF2F7", "hlink": "0B4F9E"}
    names |= {f"accent{n}": value for n, value in enumerate(("2F6DB5", "C0504D", "9BBB59"), 1)}
    names |= {"accent4": "8064A2", "accent5": "4BACC6", "accent6": "F79646", "folHlink": "5B2C83"}
    order = ("dk1", "lt1", "dk2", "lt2", *(f"accent{n}" for n in range(1, 7)), "hlink", "folHlink")
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    font = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
    return (
        f'{_XML}<a:theme xmlns:a="{_A}" name="Sample"><a:themeElements><a:clrScheme name="Sample">'
        f"{''.join(_colour(name, names[name]) for name in order)}</a:clrScheme><a:fontScheme name='Sample'>"
        f"<a:majorFont>{font}</a:majorFont><a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f"<a:fmtScheme name='Sample'><a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>"
        f"{f'<a:ln>{fill}</a:ln>' * 3}</a:lnStyleLst><a:effectStyleLst>"
        f"{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}"
        "</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def good_parts() -> dict[str, bytes]:
    """The parts of a document that has everything and in which nothing is wrong."""
    texts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": _PACKAGE_RELS,
        "docProps/core.xml": _CORE,
        "docProps/app.xml": _APP,
        "word/document.xml": DOCUMENT,
        "word/_rels/document.xml.rels": _DOCUMENT_RELS,
        "word/styles.xml": _STYLES,
        "word/settings.xml": _SETTINGS,
        "word/numbering.xml": _NUMBERING,
        "word/footnotes.xml": _FOOTNOTES,
        "word/theme/theme1.xml": theme(),
        "word/header1.xml": _HEADER,
        "word/footer1.xml": _FOOTER,
        "word/charts/chart1.xml": _CHART,
        "word/charts/_rels/chart1.xml.rels": _CHART_RELS,
    }
    parts = {name: text.encode() for name, text in texts.items()}
    parts["word/media/image1.png"] = png()
    parts["word/embeddings/workbook1.xlsx"] = workbook()
    return parts


def pack(parts: dict[str, bytes]) -> bytes:
    """The zip file of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), content, zipfile.ZIP_DEFLATED)
    return target.getvalue()


def replaced(part: str, old: str, new: str, *, count: int = 1) -> dict[str, bytes]:
    """The good parts with the first `old` of one part replaced; it must be there."""
    parts = good_parts()
    text = parts[part].decode()
    assert old in text, f"`{old}` is not in {part}"
    parts[part] = text.replace(old, new, count).encode()
    return parts
