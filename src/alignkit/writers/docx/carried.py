"""What a company's file keeps beside its styles: the page, headers and footers, and the parts these need."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.writers.ooxml.namespaces import OFFICE_RELATIONSHIP, RELATIONSHIP_IDS, WORD_DRAWING
from alignkit.writers.ooxml.package import Part, Relationship
from alignkit.writers.ooxml.xml_parts import parse, serialise

from .markup import VAL, child, w, whole
from .section import Section
from .text import attribute

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lxml.etree import _Element

    from .source import Source

_ID = f"{{{RELATIONSHIP_IDS}}}id"
_A4 = (11906, 1304 * 2, '<w:pgSz w:w="11906" w:h="16838"/>')
_MARGINS = (
    '<w:pgMar w:top="1417" w:right="1304" w:bottom="1304" w:left="1304" w:header="680" w:footer="567"'
    ' w:gutter="0"/>'
)
_STORIES = ("headerReference", "footerReference")
_LEAST_EDGE = 400
_REST, _TAIL = ("pgMar", "pgBorders", "pgNumType"), ("docGrid",)
"""Kept of a section, in the order of ECMA-376 part 1, 17.6.17."""


@dataclass(frozen=True, slots=True)
class Carried:
    """The page of a reference and the parts that belong to it."""

    section: Section
    """Paper, margins and which headers and footers there are."""
    stories: tuple[Part, ...] = ()
    """Headers and footers."""
    parts: tuple[Part, ...] = ()
    """What they lead to, such as a logo."""
    story_kinds: tuple[tuple[str, str], ...] = ()
    """Kind and part name of each, in the order of the `rId` placeholders in the section's references."""
    drawings: int = 0
    """Highest drawing id."""
    bookmarks: int = 0
    """Highest bookmark id."""
    controls: frozenset[int] = frozenset()
    """Ids of content controls."""
    numbers: frozenset[int] = frozenset()
    """Lists that headers and footers use."""


def carry(source: Source, body: _Element, first_relationship: int, *, free_paper: bool) -> Carried:
    """The page of `source`; its headers get relationship ids from `first_relationship` on."""
    sections = list(body.iter(w("sectPr")))
    last = sections[-1] if sections else None
    held = {r.id: r for r in source.main.relationships}
    references = {
        key: held[id_].target
        for key, id_ in _story_references(sections)
        if id_ in held and held[id_].target in source.parts
    }
    names = tuple(dict.fromkeys(references.values()))
    ids = {name: f"rId{first_relationship + at}" for at, name in enumerate(names)}
    xml = "".join(
        f'<w:{tag} w:type="{kind}" r:id="{ids[name]}"/>'
        for (tag, kind), name in sorted(references.items(), key=_order)
    )
    tags = {tag for tag, _ in references}
    _make_room(last, tags)
    title_page = _is_on(last, "titlePg") and bool(tags)
    section = replace(
        _section(last, free_paper=free_paper),
        references=xml,
        has_header=_STORIES[0] in tags,
        has_footer=_STORIES[1] in tags,
        title_page=title_page,
        bare_first_page=title_page and (_STORIES[0], "first") not in references,
    )
    kinds = tuple((next(tag for (tag, _), n in references.items() if n == name), name) for name in names)
    return _renumbered(section, kinds, source)


def _make_room(section: _Element | None, stories: set[str]) -> None:
    """A distance from the paper's edge for the header and footer we add; some pages are set up without."""
    margin = child(section, "pgMar")
    for tag, side in zip(_STORIES, ("header", "footer"), strict=True):
        if margin is not None and tag not in stories and whole(margin.get(w(side))) < _LEAST_EDGE:
            margin.set(w(side), str(_LEAST_EDGE))


def _order(item: tuple[tuple[str, str], str]) -> tuple[int, str]:
    return _STORIES.index(item[0][0]), item[0][1]


def _story_references(sections: Iterable[_Element]) -> Iterator[tuple[tuple[str, str], str]]:
    """Headers and footers by tag and type; a section without one has that of the section before."""
    for section in sections:
        for tag in _STORIES:
            for reference in section.iterfind(w(tag)):
                yield (tag, reference.get(w("type"), "default")), reference.get(_ID, "")


def _section(last: _Element | None, *, free_paper: bool) -> Section:
    size, margin = child(last, "pgSz"), child(last, "pgMar")
    width, margins, size_xml = _A4
    if size is not None:
        width, size_xml = whole(size.get(w("w")), width), _xml(size)
    if margin is not None:
        margins = sum(whole(margin.get(w(side))) for side in ("left", "right", "gutter"))
    kept = {name: _xml(e) for name in (*_REST, *_TAIL) if (e := child(last, name)) is not None}
    rest = "".join(kept.get(name, _MARGINS if name == "pgMar" else "") for name in _REST)
    tail = "".join(kept.get(name, "") for name in _TAIL)
    return Section(width, margins, size_xml, f'{rest}<w:cols w:space="708"/>', tail, free_paper=free_paper)


def _xml(element: _Element) -> str:
    """The element without namespace declarations, for a part that declares them at its root."""
    attributes = "".join(
        f' w:{etree.QName(name).localname}="{attribute(str(value))}"'
        for name, value in element.attrib.items()
        if w("") in str(name)
    )
    inside = "".join(_xml(part) for part in element if isinstance(part.tag, str))
    tag = etree.QName(element).localname
    return f"<w:{tag}{attributes}>{inside}</w:{tag}>" if inside else f"<w:{tag}{attributes}/>"


def _is_on(section: _Element | None, name: str) -> bool:
    found = child(section, name)
    return found is not None and found.get(VAL, "1") not in {"0", "false", "off"}


def _renumbered(section: Section, kinds: tuple[tuple[str, str], ...], source: Source) -> Carried:
    """Headers and footers with drawing ids that are unique over all of them."""
    drawings, bookmarks = 0, 0
    controls: set[int] = set()
    numbers: set[int] = set()
    stories = []
    for _, name in kinds:
        part = source.parts[name]
        root = parse(part.data)
        if root is None:
            continue
        for drawing in root.iter(f"{{{WORD_DRAWING}}}docPr"):
            drawings += 1
            drawing.set("id", str(drawings))
        bookmarks = max([bookmarks, *(whole(e.get(w("id"))) for e in root.iter(w("bookmarkStart")))])
        controls |= {whole(e.get(VAL)) for p in root.iter(w("sdtPr")) for e in p.iterfind(w("id"))}
        numbers |= {whole(e.get(VAL)) for e in root.iter(w("numId"))}
        stories.append(replace(part, data=serialise(root)))
    return Carried(
        section,
        tuple(stories),
        tuple(reachable(stories, source)),
        kinds,
        drawings,
        bookmarks,
        frozenset(controls),
        frozenset(numbers),
    )


def reachable(parts: Iterable[Part], source: Source) -> Iterator[Part]:
    """Every part that `parts` lead to, directly or through others."""
    seen = {part.name for part in parts}
    waiting = [r for part in parts for r in part.relationships]
    while waiting:
        relationship = waiting.pop(0)
        part = None if relationship.external else source.parts.get(relationship.target)
        if part is not None and part.name not in seen:
            seen.add(part.name)
            waiting += part.relationships
            yield part


def story_relationships(carried: Carried, first: int) -> tuple[Relationship, ...]:
    """Relationships of the main part to the headers and footers."""
    return tuple(
        Relationship(f"rId{first + at}", OFFICE_RELATIONSHIP + tag.removesuffix("Reference"), name)
        for at, (tag, name) in enumerate(carried.story_kinds)
    )
