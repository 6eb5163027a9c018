"""The blocks `company`, `periods`, `sources` and `benchmarks`: where the figures live."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from alignkit.values import Unit

from .fields import Block, Days, Id, Name, Number, PersonId, SourceId

MODELS = ("b2b_saas", "services", "ecommerce")
"""Ways to earn money that documents have words for; another may be written, and GEN-026 says so."""


class Fx(Block):
    """The rate at which a second currency was turned into the company's."""

    rate: Annotated[Number, Unit.RATIO, Field(gt=0)]
    """Units of the company's currency for one unit of the other."""
    as_of: date
    """Day of the rate."""
    source: SourceId
    """Where the rate is from."""


class Company(Block):
    """Whose documents these are."""

    name: Name
    """As it stands on a cover."""
    model: str
    """How it earns: `b2b_saas`, `services`, `ecommerce`."""
    currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")]
    """ISO 4217 code; one a context."""
    fiscal_year_start: Annotated[int, Field(ge=1, le=12)] = 1
    """Month number."""
    description: str = ""
    """One line on what it does."""
    sales_cycle_days: Days | None = None
    """Days from first meeting to signature."""
    fx: dict[str, Fx] = Field(default_factory=dict)
    """Rates by currency code."""
    segments: tuple[str, ...] = ()
    """Segments the company sells to."""


class PeriodBlock(Block):
    """A period with the name people use for it."""

    id: Id
    """Such as `FY2027`."""
    start: date
    """First day."""
    end: date
    """Last day."""


class Periods(Block):
    """The year that runs and the year that is planned; earlier ones under names of your own."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, PeriodBlock]

    current: PeriodBlock
    """The period that runs."""
    plan: PeriodBlock
    """The period that is planned."""

    def all(self) -> tuple[PeriodBlock, ...]:
        """Every period: current, plan, then the others in the order they are written."""
        return (self.current, self.plan, *(self.__pydantic_extra__ or {}).values())


class Source(Block):
    """Where figures come from."""

    name: Name
    """As a reader would recognise it."""
    kind: Literal["actual", "estimate", "benchmark", "opinion"]
    """How far it can be trusted."""
    as_of: date | None = None
    """Day of the data; needed unless `year` is given (GEN-004)."""
    year: int | None = None
    """Year of a publication."""
    owner: PersonId | None = None
    """Who answers for it."""
    population: str = ""
    """Who was asked, for benchmarks."""
    url: str = ""
    """Where it is published."""
    statistic: str = ""
    """Mean, median or quartile, for benchmarks."""


class Benchmark(Block):
    """A figure of other companies."""

    id: Id
    """What is compared, such as `cac_payback_months`; the unit is told from it."""
    name: str = ""
    """As it stands in a sentence; made from the id when absent."""
    value: Number
    """The figure."""
    source: SourceId
    """Where it is from."""
    comparable: bool
    """Whether those companies are like this one; otherwise it stays in the appendix (GEN-021)."""
    statistic: Literal["", "mean", "median", "quartile", "quartiles"] = ""
    """Which statistic."""
    caveat: str = ""
    """Why it may mislead."""
