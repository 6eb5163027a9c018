"""STK rules about people: what is known of them, whether they are heard, and where they pull apart."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from alignkit.context.goal_chain import goals_above
from alignkit.context.rhythm import INFLUENTIAL, days_since, most_days
from alignkit.context.support import falls_short, is_to_be_won

from .concerns import stems
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.stakeholders import Stakeholder

    from .subject import Subject

_NEEDED = {
    "ceo": ("ceo", "CEO"),
    "cfo": ("cfo", "CFO"),
    "sales": ("cro", "sales leader"),
    "product": ("cpo", "product leader"),
    "service": ("service", "customer-service leader"),
}
"""Functions an alignment cannot do without: their audience, and what they are called."""


def influential_are_known(subject: Subject) -> Iterator[Hit]:
    """Influential people of whom nobody knows what they want (STK-001)."""
    for person in subject.context.stakeholders:
        known = person.priorities or person.measured_on or person.concerns
        if (person.influence or 0) >= INFLUENTIAL and not known:
            message = f"`{person.id}` has an influence of {person.influence}"
            message += " and neither `priorities`, `measured_on` nor `concerns`"
            hint = "ask what they are measured on and what worries them"
            yield Hit(message, f"stakeholders.{person.id}", hint=hint)


def concerns_have_an_answer(subject: Subject) -> Iterator[Hit]:
    """Concerns that nothing tagged for the person takes up (STK-002)."""
    for person in subject.context.stakeholders:
        answers = [stems(text) for text in _tagged(subject, person)]
        for index, concern in enumerate(person.concerns):
            if answers and (len(person.concerns) == 1 or any(stems(concern) & each for each in answers)):
                continue
            path = f"stakeholders.{person.id}.concerns[{index}]"
            hint = f"add `answers: [{person.id}]` to an initiative, a risk or a KPI, or a line to `we_commit`"
            yield Hit(f"nothing answers what worries `{person.id}`: `{concern}`", path, hint=hint)


def _tagged(subject: Subject, person: Stakeholder) -> Iterator[str]:
    """The texts that are meant as an answer to somebody."""
    context = subject.context
    for initiative in context.initiatives:
        if person.id in initiative.answers:
            yield f"{initiative.name} {initiative.why}"
    for risk in context.risks:
        if person.id in risk.answers:
            yield f"{risk.cause} {risk.event} {risk.action}"
    for kpi in context.kpis:
        if person.id in kpi.answers:
            yield f"{kpi.name} {kpi.definition}"
    yield from person.we_commit


def rhythm_is_kept(subject: Subject) -> Iterator[Hit]:
    """People not talked to for one and a half times their rhythm (STK-003)."""
    for person in subject.context.stakeholders:
        days, most = days_since(person, subject.context.meta.as_of), most_days(person)
        if days is not None and most is not None and days > most:
            message = f"the last talk with `{person.id}` was {subject.number(days)} days ago;"
            message += f" `{person.cadence}` allows {subject.number(int(most))}"
            hint = "talk to them and update `last_contact`, or agree another `cadence`"
            yield Hit(message, f"stakeholders.{person.id}.last_contact", hint=hint)


def functions_are_heard(subject: Subject) -> Iterator[Hit]:
    """No CEO, CFO, sales, product or customer-service stakeholder (STK-008)."""
    context = subject.context
    present = {person.audience for person in context.stakeholders}
    excused = {each.function for each in context.vision.not_applicable} if context.vision else set()
    for function, (audience, name) in _NEEDED.items():
        if audience not in present and function not in excused:
            message = f"there is no {name} among the stakeholders"
            hint = f"add one with `audience: {audience}`, or `{function}` to `vision.not_applicable`"
            yield Hit(message, "stakeholders", hint=hint)


def opposites_are_settled(subject: Subject) -> Iterator[Hit]:
    """Two people whose goals pull apart, with no entry that says what was decided (STK-009)."""
    context = subject.context
    settled = {frozenset(each.between) for each in context.vision.conflicts} if context.vision else set()
    pulls = {person.id: _pulls(subject, person) for person in context.stakeholders}
    for first, second in combinations(context.stakeholders, 2):
        if frozenset((first.id, second.id)) in settled:
            continue
        why = _opposite_measures(pulls[first.id], pulls[second.id]) or _rival_goals(subject, first, second)
        if why:
            message = f"`{first.id}` and `{second.id}` pull apart: {why}"
            hint = "add what was decided to `vision.conflicts`"
            yield Hit(message, f"stakeholders.{second.id}", hint=hint)


def _pulls(subject: Subject, person: Stakeholder) -> dict[tuple[str, str], str]:
    """For each company objective and direction one KPI the person is measured on."""
    context = subject.context
    return {
        (goal, kpi.direction): kpi.id
        for kpi in context.kpis
        if kpi.id in person.measured_on
        for goal in goals_above(kpi.objective, context.objectives)
    }


def _opposite_measures(first: dict[tuple[str, str], str], second: dict[tuple[str, str], str]) -> str:
    for (goal, way), kpi in sorted(first.items()):
        other = second.get((goal, "down" if way == "up" else "up"))
        if other:
            return f"under `{goal}` one is measured on `{kpi}` {way}, the other on `{other}` the other way"
    return ""


def _rival_goals(subject: Subject, first: Stakeholder, second: Stakeholder) -> str:
    """Two different first priorities that the company has not put in order."""
    ranks = {each.id: each.rank for each in subject.context.objectives}
    one, other = first.priorities[:1], second.priorities[:1]
    if not one or not other or one == other:
        return ""
    if None not in (ranks[one[0]], ranks[other[0]]) and ranks[one[0]] != ranks[other[0]]:
        return ""
    return f"one puts `{one[0]}` first, the other `{other[0]}`, and no `rank` says which comes first"


def support_is_sought(subject: Subject) -> Iterator[Hit]:
    """Support below what is wanted, or somebody against the plan, and nothing done about it (STK-012)."""
    for person in subject.context.stakeholders:
        if person.next_step is None and (falls_short(person) or is_to_be_won(person)):
            wanted = f", wanted as a {person.target_support}," if falls_short(person) else ""
            message = f"`{person.id}` is a {person.support}{wanted} and has no next step"
            hint = "add `next_step` with an act, an owner and a day"
            yield Hit(message, f"stakeholders.{person.id}.support", hint=hint)
