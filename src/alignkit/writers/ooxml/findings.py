"""What the checks of a package say."""

from __future__ import annotations

from dataclasses import dataclass

from alignkit.diagnostics import Severity


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that is wrong in a package."""

    code: str
    """Stable code such as `PKG-007`."""
    message: str
    """Lower case, no full stop, names of parts and elements in backticks."""
    part: str = ""
    """The part it is in, such as `word/document.xml`; empty for the package as a whole."""
    where: str = ""
    """The place inside the part, such as `paragraph 12`; empty for the part as a whole."""
    severity: Severity = Severity.ERROR
    """How much it matters; everything a reader can lose by is an error."""

    def __str__(self) -> str:
        place = " ".join(word for word in (self.part, self.where) if word)
        return f"{place}: {self.message}" if place else self.message
