"""Whether a passage says what happens next, how one will know, and by when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .signs import SIGNS

if TYPE_CHECKING:
    from .reading import Reading

_DIVISIONS = ":;—,."


def has_next_act(reading: Reading, start: int, end: int) -> bool:
    """Whether words other than those from `start` to `end` name a next act with a measure or a date."""
    signs = SIGNS[reading.base]
    return any(
        signs.next_act.search(text) and (signs.date.search(text) or signs.measure.search(text))
        for text in _other_parts(reading, start, end)
    )


def lacks_of_next_act(reading: Reading) -> list[str]:
    """What a whole statement about growth does not say: `next act`, `measure`, `date` of it."""
    signs = SIGNS[reading.base]
    texts = [reading.sentence_text(index) for index in range(len(reading.sentences))]
    acts = [text for text in texts if signs.next_act.search(text) and signs.date.search(text)]
    acts = acts or [text for text in texts if signs.next_act.search(text)]
    if not acts:
        return ["a next act with measure and date"]
    last = " ".join(texts[texts.index(acts[0]) :])
    without_dates = signs.date.sub(" ", last)
    found = []
    if not (signs.measure.search(last) or signs.number.search(without_dates)):
        found.append("a measure of the next act")
    if not signs.date.search(last):
        found.append("a date of the next act")
    return found


def _other_parts(reading: Reading, start: int, end: int) -> list[str]:
    """The sentences of a passage, of the one with the words only what a comma or colon divides from them."""
    own = reading.sentence_at(start)
    parts = [reading.sentence_text(index) for index in range(len(reading.sentences)) if index != own]
    sentence = reading.sentences[own]
    after = reading.low[end : sentence.end]
    cut = min((after.index(mark) for mark in ":;—" if mark in after), default=-1)
    if cut >= 0:
        parts.append(after[cut:])
    before = reading.low[sentence.start : start]
    cut = max(before.rfind(mark) for mark in ":;—")
    if cut >= 0:
        parts.append(before[:cut])
    return parts
