"""The block `market`: the company beside its rivals in searches and sales."""

from __future__ import annotations

from .fields import Block, Count, Money, Name, PeriodId, SourceId


class Rival(Block):
    """A rival people search for."""

    name: Name
    """As it stands in a table."""
    searches: Count
    """Searches for its name."""


class Searches(Block):
    """Searches for the brand and for a fixed list of rivals, over the same days."""

    brand: Count
    """Searches for your own name."""
    rivals: tuple[Rival, ...]
    """Rivals; keep the list as it is, or shares cannot be compared."""
    source: SourceId
    """Where they were counted."""


class Segment(Block):
    """Sales of one segment of the market."""

    definition: str
    """What belongs to the segment."""
    own_sales: Money
    """What you sell in it."""
    sales: Money
    """What everybody sells in it, you included."""
    source: SourceId
    """Who measured it."""
    period: PeriodId | None = None
    """Which period; the current one when absent."""


class Market(Block):
    """How the company stands beside its rivals."""

    searches: Searches | None = None
    """Searches, for the share of search."""
    segment: Segment | None = None
    """Sales, for the market share."""
