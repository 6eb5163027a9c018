"""What rules of reviews share: which entries judge somebody, which fields say nothing, who is meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.phrases import band_of, is_same_competency

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.people import Cycle, Evidence, Review

    from .subject import Subject

_JUDGING = frozenset(("review", "agency"))
"""Entries in which the one who writes answers for a rating: that of a manager, that of a client."""
_PLACEHOLDER = re.compile(
    r"[\W_]*(?:(?:tbd|tba|tbc|todo|xx+|n\s*/\s*a|na|none|nothing|fill\s+in|to\s+do|to\s+be\s+(?:done|defined|added)"
    r"|lorem\s+ipsum.*|what\s+(?:happened|came\s+of\s+it)|some\s+text|text|placeholder|offen|folgt|\?+)[\W_]*)*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*(?:\[[^\]]*\]|<[^>]*>|\{+[^}]*\}+)[\s.]*")


def cycle_of(subject: Subject) -> Cycle | None:
    """The cycle of the people file."""
    return subject.context.people.cycle if subject.context.people else None


def judging(subject: Subject) -> Iterator[tuple[str, Review]]:
    """The reviews in which somebody answers for a rating, each with its path."""
    return ((path, review) for path, review in subject.reviews() if review.form in _JUDGING)


def by_manager(subject: Subject) -> Iterator[tuple[str, Review]]:
    """The reviews a manager has written, each with its path."""
    return ((path, review) for path, review in subject.reviews() if review.form == "review")


def growth_in(review: Review) -> tuple[Evidence, ...]:
    """The observations of a review that ask for a change."""
    return tuple(each for each in review.evidence if each.valence == "development")


def evidence_for(competency: str, review: Review, subject: Subject) -> tuple[Evidence, ...]:
    """The observations of a review that are about a competency."""
    book = subject.wording.book
    return tuple(each for each in review.evidence if is_same_competency(each.competency, competency, book))


def band_in(rating: int | None, subject: Subject) -> str:
    """The band of a rating on the scale of the cycle."""
    cycle = cycle_of(subject)
    return band_of(rating, cycle.scale) if cycle else "on"


def says_nothing(text: str) -> bool:
    """Whether a field is blank or holds what stands there until somebody writes it."""
    return _PLACEHOLDER.fullmatch(text) is not None or _BRACKETS.fullmatch(text) is not None


def days(count: int) -> str:
    """A number of days in words."""
    return f"{count} day{'' if abs(count) == 1 else 's'}"
