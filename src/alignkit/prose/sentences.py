"""Text to sentences, without being fooled by abbreviations and decimals."""

from __future__ import annotations

import re

from .lexicon import lexicon

_END = re.compile(r"((?<![.!?])[.!?]++[\"”’')\]]*)\s+(?=[\"“‘'(\[]*[A-Z0-9$€£¥])|\n+")
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
    start = len(text) - len(text.lstrip())
    for match in _END.finditer(text, start):
        dot = match.start()
        if text[dot] == "." and _goes_on(text, dot, match.end()):
            continue
        end = match.end(1) if match[1] else dot
        if start < end:
            spans.append((start, end))
        start = match.end()
    end = len(text.rstrip())
    if start < end:
        spans.append((start, end))
    return spans


def split_sentences(text: str) -> list[str]:
    """The sentences of `text`."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _goes_on(text: str, dot: int, after: int) -> bool:
    """Whether the full stop at `dot`, before what stands at `after`, belongs to an abbreviation."""
    word = text[text.rfind(" ", 0, dot) + 1 : dot].lstrip("(\"'“‘")
    if len(word) > 6:
        return False
    small = word.lower()
    if small in _NEVER_LAST or (small in _BEFORE_NUMBER and text[after : after + 1].isdigit()):
        return True
    return "." in word and _INITIALS.match(word) is not None
