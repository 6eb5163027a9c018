"""The confidential block `people`: reviews, kept in a file of its own and loaded only on request."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .fields import Block, Day, Id, KpiId, Number, ObjectiveId, PersonId, SourceId

Directness = Literal["plain", "balanced", "coaching"]
"""How openly something is said: an instruction, an agreement, a question."""


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
    shared_on: Day | None = None
    """Day on which the reviews are shared; the day the documents speak for when left out."""
    directness: Directness = "balanced"
    """How openly openings and next steps speak; the facts are the same."""
    address: Literal["Sie", "du"] = "Sie"
    """How German speaks to a person."""


class ReviewGoal(Block):
    """A goal of the period with what came of it."""

    text: str
    """What was agreed."""
    target: Number | None = None
    """Target; left out where a goal is met or not."""
    actual: Number | None = None
    """Result."""
    unit: str = ""
    """`money`, `ratio` or the thing counted."""
    met: Literal[True, False, "partly"]
    """Whether it was met; `partly` where only a part of it was."""
    kpi: KpiId | None = None
    """Which KPI it moves."""
    note: str = ""
    """What is to be said of it, in a line."""


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
    metric: str = ""
    """Name of a measure it moved."""
    from_: str = Field(default="", alias="from")
    """What the measure was, as it is to be shown: `"52%"`."""
    to: str = ""
    """What it became."""
    auxiliary: Literal["haben", "sein"] = "haben"
    """German only: the verb the participle of `behaviour` goes with."""


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
    competency: str = ""
    """What it develops; that of its evidence when left out."""
    evidence: tuple[Id, ...] = ()
    """Observations it answers; the growth items in their order when left out."""


class SupportGiven(Block):
    """What the manager gives."""

    text: str
    """What."""
    owner: PersonId
    """Who gives it."""
    due: date
    """By when."""
    evidence: tuple[Id, ...] = ()
    """Observations it helps with; the growth items in their order when left out."""


class Review(Block):
    """What one person writes about another, or about their own work."""

    person: PersonId
    """Who."""
    reviewer: PersonId
    """By whom."""
    form: Literal["review", "self", "peer", "upward", "agency"] = "review"
    """Whose view it is: the manager's, the person's own, a colleague's, a report's, or a client's."""
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
    """Reason of the overall rating, or why it differs from the others."""
    directness: Directness | None = None
    """How openly this one speaks; as the cycle says when left out."""
    address: Literal["Sie", "du"] | None = None
    """How German speaks to this person; as the cycle says when left out."""
    grammar: Literal["f", "m", "n"] | None = None
    """Pronouns of the person, so that slips can be found; never guessed from a name."""
    pins: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    """Phrases to use, by id of an observation, or by `summary` and the like."""
    bans: tuple[str, ...] = ()
    """Phrases not to use."""
    promotion: tuple[Id, ...] = ()
    """Observations that speak for a promotion, for calibration."""
    note_on: Id | None = None
    """The observation a note is about; the last fitting one when left out."""


class People(Block):
    """Reviews of a cycle."""

    cycle: Cycle
    """Which cycle."""
    reviews: tuple[Review, ...] = ()
    """The reviews."""
