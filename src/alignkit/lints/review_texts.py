"""The text rules applied to reviews: to what a user wrote, and to what was composed with it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from alignkit.context.answers import links_of
from alignkit.context.stakeholders import first_name
from alignkit.diagnostics import Severity
from alignkit.phrases import cell_in
from alignkit.prose import Passage, findings

from .review_reading import cycle_of, says_nothing
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from alignkit.context.people import Evidence, Review
    from alignkit.prose import Finding

    from .subject import Subject

_OF_PARAGRAPHS = frozenset(("REV-T13", "REV-T14", "REV-T17", "REV-T20"))
"""Rules that weigh the sentences of a paragraph; a field is none."""
_NEXT_ACT = "REV-T06"
"""The rule that forgives what is followed by a next act."""
_HARD_TO_READ = "REV-T20"
"""The rule whose cure in a composed sentence is not the writer's to split it."""
_SHORTEN = "shorten the facts in it, or choose another phrase with `pins`"
_FIELDS = ("situation", "behaviour", "impact")


class _Written(NamedTuple):
    """A passage with where its words are written."""

    passage: Passage
    path: str
    """Where a finding belongs whose words stand in none of the fields."""
    fields: Mapping[str, str] = {}
    """Texts of the user in it, by where they stand."""
    prefix: str = ""
    """What a message about the whole begins with."""
    is_answered: bool = False
    """Whether a next goal with a measure and a day answers it."""
    is_own: bool = False
    """Whether somebody speaks of themselves."""


def text_hits(subject: Subject) -> Iterator[tuple[str, Severity, Hit]]:
    """What the text rules find in reviews: code, severity, and the field of the people file it is about.

    The comment of the person reviewed is theirs and is not judged; what they say in a self-review is noted.
    """
    rules = subject.wording.text_rules
    if rules is None:
        return
    told: set[tuple[str, str]] = set()
    for path, review in subject.reviews():
        for each in _Texts(subject, path, review).written():
            for found in findings([each.passage], rules):
                at = _field_of(found, each)
                if not _is_said_elsewhere(found, each) and (found.code, at) not in told:
                    told.add((found.code, at))
                    severity = Severity.INFO if each.is_own else found.severity
                    message = found.message if at in each.fields else f"{each.prefix}{found.message}"
                    hint = _SHORTEN if found.code == _HARD_TO_READ and at == each.path else found.hint
                    yield found.code, severity, Hit(message, at, hint=hint, severity=severity)


def _is_said_elsewhere(found: Finding, written: _Written) -> bool:
    """Whether a paragraph tells it, or another field answers it."""
    if found.code == _NEXT_ACT:
        return written.is_answered
    return found.code in _OF_PARAGRAPHS and not written.passage.statement


def _field_of(found: Finding, written: _Written) -> str:
    """The field the words of a finding are from."""
    words = found.words.casefold()
    return next((at for at, text in written.fields.items() if words in text.casefold()), written.path)


@dataclass(frozen=True, slots=True)
class _Texts:
    """Everything there is to read in a review."""

    subject: Subject
    path: str
    review: Review

    def written(self) -> Iterator[_Written]:
        """The fields first, so that what is found in one is told of it, then what was composed."""
        yield from self._fields()
        yield from self._statements()

    def _fields(self) -> Iterator[_Written]:
        links = links_of(self.review)
        for each in self.review.evidence:
            purpose = self._purpose(each)
            is_answered = _is_measured(links[each.id].goal)
            for name in _FIELDS:
                at, text = f"evidence.{each.id}.{name}", getattr(each, name)
                is_act = name == "behaviour"
                yield self._field(at, text, purpose, evidence=True, is_answered=is_answered, is_act=is_act)
        ids = [re.escape(each.id) for each in self.review.evidence]
        cites = bool(ids and re.search(rf"\b(?:{'|'.join(ids)})\b", self.review.why))
        yield self._field("why", self.review.why, "summarise", evidence=cites)
        for index, done in enumerate(self.review.goals):
            yield self._field(f"goals[{index}].text", done.text, "goal")
            yield self._field(f"goals[{index}].note", done.note, "")
        for index, goal in enumerate(self.review.next_goals):
            is_answered = _is_measured((index, goal))
            yield self._field(f"next_goals[{index}].text", goal.text, "goal", is_answered=is_answered)
            yield self._field(f"next_goals[{index}].measure", goal.measure, "goal", is_answered=is_answered)
        for index, support in enumerate(self.review.support):
            yield self._field(f"support[{index}].text", support.text, "goal", is_support=True)

    def _field(
        self,
        at: str,
        text: str,
        purpose: str,
        *,
        evidence: bool = False,
        is_answered: bool = False,
        is_act: bool = False,
        is_support: bool = False,
    ) -> _Written:
        path = f"{self.path}.{at}"
        text = "" if says_nothing(text) else text
        passage = replace(
            self._passage(text, purpose, evidence=evidence, statement=False),
            act=is_act,
            is_fact=True,
            is_support=is_support,
        )
        return _Written(passage, path, {path: text}, is_answered=is_answered, is_own=self._is_own)

    def _statements(self) -> Iterator[_Written]:
        said = dict(self.subject.wording.said)
        links = links_of(self.review)
        for each in self.review.evidence:
            at = f"{self.path}.evidence.{each.id}"
            whole = " ".join(said[key] for key in (at, f"{at}.ending") if said.get(key))
            fields = {f"{at}.{name}": getattr(each, name) for name in _FIELDS}
            if goal := links[each.id].goal:
                fields |= self._goal(goal[0])
            prefix = f"`{each.id}` of `{self.review.person}`: "
            yield self._statement(whole, at, self._purpose(each), fields, prefix)
        if summary := said.get(f"{self.path}.summary"):
            prefix = f"the summary of `{self.review.person}`: "
            yield self._statement(summary, self.path, "summarise", {}, prefix)
        for index, _ in enumerate(self.review.next_goals):
            at = f"{self.path}.next_goals[{index}]"
            prefix = f"the next goal of `{self.review.person}`: "
            yield self._statement(said.get(at, ""), at, "goal", self._goal(index), prefix)

    def _goal(self, index: int) -> dict[str, str]:
        goal, at = self.review.next_goals[index], f"{self.path}.next_goals[{index}]"
        return {f"{at}.text": goal.text, f"{at}.measure": goal.measure}

    def _statement(
        self, text: str, path: str, purpose: str, fields: Mapping[str, str], prefix: str
    ) -> _Written:
        passage = self._passage(text, purpose, evidence=True, statement=True)
        return _Written(passage, path, fields, prefix, is_own=self._is_own)

    def _passage(self, text: str, purpose: str, *, evidence: bool, statement: bool) -> Passage:
        person = self.subject.person(self.review.person)
        return Passage(
            text,
            purpose=purpose,
            evidence=evidence,
            statement=statement and bool(text),
            person=person.name if person else self.review.person,
            others=tuple(self._others()),
            grammar=self.review.grammar or "",
        )

    @property
    def _is_own(self) -> bool:
        return self.review.form == "self"

    def _purpose(self, evidence: Evidence) -> str:
        if self.review.form in ("self", "peer", "upward"):
            return self.review.form
        cycle = cycle_of(self.subject)
        return cell_in(evidence, self.review, cycle, self.subject.wording.book)[1] if cycle else ""

    def _others(self) -> Iterable[str]:
        """The names of everybody else who is reviewed; the one who writes may say `I` or be named."""
        own = (self.review.person, self.review.reviewer)
        reviewed = {each.person for _, each in self.subject.all_reviews()} - set(own)
        people = [each for each in self.subject.context.stakeholders if each.id in reviewed]
        return dict.fromkeys(name for each in people for name in (each.name, first_name(each.name)))


def _is_measured(goal: tuple[int, object] | None) -> bool:
    return goal is not None and not says_nothing(str(getattr(goal[1], "measure", "")))
