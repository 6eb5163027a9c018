"""Finding records by words that need not be spelled as they are written: the only home of rapidfuzz."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from rapidfuzz import fuzz, process

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .record import Phrase, PhraseBook

LEAST_LIKE = 78.0
"""How like a word has to be to count as meant, from 0 to 100."""
LEAST_NEAR = 50.0
"""How like it has to be to be suggested."""

_SAME, _BEGINS = 100.0, 92.0
_NAMED = 5.0
"""What a word in a name counts more than one in a sentence."""
_SHORTEST = 3
"""Letters of a word that may be a part or a misspelling of another."""
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A record that was found."""

    phrase: Phrase
    """The record."""
    score: float
    """How well it fits; more is better."""


def search(words: Sequence[str], phrases: Iterable[Phrase], book: PhraseBook) -> tuple[Hit, ...]:
    """The records that have every word or one much like it, the best first.

    Args:
        words: in ids, sentences, competencies with their names, and topics.
        phrases: where to look.
        book: names of competencies.

    """
    shelf = _Shelf.of(phrases, book)
    wanted = _tokens(" ".join(words))
    if not wanted:
        return ()
    likes = [shelf.like(word) for word in wanted]
    hits = []
    for phrase, named, said in shelf.records:
        scores = [max(_score(like, named, _NAMED), _score(like, said, 0.0)) for like in likes]
        if all(scores):
            is_it = phrase.id == " ".join(words).strip().lower()
            hits.append(Hit(phrase, sum(scores) / len(scores) + (_SAME if is_it else 0.0)))
    return tuple(sorted(hits, key=lambda hit: -hit.score))


def suggestions(
    words: Sequence[str], phrases: Iterable[Phrase], book: PhraseBook
) -> Mapping[str, tuple[str, ...]]:
    """For each word that no record has, the words some records have that come nearest."""
    shelf = _Shelf.of(phrases, book)
    found = {}
    for word in _tokens(" ".join(words)):
        if not shelf.like(word):
            usable = [each for each in shelf.vocabulary if len(each) >= _SHORTEST]
            near = process.extract(word, usable, scorer=fuzz.ratio, limit=3, score_cutoff=LEAST_NEAR)
            found[word] = tuple(str(each) for each, _, _ in near)
    return found


def nearest_ids(name: str, ids: Iterable[str]) -> tuple[str, ...]:
    """The ids somebody may have meant, the nearest first."""
    near = process.extract(name.lower(), list(ids), scorer=fuzz.WRatio, limit=3, score_cutoff=LEAST_NEAR)
    return tuple(str(each) for each, _, _ in near)


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Records with the words of their names and of their sentences."""

    records: tuple[tuple[Phrase, frozenset[str], frozenset[str]], ...]
    vocabulary: tuple[str, ...]

    @classmethod
    def of(cls, phrases: Iterable[Phrase], book: PhraseBook) -> _Shelf:
        several = tuple((each, _named(each, book), _said(each)) for each in phrases)
        every = dict.fromkeys(word for _, named, said in several for word in sorted(named | said))
        return cls(several, tuple(every))

    def like(self, word: str) -> Mapping[str, float]:
        """The words of the shelf that `word` may mean, with how like they are."""
        found = {each: _SAME for each in self.vocabulary if each == word}
        if len(word) < _SHORTEST:
            return found
        for each, score, _ in process.extract(
            word, self.vocabulary, scorer=fuzz.ratio, limit=None, score_cutoff=LEAST_LIKE
        ):
            found.setdefault(str(each), float(score))
        for each in self.vocabulary:
            if each.startswith(word):
                found[each] = max(found.get(each, 0.0), _SAME if each == word else _BEGINS)
        return found


def _score(like: Mapping[str, float], words: frozenset[str], more: float) -> float:
    return max((like[word] + more for word in words & like.keys()), default=0.0)


def _named(phrase: Phrase, book: PhraseBook) -> frozenset[str]:
    known = book.competencies.get(phrase.competency)
    names = (
        phrase.id,
        phrase.bank,
        phrase.part,
        phrase.band,
        phrase.purpose,
        phrase.topic,
        phrase.competency,
    )
    also = (known.name, *known.also) if known else ()
    return frozenset(_tokens(" ".join((*names, *also))))


def _said(phrase: Phrase) -> frozenset[str]:
    return frozenset(_tokens(" ".join(phrase.written.values())))


@cache
def _tokens(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.lower()))
