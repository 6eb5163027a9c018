"""Our own reference presentation: layouts and placeholders are known by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.deck import SLOTS, Layout, Slot

from .assembling import Frame, Pick, assemble
from .colors import colors, dark_colors, ink_of
from .inheritance import Ancestry, P, Shape, shapes, theme_fonts
from .looks import around

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element

    from .reference import Placeholder, PresentationReference
    from .source import Source

LAYOUT_NAMES = {
    Layout.TITLE: "Title",
    Layout.SECTION: "Section",
    Layout.STATEMENT: "Statement",
    Layout.BULLETS: "Bullets",
    Layout.TWO_COLUMNS: "Two columns",
    Layout.TABLE: "Table",
    Layout.CHART: "Chart",
    Layout.CHART_TEXT: "Chart with text",
    Layout.CARDS: "Figure cards",
    Layout.COMPARISON: "Comparison",
    Layout.TIMELINE: "Timeline",
    Layout.MATRIX: "Matrix",
    Layout.QUOTE: "Quote",
    Layout.CLOSING: "Closing",
}
"""What our layouts are called in the gallery of PowerPoint."""


def own_reference(source: Source) -> PresentationReference:
    """Our own reference: every layout of the closed list, with a placeholder for each slot."""
    (master,) = source.listed(source.main, "slideMaster", f"{P}sldMasterId")
    presentation, root = source.root(source.main.name), source.root(master)
    theme = source.root(source.targets(source.parts[master], "theme")[0])
    fonts = theme_fonts(theme)
    ancestry = Ancestry(root, presentation.find(f"{P}defaultTextStyle"), fonts)
    known = colors(root, theme)
    layouts = {title: layout for layout, title in LAYOUT_NAMES.items()}
    picks = {}
    for part in source.listed(source.parts[master], "slideLayout", f"{P}sldLayoutId"):
        tree = source.root(part)
        layout = layouts[layout_name(tree)]
        picks[layout] = pick_by_name(layout, part, shapes(tree, ancestry), ink_of(tree, root, known))
    frame = Frame(presentation, source.main.relationships, fonts[1], dark_colors(known))
    return assemble(source, picks, frame)


def layout_name(layout: _Element) -> str:
    """The name of a layout in the gallery."""
    found = layout.find(f"{P}cSld")
    return found.get("name", "") if found is not None else ""


def slot_name(slot: Slot) -> str:
    """What the placeholder of a slot is called; those of cards have a number behind it."""
    return slot.value.replace("_", " ").capitalize()


def pick_by_name(layout: Layout, part: str, offered: Sequence[Shape], ink: str) -> Pick:
    """The placeholders of a layout of ours by their names; a `LookupError` if one is missing."""
    held = {slot: _named(slot, offered) for slot in SLOTS[layout]}
    return Pick(
        part=part,
        shapes=held,
        boxes={slot: around([shape.box for shape in found]) for slot, found in held.items()},
        footer=of_type("ftr", offered),
        number=of_type("sldNum", offered),
        day=of_type("dt", offered),
        ink=ink,
    )


def _named(slot: Slot, offered: Sequence[Shape]) -> tuple[Shape, ...]:
    name = slot_name(slot)
    found = tuple(
        shape
        for shape in offered
        if shape.placeholder.name == name or (slot is Slot.CARD and shape.placeholder.name.startswith(name))
    )
    if not found:
        raise LookupError(name)
    return found


def of_type(type_: str, offered: Sequence[Shape]) -> Placeholder | None:
    """The first placeholder of this type."""
    return next((s.placeholder for s in offered if s.placeholder.type == type_), None)
