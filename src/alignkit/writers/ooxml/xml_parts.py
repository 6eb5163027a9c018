"""Parts of a package as trees: parsed without entities, without a network and within libxml2's own limits."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element

_DOCTYPES = tuple("<!DOCTYPE".encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-16-be"))
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_C0 = bytes(code for code in range(0x20) if code not in b"\t\n\r")
_RARE = (
    (b"\xc2", frozenset(range(0x80, 0xA0)) - {0x85}),
    (b"\xef\xbf", frozenset((0xBE, 0xBF))),
)
"""C1 controls, but for the line mark U+0085, and the noncharacters U+FFFE and U+FFFF in UTF-8: what they
begin with, and the bytes one of which follows."""


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
    return any(mark in data for mark in _DOCTYPES)


def holds_control(data: bytes) -> bool:
    """Whether the part holds a control character or noncharacter that XML or Word forbids."""
    return len(data.translate(None, _C0)) != len(data) or holds_rare_control(data)


def holds_rare_control(data: bytes) -> bool:
    """Whether the part holds one of those beyond ASCII."""
    # a regular expression would try every byte, and few texts are without a dot or quote that begins alike
    return not data.isascii() and any(_has_after(data, lead, following) for lead, following in _RARE)


def _has_after(data: bytes, lead: bytes, following: frozenset[int]) -> bool:
    at = data.find(lead)
    while at >= 0:
        end = at + len(lead)
        if end < len(data) and data[end] in following:
            return True
        at = data.find(lead, end)
    return False


def is_utf8(data: bytes) -> bool:
    """Whether the bytes are UTF-8."""
    if data.isascii():
        return True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


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
    return _DECLARATION + etree.tostring(root, xml_declaration=False, encoding="UTF-8")


def local_name(tag: str) -> str:
    """The name without its namespace."""
    return tag.rpartition("}")[2]
