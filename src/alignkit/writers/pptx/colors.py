"""Colours of a reference by the names slides give them, and which of them can be read on which."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.ooxml.contrast import BLACK, WHITE, Colour, contrast, read_hex, read_theme
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


def ink_of(layout: _Element, master: _Element, known: dict[str, Colour]) -> str:
    """`tx1` or `bg1`, whichever can be read better on the ground of a layout."""
    on = _ground(layout, master, known)
    return "tx1" if contrast(known["tx1"], on) >= contrast(known["bg1"], on) else "bg1"


def _ground(layout: _Element, master: _Element, known: dict[str, Colour]) -> Colour:
    """The colour behind a layout's shapes; for a picture or a gradient that of the paper."""
    for root in (layout, master):
        background = root.find(f"{_P}cSld/{_P}bg")
        if background is not None:
            for path in (f"{_P}bgPr/{_A}solidFill", f"{_P}bgRef"):
                for color in background.iterfind(f"{path}/*"):
                    value = color.get("lastClr") or color.get("val") or ""
                    return known.get(value) or read_hex(value) or known["bg1"]
            return known["bg1"]
    return known["bg1"]
