"""REV rules about what comes next: growth that is told, and what is done about it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.context.answers import links_of
from alignkit.diagnostics import Severity
from alignkit.prose.lexicon import lexicon

from .review_reading import growth_in, judging, says_nothing
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject

_DIGIT = re.compile(r"\d")
_WORD = re.compile(r"[^\W\d_]+")
_LIMITS = lexicon(
    """
    no none zero nobody nothing every each all both half twice once never one two three four five six seven
    eight nine ten twelve weekly monthly quarterly daily
    kein keine keinen keiner null niemand nichts jede jeder jedes jeden alle beide halb zweimal einmal nie
    ein eine einen zwei drei vier fünf sechs sieben acht neun zehn zwölf wöchentlich monatlich täglich
    """
)
"""Words that count or limit, in English and German."""
_MOST_GROWTH = 3
"""Growth items a person can work on."""


def growth_has_a_next_step(subject: Subject) -> Iterator[Hit]:
    """Growth items no next goal answers, and next goals nobody can measure or reach any more (REV-007)."""
    for path, review in subject.reviews():
        for index, goal in enumerate(review.next_goals):
            lacking = [name for name in ("text", "measure") if says_nothing(getattr(goal, name))]
            for name in lacking:
                message = f"the next goal `{goal.text}` of `{review.person}` has no `{name}`"
                hint = "write what will be different, and how both of you will see it"
                yield Hit(message, f"{path}.next_goals[{index}].{name}", hint=hint)
            if not (says_nothing(goal.measure) or _has_limit(goal.measure)):
                message = (
                    f"the measure of the next goal `{goal.text}` of `{review.person}` has no number or limit"
                )
                hint = (
                    "write how both of you will see that it is reached, such as `four of four briefs on time`"
                )
                at = f"{path}.next_goals[{index}].measure"
                yield Hit(message, at, hint=hint, severity=Severity.WARN)
            if goal.due <= subject.context.meta.as_of:
                message = (
                    f"the next goal `{goal.text}` of `{review.person}` is due on {goal.due.isoformat()},"
                )
                message += f" which is over on {subject.context.meta.as_of.isoformat()}"
                hint = "write a day that is still to come"
                yield Hit(message, f"{path}.next_goals[{index}].due", hint=hint)
    for path, review in judging(subject):
        links = links_of(review)
        for each in growth_in(review):
            if links[each.id].goal is None:
                message = f"no next goal answers the growth item `{each.id}` of `{review.person}`"
                hint = f"add a next goal with `measure`, `due` and `evidence: [{each.id}]`"
                yield Hit(message, f"{path}.evidence.{each.id}", hint=hint)


def _has_limit(measure: str) -> bool:
    """Whether a measure counts or limits something."""
    return _DIGIT.search(measure) is not None or not _LIMITS.isdisjoint(_WORD.findall(measure.casefold()))


def growth_is_told(subject: Subject) -> Iterator[Hit]:
    """Reviews without growth, or with more of it than anybody can work on (REV-010)."""
    for path, review in judging(subject):
        growth = len(growth_in(review))
        if not growth:
            message = f"the review of `{review.person}` has no growth item, whatever its ratings are"
            hint = "add what would help most: an observation with `valence: development`"
            yield Hit(message, f"{path}.evidence", hint=hint)
        elif growth > _MOST_GROWTH:
            message = f"the review of `{review.person}` has {growth} growth items, more than {_MOST_GROWTH}"
            yield Hit(message, f"{path}.evidence", hint="keep those that matter most for the next period")
