"""What a rule is, and what it finds."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from alignkit.diagnostics import Place, Severity

    from .pages import Label, Sentence

Read = TypeVar("Read")
"""What a rule reads: a `Subject`, or the `Pages` made of its documents."""


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing a rule has found."""

    message: str
    """What is wrong."""
    path: str = ""
    """Where in the context; suppression by path looks at it."""
    place: Place | None = None
    """Where in a template; the place of `path` when there is none."""
    hint: str = ""
    """What to do."""
    severity: Severity | None = None
    """How much this one matters to everybody; the rule's own severity when None."""
    about: Sentence | Label | None = None
    """The text it is about; where the context has it belongs to the finding."""
    excess: int = 0
    """By how many words that text is too long; 0 where words are not counted."""
    said: str = ""
    """The word of that text which is wrong; empty where it is no single word."""
    beside: tuple[str, ...] = ()
    """Where else in the context it is about."""


@dataclass(frozen=True, slots=True)
class Rule(Generic[Read]):
    """A row of the table of rules."""

    code: str
    """Its code; the letters before the hyphen are its family."""
    severity: Severity
    """How much its findings matter; `severities` knows the readers to whom they matter more or less."""
    find: Callable[[Read], Iterator[Hit]]
    """Finds what breaks it."""
    is_for_all: bool = False
    """Whether it looks at every kind, whatever families that kind names."""

    @property
    def family(self) -> str:
        """The letters before the hyphen."""
        return self.code.partition("-")[0]
