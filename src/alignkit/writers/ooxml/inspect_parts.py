"""Intake of the parts of a package: what kind of document it is, and what in it is active or broken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from .inspect_active import active_elements, reason, reason_of_part
from .inspect_fields import dangerous_fields, remove_field
from .inspect_kind import check_kind
from .inspect_strip import (
    belongs_to_gone,
    drop_overrides,
    reachable,
    remove_element,
    remove_links,
    remove_references,
)
from .inspect_zip import RESAVE, shown
from .namespaces import (
    PACKAGE_RELATIONSHIP,
    PRESENTATION,
    RELATIONSHIP_IDS,
    WORD,
    kind_of,
)
from .relationships import (
    RELATIONSHIP,
    TYPES_PART,
    ContentTypes,
    Link,
    extension,
    read_content_types,
    read_links,
    rels_of,
    source_of,
)
from .xml_parts import declares_document_type, parser, serialise

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .inspect import Desk

_W, _P = f"{{{WORD}}}", f"{{{PRESENTATION}}}"
_CORE_TYPE = f"{PACKAGE_RELATIONSHIP}metadata/core-properties"


@dataclass(slots=True)
class Intake:
    """The parts of a package while they are inspected."""

    parts: dict[str, bytes]
    """Part name to bytes, as found."""
    desk: Desk
    """Where problems go."""
    trees: dict[str, _Element] = field(default_factory=dict)
    """Part name to its tree, for those that are XML."""
    links: dict[str, tuple[Link, ...]] = field(default_factory=dict)
    """Source part to its relationships."""
    changed: set[str] = field(default_factory=set)
    """Parts whose tree no longer is what the bytes say."""
    gone: set[str] = field(default_factory=set)
    """Parts that were taken out."""

    def kept(self) -> dict[str, bytes]:
        """The parts that remain, with their changes."""
        return {
            name: serialise(self.trees[name]) if name in self.changed else data
            for name, data in self.parts.items()
            if name not in self.gone
        }


def inspect_parts(intake: Intake) -> None:
    """Report everything in the parts that is broken or active, and take out what is to be taken out."""
    types = _read_types(intake)
    _parse_all(intake, types)
    if intake.desk.refusals or types is None:
        return
    intake.links = {
        source_of(name): read_links(tree, source_of(name))
        for name, tree in intake.trees.items()
        if name.endswith(".rels")
    }
    types = check_kind(intake, types)
    before = reachable(intake.links)
    _set_right(intake)
    _check_links(intake)
    for name in intake.trees:
        _check_elements(intake, name)
        _check_fields(intake, name)
    _check_types(intake, types)
    _drop_unreachable(intake, before)


def _read_types(intake: Intake) -> ContentTypes | None:
    data = intake.parts.get(TYPES_PART)
    if data is None:
        intake.desk.refuse("REF-018", "package lacks its list of content types", RESAVE)
        return None
    root = _parse(intake, TYPES_PART, data)
    return None if root is None else read_content_types(root)


def _parse_all(intake: Intake, types: ContentTypes | None) -> None:
    for name, data in intake.parts.items():
        declared = types.of(name) if types is not None else ""
        if name != TYPES_PART and (
            extension(name) in ("xml", "rels", "vml") or declared.endswith(("+xml", "/xml"))
        ):
            _parse(intake, name, data)


def _parse(intake: Intake, name: str, data: bytes) -> _Element | None:
    """Keep the tree of a part; old drawings (`.vml`) may be no XML at all and are passed over then."""
    root = None
    if not declares_document_type(data):
        try:
            root = etree.fromstring(data, parser())
        except (etree.XMLSyntaxError, ValueError):
            if extension(name) != "vml":
                intake.desk.refuse("REF-019", f"`{name}` is not well-formed XML", RESAVE)
            return None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        hint = "replace the file by one from a source you trust"
        intake.desk.refuse("REF-020", f"`{name}` declares a document type, which no Office file does", hint)
        return None
    intake.trees[name] = root
    return root


def _set_right(intake: Intake) -> None:
    """Set right what other programs write and Office does not read: dead targets, LibreOffice's core type."""
    for source, own in intake.links.items():
        name = rels_of(source)
        dead = [link for link in own if not link.external and link.target.rpartition("/")[2] == "NULL"]
        if dead:
            _remove(intake, source, dead)
            intake.desk.note("REF-044", f"removed from the reference: a relationship to nothing in `{name}`")
        for element in intake.trees[name].iter(RELATIONSHIP):
            written = element.get("Type", "")
            if kind_of(written) == "core-properties" and written != _CORE_TYPE:
                element.set("Type", _CORE_TYPE)
                intake.changed.add(name)
                intake.desk.note("REF-045", "set right in the reference: the relationship of core properties")


def _remove(intake: Intake, source: str, links: list[Link]) -> None:
    """Take relationships out, with everything in their source that refers to them."""
    remove_links(intake.trees[rels_of(source)], links)
    intake.changed.add(rels_of(source))
    root = intake.trees.get(source)
    if root is not None and remove_references(root, [link.id for link in links]):
        intake.changed.add(source)
    intake.links[source] = tuple(link for link in intake.links[source] if link not in links)


def _check_links(intake: Intake) -> None:
    for source, own in list(intake.links.items()):
        stripped = []
        for link in own:
            active = reason(link)
            if active is None:
                continue
            target = f": `{shown(link.target)}`" if link.external else ""
            what = f"{active.what}, in `{source or rels_of('')}`{target}"
            if intake.desk.found_active(active.code, what, active.hint):
                stripped.append(link)
        if stripped:
            _remove(intake, source, stripped)


def _check_elements(intake: Intake, name: str) -> None:
    for element, active in list(active_elements(intake.trees[name])):
        if intake.desk.found_active(active.code, f"{active.what}, in `{name}`", active.hint):
            _remove_with_links(intake, name, element)


def _remove_with_links(intake: Intake, name: str, element: _Element) -> None:
    """Take an element out, and the relationships that it and its descendants alone used."""
    ids = {
        str(value)
        for one in element.iter("{*}*")
        for key, value in one.attrib.items()
        if str(key).startswith(f"{{{RELATIONSHIP_IDS}}}")
    }
    remove_element(element)
    intake.changed.add(name)
    used = {str(value) for one in intake.trees[name].iter("{*}*") for value in one.attrib.values()}
    unused = [link for link in intake.links.get(name, ()) if link.id in ids - used]
    if unused:
        _remove(intake, name, unused)


def _check_fields(intake: Intake, name: str) -> None:
    for one in dangerous_fields(intake.trees[name]):
        what = f"a field `{one.word}`, in `{name}`"
        if intake.desk.found_active("REF-042", what, "remove the field or replace it by its text"):
            remove_field(one)
            intake.changed.add(name)


def _check_types(intake: Intake, types: ContentTypes) -> None:
    """Refuse active parts that no relationship leads to, or that pretend to be something else."""
    for name in intake.parts:
        active = reason_of_part(name, types.of(name))
        if active is None or name in intake.gone:
            continue
        if intake.desk.found_active(active.code, f"{active.what}, as `{name}`", active.hint):
            intake.gone.add(name)
            for source, own in list(intake.links.items()):
                if leading := [link for link in own if link.part == name]:
                    _remove(intake, source, leading)


def _drop_unreachable(intake: Intake, before: set[str]) -> None:
    """Drop the parts that only a removed relationship led to, and their content types."""
    if not intake.changed and not intake.gone:
        return
    intake.gone |= before - reachable(intake.links)
    intake.gone = {name for name in intake.parts if belongs_to_gone(name, intake.gone)}
    if drop_overrides(intake.trees[TYPES_PART], intake.gone):
        intake.changed.add(TYPES_PART)
