"""A reference document as parts: our own from its folder, a company's through python-docx.

python-docx follows the relationships, so parts that nothing leads to are gone already.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.writers.ooxml.namespaces import WORD_MAIN_TYPES, kind_of
from alignkit.writers.ooxml.package import Part, Relationship
from alignkit.writers.ooxml.relationships import (
    TYPES_PART,
    ContentTypes,
    read_content_types,
    read_links,
    rels_of,
)
from alignkit.writers.ooxml.xml_parts import parse, serialise

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
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    types = read_content_types(etree.fromstring(files.pop(TYPES_PART)))
    links = {name: data for name, data in files.items() if name.endswith(".rels")}
    parts = {name: _part(name, data, types, links) for name, data in files.items() if name not in links}
    return Source(next(part for part in parts.values() if part.content_type in WORD_MAIN_TYPES), parts)


def _part(name: str, data: bytes, types: ContentTypes, links: Mapping[str, bytes]) -> Part:
    compact = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False)
    root = etree.fromstring(data, compact)
    held = links.get(rels_of(name))
    targets = () if held is None else read_links(etree.fromstring(held), name)
    return Part(
        name,
        types.of(name),
        serialise(root),
        tuple(Relationship(link.id, link.type, link.part) for link in targets),
    )


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
