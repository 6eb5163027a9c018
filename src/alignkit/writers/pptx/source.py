"""A reference presentation as parts: our own from its folder, a company's from its package."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.writers.ooxml.folder import read_parts
from alignkit.writers.ooxml.namespaces import RELATIONSHIP_IDS, SLIDE_MAIN_TYPES, kind_of
from alignkit.writers.ooxml.package import Part, Relationship
from alignkit.writers.ooxml.relationships import (
    TYPES_PART,
    ContentTypes,
    read_content_types,
    read_links,
    rels_of,
)
from alignkit.writers.ooxml.xml_parts import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from lxml.etree import _Element

_ID = f"{{{RELATIONSHIP_IDS}}}id"


@dataclass(frozen=True, slots=True)
class Source:
    """The parts of a reference presentation."""

    main: Part
    """The presentation part."""
    parts: Mapping[str, Part]
    """Every part by name."""

    def root(self, name: str) -> _Element:
        """The tree of a part; a `LookupError` if it is not there or is no XML."""
        root = parse(self.parts[name].data)
        if root is None:
            raise LookupError(name)
        return root

    def targets(self, source: Part, kind: str) -> tuple[str, ...]:
        """The parts that `source` leads to by relationships of this kind, such as `slideLayout`."""
        return tuple(
            link.target
            for link in source.relationships
            if kind_of(link.type) == kind and not link.external and link.target in self.parts
        )

    def listed(self, source: Part, kind: str, tag: str) -> tuple[str, ...]:
        """The same in the order of the list of `source`'s XML whose entries have this tag."""
        allowed = set(self.targets(source, kind))
        by_id = {link.id: link.target for link in source.relationships}
        named = (by_id.get(element.get(_ID, ""), "") for element in self.root(source.name).iter(tag))
        return tuple(dict.fromkeys(name for name in named if name in allowed))


def read_folder(folder: Path) -> Source:
    """The reference kept as a folder of parts."""
    parts = read_parts(folder)
    return Source(next(part for part in parts.values() if part.content_type in SLIDE_MAIN_TYPES), parts)


def read_presentation(data: bytes) -> Source | None:
    """The parts of a .pptx or .potx file that intake has let pass; None if its main part is none."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        files = {entry.filename: archive.read(entry) for entry in archive.infolist() if not entry.is_dir()}
    types = _types(files)
    parts = {
        name: Part(name, types.of(name), content, tuple(_relationships(files, name)))
        for name, content in files.items()
        if name != TYPES_PART and not name.endswith(".rels")
    }
    mains = [link.target for link in _relationships(files, "") if kind_of(link.type) == "officeDocument"]
    main = parts.get(mains[0]) if mains else None
    return Source(main, parts) if main is not None and main.content_type in SLIDE_MAIN_TYPES else None


def _types(files: Mapping[str, bytes]) -> ContentTypes:
    root = parse(files[TYPES_PART])
    return ContentTypes({}, {}) if root is None else read_content_types(root)


def _relationships(files: Mapping[str, bytes], source: str) -> Iterator[Relationship]:
    root = parse(files.get(rels_of(source), b""))
    for link in read_links(root, source) if root is not None else ():
        if link.external:
            yield Relationship(link.id, link.type, link.target, external=True)
        elif link.part in files:
            yield Relationship(link.id, link.type, link.part)
