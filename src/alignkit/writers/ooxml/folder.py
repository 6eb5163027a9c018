"""A reference of our own, kept as a folder of indented XML parts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from .package import Part, Relationship
from .relationships import TYPES_PART, ContentTypes, read_content_types, read_links, rels_of
from .xml_parts import serialise

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_COMPACT = etree.XMLParser(remove_blank_text=True, remove_comments=True, resolve_entities=False)


def read_parts(folder: Path) -> dict[str, Part]:
    """The parts of a folder by name, with indentation left out."""
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    types = read_content_types(etree.fromstring(files.pop(TYPES_PART)))
    links = {name: data for name, data in files.items() if name.endswith(".rels")}
    return {name: _part(name, data, types, links) for name, data in files.items() if name not in links}


def _part(name: str, data: bytes, types: ContentTypes, links: Mapping[str, bytes]) -> Part:
    held = links.get(rels_of(name))
    targets = () if held is None else read_links(etree.fromstring(held), name)
    return Part(
        name,
        types.of(name),
        serialise(etree.fromstring(data, _COMPACT)),
        tuple(Relationship(link.id, link.type, link.part) for link in targets),
    )
