"""Who does what in an English clause: just enough grammar to tell a person from a thing.

`You are aggressive` is about a person, `your target was aggressive` is not.
Nothing here knows what a word means; it looks at pronouns, names, small words and endings.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from .english_verbs import PAST, is_past
from .english_words import (
    AFTERTHOUGHTS,
    ASKING,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DEGREES,
    DETERMINERS,
    LINKING,
    OTHER_PRONOUNS,
    PREPOSITIONS,
    RELATIVES,
    REPORTING,
    SUBORDINATORS,
)
from .folding import NAMES
from .lexicon import lexicon

if TYPE_CHECKING:
    from .people import Person
    from .tokens import Sentence


_DIVIDING = frozenset((";", ":", "—"))
"""Marks between the parts of a sentence."""
LONGEST_CLAUSE = 60
"""Words to either side of a word among which its clause is looked for."""
FURTHEST_SUBJECT = 300
"""Words before a clause among which the subject it continues is looked for."""
FURTHEST_MENTION = 100
"""Words to either side of a word among which the part of a sentence it stands in is looked for."""


class Who(Enum):
    """Whom a clause is about."""

    PERSON = "person"
    OTHER = "other"
    NOBODY = "nobody"
    """An instruction, or words without a verb."""


@dataclass(frozen=True, slots=True)
class Nouns:
    """Nouns that tell a person from a thing."""

    people: frozenset[str]
    """What a person can be called: `colleague`, `presenter`."""
    traits: frozenset[str]
    """What only people have: `attitude`, `personality`."""
    manners: frozenset[str]
    """What people have, and texts as well: `tone`, `style`."""
    works: frozenset[str]
    """What a person makes or does: `report`, `job`."""


@dataclass(frozen=True, slots=True)
class Clauses:
    """A sentence, read for the person it is about."""

    sentence: Sentence
    person: Person
    nouns: Nouns

    def word(self, index: int) -> str:
        """The word at `index`."""
        return self.sentence.text(index)

    # The segment of a sentence a word stands in

    def begin(self, index: int) -> int:
        """Where the stretch without comma or conjunction begins that `index` stands in."""
        first = max(0, index - LONGEST_CLAUSE)
        while index > first and not self._parts(index - 1):
            index -= 1
        return index

    def end(self, index: int) -> int:
        """Where the stretch without comma or conjunction ends that `index` stands in."""
        last = min(len(self.sentence.tokens), index + LONGEST_CLAUSE)
        while index < last and not self._parts(index):
            index += 1
        return index

    def part(self, index: int, marks: frozenset[str] = _DIVIDING) -> tuple[int, int]:
        """Begin and end of the part of the sentence around `index` between two of `marks`."""
        begin, end = index, index
        first = max(0, index - FURTHEST_MENTION)
        last = min(len(self.sentence.tokens), index + FURTHEST_MENTION)
        while begin > first and self.word(begin - 1) not in marks:
            begin -= 1
        while end < last and self.word(end) not in marks:
            end += 1
        return begin, end

    def _parts(self, index: int) -> bool:
        word = self.word(index)
        if word in BREAKS or word in CONJUNCTIONS:
            return True
        if word == "that":
            return index > 0 and self.word(index - 1) not in PREPOSITIONS | CONJUNCTIONS | BREAKS
        if word in ("as", "than", "since", "until", "after", "before", "like"):
            return self._is_subject(index + 1) or self.word(index + 1) in ("we", "they", "it", "i")
        return word in SUBORDINATORS

    # Subjects

    def who(self, index: int) -> Who:
        """Whom the clause around `index` is about."""
        return self._subject(self.begin(index), index)

    def _subject(self, begin: int, end: int) -> Who:
        """The subject of what stands from `begin` up to `end`, or of what it continues."""
        first = max(0, begin - FURTHEST_SUBJECT)
        while (found := self._opened(begin, end)) is None:
            before = self.begin(begin - 1)
            if begin == 1 or before < first:
                return self._later(end)
            begin, end = before, begin - 1
        return found

    def _opened(self, begin: int, end: int) -> Who | None:
        """The subject of what stands from `begin` up to `end` by itself; None when it continues another."""
        found = self._nearest(begin, end)
        if found is not None:
            return found
        if begin == 0:
            return self._later(end)
        mark = self.word(begin - 1)
        if mark == "that" and self.word(begin - 2) in REPORTING | _CERTAIN:
            return Who.NOBODY
        if mark in RELATIVES:
            return self._antecedent(begin - 1)
        if mark in (";", ":", "—", '"', "(", "."):
            return Who.NOBODY
        return None

    def _nearest(self, begin: int, end: int) -> Who | None:
        """The subject among the words from `begin` up to `end`; None when there is none."""
        if self.somebody_is_asked(begin, end):
            return Who.OTHER
        for index in range(end - 1, begin - 1, -1):
            word = self.word(index)
            if self._is_subject(index):
                return Who.PERSON
            if index == end - 1 and self.person.is_object(word) and word not in self.person.owners:
                return Who.PERSON
            if word in OTHER_PRONOUNS and self._can_be_subject(index, begin):
                if word in _NOMINATIVES or not self._is_after_subject(begin, index):
                    return Who.OTHER
                continue
            if word in self.person.owners or self._owns(index):
                if index == begin or self.word(index - 1) not in PREPOSITIONS:
                    return self._own(index, end)
            elif self._begins_subject(index, begin, end):
                return Who.OTHER
        return Who.OTHER if self._begins_with_noun(begin, end) else None

    def somebody_is_asked(self, begin: int, end: int) -> bool:
        """Whether somebody else is to do it: `you asked the sponsor to step up`."""
        if self.word(end - 1) != "to":
            return False
        for index in range(end - 2, max(begin, end - 7), -1):
            if self.person.is_mention(self.word(index)):
                return False
            if self.word(index) in ASKING:
                return index < end - 2
        return False

    def _begins_subject(self, index: int, begin: int, end: int) -> bool:
        """Whether a noun that is not the person's begins at `index` and is the subject up to `end`."""
        word = self.word(index)
        if word[0] in NAMES:
            return self._opens(index, begin)
        if word not in DETERMINERS or not self._opens(index, begin):
            return False
        between = [self.word(each) for each in range(index + 1, end)]
        if all(each in DEGREES or each.endswith("ly") for each in between):
            return False
        return not self._is_after_subject(begin, index)

    def _is_after_subject(self, begin: int, index: int) -> bool:
        """Whether the clause has its subject before `index`, and no verb such as `told` opens another."""
        for each in range(index - 1, begin - 1, -1):
            word = self.word(each)
            if word in REPORTING:
                return False
            if self._is_subject(each) or (word in OTHER_PRONOUNS and self._can_be_subject(each, begin)):
                return True
        return False

    def _is_subject(self, index: int) -> bool:
        word = self.word(index)
        if not self.person.is_subject(word) or self._owns(index):
            return False
        return self.word(index - 1) not in PREPOSITIONS - SUBORDINATORS or self.word(index + 1) in AUXILIARIES

    def _can_be_subject(self, index: int, begin: int) -> bool:
        if self.word(index) in ("me", "him", "us", "them"):
            return False
        if self.word(index) in ("this", "that", "these", "those"):
            return index == begin and self.word(index + 1) in AUXILIARIES | LINKING
        return index == begin or self.word(index - 1) not in PREPOSITIONS

    def _owns(self, index: int) -> bool:
        """Whether a name is followed by the 's of what it owns."""
        word = self.word(index)
        return bool(word) and word[0] in NAMES and self.word(index + 1) == "'s" and self._is_noun(index + 2)

    def _own(self, index: int, end: int) -> Who:
        """What a stretch that begins with `your` is about: a trait or work of the person, or a thing."""
        for each in range(index + 1, end):
            word = self.word(each)
            if word in self.nouns.traits | self.nouns.manners | self.nouns.works:
                return Who.PERSON
            if word in PREPOSITIONS:
                break
        return Who.OTHER

    def _opens(self, index: int, begin: int) -> bool:
        """Whether a noun that begins at `index` can be a subject: no preposition or verb goes before it."""
        if index == begin:
            return True
        before = self.word(index - 1)
        if before.endswith("ing") or is_past(before):
            return False
        return before not in PREPOSITIONS | AUXILIARIES | DETERMINERS

    def _begins_with_noun(self, begin: int, end: int) -> bool:
        """Whether what stands from `begin` up to `end` begins with a noun, as in `sales never got`."""
        index = begin
        while index < end and (self.word(index) in DEGREES | AUXILIARIES or self.word(index).endswith("ly")):
            index += 1
        if index >= end:
            return False
        word = self.word(index)
        if word in PREPOSITIONS or word in SUBORDINATORS or word in CONJUNCTIONS or word in BREAKS:
            return False
        if word in _INSTRUCTIONS or is_past(word) or self.person.is_mention(word):
            return False
        follower = self.word(index + 1)
        return (
            begin > 0
            or follower in AUXILIARIES | LINKING | DEGREES
            or is_past(follower)
            or word.endswith("s")
        )

    def _antecedent(self, index: int) -> Who:
        """What a relative clause that begins at `index` is about."""
        if self.word(index - 1) == "," and self.person.is_name(self.word(index - 2)):
            return Who.PERSON
        word = self.word(index - 1)
        if word in ("someone", "somebody", "one", "person") or word in self.nouns.people:
            before = self.begin(index - 1)
            return self._subject(before, index - 1)
        if word in self.nouns.traits | self.nouns.manners:
            return self.who(index - 1)
        return Who.PERSON if self.person.is_mention(word) else Who.OTHER

    def _later(self, end: int) -> Who:
        """Where nothing goes before: whether the person follows, as in `without fail, you ...`."""
        return Who.PERSON if self.person.is_understood else Who.NOBODY

    def mentions(self, begin: int = 0, end: int | None = None) -> bool:
        """Whether the person is mentioned between two words, or understood at the first."""
        if begin == 0 and self.person.is_understood:
            return True
        last = len(self.sentence.tokens) if end is None else end
        return any(self.person.is_mention(self.word(index)) for index in range(begin, last))

    # Nouns

    def _is_noun(self, index: int) -> bool:
        """Whether a word may be a noun or an adjective before one."""
        word = self.word(index)
        if not word or word in BREAKS or word in AFTERTHOUGHTS or word in PREPOSITIONS:
            return False
        return not (word.endswith("ly") and len(word) > 4) and (word[0].isalnum() or word[0] in NAMES)

    def noun_after(self, index: int) -> int | None:
        """The noun that the words after `index` end in, when the word at `index` can belong to it."""
        each = index + 1
        while self.word(each) in ("and", "or", "but", ",", "yet") and self._has_article(index):
            each += 1
            while self.word(each) in DEGREES:
                each += 1
            if not self._is_noun(each):
                return None
            each += 1
        last = None
        while self._is_noun(each) and not self._is_verb(each, last):
            last = each
            each += 1
        return last

    def _is_verb(self, index: int, last: int | None) -> bool:
        """Whether a verb rather than a noun stands at `index`, after a noun that ends at `last` if any."""
        word = self.word(index)
        if word in PAST or (last is not None and (is_past(word) or word.endswith("ing"))):
            return True
        follower = self.word(index + 1)
        if is_past(word) and (not follower or follower in DETERMINERS or self.person.is_mention(follower)):
            return True
        return word.endswith("s") and (follower in DETERMINERS or self.person.is_mention(follower))

    def article_before(self, index: int) -> int | None:
        """The article or possessive that opens the noun the word at `index` belongs to."""
        each = index - 1
        steps = 0
        while each >= 0 and steps < 6:
            word = self.word(each)
            if word in DETERMINERS and word not in ("more", "most", "that", "no", "such"):
                return each
            if word in self.person.owners:
                return each
            if word == "'s" and self.word(each - 1)[:1] in tuple(NAMES):
                return each - 1
            if (
                word in BREAKS - {","}
                or word in PREPOSITIONS
                or word in LINKING
                or self.person.is_subject(word)
            ):
                return None
            each -= 1
            steps += 1
        return None

    def _has_article(self, index: int) -> bool:
        return self.article_before(index) is not None


_CERTAIN = lexicon("know sure fact so impression feeling clear hope think sense view opinion")
"""Words before a clause with `that`."""
_NOMINATIVES = lexicon("i he she we they who there")
"""Pronouns that are a subject wherever they stand."""
_INSTRUCTIONS = lexicon(
    """
    please try start stop keep continue make be do don let work aim learn remember consider step think
    take show give focus find speak raise bring become get improve send write ask check use add put set
    plan build own push go look speed help come talk read keep prepare share develop need needs should
    must would could can wish want always never just simply also maybe perhaps next overall hopefully
    ideally going time thanks thank
    """
)
"""First words of an instruction."""
