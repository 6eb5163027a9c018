"""Whether `everything` or `every` says how much of something is to be done rather than how somebody is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .english import Who
from .english_verbs import IRREGULAR
from .german_words import PREPOSITIONS
from .signs import SIGNS

if TYPE_CHECKING:
    from .german import GermanClauses
    from .reading import Hit, Reading

_FOLLOWED = re.compile(r"\s+(?:for|by|on time|in time|before|ready|the|that was|needed|from|at|to be)\b")
"""What follows `everything` where a task is told: `ordered everything for the fair`."""
_LONGEST_BEFORE = 400
"""Characters before an absolute among which its clause stands."""
_SUBJECT_BEFORE = re.compile(r"(?:^|[.;:!?,]|\b(?:and|but|that|because|when|if|with))\s*$")
_TALKING = re.compile(
    r"\b(?:interrupt|ignor|criticis|criticiz|blam|annoy|question|contradict|upset|offend)\w*\s*$"
)
_GERMAN_TALKING = re.compile(
    r"\b(?:unterbr[aeio]ch|unterbrich|kritisier|ignorier|nörgel|beschwer|bezweifel|hinterfrag|widersprech"
    r"|widersprach|kommentier|diskutier|blockier|stör|gestört|verpass|versäum|vergess|vergaß|verschlaf|verlier"
    r"|verlor|überzieh|überzog|scheu|vermeid|mied|hass)\w*"
)
"""Verbs of claims about somebody, in which `jede Sitzung` is no amount."""
_GERMAN_VERB_AT_END = re.compile(r"\w{3,}(?:en|ern|eln)$|^\w*ge\w+t$|\w{3,}iert$|^(?:be|ver|er|zer|ent)\w+t$")
"""An infinitive or a participle, as the last word of a clause."""


def is_amount(reading: Reading, hit: Hit) -> bool:
    """Whether an absolute is the amount of a task or of an act told, and no claim about the person."""
    if reading.base == "de":
        return _is_german_amount(reading, hit)
    if reading.passage.purpose == "goal":
        return True
    number = reading.sentence_at(hit.start)
    sentence = reading.sentences[number]
    before = reading.low[max(sentence.start, hit.start - _LONGEST_BEFORE) : hit.start]
    if _SUBJECT_BEFORE.search(before) or _TALKING.search(before):
        return False
    clauses = reading.clauses(number)
    first = sentence.index(hit.start)
    word = clauses.word(clauses.begin(first))
    is_told_to = word in IRREGULAR or SIGNS["en"].next_act.search(before) is not None
    is_told_to |= clauses.word(first - 2) == "to"
    if is_told_to and clauses.who(first) is not Who.OTHER:
        return True
    is_thing = clauses.word(first) == "everything"
    return is_thing and _FOLLOWED.match(reading.low, hit.end, sentence.end) is not None


def _is_german_amount(reading: Reading, hit: Hit) -> bool:
    """Whether `jede` stands before a thing something is done to: `jede Aktion auswerten`."""
    if reading.passage.purpose == "goal":
        return True
    clauses = reading.german_clauses(reading.sentence_at(hit.start))
    first = clauses.sentence.index(hit.start)
    noun = clauses.noun_after(first)
    if noun is None or clauses.word(noun) in reading.rules.nouns.people:
        return False
    if clauses.word(first - 1) in PREPOSITIONS:
        return clauses.word(first - 1) not in ("in", "bei")
    return clauses.word(first) not in ("jeder", "in") and _is_german_task(clauses, first)


def _is_german_task(clauses: GermanClauses, first: int) -> bool:
    """Whether the clause around a word tells something to do, or done, of the person or of nobody."""
    begin, end = clauses.segment(first)
    words = [clauses.word(each) for each in range(begin, end)]
    said = " ".join(words)
    if clauses.who(first) is Who.OTHER or _GERMAN_TALKING.search(said):
        return False
    last = next((word for word in reversed(words) if word[:1].isalpha()), "")
    is_asked = begin < first and clauses.word(begin + 1) == "sie" and words[0].endswith("en")
    is_told = SIGNS["de"].next_act.search(said) is not None or _GERMAN_VERB_AT_END.search(last) is not None
    return is_asked or (is_told and not clauses.is_noun(end - 1))
