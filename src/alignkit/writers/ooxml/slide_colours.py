"""Colours of a slide as PowerPoint shows them: scheme colours through the colour map, with their changes."""

from __future__ import annotations

import colorsys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .cascade import UNDECIDABLE, Ink
from .contrast import Colour, read_hex, theme_slots
from .namespaces import DRAWING, PRESENTATION
from .xml_parts import local_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from lxml.etree import _Element

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
_COLOURS = frozenset(_A + n for n in ("scrgbClr", "srgbClr", "hslClr", "sysClr", "schemeClr", "prstClr"))
_FILLS = frozenset(_A + n for n in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill"))
_WHOLE = 100_000
_FIRST_BACKGROUND = 1001

TRANSPARENT = "transparent"
"""A fill that lets what lies behind show through."""


@dataclass(frozen=True, slots=True)
class Palette:
    """What the colour names of a slide mean."""

    slots: Mapping[str, Colour]
    """Colours of the theme: `dk1`, `accent1`, `hlink`."""
    mapping: Mapping[str, str]
    """Names that the master maps to slots: `bg1`, `tx1`."""
    backgrounds: tuple[_Element, ...] = ()
    """Background fills of the theme."""

    def with_override(self, root: _Element) -> Palette:
        """The palette with what a slide or layout maps otherwise."""
        override = root.find(f"{_P}clrMapOvr/{_A}overrideClrMapping")
        if override is None:
            return self
        return Palette(self.slots, {**self.mapping, **_attributes(override)}, self.backgrounds)

    def named(self, name: str) -> Ink:
        """The colour a scheme name stands for."""
        return self.slots.get(self.mapping.get(name, name), UNDECIDABLE)

    def ink(self, parent: _Element | None, placeholder: Ink = UNDECIDABLE) -> Ink | None:
        """The colour that is a child of an element; None if none is.

        Args:
            parent: `a:solidFill`, `a:fontRef`, `p:bgRef` and the like.
            placeholder: what `phClr` stands for.

        """
        if parent is None:
            return None
        for child in parent:
            if child.tag in _COLOURS:
                return _changed(self._base(child, placeholder), child)
        return None

    def _base(self, element: _Element, placeholder: Ink) -> Ink:
        name = element.get("val", "")
        match local_name(element.tag):
            case "srgbClr":
                return read_hex(name) or UNDECIDABLE
            case "sysClr":
                return read_hex(element.get("lastClr", "")) or UNDECIDABLE
            case "schemeClr":
                return placeholder if name == "phClr" else self.named(name)
        return UNDECIDABLE

    def fill(self, properties: _Element | None) -> Ink | None:
        """What properties fill a shape with; None where they say nothing."""
        if properties is None:
            return None
        for child in properties:
            if child.tag in _FILLS:
                return self.paint(child)
        return None

    def paint(self, fill: _Element, placeholder: Ink = UNDECIDABLE) -> Ink:
        """The colour of one fill; pictures, gradients and patterns cannot be told."""
        if fill.tag == _A + "noFill":
            return TRANSPARENT
        if fill.tag == _A + "solidFill":
            return self.ink(fill, placeholder) or UNDECIDABLE
        return UNDECIDABLE

    def background(self, root: _Element) -> Ink | None:
        """The background of a slide, layout or master; None where it has none of its own."""
        background = root.find(f"{_P}cSld/{_P}bg")
        if background is None:
            return None
        own = background.find(_P + "bgPr")
        if own is not None:
            return self.fill(own)
        reference = background.find(_P + "bgRef")
        if reference is None:
            return None
        place = _number(reference.get("idx", "")) - _FIRST_BACKGROUND
        if not 0 <= place < len(self.backgrounds):
            return UNDECIDABLE
        return self.paint(self.backgrounds[place], self.ink(reference) or UNDECIDABLE)


def read_palette(master: _Element, theme: _Element | None) -> Palette:
    """The palette of a master with its theme."""
    mapping = master.find(_P + "clrMap")
    fills = None if theme is None else next(theme.iter(_A + "bgFillStyleLst"), None)
    return Palette(
        theme_slots(theme),
        {} if mapping is None else _attributes(mapping),
        () if fills is None else tuple(fills),
    )


def _attributes(element: _Element) -> dict[str, str]:
    return {str(name): str(value) for name, value in element.attrib.items()}


def _number(text: str) -> int:
    return int(text) if text.isdigit() else 0


def _changed(base: Ink, element: _Element) -> Ink:
    """A colour with the changes written inside it."""
    for change in element:
        if isinstance(base, str):
            return base
        share = _share(change.get("val", ""))
        apply = _CHANGES.get(local_name(change.tag))
        if apply is None or share is None:
            return UNDECIDABLE
        base = apply(base, share)
    return base


def _share(text: str) -> float | None:
    try:
        return float(text.removesuffix("%")) / (100 if text.endswith("%") else _WHOLE)
    except ValueError:
        return None


def _clamped(value: float) -> float:
    return min(max(value, 0.0), 1.0)


def _in_hls(hue: float, lightness: float, saturation: float) -> Colour:
    return colorsys.hls_to_rgb(hue, _clamped(lightness), _clamped(saturation))


def _luminance_times(colour: Colour, share: float) -> Colour:
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return _in_hls(hue, lightness * share, saturation)


def _luminance_plus(colour: Colour, share: float) -> Colour:
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return _in_hls(hue, lightness + share, saturation)


def _saturation_times(colour: Colour, share: float) -> Colour:
    hue, lightness, saturation = colorsys.rgb_to_hls(*colour)
    return _in_hls(hue, lightness, saturation * share)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4


def _shown(part: float) -> float:
    return part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055


def _shade(colour: Colour, share: float) -> Colour:
    red, green, blue = (_shown(_clamped(_linear(part) * share)) for part in colour)
    return red, green, blue


def _tint(colour: Colour, share: float) -> Colour:
    red, green, blue = (_shown(_clamped(_linear(part) * share + 1 - share)) for part in colour)
    return red, green, blue


def _alpha(colour: Colour, share: float) -> Ink:
    return colour if share >= 1 else UNDECIDABLE


_CHANGES: dict[str, Callable[[Colour, float], Ink]] = {
    "lumMod": _luminance_times,
    "lumOff": _luminance_plus,
    "satMod": _saturation_times,
    "shade": _shade,
    "tint": _tint,
    "alpha": _alpha,
}
"""How a colour is changed, shade and tint in linear light; what is not here leaves it undecidable."""
