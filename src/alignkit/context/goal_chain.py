"""Which company objective a goal leads to, by way of its parents."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .objectives import Objective


def main_goals(objectives: Iterable[Objective]) -> dict[str, str]:
    """For each objective the company objective its first parents lead to; empty where they lead to none.

    The first parent counts alone, so that money is counted once.
    """
    known = {objective.id: objective for objective in objectives}
    return {identity: _top(identity, known) for identity in known}


def goals_above(identity: str, objectives: Iterable[Objective]) -> frozenset[str]:
    """The company objectives that any chain of parents leads to, the objective itself included."""
    known = {objective.id: objective for objective in objectives}
    seen: set[str] = set()
    waiting = [identity]
    while waiting:
        each = waiting.pop()
        if each in known and each not in seen:
            seen.add(each)
            waiting.extend(known[each].parents)
    return frozenset(each for each in seen if known[each].level == "company")


def _top(identity: str, known: Mapping[str, Objective]) -> str:
    seen: set[str] = set()
    while identity in known and identity not in seen:
        seen.add(identity)
        objective = known[identity]
        if objective.level == "company":
            return identity
        identity = objective.parents[0] if objective.parents else ""
    return ""
