"""Whether a word describes or names the person of an English sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .english import Who
from .english_words import (
    AUXILIARIES,
    BEHAVING,
    BREAKS,
    CALLING,
    CONJUNCTIONS,
    DEGREES,
    DETERMINERS,
    LINKING,
    PREPOSITIONS,
    REGARDING,
)
from .folding import NAMES
from .lexicon import lexicon

if TYPE_CHECKING:
    from .english import Clauses

OWNING = lexicon(
    """
    have has had 've having show shows showed shown showing display displays displayed lack lacks lacked
    with without bring brings brought got possess possesses possessed exude exudes exuded take takes
    took adopt adopted use used uses need needs of wear wears wore wearing
    """
)
SHARED = lexicon(", and or but yet nor")
"""Signs and words between words of one kind."""


def describes(clauses: Clauses, first: int, last: int) -> bool:
    """Whether an adjective says what the person is: `you are aggressive`, `your aggressive manner`."""
    noun = clauses.noun_after(last)
    article = clauses.article_before(first)
    if clauses.word(last).endswith("ly") and noun is None and _behaves(clauses, first):
        return True
    if noun is not None:
        head = clauses.word(noun)
        if is_among(head, clauses.nouns.people):
            return _is_said_of_person(clauses, first if article is None else article)
        if head in clauses.nouns.traits:
            return _belongs(clauses, first, article, strict=False)
        if head in clauses.nouns.manners:
            return _belongs(clauses, first, article, strict=True)
        if article is not None:
            return False
        return said_of(clauses, first) is Who.PERSON and clauses.word(noun) not in PREPOSITIONS
    return said_of(clauses, first) is Who.PERSON


def is_among(word: str, nouns: frozenset[str]) -> bool:
    """Whether a noun or its singular is one of `nouns`."""
    return word in nouns or (word.endswith("s") and word[:-1] in nouns)


def human(clauses: Clauses, first: int, last: int) -> bool:
    """Whether an adjective that only people deserve is said of the person, or of nobody else."""
    if describes(clauses, first, last):
        return True
    noun = clauses.noun_after(last)
    if noun is not None or clauses.article_before(first) is not None:
        return noun is None and clauses.person.is_subject(clauses.word(last + 1))
    if not clauses.mentions():
        return False
    who = clauses.who(first)
    if who is not Who.OTHER:
        return clauses.word(first - 1) in LINKING | DEGREES | {"'", '"'} or first == 0
    begin = clauses.begin(first)
    return clauses.word(begin) in ("that", "this", "it") or clauses.word(begin - 1) == "that"


def _behaves(clauses: Clauses, first: int) -> bool:
    """Whether the adverb at `first` says how the person behaves: `reacted far too emotionally`."""
    index = first - 1
    while clauses.word(index) in DEGREES | {"by", "in", "out", "back", "up", "over", "down", "to", "on"}:
        index -= 1
    if clauses.person.is_object(clauses.word(index)) and clauses.word(index - 1) in ("to", "with", "at"):
        index -= 2
    return clauses.word(index) in BEHAVING and clauses.who(index) in (Who.PERSON, Who.NOBODY)


def _belongs(clauses: Clauses, first: int, article: int | None, *, strict: bool) -> bool:
    """Whether a trait or manner with the adjective at `first` is the person's."""
    if article is not None and (
        clauses.word(article) in clauses.person.owners or clauses.word(article)[0] in NAMES
    ):
        return True
    start = first if article is None else article
    before = clauses.word(start - 1)
    if strict and before not in ("in", "with", "has", "have", "had"):
        return False
    return clauses.who(start) in (Who.PERSON, Who.NOBODY)


def _is_said_of_person(clauses: Clauses, start: int) -> bool:
    """Whether a noun for people that begins at `start` names the person."""
    index = start - 1
    while index >= 0 and clauses.word(index) in DEGREES - {"being", "be", "as", "more", "all", "no"}:
        index -= 1
    before = clauses.word(index)
    if before == "of" and clauses.word(index - 1) in ("one", "kind", "sort", "type"):
        return _is_said_of_person(clauses, index - 1)
    if index < 0 or before in BREAKS or before in CONJUNCTIONS:
        whole = clauses.mentions() or not any(
            clauses.word(each) in LINKING | AUXILIARIES for each in range(start, len(clauses.sentence.tokens))
        )
        return whole and (index < 0 or clauses.who(start) is not Who.OTHER or before == ",")
    if before in ("as", "like", "what", "being", "be"):
        return clauses.mentions() or index <= 1
    if before in LINKING:
        return _subject_of(clauses, index) is Who.PERSON
    return clauses.person.is_object(before) and clauses.word(index - 1) in CALLING


def said_of(clauses: Clauses, first: int) -> Who:
    """Whom a describing word at `first` is said of, by the verb before it."""
    index = first - 1
    while index >= 0:
        word = clauses.word(index)
        if word in LINKING:
            return _subject_of(clauses, index)
        if word == "as" and clauses.word(index - 1) in REGARDING:
            return _regarded(clauses, index - 1)
        if word == "as" and clauses.person.is_object(clauses.word(index - 1)):
            return Who.PERSON
        if clauses.person.is_object(word) and clauses.word(index - 1) in CALLING:
            return Who.PERSON
        if clauses.person.is_subject(word) and clauses.word(index - 1) in LINKING:
            return Who.PERSON
        if word in DEGREES or (word.endswith("ly") and len(word) > 4):
            index -= 1
        elif word in SHARED:
            return _shared(clauses, index, first)
        elif word in BREAKS:
            return clauses.who(first) if clauses.who(first) is not Who.NOBODY else Who.PERSON
        else:
            return Who.OTHER
    return Who.PERSON


def _shared(clauses: Clauses, index: int, first: int) -> Who:
    """Whom the second of several describing words is said of: `helpful but aggressive`."""
    each = index - 1
    while each >= 0 and clauses.word(each) in SHARED | DEGREES:
        each -= 1
    if each < 0:
        return Who.PERSON
    for steps in range(6):
        at = each - steps
        if at < 0:
            return Who.PERSON if clauses.word(index) != "," or clauses.mentions() else Who.NOBODY
        word = clauses.word(at)
        if word in LINKING:
            return _subject_of(clauses, at)
        if word == "as" and clauses.word(at - 1) in REGARDING:
            return _regarded(clauses, at - 1)
        if clauses.person.is_object(word) and clauses.word(at - 1) in CALLING:
            return Who.PERSON
        if clauses.person.is_subject(word) and clauses.word(at - 1) in LINKING:
            return Who.PERSON
        if word in PREPOSITIONS or word in DETERMINERS:
            break
    begins_clause = clauses.begin(first) > 0 and clauses.word(clauses.begin(first) - 1) in SHARED
    return clauses.who(first) if begins_clause and clauses.word(index) == "," else Who.OTHER


def _regarded(clauses: Clauses, verb: int) -> Who:
    """Who is seen as something: the subject of `are seen as`, the object of `see you as`."""
    return Who.PERSON if clauses.person.is_object(clauses.word(verb)) else _subject_of(clauses, verb)


def _subject_of(clauses: Clauses, verb: int) -> Who:
    """The subject of a linking verb."""
    if clauses.person.is_subject(clauses.word(verb + 1)):
        return Who.PERSON
    index = verb - 1
    while index >= 0:
        word = clauses.word(index)
        if clauses.person.is_subject(word):
            return Who.PERSON
        if (
            word in AUXILIARIES
            or word in LINKING
            or word in DEGREES
            or word in REGARDING
            or word.endswith("ly")
        ):
            index -= 1
            continue
        break
    else:
        return Who.PERSON
    who = clauses.who(verb)
    return Who.PERSON if who is Who.NOBODY else who


def is_owned(clauses: Clauses, article: int | None) -> bool:
    """Whether what an article opens is the person's own."""
    if article is None:
        return False
    word = clauses.word(article)
    return word in clauses.person.owners or clauses.person.is_name(word)


def _is_in_person(clauses: Clauses, last: int) -> bool:
    """Whether the person follows in whom something is seen: `laziness in how he briefs`."""
    if clauses.word(last + 1) not in ("in", "about", "of", "on", "from"):
        return False
    each = last + 2
    while clauses.word(each) in ("how", "the", "way", "what", "all"):
        each += 1
    return clauses.person.is_mention(clauses.word(each))


def names(clauses: Clauses, first: int, last: int) -> bool:
    """Whether a noun names the person or something the person has: `a genius`, `your arrogance`."""
    noun = clauses.noun_after(last)
    if noun is not None and not is_among(clauses.word(noun), clauses.nouns.people | clauses.nouns.traits):
        return False
    article = clauses.article_before(first)
    start = first if article is None else article
    if is_owned(clauses, article) or _is_in_person(clauses, last):
        return True
    index = start - 1
    while index >= 0 and (clauses.word(index) in DEGREES or clauses.word(index) in ("much", "great", "real")):
        index -= 1
    before = clauses.word(index)
    if index < 0:
        return clauses.word(last + 1) not in LINKING
    if before in ("as", "like", "such", "what"):
        return index == 0 or clauses.mentions()
    if before in LINKING:
        return _subject_of(clauses, index) is Who.PERSON
    if before in OWNING or before in ("for", "to", "from", "into"):
        return clauses.who(index) is Who.PERSON
    if before in SHARED:
        return clauses.who(first) is Who.PERSON and clauses.mentions()
    return clauses.person.is_object(before) and clauses.word(index - 1) in CALLING
