"""A slide as it is meant, before its content is fitted: what stands in which slot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.diagnostics import Place
from alignkit.model.deck import Layout, Line, Slot
from alignkit.model.inlines import Inline

from .fitting_text import Room, fitting_size
from .parts import Graphic

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.document import Words
    from alignkit.themes import Theme


@dataclass(frozen=True, slots=True)
class Sheet:
    """A slide as it is meant; fitting may make several of it."""

    layout: Layout
    """What it is."""
    title: tuple[Inline, ...]
    """Its title, not yet numbered."""
    lead: tuple[Line, ...] = ()
    """Under the title."""
    body: tuple[Line, ...] = ()
    """Its text."""
    graphic: Graphic | None = None
    """What has a slot of its own."""
    source: tuple[Inline, ...] = ()
    """The source line."""
    place: Place | None = None
    """Where it comes from in the template."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What choosing looks at beside the content."""

    theme: Theme
    """Where text fits and where it does not."""
    words: Words
    """Titles of slides that bring none."""
    wish: Layout | None = None
    """The layout a heading asks for."""


def room_of(theme: Theme, layout: Layout, slot: Slot) -> Room:
    """The inside of a slot where the layout has it."""
    look = theme.layouts[layout][slot]
    return Room(look, look.box)


def can_hold(theme: Theme, layout: Layout, slot: Slot, lines: Sequence[Line]) -> bool:
    """Whether lines fit a slot at some size of its ladder; nothing always fits."""
    return not lines or fitting_size(lines, room_of(theme, layout, slot)) is not None
