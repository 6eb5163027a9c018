"""REV rules about ratings: what they rest on, whether they agree, and the phrases chosen for them."""

from __future__ import annotations

from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.phrases import is_same_competency
from alignkit.source.wording import nearest, quoted

from .review_reading import band_in, by_manager, evidence_for, judging, says_nothing
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.people import Review

    from .subject import Subject

_LEAST_OBSERVATIONS = 2
"""Observations a rating rests on."""
_LARGEST_DISTANCE = 1
"""Points between the overall rating and the middle of the others that need no reason."""


def rating_has_evidence(subject: Subject) -> Iterator[Hit]:
    """Rated competencies nothing was observed of, or one thing only (REV-001)."""
    for path, review in subject.reviews():
        for name in review.ratings:
            several = evidence_for(name, review, subject)
            if len(several) >= _LEAST_OBSERVATIONS:
                continue
            rated = f"`{review.person}` is rated in `{name}`"
            at, hint = f"{path}.ratings.{name}", f"add a dated observation with `competency: {name}`"
            if several:
                yield Hit(
                    f"{rated} on one observation, `{several[0].id}`", at, hint=hint, severity=Severity.WARN
                )
            else:
                yield Hit(f"{rated} without an observation", at, hint=f"{hint}, or take the rating out")


def rating_is_supported(subject: Subject) -> Iterator[Hit]:
    """High ratings without two strengths, low ones without two growth items (REV-005)."""
    for path, review in subject.reviews():
        for name, rating in review.ratings.items():
            band = band_in(rating, subject)
            if band == "on":
                continue
            valence, what = ("strength", "strength") if band == "above" else ("development", "growth item")
            found = sum(each.valence == valence for each in evidence_for(name, review, subject))
            if found < _LEAST_OBSERVATIONS:
                count = f"{found or 'no'} {what}{'' if found == 1 else 's'}"
                message = (
                    f"`{review.person}` is rated {rating} in `{name}` with {count}; two carry such a rating"
                )
                hint = f"add an observation with `valence: {valence}`, or think about the rating again"
                yield Hit(message, f"{path}.ratings.{name}", hint=hint)


def overall_follows(subject: Subject) -> Iterator[Hit]:
    """Overall ratings far from the others, without a reason (REV-006)."""
    for path, review in subject.reviews():
        if review.overall is None or not review.ratings or not says_nothing(review.why):
            continue
        middle = median(review.ratings.values())
        if abs(review.overall - middle) > _LARGEST_DISTANCE:
            message = f"`{review.person}` is rated {review.overall} overall; the median of the ratings is"
            message += f" {middle:g}, and no `why` says why"
            yield Hit(
                message, f"{path}.overall", hint="write the reason as `why`, or look at the ratings again"
            )


def low_rating_has_support(subject: Subject) -> Iterator[Hit]:
    """Low ratings of somebody nobody helps (REV-015)."""
    for path, review in by_manager(subject):
        low = [name for name, rating in review.ratings.items() if band_in(rating, subject) == "below"]
        if low and all(says_nothing(each.text) for each in review.support):
            names = " and ".join(f"{review.ratings[name]} in `{name}`" for name in low)
            message = f"`{review.person}` is rated {names}, and `support` is empty"
            hint = "write what you give: `support: [{text: ..., owner: ..., due: ...}]`"
            yield Hit(message, f"{path}.support", hint=hint)


def competency_is_known(subject: Subject) -> Iterator[Hit]:
    """Competencies no bank has a word for (REV-019)."""
    book = subject.wording.book
    if not book.competencies:
        return
    words = (*book.competencies, *(word for each in book.competencies.values() for word in each.also))
    for path, review in subject.reviews():
        for at, word in _competencies(review):
            if book.competency(word) is None:
                close = nearest(word, words, 1)
                hint = f"write {quoted(close[0])}" if close else _choices(subject)
                yield Hit(
                    f"there are no phrases for the competency {quoted(word)}", f"{path}.{at}", hint=hint
                )


def _choices(subject: Subject) -> str:
    several = ", ".join(f"`{name}`" for name in subject.wording.book.competencies)
    return f"choose from {several}, or add it to a `competencies.yaml` of your own"


def _competencies(review: Review) -> Iterator[tuple[str, str]]:
    """Every word for a competency, with where it stands."""
    yield from ((f"ratings.{name}", name) for name in review.ratings)
    yield from ((f"evidence.{each.id}.competency", each.competency) for each in review.evidence)
    for index, goal in enumerate(review.next_goals):
        if goal.competency:
            yield f"next_goals[{index}].competency", goal.competency


def competency_is_rated_once(subject: Subject) -> Iterator[Hit]:
    """Competencies that are rated under two words (REV-020)."""
    for path, review in judging(subject):
        for one, other in combinations(review.ratings, 2):
            if is_same_competency(one, other, subject.wording.book):
                message = f"`{one}` and `{other}` are one competency, and `{review.person}` is rated in both"
                yield Hit(message, f"{path}.ratings.{other}", hint="keep one of the two ratings")
