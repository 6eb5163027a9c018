"""How many records there are for each cell, and how many there should be (language bank, 5.2 and 5.7)."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.phrases import CELLS, PARTS, REVIEW

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.phrases import Phrase, PhraseBook

VOICES = ("self", "upward", "peer")
"""Purposes of what others say, prompts included."""
TALK = "talk"
"""Stands for all parts of a talk together."""
FIRST = ("alignment", "planning", "measurement", "cross_team", "ownership", "communication", "commercial")
"""The competencies a second language begins with."""

_CORES: Mapping[str, int] = {"en": 6, "de": 4}
_GOALS: Mapping[str, int] = {"en": 5, "de": 3}
_ENGLISH = {
    "opening": 30, "ending": 24, "support": 6, "summary": 24, "promotion": 16,
    "self": 20, "upward": 20, "peer": 20, TALK: 40,
}  # fmt: skip
_GERMAN = {
    "opening": 12,
    "ending": 12,
    "support": 3,
    "summary": 12,
    "self": 4,
    "upward": 4,
    "peer": 4,
    TALK: 12,
}
_PARTS: Mapping[str, Mapping[str, int]] = {"en": _ENGLISH, "de": _GERMAN}
_BANKS: Mapping[str, Mapping[str, int]] = {
    "en": {
        "negotiation": 96, "escalation": 60, "alignment": 60, "questions": 30, "change": 40, "drift": 24,
        "kickoff": 24,
    },
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Count:
    """How many records there are of one sort."""

    language: str
    """Their language."""
    bank: str
    """Their bank."""
    part: str = ""
    """Their part, a voice such as `self`, or `talk` for all parts of a talk; empty for a whole bank."""
    competency: str = ""
    """What they are about; empty where that plays no part."""
    band: str = ""
    """Their band; empty where bands play no part."""
    purpose: str = ""
    """What they are for; empty where that plays no part."""
    topic: str = ""
    """What they answer; empty where that plays no part."""
    count: int = 0
    """How many there are."""
    wanted: int | None = None
    """How many there should be; None where nobody has said."""

    @property
    def is_enough(self) -> bool:
        """Whether there are as many as there should be."""
        return self.wanted is None or self.count >= self.wanted


def counts(book: PhraseBook) -> tuple[Count, ...]:
    """The counts of every bank of a language, records that are not wanted left out."""
    banks = dict.fromkeys(phrase.bank for phrase in book.phrases.values())
    return tuple(
        each for bank in banks for each in (_of_reviews(book) if bank == REVIEW else _of_bank(book, bank))
    )


def _of_reviews(book: PhraseBook) -> Iterator[Count]:
    language = _base(book)
    several = book.of(REVIEW)
    cells = Counter(_cell(each) for each in several)
    first = book.competencies if language == "en" else FIRST
    for competency in book.competencies:
        is_first = competency in first
        for band, purpose in CELLS:
            count = cells["core", competency, band, purpose]
            wanted = _CORES.get(language) if is_first else None
            yield Count(book.language, REVIEW, "core", competency, band, purpose, "", count, wanted)
        count = cells["goal", competency, "", ""]
        wanted = _GOALS.get(language) if is_first else None
        yield Count(book.language, REVIEW, "goal", competency, "", "goal", "", count, wanted)
    wanted_parts = _PARTS.get(language, {})
    parts = Counter(_group(each) for each in several)
    for part in dict.fromkeys((*_SHOWN, *parts)):
        if part not in ("core", "goal") and (parts[part] or wanted_parts.get(part)):
            yield Count(book.language, REVIEW, part, count=parts[part], wanted=wanted_parts.get(part))
    yield Count(book.language, REVIEW, count=len(several))


_SHOWN = (*(part for part in PARTS if part not in ("statement", "prompt") and "-" not in part), *VOICES, TALK)


def _cell(phrase: Phrase) -> tuple[str, str, str, str]:
    band, purpose = (phrase.band, phrase.purpose) if phrase.part == "core" else ("", "")
    return phrase.part, phrase.competency, band, purpose


def _group(phrase: Phrase) -> str:
    """What a record is counted with."""
    if phrase.part in ("statement", "prompt"):
        return phrase.purpose or phrase.part
    return TALK if phrase.part.startswith(f"{TALK}-") else phrase.part


def _of_bank(book: PhraseBook, bank: str) -> Iterator[Count]:
    several = book.of(bank)
    groups = Counter((each.part, each.topic) for each in several)
    for (part, topic), count in groups.items():
        yield Count(book.language, bank, part, topic=topic, count=count)
    wanted = _BANKS.get(_base(book), {}).get(bank)
    yield Count(book.language, bank, count=len(several), wanted=wanted)


def _base(book: PhraseBook) -> str:
    return book.language.partition("-")[0]
