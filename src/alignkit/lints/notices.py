"""MSG rules about news that has to explain itself: a change, and the correction of a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .pages import Page, Pages

_Part = tuple[str, re.Pattern[str]]

_CHANGE = re.compile(r"(?:^|[-_])(?:change|realignment|stop)(?:[-_]|$)")
_CORRECTION = re.compile(r"(?:^|[-_])(?:correction|erratum|corrigendum)(?:[-_]|$)")
_CORRECTION_SUBJECT = re.compile(r"\b(?:correction|corrected|erratum|corrigendum)\b", re.IGNORECASE)
_WHY: _Part = ("why", re.compile(r"\b(?:because|since|so that|reason|cause|due to|as a result)\b", re.I))
_PARTS_OF_CHANGE: tuple[_Part, ...] = (
    _WHY,
    ("why now", re.compile(r"\b(?:now|today|this (?:week|month|quarter|year)|since|from \w+ on)\b", re.I)),
    (
        "what not changing would cost",
        re.compile(
            r"\b(?:otherwise|if (?:we|nothing)|without (?:it|this)|cost of (?:waiting|not)"
            r"|would (?:cost|lose))\b",
            re.I,
        ),
    ),
)
_PARTS_OF_CORRECTION: tuple[_Part, ...] = (
    (
        "which figure was wrong",
        re.compile(
            r"\b(?:instead of|and not|rather than|were|was|said|stated|reported|showed|gave|wrote|old|wrong"
            r"|previous)\b[^.;]*?\d",
            re.I,
        ),
    ),
    (
        "what the right one is",
        re.compile(r"\b(?:is|are|correct|corrected|right|should|true|new|now)\b[^.;]*?\d", re.I),
    ),
    _WHY,
)


def change_is_explained(pages: Pages) -> Iterator[Hit]:
    """Notices of a change that lack why, why now or the cost of not changing (MSG-009)."""
    for page, message in pages.messages:
        if page.is_english and (_CHANGE.search(page.name) or _CHANGE.search(pages.subject.kind)):
            missing = _missing(page, _PARTS_OF_CHANGE)
            if missing:
                found = f"the notice `{page.name}` does not say {missing}"
                yield Hit(found, "", message.place, hint="add a sentence for each")


def correction_is_whole(pages: Pages) -> Iterator[Hit]:
    """Corrections that lack the old figure, the new one or the cause (MSG-008)."""
    for page, message in pages.messages:
        if page.is_english and _is_correction(page, pages.subject.kind):
            missing = _missing(page, _PARTS_OF_CORRECTION)
            if missing:
                found = f"the correction `{page.name}` does not say {missing}"
                yield Hit(found, "", message.place, hint="give the old figure, the new one and the cause")


def _is_correction(page: Page, kind: str) -> bool:
    named = _CORRECTION.search(page.name) or _CORRECTION.search(kind)
    return bool(named or _CORRECTION_SUBJECT.search(page.title))


def _missing(page: Page, parts: Iterable[_Part]) -> str:
    text = "\n".join(paragraph.text for paragraph in page.paragraphs)
    return " nor ".join(name for name, words in parts if not words.search(text))
