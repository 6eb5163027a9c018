"""SCR rules about what may be given up: how far, in which order, and for what."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .budget_sums import ask_of, spend_of, tier_by_id
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from alignkit.context.budget import Budget, Give, Tier

    from .subject import Subject

_NOTHING = Decimal(0)


def walk_away_is_known(subject: Subject) -> Iterator[Hit]:
    """No tier to fall back on, or one that is the ask or above it (SCR-002)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None:
        return
    named = tier_by_id(budget, budget.decision.walk_away or "")
    if named and named.total > ask.total:
        message = f"the walk-away tier `{named.id}` costs {subject.money(named.total)},"
        message += f" more than the ask of {subject.money(ask.total)}"
        yield Hit(message, "budget.decision.walk_away", hint="name the least tier you can accept")
    elif named is ask and (cheaper := _cheapest_that_serves(budget, ask)):
        message = f"the walk-away tier `{named.id}` is the ask itself, so no reply can offer less"
        hint = f"name the least tier you can accept, such as `{cheaper.id}`"
        yield Hit(message, "budget.decision.walk_away", hint=hint, severity=Severity.WARN)
    elif named is None and _cheapest_that_serves(budget, ask) is None:
        message = "there is no walk-away: no tier below the ask covers what is committed"
        yield Hit(message, "budget.decision", hint="add `walk_away` with the least tier you can accept")


def highest_fee_is_known(subject: Subject) -> Iterator[Hit]:
    """A highest fee for an agency below the fee that is asked of it (SCR-002)."""
    agency = subject.context.agency
    if agency and agency.walk_away < agency.target:
        message = f"the highest fee you would sign is {subject.money(agency.walk_away)},"
        message += f" less than the {subject.money(agency.target)} you ask for"
        yield Hit(message, "agency.walk_away", hint="name the highest fee you can accept")


def give_has_a_get(subject: Subject) -> Iterator[Hit]:
    """Concessions for nothing (SCR-003)."""
    for start, gives in _ladders(subject):
        for index, give in enumerate(gives):
            if not give.get.strip():
                message = f"`{give.give}` is given for nothing"
                hint = "add `get`: a gate date, a faster decision, a protected line"
                yield Hit(message, f"{start}[{index}]", hint=hint)


def gives_keep_the_walk_away(subject: Subject) -> Iterator[Hit]:
    """Concessions that add up to more than lies between target and walk-away (SCR-009).

    A walk-away on the wrong side of the target is SCR-002 alone.
    """
    for start, gives in _ladders(subject):
        room, given = _room(subject, start), sum((give.amount for give in gives), _NOTHING)
        if room is not None and 0 <= room < given:
            message = f"the gives add up to {subject.money(given)}, more than the"
            message += f" {subject.money(room)} between what you ask and where you stop"
            yield Hit(message, start, hint="give less, or name another walk-away")


def cheapest_goes_first(subject: Subject) -> Iterator[Hit]:
    """A dear concession before a cheaper one (SCR-010)."""
    for start, gives in _ladders(subject):
        numbers = {id(give): index for index, give in enumerate(gives)}
        for first, later in pairwise(in_order(gives)):
            if later.amount < first.amount:
                message = f"`{first.give}` costs {subject.money(first.amount)} and is given before"
                message += f" `{later.give}`, which costs {subject.money(later.amount)}"
                path = f"{start}[{numbers[id(first)]}]"
                yield Hit(message, path, hint="begin with what is cheapest for you")


def in_order(gives: Sequence[Give]) -> list[Give]:
    """Concessions in the order they are made: by number, those without one where they are written."""
    numbered = enumerate(gives, 1)
    return [give for _, give in sorted(numbered, key=lambda each: each[1].order or each[0])]


def _ladders(subject: Subject) -> Iterator[tuple[str, tuple[Give, ...]]]:
    """The ladders of the context, each with its path."""
    context = subject.context
    if context.budget:
        yield "budget.gives", context.budget.gives
    if context.agency:
        yield "agency.gives", context.agency.gives


def _room(subject: Subject, start: str) -> Decimal | None:
    """What can be given up; None when it is unknown where to stop."""
    budget, agency = subject.context.budget, subject.context.agency
    if start == "agency.gives":
        return agency.walk_away - agency.target if agency else None
    ask = ask_of(budget) if budget else None
    if budget is None or ask is None:
        return None
    stop = tier_by_id(budget, budget.decision.walk_away or "") or _cheapest_that_serves(budget, ask)
    return spend_of(budget, ask) - spend_of(budget, stop) if stop else None


def _cheapest_that_serves(budget: Budget, ask: Tier) -> Tier | None:
    """The cheapest tier below the ask that covers what is committed."""
    committed = sum((line.committed for line in budget.lines), _NOTHING)
    serving = [tier for tier in budget.tiers if committed <= tier.total < ask.total]
    return min(serving, key=lambda tier: tier.total, default=None)
