"""Defects to plant one by one into a good document, with the code that must find each.

`sdk` records whether the validator of the Open XML SDK finds it too, as was seen when the table was made; a test
keeps it true.
"""

from __future__ import annotations

import io
import warnings
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from word_sample import PACKAGE, R, W, good_parts, pack, png, replaced

if TYPE_CHECKING:
    from collections.abc import Callable

_DOC = "word/document.xml"
_TYPES = "[Content_Types].xml"
_RELS = "word/_rels/document.xml.rels"
_ROOT_RELS = "_rels/.rels"
_CORE = "docProps/core.xml"
_CHART = "word/charts/chart1.xml"
_STYLES = "word/styles.xml"
_NUMBERING = "word/numbering.xml"
_SECTION = "<w:sectPr>"
_CELL = '<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr><w:p><w:r><w:t>3</w:t></w:r></w:p></w:tc>'
_ROW = "<w:tr><w:tc><w:tcPr><w:tcW"


@dataclass(frozen=True)
class Defect:
    """One way to damage a document."""

    name: str
    code: str
    sdk: bool
    damaged: Callable[[], bytes]


def _text(part: str, old: str, new: str) -> Callable[[], bytes]:
    return lambda: pack(replaced(part, old, new))


def _cut(part: str, start: str, end: str) -> Callable[[], bytes]:
    """The good document without what stands from `start` to `end` in one part."""
    text = good_parts()[part].decode()
    return _text(part, text[text.index(start) : text.index(end) + len(end)], "")


def _before_section(markup: str) -> Callable[[], bytes]:
    return _text(_DOC, _SECTION, markup + _SECTION)


def _without(*names: str) -> Callable[[], bytes]:
    return lambda: pack({name: data for name, data in good_parts().items() if name not in names})


def _with(name: str, content: bytes) -> Callable[[], bytes]:
    return lambda: pack(good_parts() | {name: content})


def _link(
    kind: str, target: str, *, part: str = _RELS, mode: str = "", identifier: str = "rId99"
) -> Callable[[], bytes]:
    inside = f'<Relationship Id="{identifier}" Type="{kind}" Target="{target}"{mode}/></Relationships>'
    return _text(part, "</Relationships>", inside)


def _repeated_entry() -> bytes:
    target = io.BytesIO(pack(good_parts()))
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", UserWarning)
        with zipfile.ZipFile(target, "a") as archive:
            archive.writestr(_DOC, good_parts()[_DOC])
    return target.getvalue()


def _paragraph(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def _nested_table(after: str) -> str:
    inner = "<w:tbl><w:tblPr/><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:tcPr/><w:p/></w:tc></w:tr></w:tbl>"
    return _CELL.replace("</w:tc>", f"{inner}{after}</w:tc>")


_COMMENT = f'<w:comments xmlns:w="{W}"><w:comment w:id="0" w:author="A"><w:p/></w:comment></w:comments>'

DEFECTS = (
    # the zip file
    Defect("not a zip file", "PKG-001", True, lambda: b"PK\x03\x04 and no more"),
    Defect("entry twice", "PKG-002", True, _repeated_entry),
    Defect("entry twice but for case", "PKG-002", False, _with("word/Styles.xml", good_parts()[_STYLES])),
    Defect("backslash in a name", "PKG-022", False, _with("word\\extra.xml", b"<a/>")),
    Defect("folder entry", "PKG-022", False, _with("word/", b"")),
    # content types
    Defect("no default for png", "PKG-003", True, _text(_TYPES, 'Extension="png"', 'Extension="gif"')),
    Defect("phantom override", "PKG-004", True, _text(_TYPES, "/word/footer1.xml", "/word/footer9.xml")),
    Defect(
        "main part declared as a workbook",
        "PKG-005",
        False,
        _text(_TYPES, "wordprocessingml.document.main", "spreadsheetml.sheet.main"),
    ),
    Defect(
        "header declared as a footer",
        "PKG-005",
        True,
        _text(_TYPES, "wordprocessingml.header", "wordprocessingml.footer"),
    ),
    Defect(
        "default declared twice",
        "PKG-006",
        True,
        _text(
            _TYPES,
            '<Default Extension="png"',
            '<Default Extension="png" ContentType="image/png"/><Default Extension="png"',
        ),
    ),
    Defect("no content types", "PKG-006", True, _without(_TYPES)),
    # relationships
    Defect("target missing", "PKG-007", True, _without("word/media/image1.png")),
    Defect(
        "relationship id twice",
        "PKG-008",
        True,
        _link(f"{R}/hyperlink", "https://example.com/", mode=' TargetMode="External"', identifier="rId8"),
    ),
    Defect("relationship id unknown", "PKG-009", True, _text(_DOC, 'r:embed="rId7"', 'r:embed="rId70"')),
    Defect("orphan part", "PKG-010", False, _with("word/media/image2.png", png(3, 3))),
    Defect(
        "relationships of nothing",
        "PKG-011",
        False,
        _with("word/_rels/header9.xml.rels", good_parts()["word/charts/_rels/chart1.xml.rels"]),
    ),
    Defect(
        "two core properties",
        "PKG-017",
        True,
        _link(f"{PACKAGE}/relationships/metadata/core-properties", "docProps/app.xml", part=_ROOT_RELS),
    ),
    Defect(
        "thumbnail",
        "PKG-018",
        False,
        lambda: pack(
            replaced(
                _ROOT_RELS,
                "</Relationships>",
                f'<Relationship Id="rId9" Type="{PACKAGE}/relationships/metadata/thumbnail" Target="docProps/thumbnail.png"/></Relationships>',
            )
            | {"docProps/thumbnail.png": png()}
        ),
    ),
    Defect(
        "picture outside",
        "PKG-023",
        False,
        _link(f"{R}/image", "https://example.com/a.png", mode=' TargetMode="External"'),
    ),
    Defect(
        "script in a link", "PKG-023", False, _text(_RELS, "https://example.com/plan", "javascript:alert(1)")
    ),
    Defect("no main part", "PKG-024", True, _text(_ROOT_RELS, f"{R}/officeDocument", f"{R}/document")),
    Defect("two styles parts", "PKG-028", True, _link(f"{R}/styles", "styles.xml")),
    Defect("relationship without target", "PKG-029", True, _link(f"{R}/image", "")),
    Defect(
        "attached template",
        "PKG-030",
        False,
        _link(f"{R}/attachedTemplate", "https://example.com/a.dotm", mode=' TargetMode="External"'),
    ),
    # XML
    Defect("not well formed", "PKG-012", True, _text(_DOC, "</w:body>", "</w:bod>")),
    Defect("control character", "PKG-013", True, _text(_DOC, "rises.", "rises\x01.")),
    Defect("C1 control character", "PKG-013", False, _text(_DOC, "rises.", "rises\u0092.")),
    Defect("document type", "PKG-026", True, _text("word/header1.xml", "<w:hdr", "<!DOCTYPE hdr><w:hdr")),
    Defect(
        "undeclared ignorable prefix",
        "PKG-027",
        True,
        _text(_DOC, 'mc:Ignorable="w14"', 'mc:Ignorable="w14 w99"'),
    ),
    # properties
    Defect(
        "title twice",
        "PKG-014",
        False,
        _text(_CORE, "</cp:coreProperties>", "<dc:title>B</dc:title></cp:coreProperties>"),
    ),
    Defect("title too long", "PKG-015", False, _text(_CORE, "Plan of the year", "x" * 256)),
    Defect("bad date", "PKG-016", False, _text(_CORE, "2026-01-05T09:00:00Z", "05.01.2026")),
    Defect("library's default author", "PKG-019", False, _text(_CORE, "Quillmere Marketing", "python-docx")),
    # images
    Defect(
        "jpeg named png", "PKG-020", False, _with("word/media/image1.png", b"\xff\xd8\xff\xe0 jpeg \xff\xd9")
    ),
    Defect("image/jpg", "PKG-020", False, _text(_TYPES, "image/png", "image/jpg")),
    Defect("image cut short", "PKG-021", False, _with("word/media/image1.png", png()[:-20])),
    Defect("image of no kind", "PKG-021", False, _with("word/media/image1.png", b"not an image")),
    # tables
    Defect(
        "cell without paragraph",
        "PKG-101",
        False,
        _text(_DOC, _CELL, _CELL.replace("<w:p><w:r><w:t>3</w:t></w:r></w:p>", "")),
    ),
    Defect("cell ends with a table", "PKG-102", False, _text(_DOC, _CELL, _nested_table(""))),
    Defect("row without cells", "PKG-103", False, _text(_DOC, "</w:tbl>", "<w:tr/></w:tbl>")),
    Defect(
        "table without rows", "PKG-104", False, _before_section("<w:tbl><w:tblPr/><w:tblGrid/></w:tbl><w:p/>")
    ),
    Defect(
        "span beyond the grid",
        "PKG-105",
        False,
        _text(_DOC, _CELL, _CELL.replace("</w:tcPr>", '<w:gridSpan w:val="2"/></w:tcPr>')),
    ),
    Defect(
        "merge without start",
        "PKG-106",
        False,
        _text(_DOC, _CELL, _CELL.replace("</w:tcPr>", "<w:vMerge/></w:tcPr>")),
    ),
    Defect(
        "table without grid",
        "PKG-107",
        True,
        _text(_DOC, '<w:tblGrid><w:gridCol w:w="3000"/><w:gridCol w:w="3000"/></w:tblGrid>', ""),
    ),
    # styles and numbering
    Defect(
        "unknown paragraph style",
        "PKG-108",
        False,
        _text(_DOC, '<w:pStyle w:val="Heading2"/>', '<w:pStyle w:val="Heading9"/>'),
    ),
    Defect(
        "style based on nothing",
        "PKG-108",
        False,
        _text(_STYLES, '<w:basedOn w:val="Heading1"/>', '<w:basedOn w:val="Gone"/>'),
    ),
    Defect(
        "unknown numbering", "PKG-109", False, _text(_DOC, '<w:numId w:val="1"/>', '<w:numId w:val="7"/>')
    ),
    Defect(
        "numbering without abstract",
        "PKG-110",
        False,
        _text(_NUMBERING, '<w:abstractNumId w:val="0"/>', '<w:abstractNumId w:val="5"/>'),
    ),
    Defect(
        "numbering twice",
        "PKG-111",
        False,
        _text(
            _NUMBERING,
            "</w:numbering>",
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        ),
    ),
    Defect(
        "style twice",
        "PKG-112",
        True,
        _text(
            _STYLES,
            "</w:styles>",
            '<w:style w:type="paragraph" w:styleId="Normal"><w:name w:val="N"/></w:style></w:styles>',
        ),
    ),
    Defect(
        "style based on itself",
        "PKG-112",
        False,
        _text(_STYLES, '<w:basedOn w:val="Normal"/>', '<w:basedOn w:val="Heading2"/>'),
    ),
    # order and place
    Defect(
        "alignment before spacing",
        "PKG-113",
        True,
        _text(
            _DOC,
            '<w:keepNext/><w:spacing w:after="120"/><w:jc w:val="left"/>',
            '<w:keepNext/><w:jc w:val="left"/><w:spacing w:after="120"/>',
        ),
    ),
    Defect(
        "colour before bold",
        "PKG-113",
        True,
        _text(_DOC, '<w:b/><w:color w:val="333333"/>', '<w:color w:val="333333"/><w:b/>'),
    ),
    Defect(
        "paragraph properties last",
        "PKG-113",
        True,
        _before_section(_paragraph("<w:r><w:t>A</w:t></w:r><w:pPr/>")),
    ),
    Defect(
        "cell width after span",
        "PKG-113",
        True,
        _text(
            _DOC,
            _CELL,
            _CELL.replace(
                '<w:tcW w:w="3000" w:type="dxa"/>', '<w:shd w:val="clear"/><w:tcW w:w="3000" w:type="dxa"/>'
            ),
        ),
    ),
    Defect(
        "table width before style",
        "PKG-113",
        True,
        _text(
            _DOC,
            '<w:tblStyle w:val="Grid"/><w:tblW w:w="6000" w:type="dxa"/>',
            '<w:tblW w:w="6000" w:type="dxa"/><w:tblStyle w:val="Grid"/>',
        ),
    ),
    Defect(
        "margins before page size",
        "PKG-113",
        True,
        _text(_DOC, '<w:pgSz w:w="11906" w:h="16838"/>', '<w:cols/><w:pgSz w:w="11906" w:h="16838"/>'),
    ),
    Defect(
        "row properties last", "PKG-113", True, _text(_DOC, "</w:tr></w:tbl>", "<w:trPr/></w:tr></w:tbl>")
    ),
    Defect("bold twice", "PKG-114", True, _text(_DOC, "<w:b/><w:color", "<w:b/><w:b/><w:color")),
    Defect("run in the body", "PKG-127", True, _before_section("<w:r><w:t>A</w:t></w:r>")),
    Defect("paragraph in a paragraph", "PKG-127", True, _before_section(_paragraph(_paragraph("")))),
    Defect("section before the last paragraph", "PKG-126", True, _text(_DOC, "</w:body>", "<w:p/></w:body>")),
    # text
    Defect("blank lost", "PKG-124", False, _text(_DOC, '<w:t xml:space="preserve">Spend ', "<w:t>Spend ")),
    Defect(
        "loose text in a paragraph",
        "PKG-125",
        False,
        _text(_DOC, "<w:r><w:t>rises.", "loose<w:r><w:t>rises."),
    ),
    Defect("loose text in the body", "PKG-125", False, _before_section("loose")),
    # what opens and closes
    Defect("bookmark open", "PKG-115", False, _text(_DOC, '<w:bookmarkEnd w:id="1"/>', "")),
    Defect(
        "bookmark never begun", "PKG-115", False, _before_section(_paragraph('<w:bookmarkEnd w:id="9"/>'))
    ),
    Defect(
        "bookmark name twice",
        "PKG-116",
        False,
        _before_section(_paragraph('<w:bookmarkStart w:id="2" w:name="top"/><w:bookmarkEnd w:id="2"/>')),
    ),
    Defect(
        "bookmark id twice",
        "PKG-117",
        True,
        _before_section(_paragraph('<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>')),
    ),
    Defect(
        "field open",
        "PKG-118",
        False,
        _text("word/footer1.xml", '<w:r><w:fldChar w:fldCharType="end"/></w:r>', ""),
    ),
    Defect(
        "field end alone", "PKG-119", False, _text(_DOC, '<w:r><w:fldChar w:fldCharType="begin"/></w:r>', "")
    ),
    # ids
    Defect(
        "content control id twice",
        "PKG-120",
        False,
        _before_section(
            '<w:sdt><w:sdtPr><w:alias w:val="A"/><w:id w:val="101"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>'
        ),
    ),
    Defect(
        "paragraph id twice", "PKG-121", False, _text(_DOC, 'w14:paraId="00000002"', 'w14:paraId="00000001"')
    ),
    Defect("drawing id twice", "PKG-122", True, _text(_DOC, '<wp:docPr id="2"', '<wp:docPr id="1"')),
    Defect("drawing id zero", "PKG-123", False, _text(_DOC, '<wp:docPr id="2"', '<wp:docPr id="0"')),
    Defect(
        "drawing without height",
        "PKG-132",
        False,
        _text(_DOC, 'cx="914400" cy="914400"/><wp:docPr', 'cx="914400" cy="0"/><wp:docPr'),
    ),
    # what a finished document must not carry
    Defect(
        "insertion mark",
        "PKG-128",
        False,
        _before_section(_paragraph('<w:ins w:id="3" w:author="A"><w:r><w:t>A</w:t></w:r></w:ins>')),
    ),
    Defect(
        "change tracking on",
        "PKG-128",
        False,
        _text("word/settings.xml", "<w:defaultTabStop", "<w:trackRevisions/><w:defaultTabStop"),
    ),
    Defect(
        "comment",
        "PKG-129",
        True,
        lambda: pack(
            replaced(_DOC, _SECTION, _paragraph('<w:r><w:commentReference w:id="0"/></w:r>') + _SECTION)
        ),
    ),
    Defect(
        "comments part",
        "PKG-129",
        False,
        lambda: pack(
            replaced(
                _RELS,
                "</Relationships>",
                f'<Relationship Id="rId20" Type="{R}/comments" Target="comments.xml"/></Relationships>',
            )
            | {
                "word/comments.xml": _COMMENT.encode(),
                _TYPES: replaced(
                    _TYPES,
                    "</Types>",
                    '<Override PartName="/word/comments.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"/></Types>',
                )[_TYPES],
            }
        ),
    ),
    # references
    Defect(
        "header reference to a footer",
        "PKG-130",
        True,
        _text(
            _DOC,
            '<w:headerReference w:type="default" r:id="rId4"/>',
            '<w:headerReference w:type="default" r:id="rId5"/>',
        ),
    ),
    Defect(
        "two default headers",
        "PKG-130",
        False,
        _text(
            _DOC, "<w:footerReference", '<w:headerReference w:type="default" r:id="rId4"/><w:footerReference'
        ),
    ),
    Defect("link to no bookmark", "PKG-131", False, _text(_DOC, 'w:anchor="top"', 'w:anchor="bottom"')),
    Defect("link to nothing", "PKG-131", False, _text(_DOC, '<w:hyperlink w:anchor="top">', "<w:hyperlink>")),
    Defect(
        "footnote unknown",
        "PKG-133",
        True,
        _text(_DOC, '<w:footnoteReference w:id="1"/>', '<w:footnoteReference w:id="8"/>'),
    ),
    # charts
    Defect("chart without plot", "PKG-201", True, _cut(_CHART, "<c:barChart>", "</c:barChart>")),
    Defect("axis id negative", "PKG-202", True, lambda: pack(replaced(_CHART, '"111"', '"-111"', count=9))),
    Defect(
        "axis missing",
        "PKG-203",
        False,
        _text(_CHART, '<c:catAx><c:axId val="111"/>', '<c:catAx><c:axId val="333"/>'),
    ),
    Defect(
        "one axis only", "PKG-203", True, _text(_CHART, '<c:axId val="222"/></c:barChart>', "</c:barChart>")
    ),
    Defect("plot without series", "PKG-204", False, _cut(_CHART, "<c:ser>", "</c:ser>")),
    Defect("series without values", "PKG-205", False, _cut(_CHART, "<c:numCache>", "</c:numCache>")),
    Defect(
        "too many points declared",
        "PKG-206",
        False,
        _text(_CHART, '<c:pt idx="1"><c:v>5</c:v></c:pt>', '<c:pt idx="7"><c:v>5</c:v></c:pt>'),
    ),
    Defect(
        "three values for two categories",
        "PKG-207",
        False,
        _text(_CHART, '<c:ptCount val="2"/><c:pt idx="0"><c:v>3', '<c:ptCount val="3"/><c:pt idx="0"><c:v>3'),
    ),
    Defect("value is not a number", "PKG-208", False, _text(_CHART, "<c:v>5</c:v>", "<c:v>NaN</c:v>")),
    Defect("chart without workbook", "PKG-209", False, _text(_CHART, '<c:externalData r:id="rId1"/>', "")),
    Defect(
        "workbook does not open", "PKG-210", False, _with("word/embeddings/workbook1.xlsx", b"PK no workbook")
    ),
)
