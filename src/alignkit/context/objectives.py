"""The blocks `objectives` and `kpis`: what is wanted and how it is measured."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .fields import Block, Id, KpiId, Name, Number, ObjectiveId, PersonId, Share, SourceId


class Objective(Block):
    """Something the company or marketing wants to reach."""

    id: Id
    """Short name."""
    statement: str
    """What is to be reached."""
    owner: PersonId
    """Who answers for it."""
    level: Literal["company", "marketing"]
    """Whose objective."""
    metric: KpiId | None = None
    """The KPI that says whether it was reached (STK-006)."""
    parents: tuple[ObjectiveId, ...] = ()
    """Objectives it serves; a marketing objective needs one."""
    rank: int | None = None
    """Order among company objectives."""
    not_served: str = ""
    """Why marketing does not serve it."""


class Kpi(Block):
    """A measure with an owner, a source and a target. Numbers are in the KPI's own `unit`."""

    id: Id
    """Short name."""
    name: Name
    """As it stands in a table."""
    unit: Literal["money", "ratio", "months", "days", "count", "times"]
    """`ratio` is a fraction that reads as per cent."""
    direction: Literal["up", "down"]
    """Which way is better."""
    owner: PersonId
    """Who answers for it."""
    source: SourceId
    """Where it is measured."""
    baseline: Number
    """Where it started."""
    target: Number
    """Where it should be at the end of the current period."""
    objective: ObjectiveId
    """What it serves."""
    agg: Literal["flow", "level"] = "level"
    """`flow` adds up over a period, `level` does not."""
    timing: Literal["leading", "lagging"] | None = None
    """Moves before or after the result."""
    tier: Literal["board", "function", "diagnostic"] | None = None
    """Who looks at it."""
    cadence: Literal["daily", "weekly", "fortnightly", "monthly", "quarterly"] | None = None
    """How often it is measured."""
    target_to_date: Number | None = None
    """Where it should be today."""
    actual: Number | None = None
    """Where it is."""
    forecast: Number | None = None
    """Where it will be at the end of the current period."""
    next_target: Number | None = None
    """Target for the plan period under the ask tier."""
    definition: str = ""
    """What is counted."""
    formula: str = ""
    """How it is computed."""
    agreed_by: tuple[PersonId, ...] = ()
    """Who agreed to definition and target."""
    when_red: str = ""
    """What is done when it turns red."""
    leads_to: KpiId | None = None
    """The KPI a diagnostic measure moves."""
    band: tuple[Number, Number] | None = None
    """Lowest and highest good value."""
    tolerance: Share | None = None
    """Share of the target below which it is amber; 0.10 when absent."""
    hold: bool = False
    """The target is to stay where it is."""
    allow_over_one: bool = False
    """A ratio that may exceed 1.5, such as NRR (rule N4)."""
    status: Literal["green", "amber", "red", "grey"] | None = None
    """A typed status; may be worse than the computed one, never better (STA-001)."""
    as_of: date | None = None
    """Day of `actual`; the source's day when absent."""
    answers: tuple[PersonId, ...] = ()
    """Whose concern it answers (STK-002)."""
