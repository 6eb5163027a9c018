"""The block `stakeholders`: who decides, who is informed, what each cares about."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Literal, get_args

from .alignment import Change, Handover, Meeting, Method, NotApplicable, Rejected, Signature
from .fields import Block, DecisionId, Id, KpiId, Name, ObjectiveId, PersonId, Scale5

if TYPE_CHECKING:
    from collections.abc import Sequence

Support = Literal["blocker", "sceptic", "neutral", "supporter", "sponsor"]
"""How somebody stands to the plan, from against to for."""

_PEERS = ("peer", "cpo", "service", "ops", "tech", "hr")


Audience = Literal[
    "self", "ceo", "cfo", "cro", "cpo", "board", "service", "team", "peer", "agency", "ops", "hr", "tech"
]
AUDIENCES: tuple[str, ...] = get_args(Audience)
"""Whom a version of a document can be meant for."""


def heard_as(audience: str) -> tuple[str, ...]:
    """The audiences of people a version is meant for, the likeliest first: a peer may lead any function."""
    return _PEERS if audience == "peer" else (audience,)


_TITLES = frozenset(("Dr", "Prof", "Mr", "Mrs", "Ms", "Mx", "Sir", "Herr", "Frau", "Dame"))


def first_name(name: str) -> str:
    """How somebody is addressed: without titles; in full where a script puts the family first."""
    words = name.split()
    while len(words) > 1 and (words[0].rstrip(".") in _TITLES or words[0].endswith(".")):
        words = words[1:]
    is_caseless = bool(words) and words[0].lower() == words[0].upper()
    return " ".join(words) if is_caseless else words[0] if words else ""


def short_names(people: Sequence[tuple[str, str]]) -> list[str]:
    """How somebody is called, by name and audience.

    People go by their first name, in full where nobody could tell two of them apart; an agency has one name.
    """
    firsts = [name if audience == "agency" else first_name(name) for name, audience in people]
    shared = Counter(first.casefold() for first in firsts)
    return [
        first if shared[first.casefold()] == 1 else name
        for first, (name, _) in zip(firsts, people, strict=True)
    ]


class NextStep(Block):
    """What is done next to win somebody over."""

    what: str
    """What, as an act."""
    owner: PersonId
    """Who does it."""
    due: date
    """By when."""


class Stakeholder(Block):
    """A person the plan depends on."""

    id: Id
    """Short name used everywhere else."""
    name: Name
    """Full name."""
    role: str
    """Job title."""
    audience: Audience
    """Which version of a document is meant for this person."""
    email: str | None = None
    """One address; never needed to build, a draft without it says so (MSG-004)."""
    influence: Scale5 | None = None
    """Say over the plan, 1 to 5."""
    interest: Scale5 | None = None
    """Interest in the plan, 1 to 5."""
    support: Support | None = None
    """How the person stands today."""
    target_support: Support | None = None
    """How the person should stand when it counts."""
    priorities: tuple[ObjectiveId, ...] = ()
    """Objectives that matter most to this person."""
    measured_on: tuple[KpiId, ...] = ()
    """KPIs this person is judged by."""
    concerns: tuple[str, ...] = ()
    """Worries in this person's words."""
    cadence: Literal["daily", "weekly", "fortnightly", "monthly", "quarterly"] | None = None
    """How often you talk."""
    channel: str = ""
    """Where you talk."""
    last_contact: date | None = None
    """When you last talked."""
    said: str = ""
    """What the person said when you last talked about this."""
    decides: tuple[DecisionId, ...] = ()
    """Ids of decisions this person takes."""
    we_commit: tuple[str, ...] = ()
    """What marketing promises this person, each with a number, a day or an act somebody can see."""
    they_commit: tuple[str, ...] = ()
    """What this person promises marketing, likewise."""
    next_step: NextStep | None = None
    """What moves the person from `support` to `target_support`."""


class Conflict(Block):
    """Two people want different things, and how that was settled."""

    between: tuple[PersonId, PersonId]
    """The two."""
    about: str
    """Goal against goal."""
    rule: str
    """The ranked rule that decides."""
    decided: str
    """What was decided."""
    gives_up: PersonId
    """Who gives something up."""
    date: date
    """When."""


class Vision(Block):
    """Where it goes, and what is left out."""

    statement: str
    """One sentence a result could disprove."""
    not_doing: tuple[str, ...]
    """What is left out, at least three."""
    tenets: tuple[str, ...] = ()
    """Rules for choosing, in order."""
    conflicts: tuple[Conflict, ...] = ()
    """Conflicts and how they were settled."""
    explanation: str = ""
    """How anybody can tell whether the statement came true: the measure and the day."""
    tested_by: tuple[KpiId, ...] = ()
    """The KPIs that show whether it came true."""
    situation: str = ""
    """What everybody agrees on."""
    complication: str = ""
    """What has changed, or does not work any more."""
    question: str = ""
    """The question that follows."""
    answer: str = ""
    """The answer, in a sentence."""
    decision: DecisionId | None = None
    """What the leaders are asked to decide."""
    methods: tuple[Method, ...] = ()
    """How it is reached: three to five ways."""
    rejected: tuple[Rejected, ...] = ()
    """Ideas that were looked at and left."""
    rhythm: tuple[Meeting, ...] = ()
    """Where it is looked after."""
    change: Change | None = None
    """What changes, for whom, and who says so."""
    sign_off: tuple[Signature, ...] = ()
    """Who signs, and when they did."""
    not_applicable: tuple[NotApplicable, ...] = ()
    """Functions nobody speaks for because there are none (STK-008)."""
    handover: Handover | None = None
    """What somebody needs who takes over."""
