"""Text to sentences, without being fooled by abbreviations and decimals."""

from __future__ import annotations

import re

from .lexicon import lexicon

_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9$€£¥])|\n+")
"""A mark at the end of a sentence with what may follow it, or a line end."""

_NEVER_LAST = lexicon("e.g i.e cf vs approx incl excl mr mrs ms dr prof st")
"""Abbreviations that end no sentence."""

_BEFORE_NUMBER = lexicon(
    """
    no nos fig vol p pp jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thurs fri sat sun
    """
)
"""Abbreviations before a number only: `no. 4`, but not in `The answer is no. We stop`."""

_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])+\Z")


def sentence_spans(text: str) -> list[tuple[int, int]]:
    """Start and end of each sentence of `text`, blanks around it left out."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if text[match.start()] == "." and _goes_on(text[start : match.start()], text[end : end + 1]):
            continue
        _keep(spans, text, start, end)
        start = end
    _keep(spans, text, start, len(text))
    return spans


def split_sentences(text: str) -> list[str]:
    """The sentences of `text`."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _goes_on(before: str, after: str) -> bool:
    """Whether a full stop with these characters around it belongs to an abbreviation."""
    word = before.rpartition(" ")[2].lstrip("(\"'“‘")
    if len(word) > 6:
        return False
    small = word.lower()
    if small in _NEVER_LAST or (small in _BEFORE_NUMBER and after.isdigit()):
        return True
    return "." in word and _INITIALS.match(word) is not None


def _keep(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    """Add a sentence without the blanks around it, if anything is left."""
    sentence = text[start:end]
    start += len(sentence) - len(sentence.lstrip())
    end = start + len(sentence.strip())
    if start < end:
        spans.append((start, end))
