"""BUD rules about single lines, cuts, gates and roles."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from .budget_sums import ask_of, spend_of, tier_by_id
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.budget import Budget, Cut, Tier

    from .subject import Subject

_CHANGE = Decimal("0.10")
_LEAST_CUTS = Decimal("0.10")
_NEARLY = Decimal("0.05")
_NUMBER = re.compile(r"(?<![\w-])\d")
_COMPARISON = re.compile(
    r"[<>=≤≥]|\b(?:above|below|over|under|at least|at most|more than|less than|fewer than|higher than"
    r"|lower than|exceeds?|reach(?:es|ed)?|within|no more than|not above|not below|between)\b",
    re.IGNORECASE,
)


def line_is_backed(subject: Subject) -> Iterator[Hit]:
    """Lines that rest on nothing (BUD-004)."""
    for line in subject.context.budget.lines if subject.context.budget else ():
        if not line.evidence.strip():
            path = f"budget.lines.{line.id}"
            yield Hit(f"the line `{line.id}` has no `evidence`", path, hint="say what the amount rests on")


def change_has_a_reason(subject: Subject) -> Iterator[Hit]:
    """Lines that change a good deal without a reason (BUD-005)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None:
        return
    materiality = subject.amount("finance.policy.materiality") or Decimal(0)
    linked = {initiative.id for initiative in subject.context.initiatives}
    for line in budget.lines:
        amount = line.amounts.get(ask.id)
        if amount is None or line.prior is None or line.why.strip():
            continue
        allowed = max(materiality, _CHANGE * line.prior)
        change = amount - line.prior
        if abs(change) > allowed and linked.isdisjoint(re.findall(r"[\w-]+", line.evidence)):
            more = "more" if change > 0 else "less"
            message = (
                f"`{line.id}` asks for {subject.money(abs(change))} {more} than before and does not say why"
            )
            yield Hit(message, f"budget.lines.{line.id}", hint="add `why` in a few words")


def cuts_reach_the_base(subject: Subject) -> Iterator[Hit]:
    """Cuts that do not lead back to this year's level, share a rank or lose nothing (BUD-010)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None:
        return
    spend, level = spend_of(budget, ask), _level_of_this_year(budget, ask)
    base = level or tier_by_id(budget, "base")
    way_back = spend - spend_of(budget, base) if base else Decimal(0)
    wanted = way_back if way_back > 0 else _LEAST_CUTS * spend
    saved = sum((cut.amount for cut in budget.cuts), Decimal(0))
    if saved < wanted:
        is_level = ", this year's level" if level else ""
        goal = f"lead back to `{base.id}`{is_level}" if base and way_back > 0 else "make a tenth of the ask"
        message = f"expected cuts of at least {subject.money(wanted)} to {goal}, found {subject.money(saved)}"
        yield Hit(message, "budget.cuts", hint="add what goes next when there is less money")
    orders = [cut.order for cut in budget.cuts]
    for index, cut in enumerate(budget.cuts):
        if cut.order in orders[:index]:
            message = f"two cuts have the order {cut.order}"
            yield Hit(message, f"budget.cuts[{index}].order", hint="number the cuts 1, 2, 3 and so on")
        if not cut.loses.strip():
            message = f"the cut {cut.order} does not say what is lost"
            yield Hit(message, f"budget.cuts[{index}].loses", hint="write what will not happen")


def cuts_lose_what_tiers_do(subject: Subject) -> Iterator[Hit]:
    """Ranked cuts that lead to what a tier costs, and lose other customers than it plans fewer (BUD-040)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None or ask.new_customers is None:
        return
    spend, saved, lost = spend_of(budget, ask), Decimal(0), Decimal(0)
    tiers = {spend_of(budget, tier): tier for tier in budget.tiers if tier.new_customers is not None}
    for cut in sorted(budget.cuts, key=lambda cut: cut.order):
        if cut.customers is None:
            return
        saved, lost = saved + cut.amount, lost + cut.customers
        tier = tiers.get(spend - saved) if saved else None
        fewer = ask.new_customers - tier.new_customers if tier and tier.new_customers is not None else lost
        if tier and fewer != lost:
            message = f"the cuts up to {cut.order} save what leads to `{tier.id}`;"
            message += f" customers they lose: {lost}, customers this tier plans fewer: {fewer}"
            hint = "correct `customers` of a cut or `new_customers` of the tier; documents show both"
            yield Hit(message, "budget.cuts", hint=hint, beside=(f"budget.tiers.{tier.id}",))


def _level_of_this_year(budget: Budget, ask: Tier) -> Tier | None:
    """The tier below the ask that costs what is spent this year, or nearly; whatever its id."""
    prior = sum((line.prior or Decimal(0) for line in budget.lines), Decimal(0))
    spend = spend_of(budget, ask)
    ways = [(abs(cost - prior), tier.id) for tier in budget.tiers if (cost := spend_of(budget, tier)) < spend]
    distance, name = min(ways, default=(prior, ""))
    return tier_by_id(budget, name) if prior and distance <= _NEARLY * prior else None


def cuts_spare_the_committed(subject: Subject) -> Iterator[Hit]:
    """Cuts that take committed money (BUD-011)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None:
        return
    free = {line.id: line.amounts.get(ask.id, Decimal(0)) - line.committed for line in budget.lines}
    taken: dict[str, Decimal] = defaultdict(Decimal)
    for index, cut in enumerate(budget.cuts):
        taken[cut.line] += cut.amount
        if cut.line in free and taken[cut.line] > free[cut.line]:
            message = f"the cuts take {subject.money(taken[cut.line])} from `{cut.line}`,"
            message += f" of which only {subject.money(max(free[cut.line], Decimal(0)))} is not committed"
            yield Hit(message, f"budget.cuts[{index}].amount", hint="cut less here, or another line")


def cuts_are_ranked(subject: Subject) -> Iterator[Hit]:
    """Cuts that cost a customer more than a later one would (BUD-012)."""
    budget = subject.context.budget
    places = {id(cut): index for index, cut in enumerate(budget.cuts)} if budget else {}
    cuts = sorted(budget.cuts, key=lambda cut: cut.order) if budget else []
    for first, later in pairwise(cuts):
        if any(cut.why or not cut.reversible for cut in (first, later)):
            continue
        mine, other = _saved_per_customer(first), _saved_per_customer(later)
        if mine is not None and (other is None or other > mine):
            worth = f"{subject.money(other)} per customer lost" if other is not None else "money at no loss"
            message = f"the cut {later.order} saves {worth}, more than the {subject.money(mine)}"
            message += f" of the cut {first.order} before it"
            hint = "put the cut that saves more per customer first, or add `why`"
            yield Hit(message, f"budget.cuts[{places[id(later)]}].order", hint=hint)


def _saved_per_customer(cut: Cut) -> Decimal | None:
    """What one lost customer saves; None when nobody is lost."""
    return cut.amount / cut.customers if cut.customers else None


def gate_can_be_tested(subject: Subject) -> Iterator[Hit]:
    """Gates whose test cannot be measured (BUD-028)."""
    budget = subject.context.budget
    for gate in budget.gates if budget else ():
        missing = [name for name, found in _parts_of_test(subject, gate.test) if not found]
        if missing:
            message = f"the test of the gate `{gate.id}` lacks {_listed(missing)}"
            hint = "write it as `cac_payback at or below 18 months`"
            yield Hit(message, f"budget.gates.{gate.id}.test", hint=hint)


def _parts_of_test(subject: Subject, test: str) -> tuple[tuple[str, bool], ...]:
    words = set(re.findall(r"[\w-]+", test))
    return (
        ("the id of a KPI", any(kpi.id in words for kpi in subject.context.kpis)),
        ("a comparison", _COMPARISON.search(test) is not None),
        ("a number", _NUMBER.search(test) is not None),
    )


def role_is_described(subject: Subject) -> Iterator[Hit]:
    """Roles without a title or without what they make possible (BUD-030)."""
    budget = subject.context.budget
    for index, role in enumerate(budget.headcount if budget else ()):
        missing = [f"`{name}`" for name in ("role", "unlocks") if not getattr(role, name).strip()]
        if missing:
            name = f"the role `{role.role}`" if role.role.strip() else f"role {index + 1}"
            hint = "name the job and the initiative it makes possible"
            yield Hit(f"{name} lacks {_listed(missing)}", f"budget.headcount[{index}]", hint=hint)


def _listed(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def cut_is_to_come(subject: Subject) -> Iterator[Hit]:
    """An announced cut that holds before the planned year, or before the day of the context (BUD-031)."""
    context = subject.context
    cut = context.budget.announced_cut if context.budget else None
    if cut is None:
        return
    first = context.periods.plan.start if context.periods else None
    if first and cut.on < first:
        message = f"the announced cut holds from {cut.on.isoformat()}, before the planned year starts on"
        hint = "write the day from which the cut holds, not the day it was announced"
        yield Hit(f"{message} {first.isoformat()}", "budget.announced_cut.on", hint=hint)
    elif cut.on < context.meta.as_of:
        day = context.meta.as_of.isoformat()
        message = f"the announced cut holds from {cut.on.isoformat()}, before {day}, the day of this context"
        yield Hit(message, "budget.announced_cut.on", hint="write the first day that can still be changed")


def cut_leaves_something(subject: Subject) -> Iterator[Hit]:
    """An announced cut of more than is asked for (BUD-035)."""
    budget = subject.context.budget
    ask, cut = (ask_of(budget), budget.announced_cut) if budget else (None, None)
    if budget is None or ask is None or cut is None:
        return
    spend = spend_of(budget, ask)
    if 0 < spend < cut.amount:
        message = f"the announced cut takes {subject.money(cut.amount)}, more than the ask of"
        hint = "write what is taken away, not what is left or the cut of the whole company"
        yield Hit(f"{message} {subject.money(spend)}", "budget.announced_cut.amount", hint=hint)
