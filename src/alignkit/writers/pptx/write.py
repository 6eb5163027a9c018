"""A deck as the bytes of a .pptx file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.ooxml.characters import attribute
from alignkit.writers.ooxml.ledger import PART as LEDGER
from alignkit.writers.ooxml.ledger import ledger_parts
from alignkit.writers.ooxml.namespaces import OFFICE_RELATIONSHIP, PACKAGE_RELATIONSHIP, SLIDE_TYPE
from alignkit.writers.ooxml.package import Package, Part, Relationship, members, pack
from alignkit.writers.ooxml.property_parts import property_parts

from .roots import NAMESPACES
from .slides import slide_parts

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Report
    from alignkit.model.deck import Deck

    from .reference import PresentationReference
    from .sheet import LedgerEntry

_MAIN = "ppt/presentation.xml"
_PACKAGE = (
    Relationship("rId1", f"{OFFICE_RELATIONSHIP}officeDocument", _MAIN),
    Relationship("rId2", f"{PACKAGE_RELATIONSHIP}metadata/core-properties", "docProps/core.xml"),
    Relationship("rId3", f"{OFFICE_RELATIONSHIP}extended-properties", "docProps/app.xml"),
)
_WORKBOOK = ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
_FIRST_SLIDE_ID = 256  # ECMA-376 part 1, 19.7.13: the smallest id a slide may have
_SLIDE = f"{SLIDE_TYPE}slide+xml"


def write(deck: Deck, reference: PresentationReference, report: Report) -> bytes:
    """The .pptx file of `deck`; the same deck and reference give the same bytes.

    Reports: nothing so far, since every content can be said in PowerPoint; the report is there for those that
    cannot.
    """
    return pack(compose(deck, reference))


def parts(deck: Deck, reference: PresentationReference, report: Report) -> dict[str, bytes]:
    """The same file as its parts, for those who look into it."""
    return members(compose(deck, reference))


def compose(deck: Deck, reference: PresentationReference) -> Package:
    """The package of `deck`, to be checked before it is packed."""
    attached: list[Part] = []
    figures: list[LedgerEntry] = []
    made = [
        part
        for number, slide in enumerate(deck.slides, 1)
        for part in slide_parts(slide, number, deck, reference, attached, figures)
    ]
    ledger = ledger_parts(map(_ledger_row, figures)) if figures else ()
    return Package(
        (
            _presentation(made, reference, ledger=bool(ledger)),
            *reference.parts,
            *made,
            *attached,
            *ledger,
            *property_parts(deck.properties),
        ),
        _PACKAGE,
        (_WORKBOOK,) if attached else (),
    )


def _presentation(made: Sequence[Part], reference: PresentationReference, *, ledger: bool) -> Part:
    """The presentation part with the list of slides."""
    slides = [part.name for part in made if part.content_type == _SLIDE]
    first = len(reference.relationships) + 1
    relationships = [
        *reference.relationships,
        *(
            Relationship(f"rId{id_}", f"{OFFICE_RELATIONSHIP}slide", name)
            for id_, name in enumerate(slides, first)
        ),
    ]
    if ledger:
        relationships.append(
            Relationship(f"rId{first + len(slides)}", f"{OFFICE_RELATIONSHIP}customXml", LEDGER)
        )
    listed = "".join(
        [f'<p:sldId id="{_FIRST_SLIDE_ID + at}" r:id="rId{first + at}"/>' for at in range(len(slides))]
    )
    before, after = reference.presentation
    text = f"{before}<p:sldIdLst {NAMESPACES}>{listed}</p:sldIdLst>{after}"
    return Part(_MAIN, f"{SLIDE_TYPE}presentation.main+xml", text.encode(), tuple(relationships))


def _ledger_row(entry: LedgerEntry) -> str:
    """Where a figure stands: the part, the number of its slide and the id of its shape."""
    return (
        f'<figure part="{entry.part}" slide="{entry.slide}" shape="{entry.shape}"'
        f' key="{attribute(entry.key)}" text="{attribute(entry.text)}"/>'
    )
