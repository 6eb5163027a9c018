"""How words of a list must stand to the person before they count, in English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .describing import OWNING, SHARED, describes, human, is_owned, names, said_of
from .english import Who
from .english_verbs import is_past
from .english_words import (
    AFTERTHOUGHTS,
    AUXILIARIES,
    BREAKS,
    CONJUNCTIONS,
    DEGREES,
    DETERMINERS,
    LINKING,
    PREPOSITIONS,
)
from .lexicon import lexicon

if TYPE_CHECKING:
    from .english import Clauses

_PRIVATE = lexicon(
    """
    leave absence absences reasons status situation commitments obligations duties matters issues
    problems responsibilities life planning circumstances time emergencies emergency background beliefs
    days holidays arrangements appointments condition history break pressures worries freshness energy
    vigour enthusiasm charm
    """
)
"""What a word about private life can belong to."""
_CIRCUMSTANCES = lexicon(
    """
    due because of despite after before during since through given considering on from and with between
    """
)
"""Words before what goes on in somebody's life."""
_ABSENCES = lexicon("return comeback absence day days week weeks month months")
"""Words before what somebody was away for: `her return from maternity leave`, `a week of sick leave`."""
_REASONS = lexicon("because due owing down")
"""Words before `of` or `to` and a reason."""
_SIZES = lexicon("small little young new own two three four several sick ill elderly older school-age")
"""Words before the people of somebody's life: `small kids`."""
_ASKERS = lexicon("i we it there what")
"""Subjects of sentences that ask for something."""


def does(clauses: Clauses, first: int, last: int) -> bool:
    """Whether the person is the subject, or the words are an instruction or a headline."""
    if _is_compound(clauses, first, last):
        return False
    if clauses.word(first - 1) in ("the", "a", "an") and clauses.noun_after(last) is not None:
        return False
    return clauses.who(first) is not Who.OTHER


def about(clauses: Clauses, first: int, last: int) -> bool:
    """Whether the clause is about the person or about work of theirs, or about nobody."""
    if _is_compound(clauses, first, last):
        return False
    who = clauses.who(first)
    if who is Who.PERSON:
        return True
    begin, end = clauses.begin(first), clauses.end(last)
    if clauses.mentions(begin, end):
        return True
    if begin == first > 1 and clauses.word(begin - 1) in SHARED:
        return about(clauses, begin - 2, begin - 2)
    has_verb = any(_can_be_verb(clauses.word(each)) for each in range(begin, first))
    is_subject = any(clauses.word(each) in LINKING for each in range(last + 1, end))
    if not has_verb and not is_subject:
        return who is Who.NOBODY or clauses.mentions(*clauses.part(first))
    if clauses.word(begin) in ("it", "that", "this", "there", "what"):
        return clauses.mentions(*clauses.part(first, BREAKS))
    return any(clauses.word(each) in clauses.nouns.works for each in range(begin, first))


def _can_be_verb(word: str) -> bool:
    return word in LINKING or word in AUXILIARIES or is_past(word)


def _is_compound(clauses: Clauses, first: int, last: int) -> bool:
    """Whether words written with hyphens only tell which thing is meant: `the step-up offer`."""
    word = clauses.word(last)
    is_joined = "-" in word or (
        clauses.sentence.tokens[first].capital and clauses.word(first - 1) in ("the", "a")
    )
    return is_joined and clauses.noun_after(last) is not None


def asked(clauses: Clauses, first: int, last: int) -> bool:
    """Whether something is asked of the person, whoever asks: `I expect more ownership`."""
    if _is_compound(clauses, first, last):
        return False
    who = clauses.who(first)
    if who is not Who.OTHER:
        return True
    begin = clauses.begin(first)
    if clauses.somebody_is_asked(begin, first):
        return False
    subject = next(
        (each for each in range(begin, first) if clauses.word(each) in _ASKERS | clauses.nouns.works), -1
    )
    return subject >= 0 or clauses.mentions(begin, clauses.end(last))


def once(clauses: Clauses, first: int, last: int) -> bool:
    """Whether the words are a cliché rather than the name of a thing."""
    return not _is_compound(clauses, first, last)


def private(clauses: Clauses, first: int, last: int) -> bool:
    """Whether something is of the person's private life: `your accent`, `after maternity leave`."""
    noun = clauses.noun_after(last)
    if noun is not None and clauses.word(noun) not in clauses.nouns.people | clauses.nouns.traits | _PRIVATE:
        return False
    if clauses.word(last + 1) == "'" and clauses.word(last).endswith("s"):
        return False
    if first == 0 and noun is None and not clauses.mentions() and _is_acting(clauses, last):
        return False
    article = clauses.article_before(first)
    if is_owned(clauses, article) or said_of(clauses, first) is Who.PERSON:
        return True
    owned = first
    while clauses.word(owned - 1) in _SIZES:
        owned -= 1
    if noun is None and names(clauses, owned, last):
        return True
    if noun is None and _is_reason(clauses, first if article is None else article):
        return True
    start = first if article is None else article
    before = clauses.word(start - 1)
    if not clauses.mentions():
        return False
    if start == 0 or before in CONJUNCTIONS | BREAKS | {"that"}:
        return clauses.who(first) is not Who.OTHER and _is_acting(clauses, last if noun is None else noun)
    if before == "on" and "leave" not in (clauses.word(last), clauses.word(last + 1)):
        return False
    if before == "with" and clauses.begin(start - 1) != start - 1:
        return False
    if clauses.word(start - 2) in _ABSENCES and before in ("from", "of", "for", "during", "due", "on"):
        return True
    if before == "of" and clauses.word(start - 2) != "because":
        return False
    if before in OWNING and noun is not None:
        return clauses.who(start) is Who.PERSON
    return before in _CIRCUMSTANCES and clauses.who(start) is not Who.OTHER


def _is_reason(clauses: Clauses, start: int) -> bool:
    """Whether something is why: `it was because of the sick leave`."""
    if clauses.word(start - 1) not in ("of", "to") or clauses.word(start - 2) not in _REASONS:
        return False
    index = start - 3
    while index >= 0 and (
        clauses.word(index) in LINKING | AUXILIARIES | DEGREES or clauses.word(index).endswith("ly")
    ):
        index -= 1
    return index < 0 or clauses.word(index) in ("it", "this", "that", "all")


def _is_acting(clauses: Clauses, last: int) -> bool:
    """Whether a verb follows the noun that ends at `last`."""
    word = clauses.word(last + 1)
    return word in LINKING | AUXILIARIES | AFTERTHOUGHTS - PREPOSITIONS - DETERMINERS or is_past(word)


def anywhere(clauses: Clauses, first: int, last: int) -> bool:
    """Whatever the sentence is about."""
    return True


RELATIONS = {
    "describes": describes,
    "human": human,
    "names": names,
    "does": does,
    "asked": asked,
    "private": private,
    "about": about,
    "saying": once,
    "anywhere": anywhere,
}
"""What `when` of a list can say."""
