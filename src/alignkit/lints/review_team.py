"""REV rules that compare the people of a file: nobody is told in another's words, or with half the care."""

from __future__ import annotations

import re
from itertools import combinations
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

from alignkit.diagnostics import Severity

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from alignkit.context.people import Review

    from .pages import Page, Pages
    from .subject import Subject

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_SHINGLE_WORDS = 3
_SAME, _LIKE = 0.35, 0.25
"""Similarity of two texts from which it is an error, and from which it is worth a look."""
_LEAST_SHINGLES = 5
"""Two shorter texts are alike by chance."""
_LEAST_COPIED = 3
"""Groups of three words from which a text is no set phrase."""
_LEAST_REVIEWS = 3
"""A team of two has no middle."""
_NUMBER = re.compile(
    r"\d|\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|dozen|half|halved|doubled?|twice|tripled?"
    r"|zero|quarter|third|hundred|thousand|million|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn|elf|zwölf|halb"
    r"|hälfte|halbiert|doppelt|verdoppelt|hundert|tausend)\b",
    re.IGNORECASE,
)

Shingles = frozenset[tuple[str, ...]]
"""Every three words of a text that stand beside each other."""


class _Told(NamedTuple):
    """What is told of a person."""

    person: str
    path: str
    texts: Mapping[str, Shingles]
    """The shingles of each text by where it stands."""

    @property
    def whole(self) -> Shingles:
        return frozenset[tuple[str, ...]]().union(*self.texts.values())


def people_have_their_own_words(subject: Subject) -> Iterator[Hit]:
    """Two people whose free text is alike (REV-008)."""
    names = _names(subject)
    asked = {path for path, _ in subject.reviews()}
    for form in ("review", "agency", "peer", "upward", "self"):
        entries = [
            _Told(review.person, path, {at: _shingles(text, names) for at, text in _free_text(review)})
            for path, review in subject.all_reviews()
            if review.form == form
        ]
        for one, other in combinations(entries, 2):
            if {one.path, other.path} & asked:
                yield from _alike(one, other, subject, "what you wrote of them")
                yield from _copied(one, other)


def _copied(one: _Told, other: _Told) -> Iterator[Hit]:
    """A text of one person that stands with another too, word for word."""
    if one.person == other.person:
        return
    known = {shingles: at for at, shingles in one.texts.items() if len(shingles) >= _LEAST_COPIED}
    for at, shingles in other.texts.items():
        if shingles in known:
            message = f"`{one.person}` and `{other.person}` are told in the same words:"
            message += f" `{known[shingles]}` of the one is `{at}` of the other"
            hint = "write for each of them what only this person did and what came of it"
            yield Hit(message, f"{other.path}.{at}", hint=hint)


def _free_text(review: Review) -> Iterator[tuple[str, str]]:
    """What is written of a person in the reviewer's own words, with where it stands."""
    for each in review.evidence:
        yield f"evidence.{each.id}.behaviour", each.behaviour
        yield f"evidence.{each.id}.impact", each.impact
    for index, goal in enumerate(review.goals):
        yield f"goals[{index}].note", goal.note
    yield "why", review.why


def reviews_have_their_own_words(pages: Pages) -> Iterator[Hit]:
    """Two people whose written reviews are alike (REV-008)."""
    subject = pages.subject
    if subject.mode != "review":
        return
    names, known = _names(subject), dict(subject.all_reviews())
    told = [
        _Told(known[path].person, path, {"": _page_shingles(page, names)})
        for page in pages.documents
        if (path := subject.made_for.get(page.name, "")) in known
    ]
    for one, other in combinations(told, 2):
        yield from _alike(one, other, subject, "their reviews")


def _page_shingles(page: Page, names: frozenset[str]) -> Shingles:
    """Those of the running text; headings, tables and the control block are everybody's."""
    return frozenset[tuple[str, ...]]().union(*(_shingles(each.text, names) for each in page.paragraphs))


def _alike(one: _Told, other: _Told, subject: Subject, what: str) -> Iterator[Hit]:
    shared, every = one.whole & other.whole, one.whole | other.whole
    if one.person == other.person or min(len(one.whole), len(other.whole)) < _LEAST_SHINGLES:
        return
    if len(shared) < _LIKE * len(every):
        return
    severity = Severity.ERROR if len(shared) >= _SAME * len(every) else Severity.WARN
    percent = subject.number(100 * len(shared) // len(every))
    message = f"`{one.person}` and `{other.person}` are told in the same words:"
    message += f" {percent}% of the groups of three words in {what} are the same"
    at = max(other.texts, key=lambda each: len(other.texts[each] & shared))
    hint = "write for each of them what only this person did and what came of it"
    yield Hit(message, f"{other.path}.{at}" if at else other.path, hint=hint, severity=severity)


def _names(subject: Subject) -> frozenset[str]:
    """Every part of a name: a text is the same text about somebody else."""
    return frozenset(
        part for person in subject.context.stakeholders for part in _WORD.findall(person.name.casefold())
    )


def _shingles(text: str, names: frozenset[str]) -> Shingles:
    words = [word for word in _WORD.findall(text.casefold().replace("’", "'")) if word not in names]
    return frozenset(
        tuple(words[index : index + _SHINGLE_WORDS]) for index in range(len(words) - _SHINGLE_WORDS + 1)
    )


_CARE: tuple[tuple[str, str, Callable[[Review], int]], ...] = (
    ("observation", "observations", lambda review: len(review.evidence)),
    ("impact with a number", "impacts with a number", lambda review: sum(_quantified(review))),
    ("next step", "next steps", lambda review: len(review.next_goals)),
)
"""What care can be counted by; who the people are plays no part."""


def care_is_even(subject: Subject) -> Iterator[Hit]:
    """People with less than half of what the middle of the team gets (REV-011)."""
    team = [(path, review) for path, review in subject.all_reviews() if review.form == "review"]
    if len(team) < _LEAST_REVIEWS:
        return
    asked = {path for path, _ in subject.reviews()}
    for one, several, count in _CARE:
        middle = median(count(review) for _, review in team)
        for path, review in team:
            found = count(review)
            if path in asked and 2 * found < middle:
                has = f"{found or 'no'} {one if found == 1 else several}"
                message = f"`{review.person}` has {has}, less than half of the team's median of {middle:g}"
                hint = "look for what you have not written down, so that everybody gets the same care"
                yield Hit(message, path, hint=hint)


def _quantified(review: Review) -> Iterable[bool]:
    return (bool(_NUMBER.search(each.impact) or (each.from_ and each.to)) for each in review.evidence)
