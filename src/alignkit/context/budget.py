"""The block `budget`: lines, tiers, the decision asked, downside, cuts and gates."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from .fields import (
    Amount,
    Block,
    Count,
    Days,
    Id,
    LineId,
    Money,
    Name,
    Number,
    PersonId,
    Share,
    SourceId,
    TierId,
)


class BudgetDecision(Block):
    """What is asked of whom, by when."""

    id: Id
    """Id of the decision."""
    ask_tier: TierId
    """The tier that is asked for."""
    from_: Annotated[PersonId, Field(alias="from")]
    """Who decides."""
    by: date
    """Last day to decide."""
    meeting: date | None = None
    """Day of the meeting."""
    if_no_decision: str = ""
    """What happens without a decision."""
    walk_away: TierId | None = None
    """The least tier you can accept; the cheapest above the committed money when absent."""
    alternative: str = ""
    """Best alternative if the ask is refused."""


class BudgetLine(Block):
    """A line of the budget: one amount for each tier, under the tier's id."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, Amount]

    id: Id
    """Short name."""
    name: Name
    """As it stands in a table."""
    owner: PersonId
    """Who answers for it."""
    prior: Amount | None = None
    """The same line in the current period, forecast."""
    committed: Amount = Decimal(0)
    """What cannot be cancelled, under the ask tier."""
    price_effect: Money | None = None
    """How much of the change is higher prices for the same things."""
    notice: Days | None = None
    """Days of notice until what is committed ends."""
    why: str = ""
    """Why it changes."""
    evidence: str = ""
    """What the amount rests on."""
    source: SourceId | None = None
    """Where it is from; the budget's source when absent."""

    @property
    def amounts(self) -> dict[str, Decimal]:
        """The amounts by tier id."""
        return dict(self.__pydantic_extra__ or {})


class Tier(Block):
    """A level of spending with what it brings."""

    id: Id
    """Short name; the lines have an amount under it."""
    label: str
    """As it stands in a table."""
    total: Amount
    """Sum of the lines; checked, never trusted (BUD-001)."""
    sales_cost: Amount | None = None
    """Sales cost under this tier; the plan period's when absent."""
    new_customers: Count | None = None
    """New customers of the whole company."""
    mkt_customers: Count | None = None
    """Those sourced by marketing."""
    revenue: Amount | None = None
    """Revenue of the plan period under this tier."""
    exception: str = ""
    """Why a limit may be broken (BUD-016)."""
    why: str = ""
    """Why returns rise or outcomes do not (BUD-009)."""


class Downside(Block):
    """The worst plausible year."""

    label: str
    """As it stands in a table."""
    tier: TierId
    """Which tier it is about."""
    win_rate: Share
    """Win rate of a bad year."""
    opportunities: Count
    """Opportunities of a bad year."""
    acv: Amount
    """Yearly value of a customer in a bad year."""
    story: str = ""
    """What would have happened."""
    response: str = ""
    """What you would do."""
    source: SourceId | None = None
    """Where it is from."""


class Driver(Block):
    """An assumption with its range."""

    id: Literal["opportunities", "win_rate", "acv"]
    """Which assumption."""
    low: Number
    """Lowest plausible value."""
    base: Number
    """Value of the plan."""
    high: Number
    """Highest plausible value."""
    source: SourceId | None = None
    """Where the range is from."""


class Headcount(Block):
    """A role, prorated by month."""

    role: str
    """Job title."""
    tier: TierId
    """From which tier on."""
    start: date
    """First day."""
    annual_cost: Amount
    """Loaded cost of a year."""
    owner: PersonId
    """Who hires."""
    unlocks: str = ""
    """What it makes possible: an initiative id or words."""
    contractor_cost: Amount | None = None
    """What a contractor would cost for the same months."""


class Cut(Block):
    """What goes when there is less money."""

    order: int
    """Which goes first."""
    line: LineId
    """Where it is taken."""
    amount: Amount
    """How much is saved."""
    loses: str
    """What is lost."""
    customers: Count | None = None
    """New customers lost."""
    reversible: bool = True
    """Whether it can be taken back within the year."""
    why: str = ""
    """Why the order is as it is (BUD-012)."""


class Gate(Block):
    """Money released when a test is passed."""

    id: Id
    """Short name."""
    date: date
    """Day of the test."""
    test: str
    """KPI id, comparison, number."""
    release: Amount
    """How much is released."""
    else_: Annotated[str, Field(alias="else")] = ""
    """What happens otherwise."""


class Give(Block):
    """Something you can offer, and what you want for it."""

    give: str
    """What you offer."""
    get: str = ""
    """What you want in return (SCR-003)."""
    amount: Amount = Decimal(0)
    """Money given up; 0 for none."""
    order: int | None = None
    """Cheapest for you first; the written order when absent."""


class Phase(Block):
    """Money of a line in one month or quarter."""

    line: LineId
    """Which line."""
    period: str
    """Such as `2027-03` or `2027-Q1`, which are of the calendar; any other name is yours."""
    amount: Money
    """How much."""


class Proof(Block):
    """How much of what is attributed to marketing a test has shown to be extra."""

    test: str
    """The test, such as a holdout region."""
    proven_share: Share | None = None
    """Share proven to be extra; nothing while the test is open."""
    result_on: date | None = None
    """When the result is there, or was."""
    source: SourceId | None = None
    """Where it is from; the budget's source when absent."""


class Saving(Block):
    """Money that tools or a better way of working have freed already."""

    name: Name
    """What does the work now, as it stands in a sentence."""
    saved: Amount
    """Money saved a year."""
    funds: str = ""
    """What the saving pays for."""
    source: SourceId | None = None
    """Where it is from; the budget's source when absent."""


class AnnouncedCut(Block):
    """A cut finance has announced, for `budget-deck --mode defend`."""

    amount: Amount
    """How much less than the ask is to be spent."""
    on: date
    """Day from which it holds."""
    reason: str = ""
    """The reason finance gave."""


class Budget(Block):
    """The money asked for, in steps."""

    decision: BudgetDecision
    """What is asked."""
    lines: tuple[BudgetLine, ...]
    """The lines."""
    tiers: tuple[Tier, ...]
    """The steps, cheapest first."""
    source: SourceId | None = None
    """Source of every figure below that names none."""
    downside: Downside | None = None
    """The bad year."""
    drivers: tuple[Driver, ...] = ()
    """Assumptions with ranges."""
    cuts: tuple[Cut, ...] = ()
    """Ranked cuts."""
    gates: tuple[Gate, ...] = ()
    """Releases by gate."""
    gives: tuple[Give, ...] = ()
    """The give-get ladder."""
    headcount: tuple[Headcount, ...] = ()
    """Roles."""
    phasing: tuple[Phase, ...] = ()
    """Money by month or quarter."""
    unallocated: Amount = Decimal(0)
    """Part of the ask without a line."""
    announced_cut: AnnouncedCut | None = None
    """A cut finance has announced."""
    replies: dict[str, str] = Field(default_factory=dict)
    """Your own words in reply to an objection, by its name in the script, such as `ai` or `incremental`."""
    proof: Proof | None = None
    """What a test has shown, or will show, about customers who would have come anyway."""
    savings: tuple[Saving, ...] = ()
    """What tools have saved already."""
    sellers: Count | None = None
    """Sellers who work the pipeline of the plan period."""
    in_year_factor: Share | None = None
    """Share of the year an average new customer is live."""
