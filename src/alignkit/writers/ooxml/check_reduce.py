"""A document made small before it is read: paragraphs already found right become empty ones.

In a batch most paragraphs differ from others only in their words. A paragraph that was read alone, was found
right and asks nothing of the rest of the package but styles and numbering is remembered by its bytes without
its words; where it comes again, `<w:p/>` takes its place, and the tree to build and walk is a fraction of the
whole. The rules themselves know nothing of this, and where the bytes hold anything unusual nothing is replaced.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .check_facts import Facts
from .check_story import check_story
from .xml_parts import holds_control, parse

_BODY = b"<w:body>"
_END = b"</w:p>"
_EMPTY = b"<w:p/>"
_WORDS = re.compile(rb">[^<]+</w:t>")
_BARE_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_UNKEPT_BLANK = re.compile(rb"<w:t>(?:[ \t\r\n][^<]*|[^<]*[ \t\r\n])</w:t>")
_KEPT = b'<w:t xml:space="preserve">'
_MOST_PARAGRAPHS = 4096
_MOST_HEADS = 16


@dataclass(frozen=True, slots=True)
class Reduced:
    """The bytes of a document with known paragraphs emptied, and what those asked for."""

    data: bytes
    """The smaller document."""
    styles: frozenset[str] = frozenset()
    """Styles that the emptied paragraphs use."""
    numbers: frozenset[str] = frozenset()
    """Numbering that the emptied paragraphs use."""


@dataclass(frozen=True, slots=True)
class _Known:
    styles: frozenset[str]
    numbers: frozenset[str]


_MET_ONCE: Final = "met once"
_READ_ALWAYS: Final = "read always"
_Memory = dict[bytes, "_Known | str"]
"""Paragraph without its words to what is known of it."""

_memories: dict[bytes, _Memory] = {}
"""One memory for every opening of a document, because the prefixes are declared there."""


def reduce_document(data: bytes) -> Reduced:
    """The document with its known paragraphs emptied; paragraphs met a second time become known."""
    start = data.find(_BODY)
    if start < 0 or not _is_usual(data):
        return Reduced(data)
    memory = _memory_of(data[:start])
    styles: set[str] = set()
    numbers: set[str] = set()
    pieces = _WORDS.sub(b">x</w:t>", data[start:]).split(_END)
    for place, piece in enumerate(pieces[:-1]):
        opening = max(piece.rfind(b"<w:p>"), piece.rfind(b"<w:p "))
        known = _recall(memory, data[:start], piece[opening:]) if opening >= 0 else None
        if known is None:
            pieces[place] = piece + _END
        else:
            pieces[place] = piece[:opening] + _EMPTY
            styles |= known.styles
            numbers |= known.numbers
    return Reduced(data[:start] + b"".join(pieces), frozenset(styles), frozenset(numbers))


def _is_usual(data: bytes) -> bool:
    """Whether the bytes hold only what a writer puts there, so that replacing words cannot hide a fault."""
    return not (
        b"<!" in data
        or b"]]>" in data
        or data.count(b"<?") > 1
        or data.count(b"<w:t ") != data.count(_KEPT)
        or _BARE_AMPERSAND.search(data)
        or _UNKEPT_BLANK.search(data)
        or holds_control(data)
        or not _is_utf8(data)
    )


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _memory_of(head: bytes) -> _Memory:
    memory = _memories.get(head)
    if memory is None:
        if len(_memories) >= _MOST_HEADS:
            _memories.clear()
        memory = _memories[head] = {}
    elif len(memory) >= _MOST_PARAGRAPHS:
        memory.clear()
    return memory


def _recall(memory: _Memory, head: bytes, paragraph: bytes) -> _Known | None:
    """What is known of a paragraph; it is read alone the second time it is met."""
    known = memory.get(paragraph)
    if known is None:
        memory[paragraph] = _MET_ONCE
    elif known is _MET_ONCE:
        known = memory[paragraph] = _learn(head, paragraph)
    return known if isinstance(known, _Known) else None


def _learn(head: bytes, paragraph: bytes) -> _Known | str:
    alone = head + _BODY + paragraph + _END + b"</w:body></w:document>"
    root = parse(alone)
    if root is None or not len(root) or len(root[-1]) != 1:
        return _READ_ALWAYS
    facts = Facts("")
    check_story(facts, root[-1][0], paragraph + _END)
    if not facts.is_plain:
        return _READ_ALWAYS
    return _Known(frozenset(facts.styles), frozenset(facts.numbers))
