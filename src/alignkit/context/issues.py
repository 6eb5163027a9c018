"""The block `issues`: one record for each escalation."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .fields import Block, Count, Id, InitiativeId, KpiId, Money, ObjectiveId, PersonId, RaciId, SourceId


class Option(Block):
    """A way out."""

    id: Id
    """Short name, such as `A`."""
    name: str
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
    arr_at_risk: Money | None = None
    """ARR at risk."""
    days_late: Count | None = None
    """Days behind plan."""
    approved: Money | None = None
    """Approved amount."""
    spent: Money | None = None
    """Spent so far."""
    to_complete: Money | None = None
    """Still to be spent, estimated from the work that is left."""
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
