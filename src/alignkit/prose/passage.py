"""A paragraph of feedback, and what a rule finds in it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from alignkit.diagnostics import Place, Severity


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of feedback with what is known about it."""

    text: str
    """Its words."""
    place: Place | None = None
    """Where it begins."""
    purpose: str = ""
    """`recognise`, `develop`, `correct`, `goal`, `self` and so on; empty when unknown."""
    evidence: bool = False
    """Whether it is bound to an evidence id."""
    statement: bool = False
    """Whether it is a whole statement of a review, which has a shape to keep (REV-T10)."""
    person: str = ""
    """Who it is about: full or first name."""
    others: tuple[str, ...] = ()
    """Names of other people of the same file."""
    grammar: str = ""
    """Pronouns of the person: `f`, `m`, `n`, or empty when nobody said."""
    act: bool = False
    """Whether it says what the person did and leaves out who: `was on the phone`."""
    is_fact: bool = False
    """Whether it is a field of a review, which is about people whoever it names."""
    is_support: bool = False
    """Whether it says who helps, and may name them."""

    @property
    def is_composed(self) -> bool:
        """Whether its sentences were composed of the fields of an observation, a goal or a review."""
        return self.statement and self.evidence


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing a rule finds in a passage."""

    code: str
    """Code of the rule."""
    severity: Severity
    """How much it matters."""
    passage: Passage
    """Where it was found."""
    start: int
    """Where the words begin in the text of the passage."""
    end: int
    """Where they end."""
    words: str
    """The words as they stand in the text."""
    message: str
    """What is wrong with them, and who says so."""
    hint: str
    """What to write instead."""
