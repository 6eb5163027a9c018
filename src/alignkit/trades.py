"""What companies of each model call what they sell: the one table of such words for papers and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cache


@dataclass(frozen=True, slots=True)
class Trade:
    """The words of one way to earn money, and whether people sell in it."""

    deal: str
    """What a sale ends with: `deal`, `contract`, `first order`."""
    opportunity: str
    """What marketing brings, one of them."""
    opportunities: str
    """Several of them."""
    counted: str
    """The name of their number where it stands alone: `Qualified opportunities`, `Visits`."""
    win_rate: str
    """The share of them that is won: `win rate`, `conversion rate`."""
    value: str
    """What a new customer brings: `yearly value of a new customer`."""
    deal_value: str
    """The same in two words: `contract value`."""
    revenue: str
    """What all new customers bring, in a table: `ARR`, `yearly revenue`, `first-year revenue`."""
    new_revenue: str
    """The same in a sentence: `new yearly revenue`."""
    kept_revenue: str
    """What customers bring who could be lost: `yearly revenue`, `revenue`."""
    records: str
    """Where its sales are counted: `CRM`, `shop report`."""
    seller: str
    """Who sells."""
    sells: bool
    """Whether sellers could be hired in place of marketing."""
    phrases: tuple[tuple[str, str], ...] = ()
    """What a software company calls figures, and what this one does; longer names first."""

    def called(self, name: str) -> str:
        """The name of a figure in the words of this trade: `Conversion rate` for `Win rate`."""
        return _called(name, self.phrases) if self.phrases else name


@cache
def _called(name: str, phrases: tuple[tuple[str, str], ...]) -> str:
    own = dict(phrases)

    def word(found: re.Match[str]) -> str:
        text = own[found[0].casefold()]
        return text[0].upper() + text[1:] if not found.start() and found[0][0].isupper() else text

    return re.sub(rf"\b(?:{'|'.join(own)})\b", word, name, flags=re.IGNORECASE)


_OTHER = Trade(
    deal="sale",
    opportunity="opportunity",
    opportunities="opportunities",
    counted="Qualified opportunities",
    win_rate="win rate",
    value="yearly value of a new customer",
    deal_value="customer value",
    revenue="yearly revenue",
    new_revenue="new yearly revenue",
    kept_revenue="yearly revenue",
    records="CRM",
    seller="salesperson",
    sells=True,
    phrases=(("acv", "yearly value"), ("arr", "yearly revenue")),
)
"""Words that are wrong for nobody who sells to others, for a model documents have no words for (GEN-026)."""

TRADES = {
    "b2b_saas": replace(
        _OTHER, deal="deal", deal_value="contract value", revenue="ARR", seller="seller", phrases=()
    ),
    "services": replace(_OTHER, deal="contract", deal_value="contract value"),
    "ecommerce": Trade(
        deal="first order",
        opportunity="visit",
        opportunities="visits",
        counted="Visits",
        win_rate="conversion rate",
        value="first-year value of a new customer",
        deal_value="order value",
        revenue="first-year revenue",
        new_revenue="first-year revenue",
        kept_revenue="revenue",
        records="shop report",
        seller="salesperson",
        sells=False,
        phrases=(
            ("net new arr", "net new yearly revenue"),
            ("new arr", "first-year revenue"),
            ("arr at risk", "revenue at risk"),
            ("arr bridge", "bridge of yearly revenue"),
            ("arr growth", "growth of yearly revenue"),
            ("opening arr", "opening yearly revenue"),
            ("closing arr", "closing yearly revenue"),
            ("churned arr", "lost yearly revenue"),
            ("contraction arr", "yearly revenue lost with customers who stayed"),
            ("expansion arr", "yearly revenue won from customers we had"),
            ("arr", "first-year revenue"),
            ("acv", "first-year value"),
            ("pipeline coverage needed", "visits needed for one order"),
            ("pipeline", "value of visits"),
            ("opportunities", "visits"),
            ("opportunity", "visit"),
            ("win rate", "conversion rate"),
            ("sales cycle", "time to the first order"),
        ),
    ),
}
"""The trades by `company.model`."""


def trade_of(model: str) -> Trade:
    """The words for a company of this model."""
    return TRADES.get(model, _OTHER)
