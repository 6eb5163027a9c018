"""Colours and text font of a theme part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.ooxml.contrast import WHITE, contrast, read_hex
from alignkit.writers.ooxml.namespaces import DRAWING

from .markup import w

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lxml.etree import _Element

_SLOTS = (
    "dk1",
    "lt1",
    "dk2",
    "lt2",
    "accent1",
    "accent2",
    "accent3",
    "accent4",
    "accent5",
    "accent6",
    "hlink",
    "folHlink",
)
_USUAL = {
    "text1": ("t1", "dark1"), "background1": ("bg1", "light1"),
    "text2": ("t2", "dark2"), "background2": ("bg2", "light2"),
}  # fmt: skip
_SLOT_OF = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2", "hyperlink": "hlink"}
_WIDER = {
    "arial": 1.1, "helvetica": 1.1, "liberation sans": 1.1, "verdana": 1.27, "tahoma": 1.1, "segoe ui": 1.1,
    "georgia": 1.2, "open sans": 1.15, "roboto": 1.08, "trebuchet ms": 1.07, "aptos": 1.06, "cambria": 1.12,
    "times new roman": 1.08, "liberation serif": 1.08, "calibri": 1.0, "carlito": 1.0, "arial narrow": 0.9,
}  # fmt: skip
_UNKNOWN_FONT = 1.18
_READABLE = 4.5
"""Least contrast of text (WCAG 2, 1.4.3)."""


def theme_colors(theme: _Element, settings: _Element | None) -> dict[str, str]:
    """Colour values by the names WordprocessingML gives them, such as `text1` and `accent1`."""
    values = {slot: value for slot in _SLOTS if (value := _color(theme, slot))}
    mapping = None if settings is None else settings.find(w("clrSchemeMapping"))
    names = {slot: slot for slot in _SLOTS if slot.startswith("accent")} | {"hyperlink": "hlink"}
    for name, (key, usual) in _USUAL.items():
        mapped = usual if mapping is None else mapping.get(w(key), usual)
        names[name] = _SLOT_OF.get(mapped, mapped)
    return {name: values[slot] for name, slot in names.items() if slot in values}


def _color(theme: _Element, slot: str) -> str:
    for holder in theme.iter(f"{{{DRAWING}}}{slot}"):
        for color in holder:
            value = color.get("lastClr") or color.get("val") or ""
            if len(value) == 6:
                return value.upper()
    return ""


def text_font(theme: _Element) -> str:
    """Name of the theme's text font; empty without one."""
    for minor in theme.iter(f"{{{DRAWING}}}minorFont"):
        for latin in minor.iterfind(f"{{{DRAWING}}}latin"):
            return latin.get("typeface", "")
    return ""


def width_factor(font: str) -> float:
    """How wide a font runs beside ours; a guess on the safe side for one we do not know."""
    return _WIDER.get(font.lower(), _UNKNOWN_FONT)


def dark_accents(colors: Mapping[str, str]) -> tuple[str, ...]:
    """The accents that carry white text (WCAG 2, 1.4.3)."""
    return tuple(
        name
        for name, value in colors.items()
        if name.startswith("accent") and (color := read_hex(value)) and contrast(color, WHITE) >= _READABLE
    )
