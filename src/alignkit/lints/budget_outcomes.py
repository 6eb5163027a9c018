"""BUD rules about what the money brings: outcomes, attribution, conversion, timing and figures shown."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from .budget_sums import ask_of
from .metrics import periods_without_margin
from .rule import Hit
from .vanity import is_vanity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.objectives import Kpi

    from .pages import Pages
    from .subject import Subject

_BEST_EVER = Decimal("1.25")
_UNLINKED = Decimal("0.02")
_SOURCED = re.compile(r"\bsourced\b", re.IGNORECASE)
_SHARE = re.compile(r"\bshare\b|%|\bper ?cent\b", re.IGNORECASE)
_INFLUENCED_ADDED = re.compile(
    r"\bsourced\b[^.;]{0,40}(?:\+|\bplus\b|\band\b)[^.;]{0,20}\binfluenced\b"
    r"|\binfluenced\b[^.;]{0,40}(?:\+|\bplus\b|\band\b)[^.;]{0,20}\bsourced\b",
    re.IGNORECASE,
)
_WIN_RATE = re.compile(r"\bwin rate\b", re.IGNORECASE)
_CONVERSION = re.compile(r"\b(?:win rate|conver\w+|accept\w+|close rate)\b", re.IGNORECASE)
_NEEDS_MARGIN = re.compile(
    r"\.(?:payback|ltv|ltv_capped|ltv_cac|ltv_cac_capped)\Z|\Areturn\.|\.first_year_return\Z"
)
_LTV = re.compile(r"\.(?:ltv|ltv_capped|ltv_cac|ltv_cac_capped)\Z")


def outcome_is_no_vanity(subject: Subject) -> Iterator[Hit]:
    """Vanity measures used as outcomes (BUD-018)."""
    kpis = subject.context.kpis
    uses = _uses_as_outcome(subject)
    for kpi in kpis:
        use = uses.get(kpi.id) or ("" if kpi.tier == "diagnostic" and kpi.leads_to else "a KPI of its own")
        if use and is_vanity(kpi, kpis):
            message = f"`{kpi.id}` counts attention and is used as {use}"
            hint = "use what it leads to, or make it `tier: diagnostic` with `leads_to`"
            yield Hit(message, f"kpis.{kpi.id}", hint=hint)


def _uses_as_outcome(subject: Subject) -> dict[str, str]:
    """What each KPI is used for, by id."""
    context = subject.context
    uses = {each.metric: f"the metric of `{each.id}`" for each in context.objectives if each.metric}
    for success in context.kickoff.success if context.kickoff else ():
        uses.setdefault(success.kpi, "what success is")
    for gate in context.budget.gates if context.budget else ():
        for word in re.findall(r"[\w-]+", gate.test):
            uses.setdefault(word, f"the test of the gate `{gate.id}`")
    return uses


def attribution_stays_whole(subject: Subject) -> Iterator[Hit]:
    """More sourced than there is, or influenced added to sourced (BUD-019)."""
    context = subject.context
    for kpi in context.kpis:
        text = f"{kpi.formula} {kpi.definition}"
        if _INFLUENCED_ADDED.search(text):
            field = "formula" if _INFLUENCED_ADDED.search(kpi.formula) else "definition"
            message = f"`{kpi.id}` adds influenced to sourced"
            yield Hit(
                message, f"kpis.{kpi.id}.{field}", hint="show them apart: they count the same customers"
            )
    yield from _sourced_shares(subject)
    for tier in context.budget.tiers if context.budget else ():
        customers, sourced = tier.new_customers, tier.mkt_customers
        if customers is not None and sourced is not None and sourced > customers:
            message = f"marketing sources {subject.number(sourced)} of {subject.number(customers)} customers"
            path = f"budget.tiers.{tier.id}.mkt_customers"
            yield Hit(f"{message} in `{tier.id}`", path, hint="count each customer for one source only")
    yield from _initiatives_source_too_much(subject)


def _sourced_shares(subject: Subject) -> Iterator[Hit]:
    shares = [
        kpi
        for kpi in subject.context.kpis
        if kpi.unit == "ratio" and _SOURCED.search(kpi.name) and _SHARE.search(kpi.name)
    ]
    for field in ("actual", "target", "next_target"):
        values = [value for kpi in shares if (value := getattr(kpi, field)) is not None]
        whole = sum(values, Decimal(0))
        if len(values) > 1 and whole > 1:
            message = f"the sourced shares add up to {subject.percent(whole)} ({field})"
            path = f"kpis.{shares[-1].id}.{field}"
            yield Hit(message, path, hint="count each customer for one source only")


def _initiatives_source_too_much(subject: Subject) -> Iterator[Hit]:
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    counts = [each.customers for each in subject.context.initiatives if each.customers is not None]
    whole = sum(counts, Decimal(0))
    if ask and ask.mkt_customers is not None and whole > ask.mkt_customers:
        message = f"the initiatives bring {subject.number(whole)} customers,"
        message += f" `{ask.id}` has {subject.number(ask.mkt_customers)} sourced by marketing"
        path = f"budget.tiers.{ask.id}.mkt_customers"
        yield Hit(message, path, hint="correct the initiatives or the tier")


def win_rate_was_seen(subject: Subject) -> Iterator[Hit]:
    """Planned win rates and conversions far above anything reached so far (BUD-020)."""
    yield from _conversions_never_reached(subject)
    reached = [
        value
        for kpi in subject.context.kpis
        if kpi.unit == "ratio" and _is_win_rate(kpi)
        for value in (kpi.baseline, kpi.actual)
        if value is not None
    ]
    if not reached:
        return
    best = max(reached)
    for key, path, label in (
        ("initiatives.win_rate", "initiatives", "the win rate of all initiatives together"),
        ("budget.drivers.win_rate.base", "budget.drivers.win_rate.base", "the planned win rate"),
    ):
        planned = subject.amount(key)
        if planned is not None and planned > _BEST_EVER * best:
            message = f"{label}, {subject.percent(planned)}, is more than 1.25 times the best reached"
            hint = "plan with a rate that was reached, or show what changes it"
            yield Hit(f"{message}, {subject.percent(best)}", path, hint=hint)


def _is_win_rate(kpi: Kpi) -> bool:
    return kpi.id == "win_rate" or _WIN_RATE.search(kpi.name) is not None


def _conversions_never_reached(subject: Subject) -> Iterator[Hit]:
    """Conversions planned for next year far above what they have been."""
    for kpi in subject.context.kpis:
        known = [value for value in (kpi.baseline, kpi.actual) if value is not None and value > 0]
        planned, is_rate = kpi.next_target, kpi.unit == "ratio" and kpi.direction == "up"
        if planned is None or not known or not is_rate or not _CONVERSION.search(kpi.name):
            continue
        if planned > _BEST_EVER * max(known):
            message = (
                f"`{kpi.id}` is planned at {subject.percent(planned)}, more than 1.25 times the best reached,"
            )
            hint = "plan with a rate that was reached, or show what changes it"
            yield Hit(f"{message} {subject.percent(max(known))}", f"kpis.{kpi.id}.next_target", hint=hint)


def customers_come_in_time(subject: Subject) -> Iterator[Hit]:
    """Customers in a year from work that starts less than a sales cycle before its end (BUD-021)."""
    context = subject.context
    cycle = context.company.sales_cycle_days
    if context.periods is None or cycle is None:
        return
    end = context.periods.plan.end
    for initiative in context.initiatives:
        first = initiative.start + timedelta(days=int(cycle))
        if initiative.customers and first > end:
            message = f"`{initiative.id}` starts on {initiative.start.isoformat()}; after"
            message += f" {subject.number(cycle)} days of sales cycle its first customer comes on"
            message += f" {first.isoformat()}, after {end.isoformat()}"
            path = f"initiatives.{initiative.id}.customers"
            yield Hit(message, path, hint="start earlier, or count the customers in the next period")


def enabler_says_for_what(subject: Subject) -> Iterator[Hit]:
    """Work without customers that names nothing it moves (BUD-025)."""
    for each in subject.context.initiatives:
        if each.status == "stopped" or each.customers or each.opportunities:
            continue
        if not each.leading_kpi and not each.enabler_for:
            message = f"`{each.id}` brings no customers and has neither `leading_kpi` nor `enabler_for`"
            path = f"initiatives.{each.id}"
            yield Hit(message, path, hint="name the KPI it moves first, or the KPIs it makes possible")


def spend_serves_objectives(subject: Subject) -> Iterator[Hit]:
    """Programme money without an objective (BUD-026)."""
    share = subject.amount("initiatives.unlinked_share")
    if share is not None and share > _UNLINKED:
        without = [f"`{each.id}`" for each in subject.context.initiatives if each.objective is None]
        message = f"{subject.percent(share)} of programme money serves no objective, more than 2%:"
        path = f"initiatives.{without[0].strip('`')}" if without else "initiatives"
        yield Hit(f"{message} {', '.join(without)}", path, hint="add `objective`, or stop the work")


def shown_return_has_margin(pages: Pages) -> Iterator[Hit]:
    """Payback, lifetime value or return shown although gross margin is missing (BUD-014).

    A period of which MET-001 says so is told once.
    """
    subject, plan = pages.subject, pages.subject.context.periods
    finance = subject.context.finance
    periods = finance.periods() if finance else {}
    without = [
        name
        for name, period in periods.items()
        if period.gross_margin is None and period.cost_of_revenue is None
    ]
    is_told = subject.concerns("MET") and bool(periods_without_margin(subject))
    if is_told or (periods and not without):
        return
    shown = (subject.figures.get(key) for key in _shown_keys(pages, _NEEDS_MARGIN))
    if any(figure is not None and figure.is_na for figure in shown):
        name = plan.plan.id if plan and plan.plan.id in without else without[0] if without else ""
        whose = f"`finance.{name}` has no `gross_margin`" if name else "there is no `finance`"
        message = f"{whose}, so payback, lifetime value or return is shown as not available"
        hint = "add `gross_margin` to the period" if name else "add `finance` with `gross_margin`"
        yield Hit(message, f"finance.{name}" if name else "finance", hint=hint)


def shown_ltv_has_an_end(pages: Pages) -> Iterator[Hit]:
    """Lifetime value shown although neither churn nor a cap ends a lifetime (BUD-015)."""
    finance = pages.subject.context.finance
    if finance is None or (finance.policy and finance.policy.ltv_lifetime_cap_years):
        return
    endless = [
        name
        for name, period in finance.periods().items()
        if period.revenue_churn is None and period.monthly_churn is None
    ]
    if not endless:
        return
    shown = (pages.subject.figures.get(key) for key in _shown_keys(pages, _LTV))
    if any(figure is None or figure.period in ("", *endless) for figure in shown):
        message = f"a lifetime value is shown, but `{endless[0]}` has neither churn nor a lifetime cap"
        path = f"finance.{endless[0]}.revenue_churn"
        yield Hit(message, path, hint="add `revenue_churn`, or `ltv_lifetime_cap_years` to the policy")


def _shown_keys(pages: Pages, pattern: re.Pattern[str]) -> Iterator[str]:
    """Keys of shown figures that match."""
    return (key for page in pages.all for key, _ in page.figures if pattern.search(key))
