"""What rules look at: a context with its figures, the kind, the reader, and the documents made of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignkit.context.stakeholders import heard_as
from alignkit.formats import Formats, conventions
from alignkit.phrases import PhraseBook

if TYPE_CHECKING:
    from collections.abc import Mapping
    from decimal import Decimal

    from alignkit.context.issues import Issue
    from alignkit.context.people import Review
    from alignkit.context.stakeholders import Stakeholder
    from alignkit.context.whole import Context
    from alignkit.model.document import Document
    from alignkit.model.message import Message
    from alignkit.prose import TextRules
    from alignkit.values import Figure


@dataclass(frozen=True, slots=True)
class Wording:
    """What rules of reviews know of a language, and of what was composed in it."""

    book: PhraseBook = field(default_factory=lambda: PhraseBook("en"))
    """Its phrases and competencies."""
    text_rules: TextRules | None = None
    """Its rules of text; None where nobody has written any."""
    said: tuple[tuple[str, str], ...] = ()
    """What was composed of each part of the people file: path and text."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Everything the rules of one kind may ask about."""

    kind: str
    """Name of the kind; empty when a context is checked by itself."""
    families: tuple[str, ...]
    """Families of rules that apply; GEN always does."""
    context: Context
    """The checked context."""
    figures: Mapping[str, Figure]
    """Every figure by key."""
    audience: str = ""
    """Who it is written for: `cfo`, `team`; empty for nobody in particular."""
    documents: tuple[tuple[str, Document | Message], ...] = ()
    """What was made, each with its name."""
    decks: frozenset[str] = frozenset()
    """Names of the documents that are decks."""
    issue_id: str = ""
    """The issue it was made for; empty when it is about the whole context."""
    mode: str = ""
    """The situation it is written for: `defend`; empty where a kind has one."""
    wording: Wording = field(default_factory=Wording)
    """What is known of the language of reviews."""
    may_name_reviews: bool = False
    """Whether its kind is about people: no other may show what a review says."""
    made_for: Mapping[str, str] = field(default_factory=dict)
    """The review each document was made for, by its path; empty for other kinds."""
    is_packaged: bool = False
    """Whether its template comes with alignkit, so that its reader writes the context alone."""

    @property
    def record(self) -> str:
        """The path of the record it was made for; empty when it is about the whole context."""
        if self.issue_id:
            return f"issues.{self.issue_id}"
        return next(iter(self.made_for.values()), "") if len(set(self.made_for.values())) == 1 else ""

    def concerns(self, *families: str) -> bool:
        """Whether rules of any of these families apply."""
        return any(family in self.families for family in families)

    def issues(self) -> tuple[tuple[str, Issue], ...]:
        """The issues it is about, each with its path."""
        issues = self.context.issues_by_id
        found = (issues[self.issue_id],) if self.issue_id else self.context.issues
        return tuple((f"issues.{issue.id}", issue) for issue in found)

    def reviews(self) -> tuple[tuple[str, Review], ...]:
        """The reviews it is about, each with its path."""
        found = self.all_reviews()
        return tuple(each for each in found if each[0] in self.made_for.values()) if self.made_for else found

    def all_reviews(self) -> tuple[tuple[str, Review], ...]:
        """Every review of the people file, each with its path."""
        people = self.context.people
        return tuple(
            (f"people.reviews[{index}]", each) for index, each in enumerate(people.reviews if people else ())
        )

    def person(self, identity: str) -> Stakeholder | None:
        """The stakeholder of that id."""
        return next((each for each in self.context.stakeholders if each.id == identity), None)

    def listener(self) -> Stakeholder | None:
        """Who hears it: the decider if the audience fits or none is named, else the first of the audience."""
        budget = self.context.budget
        decider = self.person(budget.decision.from_) if budget else None
        if decider and self.audience in ("", decider.audience):
            return decider
        people = self.context.stakeholders
        return next((one for each in heard_as(self.audience) for one in people if one.audience == each), None)

    def amount(self, key: str) -> Decimal | None:
        """The number of a figure; None when there is none."""
        figure = self.figures.get(key)
        return None if figure is None or figure.is_na else figure.amount

    def shown(self, key: str) -> str:
        """A figure as a message names it."""
        return self._formats().figure(self.figures[key])

    def money(self, value: Decimal) -> str:
        """An amount of the company's currency as a message names it."""
        return self._formats().money(value, self.context.company.currency, "exact")

    def number(self, value: Decimal | int) -> str:
        """A plain number as a message names it."""
        return self._formats().number(value)

    def times(self, value: Decimal) -> str:
        """A multiple as a message names it."""
        return f"{self._formats().number(value, 2)}x"

    def percent(self, value: Decimal) -> str:
        """A share as a message names it."""
        return f"{self._formats().number(value * 100, 1)}%"

    def _formats(self) -> Formats:
        meta = self.context.meta
        return Formats(conventions(meta.locale, "en"), meta.as_of, "en")
