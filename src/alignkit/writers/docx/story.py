"""What one document has handed out while it is written: ids, relationships, parts, numbers and figures."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from alignkit.writers.ooxml.namespaces import OFFICE_RELATIONSHIP
from alignkit.writers.ooxml.package import Part, Relationship

if TYPE_CHECKING:
    from alignkit.model.blocks import Heading
    from alignkit.model.document import Words

    from .reference import WordReference

_NAME_LENGTH = 40  # ECMA-376 part 1, 17.13.6.2: the longest name of a bookmark
_UNNAMEABLE = re.compile(r"[^A-Za-z0-9_]+")


@lru_cache(maxsize=4096)
def _nameable(key: str) -> str:
    return _UNNAMEABLE.sub("_", key)


class LedgerEntry(NamedTuple):
    """One figure as it stands in the file."""

    bookmark: str
    """Name of the bookmark around it."""
    key: str
    """Key of the figure."""
    text: str
    """What is shown."""
    phrase: str = ""
    """For a fact, the record of a language bank whose sentence shows it."""


@dataclass(slots=True)
class Story:
    """The counters of one document; every id it gives is given once."""

    reference: WordReference
    """Styles, numbering and section."""
    words: Words
    """The fixed words of the document."""
    language: str
    """BCP 47 tag of the text."""
    width: int
    """Width of the text in twips."""
    outline: tuple[Heading, ...] = ()
    """The headings a table of contents may list, in order; empty when there is none."""
    relationships: list[Relationship] = field(default_factory=list)
    """Those of the main part beyond the reference's own."""
    parts: list[Part] = field(default_factory=list)
    """Charts and their workbooks."""
    numbers: list[str] = field(default_factory=list)
    """A `w:num` for each numbered list."""
    figures: list[LedgerEntry] = field(default_factory=list)
    """Every figure shown, in order."""
    headings: int = 0
    """Headings of the outline written so far."""
    scopes: list[str] = field(default_factory=list)
    """Bookmarks that stay open to the end of the text."""
    tables: int = 0
    """Captioned tables so far."""
    charts: int = 0
    """Charts so far."""
    _addresses: dict[str, str] = field(default_factory=dict)
    _bookmarks: int = 0
    _drawings: int = 0
    _controls: int = 0

    def relate(self, kind: str, target: str, *, external: bool = False) -> str:
        """The id of a new relationship of the main part."""
        id_ = f"rId{len(self.reference.relationships) + len(self.relationships) + 1}"
        self.relationships.append(Relationship(id_, OFFICE_RELATIONSHIP + kind, target, external))
        return id_

    def link(self, address: str) -> str:
        """The id of the relationship to `address`, one for each address."""
        if address not in self._addresses:
            self._addresses[address] = self.relate("hyperlink", address, external=True)
        return self._addresses[address]

    def bookmark(self, name: str, inside: str) -> str:
        """`inside` between the two marks of a new bookmark."""
        id_ = self.bookmark_id()
        return f'<w:bookmarkStart w:id="{id_}" w:name="{name}"/>{inside}<w:bookmarkEnd w:id="{id_}"/>'

    def bookmark_id(self) -> int:
        """An id no other bookmark has."""
        self._bookmarks += 1
        return self.reference.first_bookmark + self._bookmarks

    def figure(self, key: str, text: str, runs: str, phrase: str = "") -> str:
        """`runs` in the hidden bookmark of a figure, which is entered in the ledger (rule N12)."""
        name = f"_fig{len(self.figures) + 1}_{_nameable(key)}"[:_NAME_LENGTH]
        self.figures.append(LedgerEntry(name, key, text, phrase))
        return self.bookmark(name, runs)

    def drawing_id(self) -> int:
        """An id no other drawing has, in headers and footers neither."""
        self._drawings += 1
        return self.reference.first_drawing + self._drawings

    def control_id(self) -> int:
        """An id no other content control has."""
        self._controls += 1
        while self._controls in self.reference.control_ids:
            self._controls += 1
        return self._controls

    def number(self, abstract: int, level: int, start: int) -> int:
        """The `numId` of a new list that begins at `start`."""
        id_ = self.reference.next_number + len(self.numbers)
        self.numbers.append(
            f'<w:num w:numId="{id_}"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="{level}">'
            f'<w:startOverride w:val="{start}"/></w:lvlOverride></w:num>'
        )
        return id_
