"""A company's presentation without its slides: what stays is what every deck made from it needs.

The presentation part is made anew from what is known, so no list, show or section can lead to a slide that is
gone. View and show settings are ours.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.writers.ooxml.inspect_strip import remove_references
from alignkit.writers.ooxml.namespaces import (
    DRAWING,
    OFFICE_RELATIONSHIP,
    PRESENTATION,
    RELATIONSHIP_IDS,
    kind_of,
)
from alignkit.writers.ooxml.package import Part, Relationship
from alignkit.writers.ooxml.xml_parts import parse, serialise

from .source import Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_P, _R = f"{{{PRESENTATION}}}", f"{{{RELATIONSHIP_IDS}}}"
_LISTS = {
    "sldMasterIdLst": "slideMaster",
    "notesMasterIdLst": "notesMaster",
    "handoutMasterIdLst": "handoutMaster",
}
"""Lists at the head of a presentation, in the order of the schema, with the kind of part they name."""
_KEPT = ("sldSz", "notesSz", "embeddedFontLst", "kinsoku", "defaultTextStyle")
"""What else stays, in the order of the schema (ECMA-376 part 1, 19.2.1.26)."""
_ATTRIBUTES = ("autoCompressPictures", "embedTrueTypeFonts", "rtl", "saveSubsetFonts")
_SETTINGS = ("presProps", "viewProps")
_CONTENT = frozenset({"slide", "notesSlide", "comments", "customXml"})
"""Kinds of part that belong to a company's slides, not to its look."""


@dataclass(frozen=True, slots=True)
class Cleaned:
    """A reference without slides."""

    source: Source
    """Its parts; those of its slides may still be among them, but nothing leads there."""
    presentation: _Element
    """The presentation made anew."""
    relationships: tuple[Relationship, ...]
    """Those of the presentation part."""


def cleaned(theirs: Source, ours: Source) -> Cleaned:
    """Masters, layouts, themes and fonts of `theirs`, with what they lack from `ours`."""
    parts = {name: _without_slides(part) for name, part in theirs.parts.items()}
    source = Source(theirs.main, parts)
    root = theirs.root(theirs.main.name)
    links: list[Relationship] = []
    fresh = etree.Element(
        root.tag,
        {name: value for name in _ATTRIBUTES if (value := root.get(name))},
        nsmap={"a": DRAWING, "r": RELATIONSHIP_IDS, "p": PRESENTATION},
    )
    for tag, kind in _LISTS.items():
        listed = source.listed(theirs.main, kind, f"{_P}{tag.removesuffix('Lst')}")
        names = listed or source.targets(theirs.main, kind)
        if kind == "notesMaster" and not names:
            names = (_add_notes_master(parts, ours),)
        _add_list(fresh, tag, names, _numbers(theirs, tag), links)
    for tag in _KEPT:
        if (held := root.find(f"{_P}{tag}")) is not None:
            fresh.append(deepcopy(held))
    _link_fonts(fresh, theirs.main, links)
    links += _settings(source, parts, ours, links)
    return Cleaned(Source(theirs.main, parts), fresh, tuple(links))


def _without_slides(part: Part) -> Part:
    """The part without links to slides, and without references to relationships it does not have."""
    if not part.relationships and b"r:" not in part.data:
        return part
    kept = tuple(link for link in part.relationships if kind_of(link.type) not in _CONTENT)
    root = parse(part.data) if part.content_type.endswith("+xml") else None
    if root is None:
        return replace(part, relationships=kept)
    missing = _used(root) - {link.id for link in kept}
    if not missing or not remove_references(root, missing):
        return replace(part, relationships=kept)
    return replace(part, data=serialise(root), relationships=kept)


def _used(root: _Element) -> set[str]:
    return {
        str(value)
        for element in root.iter("{*}*")
        for key, value in element.attrib.items()
        if str(key).startswith(_R) and value
    }


def _next_id(links: list[Relationship]) -> str:
    return f"rId{len(links) + 1}"


def _numbers(theirs: Source, tag: str) -> dict[str, str]:
    """The number that each part of a list has."""
    targets = {link.id: link.target for link in theirs.main.relationships}
    entries = theirs.root(theirs.main.name).iterfind(f"{_P}{tag}/*")
    return {targets.get(entry.get(f"{_R}id", ""), ""): entry.get("id", "") for entry in entries}


def _add_list(
    fresh: _Element, tag: str, names: tuple[str, ...], numbers: Mapping[str, str], links: list[Relationship]
) -> None:
    """A list of masters, each with the number it had."""
    held = etree.SubElement(fresh, f"{_P}{tag}") if names else fresh
    for name in names:
        links.append(Relationship(_next_id(links), OFFICE_RELATIONSHIP + _LISTS[tag], name))
        entry = etree.SubElement(held, f"{_P}{tag.removesuffix('Lst')}")
        if number := numbers.get(name):
            entry.set("id", number)
        entry.set(f"{_R}id", links[-1].id)


def _add_notes_master(parts: dict[str, Part], ours: Source) -> str:
    """Our notes master with its theme, under names that are free."""
    (name,) = ours.targets(ours.main, "notesMaster")
    master = ours.parts[name]
    (theme,) = ours.targets(master, "theme")
    free_theme, free_master = _free(theme, parts), _free(name, parts)
    parts[free_theme] = replace(ours.parts[theme], name=free_theme)
    links = tuple(
        replace(link, target=free_theme) if link.target == theme else link for link in master.relationships
    )
    parts[free_master] = replace(master, name=free_master, relationships=links)
    return free_master


def _free(name: str, parts: Mapping[str, Part]) -> str:
    """A name like this one that no part has."""
    stem = name.removesuffix(".xml").rstrip("0123456789")
    taken = {each.lower() for each in parts}
    return next(free for n in range(1, len(parts) + 2) if (free := f"{stem}{n}.xml").lower() not in taken)


def _link_fonts(fresh: _Element, main: Part, links: list[Relationship]) -> None:
    """The embedded fonts under their new relationships; a font whose file is gone is left out."""
    fonts = {link.id: link for link in main.relationships if kind_of(link.type) == "font"}
    for held in fresh.iterfind(f"{_P}embeddedFontLst"):
        for entry in list(held):
            for face in list(entry):
                link = fonts.get(face.get(f"{_R}id", ""))
                if link is not None:
                    links.append(replace(link, id=_next_id(links)))
                    face.set(f"{_R}id", links[-1].id)
                elif face.get(f"{_R}id"):
                    entry.remove(face)
            if not any(face.get(f"{_R}id") for face in entry):
                held.remove(entry)
        if not len(held):
            fresh.remove(held)


def _settings(
    source: Source, parts: dict[str, Part], ours: Source, links: list[Relationship]
) -> Iterator[Relationship]:
    """Settings of ours, their table styles or ours, and the theme of the first master."""
    found = [(kind, _adopted(kind, parts, ours)) for kind in _SETTINGS]
    styles = source.targets(source.main, "tableStyles")
    found.append(("tableStyles", styles[0] if styles else _adopted("tableStyles", parts, ours)))
    found += [("theme", name) for name in source.targets(parts[links[0].target], "theme")[:1]]
    for number, (kind, name) in enumerate(found, len(links) + 1):
        yield Relationship(f"rId{number}", OFFICE_RELATIONSHIP + kind, name)


def _adopted(kind: str, parts: dict[str, Part], ours: Source) -> str:
    (name,) = ours.targets(ours.main, kind)
    parts[name] = ours.parts[name]
    return name
