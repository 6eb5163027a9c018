"""Active content taken out of a package: a relationship, what refers to it, and the parts only it led to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .namespaces import DRAWING, OFFICE_VML, PRESENTATION, RELATIONSHIP_IDS, VML, WORD
from .relationships import OVERRIDE, RELATIONSHIP, TYPES_PART, rels_of, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from .relationships import Link

_W, _P = f"{{{WORD}}}", f"{{{PRESENTATION}}}"
_HOMES = {
    f"{{{OFFICE_VML}}}OLEObject": (_W + "object", _W + "pict"),
    _W + "control": (_W + "object", _W + "pict"),
    f"{{{DRAWING}}}blip": (_W + "drawing", _P + "pic"),
    f"{{{VML}}}imagedata": (_W + "pict", _W + "object"),
    _P + "oleObj": (_P + "graphicFrame",),
    _P + "control": (_P + "controls",),
}
"""Element to the ancestors that make no sense without it; the nearest one goes with it."""
_HYPERLINK = _W + "hyperlink"
_EMBED = f"{{{RELATIONSHIP_IDS}}}embed"
_IDS = f"{{{RELATIONSHIP_IDS}}}"


def remove_element(element: _Element) -> None:
    """Take an element out, with the ancestor that would be empty or wrong without it."""
    homes = _HOMES.get(str(element.tag), ())
    home = next(element.iterancestors(*homes), element) if homes else element
    parent = home.getparent()
    if parent is not None:
        parent.remove(home)


def _unwrap(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        place = parent.index(element)
        parent[place : place + 1] = list(element)


def _remove_reference(element: _Element, attribute: str) -> None:
    """Take out what refers to a relationship that is gone; a link leaves its text behind."""
    if element.tag == _HYPERLINK:
        _unwrap(element)
    elif attribute != _EMBED and element.get(_EMBED) is not None:
        del element.attrib[attribute]
    else:
        remove_element(element)


def remove_references(root: _Element, ids: Iterable[str]) -> bool:
    """Take out of a part what refers to the relationships with these ids; returns whether anything did."""
    gone = frozenset(ids)
    found = [
        (element, name)
        for element in root.iter("{*}*")
        for name, value in element.attrib.items()
        if str(name).startswith(_IDS) and value in gone
    ]
    for element, name in found:
        _remove_reference(element, str(name))
    return bool(found)


def remove_links(rels: _Element, links: Iterable[Link]) -> None:
    """Take relationships out of a `.rels` part."""
    gone = {(link.id, link.type, link.target) for link in links}
    for element in list(rels.iter(RELATIONSHIP)):
        key = (element.get("Id", ""), element.get("Type", ""), element.get("Target", ""))
        parent = element.getparent()
        if key in gone and parent is not None:
            parent.remove(element)


def reachable(links: dict[str, tuple[Link, ...]]) -> set[str]:
    """The parts that relationships lead to from the package, with their own `.rels` parts."""
    reached: set[str] = set()
    waiting = [""]
    while waiting:
        for link in links.get(waiting.pop(), ()):
            if link.part and link.part not in reached:
                reached.add(link.part)
                waiting.append(link.part)
    return reached | {rels_of(name) for name in reached} | {rels_of(""), TYPES_PART}


def drop_overrides(types: _Element, names: Iterable[str]) -> bool:
    """Take the content types of parts that are gone out of their list; returns whether any was there."""
    gone = frozenset(names)
    found = [e for e in types.iter(OVERRIDE) if e.get("PartName", "").removeprefix("/") in gone]
    for element in found:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)
    return bool(found)


def belongs_to_gone(name: str, gone: set[str]) -> bool:
    """Whether a part is gone or holds the relationships of one that is."""
    return name in gone or (name.endswith(".rels") and source_of(name) in gone)
