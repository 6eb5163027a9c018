"""A reference document as parts: our own from its folder, a company's through python-docx.

python-docx follows the relationships, so parts that nothing leads to are gone already.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from alignkit.writers.ooxml.folder import read_parts
from alignkit.writers.ooxml.namespaces import WORD_MAIN_TYPES, kind_of
from alignkit.writers.ooxml.package import Part, Relationship
from alignkit.writers.ooxml.xml_parts import parse

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from lxml.etree import _Element


@dataclass(frozen=True, slots=True)
class Source:
    """The parts of a reference document."""

    main: Part
    """The main part: body and section."""
    parts: Mapping[str, Part]
    """Every part by name."""

    def part(self, kind: str) -> Part | None:
        """The part the main part leads to by a relationship of this kind, such as `styles`."""
        for relationship in self.main.relationships:
            if kind_of(relationship.type) == kind and not relationship.external:
                return self.parts.get(relationship.target)
        return None

    def root(self, kind: str) -> _Element | None:
        """The tree of that part."""
        part = self.part(kind)
        return None if part is None else parse(part.data)


def read_folder(folder: Path) -> Source:
    """The reference kept as a folder of indented parts; indentation is left out."""
    parts = read_parts(folder)
    return Source(next(part for part in parts.values() if part.content_type in WORD_MAIN_TYPES), parts)


def read_document(data: bytes) -> Source:
    """The reachable parts of a .docx or .dotx file that intake has let pass."""
    from docx.opc.package import OpcPackage  # heavy, and only needed for a company's own file

    package = OpcPackage.open(BytesIO(data))
    parts = {}
    for part in package.iter_parts():
        name = part.partname.membername
        relationships = tuple(
            Relationship(
                rel.rId,
                rel.reltype,
                rel.target_ref if rel.is_external else rel.target_part.partname.membername,
                rel.is_external,
            )
            for rel in part.rels.values()
        )
        parts[name] = Part(name, part.content_type, part.blob, relationships)
    return Source(parts[package.main_document_part.partname.membername], parts)
