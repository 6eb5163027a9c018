"""What no type can say of reviews: ratings on the scale, ids of observations, nobody reviewed twice."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.source.wording import listed, nearest, quoted

from .faults import Fault
from .people import Review

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from alignkit.source import Data, Step

    from .shape import Visit

_USUAL_SCALE = 5
_OF_A_REVIEW = re.compile(r"summary|talk\.[\w-]+|(?:next_goals|self|peer|upward)\[\d+\]")
"""What pins may be about beside observations."""


def faults_of_reviews(found: Sequence[Visit], data: Mapping[str, Data]) -> Iterator[Fault]:
    """Ratings off the scale (CTX-006), ids of no observation (GEN-002), people with two reviews (GEN-003)."""
    scale = _mapping(_mapping(data.get("people")).get("cycle")).get("scale", _USUAL_SCALE)
    first: dict[tuple[Data, ...], tuple[Step, ...]] = {}
    for visit in found:
        if visit.shape.block is Review and isinstance(visit.value, dict):
            if isinstance(scale, int):
                yield from _off_scale(visit.steps, visit.value, scale)
            yield from _lost(visit.steps, visit.value)
            yield from _twice(visit.steps, visit.value, first)


def _off_scale(steps: tuple[Step, ...], review: Mapping[str, Data], scale: int) -> Iterator[Fault]:
    typed: dict[tuple[str, ...], Data] = {
        ("ratings", name): rating for name, rating in _mapping(review.get("ratings")).items()
    }
    typed["overall",] = review.get("overall")
    for at, rating in typed.items():
        if isinstance(rating, int) and not isinstance(rating, bool) and not 1 <= rating <= scale:
            message = f"expected a rating from 1 to {scale} for {quoted(at[-1])}, found the number `{rating}`"
            hint = "write a rating within the scale, or the `scale` of the cycle"
            yield Fault("CTX-006", message, (*steps, *at), hint)


def _lost(steps: tuple[Step, ...], review: Mapping[str, Data]) -> Iterator[Fault]:
    known = [
        own for each in _list(review.get("evidence")) if isinstance(own := _mapping(each).get("id"), str)
    ]
    for at, text in _references(review):
        if text not in known:
            close = nearest(text, known) or tuple(known[:8])
            hint = f"write {listed(close)}" if close else f"add the observation {quoted(text)} to `evidence`"
            is_key = at[0] == "pins"
            key = "pins" if is_key else next(step for step in reversed(at) if isinstance(step, str))
            message = (
                f"expected the id of an observation of this review for {quoted(key)}, found {quoted(text)}"
            )
            yield Fault("GEN-002", message, (*steps, *at), hint, at_key=is_key)


def _references(review: Mapping[str, Data]) -> Iterator[tuple[tuple[Step, ...], str]]:
    """The ids of observations a review names, with where they stand."""
    for name in ("next_goals", "support"):
        for index, entry in enumerate(_list(review.get(name))):
            for number, text in enumerate(_list(_mapping(entry).get("evidence"))):
                if isinstance(text, str):
                    yield (name, index, "evidence", number), text
    for number, text in enumerate(_list(review.get("promotion"))):
        if isinstance(text, str):
            yield ("promotion", number), text
    if isinstance(text := review.get("note_on"), str):
        yield ("note_on",), text
    for key in _mapping(review.get("pins")):
        if not _OF_A_REVIEW.fullmatch(key):
            yield ("pins", key), key


def _twice(
    steps: tuple[Step, ...], review: Mapping[str, Data], first: dict[tuple[Data, ...], tuple[Step, ...]]
) -> Iterator[Fault]:
    """A second entry that would be written into the files of the first."""
    form, person = review.get("form", "review"), review.get("person")
    by = review.get("reviewer") if form != "review" else ""
    if not all(isinstance(each, str) for each in (form, person, by)):
        return
    known = first.setdefault((form, person, by), steps)
    if known != steps:
        what = f"the review of {quoted(str(person))}"
        if by:
            what = f"the entry {quoted(str(form))} of {quoted(str(by))} about {quoted(str(person))}"
        message = f"{what} stands twice in `people.reviews`"
        yield Fault("GEN-003", message, (*steps, "person"), "join the two entries", first=(*known, "person"))


def _mapping(value: Data) -> dict[str, Data]:
    return value if isinstance(value, dict) else {}


def _list(value: Data) -> list[Data]:
    return value if isinstance(value, list) else []
