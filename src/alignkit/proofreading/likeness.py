"""Records of a bank that say nearly the same."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from alignkit.diagnostics import Diagnostic, Severity

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from alignkit.diagnostics import Report
    from alignkit.phrases import Phrase, PhraseBook

MOST_ALIKE = 0.5
"""Likeness from which two records count as one."""

MOST_HOLDERS = 50
"""Records looked at that share three words: of a hundred copies, each is told of another, not of all."""

_WORD = re.compile(r"\{\w+\}|\w+")

Shingle = tuple[str, str, str]
"""Three words in a row; a slot counts as a word."""


def check_likeness(book: PhraseBook, checked: Collection[str], report: Report) -> None:
    """Compare the records of each bank with one another.

    Args:
        book: all records.
        checked: ids of the records that are looked at; one of a pair has to be among them.
        report: where findings go.

    Reports: BANK-017.

    """
    for bank in dict.fromkeys(phrase.bank for phrase in book.phrases.values()):
        for first, second, likeness in _pairs(book.of(bank)):
            # the later of two is the copy; but what comes with alignkit is not the user's to change
            own = [each for each in (second, first) if each.id in checked]
            nearer = first if _folder(first) != _folder(second) and first in own else next(iter(own), None)
            if nearer is None:
                continue
            other = second if nearer is first else first
            message = f"`{nearer.id}` and `{other.id}` share {likeness:.0%} of their runs of three words"
            report.add(
                Diagnostic("BANK-017", Severity.WARN, message, nearer.place, "build one of them differently",
                           (other.place,) if other.place else ())
            )  # fmt: skip


def alike(phrase: Phrase, other: Phrase) -> float:
    """How alike two records are, from 0 to 1: the share of three-word runs they have in common."""
    return max(
        (_jaccard(shingles(text), shingles(theirs))
         for address, text in phrase.written.items()
         for theirs in [other.written.get(address) or next(iter(other.written.values()))]),
        default=0.0,
    )  # fmt: skip


def shingles(text: str) -> frozenset[Shingle]:
    """The runs of three words of a text."""
    words = _WORD.findall(text.lower())
    return frozenset(zip(words, words[1:], words[2:], strict=False))


def _pairs(phrases: Iterable[Phrase]) -> Iterator[tuple[Phrase, Phrase, float]]:
    """Each record with the one before it that is most like it, found by what they share."""
    several = list(phrases)
    holders: defaultdict[Shingle, list[int]] = defaultdict(list)
    for index, phrase in enumerate(several):
        texts = [shingles(text) for text in phrase.written.values()]
        every = frozenset[Shingle]().union(*texts)
        shared = Counter(earlier for shingle in every for earlier in holders[shingle])
        # the share of a union cannot exceed the share of one of its parts
        least = MOST_ALIKE * min(map(len, texts), default=0)
        near = [(alike(several[each], phrase), -each) for each, count in shared.items() if count >= least]
        likeness, earlier = max(near, default=(0.0, 0))
        if likeness >= MOST_ALIKE:
            yield several[-earlier], phrase, likeness
        for shingle in every:
            if len(holders[shingle]) < MOST_HOLDERS:
                holders[shingle].append(index)


def _jaccard(some: frozenset[Shingle], others: frozenset[Shingle]) -> float:
    union = len(some | others)
    return len(some & others) / union if union else 0.0


def _folder(phrase: Phrase) -> str:
    return phrase.place.file.replace("\\", "/").rpartition("/")[0] if phrase.place else ""
