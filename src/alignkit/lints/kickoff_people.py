"""KCK rules about who does what: one approver, one driver, agreements, dependencies and the first tasks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .generic_decisions import TEAM
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject

_SEVERAL = re.compile(r"\band\b|\bund\b|[&/+;]", re.IGNORECASE)
_MOST_TASKS = 7
_OBSERVABLE = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|once|twice|each|every|no later)\b"
    r"|\b(?:hours?|days?|weeks?|months?|quarters?|minutes?|daily|weekly|monthly|today|tomorrow|noon|before|after"
    r"|(?:mon|tues|wednes|thurs|fri)days?|until|within)\b"
    r"|\b(?:log|writ|send|sent|post|answer|repl[iy]|escalat|record|publish|sign|review|report|attend|bring|call"
    r"|approv|accept|reject|decid|test|clos|cancel|archiv|file|upload|invit|present|demo)\w*",
    re.IGNORECASE,
)
"""A number, a time, or an act somebody can see done."""


def one_approves_one_drives(subject: Subject) -> Iterator[Hit]:
    """Approvers and drivers that are not exactly one person (KCK-004)."""
    kickoff = subject.context.kickoff
    if kickoff is None:
        return
    for role, identity in (("approver", kickoff.approver), ("driver", kickoff.driver)):
        person = subject.person(identity)
        if person and (TEAM.search(person.name) or _SEVERAL.search(person.name)):
            message = f"expected exactly one {role}, found `{person.name}`"
            hint = "name one person; others are asked or told"
            yield Hit(message, f"kickoff.{role}", hint=hint)


def agreement_is_observable(subject: Subject) -> Iterator[Hit]:
    """Agreements nobody can see kept or broken (KCK-008)."""
    kickoff = subject.context.kickoff
    for index, text in enumerate(kickoff.agreements if kickoff else ()):
        if not _OBSERVABLE.search(text):
            message = f"nobody can see whether this agreement is kept: `{text.strip()}`"
            hint = "say who does what by when, such as `Decisions are logged within one working day`"
            yield Hit(message, f"kickoff.agreements[{index}]", hint=hint)


def dependency_has_a_name_and_a_day(subject: Subject) -> Iterator[Hit]:
    """Dependencies without a person or a date (KCK-009)."""
    kickoff = subject.context.kickoff
    for index, each in enumerate(kickoff.dependencies if kickoff else ()):
        missing = [key for key, there in (("from", each.from_), ("by", each.by)) if not there]
        if missing:
            message = f"the dependency `{each.need}` lacks {' and '.join(f'`{key}`' for key in missing)}"
            hint = "agree with one person on a day, and write both down"
            yield Hit(message, f"kickoff.dependencies[{index}]", hint=hint)


def first_weeks_are_doable(subject: Subject) -> Iterator[Hit]:
    """A list for the first two weeks that is too long, or that has tasks nobody owns (KCK-011)."""
    kickoff = subject.context.kickoff
    tasks = kickoff.first_two_weeks if kickoff else ()
    if len(tasks) > _MOST_TASKS:
        message = f"expected at most {_MOST_TASKS} tasks for the first two weeks, found {len(tasks)}"
        hint = "keep what has to be done first, and leave the rest to the plan"
        yield Hit(message, "kickoff.first_two_weeks", hint=hint)
    for index, task in enumerate(tasks):
        if task.owner is None:
            message = f"nobody owns the task `{task.what}` of the first two weeks"
            yield Hit(message, f"kickoff.first_two_weeks[{index}]", hint="add `owner`, one person")
