"""REV rules that keep reviews among those they concern."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .origins import texts_of
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.people import Review

    from .pages import Page, Pages
    from .subject import Subject

_WORD = re.compile(r"[^\W_]+")
_LEAST_WORDS = 5
"""Shorter texts stand in documents by chance."""
_MOST_WORDS = 8
"""So many words one after the other are a copy, whatever stands around them."""
_APART = frozenset(("people",))
"""The block that is no part of the shared context."""

Secret = tuple[str, tuple[str, ...]]
"""Where something is said of a person, and the runs of words that give it away."""


def reviews_stay_apart(subject: Subject) -> Iterator[Hit]:
    """Words of a review in the shared context, from which every document is made (REV-013)."""
    shared = _shared(subject)
    secrets = list(_secrets(subject, shared))
    for path, text in shared:
        if found := _repeated(text, secrets):
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
    # what stands in the shared context is told there, where it can be taken out
    untold = [each for each in _secrets(subject, shared) if not any(_has(text, each) for _, text in shared)]
    for page in pages.all:
        for path in repeated_in(page, untold):
            message = f"`{page.name}` is no review and repeats `{path}`"
            yield Hit(message, path, hint="take it out; what a review says stays in reviews")


def secrets_of(path: str, review: Review) -> Iterator[Secret]:
    """What is said of a person in a review."""
    for at, text in _said(review):
        if runs := _runs(text):
            yield f"{path}.{at}", runs


def repeated_in(page: Page, secrets: list[Secret]) -> Iterator[str]:
    """Where stands what a page repeats of a review."""
    if secrets:
        whole = _whole(page)
        yield from (secret[0] for secret in secrets if _has(whole, secret))


def _secrets(subject: Subject, shared: list[tuple[str, str]]) -> Iterator[Secret]:
    """What is said of everybody; a goal of a person is often one of the plan's own and then none."""
    known = {text for _, text in shared}
    for path, review in subject.all_reviews():
        yield from secrets_of(path, review)
        for at, text in _planned(review):
            if _folded(text) not in known and (runs := _runs(text)):
                yield f"{path}.{at}", runs


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


def _shared(subject: Subject) -> list[tuple[str, str]]:
    """Every text of the shared context, folded, with where it stands; none without a people file."""
    if subject.context.people is None:
        return []
    return [(path, _folded(text)) for path, text in texts_of(subject.context, apart=_APART)]


def _runs(text: str) -> tuple[str, ...]:
    """The runs of words of a text any of which is a copy; none when the text is short."""
    words = _WORD.findall(text.casefold())
    length = min(len(words), _MOST_WORDS)
    if length < _LEAST_WORDS:
        return ()
    return tuple(f" {' '.join(words[index : index + length])} " for index in range(len(words) - length + 1))


def _folded(text: str) -> str:
    return f" {' '.join(_WORD.findall(text.casefold()))} "


def _has(text: str, secret: Secret) -> bool:
    return any(run in text for run in secret[1])


def _repeated(text: str, secrets: list[Secret]) -> str:
    return next((secret[0] for secret in secrets if _has(text, secret)), "")


def _whole(page: Page) -> str:
    parts = (page.headings, page.paragraphs, page.labels)
    texts = [page.title, *(text.text for part in parts for text in part)]
    return "|".join(_folded(text) for text in texts)
