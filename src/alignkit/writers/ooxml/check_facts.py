"""What one part says: its own findings, and what the rest of the package must answer for."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .findings import Finding

if TYPE_CHECKING:
    from alignkit.diagnostics import Severity

    from .check_slide_facts import PresentationFacts, SlideFacts


@dataclass(slots=True)
class Facts:
    """The outcome of reading one part; complete once its check returns, and never changed after that."""

    part: str
    """Name of the part."""
    findings: list[Finding] = field(default_factory=list)
    """What is wrong in the part by itself."""
    relationship_ids: set[str] = field(default_factory=set)
    """Relationship ids that the part uses."""
    styles: set[str] = field(default_factory=set)
    """Style ids that the part uses."""
    numbers: set[str] = field(default_factory=set)
    """Numbering ids that the part uses."""
    drawings: list[str] = field(default_factory=list)
    """Ids of drawings (`wp:docPr`)."""
    controls: list[str] = field(default_factory=list)
    """Ids of content controls."""
    paragraph_ids: list[str] = field(default_factory=list)
    """Values of `w14:paraId`."""
    bookmark_ids: list[str] = field(default_factory=list)
    """Ids of bookmark starts."""
    bookmark_names: list[str] = field(default_factory=list)
    """Names of bookmarks."""
    anchors: set[str] = field(default_factory=set)
    """Bookmark names that links of the part lead to."""
    notes: set[tuple[str, str]] = field(default_factory=set)
    """Kind (`footnotes`, `endnotes`) and id of each note referred to."""
    story_references: list[tuple[str, str]] = field(default_factory=list)
    """Kind (`header`, `footer`) and relationship id of each header or footer referred to."""
    defined_styles: frozenset[str] = frozenset()
    """Style ids that the part defines."""
    defined_numbers: frozenset[str] = frozenset()
    """Numbering ids that the part defines."""
    defined_notes: frozenset[str] = frozenset()
    """Note ids that the part defines."""
    is_chart: bool = False
    """Whether the part is a chart."""
    slide: SlideFacts | None = None
    """What a slide, layout, master or page of notes says; None for any other part."""
    presentation: PresentationFacts | None = None
    """What the presentation part lists; None for any other part."""
    where: str = ""
    """Where the reading has got to."""

    def find(self, code: str, message: str, *, severity: Severity | None = None) -> None:
        """Add a finding at the place the reading has got to."""
        if severity is None:
            self.findings.append(Finding(code, message, self.part, self.where))
        else:
            self.findings.append(Finding(code, message, self.part, self.where, severity))

    @property
    def is_plain(self) -> bool:
        """Whether nothing is wrong and nothing but styles and numbering is asked of other parts."""
        return not (
            self.findings
            or self.relationship_ids
            or self.drawings
            or self.controls
            or self.paragraph_ids
            or self.bookmark_ids
            or self.anchors
            or self.notes
            or self.story_references
        )

    @property
    def asks_or_answers(self) -> bool:
        """Whether other parts have to answer for something, or are answered."""
        return bool(
            self.slide
            or self.relationship_ids
            or self.presentation
            or self.is_chart
            or self.styles
            or self.numbers
            or self.drawings
            or self.controls
            or self.paragraph_ids
            or self.bookmark_ids
            or self.bookmark_names
            or self.anchors
            or self.notes
            or self.story_references
            or self.defined_styles
            or self.defined_numbers
            or self.defined_notes
        )
