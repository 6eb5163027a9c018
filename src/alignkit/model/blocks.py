"""What a document is made of, top to bottom.

A closed family: every writer matches `Block` exhaustively, so a new block makes the type checker list each
writer that still has to learn it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from alignkit.diagnostics import Place

from .charts import Chart
from .inlines import Inline


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 to 3; the document's title is not one of them."""

    level: int
    """1 to 3."""
    inlines: tuple[Inline, ...]
    """Its text."""
    id: str = ""
    """Name to refer to it, unique in the document; empty when nothing refers to it."""
    seconds: int = 0
    """How long the section takes to say; 0 when it is not spoken. Shown at the right of the heading."""
    layout: str = ""
    """Slide layout its section asks for, a value of `deck.Layout`; empty lets the content choose."""
    only: str = ""
    """`deck` or `document` when the section stands in one of the two forms only; empty for both."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    inlines: tuple[Inline, ...]
    """Its text."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One entry of a list."""

    blocks: tuple[Block, ...]
    """Its content: at least one block, the first a paragraph."""
    checked: bool | None = None
    """State of its check box; None for an entry without one."""


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A bulleted, numbered or check list."""

    ordered: bool
    """Numbered rather than bulleted."""
    items: tuple[ListItem, ...]
    """At least one."""
    start: int = 1
    """First number of a numbered list."""
    place: Place | None = None
    """Where it stands in the template."""


class Align(StrEnum):
    """How the cells of a column are aligned."""

    LEFT = "left"
    RIGHT = "right"
    CENTER = "center"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    header: tuple[Inline, ...]
    """Its heading, unit included: `Spend, USD thousand`."""
    align: Align = Align.LEFT
    """Text left, numbers right."""
    highlight: bool = False
    """The recommended column, shown tinted."""


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    cells: tuple[tuple[Inline, ...], ...]
    """One for each column."""
    total: bool = False
    """A total: over a rule, bold."""
    highlight: bool = False
    """The recommended row, shown tinted."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with a header row; every row has as many cells as there are columns."""

    columns: tuple[Column, ...]
    """At least one."""
    rows: tuple[Row, ...]
    """May be empty: writers then say that there is nothing to show."""
    caption: tuple[Inline, ...] = ()
    """A sentence that says what the table shows; numbered by writers that number."""
    note: tuple[Inline, ...] = ()
    """Source line, rounding notes and footnotes below it."""
    description: str = ""
    """Text for readers who cannot see it; the caption serves when empty."""
    place: Place | None = None
    """Where it stands in the template."""
    is_form: bool = False
    """Whether readers write into it: as wide as the page, empty columns wide, rows as high as handwriting."""
    is_rounded: bool = False
    """Whether its parts, as shown, do not add up to its total, as shown (rule N6)."""


@dataclass(frozen=True, slots=True)
class Card:
    """One figure that carries a page."""

    label: str
    """What it is."""
    value: tuple[Inline, ...]
    """The figure, large."""
    note: tuple[Inline, ...] = ()
    """The comparison under it, with sign and word."""


@dataclass(frozen=True, slots=True)
class Cards:
    """Three to five figures side by side."""

    cards: tuple[Card, ...]
    """The figures."""
    place: Place | None = None
    """Where they stand in the template."""


class CalloutKind(StrEnum):
    """What a callout is for; each has its own mark and word, never colour alone."""

    SUMMARY = "summary"
    """The soft panel below the control block."""
    NOTE = "note"
    DECISION = "decision"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Callout:
    """A few blocks set apart from the text."""

    kind: CalloutKind
    """What it is for."""
    blocks: tuple[Block, ...]
    """Paragraphs and lists."""
    title: tuple[Inline, ...] = ()
    """Its heading; none for a summary."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class Spoken:
    """Lines to be said aloud."""

    blocks: tuple[Block, ...]
    """Paragraphs."""
    place: Place | None = None
    """Where they stand in the template."""


@dataclass(frozen=True, slots=True)
class Exchange:
    """An objection and the reply to it, which stay together."""

    id: str
    """Name of the objection in the bank: `payback`."""
    objection: tuple[Inline, ...]
    """What they say."""
    reply: tuple[Block, ...]
    """What you answer."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class Quote:
    """Somebody's own words, set large."""

    blocks: tuple[Block, ...]
    """Paragraphs."""
    speaker: tuple[Inline, ...] = ()
    """Who said it; empty when the text says so."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class SideBySide:
    """One of several columns."""

    blocks: tuple[Block, ...]
    """Its content."""
    title: tuple[Inline, ...] = ()
    """Its heading; columns with headings are a comparison."""


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns of text beside each other on a slide, one after the other on a page."""

    columns: tuple[SideBySide, ...]
    """Two; one where the other had nothing to say."""
    place: Place | None = None
    """Where they stand in the template."""


@dataclass(frozen=True, slots=True)
class Notes:
    """What the presenter says and answers; below the slide, never on it."""

    blocks: tuple[Block, ...]
    """Paragraphs, each beginning with its label: Say, Proof, If asked, Bridge (domain rules 1.5)."""
    place: Place | None = None
    """Where they stand in the template."""


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark on the scale of a timeline."""

    day: date
    """Where it stands."""
    text: str
    """What it says: `Jan`, `Q1 2027`."""


@dataclass(frozen=True, slots=True)
class Event:
    """One row of a timeline: a day, or a span of days."""

    label: tuple[Inline, ...]
    """What happens."""
    start: date
    """The day, or the first of a span."""
    end: date | None = None
    """The last day of a span; None for a single day."""
    when: tuple[Inline, ...] = ()
    """The date as it is shown."""
    who: tuple[Inline, ...] = ()
    """Who answers for it."""
    note: tuple[Inline, ...] = ()
    """What it depends on, or how much slack it has."""
    highlight: bool = False
    """On the critical path."""


@dataclass(frozen=True, slots=True)
class Timeline:
    """Events by date: rows with marks on a common scale on a slide, a table on a page."""

    events: tuple[Event, ...]
    """At least one, by date."""
    ticks: tuple[Tick, ...]
    """The scale, by date; its first and last day enclose every event."""
    heads: tuple[str, str, str, str]
    """Headings in the text's language: what happens, when, who, and what is noted."""
    note: tuple[Inline, ...] = ()
    """Source line or legend below it."""
    description: str = ""
    """Text for readers who cannot see it; built from the events when empty."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class MatrixCell:
    """One field of a matrix."""

    inlines: tuple[Inline, ...]
    """What lies in it."""
    level: int = 0
    """How strongly it is tinted: 0 not at all to 3."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Things sorted into fields by two measures, as risks by probability and impact."""

    upright: str
    """What grows from the bottom up."""
    across: str
    """What grows from left to right."""
    rows: tuple[str, ...]
    """Headings of the rows, the highest first."""
    columns: tuple[str, ...]
    """Headings of the columns, the lowest first."""
    cells: tuple[tuple[MatrixCell, ...], ...]
    """The fields, row by row."""
    note: tuple[Inline, ...] = ()
    """Source line or legend below it."""
    description: str = ""
    """Text for readers who cannot see it; built from the fields when empty."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class Contents:
    """The table of contents, made of the headings that follow."""

    depth: int = 2
    """Deepest heading level listed."""
    place: Place | None = None
    """Where it stands in the template."""


@dataclass(frozen=True, slots=True)
class PageBreak:
    """What follows begins a new page."""

    place: Place | None = None
    """Where it stands in the template."""


Block = (
    Heading
    | Paragraph
    | ListBlock
    | Table
    | Chart
    | Cards
    | Callout
    | Spoken
    | Exchange
    | Quote
    | Columns
    | Notes
    | Timeline
    | Matrix
    | Contents
    | PageBreak
)
"""Everything a document can hold."""
