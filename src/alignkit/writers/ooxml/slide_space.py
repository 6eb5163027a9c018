"""Where the shapes of a slide stand, and what lies behind each of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from .cascade import UNDECIDABLE, Ink
from .namespaces import COMPATIBILITY, DRAWING, PRESENTATION
from .slide_colours import TRANSPARENT, Palette
from .slide_text import holder_of, inherited

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

_A, _P = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}"
_SHAPES = tuple(_P + name for name in ("sp", "pic", "graphicFrame", "grpSp"))
_ALTERNATIVES, _CHOICE = (f"{{{COMPATIBILITY}}}{name}" for name in ("AlternateContent", "Choice"))
_OFF = frozenset({"0", "false"})
_THIN_EMU = 91_440
"""Shapes no thicker than a tenth of an inch are rules and accents, not grounds."""


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle on the slide, in EMU."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Area) -> bool:
        """Whether all of the other lies in it."""
        return (
            self.left <= other.left
            and self.top <= other.top
            and self.right >= other.right
            and self.bottom >= other.bottom
        )

    def meets(self, other: Area) -> bool:
        """Whether some of the other lies in it."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    @property
    def is_thin(self) -> bool:
        """Whether it is but a rule."""
        return min(self.right - self.left, self.bottom - self.top) <= _THIN_EMU


@dataclass(frozen=True, slots=True)
class Piece:
    """A shape of a slide in its place."""

    element: _Element
    """The shape."""
    area: Area | None
    """Its place on the slide; None if it cannot be told."""
    fill: Ink
    """What it is filled with."""
    depth: int
    """How many groups it is in."""


@dataclass(frozen=True, slots=True)
class _Turn:
    """How a group moves and scales what is in it."""

    scale_x: float = 1
    scale_y: float = 1
    move_x: float = 0
    move_y: float = 0

    def place(self, area: Area) -> Area:
        return Area(
            area.left * self.scale_x + self.move_x,
            area.top * self.scale_y + self.move_y,
            area.right * self.scale_x + self.move_x,
            area.bottom * self.scale_y + self.move_y,
        )


@dataclass(frozen=True, eq=False)
class Sheet:
    """A slide with the layout and the master behind it."""

    slide: _Element
    """Root of the slide."""
    layout: _Element
    """Root of its layout."""
    master: _Element
    """Root of its master."""
    palette: Palette
    """What colour names mean on the slide."""

    def pieces(self) -> list[Piece]:
        """The shapes of the slide, in the order in which they are drawn and read."""
        tree = self.slide.find(f"{_P}cSld/{_P}spTree")
        return [] if tree is None else list(self._pieces(tree, _Turn(), 0))

    def ground(self, piece: Piece, earlier: Sequence[Piece]) -> Ink:
        """What lies behind the text of a shape; `earlier` are the shapes drawn before it."""
        if piece.fill != TRANSPARENT:
            return piece.fill
        if piece.area is None:
            return UNDECIDABLE
        return self._behind(piece.area, [*self._decoration, *earlier])

    def _behind(self, area: Area, drawn: Sequence[Piece]) -> Ink:
        for other in reversed(drawn):
            if other.fill == TRANSPARENT or other.element.tag == _P + "grpSp":
                continue
            if other.area is None:
                return UNDECIDABLE
            if other.area.is_thin or not other.area.meets(area):
                continue
            return other.fill if other.area.covers(area) else UNDECIDABLE
        return self._background

    @cached_property
    def _background(self) -> Ink:
        for root in (self.slide, self.layout, self.master):
            if (background := self.palette.background(root)) is not None:
                return background
        return UNDECIDABLE

    @cached_property
    def _decoration(self) -> tuple[Piece, ...]:
        """What master and layout draw behind the slide."""
        if self.slide.get("showMasterSp") in _OFF:
            return ()
        roots = (self.layout,) if self.layout.get("showMasterSp") in _OFF else (self.master, self.layout)
        trees = [root.find(f"{_P}cSld/{_P}spTree") for root in roots]
        pieces = [piece for tree in trees if tree is not None for piece in self._pieces(tree, _Turn(), 0)]
        return tuple(piece for piece in pieces if holder_of(piece.element) is None)

    def _pieces(self, tree: _Element, turn: _Turn, depth: int) -> Iterator[Piece]:
        for element in _shapes(tree):
            followed = inherited(element, self.layout, self.master)
            area = next((a for shape in (element, *followed) if (a := _area(shape)) is not None), None)
            placed = None if area is None else turn.place(area)
            yield Piece(element, placed, self._fill(element, followed), depth)
            if element.tag == _P + "grpSp":
                yield from self._pieces(element, _inside(element, turn), depth + 1)

    def _fill(self, element: _Element, followed: Sequence[_Element]) -> Ink:
        if element.tag in (_P + "pic", _P + "graphicFrame"):
            return TRANSPARENT if _is_table(element) else UNDECIDABLE
        if element.tag == _P + "grpSp":
            return TRANSPARENT
        for shape in (element, *followed):
            fill = self.palette.fill(shape.find(_P + "spPr"))
            if fill is not None:
                return fill
        styled = element.find(f"{_P}style/{_A}fillRef")
        if styled is not None and styled.get("idx", "0") not in ("0", "1000"):
            ink = self.palette.ink(styled)
            return ink if styled.get("idx") == "1" and ink is not None else UNDECIDABLE
        return TRANSPARENT


def _shapes(tree: _Element) -> Iterator[_Element]:
    """The shapes of a tree or group; of alternatives the one that PowerPoint shows."""
    for element in tree:
        if element.tag in _SHAPES:
            yield element
        elif element.tag == _ALTERNATIVES:
            for choice in element.iterchildren(_CHOICE):
                yield from _shapes(choice)


def _is_table(frame: _Element) -> bool:
    return frame.find(f"{_A}graphic/{_A}graphicData/{_A}tbl") is not None


def _place_of(shape: _Element) -> _Element | None:
    if shape.tag == _P + "graphicFrame":
        return shape.find(_P + "xfrm")
    properties = "grpSpPr" if shape.tag == _P + "grpSp" else "spPr"
    return shape.find(f"{_P}{properties}/{_A}xfrm")


def _numbers(place: _Element, tag: str, names: tuple[str, str]) -> tuple[int, int] | None:
    element = place.find(_A + tag)
    if element is None:
        return None
    try:
        return int(element.get(names[0], "")), int(element.get(names[1], ""))
    except ValueError:
        return None


def _area(shape: _Element) -> Area | None:
    place = _place_of(shape)
    start = None if place is None else _numbers(place, "off", ("x", "y"))
    size = None if place is None else _numbers(place, "ext", ("cx", "cy"))
    if start is None or size is None:
        return None
    return Area(start[0], start[1], start[0] + size[0], start[1] + size[1])


def _inside(group: _Element, turn: _Turn) -> _Turn:
    """How the places of shapes in a group become places on the slide."""
    place = _place_of(group)
    area = _area(group)
    start = None if place is None else _numbers(place, "chOff", ("x", "y"))
    size = None if place is None else _numbers(place, "chExt", ("cx", "cy"))
    if area is None or start is None or size is None or 0 in size:
        return turn
    across, down = (area.right - area.left) / size[0], (area.bottom - area.top) / size[1]
    return _Turn(
        turn.scale_x * across,
        turn.scale_y * down,
        turn.scale_x * (area.left - start[0] * across) + turn.move_x,
        turn.scale_y * (area.top - start[1] * down) + turn.move_y,
    )
