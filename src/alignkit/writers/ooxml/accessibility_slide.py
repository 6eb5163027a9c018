"""Accessibility of one slide: its title, the order of its shapes, their descriptions, its text and tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .accessibility_slide_text import Ground, SlideText
from .accessibility_words import alternative_problem
from .findings import Finding
from .namespaces import DECORATIVE, DRAWING, PRESENTATION
from .slide_colours import TRANSPARENT
from .slide_space import Piece, Sheet
from .slide_table_styles import cell_look
from .slide_text import holder_of, is_title, kind_of_holder
from .xml_parts import local_name

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lxml.etree import _Element

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
_ON = frozenset({"1", "true"})
_WITH_ALTERNATIVE = frozenset(_P + name for name in ("pic", "graphicFrame", "grpSp"))
_EDGES = frozenset({"dt", "ftr", "sldNum"})
"""Placeholders at the edge of every slide, which are read whenever."""
_SPANS = (("gridSpan", "1"), ("rowSpan", "1"), ("hMerge", "0"), ("vMerge", "0"))
_INCH = 914_400
_NO_DEPTH = 1_000_000
"""Deeper than any group: nothing is spoken for by a group around it."""
_MEDIA = tuple(_A + name for name in ("videoFile", "audioFile", "wavAudioFile", "quickTimeFile"))
_CAPTIONS = frozenset({"tracksInfo", "track", "closedCaptions"})


@dataclass
class SlideReader:
    """The reading of one slide, and what was found on it."""

    part: str
    """Name of the part."""
    sheet: Sheet
    """The slide with its layout and master."""
    styles: Mapping[str, _Element]
    """Table styles of the presentation."""
    text: SlideText
    """The reading of its text."""
    findings: list[Finding] = field(default_factory=list)
    """What was found, in reading order."""
    title: str = ""
    """Words of its title."""
    _where: str = ""

    def read(self) -> None:
        """Read the slide from beginning to end."""
        pieces = self.sheet.pieces()
        self._title(pieces)
        self._order([piece for piece in pieces if piece.depth == 0 and _speaks(piece.element)])
        hidden = _NO_DEPTH
        for number, piece in enumerate(pieces):
            if piece.depth <= hidden:
                hidden = _NO_DEPTH
            named = next(piece.element.iter(_P + "cNvPr"), None)
            name = "" if named is None else named.get("name", "")
            self._where = f"shape `{name}`" if name else ""
            if hidden == _NO_DEPTH and named is not None and self._alternative(piece.element, named):
                hidden = piece.depth
            self._content(piece, pieces[:number])
        self._where = ""

    def find(self, code: str, message: str, severity: Severity = Severity.ERROR) -> None:
        """Add a finding at the shape the reading has got to."""
        self.findings.append(Finding(code, message, self.part, self._where, severity))

    def _title(self, pieces: Sequence[Piece]) -> None:
        titles = [piece.element for piece in pieces if is_title(holder_of(piece.element))]
        self.title = " ".join(" ".join(words(title) for title in titles).split())
        if not self.title:
            self.find("A11Y-016", "slide has a title, found none")

    def _order(self, pieces: Sequence[Piece]) -> None:
        """Find a title that is not read first, and a reading that jumps up the slide."""
        read = [p for p in pieces if not _is_edge(p.element)]
        place = next((n for n, p in enumerate(read) if is_title(holder_of(p.element))), 0)
        if place:
            self.find("A11Y-018", f"title is read first, found {place} shapes before it", Severity.INFO)
        for before, after in pairwise(read):
            if before.area is None or after.area is None:
                continue
            jumps = before.area.top - after.area.top > _INCH
            if jumps and after.area.left < before.area.right and not is_title(holder_of(after.element)):
                what = "reading goes down the slide or to the next column, found a jump up"
                self.find("A11Y-018", what, Severity.INFO)
                return

    def _alternative(self, element: _Element, named: _Element) -> bool:
        """Whether a shape speaks for all that is inside it; adds what its description lacks."""
        if any(mark.get("val") in _ON for mark in named.iter(f"{{{DECORATIVE}}}decorative")):
            return True
        if element.tag not in _WITH_ALTERNATIVE or _is_worded(element):
            return False
        problem = alternative_problem(named.get("descr"), named.get("name", ""))
        if problem is not None:
            self.find(*problem)
        return problem is None

    def _content(self, piece: Piece, earlier: Sequence[Piece]) -> None:
        element = piece.element
        if element.tag == _P + "sp":
            body = element.find(_P + "txBody")
            if body is not None and words(element).strip():
                ground = Ground(self.sheet.ground(piece, earlier))
                self.text.read(element, body, ground, self.find)
        elif element.tag == _P + "graphicFrame":
            table = element.find(f"{_A}graphic/{_A}graphicData/{_A}tbl")
            if table is not None:
                self._table(table, piece, earlier)
        elif element.tag == _P + "pic":
            self._media(element)

    def _media(self, picture: _Element) -> None:
        """Find sound or film that says nothing to those who cannot hear it."""
        properties = picture[0].find(_P + "nvPr") if len(picture) else None
        if properties is None or next(properties.iter(*_MEDIA), None) is None:
            return
        if not any(local_name(str(element.tag)) in _CAPTIONS for element in properties.iter("{*}*")):
            self.find("A11Y-021", "sound or film has captions, found none", Severity.WARN)

    def _table(self, table: _Element, piece: Piece, earlier: Sequence[Piece]) -> None:
        properties = table.find(_A + "tblPr")
        if properties is None or properties.get("firstRow") not in _ON:
            self.find("A11Y-003", "table has a header row, found none")
        rows = enumerate(table.iterchildren(_A + "tr"))
        cells = [(y, x, cell) for y, row in rows for x, cell in enumerate(row.iterchildren(_A + "tc"))]
        if any(cell.get(name, usual) != usual for _, _, cell in cells for name, usual in _SPANS):
            self.find("A11Y-004", "table has no merged cells and no table inside, found one", Severity.WARN)
        behind = self.sheet.ground(piece, earlier)
        for y, x, cell in cells:
            body = cell.find(_A + "txBody")
            if body is None or not words(cell).strip():
                continue
            face, fill = cell_look(table, (y, x), self.styles, self.sheet.palette)
            own = self.sheet.palette.fill(cell.find(_A + "tcPr"))
            filled = fill if own is None else own
            self.text.read(cell, body, Ground(behind if filled == TRANSPARENT else filled, face), self.find)


def words(element: _Element) -> str:
    """All text of a shape or cell, its paragraphs parted by blanks."""
    return " ".join(
        "".join(text.text or "" for text in paragraph.iter(_A + "t")) for paragraph in element.iter(_A + "p")
    )


def _speaks(element: _Element) -> bool:
    """Whether a shape has text or a description, so that it is read out."""
    return element.tag != _P + "sp" or bool(words(element).strip())


def _is_edge(element: _Element) -> bool:
    holder = holder_of(element)
    return holder is not None and kind_of_holder(holder) in _EDGES


def _is_worded(element: _Element) -> bool:
    """Whether a group holds nothing but shapes with text, which speak for themselves."""
    if element.tag != _P + "grpSp":
        return False
    shapes = list(element.iter(*(_P + n for n in ("sp", "pic", "graphicFrame", "cxnSp"))))
    return bool(shapes) and all(shape.tag == _P + "sp" and words(shape).strip() for shape in shapes)
