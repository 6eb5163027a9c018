"""Who does what in a German clause, and how words of a list must stand to the person before they count.

German says more by itself than English: nouns have capitals, compounds are one word, and an adjective before
a noun has an ending.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .english import LONGEST_CLAUSE, Who
from .folding import OTHER, PERSON, SOMEBODY
from .german_words import (
    BREAKS,
    CONJUNCTIONS,
    DESCRIBING,
    DETERMINERS,
    OBJECTS,
    OTHERS,
    PREPOSITIONS,
    SUBORDINATORS,
    is_owner,
)
from .lexicon import lexicon

if TYPE_CHECKING:
    from .english import Nouns
    from .tokens import Sentence

_ENDINGS = ("e", "en", "er", "es", "em")
_CIRCUMSTANCES = lexicon("wegen aufgrund trotz nach seit aus vor während infolge")
_OWN_LIFE = lexicon("wegen aufgrund trotz infolge")


@dataclass(frozen=True, slots=True)
class GermanClauses:
    """A German sentence, read for the person it is about."""

    sentence: Sentence
    nouns: Nouns
    is_self: bool
    """Whether the writer writes about themselves."""
    is_understood: bool = False
    """Whether the text leaves out who acted, and means the person."""

    def word(self, index: int) -> str:
        """The word at `index` in small letters."""
        return self.sentence.text(index)

    def is_capital(self, index: int) -> bool:
        """Whether a word at `index` begins with a capital."""
        return 0 <= index < len(self.sentence.tokens) and self.sentence.tokens[index].capital

    def is_noun(self, index: int) -> bool:
        """Whether a noun stands at `index`."""
        word = self.word(index)
        return (
            self.is_capital(index) and index > 0 and not is_owner(word) and word not in ("sie", "ihnen", "du")
        )

    def is_name(self, index: int) -> bool:
        """Whether a name stands at `index`."""
        return self.word(index)[:1] in (PERSON, OTHER, SOMEBODY)

    def is_subject(self, index: int) -> bool:
        """Whether the person stands at `index` as a subject."""
        word = self.word(index)
        if self.word(index - 1) in PREPOSITIONS:
            return False
        return word in ("sie", "du", "er") or self.is_name(index) or (self.is_self and word == "ich")

    def is_mention(self, index: int) -> bool:
        """Whether a word at `index` stands for the person in any way."""
        word = self.word(index)
        return word in ("sie", "du", "er") or word in OBJECTS or is_owner(word) or self.is_name(index)

    def mentions(self, begin: int = 0, end: int | None = None) -> bool:
        """Whether the person is mentioned between two words, or understood at the first."""
        if begin == 0 and self.is_understood:
            return True
        last = len(self.sentence.tokens) if end is None else end
        return any(self.is_mention(index) for index in range(begin, last))

    def _parts(self, index: int) -> bool:
        word = self.word(index)
        if word in CONJUNCTIONS:
            return not (self.word(index + 1) in BREAKS or self.is_noun(index + 1))
        return word in BREAKS or (word in SUBORDINATORS and word not in PREPOSITIONS | {"wie", "als"})

    def segment(self, index: int) -> tuple[int, int]:
        """Begin and end of the stretch without comma or conjunction that `index` stands in."""
        begin, end = index, index
        first = max(0, index - LONGEST_CLAUSE)
        last = min(len(self.sentence.tokens), index + LONGEST_CLAUSE)
        while begin > first and not self._parts(begin - 1):
            begin -= 1
        while end < last and not self._parts(end):
            end += 1
        return begin, end

    def who(self, index: int) -> Who:
        """Whom the clause around `index` is about."""
        while True:
            begin, end = self.segment(index)
            if who := self._who_in(begin, end):
                return who
            if begin < 2 or self.word(begin - 1) not in CONJUNCTIONS | {","}:
                return Who.NOBODY
            index = begin - 2

    def _who_in(self, begin: int, end: int) -> Who | None:
        """Whom the stretch from `begin` up to `end` is about; None when it says nobody."""
        if any(self.is_subject(each) for each in range(begin, end)) or (begin == 0 and self.is_understood):
            return Who.PERSON
        for each in range(begin, end):
            if (
                is_owner(self.word(each))
                and self.word(each - 1) not in PREPOSITIONS
                and self._is_own(each, end)
            ):
                return Who.PERSON
        if any(self.word(each) in OTHERS or self._is_other(each) for each in range(begin, end)):
            return Who.OTHER
        return None

    def _is_own(self, index: int, end: int) -> bool:
        own = self.nouns.traits | self.nouns.manners | self.nouns.works
        return any(
            self.is_noun(each) and _ends(self.word(each), own)
            for each in range(index + 1, min(index + 5, end))
        )

    def _is_other(self, index: int) -> bool:
        """Whether a noun that is not the person's begins at `index`."""
        if self.word(index) not in DETERMINERS or self.word(index - 1) in PREPOSITIONS:
            return False
        noun = self.noun_after(index)
        return noun is not None and not _ends(self.word(noun), self.nouns.people | self.nouns.works)

    def noun_after(self, index: int) -> int | None:
        """The noun an adjective or article at `index` belongs to."""
        for each in range(index + 1, index + 5):
            word = self.word(each)
            if not word or word in BREAKS - {","} or word in PREPOSITIONS:
                return None
            if self.is_noun(each):
                return each
        return None


def _ends(word: str, nouns: frozenset[str]) -> bool:
    """Whether a word or the last part of a compound is one of `nouns`."""
    return word in nouns or any(len(noun) > 4 and word.endswith(noun) for noun in nouns)


def describes(clauses: GermanClauses, first: int, last: int) -> bool:
    """Whether an adjective says what the person is: `Sie sind aggressiv`, `Ihr aggressiver Ton`."""
    noun = clauses.noun_after(last) if clauses.word(last).endswith(_ENDINGS) else None
    who = clauses.who(first)
    if noun is not None:
        head = clauses.word(noun)
        if not _ends(head, clauses.nouns.people | clauses.nouns.traits | clauses.nouns.manners):
            return False
        return who is not Who.OTHER or any(is_owner(clauses.word(first - step)) for step in (1, 2))
    begin, end = clauses.segment(first)
    if who is Who.NOBODY:
        return True
    return who is Who.PERSON and (
        any(clauses.word(each) in DESCRIBING for each in range(begin, end))
        or begin == first
        or end - begin < 4
    )


def names(clauses: GermanClauses, first: int, last: int) -> bool:
    """Whether a noun names the person or something the person has."""
    if any(is_owner(clauses.word(first - step)) for step in (1, 2)):
        return True
    if clauses.word(last + 1) in ("der", "des", "von", "vom"):
        return False
    return clauses.who(first) is not Who.OTHER


def does(clauses: GermanClauses, first: int, last: int) -> bool:
    """Whether the person is the subject, or nobody is."""
    if clauses.word(first - 1) in DETERMINERS and clauses.noun_after(last) is not None:
        return False
    return clauses.who(first) is not Who.OTHER


def asked(clauses: GermanClauses, first: int, last: int) -> bool:
    """Whether something is asked of the person, whoever asks."""
    begin, end = clauses.segment(first)
    return (
        does(clauses, first, last)
        or clauses.mentions(begin, end)
        or clauses.word(begin) in ("ich", "wir", "es")
    )


def private(clauses: GermanClauses, first: int, last: int) -> bool:
    """Whether something is of the person's private life: `Ihr Akzent`, `seit der Elternzeit`."""
    start = first
    while (
        start > 0
        and clauses.word(start - 1) not in PREPOSITIONS
        and (clauses.word(start - 1) in DETERMINERS or clauses.word(start - 1).endswith(_ENDINGS))
    ):
        if is_owner(clauses.word(start - 1)):
            return True
        start -= 1
    before = clauses.word(start - 1)
    if is_owner(before) or before in _OWN_LIFE or (before == "als" and clauses.mentions()):
        return True
    if (
        clauses.word(last).endswith(_ENDINGS)
        and not clauses.is_capital(last)
        and clauses.noun_after(last) is not None
    ):
        return False
    if before in _CIRCUMSTANCES:
        return clauses.mentions() and clauses.word(last + 1) not in ("der", "des", "von")
    if before in PREPOSITIONS:
        return False
    begin, end = clauses.segment(first)
    is_said = any(clauses.word(each) in DESCRIBING for each in range(begin, end))
    return is_said and clauses.who(first) is Who.PERSON


def about(clauses: GermanClauses, first: int, last: int) -> bool:
    """Whether the clause is about the person or their work, or about nobody."""
    begin, end = clauses.segment(first)
    return clauses.who(first) is not Who.OTHER or clauses.mentions(begin, end)


def anywhere(clauses: GermanClauses, first: int, last: int) -> bool:
    """Whatever the sentence is about."""
    return True


GERMAN_RELATIONS = {
    "describes": describes,
    "human": describes,
    "names": names,
    "does": does,
    "asked": asked,
    "private": private,
    "about": about,
    "saying": anywhere,
    "anywhere": anywhere,
}
"""What `when` of a German list can say."""
