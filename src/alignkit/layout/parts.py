"""What layout sees of a document: lines, things with a layout of their own, and asides."""

from __future__ import annotations

from dataclasses import dataclass

from alignkit.diagnostics import Place
from alignkit.model.blocks import Block, CalloutKind, Cards, Heading, Matrix, Table, Timeline
from alignkit.model.charts import Chart
from alignkit.model.deck import Line
from alignkit.model.inlines import Inline


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns of text."""

    heads: tuple[tuple[Inline, ...], tuple[Inline, ...]]
    """Their headings; both empty when they have none."""
    sides: tuple[tuple[Line, ...], tuple[Line, ...]]
    """Their text."""
    place: Place | None = None
    """Where they stand in the template."""


Exhibit = Line | Table | Chart
"""What a column may hold beside another one."""


@dataclass(frozen=True, slots=True)
class Exhibits:
    """Two columns of which one holds a table or a chart, for one slide."""

    heads: tuple[tuple[Inline, ...], tuple[Inline, ...]]
    """Their headings; empty where they have none."""
    sides: tuple[tuple[Exhibit, ...], tuple[Exhibit, ...]]
    """What stands in them, from the top."""
    is_stacked: bool = False
    """Whether the second stands below the first."""
    left_share: float = 0.5
    """Part of the width the first one takes beside the second."""
    place: Place | None = None
    """Where they stand in the template."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Somebody's own words."""

    lines: tuple[Line, ...]
    """The words."""
    speaker: tuple[Inline, ...]
    """Who said them."""
    place: Place | None = None
    """Where they stand in the template."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A summary or a decision, which has a slide of its own."""

    kind: CalloutKind
    """Which of the two."""
    title: tuple[Inline, ...]
    """Its heading; may be empty."""
    lines: tuple[Line, ...]
    """Its text."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class Aside:
    """What is said beside a slide and never stands on it."""

    blocks: tuple[Block, ...]
    """For the notes."""


@dataclass(frozen=True, slots=True)
class Turn:
    """What follows begins a new slide."""

    heading: Heading | None = None
    """The heading of a lower level that may become its title; None for a page break."""


Graphic = Table | Chart | Cards | Timeline | Matrix | Pair | Exhibits | Saying | Panel
"""Things with a layout of their own."""

Visible = Line | Graphic | Turn
"""What becomes slides."""

Part = Visible | Aside
"""Everything a topic is made of, in reading order."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What stands under one heading of the first level: one slide or several."""

    heading: Heading | None
    """The heading; None for what stands before the first."""
    parts: tuple[Visible, ...]
    """Its content without what is said aside."""
    notes: tuple[Block, ...]
    """What is said aside."""
