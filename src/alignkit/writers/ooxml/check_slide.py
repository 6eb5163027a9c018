"""Rules for a slide, a layout, a master or a page of notes by itself.

One walk over the tree does all of it, as for the stories of Word: the children of every element are looked up
as one sequence of tags, and what a single element means is a function in `HANDLERS`.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from .check_grammar import Judge
from .check_order_slides import SLIDE_GRAMMAR
from .check_slide_facts import SlideFacts
from .check_slide_reduce import STANDS_FOR, ReducedSlide, remember
from .check_slide_shapes import SHAPES, check_action, check_frame, check_line, check_shape_of
from .check_slide_tables import check_grid
from .check_slide_values import VALUES, check_style_id, check_values
from .namespaces import CHART, COMPATIBILITY, DRAWING, PRESENTATION, RELATIONSHIP_IDS
from .xml_parts import local_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

    from .check_facts import Facts

    Handler = Callable[["Walk", _Element], None]

_A, _P, _C = f"{{{DRAWING}}}", f"{{{PRESENTATION}}}", f"{{{CHART}}}"
_R = f"{{{RELATIONSHIP_IDS}}}"
_FALLBACK = f"{{{COMPATIBILITY}}}Fallback"
_IGNORABLE = f"{{{COMPATIBILITY}}}Ignorable"
_LOOSE = re.compile(rb">\s*[^<\s][^<]*<(?!/a:t(?:ableStyleId)?>)")
"""Text that is not the content of `a:t` or `a:tableStyleId`; what it finds is then looked at in the tree."""
_SMALL = frozenset({_A + "tc", _P + "txBody"})
"""Elements that are not read again once they were found right."""
_TEXT = frozenset({_A + "t", _A + "tableStyleId", _P + "attrName"})

judge = Judge(SLIDE_GRAMMAR.judge)


class Walk:
    """The state of one walk: what was met so far."""

    __slots__ = ("facts", "ids", "names", "on_slide", "reduced", "slide", "spoken_of")

    def __init__(self, facts: Facts, slide: SlideFacts, *, reduced: bool) -> None:
        self.facts = facts
        self.slide = slide
        self.reduced = reduced
        self.on_slide = slide.kind == "sld"
        self.ids: list[str] = []
        self.names: list[str] = []
        self.spoken_of: set[str] = set()


def check_slide(facts: Facts, root: _Element, reduced: ReducedSlide) -> None:
    """Add to `facts` everything a slide says and everything wrong in it; `root` is read from `reduced`."""
    facts.slide = SlideFacts(local_name(root.tag))
    walk = Walk(facts, facts.slide, reduced=bool(reduced.head))
    check_prefixes(facts, root)
    _visit(walk, root)
    facts.where = ""
    _check_unique(walk)
    if _LOOSE.search(reduced.data):
        _check_loose_text(facts, root)
    if not facts.findings:
        remember(reduced)


def check_prefixes(facts: Facts, root: _Element) -> None:
    """PowerPoint refuses a part whose `mc:Ignorable` names a prefix that is not declared."""
    for prefix in root.get(_IGNORABLE, "").split():
        if prefix not in root.nsmap:
            facts.find("PKG-027", f"`mc:Ignorable` names the prefix `{prefix}`, which is not declared")


def _visit(walk: Walk, root: _Element) -> None:
    stack = [root]
    pop, push, handler_of, approved = stack.pop, stack.extend, HANDLERS.get, judge.approved
    while stack:
        element = pop()
        tag = element.tag
        if tag == _FALLBACK:  # it shows the same as the choice beside it, with the same ids
            continue
        if tag in _SMALL and walk.reduced and element.get(STANDS_FOR) is not None:
            continue
        children = list(element)
        tags = tuple([child.tag for child in children]) if children else ()
        if (handler := handler_of(tag)) is not None:
            handler(walk, element)
        if tag in VALUES:
            check_values(walk.facts, element)
        if (tag, tags) not in approved:
            judge(walk.facts, tag, tags)
        if children:
            children.reverse()
            push(children)


def _check_unique(walk: Walk) -> None:
    facts = walk.facts
    for identifier, count in Counter(walk.ids).items():
        if count > 1:
            facts.find("PKG-322", f"shape id `{identifier}` comes {count} times, expected once")
        if not identifier.isdigit() or not 0 < int(identifier) < 2**32:
            facts.find("PKG-322", f"shape id is a whole number from 1, found `{identifier}`")
    for name, count in Counter(name for name in walk.names if name).items():
        if walk.on_slide and count > 1:
            facts.find("PKG-323", f"shape name `{name}` comes {count} times, expected once")
    for (kind, index), count in Counter((h.type, h.index) for h in walk.slide.holders).items():
        if count > 1:
            facts.find("PKG-321", f"placeholder `{kind}` with index {index} comes {count} times")
    for identifier in sorted(walk.spoken_of - set(walk.ids)):
        facts.find("PKG-334", f"animation is of shape `{identifier}`, which is not on the slide")


def _check_loose_text(facts: Facts, root: _Element) -> None:
    for element in root.iter(f"{_A}*", f"{_P}*"):
        tag = str(element.tag)
        if tag not in _TEXT and (element.text or "").strip():
            facts.find("PKG-125", f"loose text in `{local_name(tag)}`")
        if (element.tail or "").strip():
            facts.find("PKG-125", f"loose text after `{local_name(tag)}`")


def _shape(walk: Walk, element: _Element) -> None:
    named = next(element.iter(_P + "cNvPr"), None)
    if named is None:
        return
    name = named.get("name", "")
    walk.facts.where = f"shape `{name}`" if name else walk.facts.where
    walk.ids.append(named.get("id", ""))
    if element.tag != _P + "spTree":
        walk.names.append(name)
        holder = check_shape_of(walk.facts, element, name)
        if holder is not None:
            walk.slide.holders.append(holder)


def _frame(walk: Walk, element: _Element) -> None:
    _shape(walk, element)
    check_frame(walk.facts, element)


def _table(walk: Walk, element: _Element) -> None:
    check_grid(walk.facts, element)


def _picture(walk: Walk, element: _Element) -> None:
    if identifier := element.get(f"{_R}embed", ""):
        walk.slide.targets.append(("image", identifier))


def _chart(walk: Walk, element: _Element) -> None:
    walk.slide.targets.append(("chart", element.get(f"{_R}id", "")))


def _link(walk: Walk, element: _Element) -> None:
    if check_action(walk.facts, element):
        walk.slide.targets.append(("slide", element.get(f"{_R}id", "")))


def _line(walk: Walk, element: _Element) -> None:
    check_line(walk.facts, element)


def _background(walk: Walk, element: _Element) -> None:
    tags = {child.tag for child in element}
    if not tags & {_A + "effectLst", _A + "effectDag"}:
        walk.facts.find("PKG-329", "background `p:bgPr` has an effect list beside its fill, found none")


def _animated(walk: Walk, element: _Element) -> None:
    walk.spoken_of.add(element.get("spid", ""))


def _layout_id(walk: Walk, element: _Element) -> None:
    walk.slide.layouts.append((element.get("id", ""), element.get(f"{_R}id", "")))


def _style_id(walk: Walk, element: _Element) -> None:
    check_style_id(walk.facts, element)


HANDLERS: dict[str, Handler] = {
    **dict.fromkeys(SHAPES, _shape),
    _P + "spTree": _shape,
    _P + "graphicFrame": _frame,
    _A + "tbl": _table,
    _A + "tableStyleId": _style_id,
    _A + "blip": _picture,
    _C + "chart": _chart,
    **dict.fromkeys((_A + n for n in ("hlinkClick", "hlinkHover", "hlinkMouseOver")), _link),
    _A + "ln": _line,
    _P + "bgPr": _background,
    _P + "spTgt": _animated,
    _P + "sldLayoutId": _layout_id,
}
"""Tag to what it means; a tag that is not here means nothing beyond its place and its attributes."""
