"""Rules for the shape of a package: content types, relationships, parts nothing leads to."""

from __future__ import annotations

import re
from collections import Counter, deque
from typing import TYPE_CHECKING

from .findings import Finding
from .namespaces import (
    OFFICE_RELATIONSHIP,
    RELATIONSHIPS_TYPE,
    SLIDE_MAIN_TYPES,
    SLIDE_TYPE,
    WORD_MAIN_TYPES,
    WORD_TYPE,
    kind_of,
)
from .relationships import TYPES_PART, ContentTypes, Link, source_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    Links = Mapping[str, tuple[Link, ...]]

_OFFICE = "application/vnd.openxmlformats-officedocument."
_WORD_KINDS = [
    "styles",
    "numbering",
    "settings",
    "webSettings",
    "fontTable",
    "header",
    "footer",
    "footnotes",
    "endnotes",
    "comments",
]
_SLIDE_KINDS = [
    "slide",
    "slideLayout",
    "slideMaster",
    "notesSlide",
    "notesMaster",
    "handoutMaster",
    "presProps",
    "viewProps",
    "tableStyles",
]
_TYPE_OF_KIND = {
    **{name: f"{WORD_TYPE}{name}+xml" for name in _WORD_KINDS if name != "comments"},
    **{name: f"{SLIDE_TYPE}{name}+xml" for name in _SLIDE_KINDS},
    "theme": f"{_OFFICE}theme+xml",
    "chart": f"{_OFFICE}drawingml.chart+xml",
    "core-properties": "application/vnd.openxmlformats-package.core-properties+xml",
    "extended-properties": f"{_OFFICE}extended-properties+xml",
}
"""The content type a part must have when a relationship of this kind leads to it."""
_SINGLE = frozenset(
    {*_WORD_KINDS, *_SLIDE_KINDS, "theme"} - {"header", "footer", "slide", "slideLayout", "slideMaster"}
)
_ACTIVE = frozenset(
    {
        "vbaProject",
        "wordVbaData",
        "oleObject",
        "control",
        "activeXControlBinary",
        "aFChunk",
        "subDocument",
        "attachedTemplate",
        "frame",
        "externalLink",
        "extensibility",
        "attachedToolbars",
        "keyMapCustomizations",
        "mailMergeSource",
        "mailMergeHeaderSource",
    }
)
"""Kinds of relationship that bring code or foreign content into a document."""
SCHEMES = frozenset({"http", "https", "mailto"})
"""Schemes a link may have."""
_SCHEME = re.compile(r"\s*([A-Za-z][A-Za-z0-9+.-]*):")


def scheme_of(target: str) -> str:
    """The scheme of a target in lower case; empty if it has none."""
    match = _SCHEME.match(target)
    return match[1].lower() if match else ""


def check_shape(names: Iterable[str], types: ContentTypes | None, links: Links) -> tuple[Finding, ...]:
    """Everything wrong with the shape of a package; `links` maps a source part to its relationships."""
    parts = frozenset(names)
    findings = list(_relationships(parts, links))
    if types is None:
        findings.append(Finding("PKG-006", f"package needs `{TYPES_PART}`, found none"))
        return tuple(findings)
    findings += _types(parts, types)
    findings += _main_part(types, links)
    findings += _typed_targets(parts, types, links)
    findings += _orphans(parts, links)
    return tuple(findings)


def _types(parts: frozenset[str], types: ContentTypes) -> Iterator[Finding]:
    for name in types.repeated:
        yield Finding("PKG-006", f"content type of `{name}` is declared more than once", TYPES_PART)
    for name in sorted(types.overrides.keys() - parts):
        yield Finding(
            "PKG-004", f"content type is declared for `{name}`, which is not in the package", TYPES_PART
        )
    for name in sorted(parts - {TYPES_PART}):
        declared = types.of(name)
        if not declared:
            yield Finding("PKG-003", "part has no content type", name)
        elif name.endswith(".rels") and declared != RELATIONSHIPS_TYPE:
            yield Finding("PKG-005", f"part is `{RELATIONSHIPS_TYPE}`, declared as `{declared}`", name)


def _main_part(types: ContentTypes, links: Links) -> Iterator[Finding]:
    mains = [link for link in links.get("", ()) if link.type == f"{OFFICE_RELATIONSHIP}officeDocument"]
    if len(mains) != 1:
        yield Finding("PKG-024", f"package has one main part, found {len(mains)}", "_rels/.rels")
    for link in mains:
        declared = types.of(link.part)
        if declared and declared not in WORD_MAIN_TYPES | SLIDE_MAIN_TYPES:
            yield Finding(
                "PKG-005", f"main part has the content type of a document, found `{declared}`", link.part
            )


def _relationships(parts: frozenset[str], links: Links) -> Iterator[Finding]:
    for source, own in links.items():
        if source and source not in parts:
            yield Finding("PKG-011", f"relationships belong to `{source}`, which is not in the package")
        for identifier, count in Counter(link.id for link in own).items():
            if count > 1:
                yield Finding("PKG-008", f"relationship id `{identifier}` comes {count} times", source)
        for kind, count in Counter(kind_of(link.type) for link in own).items():
            if kind in _SINGLE and count > 1:
                yield Finding("PKG-028", f"part has one relationship of kind `{kind}`, found {count}", source)
            elif kind == "core-properties" and count > 1:
                yield Finding("PKG-017", f"package has one part of core properties, found {count}", source)
        for link in own:
            yield from _relationship(source, link, parts)


def _relationship(source: str, link: Link, parts: frozenset[str]) -> Iterator[Finding]:
    kind = kind_of(link.type)
    if not link.id or not link.type or not link.target:
        yield Finding(
            "PKG-029", "relationship has an id, a type and a target, found one empty", source, link.id
        )
        return
    if link.external:
        if kind != "hyperlink" or scheme_of(link.target) not in SCHEMES:
            what = f"relationship of kind `{kind}` leads outside to `{link.target}`"
            yield Finding("PKG-023", what, source, link.id)
    elif not link.target.startswith("#") and link.part not in parts:
        yield Finding(
            "PKG-007", f"relationship leads to `{link.part}`, which is not in the package", source, link.id
        )
    if kind in _ACTIVE:
        yield Finding("PKG-030", f"package holds active content of kind `{kind}`", source, link.id)
    elif kind == "thumbnail":
        yield Finding("PKG-018", "package holds a thumbnail, which shows another document", source, link.id)
    elif kind.startswith("comments"):
        yield Finding("PKG-129", "document holds comments", source, link.id)


def _typed_targets(parts: frozenset[str], types: ContentTypes, links: Links) -> Iterator[Finding]:
    for own in links.values():
        for link in own:
            declared = types.of(link.part)
            kind = kind_of(link.type)
            expected = _TYPE_OF_KIND.get(kind, "image/" if kind == "image" else "")
            if link.part in parts and declared and not declared.startswith(expected):
                yield Finding("PKG-005", f"part is `{expected}`, declared as `{declared}`", link.part)


def _orphans(parts: frozenset[str], links: Links) -> Iterator[Finding]:
    reached: set[str] = set()
    waiting = deque([""])
    while waiting:
        for link in links.get(waiting.popleft(), ()):
            if link.part in parts and link.part not in reached:
                reached.add(link.part)
                waiting.append(link.part)
    for name in sorted(parts - reached - {TYPES_PART}):
        if not name.endswith(".rels") or source_of(name) not in parts | {""}:
            yield Finding("PKG-010", "no relationship leads to the part", name)
