"""Relationships and content types of a package, read from their parts."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .namespaces import CONTENT_TYPES, PACKAGE_RELATIONSHIPS

if TYPE_CHECKING:
    from lxml.etree import _Element

RELATIONSHIP = f"{{{PACKAGE_RELATIONSHIPS}}}Relationship"
DEFAULT = f"{{{CONTENT_TYPES}}}Default"
OVERRIDE = f"{{{CONTENT_TYPES}}}Override"
TYPES_PART = "[Content_Types].xml"


@dataclass(frozen=True, slots=True)
class Link:
    """One relationship of a part, with its target resolved."""

    id: str
    """The id its source uses."""
    type: str
    """Relationship type, as written."""
    target: str
    """Target as written."""
    part: str
    """Name of the part it leads to; empty when it is external."""
    external: bool
    """Whether the target is outside the package."""


@dataclass(frozen=True, slots=True)
class ContentTypes:
    """What the package says its parts are."""

    defaults: dict[str, str]
    """Extension in lower case to type."""
    overrides: dict[str, str]
    """Part name to type."""
    repeated: tuple[str, ...] = ()
    """Extensions and part names declared more than once."""

    def of(self, name: str) -> str:
        """The content type of a part; empty if nothing declares one."""
        declared = self.overrides.get(name)
        return declared if declared is not None else self.defaults.get(extension(name), "")


def extension(name: str) -> str:
    """The extension of a part's name in lower case, without its dot."""
    return name.rpartition("/")[2].rpartition(".")[2].lower()


def source_of(rels_name: str) -> str:
    """The part whose relationships a `.rels` part holds; empty for those of the package."""
    folder, _, file = rels_name.rpartition("/")
    owner = folder.rpartition("_rels")[0]
    return owner + file.removesuffix(".rels")


def rels_of(name: str) -> str:
    """The name of the part that holds the relationships of `name`."""
    folder, _, file = name.rpartition("/")
    return f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"


def resolve(source: str, target: str) -> str:
    """The part that a target of `source` leads to."""
    path = unquote(target.partition("#")[0].partition("?")[0])
    joined = path if path.startswith("/") else posixpath.join(posixpath.dirname("/" + source), path)
    return posixpath.normpath(joined).lstrip("/")


def read_links(root: _Element, source: str) -> tuple[Link, ...]:
    """The relationships that a `.rels` part holds, in their order."""
    links = []
    for element in root.iter(RELATIONSHIP):
        target = element.get("Target", "")
        external = element.get("TargetMode") == "External"
        part = "" if external else resolve(source, target)
        links.append(Link(element.get("Id", ""), element.get("Type", ""), target, part, external))
    return tuple(links)


def read_content_types(root: _Element) -> ContentTypes:
    """The declarations of a `[Content_Types].xml`; of a repeated one the first counts."""
    defaults: dict[str, str] = {}
    overrides: dict[str, str] = {}
    repeated = []
    for element in root.iter(DEFAULT, OVERRIDE):
        if element.tag == DEFAULT:
            table, key = defaults, element.get("Extension", "").lower()
        else:
            table, key = overrides, element.get("PartName", "").removeprefix("/")
        if key in table:
            repeated.append(key)
        table.setdefault(key, element.get("ContentType", ""))
    return ContentTypes(defaults, overrides, tuple(repeated))
