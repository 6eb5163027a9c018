"""The block `finance`: results and plan of each period, the ARR bridge, quarters and policy."""

from __future__ import annotations

from typing import Literal

from pydantic import ConfigDict

from .fields import Amount, Block, Count, Money, Months, PeriodId, Share, SourceId, Times


class FinancePeriod(Block):
    """What finance says about one period."""

    revenue: Amount | None = None
    """Revenue of the period."""
    gross_margin: Share | None = None
    """Gross margin as a fraction of revenue."""
    cost_of_revenue: Amount | None = None
    """Cost of what was sold; gives the gross margin where that is not written."""
    contribution_margin: Share | None = None
    """What is left of revenue after all variable cost, as a fraction; for the break-even MER."""
    sales_cost: Amount | None = None
    """Sales, fully loaded."""
    marketing_cost: Amount | None = None
    """Marketing, fully loaded; for the plan period it follows from the tiers."""
    new_customers: Count | None = None
    """Customers won in the period."""
    new_customer_acv: Amount | None = None
    """Average yearly value of a new customer."""
    revenue_churn: Share | None = None
    """Revenue lost a year, as a fraction."""
    monthly_churn: Share | None = None
    """Revenue lost a month, as a fraction; gives the yearly churn where that is not written."""
    media_spend: Amount | None = None
    """Money paid to media alone, for ROAS."""
    attributed_revenue: Amount | None = None
    """Revenue attributed to that media, for ROAS."""
    incremental_share: Share | None = None
    """Share of marketing-sourced ARR that would not have come without marketing, from a test."""
    cost_scope: Literal["loaded", "programme", "media"] = "loaded"
    """What the costs include (MET-008)."""
    source: SourceId | None = None
    """Where these figures are from."""


class ArrBridge(Block):
    """How recurring revenue moved in a period; must foot to the unit."""

    opening: Money
    """At the start."""
    new: Money
    """From new customers."""
    churned: Money
    """Lost."""
    closing: Money
    """At the end."""
    expansion: Money | None = None
    """From existing customers."""
    contraction: Money | None = None
    """Less from existing customers."""
    period: PeriodId
    """Which period."""
    source: SourceId | None = None
    """Where it is from."""


class Quarter(Block):
    """A quarter, for the magic number."""

    id: str
    """Such as `2026-Q3`."""
    net_new_arr: Money
    """Net new ARR of the quarter."""
    sm_cost: Amount
    """Sales and marketing cost of the quarter."""
    revenue: Amount | None = None
    """Revenue of the quarter, for the magic number on revenue."""
    new_customers: Count | None = None
    """Customers won in the quarter."""
    forecast: bool = False
    """Not closed yet."""
    source: SourceId | None = None
    """Where it is from."""


class Policy(Block):
    """The limits finance has set."""

    ltv_lifetime_cap_years: Count | None = None
    """Longest customer life that counts."""
    ltv_cac_floor: Times | None = None
    """Least LTV:CAC."""
    payback_ceiling_months: Months | None = None
    """Longest CAC payback."""
    materiality: Amount | None = None
    """Differences below it need no words."""
    variance_pct: Share | None = None
    """Differences below this share need no words."""
    source: SourceId | None = None
    """Where the limits are written; without one they are what you were told."""


class LastPlan(Block):
    """Last year's plan against what happened."""

    period: PeriodId
    """Which period."""
    planned_spend: Amount
    """Marketing budget approved."""
    actual_spend: Amount
    """Marketing budget spent."""
    planned_customers: Count
    """Customers planned."""
    actual_customers: Count
    """Customers won."""
    note: str = ""
    """The cause of the difference, in a sentence."""
    source: SourceId | None = None
    """Where it is from."""


class Finance(Block):
    """One entry for each period id, and what holds for all."""

    model_config = ConfigDict(extra="allow", frozen=True)
    __pydantic_extra__: dict[str, FinancePeriod]

    arr: ArrBridge | None = None
    """The ARR bridge of a period."""
    quarters: tuple[Quarter, ...] = ()
    """Quarters in order."""
    policy: Policy | None = None
    """Limits set by finance."""
    last_plan: LastPlan | None = None
    """Plan against actual of the period that ends."""
    source: SourceId | None = None
    """Where what names no source of its own is from."""

    def periods(self) -> dict[str, FinancePeriod]:
        """The entries by period id."""
        return dict(self.__pydantic_extra__ or {})
