"""From a typed rating to a band, and from a band to what is said (language bank, 5.1 and 5.2)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignkit.context.people import Cycle, Evidence, Review

    from .record import PhraseBook

_LEAST = {3: (3, 2), 4: (4, 3), 5: (4, 3)}
"""The least rating of the bands `above` and `on`, by the points of the scale."""


def band_of(rating: int | None, scale: int) -> str:
    """The band of a rating: `above`, `on` or `below`; `on` where nothing was rated.

    Ratings are typed by a manager; nothing here computes or suggests one.
    """
    if rating is None:
        return "on"
    above, on = _LEAST[scale]
    return "above" if rating >= above else "on" if rating >= on else "below"


def cell_of(evidence: Evidence, band: str) -> tuple[str, str]:
    """Band and purpose of what is said of an observation.

    A strength is recognised, in the band `on` where the person is below. Growth is developed; it is corrected
    where the person is below and it had been raised before it happened again.
    """
    if evidence.valence == "strength":
        return ("above" if band == "above" else "on"), "recognise"
    if band != "below":
        return "on", "develop"
    again = evidence.raised_on is not None and evidence.raised_on < evidence.date
    return "below", ("correct" if again else "develop")


def is_same_competency(word: str, other: str, book: PhraseBook) -> bool:
    """Whether two words of a people file mean one competency."""
    known = book.competency(word)
    return word == other or (known is not None and known is book.competency(other))


def rating_for(competency: str, review: Review, book: PhraseBook) -> int | None:
    """The rating of a competency; a people file may use other words for it."""
    if competency in review.ratings:
        return review.ratings[competency]
    return next(
        (rating for name, rating in review.ratings.items() if is_same_competency(competency, name, book)),
        None,
    )


def cell_in(evidence: Evidence, review: Review, cycle: Cycle, book: PhraseBook) -> tuple[str, str]:
    """Band and purpose of what is said of an observation in a review."""
    return cell_of(evidence, band_of(rating_for(evidence.competency, review, book), cycle.scale))
