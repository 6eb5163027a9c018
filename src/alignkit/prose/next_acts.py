"""What a passage says of the past and of what comes next: act, measure, day."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .english import Who
from .english_verbs import SAME_IN_PAST, is_past
from .english_words import DETERMINERS
from .signs import SIGNS

if TYPE_CHECKING:
    from .reading import Reading
    from .signs import Signs

_PARTS = re.compile(r"[^;]+")
_SMALL_PARTS = re.compile(r"(?:[^;:]|:(?!\s))+")
_PRESENT_BEFORE = DETERMINERS | frozenset(
    ("is", "are", "be", "been", "being", "to", "not", "as", "and", "or")
)
_GERMAN_PAST = re.compile(
    r"\b(?:war|waren|warst|wurden?|hatten?|hattest|habe?n?|hast|hat|kam(?:en)?|ging(?:en)?|gab(?:en)?|stand(?:en)?|lag(?:en)?"
    r"|sah(?:en)?|fiel(?:en)?|stieg(?:en)?|sank(?:en)?|blieb(?:en)?|lief(?:en)?|nahm(?:en)?|schrieb(?:en)?|verlor(?:en)?"
    r"|\w{3,}(?:te|ten|test))\b"
)


class Part:
    """A sentence or what a semicolon divides from it."""

    def __init__(self, reading: Reading, sentence: int, start: int, end: int) -> None:
        self.reading = reading
        self.sentence = sentence
        self.start = start
        self.end = end

    @property
    def text(self) -> str:
        """Its text in one spelling and small letters."""
        return self.reading.low[self.start : self.end]

    @property
    def is_coming(self) -> bool:
        """Whether it says what is to happen rather than what has happened."""
        return SIGNS[self.reading.base].next_act.search(self.text) is not None or not self._is_past()

    def _is_past(self) -> bool:
        if self.reading.base == "de":
            return _GERMAN_PAST.search(self.text) is not None
        clauses = self.reading.clauses(self.sentence)
        return any(
            self.start <= token.start < self.end
            and is_past(token.text)
            and clauses.word(index - 1) not in _PRESENT_BEFORE
            and (token.text not in SAME_IN_PAST or clauses.who(index) is not Who.NOBODY)
            for index, token in enumerate(clauses.sentence.tokens)
        )


def parts(reading: Reading, *, at_colons: bool = False) -> list[Part]:
    """The parts of a passage; what stands after a colon may be told where what stands before it asks."""
    found = []
    for index, sentence in enumerate(reading.sentences):
        text = reading.low[sentence.start : sentence.end]
        for match in (_SMALL_PARTS if at_colons else _PARTS).finditer(text):
            found.append(Part(reading, index, sentence.start + match.start(), sentence.start + match.end()))
    return found


def has_next_act(reading: Reading, start: int, end: int) -> bool:
    """Whether words other than those from `start` to `end` name a next act with a measure or a date."""
    signs = SIGNS[reading.base]
    for part in parts(reading):
        if part.start <= start < part.end:
            after = reading.low[end : part.end]
            if ":" in after and signs.date.search(after) and _measure(signs, after):
                return True
            if re.search(r"\d", signs.date.sub(" ", after)):
                return True
            text = after[after.index(":") :] if ":" in after else ""
            if text and (signs.date.search(text) or _measure(signs, text)):
                return True
        elif part.is_coming and (signs.date.search(part.text) or signs.measure.search(part.text)):
            return True
    return False


def lacks_of_next_act(reading: Reading, *, is_all_coming: bool = False) -> list[str]:
    """What a whole statement about growth does not say: next act, measure, date of it.

    Args:
        reading: the passage.
        is_all_coming: whether it speaks of nothing but what comes next, as a goal does.

    """
    signs = SIGNS[reading.base]
    told = "" if is_all_coming else " ".join(part.text for part in parts(reading) if part.is_coming)
    coming = reading.low if is_all_coming else told
    if not coming:
        return ["a next act with measure and date"]
    found = []
    if not _measure(signs, coming):
        found.append("a measure of the next act")
    if not signs.date.search(coming):
        found.append("a date of the next act")
    return found


def _measure(signs: Signs, text: str) -> bool:
    return bool(signs.measure.search(text) or signs.number.search(signs.date.sub(" ", text)))
