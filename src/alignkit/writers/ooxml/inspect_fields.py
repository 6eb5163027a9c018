"""Fields of a company's document that would run a program or fetch a file when someone opens it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from .namespaces import WORD

if TYPE_CHECKING:
    from lxml.etree import _Element

_W = f"{{{WORD}}}"
_MARK, _TYPE, _SIMPLE, _INSTRUCTION = (_W + n for n in ("fldChar", "fldCharType", "fldSimple", "instr"))
_CODES = frozenset({_W + "instrText", _W + "delInstrText"})
_PARTS_OF_FIELDS = frozenset({_MARK, *_CODES})
DANGEROUS = frozenset(
    {
        "DDE",
        "DDEAUTO",
        "INCLUDETEXT",
        "INCLUDEPICTURE",
        "INCLUDE",
        "LINK",
        "IMPORT",
        "DATABASE",
        "MACROBUTTON",
    }
)
"""Field codes that fetch, run or embed something from outside the document."""
_WORD = re.compile(r"[A-Za-z]+")


@dataclass(slots=True)
class Field:
    """A field, with the elements it is made of."""

    code: str = ""
    """Its instruction, put together from all its runs."""
    elements: list[_Element] = field(default_factory=list)
    """The marks and instructions it is made of; for a simple field the field itself."""
    shows: bool = False
    """Whether its result has begun."""
    computed: bool = False
    """Whether another field stands before its code word, so that the word itself is computed."""

    @property
    def word(self) -> str:
        """The code word in capitals, or `computed` if another field makes it."""
        if self.computed:
            return "computed"
        match = _WORD.match(self.code.strip().lstrip('"').strip())
        return match[0].upper() if match else ""

    @property
    def is_dangerous(self) -> bool:
        """Whether it would reach outside the document."""
        return self.computed or self.word in DANGEROUS


def dangerous_fields(root: _Element) -> list[Field]:
    """The fields of a part that reach outside the document, in their order."""
    found: list[Field] = []
    open_fields: list[Field] = []
    for element in root.iter(_MARK, _SIMPLE, *_CODES):
        if element.tag == _SIMPLE:
            found.append(Field(element.get(_INSTRUCTION, ""), [element]))
        elif element.tag in _CODES:
            _add_code(open_fields, found, element)
        else:
            _take_mark(open_fields, found, element)
    return [one for one in found + open_fields if one.is_dangerous]


def _add_code(open_fields: list[Field], found: list[Field], element: _Element) -> None:
    text = element.text or ""
    if not open_fields:
        found.append(Field(text, [element]))
        return
    current = open_fields[-1]
    current.elements.append(element)
    if not current.shows:
        current.code += text


def _take_mark(open_fields: list[Field], found: list[Field], element: _Element) -> None:
    kind = element.get(_TYPE)
    if kind == "begin":
        if open_fields and not open_fields[-1].shows and not open_fields[-1].code.strip():
            open_fields[-1].computed = True
        open_fields.append(Field(elements=[element]))
    elif open_fields:
        current = open_fields[-1]
        current.elements.append(element)
        if kind == "end":
            found.append(open_fields.pop())
        else:
            current.shows = True


def remove_field(one: Field) -> None:
    """Take a field out of its part and leave the text it last showed."""
    for element in one.elements:
        parent = element.getparent()
        if parent is None:
            continue
        if element.tag == _SIMPLE:
            place = parent.index(element)
            parent[place : place + 1] = list(element)
        else:
            parent.remove(element)
