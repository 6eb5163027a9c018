"""Steps from a tier to the next dearer one: which of them clear policy, and what one of them takes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .derived import are_comparable
from .relation import Relation, relation_of
from .statement import Statement

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.formats import Formats
    from alignkit.values import Figure


@dataclass(frozen=True, slots=True)
class Step:
    """A step into a tier, with how far it stays clear of each limit of policy."""

    name: str
    """What people call the tier."""
    headrooms: tuple[Figure | None, ...]
    """How far it stays clear of each limit, in one order for all steps; negative is a breach."""
    payback: Figure | None = None
    """Months until the step has paid for itself."""
    is_ask: bool = False
    """Whether it leads to the tier asked for."""


def last_step(
    steps: Sequence[Step], formats: Formats, *, ceiling: Figure | None = None, style: str = ""
) -> Statement | None:
    """Which steps clear policy, in order of spend; None where too little is known.

    A limit that no step has a headroom for is none of the company's. Exact numbers decide.

    Args:
        steps: into every tier but the cheapest, the cheapest first.
        formats: how figures are shown.
        ceiling: the longest payback allowed, to say why the ask does not clear.
        style: how the figures are shown.

    """
    verdicts = _verdicts(steps)
    if not verdicts:
        return None
    asked = next((index for index, step in enumerate(steps) if step.is_ask), None)
    if asked is not None and verdicts[asked] is False and (True in verdicts or len(steps) == 1):
        return _why(steps[asked], formats, ceiling, style)
    if None in verdicts:
        return (
            None
            if asked is None or verdicts[asked] is None
            else _of_one(steps[asked], clears=bool(verdicts[asked]))
        )
    if len(steps) == 1:
        return _of_one(steps[0], clears=bool(verdicts[0]))
    return _of_all(steps, verdicts)


def step_payback(
    name: str, payback: Figure | None, formats: Formats, *, ceiling: Figure | None = None, style: str = ""
) -> Statement | None:
    """When a step pays back, and whether that is inside the ceiling; None unless it does."""
    if payback is None or payback.is_na:
        return None
    if ceiling is None or not are_comparable(payback, ceiling):
        return Statement("step.alone", {"tier": name, "payback": payback}, style)
    relation = relation_of(payback, ceiling, formats, style)
    case = str(relation)
    if relation not in (Relation.SAME, Relation.MORE, Relation.LESS):
        case = "just_more" if relation.is_more else "just_less"
    return Statement(f"step.{case}", {"tier": name, "payback": payback, "ceiling": ceiling}, style)


def _verdicts(steps: Sequence[Step]) -> list[bool | None]:
    """For each step whether it clears policy, None where that is not known; empty without any limit."""
    limits = {
        index
        for step in steps
        for index, headroom in enumerate(step.headrooms)
        if headroom is not None and not headroom.is_na
    }
    return [_verdict([step.headrooms[index] for index in sorted(limits)]) for step in steps] if limits else []


def _verdict(headrooms: Sequence[Figure | None]) -> bool | None:
    known = [each.amount >= 0 for each in headrooms if each is not None and not each.is_na]
    if False in known:
        return False
    return True if len(known) == len(headrooms) else None


def _of_one(step: Step, *, clears: bool) -> Statement:
    return Statement("steps.clear" if clears else "steps.ask_breaks", {"names": (step.name,)})


def _why(step: Step, formats: Formats, ceiling: Figure | None, style: str) -> Statement | None:
    """What the step to the ask takes, where it is the payback that breaks policy."""
    if not _exceeds(step.payback, ceiling):
        return _of_one(step, clears=False)
    return step_payback(step.name, step.payback, formats, ceiling=ceiling, style=style)


def _exceeds(payback: Figure | None, ceiling: Figure | None) -> bool:
    if payback is None or ceiling is None or not are_comparable(payback, ceiling):
        return False
    return payback.amount > ceiling.amount


def _of_all(steps: Sequence[Step], verdicts: Sequence[bool | None]) -> Statement:
    """All, none, the last, or each by name where a dearer step clears after one that does not."""
    clearing = [step.name for step, clears in zip(steps, verdicts, strict=True) if clears]
    breaking = [step.name for step, clears in zip(steps, verdicts, strict=True) if not clears]
    if not clearing or not breaking:
        return Statement("steps.every" if clearing else "steps.none")
    if all(verdicts[: len(clearing)]):
        return Statement("steps.last", {"last": clearing[-1]})
    return Statement(
        "steps.mixed",
        {
            "clear": Statement("steps.clear", {"names": tuple(clearing)}, number=len(clearing)),
            "fail": Statement("steps.fail", {"names": tuple(breaking)}, number=len(breaking)),
        },
    )
