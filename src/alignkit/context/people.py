"""The confidential block `people`: reviews, kept in a file of its own and loaded only on request."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .fields import Block, Day, Id, KpiId, Number, ObjectiveId, PersonId, SourceId


class Cycle(Block):
    """The period reviewed."""

    id: str
    """Such as `H2-2026`."""
    kind: Literal["half_year", "annual", "probation"]
    """What kind of review."""
    start: date
    """First day."""
    end: date
    """Last day."""
    scale: Annotated[int, Field(ge=3, le=5)] = 5
    """Points of the rating scale."""
    share_draft_hours: int = 48
    """Hours between draft and talk."""


class ReviewGoal(Block):
    """A goal of the period with what came of it."""

    text: str
    """What was agreed."""
    target: Number
    """Target."""
    actual: Number
    """Result."""
    unit: str
    """`money`, `ratio` or the thing counted."""
    met: bool
    """Whether it was met."""
    kpi: KpiId | None = None
    """Which KPI it moves."""


class Evidence(Block):
    """One dated observation."""

    id: Id
    """Short name."""
    date: date
    """When."""
    competency: str
    """What it is about."""
    valence: Literal["strength", "development"]
    """Which way."""
    situation: str
    """Where it happened."""
    behaviour: str
    """What the person did."""
    impact: str
    """What came of it."""
    source: SourceId | None = None
    """Where it can be checked."""
    raised_on: Day | None = None
    """When it was first raised with the person."""


class NextGoal(Block):
    """A goal for the next period."""

    text: str
    """What."""
    measure: str
    """How it is measured."""
    due: date
    """By when."""
    objective: ObjectiveId | None = None
    """What it serves."""


class SupportGiven(Block):
    """What the manager gives."""

    text: str
    """What."""
    owner: PersonId
    """Who gives it."""
    due: date
    """By when."""


class Review(Block):
    """One person's review."""

    person: PersonId
    """Who."""
    reviewer: PersonId
    """By whom."""
    ratings: dict[str, int] = Field(default_factory=dict)
    """Typed by the manager, never computed."""
    overall: int | None = None
    """Typed by the manager, never computed."""
    evidence: tuple[Evidence, ...] = ()
    """Observations."""
    goals: tuple[ReviewGoal, ...] = ()
    """Goals of the period."""
    next_goals: tuple[NextGoal, ...] = ()
    """Goals of the next."""
    support: tuple[SupportGiven, ...] = ()
    """What the manager gives."""
    employee_comment: str = ""
    """What the person adds."""
    why: str = ""
    """Why the overall rating differs."""


class People(Block):
    """Reviews of a cycle."""

    cycle: Cycle
    """Which cycle."""
    reviews: tuple[Review, ...] = ()
    """The reviews."""
