"""MET rules about sizes: values that are too good, impossible, or rest on too little."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .metrics import periods_of
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages
    from .subject import Subject

_FEW_CUSTOMERS = 10
_UNCAPPED_LTV = re.compile(r"\.ltv(?:_cac)?\Z")
_DEFAULT_CAP_YEARS = Decimal(5)
"""The lifetime cap where finance has set none (metric library)."""
_SUSPICIOUS_LTV_CAC = Decimal(8)
_MOST_UNREVIEWED = Decimal("0.10")
_WARY = frozenset({"cfo", "board"})
"""Readers to whom the capped value comes first."""


def lifetime_is_capped(pages: Pages) -> Iterator[Hit]:
    """Uncapped lifetime value shown alone, or before the capped one to finance (MET-006)."""
    subject = pages.subject
    policy = subject.context.finance.policy if subject.context.finance else None
    cap = (policy.ltv_lifetime_cap_years if policy else None) or _DEFAULT_CAP_YEARS
    starts = [path.replace("finance.", "year.", 1) for path, _ in periods_of(subject)]
    churn = [subject.amount(f"{start}.churn") for start in starts]
    longest = max((1 / share for share in churn if share), default=Decimal(0))
    if longest <= cap:
        return
    shown = {key: each for page in pages.all for (key, _), each in page.figures.items()}
    order = list(shown)
    for key, appearance in shown.items():
        if not _UNCAPPED_LTV.search(key):
            continue
        message = f"`{key}` counts a customer life above the cap of {subject.number(cap)} years and is shown"
        if f"{key}_capped" not in shown:
            hint = f"show `{key}_capped` beside it, and first"
            yield Hit(f"{message} alone", key, appearance.place, hint=hint)
        elif subject.audience in _WARY and order.index(f"{key}_capped") > order.index(key):
            hint = f"show `{key}_capped` first"
            yield Hit(f"{message} before the capped one", key, appearance.place, hint=hint)


def ratio_is_not_too_good(subject: Subject) -> Iterator[Hit]:
    """An LTV:CAC above 8: too little is spent, or the cost is not all there (MET-011)."""
    starts = [path.replace("finance.", "year.", 1) for path, _ in periods_of(subject)]
    budget = subject.context.budget
    starts += [f"tier.{tier.id}" for tier in budget.tiers] if budget else []
    for start in starts:
        key = f"{start}.ltv_cac_capped"
        ratio = subject.amount(key)
        if ratio is not None and ratio > _SUSPICIOUS_LTV_CAC:
            message = f"capped LTV:CAC of `{start.partition('.')[2]}` is {subject.shown(key)}, above 8x"
            hint = "check that the cost is fully loaded; if it is, say why no more is spent"
            yield Hit(message, key, hint=hint)


def fractions_are_possible(subject: Subject) -> Iterator[Hit]:
    """Margins, churn and rates that no company can have, and a margin of nothing (MET-012)."""
    for path, value in _fractions(subject):
        if value is not None and not 0 <= value <= 1:
            message = f"expected a fraction from 0 to 1 for `{path}`, found {value.normalize():f}"
            yield Hit(message, path, hint="write 78% as 0.78, and check the sign")
    for path, period in periods_of(subject):
        if period.gross_margin == 0:
            message = f"the gross margin of `{path.partition('.')[2]}` is 0%, so no customer ever pays back"
            hint = "enter the margin, or leave the key out until finance names it"
            yield Hit(message, f"{path}.gross_margin", hint=hint, severity=Severity.WARN)


def _fractions(subject: Subject) -> Iterator[tuple[str, Decimal | None]]:
    for path, period in periods_of(subject):
        yield f"{path}.gross_margin", period.gross_margin
        yield f"{path}.contribution_margin", period.contribution_margin
        yield f"{path}.revenue_churn", period.revenue_churn
        yield f"{path}.monthly_churn", period.monthly_churn
        yield f"{path}.incremental_share", period.incremental_share
    for each in subject.context.initiatives:
        yield f"initiatives.{each.id}.win_rate", each.win_rate
    budget = subject.context.budget
    if budget and budget.downside:
        yield "budget.downside.win_rate", budget.downside.win_rate
    for driver in budget.drivers if budget else ():
        if driver.id == "win_rate":
            for name in ("low", "base", "high"):
                yield f"budget.drivers.win_rate.{name}", getattr(driver, name)


def leads_are_reviewed(subject: Subject) -> Iterator[Hit]:
    """More than a tenth of all leads nobody in sales has looked at (MET-013)."""
    share = subject.amount("pipeline.unreviewed_share")
    if share is not None and share > _MOST_UNREVIEWED:
        message = f"{subject.percent(share)} of the leads are unreviewed, more than 10%:"
        message += " acceptance rests on the others alone"
        hint = "have them reviewed, or show their number beside the acceptance"
        yield Hit(message, "pipeline.unreviewed", hint=hint)


def denominator_is_large_enough(subject: Subject) -> Iterator[Hit]:
    """CAC from fewer than ten customers, and win rates from fewer than ten deals (MET-009)."""
    for path, period in periods_of(subject):
        yield from _few(subject, f"{path}.new_customers", period.new_customers)
    for tier in subject.context.budget.tiers if subject.context.budget else ():
        yield from _few(subject, f"budget.tiers.{tier.id}.new_customers", tier.new_customers)
    closed = subject.amount("pipeline.closed")
    if closed is not None and 0 < closed < _FEW_CUSTOMERS:
        message = f"the win rate rests on {subject.number(closed)} closed deals, fewer than {_FEW_CUSTOMERS}"
        yield Hit(message, "pipeline.won", hint="show the number of deals in place of the rate")


def _few(subject: Subject, path: str, customers: Decimal | None) -> Iterator[Hit]:
    if customers is not None and 0 < customers < _FEW_CUSTOMERS:
        message = f"CAC rests on {subject.number(customers)} customers, fewer than {_FEW_CUSTOMERS}"
        yield Hit(message, path, hint="show the number of customers beside it")
