"""What the styles of a document make of a run: its colour, its size, its weight, and what lies behind it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from .contrast import BLACK, WHITE, Colour, adjust, blend, read_hex, read_highlight
from .namespaces import WORD

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

_W = f"{{{WORD}}}"
_VAL = _W + "val"
_OFF = frozenset({"0", "false", "off"})
_HEADING = re.compile(r"heading ([1-9])")
_DEFAULT_HALF_POINTS = 20
_PERCENT = re.compile(r"pct(\d+)")

AUTOMATIC = "automatic"
"""The colour Word picks by itself, black or white after what lies behind."""
UNDECIDABLE = "undecidable"
"""A colour or background that cannot be told from the document, such as a picture."""

Ink = Colour | str
"""A colour, `AUTOMATIC` or `UNDECIDABLE`."""


@dataclass(frozen=True, slots=True)
class Face:
    """What one set of run properties says; None where it says nothing."""

    ink: Ink | None = None
    """Colour of the text."""
    half_points: int | None = None
    """Size in half points."""
    bold: bool | None = None
    """Whether the text is bold."""
    behind: Ink | None = None
    """Shading or highlight of the run."""

    def over(self, under: Face) -> Face:
        """What the face says, and what `under` says where it says nothing."""
        return Face(
            under.ink if self.ink is None else self.ink,
            under.half_points if self.half_points is None else self.half_points,
            under.bold if self.bold is None else self.bold,
            under.behind if self.behind is None else self.behind,
        )

    @property
    def is_large(self) -> bool:
        """Whether it counts as large text: 18 points, or 14 and bold."""
        size = _DEFAULT_HALF_POINTS if self.half_points is None else self.half_points
        return size >= 36 or (size >= 28 and bool(self.bold))


NOTHING = Face()


def is_on(element: _Element | None) -> bool | None:
    """Whether a switch is on; None if it is not there."""
    return None if element is None else element.get(_VAL) not in _OFF


@dataclass
class Cascade:
    """The styles of a document with their inheritance, and its theme colours."""

    styles: _Element | None
    """Root of the styles part."""
    theme: dict[str, Colour]
    """Theme colour names with their colours."""
    unremarkable: dict[tuple[Colour, bytes], tuple[int, int]] = field(default_factory=dict)
    """Page colour and block without its words, to its number of paragraphs and of those with text."""
    _faces: dict[str, Face] = field(default_factory=dict)
    _chains: dict[str, tuple[_Element, ...]] = field(default_factory=dict)

    @cached_property
    def _by_id(self) -> dict[str, _Element]:
        found = () if self.styles is None else self.styles.findall(_W + "style")
        return {style.get(_W + "styleId", ""): style for style in found}

    @cached_property
    def defaults(self) -> Face:
        """What the document's defaults say of a run."""
        path = f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr"
        return self.face(None if self.styles is None else self.styles.find(path))

    @cached_property
    def _default_ids(self) -> dict[str, str]:
        return {
            style.get(_W + "type", ""): name
            for name, style in self._by_id.items()
            if style.get(_W + "default") in ("1", "true", "on")
        }

    def default_of(self, kind: str) -> str:
        """The id of the style that paragraphs, characters or tables have without naming one."""
        return self._default_ids.get(kind, "")

    def chain(self, style: str) -> tuple[_Element, ...]:
        """A style and those it is based on, nearest first."""
        known = self._chains.get(style)
        if known is None:
            found: list[_Element] = []
            current = self._by_id.get(style)
            while current is not None and current not in found:
                found.append(current)
                current = self._by_id.get(value(current, "basedOn"))
            known = self._chains[style] = tuple(found)
        return known

    def style_face(self, style: str) -> Face:
        """What a style and those it is based on say of a run."""
        if style not in self._faces:
            face = NOTHING
            for one in self.chain(style):
                face = face.over(self.face(one.find(_W + "rPr")))
            self._faces[style] = face
        return self._faces[style]

    def table_faces(self, style: str, regions: tuple[str, ...]) -> tuple[Face, Ink | None]:
        """What a table style says of a run and of the cell behind it, for the regions a cell lies in."""
        face, behind = NOTHING, None
        for region in (*regions, ""):
            for one in self.chain(style):
                for source in _region(one, region):
                    face = face.over(self.face(source.find(_W + "rPr")))
                    behind = behind or self.shading(source.find(f"{_W}tcPr/{_W}shd"))
                    behind = behind or self.shading(source.find(f"{_W}tblPr/{_W}shd"))
        return face, behind

    def heading_level(self, paragraph_properties: _Element | None, style: str) -> int:
        """The heading level from 1 to 9 of a paragraph; 0 if it is none."""
        for properties in self._paragraph_properties(paragraph_properties, style):
            if level := value(properties, "outlineLvl"):
                return int(level) + 1 if level.isdigit() and int(level) < 9 else 0
        for one in self.chain(style):
            if match := _HEADING.fullmatch(value(one, "name").lower()):
                return int(match[1])
        return 0

    def _paragraph_properties(self, own: _Element | None, style: str) -> Iterator[_Element]:
        if own is not None:
            yield own
        for one in self.chain(style):
            if (properties := one.find(_W + "pPr")) is not None:
                yield properties

    def paragraph_shading(self, own: _Element | None, style: str) -> Ink | None:
        """What lies behind a paragraph by its own properties or its style."""
        for properties in self._paragraph_properties(own, style):
            if (found := self.shading(properties.find(_W + "shd"))) is not None:
                return found
        return None

    def face(self, properties: _Element | None) -> Face:
        """What run properties say by themselves."""
        if properties is None:
            return NOTHING
        size = value(properties, "sz")
        highlight = read_highlight(value(properties, "highlight"))
        return Face(
            self._ink(properties.find(_W + "color")),
            int(size) if size.isdigit() else None,
            is_on(properties.find(_W + "b")),
            highlight or self.shading(properties.find(_W + "shd")),
        )

    def _ink(self, colour: _Element | None) -> Ink | None:
        if colour is None:
            return None
        if name := colour.get(_W + "themeColor"):
            return self._themed(name, colour.get(_W + "themeTint"), colour.get(_W + "themeShade"))
        return read_hex(colour.get(_VAL, "")) or AUTOMATIC

    def _themed(self, name: str, tint: str | None, shade: str | None) -> Ink:
        known = self.theme.get(name)
        return UNDECIDABLE if known is None else adjust(known, tint, shade)

    def shading(self, shd: _Element | None) -> Ink | None:
        """What a shading puts behind text; None if it puts nothing there."""
        if shd is None:
            return None
        fill: Ink | None = read_hex(shd.get(_W + "fill", ""))
        if name := shd.get(_W + "themeFill"):
            fill = self._themed(name, shd.get(_W + "themeFillTint"), shd.get(_W + "themeFillShade"))
        pattern = shd.get(_VAL, "clear")
        if pattern in ("clear", "nil"):
            return fill
        front = read_hex(shd.get(_W + "color", "")) or BLACK
        if name := shd.get(_W + "themeColor"):
            themed = self._themed(name, shd.get(_W + "themeTint"), shd.get(_W + "themeShade"))
            if isinstance(themed, str):
                return UNDECIDABLE
            front = themed
        if isinstance(fill, str):
            return UNDECIDABLE
        if pattern == "solid":
            return front
        percent = _PERCENT.fullmatch(pattern)
        return blend(front, fill or WHITE, int(percent[1]) / 100) if percent else UNDECIDABLE


def _region(style: _Element, region: str) -> list[_Element]:
    """The elements of a table style that speak of a region; the style itself for the whole table."""
    if not region:
        whole = [one for one in style.findall(_W + "tblStylePr") if one.get(_W + "type") == "wholeTable"]
        return [*whole, style]
    return [one for one in style.findall(_W + "tblStylePr") if one.get(_W + "type") == region]


def value(element: _Element | None, name: str) -> str:
    """The value of a child; empty if it is not there."""
    child = None if element is None else element.find(_W + name)
    return "" if child is None else child.get(_VAL, "")
