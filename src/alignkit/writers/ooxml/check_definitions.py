"""Rules for the parts that define what stories use: styles, numbering, notes, settings."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from .check_order import judge_children
from .namespaces import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .check_facts import Facts

_W = f"{{{WORD}}}"
_VAL, _ID = _W + "val", _W + "id"
_STYLE, _STYLE_ID = _W + "style", _W + "styleId"
_NUM, _NUM_ID = _W + "num", _W + "numId"
_ABSTRACT, _ABSTRACT_ID = _W + "abstractNum", _W + "abstractNumId"


def _check_order(facts: Facts, root: _Element) -> None:
    for element in root.iter():
        if len(element):
            for code, message in judge_children(element.tag, tuple(child.tag for child in element)):
                facts.find(code, message)


def _repeated(values: list[str]) -> list[str]:
    return [value for value, count in Counter(values).items() if count > 1]


def _value(element: _Element, name: str) -> str:
    child = element.find(_W + name)
    return "" if child is None else child.get(_VAL, "")


def check_styles(facts: Facts, root: _Element) -> None:
    """Add what a styles part defines, and what is wrong with it."""
    styles = root.findall(_STYLE)
    names = [style.get(_STYLE_ID, "") for style in styles]
    facts.defined_styles = frozenset(names)
    for name in _repeated(names):
        facts.find("PKG-112", f"style `{name}` is defined more than once")
    parents = {}
    for style, name in zip(styles, names, strict=True):
        facts.where = f"style {name}"
        parents[name] = _value(style, "basedOn")
        for relation in ("basedOn", "next", "link"):
            if (other := _value(style, relation)) and other not in facts.defined_styles:
                facts.find("PKG-108", f"style `{name}` refers to the style `{other}`, which is not defined")
    facts.where = ""
    for name in names:
        if _is_circular(name, parents):
            facts.find("PKG-112", f"style `{name}` is based on itself")
    facts.numbers |= {element.get(_VAL, "") for element in root.iter(_NUM_ID)}
    _check_order(facts, root)


def _is_circular(name: str, parents: dict[str, str]) -> bool:
    seen, current = {name}, parents.get(name, "")
    while current and current not in seen:
        seen.add(current)
        current = parents.get(current, "")
    return current == name


def check_numbering(facts: Facts, root: _Element) -> None:
    """Add what a numbering part defines, and what is wrong with it."""
    numbers = [num.get(_NUM_ID, "") for num in root.findall(_NUM)]
    abstracts = [abstract.get(_ABSTRACT_ID, "") for abstract in root.findall(_ABSTRACT)]
    facts.defined_numbers = frozenset(numbers)
    for kind, values in (("numbering", numbers), ("abstract numbering", abstracts)):
        for value in _repeated(values):
            facts.find("PKG-111", f"{kind} `{value}` is defined more than once")
    for num in root.findall(_NUM):
        if (abstract := _value(num, "abstractNumId")) not in abstracts:
            number = num.get(_NUM_ID, "")
            facts.find(
                "PKG-110",
                f"numbering `{number}` refers to abstract numbering `{abstract}`, which is not defined",
            )
    facts.styles |= {element.get(_VAL, "") for element in root.iter(_W + "pStyle", _W + "numStyleLink")}
    _check_order(facts, root)


def check_notes(facts: Facts, root: _Element) -> None:
    """Add the ids of the notes that a part of footnotes or endnotes defines."""
    facts.defined_notes = frozenset(note.get(_ID, "") for note in root)


def check_settings(facts: Facts, root: _Element) -> None:
    """Add what is wrong with the settings of a finished document."""
    if root.find(_W + "trackRevisions") is not None:
        facts.find("PKG-128", "settings turn revision marks on")
    separators = root.iter(_W + "footnote", _W + "endnote")
    facts.notes |= {(f"{note.tag.rpartition('}')[2]}s", note.get(_ID, "")) for note in separators}
