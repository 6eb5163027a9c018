"""The facts of a review as fillings of slots; every one of them keeps where it is written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.draft import Cited, Joined, Styled
from alignkit.phrases import PLACING
from alignkit.prose.english_verbs import is_past
from alignkit.prose.lexicon import lexicon

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.context.answers import Links
    from alignkit.context.people import Evidence, NextGoal, Review, SupportGiven
    from alignkit.context.whole import Context
    from alignkit.phrases import Filling

_LOWERED = lexicon(
    """
    a an the one two three four five six seven eight nine ten half each every monthly weekly daily quarterly
    regular more fewer less no our my your some access time help coaching training feedback
    """
)
"""Words that begin a noun phrase and are no names."""
_ARTICLES = lexicon("a an the my our your his her its their this that these those each every")
"""Words by which a noun can stand without its preposition too."""
_SUBJECTS = lexicon("i we you he she it they nobody everybody somebody nothing everything both all")
"""Words other than articles that begin an effect."""
_VERBS = {"haben": {"Sie": "haben", "du": "hast", "1": "habe", "3": "hat"},
          "sein": {"Sie": "sind", "du": "bist", "1": "bin", "3": "ist"}}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Facts:
    """Fillings of one review."""

    context: Context
    """Names and objectives are from here."""
    review: Review
    """Whose facts."""
    path: str
    """Where the review is written, such as `people.reviews[0]`."""
    language: str
    """Language of the sentences, such as `en`."""
    names: Mapping[str, str]
    """What others call everybody, by id."""
    goals_met: Joined
    """How many goals were met, in words; empty without goals."""
    period: Joined
    """What the period is called; empty in a language without words for it."""

    def of(self, evidence: Evidence | None, links: Links, manner: str) -> dict[str, Filling]:
        """What slots can say of an observation, of what answers it, and of the two people.

        Args:
            evidence: the observation; None for what is about the whole review.
            links: what answers it.
            manner: `Sie`, `du`, or the grammatical person, for the German verb.

        """
        facts = dict(self._about_both())
        if evidence is not None:
            facts |= self._observed(evidence, manner)
        if links.goal:
            facts |= self._goal(*links.goal)
        if links.support:
            facts |= self._support(*links.support)
        return {name: value for name, value in facts.items() if value}

    def _about_both(self) -> Iterator[tuple[str, Filling]]:
        yield "person", (self.names.get(self.review.person, self.review.person),)
        yield "reviewer", (self.names.get(self.review.reviewer, self.review.reviewer),)
        if self.goals_met:
            yield "goals_met", self.goals_met
        if self.period:
            yield "period", self.period
        growth = [each for each in self.review.evidence if each.valence == "development"]
        event, _ = event_of(growth[0].situation, self.language) if growth else ("", "")
        if event:
            yield "growth", self._cited(event, f"evidence.{growth[0].id}.situation")

    def _observed(self, evidence: Evidence, manner: str) -> dict[str, Filling]:
        at = f"evidence.{evidence.id}"
        facts: dict[str, Filling] = {
            name: self._cited(self._begun_small(getattr(evidence, name)), f"{at}.{name}")
            for name in ("behaviour", "impact")
        }
        event, occasion = event_of(evidence.situation, self.language)
        if event:
            facts["situation"] = self._cited(event, f"{at}.situation")
        facts["occasion"] = self._cited(occasion, f"{at}.situation")
        facts["date"] = Joined((Styled(evidence.date, "day"),))
        if evidence.raised_on:
            facts["raised_on"] = Joined((Styled(evidence.raised_on, "day"),))
        if source := self.context.sources.get(evidence.source or ""):
            facts["source"] = (source.name,)
        for name, text in (("metric", evidence.metric), ("from", evidence.from_), ("to", evidence.to)):
            if text:
                facts[name] = self._cited(text, f"{at}.{name}")
        if self.language == "de":
            facts["haben"] = _VERBS[evidence.auxiliary][manner]
        return facts

    def _goal(self, index: int, goal: NextGoal) -> dict[str, Filling]:
        at = f"next_goals[{index}]"
        facts: dict[str, Filling] = {
            "goal": self._cited(self._inside(goal.text, is_verb=True), f"{at}.text"),
            "measure": self._cited(self._inside(goal.measure), f"{at}.measure"),
            "due": Joined((Styled(goal.due, "day"),)),
        }
        objective = next((each for each in self.context.objectives if each.id == goal.objective), None)
        if objective:
            facts["objective"] = Cited(_closed(objective.statement), f"objectives.{objective.id}.statement")
        return facts

    def _support(self, index: int, support: SupportGiven) -> dict[str, Filling]:
        at = f"support[{index}]"
        facts: dict[str, Filling] = {
            "support": self._cited(self._inside(support.text), f"{at}.text"),
            "support_due": Joined((Styled(support.due, "day"),)),
        }
        if support.owner != self.review.reviewer:  # nobody writes about themselves by their first name
            facts["supporter"] = (self.names.get(support.owner, support.owner),)
        return facts

    def _begun_small(self, text: str) -> str:
        """An act or effect as it stands inside a sentence, though somebody began it with a capital."""
        first, _, rest = text.strip().partition(" ")
        low = first.lower()
        if self.language != "en" or not (low in _ARTICLES | _SUBJECTS or is_past(low)):
            return text
        return text if first == "I" else f"{low} {rest}".strip()

    def _cited(self, text: str, at: str) -> Cited:
        return Cited(_closed(text), f"{self.path}.{at}")

    def _inside(self, text: str, *, is_verb: bool = False) -> str:
        """A text as it stands inside a sentence: an English verb or article begins small, a name does not."""
        first, _, rest = text.strip().partition(" ")
        if self.language != "en" or not re.fullmatch(r"[A-Z][a-z'’-]*,?", first):
            return text
        small = first.lower().rstrip(",") in _LOWERED or (is_verb and not rest[:1].isupper())
        return f"{first.lower()} {rest}".strip() if small else text


def event_of(situation: str, language: str) -> tuple[str, str]:
    """Where something was seen, as a noun and with its preposition; in German the same text twice.

    No noun where it cannot stand without its preposition: `at sea`.
    """
    text = _closed(situation)
    if language != "en" or not text:
        return text, text
    first, _, rest = text.partition(" ")
    if first.lower() in _ARTICLES:
        text = f"{first.lower()} {rest}"
    elif rest and first.lower() in PLACING:
        is_noun = rest.partition(" ")[0] in _ARTICLES or not rest[:1].islower()
        return (rest if is_noun else ""), f"{first.lower()} {rest}"
    return text, f"in {text}"


def _closed(text: str) -> str:
    """A text without the full stop the sentence around it brings."""
    return " ".join(text.split()).rstrip(".").rstrip()


def with_phrase(facts: Mapping[str, Filling], phrase: str) -> dict[str, Filling]:
    """The fillings as they stand in a sentence of a record."""
    return {
        name: Cited(value.text, value.key, phrase) if isinstance(value, Cited) else value
        for name, value in facts.items()
    }
