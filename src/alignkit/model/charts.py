"""Charts, one vocabulary for every format: what is drawn, never how."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from alignkit.diagnostics import Place
from alignkit.values import Scenario

from .inlines import Inline


class ChartKind(StrEnum):
    """The chart vocabulary, one for every format; what each kind says is in domain rules 1.4."""

    COLUMN = "column"
    BAR = "bar"
    STACKED_COLUMN = "stacked_column"
    STACKED_BAR = "stacked_bar"
    FULL_COLUMN = "full_column"
    """Shares of each category's sum, standing: 100 % stacked."""
    FULL_BAR = "full_bar"
    """Shares of each category's sum, lying."""
    LINE = "line"
    STEP = "step"
    """A line that keeps its height until the next category."""
    AREA = "area"
    SCATTER = "scatter"
    """Points by two measures, each labelled with its category; a series holds `across` beside `values`."""
    BULLET = "bullet"
    """First series the actual as a lying bar, second the target as a mark; further ones are bands behind."""
    WATERFALL = "waterfall"
    """One series of changes; `totals` names the categories that are sums, drawn from zero."""
    TORNADO = "tornado"
    """Two series, the effect of the low and of the high value of each driver, around zero."""
    DOT_RANGE = "dot_range"
    """Three series: lowest, mean and highest; dots joined by a line, one row for each category."""


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
    across: tuple[Decimal | None, ...] = ()
    """Of a scatter: how far right each point stands, one for each category; empty in other kinds."""


@dataclass(frozen=True, slots=True)
class Axis:
    """What an axis of a scatter measures, and between which ends."""

    title: str
    """What it measures: `Influence, 1 to 5`."""
    low: Decimal | None = None
    """Its start; None leaves it to the data."""
    high: Decimal | None = None
    """Its end; None leaves it to the data."""
    number_format: str = ""
    """Format code of its numbers; empty for the chart's."""


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
    totals: tuple[int, ...] = ()
    """Of a waterfall: indices of the categories that are sums rather than changes."""
    across: Axis | None = None
    """Of a scatter: its horizontal axis."""
    upright: Axis | None = None
    """Of a scatter: its vertical axis."""
    locale: str = ""
    """Whose digits its written numbers have, a BCP 47 tag; empty for those of the text's language."""
    source: tuple[Inline, ...] = ()
    """Source line below the chart."""
    description: str = ""
    """Text for readers who cannot see it; built from the data when empty."""
    place: Place | None = None
    """Where it stands in the template."""
