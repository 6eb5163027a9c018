"""KCK rules about the plan: milestones in their frame and order, shared out, and how it may fail."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

from .kickoff_purpose import initiative_of
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.plan import Milestone

    from .subject import Subject

_LARGEST_SHARE = Decimal("0.40")
_LEAST_MILESTONES = 3
"""Below it one milestone each is a large share already."""
_LEAST_RISKS = 3


def milestones_are_in_order(subject: Subject) -> Iterator[Hit]:
    """Milestones outside the initiative, and what comes after the milestone that needs it (KCK-005)."""
    initiative = initiative_of(subject)
    if initiative is None:
        return
    for each in _own(subject):
        if not initiative.start <= each.date <= initiative.end:
            message = f"the milestone `{each.id}` on {each.date.isoformat()} lies outside `{initiative.id}`,"
            message += f" {initiative.start.isoformat()} to {initiative.end.isoformat()}"
            yield Hit(message, f"milestones.{each.id}.date", hint="move the milestone, or the initiative")
    yield from _late_milestones(subject)
    yield from _late_dependencies(subject)


def _own(subject: Subject) -> tuple[Milestone, ...]:
    """The milestones of the initiative that is kicked off."""
    kickoff = subject.context.kickoff
    return tuple(
        each for each in subject.context.milestones if kickoff and each.initiative == kickoff.initiative
    )


def _late_milestones(subject: Subject) -> Iterator[Hit]:
    by_id = {each.id: each for each in subject.context.milestones}
    for each in _own(subject):
        for needed in (by_id[name] for name in each.needs if name in by_id):
            if needed.date > each.date:
                message = f"`{each.id}` on {each.date.isoformat()} needs `{needed.id}`,"
                message += f" which comes on {needed.date.isoformat()}"
                yield Hit(message, f"milestones.{each.id}.needs", hint="correct a date, or what is needed")


def _late_dependencies(subject: Subject) -> Iterator[Hit]:
    by_id = {each.id: each for each in subject.context.milestones}
    kickoff = subject.context.kickoff
    for index, need in enumerate(kickoff.dependencies if kickoff else ()):
        waiting = by_id.get(need.for_ or "")
        if waiting and need.by and need.by > waiting.date:
            message = f"`{need.need}` comes on {need.by.isoformat()}, after `{waiting.id}`"
            message += f" on {waiting.date.isoformat()} that waits for it"
            hint = "agree an earlier day, or move the milestone"
            yield Hit(message, f"kickoff.dependencies[{index}].by", hint=hint)


def milestones_are_shared_out(subject: Subject) -> Iterator[Hit]:
    """A person who owns more than four of ten milestones (KCK-006)."""
    own = _own(subject)
    if len(own) < _LEAST_MILESTONES:
        return
    for owner, count in Counter(each.owner for each in own).items():
        if Decimal(count) / len(own) > _LARGEST_SHARE:
            message = f"`{owner}` owns {count} of {len(own)} milestones of `{own[0].initiative}`"
            first = next(each for each in own if each.owner == owner)
            hint = (
                f"give some to others; {subject.percent(_LARGEST_SHARE)} is as much as one person can carry"
            )
            yield Hit(message, f"milestones.{first.id}.owner", hint=hint)


def failure_is_imagined(subject: Subject) -> Iterator[Hit]:
    """Fewer than three ways to fail, or one without an early sign (KCK-007)."""
    kickoff = subject.context.kickoff
    if kickoff is None:
        return
    if len(kickoff.premortem) < _LEAST_RISKS:
        message = f"expected at least {_LEAST_RISKS} risks in the pre-mortem, found {len(kickoff.premortem)}"
        hint = "suppose that it has failed, ask everybody why, and add what they say to `risks`"
        yield Hit(message, "kickoff.premortem", hint=hint)
    for risk in subject.context.risks:
        if risk.id in kickoff.premortem and not risk.trigger.strip():
            message = f"the risk `{risk.id}` of the pre-mortem has no early sign"
            hint = "write what you would see first, with a number or a day, as `trigger`"
            yield Hit(message, f"risks.{risk.id}.trigger", hint=hint)
