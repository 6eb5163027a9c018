"""What a file gives our documents their look with: a company's Word or PowerPoint file, or a brand file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.brands import load_brand, rows
from alignkit.writers.docx.survey import survey as survey_document
from alignkit.writers.pptx.reference import survey as survey_presentation

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from alignkit.diagnostics import Report
    from alignkit.model.deck import Slot
    from alignkit.writers.pptx.company import Choice

_BRANDS = frozenset((".yaml", ".yml"))
_PRESENTATIONS = frozenset((".pptx", ".potx", ".ppsx", ".pptm", ".potm", ".ppt", ".pot"))


@dataclass(frozen=True, slots=True)
class Line:
    """What the file has for one thing of ours."""

    ours: str
    """Layout, role of a style, or role of a colour."""
    theirs: str
    """Layout, style or colour of the file; empty for none."""
    remark: str
    """What is missing and what is used instead; empty when nothing is."""
    is_served: bool
    """Whether a document can be made with it."""


@dataclass(frozen=True, slots=True)
class Look:
    """A file as a look."""

    heads: tuple[str, str, str]
    """Headings of the lines."""
    lines: tuple[Line, ...]
    """One for each thing of ours."""

    @property
    def is_usable(self) -> bool:
        """Whether documents can be made with it."""
        return all(line.is_served for line in self.lines)


def look_of(path: Path, report: Report) -> Look | None:
    """What the file gives; None if it cannot be read, which is reported.

    Reports: THEME-001, THEME-002, THEME-007 to THEME-009, REF-001 to REF-046, and what `load_brand` reports.
    """
    ending = path.suffix.lower()
    if path.is_dir() or ending in _BRANDS:
        return _brand(path, report)
    return _presentation(path, report) if ending in _PRESENTATIONS else _document(path, report)


def _presentation(path: Path, report: Report) -> Look | None:
    found = survey_presentation(path, report)
    if found is None:
        return None
    return Look(("slide", "layout", "missing, and used instead"), tuple(_layout(one) for one in found))


def _layout(choice: Choice) -> Line:
    if not choice.theirs:
        remark = "no layout has a title across the slide and room for it"
        return Line(_words(choice.layout), "", remark, is_served=False)
    drawn = f"no placeholder for {_listed(choice.drawn)}: drawn in its room" if choice.drawn else ""
    return Line(_words(choice.layout), choice.theirs, drawn, is_served=True)


def _words(name: str) -> str:
    return name.replace("_", " ")


def _listed(slots: Iterable[Slot]) -> str:
    return ", ".join(_words(slot) for slot in slots)


def _document(path: Path, report: Report) -> Look | None:
    found = survey_document(path, report)
    if found is None:
        return None
    added = "ours is added, in its fonts and colours"
    return Look(
        ("role", "style", "missing, and used instead"),
        tuple(Line(one.role, one.theirs, "" if one.theirs else added, is_served=True) for one in found),
    )


def _brand(path: Path, report: Report) -> Look | None:
    brand = load_brand(path, report)
    if brand is None:
        return None
    return Look(
        ("role", "colour", "contrast"),
        tuple(
            Line(row.role, f"#{row.color}", _contrast(row.ratio, row.needed), is_served=True)
            for row in rows(brand.palette)
        ),
    )


def _contrast(ratio: float, needed: float) -> str:
    if not needed:
        return f"{ratio:.1f}:1"
    verdict = "enough" if ratio >= needed else "too little"
    return f"{ratio:.1f}:1, {verdict}: {needed:.1f}:1 is needed"
