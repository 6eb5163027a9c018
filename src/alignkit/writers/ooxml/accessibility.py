"""Accessibility of a finished file: what the checker of Word or PowerPoint would say, and a little more.

Source: Microsoft, "Rules for the Accessibility Checker"; WCAG 2.2, success criterion 1.4.3 for contrast.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .accessibility_deck import check_slides
from .accessibility_story import Reader
from .cascade import Cascade
from .contrast import WHITE, Colour, read_hex, read_theme
from .findings import Finding
from .namespaces import DUBLIN_CORE, SLIDE_MAIN_TYPES, WORD, WORD_MAIN_TYPES, WORD_TYPE
from .relationships import TYPES_PART, ContentTypes, read_content_types
from .xml_parts import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element

_W = f"{{{WORD}}}"
_VAL = _W + "val"
_STORIES = frozenset({*WORD_MAIN_TYPES, f"{WORD_TYPE}header+xml", f"{WORD_TYPE}footer+xml"})
_CORE = "application/vnd.openxmlformats-package.core-properties+xml"
_THEME = "application/vnd.openxmlformats-officedocument.theme+xml"
_OFF = frozenset({"0", "false", "off"})
_LOOKS_KEPT = 32
_PARAGRAPHS_WITHOUT_HEADING = 12
"""A text of this many paragraphs is one a reader wants to jump about in."""

_looks: dict[tuple[bytes, bytes, bytes], tuple[Cascade, _Element | None]] = {}


def check_accessibility(parts: Mapping[str, bytes]) -> tuple[Finding, ...]:
    """Everything that keeps a person with a screen reader, or with weak sight, from reading a document.

    Args:
        parts: part name without leading slash to bytes, as for `check_parts`.

    Reports: A11Y-001 to A11Y-021.

    """
    types = _types(parts)
    main = next((name for name in parts if types.of(name) in SLIDE_MAIN_TYPES), "")
    if main:
        return (*_properties(parts, types), *check_slides(parts, main))
    return _check_document(parts, types)


def _check_document(parts: Mapping[str, bytes], types: ContentTypes) -> tuple[Finding, ...]:
    """The same for a Word document."""
    cascade, settings = _look(parts, types)
    findings = [*_properties(parts, types), *_protection(settings, types, parts), *_language(cascade, types)]
    for name, data in parts.items():
        kind = types.of(name)
        if kind not in _STORIES or (root := parse(data)) is None:
            continue
        reader = Reader(name, cascade, _page(root, settings))
        reader.read(root)
        findings += reader.findings
        if (
            kind in WORD_MAIN_TYPES
            and reader.paragraphs >= _PARAGRAPHS_WITHOUT_HEADING
            and not reader.headings
        ):
            message = f"a text of {reader.paragraphs} paragraphs has headings, found none"
            findings.append(Finding("A11Y-006", message, name, severity=Severity.INFO))
    return tuple(findings)


def _types(parts: Mapping[str, bytes]) -> ContentTypes:
    return _read_types(parts.get(TYPES_PART, b""))


@lru_cache(maxsize=64)
def _read_types(data: bytes) -> ContentTypes:
    root = parse(data)
    return ContentTypes({}, {}) if root is None else read_content_types(root)


def _named(parts: Mapping[str, bytes], types: ContentTypes, content_type: str) -> tuple[str, bytes]:
    """Name and bytes of the first part of a content type; empty if there is none."""
    return next(((name, data) for name, data in parts.items() if types.of(name) == content_type), ("", b""))


def _look(parts: Mapping[str, bytes], types: ContentTypes) -> tuple[Cascade, _Element | None]:
    """The styles and settings of a document; kept, since a batch shares them."""
    styles = _named(parts, types, f"{WORD_TYPE}styles+xml")[1]
    settings = _named(parts, types, f"{WORD_TYPE}settings+xml")[1]
    theme = _named(parts, types, _THEME)[1]
    key = (styles, settings, theme)
    if key not in _looks:
        if len(_looks) >= _LOOKS_KEPT:
            _looks.clear()
        root = parse(settings)
        _looks[key] = Cascade(parse(styles), read_theme(parse(theme), root)), root
    return _looks[key]


def _page(root: _Element, settings: _Element | None) -> Colour:
    """The colour of the page; white unless the document has a background and shows it."""
    background = root.find(_W + "background")
    if background is None or settings is None or settings.find(_W + "displayBackgroundShape") is None:
        return WHITE
    return read_hex(background.get(_W + "color", "")) or WHITE


def _properties(parts: Mapping[str, bytes], types: ContentTypes) -> Iterator[Finding]:
    name, data = _named(parts, types, _CORE)
    root = parse(data)
    title = None if root is None else root.findtext(f"{{{DUBLIN_CORE}}}title")
    if not (title or "").strip():
        message = "document has a title in its properties, found none"
        yield Finding("A11Y-012", message, name or "docProps/core.xml", severity=Severity.WARN)


def _protection(
    settings: _Element | None, types: ContentTypes, parts: Mapping[str, bytes]
) -> Iterator[Finding]:
    protection = None if settings is None else settings.find(_W + "documentProtection")
    if protection is None:
        return
    kind = protection.get(_W + "edit", "none")
    if protection.get(_W + "enforcement", "0") not in _OFF and kind not in ("none", "trackedChanges"):
        name = _named(parts, types, f"{WORD_TYPE}settings+xml")[0]
        yield Finding("A11Y-010", f"document is protected against editing (`{kind}`)", name)


def _language(cascade: Cascade, types: ContentTypes) -> Iterator[Finding]:
    path = f"{_W}docDefaults/{_W}rPrDefault/{_W}rPr/{_W}lang"
    declared = None if cascade.styles is None else cascade.styles.find(path)
    if declared is None or not declared.get(_VAL):
        normal = cascade.chain(cascade.default_of("paragraph"))
        if not any((lang := one.find(f"{_W}rPr/{_W}lang")) is not None and lang.get(_VAL) for one in normal):
            message = "styles declare a language, found none"
            part = next((n for n, t in types.overrides.items() if t == f"{WORD_TYPE}styles+xml"), "")
            yield Finding("A11Y-013", message, part, severity=Severity.WARN)
