"""What a document is made of, top to bottom.

A closed family: every writer matches `Block` exhaustively, so a new block makes the type checker list each
writer that still has to learn it.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from alignkit.diagnostics import Place
from alignkit.values import Scenario

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


class ChartKind(StrEnum):
    """The chart vocabulary of this version."""

    COLUMN = "column"
    BAR = "bar"
    STACKED_COLUMN = "stacked_column"
    STACKED_BAR = "stacked_bar"
    LINE = "line"


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart."""

    name: str
    """Name as shown in labels and in the workbook."""
    values: tuple[Decimal | None, ...]
    """One for each category at full precision; None where there is nothing to draw."""
    highlight: bool = True
    """In accent colour; otherwise grey."""
    invisible: bool = False
    """A base that only lifts the next series, as in a waterfall."""
    scenario: Scenario | None = None
    """How sure its numbers are, which decides solid, outlined or hatched (rule N11); None is drawn solid."""
    number_format: str = ""
    """Format code of its numbers, as one with a minus for the falls of a waterfall; empty for the chart's."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart drawn natively by the program that opens the file, with its numbers in an embedded workbook."""

    kind: ChartKind
    """How it is drawn."""
    title: str
    """A sentence: what the chart says."""
    categories: tuple[str, ...]
    """At least one, none empty."""
    series: tuple[Series, ...]
    """At least one."""
    unit: str = ""
    """Unit and period, printed under the title: `USD thousand, FY2027`."""
    number_format: str = "#,##0"
    """Format code of the numbers (ECMA-376 part 1, 18.8.30)."""
    highlight: tuple[int, ...] = ()
    """Indices of categories in accent colour while the others are grey; empty for all alike."""
    limit: Decimal | None = None
    """A ceiling or floor to draw as a line across; None for none."""
    limit_label: str = ""
    """What the line is called."""
    source: tuple[Inline, ...] = ()
    """Source line below the chart."""
    description: str = ""
    """Text for readers who cannot see it; built from the data when empty."""
    place: Place | None = None
    """Where it stands in the template."""


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
    | Contents
    | PageBreak
)
"""Everything a document can hold."""
