"""A reference made of its parts and of the choice of layouts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.deck import SLOTS, Layout, Slot
from alignkit.themes import SlotLook, Theme
from alignkit.writers.ooxml.namespaces import PRESENTATION
from alignkit.writers.ooxml.package import Part, Relationship, sealed
from alignkit.writers.ooxml.xml_parts import serialise

from .looks import drawn_look, look
from .reference import PresentationReference, SlideLayout

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lxml.etree import _Element

    from alignkit.model.deck import Box

    from .inheritance import Shape
    from .reference import Placeholder
    from .source import Source

_P = f"{{{PRESENTATION}}}"
_MARK = "<!--slides-->"


@dataclass(frozen=True, slots=True)
class Pick:
    """A layout of the reference chosen for one of ours."""

    part: str
    """Name of its part."""
    shapes: Mapping[Slot, tuple[Shape, ...]]
    """Its placeholders for our slots."""
    boxes: Mapping[Slot, Box]
    """Where each slot stands, those without a placeholder included."""
    footer: Placeholder | None = None
    """Where the confidentiality line stands."""
    number: Placeholder | None = None
    """Where the number of the slide stands."""
    day: Placeholder | None = None
    """Where the as-of date stands."""
    ink: str = "tx1"
    """Theme colour that can be read on its ground."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What a reference has beside its layouts."""

    presentation: _Element
    """The presentation's tree; its list of slides is empty or missing."""
    relationships: tuple[Relationship, ...]
    """Those of the presentation part."""
    font: str
    """The theme's font for text."""
    dark: tuple[str, ...]
    """Theme colours dark enough to carry text in the colour of the paper."""


def assemble(source: Source, picks: Mapping[Layout, Pick], frame: Frame) -> PresentationReference:
    """The reference: layouts as chosen, and every part that they and the presentation lead to."""
    width, height = slide_size(frame.presentation)
    return PresentationReference(
        theme=Theme(width, height, {layout: _looks(layout, picks[layout], frame.font) for layout in Layout}),
        layouts={layout: _layout(picks[layout]) for layout in Layout},
        parts=tuple(sealed(part) for part in reachable(frame.relationships, source)),
        relationships=frame.relationships,
        presentation=_around_slides(frame.presentation),
        notes_master=next(link.target for link in frame.relationships if link.type.endswith("/notesMaster")),
        dark=frame.dark,
    )


def slide_size(presentation: _Element) -> tuple[int, int]:
    """Width and height of the slides; a `LookupError` if the presentation does not say."""
    size = presentation.find(f"{_P}sldSz")
    if size is None:
        raise LookupError("sldSz")
    return int(size.get("cx", "0")), int(size.get("cy", "0"))


def reachable(relationships: Iterable[Relationship], source: Source) -> Iterator[Part]:
    """Every part that these lead to, directly or through others, in the order in which they are met."""
    seen: set[str] = set()
    waiting = list(relationships)
    while waiting:
        link = waiting.pop(0)
        part = None if link.external else source.parts.get(link.target)
        if part is not None and part.name not in seen and part.name != source.main.name:
            seen.add(part.name)
            waiting += part.relationships
            yield part


def _looks(layout: Layout, pick: Pick, font: str) -> dict[Slot, SlotLook]:
    found = {}
    for slot in SLOTS[layout]:
        held = pick.shapes.get(slot)
        box = pick.boxes[slot]
        found[slot] = look(layout, slot, held[0], box) if held else drawn_look(layout, slot, font, box)
    return found


def _layout(pick: Pick) -> SlideLayout:
    placeholders = {slot: tuple(shape.placeholder for shape in held) for slot, held in pick.shapes.items()}
    return SlideLayout(pick.part, placeholders, pick.footer, pick.number, pick.day, pick.ink)


def _around_slides(presentation: _Element) -> tuple[str, str]:
    """The presentation's XML before and after the place of its list of slides."""
    from lxml import etree

    for listed in presentation.findall(f"{_P}sldIdLst"):
        presentation.remove(listed)
    before = [f"{_P}{name}" for name in ("handoutMasterIdLst", "notesMasterIdLst", "sldMasterIdLst")]
    last = next((found for tag in before if (found := presentation.find(tag)) is not None), None)
    mark = etree.Comment("slides")
    if last is None:
        presentation.insert(0, mark)
    else:
        last.addnext(mark)
    head, _, tail = serialise(presentation).decode().partition(_MARK)
    presentation.remove(mark)
    return head, tail
