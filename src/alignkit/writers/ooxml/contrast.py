"""Colours of a document as Word shows them: theme colours with tint and shade, and the contrast of two."""

from __future__ import annotations

import colorsys
import re
from typing import TYPE_CHECKING

from .namespaces import DRAWING, WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

Colour = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""

BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)

_W, _A = f"{{{WORD}}}", f"{{{DRAWING}}}"
_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_SLOT_OF_NAME = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}
_MAPPED = {
    "text1": "t1",
    "background1": "bg1",
    "text2": "t2",
    "background2": "bg2",
    "tx1": "t1",
    "bg1": "bg1",
    "tx2": "t2",
    "bg2": "bg2",
}
_DEFAULT_MAPPING = {"t1": "dark1", "bg1": "light1", "t2": "dark2", "bg2": "light2"}
_HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "green": "00FF00",
    "magenta": "FF00FF",
    "red": "FF0000",
    "yellow": "FFFF00",
    "white": "FFFFFF",
    "darkBlue": "000080",
    "darkCyan": "008080",
    "darkGreen": "008000",
    "darkMagenta": "800080",
    "darkRed": "800000",
    "darkYellow": "808000",
    "darkGray": "808080",
    "lightGray": "C0C0C0",
}


def read_hex(text: str) -> Colour | None:
    """The colour of six hexadecimal digits; None for `auto` and anything else."""
    if not _HEX.fullmatch(text):
        return None
    red, green, blue = (int(text[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def read_highlight(name: str) -> Colour | None:
    """The colour of a highlighter pen."""
    return read_hex(_HIGHLIGHTS.get(name, ""))


def read_theme(theme: _Element | None, settings: _Element | None) -> dict[str, Colour]:
    """Every name that WordprocessingML has for a theme colour, with the colour behind it."""
    slots = theme_slots(theme)
    mapping = dict(_DEFAULT_MAPPING)
    if settings is not None and (written := settings.find(_W + "clrSchemeMapping")) is not None:
        mapping |= {str(key).removeprefix(_W): str(value) for key, value in written.attrib.items()}
    colours = dict(slots)
    colours |= {name: slots[slot] for name, slot in _SLOT_OF_NAME.items() if slot in slots}
    for name, key in _MAPPED.items():
        slot = mapping.get(key, "")
        if (colour := colours.get(_SLOT_OF_NAME.get(slot, slot))) is not None:
            colours[name] = colour
    return colours


def theme_slots(theme: _Element | None) -> dict[str, Colour]:
    """The colours of a theme by the names of its slots: `dk1`, `accent1`, `hlink`."""
    scheme = None if theme is None else next(theme.iter(_A + "clrScheme"), None)
    slots: dict[str, Colour] = {}
    for slot in () if scheme is None else scheme:
        for value in slot:
            colour = read_hex(value.get("lastClr") or value.get("val") or "")
            if colour is not None:
                slots[slot.tag.rpartition("}")[2]] = colour
    return slots


def adjust(colour: Colour, tint: str | None, shade: str | None) -> Colour:
    """The colour with Word's tint (towards white) and shade (towards black), each in hexadecimal of 255."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    if tint is not None and (share := _share(tint)) is not None:
        lightness = lightness * share + (1 - share)
    if shade is not None and (share := _share(shade)) is not None:
        lightness *= share
    return colorsys.hls_to_rgb(hue, lightness, saturation)


def _share(text: str) -> float | None:
    try:
        return min(max(int(text, 16) / 255, 0.0), 1.0)
    except ValueError:
        return None


def blend(front: Colour, back: Colour, share: float) -> Colour:
    """The colour of a pattern that covers a share of `back` with `front`."""
    red, green, blue = (f * share + b * (1 - share) for f, b in zip(front, back, strict=True))
    return red, green, blue


def _luminance(colour: Colour) -> float:
    """Relative luminance, as WCAG 2 defines it."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: Colour, other: Colour) -> float:
    """The contrast of two colours from 1 to 21, as WCAG 2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def shown_hex(colour: Colour) -> str:
    """The colour as six hexadecimal digits."""
    return "".join(f"{round(part * 255):02X}" for part in colour)
