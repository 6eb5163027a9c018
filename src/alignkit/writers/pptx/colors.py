"""Colours of a reference by the names slides give them, and which of them can be read on which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.ooxml.contrast import BLACK, WHITE, Colour, contrast, read_theme
from alignkit.writers.ooxml.namespaces import DRAWING, PRESENTATION

if TYPE_CHECKING:
    from lxml.etree import _Element

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
_READABLE = 4.5
"""Least contrast of text (WCAG 2, 1.4.3)."""
_NAMES = ("tx1", "tx2", "bg1", "bg2", *(f"accent{number}" for number in range(1, 7)))


def colors(master: _Element, theme: _Element | None) -> dict[str, Colour]:
    """Colour values by the names of the master's colour map."""
    slots = read_theme(theme, None)
    mapped = master.find(f"{_P}clrMap")
    names = {name: mapped.get(name, "") if mapped is not None else "" for name in _NAMES}
    usual = {"bg1": WHITE, "tx1": BLACK}
    return usual | {name: slots[slot] for name, slot in names.items() if slot in slots}


def dark_colors(known: dict[str, Colour]) -> tuple[str, ...]:
    """Colours that carry text in the colour of the paper; the paper itself when it is dark."""
    paper = known["bg1"]
    found = [name for name in _NAMES if name in known and contrast(known[name], paper) >= _READABLE]
    return (*found, *(("bg1",) if contrast(paper, WHITE) >= _READABLE else ()))


def ink_on(ground: str, known: dict[str, Colour]) -> str:
    """`tx1` or `bg1`, whichever can be read better on this colour."""
    on = known.get(ground, known["bg1"])
    return "tx1" if contrast(known["tx1"], on) >= contrast(known["bg1"], on) else "bg1"


def ground_of(layout: _Element, master: _Element) -> str:
    """The name of the colour behind a layout's shapes; empty for a picture or a colour of no name."""
    for root in (layout, master):
        background = root.find(f"{_P}cSld/{_P}bg")
        if background is not None:
            solid = background.find(f"{_P}bgPr/{_A}solidFill/{_A}schemeClr")
            named = solid if solid is not None else background.find(f"{_P}bgRef/{_A}schemeClr")
            return named.get("val", "") if named is not None else ""
    return "bg1"
