"""GEN rules about decisions and the people who take them or own something; they read the context."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from .rule import Hit
from .working_days import is_weekend, weekday, working_days_between

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from alignkit.context.whole import Context

    from .subject import Subject

_PREPARED = timedelta(days=14)
_READ_BEFORE = frozenset({"preread", "pre-read", "pre_read"})
"""Kinds of a milestone on which the decider gets something to read."""
_LEAST_WORKING_DAYS = 2
TEAM = re.compile(
    r"\b(?:team|department|dept|group|committee|squad|unit|function|division|office|everyone|all)\b"
    r"|\A(?:marketing|sales|finance|product|engineering|operations|legal|hr|it|support|procurement)\Z",
    re.IGNORECASE,
)
"""A name that is a team and no person."""


def decision_is_named(subject: Subject) -> Iterator[Hit]:
    """Kinds that ask for money without a decision; escalations without a recommendation (GEN-008)."""
    if subject.concerns("SCR", "BUD") and subject.context.budget is None:
        message = "expected `budget.decision` with `from`, `by` and `ask_tier`, found no budget"
        yield Hit(message, "budget", hint="add the block `budget` with a decision, lines and tiers")
    kickoff = subject.context.kickoff
    if subject.concerns("KCK") and kickoff and not kickoff.decisions_needed:
        message = "the kickoff asks for no decision"
        hint = "add what has to be decided as `decisions_needed`, with `from` and `by`"
        yield Hit(message, "kickoff.decisions_needed", hint=hint)
    if not subject.concerns("ESC"):
        return
    for path, issue in subject.issues():
        if issue.severity != "inform" and not issue.recommend:
            message = f"the issue `{issue.id}` asks for a decision and recommends none"
            yield Hit(message, path, hint="add `recommend` with the id of an option")


@dataclass(frozen=True, slots=True)
class _Deadline:
    """A last day to decide."""

    path: str
    by: date
    after: date | None = None
    """The meeting or the pre-read it follows."""
    of_what: str = "the meeting"
    """Which of the two."""
    taken: str = ""
    """How to say that it was taken; empty where only another day helps."""


def decide_by_is_sensible(subject: Subject) -> Iterator[Hit]:
    """Decide-by dates that are over, on a weekend, before the meeting or hard on its heels (GEN-009)."""
    as_of = subject.context.meta.as_of
    for each in _deadlines(subject):
        day = f"`{each.by.isoformat()}`"
        if each.by < as_of:
            message = f"the last day to decide, {day}, is before {as_of.isoformat()}, the day of this context"
            yield Hit(message, each.path, hint=f"agree a new date{each.taken}")
        elif is_weekend(each.by):
            message = f"the last day to decide, {day}, is a {weekday(each.by)}"
            yield Hit(message, each.path, hint="choose a day from Monday to Friday")
        elif each.after and each.after > each.by:
            message = f"the last day to decide, {day}, is before {each.of_what} on {each.after.isoformat()}"
            yield Hit(message, each.path, hint="meet before that day, or agree a later one")
        elif each.after and working_days_between(each.after, each.by) < _LEAST_WORKING_DAYS:
            message = f"the last day to decide, {day}, is less than 2 working days after {each.of_what}"
            hint = "give the decider two working days"
            yield Hit(f"{message} on {each.after.isoformat()}", each.path, hint=hint)


def _deadlines(subject: Subject) -> Iterator[_Deadline]:
    """The open deadlines the kind is about."""
    context = subject.context
    made = {decision.id for decision in context.decisions if decision.made_on}
    budget = context.budget
    if budget and subject.concerns("SCR", "BUD") and budget.decision.id not in made:
        by, meeting = budget.decision.by, budget.decision.meeting
        read = [each.date for each in context.milestones if each.kind in _READ_BEFORE]
        taken = (
            f", or enter it in `decisions` as `id: {budget.decision.id}` with `text`, `from`, `by`, `made_on`"
        )
        if meeting is None and read:
            yield _Deadline("budget.decision.by", by, max(read), "the pre-read", taken)
        else:
            yield _Deadline("budget.decision.by", by, meeting, taken=taken)
    if subject.concerns("KCK") and context.kickoff:
        for index, needed in enumerate(context.kickoff.decisions_needed):
            yield _Deadline(f"kickoff.decisions_needed[{index}].by", needed.by)
    if subject.concerns("ESC"):
        for path, issue in subject.issues():
            if issue.decide_by and issue.severity != "inform":
                yield _Deadline(f"{path}.decide_by", issue.decide_by)


def decider_is_prepared(subject: Subject) -> Iterator[Hit]:
    """A decider nobody has talked to before the meeting, with no talk planned either (GEN-010)."""
    context = subject.context
    if context.budget is None or not subject.concerns("SCR", "BUD"):
        return
    decision = context.budget.decision
    decider, meeting = subject.person(decision.from_), decision.meeting or decision.by
    if decider is None or decider.id == context.meta.author or meeting < context.meta.as_of:
        return
    last = decider.last_contact
    if (last and last >= meeting - _PREPARED) or _prewire_planned(context, meeting):
        return
    message = f"nobody prepares `{decider.id}` in the 14 days before {meeting.isoformat()}"
    hint = "add a milestone of the kind `prewire` before the meeting, or update `last_contact`"
    yield Hit(message, f"stakeholders.{decider.id}.last_contact", hint=hint)


def _prewire_planned(context: Context, meeting: date) -> bool:
    return any(
        milestone.kind == "prewire" and meeting - _PREPARED <= milestone.date <= meeting
        for milestone in context.milestones
    )


def owner_is_a_person(subject: Subject) -> Iterator[Hit]:
    """Owners of actions, risks, KPIs and money that are teams (GEN-011)."""
    context = subject.context
    teams = {each.id: each.name for each in context.stakeholders if TEAM.search(each.name)}
    if not teams:
        return
    for path, owner in _owners(context):
        if owner in teams:
            message = f"expected one person as owner, found `{owner}`, which is `{teams[owner]}`"
            yield Hit(message, path, hint="name the person who answers for it")


def _owners(context: Context) -> Iterator[tuple[str, str]]:
    """Every owner with the path of the field."""
    for kpi in context.kpis:
        yield f"kpis.{kpi.id}.owner", kpi.owner
    for objective in context.objectives:
        yield f"objectives.{objective.id}.owner", objective.owner
    for initiative in context.initiatives:
        yield f"initiatives.{initiative.id}.owner", initiative.owner
    for risk in context.risks:
        yield f"risks.{risk.id}.owner", risk.owner
    for milestone in context.milestones:
        yield f"milestones.{milestone.id}.owner", milestone.owner
    for gap in context.gaps:
        yield f"gaps.{gap.id}.owner", gap.owner
    for line in context.budget.lines if context.budget else ():
        yield f"budget.lines.{line.id}.owner", line.owner
    for index, role in enumerate(context.budget.headcount if context.budget else ()):
        yield f"budget.headcount[{index}].owner", role.owner
    for index, action in enumerate(context.scorecard.actions if context.scorecard else ()):
        yield f"scorecard.actions[{index}].owner", action.owner
    yield from _kickoff_owners(context)
    yield from _audit_owners(context)


def _kickoff_owners(context: Context) -> Iterator[tuple[str, str]]:
    if context.kickoff:
        for index, each in enumerate(context.kickoff.deliverables):
            yield f"kickoff.deliverables[{index}].owner", each.owner
        for index, task in enumerate(context.kickoff.first_two_weeks):
            if task.owner:
                yield f"kickoff.first_two_weeks[{index}].owner", task.owner


def _audit_owners(context: Context) -> Iterator[tuple[str, str]]:
    if context.audit:
        for index, work in enumerate(context.audit.off_track):
            if work.owner:
                yield f"audit.off_track[{index}].owner", work.owner
        for index, item in enumerate(context.audit.carried):
            yield f"audit.carried[{index}].owner", item.owner


def decision_is_one(subject: Subject) -> Iterator[Hit]:
    """A decision that is written twice, differently (GEN-024)."""
    context = subject.context
    if context.budget is None:
        return
    asked = context.budget.decision
    for decision in context.decisions:
        if decision.id == asked.id and decision.by != asked.by:
            message = f"`{asked.id}` is to be decided by {asked.by.isoformat()} in the budget"
            message += f" and by {decision.by.isoformat()} here"
            yield Hit(message, f"decisions.{decision.id}.by", hint="write the same day in both")
        if decision.id == asked.id and decision.from_ != asked.from_:
            message = (
                f"`{asked.id}` is decided by `{asked.from_}` in the budget and by `{decision.from_}` here"
            )
            yield Hit(message, f"decisions.{decision.id}.from", hint="write the same person in both")
    for person in context.stakeholders:
        if asked.id in person.decides and person.id != asked.from_:
            message = f"`{asked.id}` is decided by `{asked.from_}` in the budget and by `{person.id}` here"
            yield Hit(message, f"stakeholders.{person.id}.decides", hint="leave it with one decider")
