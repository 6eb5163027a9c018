"""The GEN rule about what is confidential: reviews and single salaries stay where they belong."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.people import People, Review

    from .pages import Page, Pages

_SALARY = re.compile(r"\A(?:budget\.headcount\[\d+\]\.annual_cost|headcount\.\d+\.cost)\Z")
_OUTSIDE = frozenset({"team", "agency", "peer", "service", "tech", "ops"})
"""Readers to whom the cost of one role tells what one person earns."""
_LEAST_CHARACTERS = 24
"""Shorter texts are found in documents by chance."""


def secrets_stay_secret(pages: Pages) -> Iterator[Hit]:
    """Reviews in documents that are not confidential, single salaries before colleagues (GEN-020)."""
    yield from _salaries(pages)
    people = pages.subject.context.people
    if people is None:
        return
    for page in pages.all:
        if page.document.properties.confidentiality == "confidential":
            continue
        for start, review in reviews_of(people):
            for path in secrets_in(page, start, review):
                message = f"`{page.name}` is not confidential and repeats `{path}`"
                yield Hit(message, path, hint="take it out, or set `meta.confidentiality: confidential`")


def reviews_of(people: People) -> Iterator[tuple[str, Review]]:
    """The reviews, each with its path."""
    return ((f"people.reviews[{index}]", review) for index, review in enumerate(people.reviews))


def secrets_in(page: Page, start: str, review: Review) -> Iterator[str]:
    """The paths of what a page repeats of a review."""
    whole = _whole(page)
    return (path for path, text in _secrets(start, review) if text in whole)


def _salaries(pages: Pages) -> Iterator[Hit]:
    if pages.subject.audience in _OUTSIDE:
        for page in pages.all:
            for (key, _), appearance in page.figures.items():
                if _SALARY.match(key):
                    message = f"`{page.name}` shows `{key}`, the cost of one role, to"
                    message += f" `{pages.subject.audience}`"
                    yield Hit(message, key, appearance.place, hint="show people as one line")


def _secrets(path: str, review: Review) -> Iterator[tuple[str, str]]:
    """Texts of a review that are nobody else's business, each with its path."""
    if len(review.employee_comment) >= _LEAST_CHARACTERS:
        yield f"{path}.employee_comment", review.employee_comment
    for evidence in review.evidence:
        for field in ("behaviour", "impact"):
            text = getattr(evidence, field)
            if len(text) >= _LEAST_CHARACTERS:
                yield f"{path}.evidence.{evidence.id}.{field}", text
    for index, goal in enumerate(review.goals):
        if len(goal.text) >= _LEAST_CHARACTERS:
            yield f"{path}.goals[{index}].text", goal.text


def _whole(page: Page) -> str:
    parts = (page.headings, page.paragraphs, page.labels)
    return "\n".join(text.text for part in parts for text in part)
