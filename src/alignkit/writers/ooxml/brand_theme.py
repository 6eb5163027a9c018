"""A theme part in the colours and fonts of a brand; the same for Word and PowerPoint."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.brands import DEFAULT

from .namespaces import DRAWING
from .xml_parts import parse, serialise

if TYPE_CHECKING:
    from lxml.etree import _Element

    from alignkit.brands import Brand

    from .package import Part

_SLOTS = {
    "dk1": "ink",
    "lt1": "paper",
    "dk2": "quiet",
    "lt2": "soft",
    "accent1": "accent",
    "accent2": "accent-2",
    "accent3": "good",
    "accent4": "warn",
    "accent5": "bad",
    "accent6": "rule",
    "hlink": "accent",
    "folHlink": "quiet",
}
"""The role in each slot of a colour scheme (ECMA-376 part 1, 20.1.6.2)."""


def branded_theme(part: Part, brand: Brand) -> Part:
    """The theme in `part` in the look of `brand`.

    A colour the brand does not change stays as our own theme has it, so that a brand file which only repeats
    the default look gives the same bytes as none.
    """
    root = parse(part.data)
    assert root is not None  # noqa: S101 - a part of our own folder
    for slot, role in _SLOTS.items():
        if (color := brand.palette.of(role)) != DEFAULT.of(role):
            for held in root.iterfind(f".//{{{DRAWING}}}clrScheme/{{{DRAWING}}}{slot}/{{{DRAWING}}}srgbClr"):
                held.set("val", color)
    for tag, family in (("majorFont", brand.fonts.headings), ("minorFont", brand.fonts.text)):
        for latin in root.iterfind(f".//{{{DRAWING}}}{tag}/{{{DRAWING}}}latin"):
            latin.set("typeface", family)
    _name(root, brand)
    return replace(part, data=serialise(root))


def _name(root: _Element, brand: Brand) -> None:
    """The brand's name on theme, colours and fonts, as Office lists them."""
    if not brand.name:
        return
    root.set("name", brand.name)
    for scheme in root.iter(f"{{{DRAWING}}}clrScheme", f"{{{DRAWING}}}fontScheme"):
        scheme.set("name", brand.name)
