"""The shape of a whole statement (REV-T10): when, what the person did, what it changed, what comes next."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .english import Who
from .english_verbs import is_participle, is_past
from .english_words import AUXILIARIES, DEGREES
from .next_acts import lacks_of_next_act, parts
from .signs import SIGNS

if TYPE_CHECKING:
    from .english import Clauses
    from .reading import Reading

GROWTH = frozenset(("develop", "correct"))
"""Purposes that need a next act."""
_GERMAN_ACT = re.compile(
    r"\b(?:haben|hast|hat|habe|sind|bist|ist|bin|wurden?)\b(?:[^.!?]|(?<=\d)\.)*\b(?:\w*ge\w+(?:t|en)|\w+(?:iert|lassen|t|en))\b"
    r"|\b(?:sie|du|er|ich)\s+\w+(?:te|ten|test)\b|\b\w+(?:te|ten|test)\s+(?:sie|du|er|ich)\b"
)


def lacks(reading: Reading) -> list[str]:
    """What a whole statement does not say; one bound to evidence can lack nothing but an effect."""
    purpose = reading.passage.purpose
    if reading.passage.evidence and purpose in ("goal", "summarise"):
        return []
    if purpose == "goal":
        return lacks_of_next_act(reading, is_all_coming=True)
    found = []
    signs = SIGNS[reading.base]
    is_composed = reading.passage.evidence  # of fields for day, act, goal, measure and due day
    told = [part.text for part in parts(reading, at_colons=True) if not part.is_coming]
    past = " ".join(told) or reading.low
    if purpose != "summarise":
        if not (is_composed or signs.date.search(past) or signs.event.search(past)):
            found.append("a date or a named event")
        if not (is_composed or _has_past_act(reading)):
            found.append("an act of the person in the past tense")
    if not (purpose == "summarise" or _is_known_to_tell(reading) or _has_effect(reading, past)):
        found.append("an effect: a number, money, time, or what changed for whom")
    return found + (lacks_of_next_act(reading) if purpose in GROWTH and not is_composed else [])


def _has_past_act(reading: Reading) -> bool:
    if reading.base == "de":
        return _GERMAN_ACT.search(reading.low) is not None
    return any(_acts(reading.clauses(index)) for index in range(len(reading.sentences)))


def _acts(clauses: Clauses) -> bool:
    """Whether the person is the subject of a verb in the past tense."""
    for index, token in enumerate(clauses.sentence.tokens):
        if _is_act_by_itself(clauses, index) and clauses.who(index) is Who.PERSON:
            return True
        if token.text in ("was", "were", "had") and clauses.person.is_subject(clauses.word(index + 1)):
            continue
        if not is_past(token.text) or token.text in (
            "was",
            "were",
            "felt",
            "seemed",
            "wanted",
            "needed",
            "tried",
        ):
            continue
        if clauses.word(index - 1) in ("was", "were", "be", "been", "being", "is", "are"):
            continue
        if clauses.who(index) is Who.PERSON:
            return True
    return any(
        token.text in ("have", "has", "'ve", "had", "'s")
        and any(is_participle(clauses.word(each)) for each in range(index + 1, index + 4))
        and clauses.who(index) is Who.PERSON
        for index, token in enumerate(clauses.sentence.tokens)
    )


def _is_act_by_itself(clauses: Clauses, index: int) -> bool:
    """Whether a word that does not look like one is an act: `did`, `used` but for `used to`."""
    word = clauses.word(index)
    return word in ("did", "could") or (
        word == "used" and clauses.word(index + 1) != "to" and clauses.word(index - 1) not in AUXILIARIES
    )


def _is_known_to_tell(reading: Reading) -> bool:
    """Whether an effect is there though German verbs may not show it: an observation has one (REV-002)."""
    return reading.base == "de" and reading.passage.evidence


def _has_effect(reading: Reading, past: str) -> bool:
    signs = SIGNS[reading.base]
    without_dates = signs.date.sub(" ", past)
    if signs.number.search(without_dates) or signs.effect.search(without_dates):
        return True
    return reading.base == "en" and any(
        _others_acted(reading.clauses(index)) for index in range(len(reading.sentences))
    )


def _others_acted(clauses: Clauses) -> bool:
    """Whether somebody or something else did something in the past."""
    return any(
        is_past(token.text)
        and clauses.word(index - 1) not in AUXILIARIES | DEGREES
        and clauses.who(index) is Who.OTHER
        for index, token in enumerate(clauses.sentence.tokens)
    )
