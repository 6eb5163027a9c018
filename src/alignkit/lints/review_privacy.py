"""REV rules that keep reviews among those they concern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .pages import Label
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.context.people import Review

    from .pages import Page, Pages
    from .subject import Subject

_WORD = re.compile(r"[^\W_]+")
_LEAST_WORDS = 5
"""Shorter texts stand in documents by chance."""
_MOST_WORDS = 8
"""So many words one after the other are a copy, whatever stands around them."""
_APART = "people."
"""What is no part of the shared context."""

Secrets = dict[str, str]
"""Runs of words that give away what is said of a person, each with where that stands."""


def reviews_stay_apart(subject: Subject) -> Iterator[Hit]:
    """Words of a review in the shared context, from which every document is made (REV-013)."""
    shared = _shared(subject)
    secrets = _secrets(subject.reviews(), shared)
    for path, words in shared:
        for found in _repeated(words, secrets)[:1]:
            message = f"`{path}` repeats `{found}`, which is confidential"
            yield Hit(message, path, hint="take it out; what a review says stays in the people file")


def reviews_stay_in_reviews(pages: Pages) -> Iterator[Hit]:
    """Words of a review in a document of another kind, and reviews that are not marked (REV-013)."""
    subject = pages.subject
    if subject.may_name_reviews:
        for page in pages.all:
            if page.document.properties.confidentiality != "confidential":
                message = f"`{page.name}` is about people and is not marked confidential"
                hint = "write `about_people: true` in its kind.yaml, which marks all it makes"
                yield Hit(message, subject.made_for.get(page.name, "people"), hint=hint)
        return
    shared = _shared(subject)
    secrets = _secrets(subject.all_reviews(), shared)
    # what stands in the shared context is told there, where it can be taken out
    known = {path for _, words in shared for path in _repeated(words, secrets)}
    for page in pages.all:
        for path in repeated_in(page, secrets):
            if path not in known:
                message = f"`{page.name}` is no review and repeats `{path}`"
                yield Hit(message, path, hint="take it out; what a review says stays in reviews")


def secrets_of(path: str, review: Review) -> Secrets:
    """What is said of a person in a review."""
    return {run: f"{path}.{at}" for at, text in _said(review) for run in _runs(_words(text))}


def secrets_in(reviews: Iterable[tuple[str, Review]], subject: Subject) -> Secrets:
    """What is said and planned in several reviews."""
    return _secrets(reviews, _shared(subject))


def repeated_in(page: Page, secrets: Secrets) -> list[str]:
    """Where stands what a page repeats of reviews."""
    texts = texts_on(page) if secrets else ()
    return list(dict.fromkeys(path for text in texts for path in repeated(text.text, secrets)))


def texts_on(page: Page) -> Iterator[Label]:
    """Everything a page says, each with its place."""
    yield Label(page.title, None)
    yield from (*page.headings, *page.paragraphs, *page.labels)


def repeated(text: str, secrets: Secrets) -> list[str]:
    """Where stands what a text repeats of reviews, in its order."""
    return _repeated(_words(text), secrets) if secrets else []


def _secrets(reviews: Iterable[tuple[str, Review]], shared: list[tuple[str, list[str]]]) -> Secrets:
    """What is said of everybody; a goal of a person is often one of the plan's own and then none."""
    known = {tuple(words) for _, words in shared}
    found: Secrets = {}
    for path, review in reviews:
        found |= secrets_of(path, review)
        for at, text in _planned(review):
            words = _words(text)
            if tuple(words) not in known:
                found |= dict.fromkeys(_runs(words), f"{path}.{at}")
    return found


def _said(review: Review) -> Iterator[tuple[str, str]]:
    yield "employee_comment", review.employee_comment
    yield "why", review.why
    for each in review.evidence:
        for name in ("behaviour", "impact"):
            yield f"evidence.{each.id}.{name}", getattr(each, name)
    for index, goal in enumerate(review.goals):
        yield f"goals[{index}].note", goal.note


def _planned(review: Review) -> Iterator[tuple[str, str]]:
    for index, goal in enumerate(review.next_goals):
        yield f"next_goals[{index}].text", goal.text
    for index, support in enumerate(review.support):
        yield f"support[{index}].text", support.text


def _shared(subject: Subject) -> list[tuple[str, list[str]]]:
    """The words of every text of the shared context, with where it stands; none without a people file."""
    if subject.context.people is None:
        return []
    return [(path, _words(text)) for path, text in subject.context.texts if not path.startswith(_APART)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _runs(words: list[str]) -> Iterator[str]:
    """The runs of words of a text any of which is a copy; none when the text is short."""
    length = min(len(words), _MOST_WORDS)
    if length >= _LEAST_WORDS:
        yield from (" ".join(words[index : index + length]) for index in range(len(words) - length + 1))


def _repeated(words: list[str], secrets: Secrets) -> list[str]:
    """Where stands what a text repeats, in the order of the text."""
    found: dict[str, None] = {}
    for index in range(len(words) - _LEAST_WORDS + 1) if secrets else ():
        for length in range(_LEAST_WORDS, _MOST_WORDS + 1):
            if path := secrets.get(" ".join(words[index : index + length])):
                found[path] = None
    return list(found)
