"""What each layout of a company's presentation offers: its placeholders by use, and the room it leaves."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT, Box, Layout, Slot

from .colors import colors, ink_of
from .inheritance import Ancestry, P, Shape, shapes, theme_fonts
from .limits import limit_of
from .looks import around

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element

    from .cleaning import Cleaned
    from .reference import Placeholder

TITLES = frozenset({"title", "ctrTitle"})
_TEXTS = frozenset({"", "body"})
_LARGE_HEIGHT, _LARGE_WIDTH = 0.25, 0.25
"""Least share of the slide of a placeholder that holds content rather than a line."""
_LINE_OF_FONT = 1.25
"""Height of a line of most fonts, in sizes of its text."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A layout as we can use it."""

    part: str
    """Name of its part."""
    name: str
    """Its name in the gallery."""
    type: str
    """Its type (ECMA-376 part 1, 19.7.15); `cust` when none is written."""
    title: Shape
    """Its title."""
    title_box: Box
    """Where its title has space for two lines."""
    subtitle: Shape | None
    """Its subtitle."""
    large: tuple[Shape, ...]
    """Placeholders for text or any object, in reading order."""
    small: tuple[Shape, ...]
    """Placeholders for a line or two of text, in reading order."""
    tables: tuple[Shape, ...]
    """Placeholders for a table."""
    charts: tuple[Shape, ...]
    """Placeholders for a chart."""
    others: int
    """How many placeholders it has that we leave empty."""
    room: Box
    """What is free between the title and the foot of the slide."""
    footer: Placeholder | None
    """Where the confidentiality line stands."""
    number: Placeholder | None
    """Where the number of the slide stands."""
    day: Placeholder | None
    """Where the as-of date stands."""
    ink: str
    """Theme colour that can be read on its ground."""
    font: str
    """The theme's font for text."""
    shapes: tuple[Shape, ...]
    """All its placeholders."""

    @property
    def content(self) -> tuple[Shape, ...]:
        """Every large placeholder, of whatever kind."""
        return (*self.large, *self.tables, *self.charts)


@dataclass(frozen=True, slots=True)
class Slide:
    """The size of the slides."""

    width: int
    """In EMU."""
    height: int
    """In EMU."""


def offers(cleaned: Cleaned, slide: Slide) -> tuple[Offer, ...]:
    """Every layout with a title, the first master's first."""
    source, found = cleaned.source, []
    defaults = cleaned.presentation.find(f"{P}defaultTextStyle")
    for link in cleaned.relationships:
        if not link.type.endswith("/slideMaster"):
            continue
        master = source.parts[link.target]
        root = source.root(master.name)
        themes = source.targets(master, "theme")
        theme = source.root(themes[0]) if themes else None
        ancestry = Ancestry(root, defaults, theme_fonts(theme))
        for name in source.listed(master, "slideLayout", f"{P}sldLayoutId"):
            tree = source.root(name)
            ink = ink_of(tree, root, colors(root, theme))
            found.append(_offer(name, tree, ancestry, slide, ink))
    return tuple(offer for offer in found if offer is not None)


def _offer(name: str, tree: _Element, ancestry: Ancestry, slide: Slide, ink: str) -> Offer | None:
    held = _usable(shapes(tree, ancestry), slide)
    title = next((shape for shape in held if shape.placeholder.type in TITLES), None)
    if title is None:
        return None
    master = shapes(ancestry.master, ancestry)
    feet = [shape.box for shape in held if shape.placeholder.type in {"ftr", "sldNum", "dt"}]
    texts = [shape for shape in held if shape.placeholder.type in _TEXTS]
    large = [shape for shape in texts if _is_large(shape.box, slide)]
    typed = {kind: _of_type(kind, held) for kind in ("tbl", "chart", "subTitle", "ftr", "sldNum", "dt")}
    content = [*large, *typed["tbl"], *typed["chart"]]
    body = next((shape.box for shape in master if shape.placeholder.type == "body"), None)
    used = {"title", "ctrTitle", "subTitle", "", "body", "tbl", "chart", "ftr", "sldNum", "dt"}
    around_content = around([shape.box for shape in content]) if content else body
    title_box, room = _room(title, around_content, feet, slide)
    return Offer(
        part=name,
        name=_name(tree),
        type=tree.get("type", "cust"),
        title=title,
        title_box=title_box,
        subtitle=next(iter(typed["subTitle"]), None),
        large=_reading(large),
        small=_reading([shape for shape in texts if shape not in large]),
        tables=typed["tbl"],
        charts=typed["chart"],
        others=sum(shape.placeholder.type not in used for shape in held),
        room=room,
        footer=_first(typed["ftr"]),
        number=_first(typed["sldNum"]),
        day=_first(typed["dt"]),
        ink=ink,
        font=ancestry.fonts[1],
        shapes=held,
    )


def _usable(held: Sequence[Shape], slide: Slide) -> tuple[Shape, ...]:
    """The placeholders a slide can refer to; LibreOffice gives several of a layout one and the same index."""
    counts = Counter(_reference(shape) for shape in held)
    return tuple(
        shape
        for shape in held
        if shape.upright and _on_slide(shape.box, slide) and counts[_reference(shape)] == 1
    )


def _reference(shape: Shape) -> tuple[str, int]:
    return shape.placeholder.type, shape.placeholder.index


def _name(tree: _Element) -> str:
    found = tree.find(f"{P}cSld")
    return found.get("name", "") if found is not None else ""


def _of_type(kind: str, held: Sequence[Shape]) -> tuple[Shape, ...]:
    return tuple(shape for shape in held if shape.placeholder.type == kind)


def _first(held: Sequence[Shape]) -> Placeholder | None:
    return held[0].placeholder if held else None


def _on_slide(box: Box, slide: Slide) -> bool:
    """Whether a box lies on the slide; a title that is parked outside of it is none."""
    return (
        box.x + box.width > 0
        and box.y + box.height > 0
        and box.x < slide.width
        and box.y < slide.height
        and box.width <= 1.1 * slide.width
    )


def _is_large(box: Box, slide: Slide) -> bool:
    return box.height >= _LARGE_HEIGHT * slide.height and box.width >= _LARGE_WIDTH * slide.width


def _reading(held: Sequence[Shape]) -> tuple[Shape, ...]:
    """Columns from left to right, each from the top; boxes that begin within a tenth of a width are one."""
    return tuple(sorted(held, key=lambda shape: (round(shape.box.x / 500_000), shape.box.y)))


def _room(title: Shape, content: Box | None, feet: Sequence[Box], slide: Slide) -> tuple[Box, Box]:
    """The title's box with space for two lines, and what is free below it."""
    start = content or Box(title.box.x, 0, title.box.width, round(0.9 * slide.height))
    left, right = max(start.x, 0), min(start.x + start.width, slide.width)
    bottom = min([start.y + start.height, round(0.96 * slide.height), *_feet_below(start, feet, slide)])
    box = _grown(title, bottom)
    beside = box.x >= right or box.x + box.width <= left or box.y >= bottom
    top = start.y if beside else max(start.y, box.y + box.height)
    return box, Box(left, max(top, 0), max(0, right - left), max(0, bottom - max(top, 0)))


def _feet_below(start: Box, feet: Sequence[Box], slide: Slide) -> Iterator[int]:
    for box in feet:
        overlaps = box.x < start.x + start.width and start.x < box.x + box.width
        if overlaps and box.y > slide.height / 2:
            yield box.y


def _grown(title: Shape, bottom: int) -> Box:
    """The title's box, made high enough for as many lines of its smallest size as it may have."""
    limit = limit_of(Layout.BULLETS, Slot.TITLE)
    line_pt = limit.least_pt * _LINE_OF_FONT * title.line_spacing
    need = round(limit.lines * line_pt * EMU_PER_PT) + title.insets.top + title.insets.bottom
    box = title.box
    fits = box.height >= need or box.y + need > bottom
    return box if fits else Box(box.x, box.y, box.width, need)
