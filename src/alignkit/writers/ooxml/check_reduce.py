"""A document made small before it is read: paragraphs already found right become empty ones.

In a batch most paragraphs differ from others only in their words. A paragraph that was read alone, was found
right and asks nothing of the rest of the package but styles and numbering is remembered by its bytes without
its words; where it comes again, `<w:p/>` takes its place. The same is done to the rows and cells of tables
and to whole tables, each of which leaves as many empty paragraphs as it held. Before that, what no rule reads
is blanked, and what would make each element one of its kind is noted and taken out: bookmarks around figures,
ids of check boxes. Neighbouring empty paragraphs become one that says how many it stands for. The tree to
build and walk is a fraction of the whole; where the bytes hold anything unusual nothing is replaced.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from .check_facts import Facts
from .check_story import STANDS_FOR, check_story
from .xml_parts import holds_control, is_utf8, parse

_BODY = b"<w:body>"
_WORDS = re.compile(rb">[^<]+</w:t>")
_BARE_AMPERSAND = re.compile(rb"&(?!(?:amp|lt|gt|quot|apos);)")
_BLANK_FIRST = re.compile(rb"<w:t>[ \t\r\n]")
_BLANK_LAST = re.compile(rb"<w:t>[^<]*+(?<=[ \t\r\n])</w:t>")
_KEPT = b'<w:t xml:space="preserve">'
_RUN = rb'<w:r>(?:<w:rPr>(?:<w:[^<>]*/>)*</w:rPr>)?<w:t(?: xml:space="preserve")?>x</w:t></w:r>'
_BOOKMARKED = re.compile(
    rb'<w:bookmarkStart w:id="(\d+)" w:name="(\w{1,40})"/>((?:' + _RUN + rb')+)<w:bookmarkEnd w:id="\1"/>'
)
"""Runs in a bookmark of their own; a bookmark may stand wherever a run may."""
_UNREAD = re.compile(rb'(<w:(?:gridCol|tcW|tblW) w:w="|<w:(?:alias|tblCaption|tblDescription) w:val=")[^"<]+')
"""Attributes whose values no rule looks at: widths of columns and names for people."""
_CONTROL = re.compile(
    rb'(<w:sdtPr>(?:<w:rPr>(?:<w:[^<>]*/>)*</w:rPr>)?<w:alias w:val=""/>)<w:id w:val="([^"<]*)"/>'
)
"""The id of a content control with a name."""
_BOOKMARK = re.compile(rb'<w:bookmark(?:Start|End)\s[^>]*w:id="([^"]*)"')
_MOST_PIECES = 8192
_MOST_HEADS = 16


@dataclass(frozen=True, slots=True)
class _Shape:
    """A kind of element that is replaced where it is known."""

    opening: tuple[bytes, bytes]
    """How it begins without and with attributes."""
    end: bytes
    """How it ends."""
    around: tuple[bytes, bytes]
    """What makes a body of it when it is read alone."""
    depth: int
    """How many steps lead from the body to it."""


_PARAGRAPH = _Shape((b"<w:p>", b"<w:p "), b"</w:p>", (b"", b""), 0)
_ROW = _Shape((b"<w:tr>", b"<w:tr "), b"</w:tr>", (b"<w:tbl><w:tblPr/><w:tblGrid/>", b"</w:tbl>"), 1)
_CELL = _Shape(
    (b"<w:tc>", b"<w:tc "), b"</w:tc>", (b"<w:tbl><w:tblPr/><w:tblGrid/><w:tr>", b"</w:tr></w:tbl>"), 2
)
_TABLE = _Shape((b"<w:tbl>", b"<w:tbl "), b"</w:tbl>", (b"", b""), 0)
_EMPTIES = re.compile(rb"(?:<w:p/>){2,}")
_SMALL, _SMALL_CELL = b"<w:p/>", b"<w:tc><w:p/></w:tc>"
_REPEATED_ROWS = re.compile(rb"(<w:tr>(?:<w:tc><w:p/></w:tc>)+</w:tr>)\1+")
"""Small rows of the same length, which are right or wrong together."""
_NOT_IN_A_SMALL_CELL = (b"<w:gridSpan", b"<w:vMerge", b"<w:tbl")
_NOT_IN_A_SMALL_ROW = (*_NOT_IN_A_SMALL_CELL, b"<w:gridBefore", b"<w:gridAfter", b"<w:sdt", b"<w:customXml")


@dataclass(frozen=True, slots=True)
class Reduced:
    """The bytes of a document with known paragraphs emptied, and what those asked for."""

    data: bytes
    """The smaller document."""
    styles: frozenset[str] = frozenset()
    """Styles that the emptied paragraphs use."""
    numbers: frozenset[str] = frozenset()
    """Numbering that the emptied paragraphs use."""
    bookmark_ids: tuple[str, ...] = ()
    """Ids of the bookmarks taken off."""
    bookmark_names: tuple[str, ...] = ()
    """Their names."""
    controls: tuple[str, ...] = ()
    """Ids of content controls taken out."""


@dataclass(frozen=True, slots=True, eq=False)
class _Known:
    """What an emptied element asks for; told apart by identity, for speed."""

    small: bytes  # a table leaves one for each of its paragraphs
    styles: frozenset[str]
    numbers: frozenset[str]


_MET_ONCE: Final = "met once"
_READ_ALWAYS: Final = "read always"
_Memory = dict[bytes, "_Known | str"]
"""Paragraph without its words to what is known of it."""

_memories: dict[bytes, _Memory] = {}
"""One memory for every opening of a document, because the prefixes are declared there."""


def reduce_document(data: bytes) -> Reduced:
    """The document with its known paragraphs and cells emptied; what is met a second time becomes known."""
    start = data.find(_BODY)
    if start < 0 or not _is_usual(data):
        return Reduced(data)
    head = data[:start]
    memory = _memory_of(head)
    uses: set[_Known] = set()
    body = _UNREAD.sub(rb"\1", _WORDS.sub(b">x</w:t>", data[start:]))
    body, ids, names = _without_bookmarks(body)
    body, controls = _without_control_ids(body)
    for shape in (_ROW, _PARAGRAPH, _CELL):
        body = _shrink(body, shape, memory, head, uses)
    body = _EMPTIES.sub(_joined, _shrink_tables(body, memory, head, uses))
    styles = frozenset[str]().union(*(known.styles for known in uses))
    numbers = frozenset[str]().union(*(known.numbers for known in uses))
    return Reduced(head + body, styles, numbers, ids, names, controls)


def _joined(empties: re.Match[bytes]) -> bytes:
    return b'<w:p %s="%d"/>' % (STANDS_FOR.encode(), len(empties[0]) // len(_SMALL))


def _without_bookmarks(body: bytes) -> tuple[bytes, tuple[str, ...], tuple[str, ...]]:
    """The body without the bookmarks around runs, their ids and their names; as it is where ids repeat."""
    pieces = _BOOKMARKED.split(body)
    ids, names = pieces[1::4], pieces[2::4]
    bare = b"".join([piece for place, piece in enumerate(pieces) if place % 4 in (0, 3)])
    if len(set(ids)) < len(ids) or not set(ids).isdisjoint(_BOOKMARK.findall(bare)):
        return body, (), ()
    return bare, _texts(ids), _texts(names)


def _without_control_ids(body: bytes) -> tuple[bytes, tuple[str, ...]]:
    """The body without the ids of check boxes, and these ids."""
    pieces = _CONTROL.split(body)
    return b"".join([piece for place, piece in enumerate(pieces) if place % 3 < 2]), _texts(pieces[2::3])


def _texts(values: list[bytes]) -> tuple[str, ...]:
    return tuple(b'"'.join(values).decode().split('"')) if values else ()


def _shrink(body: bytes, shape: _Shape, memory: _Memory, head: bytes, uses: set[_Known]) -> bytes:
    """The body with every known element of one shape replaced; what they ask for is added to `uses`."""
    pieces = body.split(shape.end)
    bare, attributed = shape.opening
    for place, piece in enumerate(pieces[:-1]):
        opening = piece.rfind(bare)
        if (other := piece.rfind(attributed)) > opening:
            opening = other
        element = piece[opening:] if opening > 0 else piece
        known = memory.get(element)
        if known is None or known is _MET_ONCE:
            known = _meet(memory, head, shape, element, opening)
        if isinstance(known, _Known):
            pieces[place] = piece[:opening] + known.small
            uses.add(known)
        else:
            pieces[place] = piece + shape.end
    return b"".join(pieces)


def _shrink_tables(body: bytes, memory: _Memory, head: bytes, uses: set[_Known]) -> bytes:
    """The body with every known table replaced by its empty paragraphs, but for tables inside tables."""
    bare, attributed = _TABLE.opening
    if attributed in body:
        return body
    pieces = body.split(_TABLE.end)
    depth = 0
    for place, piece in enumerate(pieces[:-1]):
        depth += piece.count(bare)
        opening = piece.rfind(bare)
        known: _Known | str = _READ_ALWAYS
        if depth == 1 and opening >= 0 and not any(mark in piece[opening:] for mark in _PARAGRAPH.opening):
            element = _REPEATED_ROWS.sub(rb"\1", piece[opening:])
            known = memory.get(element, _MET_ONCE)
            if known is _MET_ONCE:
                known = _meet(memory, head, _TABLE, element, opening)
        if isinstance(known, _Known):
            pieces[place] = piece[:opening] + _SMALL * piece.count(_SMALL, opening)
            uses.add(known)
        else:
            pieces[place] = piece + _TABLE.end
        depth -= 1
    return b"".join(pieces)


def _is_usual(data: bytes) -> bool:
    """Whether the bytes hold only what a writer puts there, so that replacing words cannot hide a fault."""
    return (
        is_plain_xml(data)
        and data.count(b"<w:t ") == data.count(_KEPT)
        and _BLANK_FIRST.search(data) is None
        and _BLANK_LAST.search(data) is None
    )


def is_plain_xml(data: bytes) -> bool:
    """Whether the bytes are UTF-8 without comments, sections, odd entities and forbidden characters."""
    return not (
        b"<!" in data
        or b"]]>" in data
        or data.count(b"<?") > 1
        or _BARE_AMPERSAND.search(data)
        or holds_control(data)
        or not is_utf8(data)
    )


def _memory_of(head: bytes) -> _Memory:
    memory = _memories.get(head)
    if memory is None:
        if len(_memories) >= _MOST_HEADS:
            _memories.clear()
        memory = _memories[head] = {}
    elif len(memory) >= _MOST_PIECES:
        memory.clear()
    return memory


def _meet(memory: _Memory, head: bytes, shape: _Shape, element: bytes, opening: int) -> _Known | str:
    """What is known after meeting an element: it is read alone the second time it is met."""
    if opening < 0:
        return _READ_ALWAYS
    known = _learn(head, shape, element) if element in memory else _MET_ONCE
    memory[element] = known
    return known


def _learn(head: bytes, shape: _Shape, piece: bytes) -> _Known | str:
    small = _small(shape, piece)
    if not small:
        return _READ_ALWAYS
    before, after = shape.around
    root = parse(head + _BODY + before + piece + shape.end + after + b"</w:body></w:document>")
    if root is None or not len(root) or len(root[-1]) != 1:
        return _READ_ALWAYS
    element = root[-1][0]
    for _ in range(shape.depth):
        element = element[-1]
    if element.getprevious() is not None and shape.depth == 0:
        return _READ_ALWAYS
    facts = Facts("")
    check_story(facts, element, piece + shape.end)
    if not facts.is_plain:
        return _READ_ALWAYS
    return _Known(small, frozenset(facts.styles), frozenset(facts.numbers))


def _small(shape: _Shape, piece: bytes) -> bytes:
    """What takes the place of an element; nothing when it has to be read as it is."""
    if shape is _PARAGRAPH or shape is _TABLE:
        return _SMALL
    if shape is _CELL:
        return _SMALL_CELL if _paragraphs(piece) == 1 and not _holds(piece, _NOT_IN_A_SMALL_CELL) else b""
    cells = piece.count(b"<w:tc>") + piece.count(b"<w:tc ")
    if not cells or cells != _paragraphs(piece) or _holds(piece, _NOT_IN_A_SMALL_ROW):
        return b""
    return b"<w:tr>" + _SMALL_CELL * cells + b"</w:tr>"


def _paragraphs(piece: bytes) -> int:
    return piece.count(_SMALL) + sum(map(piece.count, _PARAGRAPH.opening))


def _holds(piece: bytes, marks: tuple[bytes, ...]) -> bool:
    return any(mark in piece for mark in marks)
