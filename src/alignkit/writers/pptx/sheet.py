"""What one slide has handed out while it is written: ids, names, relationships and figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from alignkit.writers.ooxml.namespaces import OFFICE_RELATIONSHIP
from alignkit.writers.ooxml.package import Relationship

if TYPE_CHECKING:
    from alignkit.model.document import Words
    from alignkit.writers.ooxml.package import Part

    from .palette import Palette
    from .reference import PresentationReference

ROOT_ID = 1
"""Id of the shape tree itself."""


class LedgerEntry(NamedTuple):
    """One figure as it stands in the file."""

    part: str
    """Name of the slide or its notes."""
    slide: int
    """Number of the slide."""
    shape: int
    """Id of the shape that holds it."""
    key: str
    """Key of the figure."""
    text: str
    """What is shown."""


@dataclass(slots=True)
class Sheet:
    """The counters of one slide, or of its notes; every id and every name it gives is given once."""

    part: str
    """Name of its part."""
    number: int
    """Number of the slide."""
    reference: PresentationReference
    """The look of the deck."""
    palette: Palette
    """Colours by role."""
    words: Words
    """The fixed words of the deck."""
    language: str
    """BCP 47 tag of its text."""
    ink: str
    """Colour that can be read on its ground."""
    quiet: str
    """Colour that can be read on its ground and stands back."""
    stale: str
    """Colour of figures that are out of date; empty where only the colour of the placeholder can be read."""
    attached: list[Part]
    """Charts and workbooks of the whole deck."""
    figures: list[LedgerEntry]
    """Figures of the whole deck, in order."""
    relationships: list[Relationship] = field(default_factory=list)
    """Where it leads."""
    shape: int = ROOT_ID
    """Id of the newest shape, which is the one being written."""
    _names: set[str] = field(default_factory=set)
    _addresses: dict[str, str] = field(default_factory=dict)

    def new_shape(self) -> int:
        """An id no other shape of the slide has."""
        self.shape += 1
        return self.shape

    def name(self, wanted: str) -> str:
        """A name no other shape of the slide has."""
        name, copy = wanted, 1
        while name in self._names:
            copy += 1
            name = f"{wanted} {copy}"
        self._names.add(name)
        return name

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a new relationship."""
        id_ = f"rId{len(self.relationships) + 1}"
        self.relationships.append(Relationship(id_, OFFICE_RELATIONSHIP + kind, target, external))
        return id_

    def link(self, address: str) -> str:
        """The id of the relationship to `address`, one for each address."""
        if address not in self._addresses:
            self._addresses[address] = self.relate("hyperlink", address, external=True)
        return self._addresses[address]

    def figure(self, key: str, text: str) -> None:
        """Enter a figure of the newest shape in the ledger."""
        self.figures.append(LedgerEntry(self.part, self.number, self.shape, key, text))
