"""The block `agency`: a fee you negotiate down, for `budget-script --mode agency`."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from .budget import Give
from .fields import Block, Count, Days, LineId, Money, Name, PersonId, SourceId


class AgencyWork(Block):
    """A part of what the agency does for the fee."""

    name: Name
    """The work, in a few words."""
    fee: Money
    """Its part of the fee as it is."""
    ends: bool = False
    """Whether you can do without it."""
    why: str = ""
    """Why it ends, or why it must stay."""


class Delivery(Block):
    """What was agreed with the agency and what came."""

    name: Name
    """What is counted, in the plural."""
    agreed: Count
    """How many were agreed."""
    delivered: Count
    """How many came as agreed."""


class Quote(Block):
    """What somebody else would take for the same work."""

    name: Name
    """Who offers."""
    fee: Money
    """The fee a year."""
    comparable: bool = True
    """Whether the scope is the same."""
    source: SourceId | None = None
    """Where it is from; the block's source when absent."""


class Agency(Block):
    """An agency, the fee it has and the fee you want."""

    name: Name
    """Name of the agency."""
    contact: PersonId
    """Whom you talk to there."""
    fee: Money
    """The fee a year as it is."""
    target: Money
    """The fee a year you ask for."""
    walk_away: Money
    """The highest fee you would sign; above it you take the alternative."""
    by: date
    """Last day to agree."""
    alternative: str = ""
    """What you do if you do not agree."""
    alternative_cost: Money | None = None
    """What that costs in its first year, the change included."""
    meeting: date | None = None
    """Day of the talk."""
    if_no_agreement: str = ""
    """What happens without an agreement by then."""
    line: LineId | None = None
    """The budget line the fee is paid from."""
    reason: str = ""
    """Why the fee is opened now, in a sentence."""
    scope: tuple[AgencyWork, ...] = ()
    """What the fee pays for; the parts add up to it."""
    record: tuple[Delivery, ...] = ()
    """What was agreed and what came."""
    quotes: tuple[Quote, ...] = ()
    """Other offers."""
    notice: Days | None = None
    """Days of notice."""
    contract_end: date | None = None
    """When the contract ends by itself."""
    gives: tuple[Give, ...] = ()
    """What you can offer the agency, and what you want for it; `amount` is fee above the target."""
    promises: tuple[str, ...] = ()
    """What you do for your part, so that the work can be done for this fee."""
    replies: dict[str, str] = Field(default_factory=dict)
    """Your own words in reply to an objection, by its name in the script."""
    source: SourceId | None = None
    """Where these figures are from."""
