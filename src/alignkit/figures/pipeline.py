"""What the pipeline of a period covers, how often it is won, and how fast it turns into ARR."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import Unit

from .economics import ONE
from .term import Term

if TYPE_CHECKING:
    from .book import Book

_SMALL_COHORT = 30
"""Below it a win rate shows how many deals it rests on (metric library)."""


def derive_pipeline(book: Book) -> None:
    """Enter `pipeline.*`; without the block in the context none of it is available."""
    _derive_win_rates(book)
    _derive_coverage(book)
    _derive_outcome(book)
    _derive_leads(book)
    cost = book.term("pipeline.programme_cost") / book.term("pipeline.opportunities")
    book.put("pipeline.cost_per_opportunity", "Programme cost per opportunity", Unit.MONEY, cost)


def _derive_win_rates(book: Book) -> None:
    """Enter win rates by count and by value; open deals are in neither."""
    closed = book.term("pipeline.won") + book.term("pipeline.lost")
    book.put("pipeline.closed", "Opportunities closed", Unit.COUNT, closed, noun="opportunity")
    closed = book.term("pipeline.closed")
    rate = book.term("pipeline.won") / closed
    book.put("pipeline.win_rate", "Win rate by count", Unit.SHARE, rate, owner=_small(closed))
    won, lost = book.term("pipeline.won_value"), book.term("pipeline.lost_value")
    rate = won / (won + lost)
    book.put("pipeline.win_rate_by_value", "Win rate by value", Unit.SHARE, rate, owner=_small(closed))


def _small(closed: Term) -> str:
    value = closed.value
    return f"n = {value:f}" if isinstance(value, Decimal) and value < _SMALL_COHORT else ""


def _win_rate(book: Book) -> Term:
    """The win rate coverage is counted with: by value where that is known, for coverage is money."""
    by_value = "pipeline.win_rate_by_value"
    return book.term(by_value if book.given(by_value) else "pipeline.win_rate")


def _derive_coverage(book: Book) -> None:
    """Enter coverage, and the coverage the win rate asks for; no flat multiple fits every win rate."""
    target, rate = book.term("pipeline.remaining_target"), _win_rate(book)
    coverage = book.term("pipeline.open_due") / target
    book.put("pipeline.coverage", "Pipeline coverage", Unit.TIMES, coverage)
    required = ONE / rate
    if book.given("pipeline.slippage"):
        required = required * (ONE + book.fraction("pipeline.slippage"))
    book.put("pipeline.coverage_required", "Pipeline coverage required", Unit.TIMES, required)
    spare = book.term("pipeline.coverage") - book.term("pipeline.coverage_required")
    book.put("pipeline.coverage_headroom", "Pipeline coverage headroom", Unit.TIMES, spare)
    book.put("pipeline.needed", "Pipeline needed", Unit.MONEY, target / rate)
    missing = book.term("pipeline.needed") - book.term("pipeline.open_due")
    book.put("pipeline.gap", "Pipeline still to be found", Unit.MONEY, missing)


def _derive_outcome(book: Book) -> None:
    """Enter what the open opportunities should bring, and how much ARR a day."""
    pipeline = book.context.pipeline
    opportunities, rate = book.term("pipeline.opportunities"), book.term("pipeline.win_rate")
    expected = opportunities * rate
    book.put("pipeline.expected_customers", "Expected customers", Unit.COUNT, expected, noun="customer")
    whole = expected.rounded_down()
    book.put("pipeline.committed_customers", "Customers to commit to", Unit.COUNT, whole, noun="customer")
    acv = book.term(f"year.{pipeline.period if pipeline else book.plan}.acv")
    velocity = opportunities * rate * acv / book.term("company.sales_cycle_days")
    book.put("pipeline.velocity", "Pipeline velocity, ARR a day", Unit.MONEY, velocity)


def _derive_leads(book: Book) -> None:
    """Enter how many leads sales takes; those nobody looked at are apart."""
    accepted, rejected = book.term("pipeline.accepted"), book.term("pipeline.rejected")
    book.put("pipeline.acceptance", "Sales acceptance", Unit.SHARE, accepted / (accepted + rejected))
    unreviewed = book.term("pipeline.unreviewed")
    share = unreviewed / (accepted + rejected + unreviewed)
    book.put("pipeline.unreviewed_share", "Unreviewed share of leads", Unit.SHARE, share)
