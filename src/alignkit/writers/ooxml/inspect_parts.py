"""Intake of the parts of a package: what kind of document it is, and what in it is active or broken."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from .inspect_fields import dangerous_fields, remove_field
from .inspect_links import ACTIVE_KINDS, Active, reason
from .inspect_strip import (
    belongs_to_gone,
    drop_overrides,
    reachable,
    remove_element,
    remove_links,
    remove_references,
)
from .inspect_zip import shown
from .namespaces import (
    DRAWING,
    OFFICE_VML,
    PACKAGE_RELATIONSHIP,
    PRESENTATION,
    RELATIONSHIP_IDS,
    SLIDE_MAIN_TYPES,
    STRICT,
    WORD,
    WORD_MAIN_TYPES,
    kind_of,
)
from .relationships import (
    DEFAULT,
    OVERRIDE,
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
_EXTENSIONS = {
    "docx": WORD_MAIN_TYPES,
    "dotx": WORD_MAIN_TYPES,
    "pptx": SLIDE_MAIN_TYPES,
    "potx": SLIDE_MAIN_TYPES,
}
_MACRO_EXTENSIONS = frozenset({"docm", "dotm", "pptm", "potm", "ppsm"})
_OLD_EXTENSIONS = frozenset({"doc", "dot", "ppt", "pot", "rtf"})
_MACRO_TYPES = {
    "application/vnd.ms-word.document.macroEnabled.main+xml": "document",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml": "template",
    "application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml": "presentation",
    "application/vnd.ms-powerpoint.template.macroEnabled.main+xml": "template",
    "application/vnd.ms-powerpoint.slideshow.macroEnabled.main+xml": "slideshow",
}
"""Main content types that allow macros."""
_PLAIN_TYPES = {
    macro: f"application/vnd.openxmlformats-officedocument."
    f"{'wordprocessingml' if 'ms-word' in macro else 'presentationml'}.{kind}.main+xml"
    for macro, kind in _MACRO_TYPES.items()
}
_ACTIVE_ELEMENTS: dict[str, Active] = {
    _W + "attachedTemplate": ACTIVE_KINDS["attachedTemplate"],
    f"{{{OFFICE_VML}}}OLEObject": ACTIVE_KINDS["oleObject"],
    _P + "oleObj": ACTIVE_KINDS["oleObject"],
    _W + "frameset": ACTIVE_KINDS["frame"],
    _W + "subDoc": ACTIVE_KINDS["subDocument"],
    _W + "altChunk": ACTIVE_KINDS["aFChunk"],
    _W + "control": ACTIVE_KINDS["control"],
    _P + "control": ACTIVE_KINDS["control"],
    _W + "mailMerge": ACTIVE_KINDS["mailMergeSource"],
}
"""Element to why it is refused, whatever its relationship says."""
_ACTIVE_TYPES = (
    ("vbaproject", ACTIVE_KINDS["vbaProject"]),
    ("vbadata", ACTIVE_KINDS["vbaProject"]),
    ("macroenabled", ACTIVE_KINDS["vbaProject"]),
    ("keymapcustomizations", ACTIVE_KINDS["vbaProject"]),
    ("activex", ACTIVE_KINDS["control"]),
    ("oleobject", ACTIVE_KINDS["oleObject"]),
    ("attachedtoolbars", ACTIVE_KINDS["attachedToolbars"]),
)
"""What a content type in lower case says of a part that no relationship need lead to."""
_ACTIONS = (f"{{{DRAWING}}}hlinkClick", f"{{{DRAWING}}}hlinkHover", f"{{{DRAWING}}}hlinkMouseOver")
_RUNNING_ACTIONS = ("ppaction://program", "ppaction://macro", "ppaction://ole")
_RUNS = Active("REF-046", "an action that starts a program or a macro", "remove the action")


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
    types = _check_kind(intake, types)
    before = reachable(intake.links)
    _set_right(intake)
    _check_links(intake)
    for name in intake.trees:
        _check_elements(intake, name)
        _check_fields(intake, name)
    _check_types(intake, types)
    _drop_unreachable(intake, before)


_RESAVE = "open it in Word or PowerPoint and save it again"


def _read_types(intake: Intake) -> ContentTypes | None:
    data = intake.parts.get(TYPES_PART)
    if data is None:
        intake.desk.refuse("REF-018", "package lacks its list of content types", _RESAVE)
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
                intake.desk.refuse("REF-019", f"`{name}` is not well-formed XML", _RESAVE)
            return None
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        hint = "replace the file by one from a source you trust"
        intake.desk.refuse("REF-020", f"`{name}` declares a document type, which no Office file does", hint)
        return None
    intake.trees[name] = root
    return root


def _check_kind(intake: Intake, types: ContentTypes) -> ContentTypes:
    """The content types, after refusing what is no Word or PowerPoint document and stripping macros."""
    desk, ending = intake.desk, extension(intake.desk.name)
    mains = [link for link in intake.links.get("", ()) if kind_of(link.type) == "officeDocument"]
    if len(mains) != 1 or mains[0].part not in intake.trees:
        found = sum(link.part in intake.trees for link in mains)
        desk.refuse("REF-018", f"package has one main part, found {found}", _RESAVE)
        return types
    main = mains[0]
    if main.type.startswith(STRICT) or STRICT in str(intake.trees[main.part].tag):
        hint = "save it as Word Document (.docx), not as Strict Open XML Document"
        desk.refuse("REF-015", "reference is in the Strict variant of Open XML", hint)
        return types
    declared = types.of(main.part)
    if declared in _MACRO_TYPES:
        if desk.found_active("REF-016", "macros: it is a macro-enabled document", "save it without macros"):
            return _without_macros(intake, types)
    elif declared not in WORD_MAIN_TYPES | SLIDE_MAIN_TYPES:
        desk.refuse("REF-017", f"reference is a Word or PowerPoint document, found `{declared}`", _RESAVE)
    elif ending in _MACRO_EXTENSIONS | _OLD_EXTENSIONS or declared not in _EXTENSIONS.get(ending, {declared}):
        desk.refuse("REF-017", f"the ending `.{ending}` does not fit what is in the file", "rename the file")
    return types


def _without_macros(intake: Intake, types: ContentTypes) -> ContentTypes:
    root = intake.trees[TYPES_PART]
    for element in root.iter(DEFAULT, OVERRIDE):
        declared = element.get("ContentType", "")
        element.set("ContentType", _PLAIN_TYPES.get(declared, declared))
    intake.changed.add(TYPES_PART)
    return read_content_types(root)


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
    if (root := intake.trees.get(source)) is not None:
        remove_references(root, [link.id for link in links])
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
    root = intake.trees[name]
    found = [(element, _ACTIVE_ELEMENTS[str(element.tag)]) for element in root.iter(*_ACTIVE_ELEMENTS)]
    found += [
        (element, _RUNS)
        for element in root.iter(*_ACTIONS)
        if element.get("action", "").lower().startswith(_RUNNING_ACTIONS)
    ]
    for element, active in found:
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
        declared = types.of(name).lower()
        active = next((active for mark, active in _ACTIVE_TYPES if mark in declared), None)
        if active is None and name.lower().startswith("customui/"):
            active = ACTIVE_KINDS["extensibility"]
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
