"""How easily the text of growth is read (REV-T20): long sentences, and sentences without an actor."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .english_verbs import is_participle
from .reading import Hit
from .shape import GROWTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .reading import Reading
    from .text_rules import TextRule
    from .tokens import Sentence

MOST_WORDS = 30
"""Words of a sentence."""
MOST_COMPOSED_WORDS = 40
"""Words of a sentence that was composed of facts, which the writer cannot split."""
MOST_PASSIVE = 0.3
"""Share of sentences in the passive voice, where somebody is to change something."""
_BEING = frozenset(("am", "is", "are", "was", "were", "be", "been", "being", "'s", "'re", "got"))
_BETWEEN = frozenset(
    ("not", "n't", "never", "always", "also", "then", "been", "being", "only", "again", "first")
)
_GERMAN_PASSIVE = re.compile(
    r"\b(?:wird|werden|wurden?|worden)\b[^.!?]*\b\w*(?:ge\w+(?:t|en)|iert|(?:be|ver|er|zer|ent)\w+(?:t|en))\b"
)


def hard_to_read(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Sentences of more than 30 words; growth in which more than 30 percent of sentences name no actor.

    In what was composed only sentences of more than 40 words: its writer can shorten the facts and no more.
    """
    is_composed = reading.passage.is_composed
    most = MOST_COMPOSED_WORDS if is_composed else MOST_WORDS
    for sentence in reading.sentences:
        if sentence.words > most:
            message = f"a sentence of {sentence.words} words is hard to follow; {most} are enough"
            yield Hit(sentence.start, sentence.end, None, message, "make two sentences of it")
    if is_composed or reading.passage.purpose not in GROWTH:
        return
    passive = [i for i in range(len(reading.sentences)) if _is_passive(reading, i)]
    if passive and len(passive) > MOST_PASSIVE * len(reading.sentences):
        first = reading.sentences[passive[0]]
        message = f"{len(passive)} of {len(reading.sentences)} sentences do not say who acts"
        yield Hit(first.start, first.end, None, message, "name who did or does what")


def _is_passive(reading: Reading, index: int) -> bool:
    if reading.base == "de":
        return _GERMAN_PASSIVE.search(reading.sentence_text(index)) is not None
    return _has_english_passive(reading.sentences[index])


def _has_english_passive(sentence: Sentence) -> bool:
    for index, token in enumerate(sentence.tokens):
        if token.text not in _BEING:
            continue
        each = index + 1
        while sentence.text(each) in _BETWEEN or sentence.text(each).endswith("ly"):
            each += 1
        if is_participle(sentence.text(each)) and sentence.text(each) not in ("gone", "come", "become"):
            return True
    return False
