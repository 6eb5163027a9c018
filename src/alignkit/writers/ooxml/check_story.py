"""Rules for a part of WordprocessingML that holds text: the document, a header, a footer, notes.

One walk over the tree does all of it. The children of every element are looked up as one sequence of tags, so
that a sequence seen before costs one set membership; what a single element means is a function in `HANDLERS`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .check_grammar import Judge
from .check_order import judge_children
from .check_tables import check_cell, check_table
from .namespaces import COMPATIBILITY, RELATIONSHIP_IDS, WORD, WORD_2010, WORD_DRAWING, XML
from .xml_parts import local_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from .check_facts import Facts

    Handler = Callable[["Walk", _Element, tuple[str, ...]], None]

_W = f"{{{WORD}}}"
_VAL, _ID, _NAME, _TYPE = (_W + name for name in ("val", "id", "name", "type"))
_RELATIONSHIP = f"{{{RELATIONSHIP_IDS}}}id"
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_IGNORABLE = f"{{{COMPATIBILITY}}}Ignorable"
_SPACE = f"{{{XML}}}space"
_PARAGRAPH = _W + "p"
_BLANK = " \t\r\n"
_TEXT = frozenset(_W + name for name in ("t", "delText", "instrText", "delInstrText", "fldData", "binData"))
_LOOSE = re.compile(rb">\s*[^<\s][^<]*<(?!/w:(?:t|instrText)>)")
"""Text that is not the content of `w:t` or `w:instrText`; what it finds is then looked at in the tree."""
STANDS_FOR = "stands-for"
"""What is no attribute of Word's: how many paragraphs the one that carries it has taken the place of."""
_LONGEST_BOOKMARK = 40

_judge = Judge(judge_children)


class Walk:
    """The state of one walk: what is open, and how far it has got."""

    __slots__ = ("facts", "fields", "open_bookmarks", "paragraphs")

    def __init__(self, facts: Facts) -> None:
        self.facts = facts
        self.paragraphs = 0
        self.fields: list[str] = []
        self.open_bookmarks: dict[str, str] = {}


def check_story(facts: Facts, root: _Element, data: bytes) -> None:
    """Add to `facts` everything a story says and everything wrong in it; `data` are the bytes of `root`."""
    walk = Walk(facts)
    _check_prefixes(facts, root)
    _visit(walk, root)
    facts.where = ""
    for name in walk.open_bookmarks.values():
        facts.find("PKG-115", f"bookmark `{name}` is not closed")
    for _ in walk.fields:
        facts.find("PKG-118", "field is not closed")
    if _LOOSE.search(data):
        _check_loose_text(facts, root)


def _visit(walk: Walk, root: _Element) -> None:
    stack = [root]
    pop, push, handler_of, approved = stack.pop, stack.extend, HANDLERS.get, _judge.approved
    while stack:
        element = pop()
        tag = element.tag
        if tag == _FALLBACK:  # it says the same as the choice beside it, with the same ids
            continue
        children = list(element)
        tags = tuple([child.tag for child in children]) if children else ()
        if (handler := handler_of(tag)) is not None:
            handler(walk, element, tags)
        if children:
            if (tag, tags) not in approved:
                _judge(walk.facts, tag, tags)
            children.reverse()
            push(children)


def _check_prefixes(facts: Facts, root: _Element) -> None:
    """Word refuses a part whose `mc:Ignorable` names a prefix that is not declared."""
    for prefix in root.get(_IGNORABLE, "").split():
        if prefix not in root.nsmap:
            facts.find("PKG-027", f"`mc:Ignorable` names the prefix `{prefix}`, which is not declared")


def _check_loose_text(facts: Facts, root: _Element) -> None:
    for element in root.iter():
        tag = element.tag
        own = tag.startswith(_W)
        if own and tag not in _TEXT and (element.text or "").strip():
            facts.find("PKG-125", f"loose text in `w:{local_name(tag)}`")
        parent = element.getparent()
        if parent is not None and parent.tag.startswith(_W) and (element.tail or "").strip():
            facts.find("PKG-125", f"loose text after `{local_name(tag)}`")


def _paragraph(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    stands_for = element.get(STANDS_FOR, "1")
    walk.paragraphs += int(stands_for) if stands_for.isdecimal() and len(stands_for) < 10 else 1
    walk.facts.where = f"paragraph {walk.paragraphs}"
    if (value := element.get(f"{{{WORD_2010}}}paraId")) is not None:
        walk.facts.paragraph_ids.append(value)


def _cell(walk: Walk, _element: _Element, tags: tuple[str, ...]) -> None:
    check_cell(walk.facts, tags)


def _table(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    check_table(walk.facts, element)


def _row(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    if (value := element.get(f"{{{WORD_2010}}}paraId")) is not None:
        walk.facts.paragraph_ids.append(value)


def _style(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    walk.facts.styles.add(element.get(_VAL, ""))


def _number(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    walk.facts.numbers.add(element.get(_VAL, ""))


def _bookmark_start(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    identifier, name = element.get(_ID, ""), element.get(_NAME, "")
    walk.facts.bookmark_ids.append(identifier)
    walk.facts.bookmark_names.append(name)
    walk.open_bookmarks[identifier] = name
    if not name or len(name) > _LONGEST_BOOKMARK:
        walk.facts.find("PKG-117", f"bookmark name has 1 to 40 characters, found {len(name)}")


def _bookmark_end(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    identifier = element.get(_ID, "")
    if walk.open_bookmarks.pop(identifier, None) is None:
        walk.facts.find("PKG-115", f"bookmark end `{identifier}` has no start")


def _field_mark(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    kind = element.get(_W + "fldCharType", "")
    if kind == "begin":
        walk.fields.append(kind)
    elif not walk.fields:
        walk.facts.find("PKG-119", f"field mark `{kind}` has no field to belong to")
    elif kind == "end":
        walk.fields.pop()
    elif walk.fields[-1] == "separate":
        walk.facts.find("PKG-119", "field has one `separate` mark, found a second")
    else:
        walk.fields[-1] = kind


def _field_code(walk: Walk, _element: _Element, _tags: tuple[str, ...]) -> None:
    if not walk.fields or walk.fields[-1] != "begin":
        walk.facts.find("PKG-119", "field code stands between `begin` and `separate`, found outside")


def _text(walk: Walk, element: _Element, tags: tuple[str, ...]) -> None:
    if tags:
        walk.facts.find("PKG-127", f"`w:t` holds text only, found `{local_name(tags[0])}`")
    text = element.text
    if text and (text[0] in _BLANK or text[-1] in _BLANK) and element.get(_SPACE) != "preserve":
        walk.facts.find("PKG-124", '`w:t` begins or ends with a blank and lacks `xml:space="preserve"`')


def _control(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    parent = element.getparent()
    if parent is not None and parent.tag == _W + "sdtPr":
        walk.facts.controls.append(element.get(_VAL, ""))


def _drawing(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    identifier = element.get("id", "")
    walk.facts.drawings.append(identifier)
    if not identifier.isdigit() or not 0 < int(identifier) < 2**31:
        walk.facts.find("PKG-123", f"drawing id is a whole number from 1, found `{identifier}`")


def _extent(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    for side in ("cx", "cy"):
        if not (value := element.get(side, "")).isdigit() or int(value) == 0:
            walk.facts.find("PKG-132", f"drawing has a positive `{side}`, found `{value}`")


def _hyperlink(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    if anchor := element.get(_W + "anchor", ""):
        if element.get(_RELATIONSHIP) is None:
            walk.facts.anchors.add(anchor)
    elif element.get(_RELATIONSHIP) is None:
        walk.facts.find("PKG-131", "link has neither a target nor a bookmark")


def _note(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    kind = "footnotes" if element.tag.endswith("footnoteReference") else "endnotes"
    walk.facts.notes.add((kind, element.get(_ID, "")))


def _section(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    seen = set()
    for child in element.iterchildren(_W + "headerReference", _W + "footerReference"):
        kind = local_name(child.tag).removesuffix("Reference")
        walk.facts.story_references.append((kind, child.get(_RELATIONSHIP, "")))
        key = (kind, child.get(_TYPE, "default"))
        if key in seen:
            walk.facts.find("PKG-130", f"section has one {key[1]} {kind}, found a second")
        seen.add(key)


def _body(walk: Walk, _element: _Element, tags: tuple[str, ...]) -> None:
    section = _W + "sectPr"
    if tags.count(section) > 1 or (section in tags and tags[-1] != section):
        walk.facts.find("PKG-126", "`w:sectPr` comes once and last in `w:body`, found elsewhere")


def _revision(walk: Walk, element: _Element, _tags: tuple[str, ...]) -> None:
    walk.facts.find("PKG-128", f"revision mark `w:{local_name(element.tag)}`")


def _comment(walk: Walk, _element: _Element, _tags: tuple[str, ...]) -> None:
    walk.facts.find("PKG-129", "reference to a comment")


_REVISIONS = (
    "ins del moveFrom moveTo cellIns cellDel cellMerge pPrChange rPrChange sectPrChange tblPrChange "
    "trPrChange tcPrChange tblGridChange numberingChange delText "
    "delInstrText moveFromRangeStart moveToRangeStart"
)

HANDLERS: dict[str, Handler] = {
    _PARAGRAPH: _paragraph,
    _W + "tc": _cell,
    _W + "tbl": _table,
    _W + "tr": _row,
    _W + "pStyle": _style,
    _W + "rStyle": _style,
    _W + "tblStyle": _style,
    _W + "numId": _number,
    _W + "bookmarkStart": _bookmark_start,
    _W + "bookmarkEnd": _bookmark_end,
    _W + "fldChar": _field_mark,
    _W + "instrText": _field_code,
    _W + "t": _text,
    _W + "id": _control,
    f"{{{WORD_DRAWING}}}docPr": _drawing,
    f"{{{WORD_DRAWING}}}extent": _extent,
    _W + "hyperlink": _hyperlink,
    _W + "footnoteReference": _note,
    _W + "endnoteReference": _note,
    _W + "sectPr": _section,
    _W + "body": _body,
    _W + "commentRangeStart": _comment,
    _W + "commentReference": _comment,
    **{_W + name: _revision for name in _REVISIONS.split()},
}
"""Tag to what it means; a tag that is not here means nothing beyond its place among its siblings."""
