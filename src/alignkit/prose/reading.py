"""A passage as the rules read it: folded text, sentences, clauses and quotations, each when needed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from .english import Clauses
from .folding import folded, lowered
from .german import GERMAN_RELATIONS, GermanClauses
from .people import anybody_of, person_of
from .relations import RELATIONS
from .sentences import sentence_spans
from .tokens import tokenise
from .unlisted_names import with_unlisted_names

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.diagnostics import Severity

    from .passage import Passage
    from .text_rules import TextRule, TextRules, WordList
    from .tokens import Sentence

_QUOTATION = re.compile(
    r"""(?P<before>(?:\b(?:a|an|too|is|are|was|were|be|so|very)\s+)?)(?P<said>"[^"]{3,400}?"|(?<!\w)'[^']{3,200}?'(?!\w))"""
)
_LEAST_QUOTED = 4
"""Words of a quotation that is somebody else's even after `is` or `a`."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Words a rule objects to."""

    start: int
    """Where they begin in the passage."""
    end: int
    """Where they end."""
    severity: Severity | None = None
    """How much they matter, where that differs from the rule."""
    message: str = ""
    """What is wrong; the reason of the rule when empty."""
    hint: str = ""
    """What to write; the cure of the rule when empty."""


@dataclass(frozen=True)
class Reading:
    """A passage, read by the rules of a language."""

    passage: Passage
    rules: TextRules
    is_of_anybody: bool = False
    """Whether everybody named, and he and she, count as the person, and names no list has are names."""
    _clauses: dict[int, Clauses] = field(default_factory=dict)

    @property
    def base(self) -> str:
        """The language without its region."""
        return re.split("[-_]", self.rules.language)[0].lower()

    @cached_property
    def text(self) -> str:
        """The text in one spelling, capitals as they were."""
        text = folded(self.passage, self.rules.first_names)
        return with_unlisted_names(text, self.base) if self.is_of_anybody else text

    @cached_property
    def of_anybody(self) -> Reading:
        """The same passage, read for whatever is said of anybody."""
        return Reading(self.passage, self.rules, is_of_anybody=True)

    @cached_property
    def low(self) -> str:
        """The text in one spelling and small letters."""
        return lowered(self.text)

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """Its sentences."""
        return tuple(tokenise(self.text, *span) for span in sentence_spans(self.text))

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Where others are quoted."""
        return tuple(
            match.span("said")
            for match in _QUOTATION.finditer(self.low)
            if len(match["said"].split()) >= (_LEAST_QUOTED if match["before"] else 2)
        )

    def is_quoted(self, start: int) -> bool:
        """Whether somebody else's words stand at a place."""
        return any(begin <= start < end for begin, end in self.quotations)

    def sentence_at(self, start: int) -> int:
        """The index of the sentence at a place."""
        return next((i for i, each in enumerate(self.sentences) if start < each.end), len(self.sentences) - 1)

    def sentence_text(self, index: int) -> str:
        """A sentence in one spelling and small letters."""
        sentence = self.sentences[index]
        return self.low[sentence.start : sentence.end]

    def clauses(self, index: int) -> Clauses:
        """The clauses of a sentence."""
        if index not in self._clauses:
            person = (anybody_of if self.is_of_anybody else person_of)(self.passage, self.low)
            self._clauses[index] = Clauses(self.sentences[index], person, self.rules.nouns)
        return self._clauses[index]

    def german_clauses(self, index: int) -> GermanClauses:
        """The clauses of a German sentence."""
        is_self = self.passage.purpose == "self"
        return GermanClauses(self.sentences[index], self.rules.nouns, is_self, self.passage.act)

    def hits(
        self, rule: TextRule, role: str = "hit", conditions: frozenset[str] | None = None
    ) -> Iterator[Hit]:
        """The words of the lists of a role that count, by place; of all conditions unless some are named."""
        lists = [words for words in rule.of(role) if conditions is None or words.when in conditions]
        found = [hit for words in lists for hit in self._found(rule, words)]
        if found and role == "hit" and rule.of("unless"):
            excused = {self.sentence_at(hit.start) for hit in self.hits(rule, "unless")}
            found = [hit for hit in found if self.sentence_at(hit.start) not in excused]
        end = -1
        for hit in sorted(found, key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= end:
                yield hit
                end = hit.end

    def _found(self, rule: TextRule, words: WordList) -> Iterator[Hit]:
        position = 0
        allowed: list[tuple[int, int]] | None = None
        while match := words.pattern.search(self.low, position):
            if allowed is None:
                allowed = self._allowed(rule)
            counts = (
                not self.is_quoted(match.start())
                and not any(start < match.end() and match.start() < end for start, end in allowed)
                and self._relates(words.when, *match.span())
            )
            position = match.end() if counts else match.start() + 1
            if counts:
                yield Hit(*match.span(), words.severity)

    def _allowed(self, rule: TextRule) -> list[tuple[int, int]]:
        """Where words of a rule are allowed, with names as marks and as they stand."""
        if rule.allowed is None:
            return []
        texts = dict.fromkeys((self.low, lowered(self.passage.text)))
        return [each.span() for text in texts for each in rule.allowed.finditer(text)]

    def _relates(self, when: str, start: int, end: int) -> bool:
        if when == "anywhere":
            return True
        number = self.sentence_at(start)
        sentence = self.sentences[number]
        first, last = sentence.index(start), sentence.index(end - 1)
        if self.base == "de":
            return GERMAN_RELATIONS[when](self.german_clauses(number), first, last)
        return RELATIONS[when](self.clauses(number), first, last)
