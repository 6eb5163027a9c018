"""A reference document: the look of every document written with it, read once and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import alignkit
from alignkit.writers.logos import logo_of
from alignkit.writers.ooxml.check import findings_of
from alignkit.writers.ooxml.intake import take_in

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.brands import Brand
    from alignkit.diagnostics import Report
    from alignkit.writers.ooxml.findings import Finding
    from alignkit.writers.ooxml.package import Part, Relationship
    from alignkit.writers.pictures import Picture

    from .brand import HeaderLogo
    from .colors import Paint
    from .languages import LanguageTemplate
    from .numbering import Marked
    from .roles import Role
    from .section import Section
    from .source import Source

_FOLDER = Path(alignkit.__file__).parent / "brand" / "word"


@dataclass(frozen=True, slots=True, eq=False)
class WordReference:
    """Everything a document takes from its reference; one serves any number of documents."""

    styles: Mapping[Role, str]
    """Style id of each role."""
    runs: tuple[str, ...]
    """Opening of a run for each look."""
    bullets: tuple[Marked, ...]
    """Bulleted entries by depth."""
    numbers: tuple[Marked, ...]
    """Numbered entries by depth."""
    framed_bullets: int
    """`numId` of bullets inside callouts."""
    framed_numbers: int
    """Definition of numbers inside callouts."""
    next_number: int
    """First free `numId`."""
    numbering: Part
    """The numbering part without the lists of a document, sealed."""
    style_template: LanguageTemplate
    """The styles part but for the language."""
    settings_template: LanguageTemplate
    """The settings part but for the language."""
    parts: tuple[Part, ...]
    """Parts that go into every document as they are, sealed: theme, fonts, images of headers."""
    stories: tuple[Part, ...]
    """The reference's own headers and footers, sealed."""
    relationships: tuple[Relationship, ...]
    """Those of the main part that are the same in every document."""
    section: Section
    """Paper, margins, header and footer."""
    header_stops: str
    """Tab stops of the header's style, taken away."""
    footer_stops: str
    """The same for the footer's."""
    paint: Paint
    """Direct colours of tables."""
    dark: tuple[str, ...]
    """Accents of the theme that carry white text."""
    scale: float
    """How wide text in tables runs beside ours."""
    control_scale: float
    """The same in the control block."""
    first_drawing: int
    """Highest id a drawing of its headers has."""
    first_bookmark: int
    """Highest id a bookmark of its headers has."""
    control_ids: frozenset[int]
    """Ids of content controls in its headers."""
    baseline: frozenset[Finding] = frozenset()
    """What the package checker finds in the reference itself, which no document made from it answers for."""
    logo: HeaderLogo | None = None
    """The logo of a brand, in the header of the first page."""


def load_reference(path: Path | None, report: Report, brand: Brand | None = None) -> WordReference | None:
    """The reference in the file at `path`, our own for None; None if the file cannot be used.

    Args:
        path: a company's file, whose look is taken as it is.
        report: where problems go.
        brand: the look our own reference takes; it changes nothing of a company's file.

    Reports: THEME-001 to THEME-006, REF-001 to REF-048 for what a file must not hold, BRAND-007 and BRAND-013
    for a logo.

    """
    if path is None:
        return _own() if brand is None else _branded(brand, logo_of(brand, report))
    source = open_reference(path, report)
    return None if source is None else _company(*source, str(path), report)


def open_reference(path: Path, report: Report) -> tuple[bytes, Source] | None:
    """The bytes and the parts of a company's file; None if it cannot be used.

    Reports: THEME-001, THEME-002, and REF-001 to REF-046 for what a file must not hold.
    """
    from .source import read_document

    data = take_in(path, "reference document", ".docx or .dotx", report)
    try:
        return None if data is None else (data, read_document(data))
    except Exception as error:  # python-docx lets a dozen kinds through, all of them about the file
        report.broken(
            "THEME-002",
            f"`{path}` cannot be read as a Word document ({type(error).__name__})",
            hint="open it in Word and save it again as .docx",
        )
        return None


@cache
def _own() -> WordReference:
    from .digest import own_reference
    from .source import read_folder

    return own_reference(read_folder(_FOLDER))


@lru_cache(maxsize=8)
def _branded(brand: Brand, logo: Picture | None) -> WordReference:
    """Our own reference in the look of a brand, made once for any number of documents."""
    from .brand import LOGO_ID, branded_source, header_logo
    from .digest import own_reference
    from .source import read_folder

    reference = own_reference(branded_source(read_folder(_FOLDER), brand))
    if logo is None:
        return reference
    header = header_logo(logo, brand.name)
    return replace(reference, logo=header, parts=(*reference.parts, header.part), first_drawing=LOGO_ID)


def _company(data: bytes, source: Source, name: str, report: Report) -> WordReference:
    from .digest import company_reference
    from .source import read_folder

    return replace(company_reference(source, read_folder(_FOLDER), name, report), baseline=findings_of(data))
