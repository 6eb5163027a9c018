"""What each text rule looks for in a passage."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .amounts import is_amount
from .comparing import compares_people
from .english import Who
from .english_verbs import is_past
from .folding import NAMES, OTHER
from .leftovers import leftovers
from .lexicon import lexicon
from .next_acts import has_next_act
from .people import is_of_whom_it_names
from .readability import hard_to_read
from .reading import Hit
from .shape import GROWTH, lacks
from .signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .reading import Reading
    from .text_rules import TextRule

_BUT = {
    "en": re.compile(r"\b(?:but|however|although|though|yet|still|only|except|unfortunately|nevertheless)\b"),
    "de": re.compile(r"\b(?:aber|allerdings|jedoch|dennoch|trotzdem|leider|nur|obwohl)\b"),
}

_NO_NAME = "write `a colleague`: their name belongs into their own file"

_QUANTITY = {
    "en": re.compile(r"(?:in )?(?:every|each|all|any)(?! single)(?:\b|thing|one|body)(?! (?:single )?time)"),
    "de": re.compile(r"(?:in )?jede[nrsm]?\b(?! mal)|alle[nrsm]?\b|sämtlich"),
}
"""Absolutes that are an amount where something is done to it: `order everything`."""


_OF_THINGS_TOO = lexicon(
    """
    aged vibrant attractive pretty beautiful exotic sexy energetic weight generation operation body looks
    figure hair dress transition single trans youthful appearance origin race union separation accident
    condition clothes outfit outfits handsome mature old-fashioned old-school temple church god lent
    star stars hit gift talent ace natural
    """
)
"""Words that are said of a product, a place or a company as well."""
_ONLY_OF_PEOPLE = dict.fromkeys(("REV-T01", "REV-T02"), frozenset(("human", "names")))
"""By rule, conditions of words that nobody says of a product or a place."""
_SOMEBODY = re.compile(rf"[{NAMES}]|\b(?:you|your|he|she|his|her|him)\b")


def listed(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """The words of the rule, wherever they count."""
    found = list(reading.hits(rule))
    yield from found
    conditions = _ONLY_OF_PEOPLE.get(rule.code)
    if conditions is None or not is_of_whom_it_names(reading.passage, reading.low):
        return
    for hit in reading.of_anybody.hits(rule, conditions=conditions):
        is_told = any(hit.start < each.end and each.start < hit.end for each in found)
        if not is_told and reading.low[hit.start : hit.end] not in _OF_THINGS_TOO:
            yield hit


def protected(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """What is protected or private of anybody: the person, who is named, `he` or `she` (REV-T11)."""
    anybody = reading.of_anybody
    for hit in anybody.hits(rule):
        words = anybody.low[hit.start : hit.end]
        if words in _OF_THINGS_TOO and _rests_on_unlisted_name(reading, hit):
            continue
        yield hit


def _rests_on_unlisted_name(reading: Reading, hit: Hit) -> bool:
    """Whether the sentence has a name that no list has, and nothing else that stands for somebody."""
    number = reading.sentence_at(hit.start)
    if reading.sentence_text(number) == reading.of_anybody.sentence_text(number):
        return False
    return not _SOMEBODY.search(reading.sentence_text(number))


def without_number(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Its words in sentences that give no number (REV-T03)."""
    for hit in reading.hits(rule):
        if not any(c.isdigit() for c in reading.sentence_text(reading.sentence_at(hit.start))):
            yield hit


def absolutes(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Absolutes that claim how somebody is or acts; `every` in a task says how much (REV-T04)."""
    for hit in reading.hits(rule):
        if not _QUANTITY[reading.base].match(reading.low[hit.start : hit.end]) or not is_amount(reading, hit):
            yield hit


def unproven(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Praise; it weighs less where the paragraph is bound to evidence (REV-T05)."""
    severity = Severity.WARN if reading.passage.evidence else None
    for hit in reading.hits(rule):
        yield Hit(hit.start, hit.end, severity or hit.severity)


def without_next_act(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Criticism in a passage that names no next act with a measure or a date (REV-T06)."""
    end = -2
    for hit in reading.hits(rule):
        if hit.start > end + 1 and not has_next_act(reading, hit.start, hit.end):
            yield hit
        end = hit.end


def too_often(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Hedges: one in a hundred words begun is free, none where something is corrected (REV-T07)."""
    hits = list(reading.hits(rule))
    if not hits:
        return
    words = sum(sentence.words for sentence in reading.sentences)
    free = 0 if reading.passage.purpose == "correct" else -(-words // 100)
    if len(hits) > free:
        yield from hits


def comparisons(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Comparisons with colleagues, and other people's names (REV-T09)."""
    if reading.passage.is_support:
        return
    found = [hit for hit in reading.of_anybody.hits(rule) if _is_of_people(reading, hit)]
    yield from found
    for match in re.finditer(f"{OTHER}+", reading.low):
        if not any(hit.start <= match.start() < hit.end for hit in found):
            words = reading.passage.text[match.start() : match.end()]
            message = f"`{words}` is another person of this cycle"
            yield Hit(*match.span(), None, message, _NO_NAME)


def _is_of_people(reading: Reading, hit: Hit) -> bool:
    """Whether people are compared; of names that no list has only the rest of the sentence can tell."""
    anybody = reading.of_anybody
    if reading.low[hit.start : hit.end] == anybody.low[hit.start : hit.end]:
        return True
    number = reading.sentence_at(hit.start)
    if reading.base == "de":
        clauses = anybody.german_clauses(number)
        return clauses.who(clauses.sentence.index(hit.start)) is not Who.OTHER
    return compares_people(anybody.clauses(number), hit.start, hit.end)


def misshapen(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """A whole statement that does not say when, what, with what effect, and what is next (REV-T10)."""
    if not reading.passage.statement or not reading.sentences:
        return
    missing = lacks(reading)
    if missing:
        first = reading.sentences[0]
        said = f"{', '.join(missing[:-1])} and {missing[-1]}" if len(missing) > 1 else missing[0]
        yield Hit(first.start, reading.sentences[-1].end, None, f"the statement lacks {said}")


def _is_done(reading: Reading, hit: Hit) -> bool:
    """Whether a verb says that something was done rather than what it was done for."""
    if reading.base != "en":
        return True
    words = reading.low[hit.start : hit.end].split()
    before = reading.low[: hit.start].split()[-1:]
    return (is_past(words[0]) or len(words) > 1) and before not in (["to"], ["the"], ["a"])


def effort_without_outcome(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """At least two words about effort, and fewer about what came of it (REV-T13)."""
    effort = list(reading.hits(rule, "effort"))
    signs = SIGNS[reading.base]
    outcomes = sum(_is_done(reading, hit) for hit in reading.hits(rule, "outcome")) + sum(
        any(c.isdigit() for c in signs.date.sub(" ", reading.sentence_text(index)))
        for index in range(len(reading.sentences))
    )
    if len(effort) >= 2 and len(effort) > outcomes:
        yield effort[0]


def shared_credit(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """At least two words that share the credit, and none that says what the person owned (REV-T14)."""
    shared = list(reading.hits(rule, "shared"))
    if len(shared) >= 2 and not any(_is_done(reading, hit) for hit in reading.hits(rule, "owned")):
        yield shared[0]


def sandwich(reading: Reading, rule: TextRule) -> Iterator[Hit]:
    """Growth that begins and ends with praise (REV-T17)."""
    count = len(reading.sentences)
    if reading.passage.purpose not in GROWTH or count < 2:
        return
    praised = {reading.sentence_at(hit.start) for hit in reading.hits(rule, "praise")}
    if {0, count - 1} <= praised and (count > 2 or _BUT[reading.base].search(reading.low)):
        last = reading.sentences[-1]
        yield Hit(last.start, last.end)


CHECKS: dict[str, Callable[[Reading, TextRule], Iterator[Hit]]] = {
    "REV-T01": listed,
    "REV-T02": listed,
    "REV-T03": without_number,
    "REV-T04": absolutes,
    "REV-T05": unproven,
    "REV-T06": without_next_act,
    "REV-T07": too_often,
    "REV-T08": listed,
    "REV-T09": comparisons,
    "REV-T10": misshapen,
    "REV-T11": protected,
    "REV-T12": listed,
    "REV-T13": effort_without_outcome,
    "REV-T14": shared_credit,
    "REV-T15": listed,
    "REV-T16": listed,
    "REV-T17": sandwich,
    "REV-T18": leftovers,
    "REV-T19": listed,
    "REV-T20": hard_to_read,
    "DE-CODE": listed,
}
"""The check of each rule."""
