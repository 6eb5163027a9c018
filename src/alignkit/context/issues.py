"""The block `issues`: one record for each escalation."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .fields import (
    Amount,
    Block,
    Count,
    Id,
    InitiativeId,
    KpiId,
    Money,
    Name,
    ObjectiveId,
    PersonId,
    RaciId,
    Share,
    SourceId,
)


class Option(Block):
    """A way out."""

    id: Id
    """Short name, such as `A`."""
    name: Name
    """What would be done."""
    cost: Money
    """What it costs on top of what is approved."""
    effect: str
    """What it leads to, with a date."""
    scope: str = ""
    """What is in or out."""
    risk: str = ""
    """What may go wrong."""
    live: date | None = None
    """When it is done."""


class Funding(Block):
    """Where the money comes from."""

    from_: Annotated[str, Field(alias="from")]
    """Which money."""
    available: Money
    """How much of it is there."""


class Side(Block):
    """One of those who want different things, or who each give something."""

    who: PersonId
    """Whose side it is."""
    wants: str
    """Their goal, in a few words."""
    loses: str = ""
    """What they lose if the other side is followed."""
    gives: str = ""
    """What they would give for a joint way out."""


class Quality(Block):
    """What was checked, what was found, and how much may be faulty."""

    name: Name
    """What was checked, in the plural, such as `pages`."""
    checked: Count
    """How many were checked."""
    faulty: Count
    """How many of them fail the standard."""
    allowed: Share
    """How many may fail, as a fraction."""


class Capacity(Block):
    """Work against the people there are for it."""

    people: Count
    """How many people do this work."""
    hours_needed: Count
    """Hours of work until it is done."""
    hours_available: Count
    """Hours these people have until then."""


class Issue(Block):
    """Something that needs a decision beyond the author's authority."""

    id: Id
    """Short name."""
    title: str
    """What it is about."""
    to: PersonId
    """Who decides."""
    raised: date
    """When it was raised."""
    cause: str
    """One cause, in a sentence, without people."""
    severity: Literal["inform", "decide", "urgent"] = "decide"
    """No decision, a decision, or call first and confirm by mail."""
    type: Literal[
        "overrun", "slip", "dependency", "conflict", "quality", "capacity", "external", "kpi_breach"
    ] = "overrun"
    """What kind of issue."""
    options: tuple[Option, ...] = ()
    """Ways out, doing nothing included."""
    recommend: str | None = None
    """Id of the option you recommend."""
    because: str = ""
    """Why that option, in a sentence."""
    decide_by: date | None = None
    """Last day to decide."""
    if_late: str = ""
    """What waiting costs."""
    next_update: date | None = None
    """When the next news comes."""
    initiative: InitiativeId | None = None
    """Which initiative."""
    objective: ObjectiveId | None = None
    """Which objective suffers."""
    kpi: KpiId | None = None
    """Which KPI suffers."""
    impact: str = ""
    """What happens if nothing is done, with a date."""
    background: str = ""
    """What the reader has to know first."""
    customers_at_risk: Count | None = None
    """New customers at risk."""
    arr_at_risk: Amount | None = None
    """ARR at risk."""
    days_late: Count | None = None
    """Days behind plan."""
    approved: Amount | None = None
    """Approved amount."""
    spent: Amount | None = None
    """Spent so far."""
    to_complete: Amount | None = None
    """Still to be spent, estimated from the work that is left."""
    earned: Money | None = None
    """Value of the work that is done, at the approved cost; for the statistical estimate."""
    tried: tuple[str, ...] = ()
    """What was tried, with its effect."""
    funding: Funding | None = None
    """Where the money comes from."""
    raci: RaciId | None = None
    """The row that says who decides."""
    cc: tuple[PersonId, ...] = ()
    """Who is informed."""
    source: SourceId | None = None
    """Where the figures are from."""
    trigger_date: date | None = None
    """When the sign was first seen."""
    planned_for: date | None = None
    """The day it was promised for."""
    now_expected: date | None = None
    """The day it is expected on now."""
    waits_for: str = ""
    """What is missing, when somebody else has to deliver first."""
    needed_from: PersonId | None = None
    """Who delivers it."""
    needed_by: date | None = None
    """Last day on which it still helps."""
    sides: tuple[Side, ...] = ()
    """Both sides of a conflict, or what each side gives for a joint way out."""
    decided_by: ObjectiveId | None = None
    """The objective whose rank in the company decides the conflict."""
    trade_off: str = ""
    """What is given up for what, in a sentence."""
    gate: str = ""
    """Id of the budget gate that was missed."""
    trigger: str = ""
    """The test that fired, in words: measure, comparison, number."""
    quality: Quality | None = None
    """What was measured against which standard."""
    capacity: Capacity | None = None
    """Work against people."""
    reputation: str = ""
    """Who outside would notice, and what; for a chief executive and a board."""
    repeat_risk: str = ""
    """Whether it can happen again, and what prevents it; for a CFO and a board."""
    tomorrow: str = ""
    """What changes tomorrow; for a team."""
    clause: str = ""
    """What the contract says; for an agency."""
    remedy: str = ""
    """What the contract gives in return; for an agency."""
