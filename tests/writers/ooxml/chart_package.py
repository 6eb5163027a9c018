"""The smallest Word document around charts: for validators and for LibreOffice, never shipped."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile

if TYPE_CHECKING:
    from alignkit.writers.ooxml.chart import ChartParts

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_TYPE = "application/vnd.openxmlformats-officedocument"
_EMU = 12_700


def document(*charts: tuple[ChartParts, float, float], titles: tuple[str, ...] = ()) -> bytes:
    """A .docx with each chart (parts, width and height in points) in a paragraph of its own."""
    parts = {
        "[Content_Types].xml": _content_types(len(charts)),
        "_rels/.rels": _relationships([("rId1", "officeDocument", "word/document.xml")]),
        "word/document.xml": _document(charts, titles),
        "word/_rels/document.xml.rels": _relationships(
            [("rIdT", "theme", "theme/theme1.xml")]
            + [(f"rId{i}", "chart", f"charts/chart{i}.xml") for i in range(1, len(charts) + 1)]
        ),
        "word/theme/theme1.xml": THEME,
    }
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_DEFLATED) as package:
        for name, text in parts.items():
            package.writestr(name, text)
        for i, (chart, _, _) in enumerate(charts, 1):
            workbook = f"../embeddings/chart{i}.xlsx"
            package.writestr(f"word/charts/chart{i}.xml", chart.chart_xml)
            package.writestr(
                f"word/charts/_rels/chart{i}.xml.rels", _relationships([("rId1", "package", workbook)])
            )
            package.writestr(f"word/embeddings/chart{i}.xlsx", chart.workbook)
    return buffer.getvalue()


def _content_types(count: int) -> str:
    charts = "".join(
        f'<Override PartName="/word/charts/chart{i}.xml" ContentType="{_TYPE}.drawingml.chart+xml"/>'
        for i in range(1, count + 1)
    )
    return (
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Default Extension="xlsx" ContentType="{_TYPE}.spreadsheetml.sheet"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.wordprocessingml.document.main+xml"/>'
        f'<Override PartName="/word/theme/theme1.xml" ContentType="{_TYPE}.theme+xml"/>{charts}</Types>'
    )


def _relationships(entries: list[tuple[str, str, str]]) -> str:
    items = "".join(
        f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for id_, kind, target in entries
    )
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'


def _document(charts: tuple[tuple[ChartParts, float, float], ...], titles: tuple[str, ...]) -> str:
    body = ""
    for i, (_, width_pt, height_pt) in enumerate(charts, 1):
        if titles:
            body += f"<w:p><w:pPr><w:keepNext/></w:pPr><w:r><w:t>{titles[i - 1]}</w:t></w:r></w:p>"
        body += (
            '<w:p><w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
            f'<wp:extent cx="{round(width_pt * _EMU)}" cy="{round(height_pt * _EMU)}"/>'
            f'<wp:docPr id="{i}" name="Chart {i}" descr="A chart"/><wp:cNvGraphicFramePr/><a:graphic>'
            f'<a:graphicData uri="{_DRAWING}/chart"><c:chart r:id="rId{i}"/></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing></w:r></w:p>"
        )
    return (
        f'{_HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        f' xmlns:wp="{_DRAWING}/wordprocessingDrawing" xmlns:a="{_DRAWING}/main" xmlns:c="{_DRAWING}/chart"'
        f' xmlns:r="{_OFFICE}"><w:body>{body}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1300" w:right="1300" w:bottom="1300" w:left="1300" w:header="600" w:footer="600"'
        ' w:gutter="0"/></w:sectPr></w:body></w:document>'
    )


_COLOURS = {
    "dk1": "1B2430", "lt1": "FFFFFF", "dk2": "33414F", "lt2": "EEF3F5", "accent1": "0F5E73",
    "accent2": "C98A2B", "accent3": "2E7D4F", "accent4": "B7791F", "accent5": "A33A2A", "accent6": "6B7A88",
    "hlink": "0F5E73", "folHlink": "4B5A67",
}  # fmt: skip
_SCHEME = "".join(f'<a:{role}><a:srgbClr val="{rgb}"/></a:{role}>' for role, rgb in _COLOURS.items())
_FACES = '<a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_STYLES = (
    f'<a:fmtScheme name="plain"><a:fillStyleLst>{_FILL * 3}</a:fillStyleLst><a:lnStyleLst>'
    + f'<a:ln w="6350">{_FILL}</a:ln>' * 3
    + "</a:lnStyleLst><a:effectStyleLst>"
    + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3
    + f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst></a:fmtScheme>"
)
THEME = (
    f'{_HEAD}<a:theme xmlns:a="{_DRAWING}/main" name="plain"><a:themeElements>'
    f'<a:clrScheme name="plain">{_SCHEME}</a:clrScheme><a:fontScheme name="plain"><a:majorFont>{_FACES}'
    f"</a:majorFont><a:minorFont>{_FACES}</a:minorFont></a:fontScheme>{_STYLES}</a:themeElements></a:theme>"
)
