"""The pages of a presentation: slides, tables, charts and speaker notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pages import RELATIONSHIP_ID, Archive, Lost, Mark, Pages, Passage, locate
from pages_chart import C, read_chart

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"


def read_pptx(path: Path) -> Pages:
    """Every slide in the order of the show, each followed by its notes."""
    archive, pages = Archive(path), Pages(path.name)
    ledger: dict[tuple[str, str], list[dict[str, str]]] = {}
    for entry in archive.ledger():
        ledger.setdefault((entry["part"], entry["shape"]), []).append(entry)
    related = archive.related("ppt/presentation.xml")
    show = archive.xml("ppt/presentation.xml").find(f"{P}sldIdLst")
    for number, slide in enumerate(show if show is not None else [], start=1):
        name = related[slide.attrib[RELATIONSHIP_ID]]
        _read_part(archive, pages, ledger, name, f"slide {number}")
        for note in archive.related(name).values():
            if note.startswith("ppt/notesSlides/"):
                _read_part(archive, pages, ledger, note, f"slide {number}, notes")
    pages.lost += [
        Lost("ledger", entry["key"], entry["text"]) for entries in ledger.values() for entry in entries
    ]
    return pages


def _read_part(
    archive: Archive, pages: Pages, ledger: dict[tuple[str, str], list[dict[str, str]]], name: str, where: str
) -> None:
    for shape in archive.xml(name).iter():
        properties = next(
            (part for part in shape if part.tag.endswith(("}nvSpPr", "}nvGraphicFramePr"))), None
        )
        if shape.tag not in (f"{P}sp", f"{P}graphicFrame", f"{P}cxnSp", f"{P}pic") or properties is None:
            continue
        own = properties.find(f"{P}cNvPr")
        if own is None:
            continue
        label = f"{where}, {own.get('name', 'shape')}"
        passages = _passages(shape, label)
        pages.passages += _marked(passages, ledger.pop((name, own.attrib["id"]), []), pages, label)
        for chart in shape.iter(f"{C}chart"):
            part = archive.related(name)[chart.attrib[RELATIONSHIP_ID]]
            pages.charts.append(
                read_chart(archive, part, f"{label} ({part.rpartition('/')[2]})", own.get("descr", ""))
            )


def _passages(shape: Element, label: str) -> list[Passage]:
    found: list[Passage] = []
    heads: dict[int, str] = {}
    rows = list(shape.iter(f"{A}tr"))
    if not rows:
        return [_passage(paragraph, label) for paragraph in shape.iter(f"{A}p")]
    for number, row in enumerate(rows):
        texts = ["\n".join(map(_text, cell.iter(f"{A}p"))) for cell in row.iter(f"{A}tc")]
        for column, cell in enumerate(row.iter(f"{A}tc")):
            heading = f"{texts[0] if column else ''} | {heads.get(column, '')} | {heads.get(0, '')}"
            place = f"{label}, row {number + 1}"
            found += [_passage(paragraph, place, heading, place) for paragraph in cell.iter(f"{A}p")]
        if not number:
            heads = dict(enumerate(texts))
    return found


def _passage(paragraph: Element, where: str, heads: str = "", row: str = "") -> Passage:
    text, fields = "", list[tuple[int, int, str]]()
    for piece in paragraph:
        if piece.tag in (f"{A}r", f"{A}fld"):
            start = len(text)
            text += piece.findtext(f"{A}t", "")
            if piece.tag == f"{A}fld":
                fields.append((start, len(text), piece.get("type", "")))
        elif piece.tag == f"{A}br":
            text += "\n"
    return Passage(where, text, (), heads, "", tuple(fields), row)


def _text(paragraph: Element) -> str:
    return _passage(paragraph, "").text


def _marked(
    passages: list[Passage], entries: list[dict[str, str]], pages: Pages, label: str
) -> list[Passage]:
    """The passages with the figures of the ledger found in them, one after another."""
    texts = [passage.text for passage in passages]
    marks: list[list[Mark]] = [[] for _ in passages]
    at = (0, 0)
    for entry in entries:
        found = locate(entry["text"], texts, at)
        if found is None:
            pages.lost.append(Lost(label, entry["key"], entry["text"]))
            continue
        index, start = found
        at = (index, start + len(entry["text"]))
        marks[index].append(Mark(start, at[1], entry["key"], entry["text"]))
    return [passage._replace(marks=tuple(found)) for passage, found in zip(passages, marks, strict=True)]
