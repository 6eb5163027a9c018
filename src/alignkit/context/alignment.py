"""What leaders agree on beside the vision itself: methods, meetings, change, signatures and handover."""

from __future__ import annotations

from datetime import date
from typing import Literal

from .fields import Block, Day, InitiativeId, Name, PersonId


class Method(Block):
    """One of the few ways in which the vision is reached."""

    name: Name
    """What is done, in a few words that begin with a verb."""
    initiatives: tuple[InitiativeId, ...] = ()
    """The initiatives that belong to it; its money is theirs."""
    why: str = ""
    """Why this way."""


class Rejected(Block):
    """An idea that was looked at and left."""

    idea: str
    """What was proposed."""
    why: str
    """Why it was left."""
    by: PersonId | None = None
    """Who proposed it, if they want to be named."""


class Meeting(Block):
    """A meeting of the operating rhythm."""

    meeting: str
    """What it is called."""
    every: Literal["daily", "weekly", "fortnightly", "monthly", "quarterly"]
    """How often."""
    purpose: str
    """What it is for."""
    inputs: str = ""
    """What must be on the table."""
    decides: str = ""
    """What may be decided there."""
    owner: PersonId | None = None
    """Who calls it and keeps its record."""


class ChangeFor(Block):
    """What a change means for one group."""

    whom: str
    """Which group or function."""
    what: str
    """What is different for them."""
    sender: PersonId
    """Who tells them: the person they work for."""
    told_on: date | None = None
    """When they are told."""


class Change(Block):
    """Why things change, and who hears it from whom."""

    why: str
    """Why."""
    why_now: str = ""
    """Why now."""
    cost_of_not: str = ""
    """What it costs to leave things as they are."""
    sender: PersonId | None = None
    """Who gives the business reason: a leader."""
    effects: tuple[ChangeFor, ...] = ()
    """What it means for each group."""


class Signature(Block):
    """A line of the sign-off table."""

    person: PersonId
    """Who signs."""
    date: Day | None = None
    """When it was signed; empty until then."""


class NotApplicable(Block):
    """A function this company does not have, with the reason."""

    function: Literal["ceo", "cfo", "sales", "product", "service"]
    """Which one of those an alignment cannot do without."""
    why: str
    """Why there is nobody."""


class Access(Block):
    """Something the next person needs to get into."""

    what: str
    """Which system, account or folder."""
    holder: PersonId
    """Who can let somebody in."""
    level: str = ""
    """With which rights."""


class OpenQuestion(Block):
    """A question that is still open at a handover."""

    question: str
    """What is not decided or not known."""
    owner: PersonId
    """Who answers it."""
    by: date | None = None
    """By when."""


class Handover(Block):
    """What somebody needs who takes the work over."""

    access: tuple[Access, ...] = ()
    """Where to get in."""
    questions: tuple[OpenQuestion, ...] = ()
    """What is open."""
