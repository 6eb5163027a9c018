"""BUD rules about sums: what must add up to the unit."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.budget import Budget, BudgetLine, Tier

    from .subject import Subject

PEOPLE_LINES = frozenset({"people", "team", "staff", "headcount", "salaries", "payroll", "personnel"})
"""Ids of a line that holds people rather than programmes."""
_UNALLOCATED = Decimal("0.10")
_REVENUE_TOLERANCE = Decimal("0.01")
_NOTHING = Decimal(0)


def tier_by_id(budget: Budget, identity: str) -> Tier | None:
    """The tier of that id."""
    return next((tier for tier in budget.tiers if tier.id == identity), None)


def ask_of(budget: Budget) -> Tier | None:
    """The tier that is asked for."""
    return tier_by_id(budget, budget.decision.ask_tier)


def people_line(budget: Budget) -> BudgetLine | None:
    """The line that holds people."""
    return next((line for line in budget.lines if line.id.casefold() in PEOPLE_LINES), None)


def spend_of(budget: Budget, tier: Tier) -> Decimal:
    """What a tier costs: the sum of its lines, so that a wrong total is one finding and not five."""
    return sum((_of_tier(line, tier.id) for line in budget.lines), _NOTHING) if budget.lines else tier.total


def _of_tier(line: BudgetLine, tier: str) -> Decimal:
    return line.amounts.get(tier, _NOTHING)


def severity_of(subject: Subject, difference: Decimal) -> Severity | None:
    """A warning for a difference below the materiality of finance, else what the rule says."""
    materiality = subject.amount("finance.policy.materiality")
    return Severity.WARN if materiality is not None and abs(difference) < materiality else None


def lines_add_up(subject: Subject) -> Iterator[Hit]:
    """Tiers whose total is not the sum of the lines (BUD-001); an ask of nothing is BUD-006."""
    budget = subject.context.budget
    for tier in budget.tiers if budget else ():
        lines = sum((_of_tier(line, tier.id) for line in budget.lines), _NOTHING) if budget else _NOTHING
        is_told = budget is not None and tier.id == budget.decision.ask_tier and tier.total <= 0
        if lines != tier.total and not is_told:
            difference = subject.money(abs(tier.total - lines))
            message = f"the lines of `{tier.id}` add up to {subject.money(lines)}, its total is"
            message += f" {subject.money(tier.total)}; the difference is {difference}"
            path = f"budget.tiers.{tier.id}.total"
            yield Hit(message, path, hint="correct the total, or the line that is wrong")


def initiatives_add_up(subject: Subject) -> Iterator[Hit]:
    """Initiatives, people and unallocated money that are not the ask (BUD-002)."""
    budget, initiatives = subject.context.budget, subject.context.initiatives
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None or not initiatives:
        return
    line = people_line(budget)
    people = _of_tier(line, ask.id) if line else _NOTHING
    work = sum((each.budget for each in initiatives if each.status != "stopped"), _NOTHING)
    whole, spend = work + people + budget.unallocated, spend_of(budget, ask)
    if whole != spend:
        message = f"initiatives ({subject.money(work)}), people ({subject.money(people)}) and unallocated"
        message += f" money ({subject.money(budget.unallocated)}) make {subject.money(whole)},"
        message += f" the ask is {subject.money(spend)}"
        hint = _cure_of_work(subject, budget, ask, spend - whole)
        yield Hit(message, f"budget.tiers.{ask.id}.total", hint=hint)


def _cure_of_work(subject: Subject, budget: Budget, ask: Tier, rest: Decimal) -> str:
    """What makes the work the ask: money that is spent on something is no unallocated money."""
    if rest < 0:
        return f"take {subject.money(-rest)} from initiatives or `budget.unallocated`, or ask for it"
    like = next((line for line in budget.lines if _of_tier(line, ask.id) == rest), None)
    what = f" for `{like.id}`" if like else ""
    hint = f"add an initiative of {subject.money(rest)}{what}, contracts included"
    return f"{hint}; only money nobody has plans for is `budget.unallocated`"


def little_is_unallocated(subject: Subject) -> Iterator[Hit]:
    """More than a tenth of the ask without a line (BUD-003)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    spend = spend_of(budget, ask) if budget and ask else _NOTHING
    if budget and ask and budget.unallocated > _UNALLOCATED * spend:
        share = subject.percent(budget.unallocated / spend) if spend else "all"
        message = f"{share} of the ask is not allocated to any work, more than 10%"
        yield Hit(message, "budget.unallocated", hint="allocate it to initiatives, or ask for less")


def committed_fits(subject: Subject) -> Iterator[Hit]:
    """More committed than a line has, more gated than is free (BUD-013)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None:
        return
    for line in budget.lines:
        amount = _of_tier(line, ask.id)
        if line.committed > amount:
            message = f"`{line.id}` has {subject.money(line.committed)} committed,"
            message += f" more than the {subject.money(amount)} asked for"
            yield Hit(message, f"budget.lines.{line.id}.committed", hint="ask for at least what is committed")
    released = sum((gate.release for gate in budget.gates), _NOTHING)
    free = spend_of(budget, ask) - sum((line.committed for line in budget.lines), _NOTHING)
    if released > free:
        message = f"the gates hold back {subject.money(released)}, but only {subject.money(free)}"
        message += " of the ask is not committed"
        yield Hit(message, "budget.gates", hint="release less by gates: committed money cannot wait")


def phasing_adds_up(subject: Subject) -> Iterator[Hit]:
    """Phases that are not their line; roles that cost more than their line grows (BUD-022).

    Below materiality it is a warning.
    """
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None:
        return
    phased: dict[str, Decimal] = defaultdict(lambda: _NOTHING)
    for phase in budget.phasing:
        phased[phase.line] += phase.amount
    for line in budget.lines:
        difference = phased[line.id] - _of_tier(line, ask.id) if line.id in phased else _NOTHING
        if difference:
            message = f"the phases of `{line.id}` add up to {subject.money(phased[line.id])},"
            message += f" the line is {subject.money(_of_tier(line, ask.id))}"
            path, hint = f"budget.lines.{line.id}.{ask.id}", "correct the phases or the line"
            yield Hit(message, path, hint=hint, severity=severity_of(subject, difference))
    yield from _roles_fit(subject, budget)


def _roles_fit(subject: Subject, budget: Budget) -> Iterator[Hit]:
    """What roles cost from their start, months over twelve of a year, against the growth of the line."""
    line = people_line(budget)
    tiers = sorted(budget.tiers, key=lambda tier: tier.total)
    for below, tier in pairwise(tiers) if line else ():
        keys = [f"headcount.{n}.cost" for n, role in enumerate(budget.headcount, 1) if role.tier == tier.id]
        costs = [cost for key in keys if (cost := subject.amount(key)) is not None]
        growth = _of_tier(line, tier.id) - _of_tier(line, below.id) if line else _NOTHING
        cost = sum(costs, _NOTHING)
        if costs and cost > growth:
            message = f"the roles of `{tier.id}` cost {subject.money(cost)} from their start on,"
            message += f" `{line.id if line else ''}` grows by {subject.money(growth)} over `{below.id}`"
            hint = "correct the start, the yearly cost or the line"
            path = f"budget.lines.{line.id if line else ''}.{tier.id}"
            severity = severity_of(subject, cost - growth)
            yield Hit(message, path, hint=hint, severity=severity)


def tier_revenue_follows(subject: Subject) -> Iterator[Hit]:
    """Revenue of a tier that its customers do not explain (BUD-027)."""
    budget, plan = subject.context.budget, subject.context.periods
    if budget is None or plan is None or budget.in_year_factor is None:
        return
    acv = subject.amount(f"finance.{plan.plan.id}.new_customer_acv")
    start = tier_by_id(budget, "base") or (budget.tiers[0] if budget.tiers else None)
    if acv is None or start is None or start.revenue is None or start.new_customers is None:
        return
    for tier in budget.tiers:
        if tier.revenue is None or tier.new_customers is None:
            continue
        expected = start.revenue + (tier.new_customers - start.new_customers) * acv * budget.in_year_factor
        if abs(tier.revenue - expected) > _REVENUE_TOLERANCE * abs(expected):
            message = f"expected revenue of about {subject.money(expected)} for `{tier.id}`,"
            message += f" found {subject.money(tier.revenue)}"
            hint = f"take `{start.id}` and add the extra customers times ACV times `in_year_factor`"
            yield Hit(message, f"budget.tiers.{tier.id}.revenue", hint=hint)
