"""The pages of a Word document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages import RELATIONSHIP_ID, Archive, Lost, Mark, Pages, Passage
from pages_chart import read_chart

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
_DESCRIBED = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"


class _Reader:
    def __init__(self, path: Path) -> None:
        self.archive = Archive(path)
        self.ledger = {entry["bookmark"]: entry for entry in self.archive.ledger()}
        self.pages = Pages(path.name)
        self.seen: set[str] = set()
        self.caption = ""
        self.count = 0

    def read_story(self, name: str, title: str) -> None:
        """A part with paragraphs and tables."""
        self.related = self.archive.related(name)
        self.title = title
        root = self.archive.xml(name)
        body = root.find(f"{W}body")
        self.read_blocks(root if body is None else body)

    def read_blocks(self, parent: Element) -> None:
        for block in parent:
            if block.tag == f"{W}p":
                passage = self.read_paragraph(block)
                if passage.style == "Caption":
                    self.caption = passage.text
            elif block.tag == f"{W}tbl":
                self.read_table(block)
                self.caption = ""
            elif block.tag in (f"{W}sdt", f"{W}sdtContent"):
                self.read_blocks(block)

    def read_table(self, table: Element) -> None:
        self.count += 1
        name, heads = f"{self.title}, table {self.count}", dict[int, str]()
        for number, row in enumerate(table.iter(f"{W}tr")):
            column, first = 0, ""
            for cell in row.iter(f"{W}tc"):
                text = " ".join(_text(paragraph) for paragraph in cell.iter(f"{W}p"))
                first = first or text
                heading = f"{first if column else ''} | {heads.get(column, '')} | {heads.get(0, '')} | {self.caption}"
                if not number:
                    heads[column] = text
                for paragraph in cell.iter(f"{W}p"):
                    self.read_paragraph(paragraph, heading, f"{name}, row {number + 1}")
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                column += 1 if span is None else int(span.attrib[f"{W}val"])

    def read_paragraph(self, paragraph: Element, heads: str = "", row: str = "") -> Passage:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        line = _Line()
        self.read_inlines(paragraph, line)
        self.count += not row
        where = row or f"{self.title}, paragraph {self.count}"
        name = "" if style is None else style.attrib[f"{W}val"]
        marks = tuple(
            Mark(start, end, self.ledger[mark]["key"], self.ledger[mark]["text"])
            for start, end, mark in line.marks
        )
        passage = Passage(where, line.text, marks, heads, name, tuple(line.fields), row)
        self.pages.passages.append(passage)
        return passage

    def read_inlines(self, parent: Element, line: _Line) -> None:
        for child in parent:
            match child.tag.removeprefix(W):
                case "t":
                    line.text += child.text or ""
                case "tab":
                    line.text += "\t"
                case "br":
                    line.text += "\n"
                case "bookmarkStart" if child.attrib[f"{W}name"] in self.ledger:
                    self.seen.add(child.attrib[f"{W}name"])
                    line.open[child.attrib[f"{W}id"]] = (len(line.text), child.attrib[f"{W}name"])
                case "bookmarkEnd" if child.attrib[f"{W}id"] in line.open:
                    start, mark = line.open.pop(child.attrib[f"{W}id"])
                    line.marks.append((start, len(line.text), mark))
                case "fldSimple":
                    start = len(line.text)
                    self.read_inlines(child, line)
                    line.fields.append((start, len(line.text), child.attrib[f"{W}instr"].strip()))
                case "pPr" | "rPr" | "sdtPr":
                    pass
                case "drawing":
                    self.read_drawing(child)
                case _:
                    self.read_inlines(child, line)

    def read_drawing(self, drawing: Element) -> None:
        described = drawing.find(f".//{_DESCRIBED}")
        alternative = "" if described is None else described.get("descr", "")
        for chart in drawing.iter(_CHART):
            name = self.related[chart.attrib[RELATIONSHIP_ID]]
            self.pages.charts.append(read_chart(self.archive, name, name.rpartition("/")[2], alternative))


class _Line:
    def __init__(self) -> None:
        self.text = ""
        self.open: dict[str, tuple[int, str]] = {}
        self.marks: list[tuple[int, int, str]] = []
        self.fields: list[tuple[int, int, str]] = []


def _text(paragraph: Element) -> str:
    return "".join(piece.text or "" for piece in paragraph.iter(f"{W}t"))


def read_docx(path: Path) -> Pages:
    """Body, headers, footers and notes of a Word document."""
    reader = _Reader(path)
    reader.read_story("word/document.xml", "body")
    for name in sorted(reader.archive.parts):
        if name.startswith(("word/header", "word/footer", "word/footnotes", "word/endnotes")):
            reader.read_story(name, name.removeprefix("word/").removesuffix(".xml"))
    reader.pages.lost += [
        Lost("ledger", entry["key"], entry["text"])
        for name, entry in reader.ledger.items()
        if name not in reader.seen
    ]
    return reader.pages
