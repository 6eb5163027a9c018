"""Who a passage is about, and the words that stand for this person."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .english_words import SELF, THIRD, YOU, YOUR
from .folding import OTHER, PERSON, SOMEBODY
from .lexicon import lexicon

if TYPE_CHECKING:
    from .passage import Passage

_YOU = re.compile(r"\b(?:you|your|yours|yourself)\b")
_THIRD = re.compile(r"\b(?:he|she|his|her|him)\b")
_ANY_THIRD = re.compile(r"\b(?:he|she|his|her|him|they|their|them)\b")
HUMANS = re.compile(
    r"\b(?:customers?|clients?|buyers?|sellers?|suppliers?|speakers?|sponsors?|colleagues?|managers?|directors?"
    r"|heads?|c[efmrot]o|cmo|coo|analysts?|founders?|chair(?:man|woman)?|agency|boss|owner|designer|developer"
    r"|editor|journalist|partner|vendor|intern|trainee|kunden?|kundin|verkäufer(?:in)?|lieferant(?:in)?"
    r"|leiter(?:in)?|kolleg(?:e|in|en)|chef(?:in)?|vorstand|redner(?:in)?|agentur|team|vertrieb|markt"
    r"|partner(?:in)?|analyst(?:in)?)\b"
)
"""Words for others whom a pronoun may stand for."""
_OUTSIDERS = re.compile(
    r"\b(?:customers?|clients?|buyers?|shoppers?|users?|readers?|visitors?|guests?|patients?|parents?|mothers?"
    r"|fathers?|families|women|men|people|households?|retailers?|dealers?|suppliers?|speakers?|sponsors?"
    r"|journalists?|editors?|hosts?|founders?|actors?|models?|testers?|respondents?|subscribers?)\b"
)
"""Words for people whose lives a text may be about: those who buy, and those who are written about."""

_COLLEAGUES = lexicon("colleague colleagues teammate coworker co-worker trainee intern apprentice")
"""Words for people who can be told although nobody names them."""
_NAME_WHOSE = re.compile(rf"[{PERSON}{OTHER}{SOMEBODY}],? whose\b")


@dataclass(frozen=True, slots=True)
class Person:
    """The words of a passage that stand for the person it is about."""

    subjects: frozenset[str]
    """Words that do something: `you`."""
    objects: frozenset[str]
    """Words something is done to: `you`, `her`."""
    owners: frozenset[str]
    """Words before what is the person's own: `your`."""
    names: str
    """Marks of names that stand for the person."""
    is_understood: bool = False
    """Whether a sentence that begins with a verb is about the person."""

    def is_subject(self, word: str) -> bool:
        """Whether a word can be the person as a subject."""
        return word in self.subjects or self.is_name(word)

    def is_object(self, word: str) -> bool:
        """Whether a word can be the person as an object."""
        return word in self.objects or self.is_name(word)

    def is_name(self, word: str) -> bool:
        """Whether a word is a name of the person."""
        return bool(word) and word[0] in self.names

    def is_mention(self, word: str) -> bool:
        """Whether a word stands for the person in any way."""
        return word in self.subjects or word in self.objects or word in self.owners or self.is_name(word)


def person_of(passage: Passage, text: str) -> Person:
    """The words that stand for the person in an English passage whose text in small letters is `text`.

    A text that says `you` means you, and `she` is somebody else; where nobody else is named,
    `I` is the person.
    A text that leaves out who acted means the person, and `she` too unless somebody else goes before.
    """
    subjects, objects, owners = set(YOU), set(YOU), set(YOUR)
    says_you = _YOU.search(text) is not None or (passage.act and _has_others(text))
    named = PERSON in text
    if not says_you:
        for each in (passage.grammar,) if passage.grammar in THIRD else ("f", "m"):
            more = THIRD[each]
            subjects |= more[0]
            objects |= more[1]
            owners |= more[2]
    about_others = (
        says_you or passage.act or named or _THIRD.search(text) or OTHER in text or SOMEBODY in text
    )
    if passage.purpose == "self" or not about_others:
        subjects |= SELF[0]
        objects |= SELF[1]
        owners |= SELF[2]
    anybody = "" if says_you or passage.person else SOMEBODY + OTHER
    return Person(frozenset(subjects), frozenset(objects), frozenset(owners), PERSON + anybody, passage.act)


def is_of_whom_it_names(passage: Passage, text: str) -> bool:
    """Whether a passage is about whomever it names: nobody said whom it is about, and it says no `you`."""
    return not passage.person and not passage.act and _YOU.search(text) is None


def anybody_of(passage: Passage, text: str) -> Person:
    """The words that stand for anybody in an English passage: of the person, of who is named, `he` and `she`.

    Those who buy are nobody here: `a buyer said that she has kids` is about a market.
    """
    own = person_of(passage, text)
    subjects, objects, owners = set(own.subjects) | _COLLEAGUES, set(own.objects), set(own.owners)
    pronoun = _ANY_THIRD.search(text)
    if pronoun and not _OUTSIDERS.search(text[: pronoun.start()]):
        for each in ("f", "m", "n") if passage.is_fact else ("f", "m"):
            subjects |= THIRD[each][0]
            objects |= THIRD[each][1]
            owners |= THIRD[each][2]
    if _NAME_WHOSE.search(text):
        owners.add("whose")
    is_understood = passage.act or passage.is_fact
    return Person(
        frozenset(subjects), frozenset(objects), frozenset(owners), PERSON + SOMEBODY + OTHER, is_understood
    )


def _has_others(text: str) -> bool:
    """Whether somebody else is spoken of before a pronoun, who may be meant by it."""
    pronoun = _ANY_THIRD.search(text)
    before = text[: pronoun.start()] if pronoun else text
    return HUMANS.search(before) is not None or OTHER in before or SOMEBODY in before
