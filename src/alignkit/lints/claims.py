"""The GEN rule about promises: an estimate is none."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.prose.lexicon import lexicon
from alignkit.values import Scenario

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

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


def estimate_is_no_promise(pages: Pages) -> Iterator[Hit]:
    """Claim words beside estimated figures (GEN-019)."""
    for page in pages.english:
        for sentence in page.with_words(_CLAIM_WORDS):
            match = _CLAIMS.search(sentence.text)
            if match and (key := _estimate_in(sentence, pages.subject)):
                message = f"`{match.group()}` stands beside `{key}`, which is an estimate"
                yield Hit(message, "", sentence.place, hint="write `expects` or `plans`", about=sentence)


def _estimate_in(sentence: Sentence, subject: Subject) -> str:
    for _, _, key in sentence.spans:
        figure = subject.figures.get(key)
        sources = subject.context.sources
        kinds = {sources[name].kind for name in figure.sources if name in sources} if figure else set()
        if figure and (figure.scenario in _ESTIMATES or "estimate" in kinds):
            return key
    return ""
