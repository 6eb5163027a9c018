"""What layout has to know of a look: fonts, and where each slot stands and how its text is set.

A theme is made from a reference presentation by the room that reads it; layout never sees the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from alignkit.model.deck import Box, Layout, Slot


@dataclass(frozen=True, slots=True)
class Insets:
    """Space between the edges of a box and its text, in EMU."""

    left: int = 0
    top: int = 0
    right: int = 0
    bottom: int = 0


@dataclass(frozen=True, slots=True)
class SlotLook:
    """Where a slot stands, and how its text is set."""

    box: Box
    """Its place on the slide."""
    text_pt: float
    """The usual size of its text, where the ladder begins."""
    least_pt: float
    """The smallest size its text may have (LOOK: 14 for text, 12 in tables, 10 for source lines)."""
    font: str
    """Family of its text as the theme names it: `Calibri`."""
    bold: bool = False
    """Whether its text is bold."""
    insets: Insets = Insets()
    """Space inside its edges."""
    line_spacing: float = 1.0
    """Distance of lines, in heights of the font's own line."""
    space_after_pt: float = 0
    """Space after each paragraph."""
    indent_pt: float = 0
    """How far a marked paragraph of the first level is indented; each level adds as much."""
    lines: int = 0
    """At most so many lines; 0 for as many as fit."""


@dataclass(frozen=True, slots=True)
class Theme:
    """The look of a deck as layout sees it."""

    width: int
    """Width of a slide, in EMU."""
    height: int
    """Height of a slide, in EMU."""
    layouts: Mapping[Layout, Mapping[Slot, SlotLook]]
    """The slots of every layout of the closed list; a slot of `deck.SLOTS` is always there."""
