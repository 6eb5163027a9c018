"""Tables of a slide as their style shows them: the colour of a cell's text and what it is filled with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .cascade import UNDECIDABLE, Ink
from .namespaces import DRAWING
from .slide_colours import TRANSPARENT, Palette
from .slide_text import TextFace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_A = f"{{{DRAWING}}}"
_ON = frozenset({"1", "true", "on"})
_PLAIN = frozenset({"{2D5ABB26-0587-4C30-8999-92F81FD0307C}", "{5940675A-B579-460E-94D1-54222C63F5DA}"})
"""Styles built into PowerPoint that fill nothing and set text in its usual colour."""
_SOLID = "1"


def read_table_styles(root: _Element | None) -> dict[str, _Element]:
    """The table styles of a presentation by their ids."""
    found = () if root is None else root.findall(_A + "tblStyle")
    return {style.get("styleId", ""): style for style in found}


def cell_look(
    table: _Element, place: tuple[int, int], styles: Mapping[str, _Element], palette: Palette
) -> tuple[TextFace, Ink]:
    """What the style of a table says of the text of a cell and of what lies behind it.

    Args:
        table: the `a:tbl`.
        place: row and column of the cell, from 0.
        styles: what `read_table_styles` gave.
        palette: the colours of the slide.

    """
    identifier = table.findtext(f"{_A}tblPr/{_A}tableStyleId") or ""
    style = styles.get(identifier)
    if style is None:
        known = not identifier or identifier in _PLAIN
        return (TextFace(), TRANSPARENT) if known else (TextFace(UNDECIDABLE), UNDECIDABLE)
    face, fill = TextFace(), TRANSPARENT if style.find(_A + "tblBg") is None else UNDECIDABLE
    behind: Ink | None = None
    for region in _regions(table, place):
        part = style.find(_A + region)
        if part is None:
            continue
        face = face.over(_face(part.find(_A + "tcTxStyle"), palette))
        behind = _fill(part.find(_A + "tcStyle"), palette) if behind is None else behind
    return face, fill if behind is None else behind


def _face(style: _Element | None, palette: Palette) -> TextFace:
    if style is None:
        return TextFace()
    ink = palette.ink(style)
    if ink is None:
        ink = palette.ink(style.find(_A + "fontRef"))
    bold = style.get("b")
    return TextFace(ink, bold=None if bold is None else bold in _ON)


def _fill(style: _Element | None, palette: Palette) -> Ink | None:
    if style is None:
        return None
    if (fill := style.find(_A + "fill")) is not None:
        return palette.fill(fill)
    reference = style.find(_A + "fillRef")
    if reference is None:
        return None
    solid = reference.get("idx") == _SOLID
    return (palette.ink(reference) or UNDECIDABLE) if solid else UNDECIDABLE


def _regions(table: _Element, place: tuple[int, int]) -> list[str]:
    """The regions of a table style that a cell lies in, strongest first."""
    properties = table.find(_A + "tblPr")
    shown = {} if properties is None else {str(k): str(v) in _ON for k, v in properties.attrib.items()}
    row, column = place
    rows = len(table.findall(_A + "tr"))
    columns = len(table.findall(f"{_A}tblGrid/{_A}gridCol"))
    first, last = bool(shown.get("firstRow") and row == 0), bool(shown.get("lastRow") and row == rows - 1)
    found = ["firstRow"] * first + ["lastRow"] * last
    found += ["firstCol"] * bool(shown.get("firstCol") and column == 0)
    found += ["lastCol"] * bool(shown.get("lastCol") and column == columns - 1)
    if shown.get("bandRow") and not first and not last:
        found.append("band2H" if (row - bool(shown.get("firstRow"))) % 2 else "band1H")
    if shown.get("bandCol"):
        found.append("band2V" if (column - bool(shown.get("firstCol"))) % 2 else "band1V")
    return [*found, "wholeTbl"]
