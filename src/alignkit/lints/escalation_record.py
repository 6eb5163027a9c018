"""ESC rules about the record of an issue: what a decider needs before deciding."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .people import departments_acting, people_named
from .rule import Hit
from .working_days import working_days_between

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.issues import Issue, Option

    from .subject import Subject

_WORKING_DAYS_TO_RAISE = 5
_LEAST_OPTIONS = 2
_IN_FULL = re.compile(
    r"\b(?:in full|full(?:y)? fund\w*|fund\w*\b.{0,20}\bfully|full (?:funding|amount)|complete as planned)\b",
    re.I,
)
_NOTHING = re.compile(
    r"\b(?:do(?:ing)? nothing|no action|no change|change nothing|status quo|as it is|as is|leave it|leave as"
    r"|carry on|stay as|accept (?:the|it)|wait)\b",
    re.IGNORECASE,
)


def overrun_has_its_amounts(subject: Subject) -> Iterator[Hit]:
    """Overruns without approved, spent or still to spend (ESC-001)."""
    for path, issue in subject.issues():
        missing = [n for n in ("approved", "spent", "to_complete") if getattr(issue, n) is None]
        if issue.type == "overrun" and missing:
            names = " and ".join(f"`{name}`" for name in missing)
            message = f"the overrun `{issue.id}` lacks {names}"
            yield Hit(message, path, hint="enter the amounts; the overrun is computed from them")


def cause_is_a_fact(subject: Subject) -> Iterator[Hit]:
    """No cause, or one that is a person or a department (ESC-002)."""
    for path, issue in subject.issues():
        place = f"{path}.cause"
        if not issue.cause.strip():
            hint = "write one cause in one sentence"
            yield Hit(f"the issue `{issue.id}` has no cause", place, hint=hint)
            continue
        hint = "write what happened, not who did it"
        for name in people_named(issue.cause, subject.context.stakeholders):
            yield Hit(f"the cause names `{name}`", place, hint=hint)
        for name in departments_acting(issue.cause):
            yield Hit(f"the cause makes `{name}` the one who acts", place, hint=hint)


def options_are_open(subject: Subject) -> Iterator[Hit]:
    """Fewer than two ways out, or a recommendation that is none of them (ESC-003)."""
    for path, issue in subject.issues():
        if issue.severity != "inform" and len(issue.options) < _LEAST_OPTIONS:
            message = (
                f"expected at least {_LEAST_OPTIONS} options for `{issue.id}`, found {len(issue.options)}"
            )
            yield Hit(
                message, f"{path}.options", hint="add a cheaper way out and what doing nothing leads to"
            )
        known = [option.id for option in issue.options]
        if issue.recommend and issue.recommend not in known:
            among = ", ".join(f"`{identity}`" for identity in known) or "none"
            message = f"expected an option in `recommend`, found `{issue.recommend}`; there is {among}"
            yield Hit(message, f"{path}.recommend", hint="write the id of an option")


def waiting_has_a_price(subject: Subject) -> Iterator[Hit]:
    """No last day to decide, or no cost of waiting (ESC-004)."""
    for path, issue in subject.issues():
        if issue.severity == "inform":
            continue
        if issue.decide_by is None:
            message = f"the issue `{issue.id}` has no `decide_by`"
            yield Hit(message, path, hint="write the last day on which the decision still helps")
        if not issue.if_late.strip():
            message = f"the issue `{issue.id}` does not say what waiting costs"
            yield Hit(message, path, hint="add `if_late` with what happens after that day")


def full_funding_closes_the_gap(subject: Subject) -> Iterator[Hit]:
    """Full funding that is not what is missing (ESC-005)."""
    for path, issue in subject.issues():
        if issue.approved is None or issue.spent is None or issue.to_complete is None:
            continue
        missing = issue.spent + issue.to_complete - issue.approved
        for option in issue.options:
            if _IN_FULL.search(option.name) and option.cost != missing:
                message = f"`{option.name}` costs {subject.money(option.cost)};"
                message += f" spent and still to spend exceed the approval by {subject.money(missing)}"
                hint = "correct the option or the amounts of the issue"
                yield Hit(message, f"{path}.options.{option.id}.cost", hint=hint)


def rest_is_estimated(subject: Subject) -> Iterator[Hit]:
    """An estimate to complete that is merely what is left of the approval (ESC-006)."""
    for path, issue in subject.issues():
        if issue.approved is None or issue.spent is None or issue.to_complete is None:
            continue
        if issue.to_complete == issue.approved - issue.spent:
            message = (
                f"`to_complete` is exactly what is left of the approval, {subject.money(issue.to_complete)}"
            )
            yield Hit(message, f"{path}.to_complete", hint="estimate it from the work that is left")


def something_was_tried(subject: Subject) -> Iterator[Hit]:
    """An escalation before anything was tried (ESC-007)."""
    for path, issue in subject.issues():
        if not any(each.strip() for each in issue.tried):
            message = f"the issue `{issue.id}` says nothing about what was tried"
            yield Hit(message, path, hint="add `tried`, each with its effect")


def news_is_early(subject: Subject) -> Iterator[Hit]:
    """News that comes a week after the sign, or after the money (ESC-008)."""
    for path, issue in subject.issues():
        if issue.trigger_date:
            days = working_days_between(issue.trigger_date, issue.raised)
            if days > _WORKING_DAYS_TO_RAISE:
                message = f"`{issue.id}` was raised {days} working days after the sign was seen"
                yield Hit(message, f"{path}.raised", hint="say in `background` why it took so long")
        if issue.approved is not None and issue.spent is not None and issue.spent > issue.approved:
            message = f"{subject.money(issue.spent)} is spent of {subject.money(issue.approved)} approved"
            hint = "say in `background` when the approval was passed"
            yield Hit(f"{message}: the money is gone already", f"{path}.spent", hint=hint)


def recommendation_is_funded(subject: Subject) -> Iterator[Hit]:
    """A recommendation nobody pays for (ESC-010)."""
    for path, issue in subject.issues():
        option = _recommended(issue)
        if option is None or option.cost <= 0:
            continue
        if issue.funding is None:
            message = f"option `{option.id}` costs {subject.money(option.cost)} and has no `funding`"
            yield Hit(
                message, path, hint="add `funding` with where the money comes from and how much is there"
            )
        elif issue.funding.available < option.cost:
            message = f"option `{option.id}` costs {subject.money(option.cost)};"
            message += f" `{issue.funding.from_}` has {subject.money(issue.funding.available)}"
            yield Hit(message, f"{path}.funding.available", hint="name a second source, or a cheaper option")


def _recommended(issue: Issue) -> Option | None:
    return next((option for option in issue.options if option.id == issue.recommend), None)


def decider_may_decide(subject: Subject) -> Iterator[Hit]:
    """A mail to somebody who does not decide this (ESC-011)."""
    for path, issue in subject.issues():
        decider = _decider(subject, issue)
        if decider and decider != issue.to:
            message = f"`{issue.id}` goes to `{issue.to}`, but `{decider}` decides"
            yield Hit(message, f"{path}.to", hint=f"write `to: {decider}` and put `{issue.to}` in `cc`")


def _decider(subject: Subject, issue: Issue) -> str:
    """The A of the RACI row, else the approver of the initiative that was kicked off; empty when unknown."""
    rows = [row for row in subject.context.raci if issue.raci and row.id == issue.raci]
    if rows:
        return rows[0].A
    kickoff = subject.context.kickoff
    return kickoff.approver if kickoff and issue.initiative and kickoff.initiative == issue.initiative else ""


def next_news_has_a_date(subject: Subject) -> Iterator[Hit]:
    """No date for the next news (ESC-013)."""
    for path, issue in subject.issues():
        if issue.next_update is None:
            message = f"the issue `{issue.id}` does not say when the next news comes"
            yield Hit(message, path, hint="add `next_update`")


def doing_nothing_is_an_option(subject: Subject) -> Iterator[Hit]:
    """Options without doing nothing (ESC-014)."""
    for path, issue in subject.issues():
        texts = [f"{option.id} {option.name}" for option in issue.options]
        if issue.severity != "inform" and texts and not any(_NOTHING.search(text) for text in texts):
            message = f"none of the options of `{issue.id}` is to do nothing"
            yield Hit(
                message, f"{path}.options", hint="add what happens, and what it costs, if nothing is done"
            )
