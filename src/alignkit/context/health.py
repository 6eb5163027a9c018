"""The blocks `scorecard`, `gaps`, `drift` and `audit`: how well plan and work agree."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import Field

from .fields import AreaId, Block, Id, KpiId, Money, Number, ObjectiveId, PersonId, Scale5, Share, SourceId


class Area(Block):
    """An area rated from 1 to 5 by each function."""

    id: Id
    """Short name."""
    axis: Literal["vertical", "horizontal"]
    """Up and down, or across."""
    target: Scale5
    """Where it should be."""
    ratings: dict[str, Scale5]
    """One rating a function."""
    name: str = ""
    """As it stands in a table."""
    evidence: str = ""
    """What the ratings rest on."""


class ScorecardAction(Block):
    """What is done about an area."""

    area: AreaId
    """Which area."""
    action: str
    """What."""
    owner: PersonId
    """Who."""
    due: date
    """By when."""


class Scorecard(Block):
    """How leaders see alignment."""

    date: date
    """When it was rated."""
    areas: tuple[Area, ...]
    """The areas."""
    discussion: dict[str, str] = Field(default_factory=dict)
    """Notes by area id."""
    actions: tuple[ScorecardAction, ...] = ()
    """What is done."""


class Gap(Block):
    """A difference between wanted and actual, its cause and what is done."""

    id: Id
    """Short name."""
    axis: Literal["vertical", "horizontal"]
    """With the strategy, or with other functions."""
    cause: str
    """Why."""
    action: str
    """What is done."""
    owner: PersonId
    """Who."""
    due: date
    """By when."""
    kpi: KpiId | None = None
    """Which KPI shows it."""
    area: AreaId | None = None
    """Which scorecard area shows it."""
    effort: Scale5 | None = None
    """1 little, 5 much."""
    impact: Scale5 | None = None
    """1 little, 5 much."""
    cause_type: Literal["direction", "definition", "skill", "capacity", "process", "data", "money"] | None = (
        None
    )
    """Kind of cause."""


class Allocation(Block):
    """Planned and actual share of spend."""

    segment: str
    """Of what."""
    planned: Share
    """Planned."""
    actual: Share
    """Actual."""


class Assumption(Block):
    """Something the plan takes for granted."""

    text: str
    """What."""
    challenged_by: PersonId | None = None
    """Who asked."""
    evidence: str = ""
    """What was found."""
    outcome: Literal["", "holds", "weakened", "failed"] = ""
    """How it stands."""


class Drift(Block):
    """Intention against what happened."""

    allocation: tuple[Allocation, ...]
    """Shares by segment; each column adds to one."""
    spend_to_date: Money
    """Programme spend, no people."""
    unlinked_spend: Money = Decimal(0)
    """Spend on work without an objective."""
    source: SourceId | None = None
    """Where it is from."""
    assumptions: tuple[Assumption, ...] = ()
    """Assumptions challenged."""
    messages: tuple[str, ...] = ()
    """Messages that disagree."""
    rhythm: tuple[str, ...] = ()
    """Reviews missed."""


class OffTrack(Block):
    """Work that serves no objective, and what is decided."""

    what: str
    """Which work."""
    objective: ObjectiveId | None = None
    """Which objective, if any."""
    hours: Annotated[Number, Field(ge=0)] = Decimal(0)
    """Hours this week."""
    decision: Literal["stop", "change", "keep"] | None = None
    """What is decided."""
    reason: str = ""
    """Why."""
    owner: PersonId | None = None
    """Who."""
    due: date | None = None
    """By when."""


class Carried(Block):
    """An action that was not finished."""

    what: str
    """Which."""
    owner: PersonId
    """Who."""
    since: str
    """ISO week, such as `2026-W44`."""
    due: date
    """By when."""


class Told(Block):
    """Who was told what."""

    who: PersonId
    """Whom."""
    what: str
    """What."""
    date: date
    """When."""


class Audit(Block):
    """A week looked at."""

    week: Annotated[str, Field(pattern=r"^\d{4}-W\d{2}$")]
    """ISO week, such as `2026-W47`."""
    top_priorities_confirmed: date | None = None
    """When the priorities were last confirmed."""
    done: tuple[str, ...] = ()
    """Finished."""
    off_track: tuple[OffTrack, ...] = ()
    """Off track."""
    carried: tuple[Carried, ...] = ()
    """Carried over."""
    told: tuple[Told, ...] = ()
    """Who was told."""
    decision: str = ""
    """One decision needed."""
