"""Accessibility of one story: its headings, tables, drawings, links, controls and colours."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.diagnostics import Severity

from .accessibility_tables import is_complex, look_of, regions
from .accessibility_words import BLANKS, alternative_problem, is_vague
from .cascade import AUTOMATIC, NOTHING, UNDECIDABLE, Cascade, Face, Ink, is_on, value
from .check_tables import members
from .contrast import Colour, contrast, shown_hex
from .findings import Finding
from .namespaces import COMPATIBILITY, DECORATIVE, WORD, WORD_DRAWING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

_W, _WP = f"{{{WORD}}}", f"{{{WORD_DRAWING}}}"
_VAL = _W + "val"
_P, _R, _T, _TBL, _TR, _TC, _SDT = (_W + n for n in ("p", "r", "t", "tbl", "tr", "tc", "sdt"))
_P_PR, _R_PR, _TC_PR, _TBL_PR = (_W + n for n in ("pPr", "rPr", "tcPr", "tblPr"))
_HYPERLINK, _TEXT_BOX = _W + "hyperlink", _W + "txbxContent"
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_WRAPPERS = frozenset(
    {_W + name for name in ("sdtContent", "ins", "smartTag", "customXml", "fldSimple", "dir", "bdo")}
)
_WIDE_BLANKS = re.compile(rb"\xc2\xa0(?: |\xc2\xa0)| \xc2\xa0")
_WORDS = re.compile(rb">(\s*)[^<\s](?:[^<]*[^<\s])?(\s*)</w:t>")
_BOOKMARK = re.compile(rb"<w:bookmark(?:Start|End) [^>]*/>")
_MOST_KNOWN = 4096
_LARGE, _NORMAL = 3.0, 4.5


@dataclass(frozen=True, slots=True)
class _Ground:
    """What a block stands on."""

    behind: Ink
    """Colour behind its text."""
    face: Face = NOTHING
    """What the table style around it says of its runs."""


@dataclass
class Reader:
    """The reading of one story, and what was found in it."""

    part: str
    """Name of the part."""
    cascade: Cascade
    """The styles of the document."""
    page: Colour
    """Colour of the page."""
    findings: list[Finding] = field(default_factory=list)
    """What was found, in reading order."""
    headings: int = 0
    """How many headings there are."""
    paragraphs: int = 0
    """How many paragraphs with text there are outside tables."""
    _level: int = 0
    _number: int = 0
    _remarks: int = 0
    _dim: set[tuple[Ink, Ink]] = field(default_factory=set)

    def read(self, root: _Element) -> None:
        """Read a document, header or footer from beginning to end."""
        body = root.find(_W + "body")
        ground = _Ground(self.page)
        for block in root if body is None else body:
            self._block(block, ground)

    def _block(self, block: _Element, ground: _Ground) -> None:
        """Read one block; one that differs only in its words from an unremarkable one is but counted."""
        known = self.cascade.unremarkable
        key = (self.page, block_key(block))
        if (counts := known.get(key)) is not None:
            self._number += counts[0]
            self.paragraphs += counts[1]
            return
        number, paragraphs, remarks = self._number, self.paragraphs, self._remarks
        self._blocks((block,), ground, in_table=False)
        if key[1] and self._remarks == remarks:
            if len(known) >= _MOST_KNOWN:
                known.clear()
            known[key] = (self._number - number, self.paragraphs - paragraphs)

    def _find(self, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        self._remarks += 1
        self.findings.append(Finding(code, message, self.part, f"paragraph {self._number}", severity))

    def _blocks(self, container: Iterable[_Element], ground: _Ground, *, in_table: bool) -> None:
        for child in container:
            tag = child.tag
            if tag == _P:
                self._paragraph(child, ground, in_table=in_table)
            elif tag == _TBL:
                self._table(child, ground)
            elif tag == _SDT:
                self._control(child)
                for content in child.iterchildren(_W + "sdtContent"):
                    self._blocks(content, ground, in_table=in_table)
            elif tag in _WRAPPERS:
                self._blocks(child, ground, in_table=in_table)

    def _control(self, control: _Element) -> None:
        properties = control.find(_W + "sdtPr")
        if properties is None or properties.find(_W + "docPartObj") is not None:
            return
        if not value(properties, "alias").strip():
            self._find("A11Y-009", "content control has a title, found none")

    def _paragraph(self, paragraph: _Element, ground: _Ground, *, in_table: bool) -> None:
        self._number += 1
        properties = paragraph.find(_P_PR)
        style = value(properties, "pStyle") or self.cascade.default_of("paragraph")
        runs = list(self._runs(paragraph))
        text = "".join(_text(run) for run in runs)
        has_text = bool(text.strip())
        if has_text and not in_table:
            self.paragraphs += 1
        self._heading(properties, style, has_text or _holds_drawing(paragraph))
        if BLANKS.search(text):
            self._find("A11Y-015", "blanks come one at a time, found five or more in a row", Severity.WARN)
        behind = self.cascade.paragraph_shading(properties, style) or ground.behind
        base = self.cascade.style_face(style).over(ground.face).over(self.cascade.defaults)
        for run in runs:
            self._run(run, base, behind)
        for link in paragraph.iter(_HYPERLINK):
            self._link(link)

    def _runs(self, parent: _Element) -> Iterator[_Element]:
        for child in parent:
            tag = child.tag
            if tag == _R:
                yield child
            elif tag == _HYPERLINK or tag in _WRAPPERS:
                yield from self._runs(child)
            elif tag == _SDT:
                self._control(child)
                yield from self._runs(child)

    def _heading(self, properties: _Element | None, style: str, has_content: bool) -> None:
        level = self.cascade.heading_level(properties, style)
        if not level:
            return
        self._remarks += 1
        if not has_content:
            self._find("A11Y-008", f"heading of level {level} has text, found none", Severity.WARN)
            return
        self.headings += 1
        if level > self._level + 1:
            message = f"heading of level {self._level + 1} or higher comes next, found level {level}"
            self._find("A11Y-007", message, Severity.WARN)
        self._level = level

    def _run(self, run: _Element, base: Face, behind: Ink) -> None:
        properties = run.find(_R_PR)
        if _text(run).strip():
            face = base
            if properties is not None:
                style = self.cascade.style_face(value(properties, "rStyle"))
                face = self.cascade.face(properties).over(style).over(base)
            if properties is None or not is_on(properties.find(_W + "vanish")):
                self._contrast(face, behind)
        for child in run:
            if child.tag not in (_T, _R_PR):
                self._drawing(child)

    def _contrast(self, face: Face, behind: Ink) -> None:
        ground = face.behind or behind
        ink = AUTOMATIC if face.ink is None else face.ink
        if isinstance(ground, str) or isinstance(ink, str):
            return
        ratio = contrast(ink, ground)
        needed = _LARGE if face.is_large else _NORMAL
        if ratio >= needed:
            return
        self._remarks += 1
        if (ink, ground) not in self._dim:
            self._dim.add((ink, ground))
            message = (
                f"contrast of text is {needed}:1, found {ratio:.2f}:1 for `{shown_hex(ink)}` on "
                f"`{shown_hex(ground)}`"
            )
            self._find("A11Y-011", message, Severity.WARN)

    def _link(self, link: _Element) -> None:
        text = " ".join("".join(element.text or "" for element in link.iter(_T)).split())
        if is_vague(text) and not _holds_drawing(link):
            message = f"text of a link says where it leads, found `{text}`"
            self._find("A11Y-014", message, Severity.WARN)

    def _drawing(self, child: _Element) -> None:
        for properties in child.iter(_WP + "docPr"):
            if _in_fallback(properties):
                continue
            holder = properties.getparent()
            if holder is not None and holder.tag == _WP + "anchor":
                self._find("A11Y-005", "object stands in line with text, found it floating", Severity.WARN)
            if not _is_decorative(properties) and not _holds_text_box(holder):
                self._alternative(properties.get("descr"), properties.get("name", ""))
        for shape in child.iter("{urn:schemas-microsoft-com:vml}shape"):
            if not _in_fallback(shape) and shape.find("{urn:schemas-microsoft-com:vml}imagedata") is not None:
                self._alternative(shape.get("alt"), "")
        for box in child.iter(_TEXT_BOX):
            if not _in_fallback(box):
                self._blocks(box, _Ground(UNDECIDABLE), in_table=True)

    def _alternative(self, text: str | None, name: str) -> None:
        if (problem := alternative_problem(text, name)) is not None:
            self._find(*problem)

    def _table(self, table: _Element, ground: _Ground) -> None:
        rows = members(table, _TR)
        properties = table.find(_TBL_PR)
        if not rows or not is_on(rows[0].find(f"{_W}trPr/{_W}tblHeader")):
            self._find("A11Y-003", "table has a header row, found none")
        if is_complex(table):
            message = "table has no merged cells and no table inside, found one"
            self._find("A11Y-004", message, Severity.WARN)
        look = look_of(properties)
        style = value(properties, "tblStyle") or self.cascade.default_of("table")
        own = self.cascade.shading(None if properties is None else properties.find(_W + "shd"))
        for place, row in enumerate(rows):
            cells = members(row, _TC)
            for column, cell in enumerate(cells):
                lies_in = regions(look, (place, len(rows)), (column, len(cells)))
                face, behind = self.cascade.table_faces(style, lies_in)
                direct = self.cascade.shading(cell.find(f"{_TC_PR}/{_W}shd"))
                self._blocks(
                    cell,
                    _Ground(direct or behind or own or ground.behind, face.over(ground.face)),
                    in_table=True,
                )


def block_key(block: _Element) -> bytes:
    """The bytes of a block with its words and bookmarks taken out; empty if its words matter.

    Words matter in links, and where blanks stand together. Blanks at the edges of a run stay, since those of
    two runs may meet.
    """
    data = etree.tostring(block, encoding="utf-8", with_tail=False)
    if b"<w:hyperlink" in data or b"    " in data or (b"\xc2\xa0" in data and _WIDE_BLANKS.search(data)):
        return b""
    return _WORDS.sub(rb">\1x\2</w:t>", _BOOKMARK.sub(b"", data))


def _text(run: _Element) -> str:
    return "".join(child.text or "" for child in run.iterchildren(_T))


def _holds_drawing(element: _Element) -> bool:
    return next(element.iter(_W + "drawing", _W + "pict", _W + "object"), None) is not None


def _in_fallback(element: _Element) -> bool:
    return next(element.iterancestors(_FALLBACK), None) is not None


def _holds_text_box(holder: _Element | None) -> bool:
    return holder is not None and next(holder.iter(_TEXT_BOX), None) is not None


def _is_decorative(properties: _Element) -> bool:
    return any(mark.get("val") in ("1", "true") for mark in properties.iter(f"{{{DECORATIVE}}}decorative"))
