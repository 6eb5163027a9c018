"""The rules for one part of a package by itself, chosen by its content type."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .check_chart import check_chart
from .check_definitions import check_notes, check_numbering, check_settings, check_styles
from .check_facts import Facts
from .check_forms import Forms
from .check_images import check_image
from .check_presentation import check_presentation
from .check_properties import check_properties
from .check_reduce import reduce_document
from .check_slide import check_slide
from .check_slide_reduce import reduce_slide
from .check_story import check_story
from .check_workbook import check_workbook
from .namespaces import (
    CHART_TYPE,
    RELATIONSHIP_IDS,
    SLIDE_MAIN_TYPES,
    SLIDE_TYPE,
    WORD_MAIN_TYPES,
    WORD_TYPE,
)
from .relationships import extension
from .xml_parts import declares_document_type, holds_control, parse

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

_PREFIX = re.compile(rb'xmlns:([\w.-]+)="' + RELATIONSHIP_IDS.encode() + rb'"')
_RAW_EXTENSIONS = frozenset({"xml", "rels", "vml"})
_STORIES = frozenset(f"{WORD_TYPE}{name}+xml" for name in ("header", "footer", "footnotes", "endnotes"))
_NOTES = frozenset(f"{WORD_TYPE}{name}+xml" for name in ("footnotes", "endnotes"))
_SLIDES = frozenset(
    f"{SLIDE_TYPE}{name}+xml"
    for name in ("slide", "slideLayout", "slideMaster", "notesSlide", "notesMaster", "handoutMaster")
)
_PROPERTIES = frozenset(
    {
        "application/vnd.openxmlformats-package.core-properties+xml",
        "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    }
)
_READERS: dict[str, Callable[[Facts, _Element], None]] = {
    f"{WORD_TYPE}styles+xml": check_styles,
    f"{WORD_TYPE}numbering+xml": check_numbering,
    f"{WORD_TYPE}settings+xml": check_settings,
    CHART_TYPE: check_chart,
    **dict.fromkeys(_PROPERTIES, check_properties),
    **dict.fromkeys(SLIDE_MAIN_TYPES, check_presentation),
}
"""Content type to the rules for it; stories and slides have their own walks."""
_forms = Forms()


def check_part(name: str, content_type: str, data: bytes) -> Facts:
    """Everything that can be said of one part by itself."""
    known = _forms.read(name, content_type, data, _read)
    if known is not None:
        return known
    facts = Facts(name)
    if content_type.startswith("image/") and not content_type.endswith("xml"):
        check_image(facts, content_type, data)
    elif extension(name) in _RAW_EXTENSIONS or content_type.endswith(("+xml", "/xml")):
        _examine_xml(facts, content_type, data)
    elif "spreadsheetml.sheet" in content_type:
        check_workbook(facts, data)
    return facts


def _read(name: str, content_type: str, data: bytes) -> Facts:
    facts = Facts(name)
    _examine_xml(facts, content_type, data)
    return facts


def _examine_xml(facts: Facts, content_type: str, data: bytes) -> None:
    read = data
    if content_type in WORD_MAIN_TYPES:
        reduced = reduce_document(data)
        read = reduced.data
        facts.styles |= reduced.styles
        facts.numbers |= reduced.numbers
        facts.bookmark_ids += reduced.bookmark_ids
        facts.bookmark_names += reduced.bookmark_names
        facts.controls += reduced.controls
    slide = reduce_slide(data) if content_type in _SLIDES else None
    if slide is not None:
        read = slide.data
    if declares_document_type(data):
        facts.find("PKG-026", "part declares a document type")
        return
    if holds_control(data):
        facts.find("PKG-013", "part holds a control character")
    root = parse(read)
    if root is None:
        facts.find("PKG-012", "part is not well formed")
        return
    facts.relationship_ids |= _ids_used(data)
    if content_type in WORD_MAIN_TYPES or content_type in _STORIES:
        check_story(facts, root, read)
        if content_type in _NOTES:
            check_notes(facts, root)
    elif slide is not None:
        check_slide(facts, root, slide)
    elif (reader := _READERS.get(content_type)) is not None:
        reader(facts, root)


def _ids_used(data: bytes) -> set[str]:
    """The relationship ids in a part, found by the prefixes its relationships namespace is bound to."""
    found: set[bytes] = set()
    for prefix in set(_PREFIX.findall(data)):
        # a pattern that begins with a blank of any kind would be looked for at every blank
        attributes = _attributes(prefix).finditer(data)
        found.update(match[1] for match in attributes if data[match.start() - 1 : match.start()].isspace())
    return {identifier.decode("utf-8", "replace") for identifier in found}


@cache
def _attributes(prefix: bytes) -> re.Pattern[bytes]:
    return re.compile(re.escape(prefix) + rb':[A-Za-z]+="([^"]+)"')
