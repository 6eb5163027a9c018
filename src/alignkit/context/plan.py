"""The blocks `risks`, `milestones`, `raci` and `decisions`: what may go wrong, when, and who decides."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from .fields import Block, Id, InitiativeId, MilestoneId, Money, Name, ObjectiveId, PersonId, Share, SourceId


class Risk(Block):
    """Because of a cause an event may happen, with an effect."""

    id: Id
    """Short name."""
    cause: str
    """Because of what."""
    event: str
    """What may happen."""
    effect: str
    """Which measure it hits."""
    probability: Annotated[Share, Field(ge=0, le=1)]
    """Between 0 and 1."""
    impact: Money
    """Money lost if it happens."""
    owner: PersonId
    """Who answers for it."""
    response: Literal["reduce", "avoid", "transfer", "accept"]
    """What is done about it."""
    action: str
    """What is done, as an act."""
    due: date
    """By when."""
    trigger: str
    """The sign that starts the action."""
    status: Literal["open", "closed", "happened"]
    """Where it stands."""
    initiative: InitiativeId | None = None
    """Which initiative."""
    objective: ObjectiveId | None = None
    """Which objective."""
    p_after: Share | None = None
    """Probability after the action."""
    impact_after: Money | None = None
    """Impact after the action."""
    cost: Money | None = None
    """What the action costs."""
    accepted_by: PersonId | None = None
    """Who accepted it."""
    reviewed: date | None = None
    """Last review."""
    source: SourceId | None = None
    """Where its figures are from; the budget's source when absent."""
    answers: tuple[PersonId, ...] = ()
    """Whose concern it answers (STK-002)."""


class Milestone(Block):
    """A day by which something is done."""

    id: Id
    """Short name."""
    name: Name
    """What is done."""
    date: date
    """When."""
    owner: PersonId
    """Who answers for it."""
    kind: str
    """Such as `prewire`, `meeting`, `decision`, `kickoff`."""
    needs: tuple[MilestoneId, ...] = ()
    """Milestones that come before."""
    initiative: InitiativeId | None = None
    """Which initiative."""


class RaciRow(Block):
    """Who does, decides, is asked and is told."""

    task: str
    """What."""
    A: PersonId
    """Who decides; exactly one."""
    R: tuple[PersonId, ...]
    """Who does it."""
    C: tuple[PersonId, ...] = ()
    """Who is asked."""
    I: tuple[PersonId, ...] = ()  # noqa: E741 - the letter RACI gives it
    """Who is told."""
    id: Id | None = None
    """Short name, if anything refers to it."""
    initiative: InitiativeId | None = None
    """Which initiative; none for a task of the whole company."""


class Decision(Block):
    """A decision, taken or open."""

    id: Id
    """Short name."""
    text: str
    """What is decided."""
    from_: Annotated[PersonId, Field(alias="from")]
    """Who decides."""
    by: date
    """By when."""
    made_on: date | None = None
    """When it was taken."""
    outcome: str = ""
    """How it was decided."""
    because: str = ""
    """Why."""
