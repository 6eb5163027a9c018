"""The GEN rule about promises: an estimate is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon
from alignkit.values import Scenario

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from .pages import Pages, Sentence
    from .subject import Subject

_CLAIMS = re.compile(
    r"\b(?:prove[sn]|guarantee[sd]?|ensures|ensured|will (?:definitely|certainly|surely)|without (?:a )?doubt"
    r"|is certain to)\b",
    re.IGNORECASE,
)
_CLAIM_WORDS = lexicon(
    """
    proves proven guarantee guarantees guaranteed ensures ensured definitely certainly surely doubt
    certain
    """
)
_ESTIMATES = (Scenario.PLAN, Scenario.FORECAST)
_TESTED = "budget.proof."
"""Results of a test, in a block that is otherwise about the year to come."""


def estimate_is_no_promise(pages: Pages) -> Iterator[Hit]:
    """Claim words beside estimated figures (GEN-019)."""
    for page in pages.english:
        for sentence in page.with_words(_CLAIM_WORDS):
            match = _CLAIMS.search(sentence.text)
            if match and (key := _estimate_in(sentence, pages.subject)):
                message = f"`{match.group()}` stands beside `{key}`, which is an estimate"
                hint, said = "write `expects` or `plans`", match.group()
                yield Hit(message, "", sentence.place, hint=hint, about=sentence, said=said)


def _estimate_in(sentence: Sentence, subject: Subject) -> str:
    for _, _, key in sentence.spans:
        figure = subject.figures.get(key)
        sources = subject.context.sources
        kinds = {sources[name].kind for name in figure.sources if name in sources} if figure else set()
        is_planned = figure is not None and figure.scenario in _ESTIMATES and not _is_measured(key, kinds)
        if is_planned or "estimate" in kinds:
            return key
    return ""


def _is_measured(key: str, kinds: Collection[str]) -> bool:
    """Whether a figure of the budget is what a test has shown: as sure as its source."""
    return key.startswith(_TESTED) and set(kinds) == {"actual"}
