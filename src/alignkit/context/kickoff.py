"""The block `kickoff`: what everybody has to leave the room with when an initiative starts."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .fields import Block, Day, Days, InitiativeId, KpiId, MilestoneId, Number, PersonId, RiskId, SourceId


class Success(Block):
    """What success is."""

    kpi: KpiId
    """Which KPI."""
    target: Number
    """Which value, in the KPI's unit."""
    by: date
    """By when."""


class Dependency(Block):
    """Something needed from someone: work, a decision, access or data."""

    need: str
    """What."""
    from_: Annotated[PersonId | None, Field(alias="from")] = None
    """From whom (KCK-009)."""
    by: date | None = None
    """By when (KCK-009)."""
    for_: Annotated[MilestoneId | None, Field(alias="for")] = None
    """The milestone that waits for it (KCK-005)."""


class Insight(Block):
    """Who it is for, and what is known about them."""

    who: str
    """Which people, as narrow as you know them."""
    insight: str
    """What moves or stops them, in a sentence."""
    evidence: str = ""
    """What it rests on: how many were asked or counted, and when."""
    source: SourceId | None = None
    """Where it is from."""


class Deliverable(Block):
    """A thing that is handed over."""

    what: str
    """Which."""
    owner: PersonId
    """Who hands it over."""
    due: date
    """By when."""


class Appointment(Block):
    """A meeting of the working rhythm."""

    meeting: str
    """What it is called."""
    day: str
    """Which day and time: `Tuesday, 10:00`."""
    purpose: str = ""
    """What is settled there."""


class DecisionNeeded(Block):
    """A decision the kickoff asks for."""

    text: str
    """What is to be decided, as an act: `Freeze the account list`."""
    from_: Annotated[PersonId, Field(alias="from")]
    """Who decides."""
    by: date
    """By when."""
    if_late: str = ""
    """What waiting costs."""


class FirstStep(Block):
    """A task of the first two weeks."""

    what: str
    """What is done, as an act."""
    owner: PersonId | None = None
    """Who does it (KCK-011)."""
    due: date | None = None
    """By when."""


class Brief(Block):
    """What an agency is asked to make."""

    task: str
    """What is to be made, and for what."""
    message: str
    """The one thing people shall take away."""
    proof: str = ""
    """Why they should believe it."""
    must: tuple[str, ...] = ()
    """What has to be in it."""


class Approval(Block):
    """A step on the way from a draft to its publication."""

    step: str
    """What is looked at."""
    who: PersonId
    """Who says yes or no."""
    days: Days
    """Working days it may take."""


class Stage(Block):
    """What is reached after so many days."""

    days: Days
    """Days after the start: 30, 60 or 90."""
    outcome: str
    """What is true then."""
    owner: PersonId | None = None
    """Who answers for it."""
    proof: str = ""
    """How everybody can see it."""


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
    meeting: Day | None = None
    """Day of the kickoff meeting."""
    place: str = ""
    """Time and place of the meeting: `10:00, room Birch`."""
    team: tuple[PersonId, ...] = ()
    """Who works on it and is invited."""
    informed: tuple[PersonId, ...] = ()
    """Who is told."""
    without: str = ""
    """What happens if it is not done."""
    audience: tuple[Insight, ...] = ()
    """Who it is for and what is known about them."""
    deliverables: tuple[Deliverable, ...] = ()
    """What is handed over, by whom and when."""
    dependencies: tuple[Dependency, ...] = ()
    """What is needed from others."""
    release_rule: str = ""
    """What has to be true before money is released, where no gate of the budget says it."""
    agreements: tuple[str, ...] = ()
    """How you work together, in acts that can be observed (KCK-008)."""
    review_on: date | None = None
    """When the agreements are reviewed."""
    rhythm: tuple[Appointment, ...] = ()
    """Which meetings there are."""
    channel: str = ""
    """Where you write to each other."""
    decision_log: str = ""
    """Where decisions are written down."""
    escalation: tuple[PersonId, ...] = ()
    """Who is asked when two cannot agree, in order."""
    premortem: tuple[RiskId, ...] = ()
    """How it may fail."""
    decisions_needed: tuple[DecisionNeeded, ...] = ()
    """What has to be decided at the kickoff."""
    first_two_weeks: tuple[FirstStep, ...] = ()
    """What is done first, at most seven tasks (KCK-011)."""
    brief: Brief | None = None
    """What an agency is asked to make."""
    brand_rules: tuple[str, ...] = ()
    """What an agency has to keep to."""
    approval_path: tuple[Approval, ...] = ()
    """How a draft of an agency is approved."""
    access: tuple[Dependency, ...] = ()
    """Systems and rooms a fractional leader has to get into."""
    data: tuple[Dependency, ...] = ()
    """Figures a fractional leader has to see."""
    plan_30_60_90: tuple[Stage, ...] = ()
    """What a fractional leader has reached after 30, 60 and 90 days."""
