"""What `review` says of each person: files, what each review still lacks, why each sentence was taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alignkit.build import prepare, told_of
from alignkit.build.reviewing import REVIEWS
from alignkit.diagnostics import Severity
from alignkit.phrases import reasons
from alignkit.source import read

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.build import Outcome, Request, Workshop
    from alignkit.context.people import Review
    from alignkit.diagnostics import Diagnostic, Place, Report
    from alignkit.phrases import Choice

KIND = "review"
"""The kind about people."""

_GRAVITY = (Severity.ERROR, Severity.WARN, Severity.INFO)
_ALWAYS = ("opening", "core", "ending", "support", "summary")
_PARTS = {
    "talk": (
        "opening",
        "core",
        "ending",
        "support",
        "goal",
        "talk-open",
        "talk-strength",
        "talk-question",
        "talk-reply",
        "talk-close",
    ),
    "recognition": ("opening", "core"),
    "corrective": ("opening", "core", "ending", "support"),
    "self": ("statement", "prompt"),
    "peer": ("statement",),
    "upward": ("statement",),
    "calibration": ("promotion",),
}
"""Parts of a text by the situation it is written for; the review has those of every review."""
_FORMS = ("self", "peer", "upward")


@dataclass(frozen=True, slots=True)
class Standing:
    """How one review stands."""

    person: str
    """Who it is about."""
    form: str
    """Whose view it is."""
    reviewer: str
    """Who wrote it."""
    files: tuple[str, ...]
    """The files made of it."""
    lacks: tuple[Diagnostic, ...]
    """What was found in it, the gravest first."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a sentence says what it says in its words."""

    person: str
    """Who it is about."""
    key: str
    """What it is said of, such as `people.reviews[0].evidence.S1`."""
    part: str
    """Which part of a text it is."""
    phrase: str
    """The record taken."""
    why: tuple[str, ...]
    """Why, in words."""
    others: int
    """How many other records would have fitted."""


def standings(outcome: Outcome, written: Iterable[str], persons: Iterable[str] = ()) -> tuple[Standing, ...]:
    """How each review of a people file stands after it was made.

    Args:
        outcome: what came of the request.
        written: names of the files that are on disk.
        persons: only these; everybody where empty.

    """
    files = tuple(written)
    wanted = frozenset(persons)
    return tuple(
        Standing(
            str(each.get("person", "")),
            str(each.get("form", "review")),
            str(each.get("reviewer", "")),
            tuple(
                name
                for name in files
                if outcome.made_for.get(name.rpartition(".")[0]) == f"{REVIEWS}[{index}]"
            ),
            tuple(_about(outcome.report, index)),
        )
        for index, each in _reviews(outcome)
        if not wanted or each.get("person") in wanted
    )


def _reviews(outcome: Outcome) -> list[tuple[int, dict[str, Any]]]:
    """The entries that can be read, with their place in the list."""
    people = outcome.source.data.get("people") if outcome.source else None
    reviews = people.get("reviews") if isinstance(people, dict) else None
    several = enumerate(reviews if isinstance(reviews, list) else ())
    return [(index, each) for index, each in several if isinstance(each, dict)]


def _about(report: Report, index: int) -> list[Diagnostic]:
    """What was found in one review, the gravest first."""
    found = [each for each in report if any(_is_in(place, index) for place in (each.place, *each.related))]
    return sorted(found, key=lambda each: _GRAVITY.index(each.severity))


def _is_in(place: Place | None, index: int) -> bool:
    path = f"{REVIEWS}[{index}]"
    return place is not None and (place.path == path or place.path.startswith((f"{path}.", f"{path}[")))


def explained(request: Request, workshop: Workshop, report: Report) -> tuple[Reason, ...]:
    """Why each sentence of a request's reviews was taken; nothing is made.

    Reports: what reading the files and the phrases reports, BANK-019.
    """
    source = read(request.context, report, people=request.people, overrides=request.overrides)
    kind = workshop.kind(KIND, report)
    prepared = prepare(source, report) if source else None
    people = prepared.context.people if prepared else None
    if prepared is None or kind is None or people is None:
        return ()
    told = told_of(
        kind.in_language(request.locale or prepared.context.meta.locale), prepared, workshop, report
    )
    return tuple(_reasons(told.choices.values(), people.reviews, request))


def _reasons(choices: Iterable[Choice], reviews: tuple[Review, ...], request: Request) -> Iterator[Reason]:
    for choice in choices:
        wish = choice.wish
        index = int(wish.document.rpartition("[")[2].rstrip("]"))
        review = reviews[index]
        if request.persons and review.person not in request.persons:
            continue
        if _is_in_mode(choice, review, request.mode):
            others = 0 if choice.pinned else choice.fitting - 1
            yield Reason(review.person, wish.key, wish.part, choice.phrase.id, tuple(reasons(choice)), others)


def _is_in_mode(choice: Choice, review: Review, mode: str) -> bool:
    """Whether a sentence stands in what is written for a situation."""
    if choice.wish.part not in _PARTS.get(mode, _ALWAYS):
        return False
    return mode not in _FORMS or choice.wish.purpose == mode
