"""Whether a comparison with a name that no list has is one of people: `Compared with Aoife, you are slow`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .english import Who

if TYPE_CHECKING:
    from .english import Clauses


def compares_people(clauses: Clauses, start: int, end: int) -> bool:
    """Whether somebody is the subject of the comparison that stands from `start` to `end` of the passage."""
    sentence = clauses.sentence
    first, last = sentence.index(start), sentence.index(end - 1)
    if clauses.person.is_name(clauses.word(first)):
        return any(
            clauses.word(each) == "than" and clauses.person.is_mention(clauses.word(each + 1))
            for each in range(last + 1, len(sentence.tokens))
        )
    following = last + 1
    while clauses.word(following) in (",", "'s", "who", "—"):
        following += 1
    if clauses.begin(first) == first:
        return _is_somebody(clauses, following)
    return clauses.who(first) is Who.PERSON


def _is_somebody(clauses: Clauses, index: int) -> bool:
    """Whether the person, or work of theirs, is the subject that begins at `index`."""
    word = clauses.word(index)
    if word in clauses.person.owners or clauses.word(index + 1) == "'s":
        own = clauses.nouns.works | clauses.nouns.traits | clauses.nouns.manners
        return any(clauses.word(each) in own for each in range(index + 1, index + 5))
    return clauses.person.is_subject(word)
