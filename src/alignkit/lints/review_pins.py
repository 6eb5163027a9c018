"""REV rules about the phrases a manager has asked for: they exist, and they fit the rating of today."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.phrases import cell_in, rating_for
from alignkit.source.wording import nearest, quoted

from .review_reading import band_in, cycle_of
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.people import Evidence, Review
    from alignkit.phrases import Phrase

    from .subject import Subject

_OF_A_CELL = frozenset(("opening", "core", "ending", "support"))
"""Parts of what is said of an observation that belong to a band and a purpose."""
_SAME_START = 4
"""Characters by which the ids of one competency are known."""


def pins_fit_the_rating(subject: Subject) -> Iterator[Hit]:
    """Phrases that were chosen for another rating (REV-012)."""
    book = subject.wording.book
    for path, review in subject.reviews():
        observed = {each.id: each for each in review.evidence}
        for key, names in review.pins.items():
            for index, name in enumerate(names):
                phrase = book.phrases.get(name)
                if phrase is None:
                    continue
                message = ""
                if key in observed and phrase.part in _OF_A_CELL:
                    message = _other_cell(phrase, observed[key], review, subject)
                elif key == "summary" and phrase.part == "summary":
                    message = _other_summary(phrase, review, subject)
                if message:
                    hint = "take the pin out, so that a phrase of the band is chosen, or rate again"
                    yield Hit(message, f"{path}.pins.{key}[{index}]", hint=hint)


def _other_cell(phrase: Phrase, evidence: Evidence, review: Review, subject: Subject) -> str:
    """What is wrong with a phrase for an observation; empty when it fits."""
    cycle = cycle_of(subject)
    if cycle is None:
        return ""
    band, purpose = cell_in(evidence, review, cycle, subject.wording.book)
    if phrase.band in ("", band) and phrase.purpose in ("", purpose):
        return ""
    rating = rating_for(evidence.competency, review, subject.wording.book)
    rated = f"is rated {rating}" if rating is not None else "has no rating"
    message = f"the phrase `{phrase.id}` speaks for {_cell(phrase.band, phrase.purpose)}; `{review.person}`"
    return f"{message} {rated} in `{evidence.competency}`, and `{evidence.id}` is {_cell(band, purpose)}"


def _other_summary(phrase: Phrase, review: Review, subject: Subject) -> str:
    band = band_in(review.overall, subject)
    if phrase.band in ("", band):
        return ""
    rated = f"is rated {review.overall} overall" if review.overall is not None else "has no overall rating"
    return f"the phrase `{phrase.id}` speaks for `{phrase.band}`; `{review.person}` {rated}, `{band}`"


def _cell(band: str, purpose: str) -> str:
    return " and ".join(f"`{each}`" for each in (band, purpose) if each)


def pins_name_phrases(subject: Subject) -> Iterator[Hit]:
    """Phrases asked for or refused that no bank has (REV-018)."""
    book = subject.wording.book
    if not book.phrases:
        return
    for path, review in subject.reviews():
        for key, names in review.pins.items():
            # a file may name one phrase for each of its languages: one that is known is enough
            if not any(name in book.phrases for name in names):
                for index, name in enumerate(names):
                    yield _unknown(name, f"{path}.pins.{key}[{index}]", subject)
        for index, name in enumerate(review.bans):
            if name not in book.phrases:
                yield _unknown(name, f"{path}.bans[{index}]", subject)


def _unknown(name: str, path: str, subject: Subject) -> Hit:
    close = nearest(name, _alike(name, subject), 1)
    hint = f"write {quoted(close[0])}" if close else "name the id of a record: see `alignkit phrases list`"
    return Hit(f"there is no phrase {quoted(name)}", path, hint=hint)


def _alike(name: str, subject: Subject) -> Iterator[str]:
    """The phrases whose names begin as this one does, then all others: few are compared."""
    start = name[:_SAME_START]
    phrases = subject.wording.book.phrases
    yield from (each for each in phrases if each.startswith(start))
    yield from (each for each in phrases if not each.startswith(start))
