"""Where an input comes from: its period, its sources, its scenario and whether it is stale."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from alignkit.context.budget import Budget, BudgetLine
from alignkit.context.finance import ArrBridge, FinancePeriod, LastPlan, Quarter
from alignkit.context.health import Allocation, Drift
from alignkit.context.initiatives import Initiative
from alignkit.context.issues import Issue, Option
from alignkit.context.market import Segment
from alignkit.context.objectives import Kpi
from alignkit.context.pipeline import Pipeline
from alignkit.context.plan import Risk
from alignkit.values import Scenario

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from alignkit.context.company import Source
    from alignkit.context.fields import Block
    from alignkit.context.whole import Context

CADENCE_DAYS: Mapping[str, int] = {
    "daily": 3,
    "weekly": 10,
    "fortnightly": 20,
    "monthly": 45,
    "quarterly": 120,
}
"""Days until a figure of each cadence is stale (rule N14; daily and fortnightly are in proportion)."""

_KPI_SCENARIOS = {
    "actual": Scenario.ACTUAL,
    "forecast": Scenario.FORECAST,
    "baseline": Scenario.PRIOR_YEAR,
    "target": Scenario.PLAN,
    "target_to_date": Scenario.PLAN,
    "next_target": Scenario.PLAN,
}
_ISSUE_SCENARIOS = {"approved": Scenario.PLAN, "to_complete": Scenario.FORECAST}
_MIXED = frozenset({Kpi, BudgetLine, LastPlan, Allocation, Issue, Pipeline})
"""Blocks whose numbers do not all come from one place."""

_MEASURED = frozenset({"actual", "forecast"})


_QUARTER = re.compile(r"(\d{4})-Q([1-4])")


class Provenance(NamedTuple):
    """What all inputs of a block have in common."""

    period: str = ""
    """Period id, empty where no period applies."""
    sources: tuple[str, ...] = ()
    """The block's own source, or that of the nearest block around it."""
    scenario: Scenario | None = None
    """Actual, plan or forecast."""
    stale: bool = False
    """Older than its cadence allows."""


class Origins:
    """Finds the provenance of blocks, from the outside in."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._as_of = context.meta.as_of
        periods = context.periods
        self.current = periods.current.id if periods else ""
        self.plan = periods.plan.id if periods else ""
        self._ends = {period.id: period.end for period in periods.all()} if periods else {}
        self._known: dict[tuple[str, tuple[str, ...]], Provenance] = {}

    def of_block(self, block: Block, key: str, around: Provenance) -> Provenance:
        """The provenance of a block.

        Args:
            block: which block.
            key: its name in the block around it.
            around: the provenance of that block.

        """
        period = self._period(block, key, around.period)
        source = self._source(block)
        sources = (source,) if source else around.sources
        if isinstance(block, Quarter):
            open_still = block.forecast or not self._quarter_is_over(block.id)
            scenario = Scenario.FORECAST if open_still else Scenario.ACTUAL
            return self._provenance(period, sources)._replace(scenario=scenario)
        if isinstance(block, Drift | Allocation | Pipeline):
            return self._provenance(period, sources)._replace(scenario=Scenario.ACTUAL)
        if isinstance(block, Option):
            return self._provenance(period, sources)._replace(scenario=Scenario.FORECAST)
        return self._provenance(period, sources)

    def of_field(self, block: Block, field: str, provenance: Provenance) -> Provenance:
        """The provenance of one number of a block, where it differs from the others'."""
        if type(block) not in _MIXED:
            return provenance
        match block:
            case Kpi():
                period = self.plan if field == "next_target" else self.current
                stale = field in _MEASURED and self._stale_kpi(block)
                return Provenance(period, provenance.sources, _KPI_SCENARIOS.get(field), stale)
            case BudgetLine() if field == "prior":
                return self._provenance(self.current, provenance.sources)
            case LastPlan() | Allocation() if field.startswith("planned"):
                return provenance._replace(scenario=Scenario.PLAN)
            case Pipeline() if field == "remaining_target":
                return provenance._replace(scenario=Scenario.PLAN)
            case Issue() if field in _ISSUE_SCENARIOS:
                return provenance._replace(scenario=_ISSUE_SCENARIOS[field])
            case _:
                return provenance

    def _period(self, block: Block, key: str, around: str) -> str:
        match block:
            case FinancePeriod():
                return key
            case ArrBridge() | LastPlan() | Pipeline():
                return block.period
            case Segment():
                return block.period or self.current
            case Quarter():
                return block.id
            case Budget() | Initiative():
                return self.plan
            case Drift():
                return self.current
            case _:
                return around

    def _source(self, block: Block) -> str | None:
        """The source a block names, or that of the plan for initiatives and risks, which belong to it.

        Nothing else is guessed: quarters and limits of finance name theirs, or have none.
        """
        if source := vars(block).get("source"):
            return str(source)
        budget = self._context.budget
        match block:
            case Initiative() | Risk() if budget:
                return budget.source
            case _:
                return None

    def _provenance(self, period: str, sources: tuple[str, ...]) -> Provenance:
        known = self._known.get((period, sources))
        if known is None:
            source = self._context.sources.get(sources[0]) if sources else None
            scenario, stale = self._scenario(period, source), self._stale(period, source)
            known = self._known[period, sources] = Provenance(period, sources, scenario, stale)
        return known

    def _scenario(self, period: str, source: Source | None) -> Scenario | None:
        if source is None or source.kind not in ("actual", "estimate"):
            return Scenario.PLAN if period and period == self.plan else None
        if period == self.plan or (source.kind == "estimate" and not period):
            return Scenario.PLAN
        if source.kind == "estimate" or not self._closed(period, source.as_of or self._as_of):
            return Scenario.FORECAST
        return Scenario.ACTUAL

    def _closed(self, period: str, day: date) -> bool:
        """Whether a period was over on `day`; no period is."""
        return period not in self._ends or self._ends[period] <= day

    def _quarter_is_over(self, name: str) -> bool:
        """Whether a quarter such as `2026-Q4` was over on the day of the context.

        What one of another name or of a shifted year covers is not known; what is written about it counts.
        """
        found = _QUARTER.fullmatch(name) if self._context.company.fiscal_year_start == 1 else None
        last_month = (int(found[1]), 3 * int(found[2])) if found else (0, 0)
        return (self._as_of.year, self._as_of.month) > last_month

    def _stale(self, period: str, source: Source | None) -> bool:
        """Whether an actual is older than a monthly rhythm allows; a year that is over does not change."""
        if source is None or source.kind != "actual" or source.as_of is None:
            return False
        final = period in self._ends and self._closed(period, source.as_of)
        return not final and self._age(source.as_of) > CADENCE_DAYS["monthly"]

    def _stale_kpi(self, kpi: Kpi) -> bool:
        source = self._context.sources.get(kpi.source)
        as_of = kpi.as_of or (source.as_of if source else None)
        if as_of is None or (kpi.cadence is None and source and source.kind != "actual"):
            return False
        return self._age(as_of) > CADENCE_DAYS[kpi.cadence or "monthly"]

    def _age(self, day: date) -> int:
        return (self._as_of - day).days
