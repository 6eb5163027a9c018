"""A finished deck, before any format: slides whose content is known to fit.

Lengths are EMU, as in the files (914,400 to the inch, 12,700 to the point); sizes of text are points.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from alignkit.diagnostics import Place

from .blocks import Block, Card, Matrix, Table, Timeline
from .charts import Chart
from .document import Properties, Words
from .inlines import Inline

EMU_PER_PT = 12_700


class Layout(StrEnum):
    """What a slide is, a closed list (LOOK, PowerPoint)."""

    TITLE = "title"
    SECTION = "section"
    STATEMENT = "statement"
    """One large sentence or figure."""
    BULLETS = "bullets"
    TWO_COLUMNS = "two_columns"
    TABLE = "table"
    CHART = "chart"
    CHART_TEXT = "chart_text"
    CARDS = "cards"
    """Three to five figures."""
    COMPARISON = "comparison"
    """Two columns under headings."""
    TIMELINE = "timeline"
    MATRIX = "matrix"
    QUOTE = "quote"
    CLOSING = "closing"
    """The decision asked and its date."""


class Slot(StrEnum):
    """A place on a slide that holds one thing."""

    TITLE = "title"
    LABEL = "label"
    """Label of the kind above the title of the deck."""
    SUBTITLE = "subtitle"
    """Lines under the title of the deck: presenter, period, status, as-of date; under a quote its speaker."""
    LEAD = "lead"
    """A line or two under the title: the sentence before a table, the unit of a chart."""
    BODY = "body"
    LEFT_HEAD = "left_head"
    LEFT = "left"
    RIGHT_HEAD = "right_head"
    RIGHT = "right"
    TABLE = "table"
    CHART = "chart"
    CARD = "card"
    """One of several cards; each fills a part of the slot's box."""
    TIMELINE = "timeline"
    MATRIX = "matrix"
    SOURCE = "source"
    """The source line at the bottom left."""


SLOTS: Mapping[Layout, tuple[Slot, ...]] = MappingProxyType(
    {
        Layout.TITLE: (Slot.TITLE, Slot.LABEL, Slot.SUBTITLE),
        Layout.SECTION: (Slot.TITLE, Slot.BODY),
        Layout.STATEMENT: (Slot.TITLE, Slot.BODY, Slot.SOURCE),
        Layout.BULLETS: (Slot.TITLE, Slot.BODY, Slot.SOURCE),
        Layout.TWO_COLUMNS: (Slot.TITLE, Slot.LEFT, Slot.RIGHT, Slot.SOURCE),
        Layout.TABLE: (Slot.TITLE, Slot.LEAD, Slot.TABLE, Slot.SOURCE),
        Layout.CHART: (Slot.TITLE, Slot.LEAD, Slot.CHART, Slot.SOURCE),
        Layout.CHART_TEXT: (Slot.TITLE, Slot.LEAD, Slot.CHART, Slot.BODY, Slot.SOURCE),
        Layout.CARDS: (Slot.TITLE, Slot.LEAD, Slot.CARD, Slot.BODY, Slot.SOURCE),
        Layout.COMPARISON: (
            Slot.TITLE,
            Slot.LEFT_HEAD,
            Slot.LEFT,
            Slot.RIGHT_HEAD,
            Slot.RIGHT,
            Slot.SOURCE,
        ),
        Layout.TIMELINE: (Slot.TITLE, Slot.LEAD, Slot.TIMELINE, Slot.SOURCE),
        Layout.MATRIX: (Slot.TITLE, Slot.LEAD, Slot.MATRIX, Slot.SOURCE),
        Layout.QUOTE: (Slot.TITLE, Slot.BODY, Slot.SUBTITLE),
        Layout.CLOSING: (Slot.TITLE, Slot.BODY),
    }
)
"""The slots of each layout in reading order; every slide fills the title, the others as its content asks."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on a slide, in EMU from its top left corner."""

    x: int
    y: int
    width: int
    height: int


class Marker(StrEnum):
    """What stands before a paragraph."""

    NONE = "none"
    BULLET = "bullet"
    NUMBER = "number"
    OPEN = "open"
    """An empty check box."""
    DONE = "done"
    """A ticked check box."""


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph on a slide."""

    inlines: tuple[Inline, ...]
    """Its text."""
    marker: Marker = Marker.NONE
    """What stands before it."""
    level: int = 0
    """How deep it is indented, 0 to 2."""
    number: int = 0
    """Its number where the marker is one."""
    strong: bool = False
    """A heading inside the text, set bold."""
    term: tuple[Inline, ...] = ()
    """What the text is about, in a column of its own before it (`TextBody.term_pt`); empty for none."""


@dataclass(frozen=True, slots=True)
class TextBody:
    """Paragraphs in a text slot, in a size at which they fit."""

    lines: tuple[Line, ...]
    """At least one."""
    text_pt: float
    """Size of the text."""
    space_after_pt: float | None = None
    """Space after each paragraph where a short text has room for more than its look says; else None."""
    term_pt: float = 0
    """Width of the column in which terms stand, the space after it included; 0 for none."""


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or some rows of it, with widths and heights that hold its text."""

    table: Table
    """Header and the rows of this slide; caption and note stand elsewhere on the slide."""
    widths: tuple[int, ...]
    """Of the columns, in EMU; they add up to the width of the box."""
    heights: tuple[int, ...]
    """Of the rows, in EMU, the header first."""
    text_pt: float
    """Size of the text."""
    sides: tuple[tuple[int, int], ...] = ()
    """Margins of each column's cells at their left and right, in EMU; empty where all have the usual."""
    strong_first: bool = False
    """Whether the first column names the rows and is set bold."""


@dataclass(frozen=True, slots=True)
class Field:
    """A matrix with the size of its text."""

    matrix: Matrix
    """What is shown."""
    text_pt: float
    """Size of the text."""


@dataclass(frozen=True, slots=True)
class CardFace:
    """A figure card with sizes at which it fits its box."""

    card: Card
    """What it says."""
    value_pt: float
    """Size of the figure."""
    label_pt: float
    """Size of label and note."""


@dataclass(frozen=True, slots=True)
class Plot:
    """A chart with the size of its labels."""

    chart: Chart
    """What is drawn; title, unit and source stand in other slots."""
    text_pt: float
    """Size of labels."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """A timeline, or some rows of it: labels at the left, marks on a scale at the right."""

    timeline: Timeline
    """The events of this slide under the whole scale."""
    text_pt: float
    """Size of the text."""
    label_width: int
    """Width of the labels, in EMU."""
    heights: tuple[int, ...]
    """Of the rows, in EMU, the scale first."""


Content = TextBody | Grid | Field | CardFace | Plot | Schedule
"""Everything a slot can hold; matched exhaustively by every writer of decks."""


@dataclass(frozen=True, slots=True)
class Filled:
    """A slot with its content."""

    slot: Slot
    """Which one."""
    content: Content
    """What it holds."""
    box: Box
    """Where it stands; text keeps inside by the slot's insets."""
    moved: bool = False
    """Whether the box differs from the layout's own, so that the slide has to say where it stands."""


@dataclass(frozen=True, slots=True)
class Slide:
    """One slide: the title first, then the rest in reading order."""

    layout: Layout
    """What it is."""
    filled: tuple[Filled, ...]
    """Its slots in reading order; the first is the title, filled and unique in the deck."""
    notes: tuple[Block, ...] = ()
    """What the presenter says, in paragraphs; empty for a slide without notes."""
    place: Place | None = None
    """Where its heading stands in the template."""


@dataclass(frozen=True, slots=True)
class Deck:
    """Slides with what the file says about itself."""

    slides: tuple[Slide, ...]
    """At least the title slide."""
    properties: Properties
    """What the file says about itself."""
    words: Words
    """The fixed words a writer prints."""
