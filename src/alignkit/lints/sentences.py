"""Text to sentences, without being fooled by abbreviations and decimals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_END = re.compile(r"[.!?]+[\"”’')\]]*\s+(?=[\"“‘'(\[]*[A-Z0-9$€£¥])|\n+")
"""A mark at the end of a sentence with what may follow it, or a line end."""

_ABBREVIATION = re.compile(
    r"(?:\b(?i:e\.g|i\.e|cf|vs|approx|incl|excl|mr|mrs|ms|dr|prof|st)|\b[A-Z](?:\.[A-Z])+)\.\s+\Z"
)
"""What ends with a full stop in the middle of a sentence."""

_BEFORE_NUMBER = re.compile(
    r"\b(?:nos?|fig|vol|pp?|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)\.\s+\Z",
    re.IGNORECASE,
)
"""What does so before a number only: `no. 4`, but not in `The answer is no. We stop`."""


def sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    """Start and end of each sentence of `text`, blanks around it left out."""
    start = 0
    for match in _END.finditer(text):
        end = match.end()
        if match.group().startswith(".") and _goes_on(text, start, end):
            continue
        yield from _trimmed(text, start, end)
        start = end
    yield from _trimmed(text, start, len(text))


def split_sentences(text: str) -> list[str]:
    """The sentences of `text`."""
    return [text[start:end] for start, end in sentence_spans(text)]


def _goes_on(text: str, start: int, end: int) -> bool:
    """Whether the full stop before `end` belongs to an abbreviation."""
    tail = text[max(start, end - 12) : end]
    if _ABBREVIATION.search(tail):
        return True
    return text[end : end + 1].isdigit() and _BEFORE_NUMBER.search(tail) is not None


def _trimmed(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield start, end
