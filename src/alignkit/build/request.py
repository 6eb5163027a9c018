"""What somebody asks to be made, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date
    from pathlib import Path

    from alignkit.diagnostics import Report
    from alignkit.source import Source


DOCUMENT_FORMATS = ("docx", "pptx", "html", "md", "pdf")
"""What a document can be written as; the first is the default."""


DECK_FORMATS = ("pptx", "docx", "html", "md", "pdf")
"""What a deck can be written as; the first is the default."""


MESSAGE_FORMATS = ("eml", "txt", "md", "html")
"""What a message can be written as; the first three are the default."""


FORMATS = ("docx", "pptx", "eml", "md", "html", "pdf", "txt")
"""Every format."""


@dataclass(frozen=True, slots=True)
class Request:
    """What somebody asks to be made."""

    context: Path
    """Context file or folder."""
    kinds: tuple[str, ...] = ()
    """Names of kinds; none makes nothing and only checks."""
    people: Path | None = None
    """Confidential people file."""
    overrides: tuple[str, ...] = ()
    """`key=value` of single values."""
    formats: tuple[str, ...] = ()
    """Formats asked for; the defaults when empty."""
    audience: str = ""
    """Who it is for; the kind's first audience when empty."""
    mode: str = ""
    """Which situation it is for, such as `defend`; the kind's first mode when empty."""
    locale: str = ""
    """How numbers and dates are written; the context's when empty."""
    day: date | None = None
    """The day the documents speak for; the context's when None."""
    references: tuple[Path, ...] = ()
    """A company's Word and PowerPoint files whose looks to take, at most one of each."""
    brand: Path | None = None
    """A brand file; the one the context names or that lies beside it when None."""
    persons: tuple[str, ...] = ()
    """Whose reviews to make, by id of the stakeholder; everybody's when empty."""
    strict: bool = False
    """Whether errors and warnings of rules block, whatever the status is."""


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """A figure as it was shown in one document."""

    document: str
    """File name without ending."""
    key: str
    """Key of the figure."""
    text: str
    """How it was shown."""
    phrase: str = ""
    """For a fact of a review, the record of a language bank whose sentence shows it."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of a request."""

    report: Report
    """Every problem found."""
    files: Mapping[str, bytes] = field(default_factory=dict)
    """Finished files by name; empty when anything blocks."""
    source: Source | None = None
    """What was read, for showing lines."""
    ledger: tuple[LedgerLine, ...] = ()
    """Every figure shown."""
    made_for: Mapping[str, str] = field(default_factory=dict)
    """The review each document was made for, by the name of its files without ending."""
