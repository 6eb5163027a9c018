"""BUD rules about gates: what they hold back when their test fails, and whether it comes in time."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.context.gate_failures import failure_of

from .budget_sums import ask_of, spend_of
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.budget import Budget

    from .subject import Subject

_AMOUNT = re.compile(r"\d{1,3}(?:[,. '\u2019\u00a0\u202f]\d{3})+(?!\d)|\d{4,15}(?!\d)")


def failed_gate_frees_its_money(subject: Subject) -> Iterator[Hit]:
    """Gates whose `else` takes another amount than they hold back (BUD-032)."""
    budget = subject.context.budget
    for gate in budget.gates if budget else ():
        if budget is None or (found := _taken(budget, gate.else_)) is None:
            continue
        taken, words = found
        if taken != gate.release and abs(gate.release - taken) not in _amounts(gate.else_):
            message = f"the gate `{gate.id}` holds back {subject.money(gate.release)},"
            message += f" and its `else` takes {subject.money(taken)} ({words})"
            hint = "say in `else` what becomes of the difference, with its amount, or hold back as much"
            yield Hit(message, f"budget.gates.{gate.id}.else", hint=hint)


def gate_comes_in_time(subject: Subject) -> Iterator[Hit]:
    """Gates tested when the year of their money is over, or before today (BUD-038)."""
    context = subject.context
    plan, today = context.periods.plan if context.periods else None, context.meta.as_of
    for gate in context.budget.gates if context.budget else ():
        day = f"the gate `{gate.id}` is tested on {gate.date.isoformat()}"
        if gate.date < today:
            message = f"{day}, before {today.isoformat()}, the day of this context"
            hint = "correct the day; a test that is over has released its money or not, and is no gate"
        elif plan and gate.date > plan.end:
            message = f"{day}, after `{plan.id}` ends on {plan.end.isoformat()}"
            hint = "test it while what it releases can still be spent"
        else:
            continue
        yield Hit(message, f"budget.gates.{gate.id}.date", hint=hint)


def _taken(budget: Budget, words: str) -> tuple[Decimal, str] | None:
    """How much less is spent than asked where cuts or another tier are named; None where neither is."""
    failure, ask = failure_of(budget, words), ask_of(budget)
    if failure is None:
        return None
    if failure.cuts:
        amounts = {cut.order: cut.amount for cut in budget.cuts}
        return sum((amounts[order] for order in failure.cuts), start=Decimal(0)), failure.words
    tier = next(each for each in budget.tiers if each.id == failure.tier)
    return (spend_of(budget, ask) - spend_of(budget, tier), failure.words) if ask else None


def _amounts(words: str) -> set[int]:
    """The amounts of money a text writes out."""
    return {int(re.sub(r"\D", "", found)) for found in _AMOUNT.findall(words)}
