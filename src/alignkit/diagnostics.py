"""What can be said about an input: places, severities, diagnostics and the report that collects them.

Stages never raise for bad input and never print. They add diagnostics to the report that travels beside
them; only the command line turns a report into text and an exit code.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Severity(StrEnum):
    """How much a problem matters; `ERROR` can block, the others never do by themselves."""

    ERROR = "error"
    WARN = "warn"
    INFO = "info"


@dataclass(frozen=True, slots=True)
class Place:
    """A position a person can open: file, line and column (both from 1), and the key path if there is one."""

    file: str
    """The file as the user named it."""
    line: int
    """Line, from 1."""
    column: int = 1
    """Column, from 1."""
    path: str = ""
    """Key path in the context, such as `budget.tiers[2].total`; empty for templates."""

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem: what is wrong, where, and what to do about it."""

    code: str
    """Stable code such as `YAML-004` or `BUD-016`; `docs/diagnostics.md` has a paragraph for each."""
    severity: Severity
    """How much it matters."""
    message: str
    """Lower case, no full stop, the user's own words in backticks."""
    place: Place | None = None
    """Where, in the context or in a template."""
    hint: str = ""
    """What to do, beginning with a verb; may be empty."""
    related: tuple[Place, ...] = ()
    """Other places that belong to it, such as the first of two duplicate keys."""
    blocks: bool = False
    """Whether it blocks in every status: the input is broken, not merely unwise."""


@dataclass(slots=True)
class Report:
    """The diagnostics of one run, in the order they were found."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    """All of them; an identical diagnostic is kept once."""
    _known: set[Diagnostic] = field(default_factory=set, init=False, repr=False, compare=False)

    def add(self, diagnostic: Diagnostic) -> None:
        """Keep `diagnostic` unless the same one is already there."""
        if diagnostic not in self._known:
            self._known.add(diagnostic)
            self.diagnostics.append(diagnostic)

    def broken(
        self,
        code: str,
        message: str,
        place: Place | None = None,
        *,
        hint: str = "",
        related: tuple[Place, ...] = (),
    ) -> None:
        """Add an error of a broken input, which blocks whatever the document's status is."""
        self.add(Diagnostic(code, Severity.ERROR, message, place, hint, related, blocks=True))

    def finding(
        self, code: str, severity: Severity, message: str, place: Place | None = None, *, hint: str = ""
    ) -> None:
        """Add what a rule found; an error of a rule blocks only from `in_review` on, or with `--strict`."""
        self.add(Diagnostic(code, severity, message, place, hint))

    def extend(self, other: Report) -> None:
        """Add everything `other` holds."""
        for diagnostic in other.diagnostics:
            self.add(diagnostic)

    def of(self, severity: Severity) -> tuple[Diagnostic, ...]:
        """The diagnostics of one severity."""
        return tuple(d for d in self.diagnostics if d.severity is severity)

    @property
    def is_broken(self) -> bool:
        """Whether anything was found that blocks in every status."""
        return any(d.blocks for d in self.diagnostics)

    @property
    def has_errors(self) -> bool:
        """Whether any error was found, blocking or not."""
        return any(d.severity is Severity.ERROR for d in self.diagnostics)

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)
