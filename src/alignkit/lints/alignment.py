"""STK rules about what is agreed: goals, exclusions, roles, the vision's sentence and its signatures."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.context.goal_chain import goals_above

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject

_LEAST_EXCLUSIONS = 3
_MOST_ASKED = 5
_MOST_OWN = Decimal("0.6")
_VISION_WORDS = 30
_MONTHS = (
    "january|february|march|april|may|june|july|august|september|october|november|december"
    "|januar|februar|märz|mai|juni|juli|oktober|dezember"
)
_DATE = re.compile(
    rf"\b(?:(?:{_MONTHS})\s+\d{{4}}|\d{{4}}-\d\d(?:-\d\d)?|(?:FY|Q[1-4]\s*|H[12]\s*|CY)\d{{2,4}}|(?:19|20)\d\d)\b",
    re.IGNORECASE,
)
_MEASURE = re.compile(
    r"\d|\b(?:half|third|quarter of|double|twice|triple|none|zero|every|one|two|three|four|five|six|seven"
    r"|eight|nine|ten)\b",
    re.IGNORECASE,
)


def goals_have_parents(subject: Subject) -> Iterator[Hit]:
    """Marketing goals that serve no company objective (STK-004)."""
    objectives = subject.context.objectives
    for goal in objectives:
        if goal.level != "marketing" or goals_above(goal.id, objectives):
            continue
        lost = f"its parents lead to no company objective: `{'`, `'.join(goal.parents)}`"
        message = (
            f"the marketing goal `{goal.id}` serves nothing: {lost if goal.parents else 'it has no parent'}"
        )
        hint = "add the company objective to `parents`, or stop the goal"
        yield Hit(message, f"objectives.{goal.id}", hint=hint)


def objectives_are_served(subject: Subject) -> Iterator[Hit]:
    """Company objectives marketing does nothing for, and does not say so (STK-005)."""
    context = subject.context
    serving = [each.id for each in context.objectives if each.level == "marketing"]
    serving += [each.objective for each in context.initiatives if each.objective]
    served = {goal for each in serving for goal in goals_above(each, context.objectives)}
    for objective in context.objectives:
        if objective.level == "company" and objective.id not in served and not objective.not_served.strip():
            message = f"no marketing goal and no initiative serves `{objective.id}`"
            hint = "add a goal with this parent, or `not_served` with the reason"
            yield Hit(message, f"objectives.{objective.id}", hint=hint)


def objectives_are_measured(subject: Subject) -> Iterator[Hit]:
    """Objectives without a metric (STK-006)."""
    for objective in subject.context.objectives:
        if objective.metric is None:
            message = f"the objective `{objective.id}` has no metric"
            hint = "add `metric` with the KPI that says whether it was reached"
            yield Hit(message, f"objectives.{objective.id}", hint=hint)


def something_is_left_out(subject: Subject) -> Iterator[Hit]:
    """Fewer than three things that are not done (STK-007)."""
    vision = subject.context.vision
    if vision is None:
        return
    count = sum(bool(each.strip()) for each in vision.not_doing)
    if count < _LEAST_EXCLUSIONS:
        message = f"expected at least {_LEAST_EXCLUSIONS} things in `not_doing`, found {count}"
        yield Hit(message, "vision.not_doing", hint="add what somebody would expect and will not get")


def roles_are_clear(subject: Subject) -> Iterator[Hit]:
    """Tasks nobody does (STK-010); that there is exactly one `A` is a matter of the format."""
    for index, row in enumerate(subject.context.raci):
        path = f"raci.{row.id}" if row.id else f"raci[{index}]"
        if not row.R:
            yield Hit(f"nobody does `{row.task}`", path, hint="name at least one person in `R`")


def few_are_asked(subject: Subject) -> Iterator[Hit]:
    """Tasks that ask more than five people, and authors who decide most of them (STK-010)."""
    context = subject.context
    for index, row in enumerate(context.raci):
        if len(row.C) > _MOST_ASKED:
            message = f"`{row.task}` asks {len(row.C)} people before it is decided, more than {_MOST_ASKED}"
            path = f"raci.{row.id}.C" if row.id else f"raci[{index}].C"
            yield Hit(message, path, hint="move those who cannot change the result to `I`")
    own = sum(context.meta.author == row.A for row in context.raci)
    if context.raci and Decimal(own) / len(context.raci) > _MOST_OWN:
        message = (
            f"`{context.meta.author}` writes the document and decides {own} of {len(context.raci)} tasks"
        )
        yield Hit(message, "raci", hint="leave to others what is theirs to decide")


def vision_can_be_disproved(subject: Subject) -> Iterator[Hit]:
    """A vision that is long, or that no result could disprove (STK-011)."""
    vision = subject.context.vision
    if vision is None:
        return
    words = len(vision.statement.split())
    if words > _VISION_WORDS:
        message = f"the vision has {words} words, more than {_VISION_WORDS}"
        yield Hit(message, "vision.statement", hint="say it in one sentence a leader can repeat")
    text = f"{vision.statement} {vision.explanation}"
    hint = "say in `explanation` which figure shows it, and on which day"
    if not _DATE.search(text):
        yield Hit("the vision has no date", "vision.statement", hint=hint)
    if not _MEASURE.search(_DATE.sub("", text)) and not vision.tested_by:
        yield Hit("the vision has no measure", "vision.statement", hint=hint)


def final_is_signed(subject: Subject) -> Iterator[Hit]:
    """Sign-off lines without a date in a final document (STK-013)."""
    context = subject.context
    if context.meta.status != "final" or context.vision is None:
        return
    for index, line in enumerate(context.vision.sign_off):
        if line.date is None:
            message = f"`{line.person}` has not signed, and the document is final"
            path = f"vision.sign_off[{index}]"
            yield Hit(message, path, hint="add `date`, or set `meta.status` to `in_review`")
