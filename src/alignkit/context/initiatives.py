"""The blocks `initiatives` and `kickoff`: the work."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .fields import Block, Count, Id, InitiativeId, KpiId, Money, Number, ObjectiveId, PersonId, RiskId, Share


class Initiative(Block):
    """A piece of work with money, dates and outcome."""

    id: Id
    """Short name."""
    name: str
    """As it stands in a table."""
    owner: PersonId
    """Who answers for it."""
    budget: Money
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
    answers: tuple[PersonId, ...] = ()
    """Whose concern it answers (STK-002)."""


class Success(Block):
    """What success is."""

    kpi: KpiId
    """Which KPI."""
    target: Number
    """Which value, in the KPI's unit."""
    by: date
    """By when."""


class Dependency(Block):
    """Something needed from someone."""

    need: str
    """What."""
    from_: Annotated[PersonId, Field(alias="from")]
    """From whom."""
    by: date
    """By when."""


class Kickoff(Block):
    """The start of an initiative."""

    initiative: InitiativeId
    """Which one."""
    problem: str
    """One sentence with a number."""
    approver: PersonId
    """Who approves; exactly one."""
    driver: PersonId
    """Who drives; exactly one."""
    success: tuple[Success, ...]
    """What success is."""
    scope_in: tuple[str, ...]
    """What belongs to it."""
    scope_out: tuple[str, ...]
    """What does not."""
    dependencies: tuple[Dependency, ...] = ()
    """What is needed from others."""
    agreements: tuple[str, ...] = ()
    """How you work together."""
    premortem: tuple[RiskId, ...] = ()
    """How it may fail."""
