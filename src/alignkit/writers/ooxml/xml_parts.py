"""Parts of a package as trees: parsed without entities, without a network and within libxml2's own limits."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCTYPE = re.compile(rb"<!DOCTYPE|<\x00!\x00D\x00O\x00C\x00T\x00Y\x00P\x00E|\x00<\x00!\x00D\x00O\x00C\x00T")
"""A document type declaration in UTF-8 and in both orders of UTF-16."""
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]|\xef\xbf[\xbe\xbf]|\xc2[\x80-\x84\x86-\x9f]")
"""Bytes that no text of a UTF-8 part may hold: C0 and C1 controls and the two noncharacters."""


def parser() -> etree.XMLParser:
    """A parser for a part of unknown origin."""
    return etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)


_PARSER = etree.XMLParser(
    resolve_entities=False,
    no_network=True,
    huge_tree=False,
    load_dtd=False,
    remove_comments=True,
    remove_pis=True,
)
"""The same for a part that is only read: comments and processing instructions say nothing to Word."""


def declares_document_type(data: bytes) -> bool:
    """Whether the part holds a document type declaration, told from its bytes before any parsing."""
    return _DOCTYPE.search(data) is not None


def holds_control(data: bytes) -> bool:
    """Whether the part holds a control character or noncharacter that XML or Word forbids."""
    return _CONTROL.search(data) is not None


def parse(data: bytes) -> _Element | None:
    """The root of the part, or None if it is not well formed or declares a document type."""
    if declares_document_type(data):
        return None
    try:
        root = etree.fromstring(data, _PARSER)
    except (etree.XMLSyntaxError, ValueError):
        return None
    return None if root.getroottree().docinfo.internalDTD is not None else root


def serialise(root: _Element) -> bytes:
    """The part's bytes, as Office writes them: UTF-8 with a standalone declaration."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def local_name(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]
