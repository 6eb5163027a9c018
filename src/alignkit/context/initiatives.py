"""The block `initiatives`: the work."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .fields import Amount, Block, Count, Id, KpiId, Money, Name, ObjectiveId, PersonId, Share, SourceId


class Initiative(Block):
    """A piece of work with money, dates and outcome."""

    id: Id
    """Short name."""
    name: Name
    """As it stands in a table."""
    owner: PersonId
    """Who answers for it."""
    budget: Amount
    """Programme money, people excluded."""
    start: date
    """First day."""
    end: date
    """Last day."""
    status: Literal["planned", "running", "done", "stopped", "paused"]
    """Where it stands."""
    objective: ObjectiveId | None = None
    """What it serves; without one its money is unlinked (BUD-026)."""
    segment: str = ""
    """Who it is for."""
    opportunities: Count | None = None
    """Qualified opportunities in the plan period."""
    win_rate: Share | None = None
    """Share of them won."""
    customers: Count | None = None
    """Customers in the plan period."""
    acv: Money | None = None
    """Yearly value of one of them."""
    leading_kpi: KpiId | None = None
    """What moves first."""
    enabler_for: tuple[KpiId, ...] = ()
    """KPIs it makes possible."""
    why: str = ""
    """Why it is done."""
    source: SourceId | None = None
    """Where its figures are from; the budget's source when absent."""
    answers: tuple[PersonId, ...] = ()
    """Whose concern it answers (STK-002)."""
