"""A reference presentation: the look of every deck written with it, read once and kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

import alignkit
from alignkit.writers.logos import logo_of
from alignkit.writers.ooxml.check import findings_of
from alignkit.writers.ooxml.intake import take_in

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from alignkit.brands import Brand
    from alignkit.diagnostics import Report
    from alignkit.model.deck import Box, Layout, Slot
    from alignkit.themes import Theme
    from alignkit.writers.ooxml.findings import Finding
    from alignkit.writers.ooxml.package import Part, Relationship
    from alignkit.writers.pictures import Picture

    from .company import Choice
    from .source import Source

_Found = TypeVar("_Found")
_FOLDER = Path(alignkit.__file__).parent / "brand" / "powerpoint"


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A placeholder of a slide layout, as a slide refers to it (ECMA-376 part 1, 19.3.1.36)."""

    type: str
    """`title`, `ctrTitle`, `subTitle`, `body`, `tbl`, `chart`, `ftr`, `sldNum`, `dt`; empty for any."""
    index: int
    """Its `idx`; 0 for a title."""
    name: str
    """Name of the shape, which a slide's shape takes over."""
    box: Box
    """Where it stands on the layout; a slide whose box differs says so."""
    text_pt: float
    """Size its text has when a slide says nothing; not always within our limits, 0 when nobody says it."""
    bullet: bool
    """Whether its paragraphs of the first level have a bullet, and room for it, when a slide says nothing."""


@dataclass(frozen=True, slots=True)
class SlideLayout:
    """A layout of the reference, and which of its placeholders serve our slots."""

    part: str
    """Name of the part: `ppt/slideLayouts/slideLayout3.xml`."""
    placeholders: Mapping[Slot, tuple[Placeholder, ...]]
    """Placeholders of each slot; several for cards. A slot that is missing here is drawn as a shape of its
    own in the box the theme gives it."""
    footer: Placeholder | None
    """Where the confidentiality line stands."""
    number: Placeholder | None
    """Where the number of the slide stands."""
    day: Placeholder | None
    """Where the as-of date stands."""
    ink: str = "tx1"
    """Theme colour that can be read on its ground, for shapes of our own."""


@dataclass(frozen=True, slots=True, eq=False)
class PresentationReference:
    """Everything a deck takes from its reference; one serves any number of decks."""

    theme: Theme
    """What layout has to know."""
    layouts: Mapping[Layout, SlideLayout]
    """The reference's layout for each of ours."""
    parts: tuple[Part, ...]
    """Parts that go into every deck as they are, sealed: masters, layouts, themes, notes master, images.
    The presentation part is none of them."""
    relationships: tuple[Relationship, ...]
    """Those of the presentation part that are the same in every deck, with ids `rId1` to `rIdN`."""
    presentation: tuple[str, str]
    """The presentation part's XML before and after the place of its list of slides (`p:sldIdLst`)."""
    notes_master: str
    """Name of the notes master's part."""
    dark: tuple[str, ...]
    """Theme colours dark enough to carry text in the colour of the paper."""
    baseline: frozenset[Finding] = frozenset()
    """What the package checker finds in the reference itself, which no deck made from it answers for."""


def load_presentation(
    path: Path | None, report: Report, brand: Brand | None = None
) -> PresentationReference | None:
    """The reference in the file at `path`, our own for None; None if the file cannot be used.

    Args:
        path: a company's file, whose look is taken as it is.
        report: where problems go.
        brand: the look our own reference takes; it changes nothing of a company's file.

    Reports: THEME-001, THEME-007 to THEME-010, REF-001 to REF-046 for what a file must not hold, BRAND-007
    and BRAND-013 for a logo.

    """
    if path is None:
        return _own() if brand is None else _branded(brand, logo_of(brand, report))
    data = _taken_in(path, report)
    return None if data is None else _company(data, str(path), report)


def survey(path: Path, report: Report) -> tuple[Choice, ...] | None:
    """What the file at `path` has for each of our layouts; None if it cannot be read.

    Reports: THEME-001, THEME-007 to THEME-009, and REF-001 to REF-046 for what a file must not hold.
    """
    from .company import choices
    from .source import read_folder

    data = _taken_in(path, report)
    if data is None:
        return None
    ours, name = read_folder(_FOLDER), str(path)
    return _about(name, report, lambda: choices(_parts(data), ours, name, report))


def _taken_in(path: Path, report: Report) -> bytes | None:
    return take_in(path, "reference presentation", ".pptx or .potx", report)


def _company(data: bytes, name: str, report: Report) -> PresentationReference | None:
    from .company import company_reference
    from .source import read_folder

    found = _about(name, report, lambda: company_reference(_parts(data), read_folder(_FOLDER), name, report))
    return None if found is None else replace(found, baseline=findings_of(data))


def _parts(data: bytes) -> Source:
    from .source import read_presentation

    source = read_presentation(data)
    if source is None:
        raise LookupError("presentation part")
    return source


def _about(name: str, report: Report, reading: Callable[[], _Found]) -> _Found | None:
    """What reading a company's file gives; files are broken in more ways than anyone has counted."""
    try:
        return reading()
    except Exception as error:
        report.broken(
            "THEME-007",
            f"`{name}` cannot be read as a PowerPoint presentation ({type(error).__name__})",
            hint="open it in PowerPoint and save it again as .pptx",
        )
        return None


@cache
def _own() -> PresentationReference:
    from .own import own_reference
    from .source import read_folder

    return own_reference(read_folder(_FOLDER))


@lru_cache(maxsize=8)
def _branded(brand: Brand, logo: Picture | None) -> PresentationReference:
    """Our own reference in the look of a brand, made once for any number of decks."""
    from .brand import branded_source
    from .own import own_reference
    from .source import read_folder

    return own_reference(branded_source(read_folder(_FOLDER), brand, logo))
