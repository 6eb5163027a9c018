"""Lines without an empty one between them as paragraphs: notes, one a line, or prose wrapped by hand.

In prose that was wrapped a line ends where the next word had no room, and mostly goes on in small letters.
Whoever writes a note a line ends it where it ends.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SENTENCE_END = re.compile(r"[.!?:…][\"”’'»)\]]*$")
_GOES_ON = re.compile(r"[,;—–-]$")
_LEAST_WIDTH = 50
"""Characters of the longest line of prose that was wrapped."""
_RAGGED = 0.2
"""Share of the width by which a wrapped line may end before it is full."""
_LEAST_FULL = 0.6
"""Share of the lines that end in mid-sentence that are full where prose was wrapped."""
_LEAST_SMALL = 0.34
"""Share of those that go on in small letters; German nouns have capitals."""


@dataclass(frozen=True, slots=True)
class _Break:
    """The end of a line, and what follows."""

    ends_sentence: bool
    goes_on: bool
    """Whether a mark says so: a comma, a dash."""
    is_followed_small: bool
    """Whether the next line begins with a small letter."""
    room: int
    """Characters that were left when the next word had been put on the line."""


def line_paragraphs(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """First and last index, the last left out, of each paragraph among lines none of which is empty."""
    width = max((len(line.rstrip()) for line in lines), default=0)
    breaks = [_break(line, after, width) for line, after in pairwise(lines)]
    is_wrapped = _is_wrapped(breaks, width)
    is_prose = is_wrapped and 2 * sum(each.ends_sentence for each in breaks) < len(breaks)
    start = 0
    for index, each in enumerate(breaks, 1):
        if not _joins(each, width, is_wrapped=is_wrapped, is_prose=is_prose):
            yield start, index
            start = index
    if lines:
        yield start, len(lines)


def _break(line: str, after: str, width: int) -> _Break:
    said, following = line.rstrip(), after.split()
    return _Break(
        _SENTENCE_END.search(said) is not None,
        _GOES_ON.search(said) is not None,
        following[0][:1].islower(),
        width - len(said) - len(following[0]) - 1,
    )


def _is_full(each: _Break, width: int) -> bool:
    return each.room < _RAGGED * width


def _is_wrapped(breaks: Sequence[_Break], width: int) -> bool:
    """Whether lines end because they were full rather than because a note ended."""
    unfinished = [each for each in breaks if not each.ends_sentence]
    full = [each for each in unfinished if _is_full(each, width)]
    small = sum(each.is_followed_small or each.goes_on for each in full)
    return (
        width >= _LEAST_WIDTH
        and bool(full)
        and len(full) >= _LEAST_FULL * len(unfinished)
        and small >= _LEAST_SMALL * len(full)
    )


def _joins(each: _Break, width: int, *, is_wrapped: bool, is_prose: bool) -> bool:
    """Whether the next line goes on with the paragraph."""
    if each.ends_sentence:
        return is_prose and each.room < 0
    if each.goes_on:
        return True
    return is_wrapped and _is_full(each, width)
