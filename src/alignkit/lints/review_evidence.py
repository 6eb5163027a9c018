"""REV rules about observations: whole, spread over the period, known to the person before."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .review_reading import cycle_of, days, growth_in, judging, says_nothing
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from alignkit.context.people import Cycle, Review

    from .subject import Subject

_FIELDS = ("situation", "behaviour", "impact")
_NOTICE_DAYS = 14
"""Days between raising something and reading it in a review."""
_LATE_SHARE = (3, 5)
"""The largest share of observations from the last quarter of a period."""
_LEAST_OBSERVATIONS = 3
"""Fewer have no share worth naming."""
_ASK = {
    "situation": "write where it was seen",
    "behaviour": "write what the person did, as somebody who stood by would tell it",
    "impact": "write what changed: a number, money, time, or an effect on somebody with a name",
}


def evidence_is_whole(subject: Subject) -> Iterator[Hit]:
    """Observations without situation, behaviour or impact, or with a verdict for an impact (REV-002)."""
    rules = subject.wording.text_rules
    for path, review in subject.reviews():
        for each in review.evidence:
            at = f"{path}.evidence.{each.id}"
            for name in _FIELDS:
                if says_nothing(getattr(each, name)):
                    message = f"the observation `{each.id}` of `{review.person}` has no `{name}`"
                    yield Hit(message, f"{at}.{name}", hint=_ASK[name])
            if rules and rules.is_mere_verdict(each.impact):
                message = f"the `impact` of `{each.id}` of `{review.person}` is a verdict, not what changed"
                yield Hit(message, f"{at}.impact", hint=_ASK["impact"], severity=Severity.WARN)


def evidence_is_spread(subject: Subject) -> Iterator[Hit]:
    """Observations that are mostly recent, or none from the first half (REV-003)."""
    cycle = cycle_of(subject)
    for path, review in judging(subject) if cycle else ():
        if cycle and (message := _recent(review, cycle, subject)):
            hint = "add what you noted earlier in the period, or say that nothing was noted"
            yield Hit(message, f"{path}.evidence", hint=hint)


def _recent(review: Review, cycle: Cycle, subject: Subject) -> str:
    length = (cycle.end - cycle.start).days + 1
    dates = [each.date for each in review.evidence if cycle.start <= each.date <= cycle.end]
    late = sum(4 * ((cycle.end - each).days + 1) <= length for each in dates)
    share, whole = _LATE_SHARE
    if len(dates) >= _LEAST_OBSERVATIONS and late * whole > share * len(dates):
        quarter = cycle.end - timedelta(days=length // 4 - 1)
        message = f"{subject.number(late)} of {subject.number(len(dates))} observations of `{review.person}`"
        return f"{message} are from {quarter.isoformat()} or later, the last quarter of the period"
    if dates and not any(2 * (each - cycle.start).days < length for each in dates):
        middle = cycle.start + timedelta(days=(length + 1) // 2)
        return f"no observation of `{review.person}` is from before {middle.isoformat()}, the first half"
    return ""


def growth_is_no_surprise(subject: Subject) -> Iterator[Hit]:
    """Growth that was raised with the person less than 14 days before the review, or never (REV-004)."""
    cycle = cycle_of(subject)
    shared = (cycle.shared_on if cycle else None) or subject.context.meta.as_of
    for path, review in judging(subject):
        for each in growth_in(review):
            if message := _surprise(each.raised_on, shared):
                hint = (
                    "talk about it first, write down the day as `raised_on`, and share the review"
                    f" {_NOTICE_DAYS} days later"
                )
                found = f"the growth item `{each.id}` of `{review.person}` {message}"
                yield Hit(found, f"{path}.evidence.{each.id}.raised_on", hint=hint)


def _surprise(raised: date | None, shared: date) -> str:
    if raised is None:
        return "has no `raised_on`; nobody can tell whether it is a surprise"
    between = (shared - raised).days
    if between >= _NOTICE_DAYS:
        return ""
    if between < 0:
        return f"is raised on {raised.isoformat()}, after the review is shared on {shared.isoformat()}"
    was = f"was raised on {raised.isoformat()}, {days(between)} before"
    return f"{was} the review is shared on {shared.isoformat()}"


def evidence_is_of_the_cycle(subject: Subject) -> Iterator[Hit]:
    """Observations of another period (REV-016); an error where nobody can have seen them yet."""
    cycle = cycle_of(subject)
    for path, review in subject.reviews() if cycle else ():
        for each in review.evidence:
            if cycle and not cycle.start <= each.date <= cycle.end:
                message = (
                    f"the observation `{each.id}` of `{review.person}` is dated {each.date.isoformat()},"
                )
                message += f" outside `{cycle.id}`, {cycle.start.isoformat()} to {cycle.end.isoformat()}"
                hint = "correct the day, or leave it to the review of its own period"
                severity = Severity.ERROR if each.date > subject.context.meta.as_of else None
                yield Hit(message, f"{path}.evidence.{each.id}.date", hint=hint, severity=severity)
