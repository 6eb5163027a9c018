"""The block `pipeline`: what is open, what was won, and how much is still to be won in a period."""

from __future__ import annotations

from .fields import Block, Count, Money, PeriodId, Share, SourceId


class Pipeline(Block):
    """The qualified pipeline of one period, as sales and finance count it."""

    period: PeriodId
    """The period the deals are due in."""
    source: SourceId
    """Where it is counted."""
    open_due: Money | None = None
    """Open qualified pipeline with a close date in the period; what has no date stays out."""
    remaining_target: Money | None = None
    """New ARR still to be won in the period."""
    opportunities: Count | None = None
    """Qualified opportunities open in the period."""
    won: Count | None = None
    """Opportunities won, of one cohort and one entry stage."""
    lost: Count | None = None
    """Opportunities lost, of the same cohort; open ones stay out."""
    won_value: Money | None = None
    """Value of those won, for a win rate by value."""
    lost_value: Money | None = None
    """Value of those lost."""
    slippage: Share | None = None
    """Share of pipeline that moves out of its period."""
    accepted: Count | None = None
    """Leads sales accepted."""
    rejected: Count | None = None
    """Leads sales rejected."""
    unreviewed: Count | None = None
    """Leads sales has not looked at yet."""
    programme_cost: Money | None = None
    """Programme money behind the opportunities, without people."""
