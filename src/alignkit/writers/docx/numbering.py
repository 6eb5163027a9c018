"""The numbering of a reference: what its list styles count with, and ours beside it."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from alignkit.writers.ooxml.namespaces import WORD

from .markup import VAL, child, val, w, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lxml.etree import _Element

    from .stylesheet import StyleSheet


@dataclass(frozen=True, slots=True)
class Marked:
    """How the entries of lists at one depth are marked."""

    style: str
    """Style id."""
    abstract: int
    """The definition that counts them."""
    level: int
    """Level within it."""
    own_number: int
    """The `numId` that stands for the definition."""
    number: int | None = None
    """The `numId` each entry has to name, when its style does not."""


class Numbering:
    """A `w:numbering` tree with its look-ups."""

    def __init__(self, root: _Element | None) -> None:
        self.root = etree.Element(w("numbering"), nsmap={"w": WORD}) if root is None else root
        for extra in self.root.findall(w("numIdMacAtCleanup")):
            self.root.remove(extra)

    def abstracts(self) -> list[_Element]:
        """The definitions."""
        return self.root.findall(w("abstractNum"))

    def numbers(self) -> list[_Element]:
        """The lists that use them."""
        return self.root.findall(w("num"))

    def abstract_of(self, number: int) -> _Element | None:
        """The definition behind a `numId`, a linked one followed to where it is defined."""
        found = next((n for n in self.numbers() if whole(n.get(w("numId")), -1) == number), None)
        id_ = val(found, "abstractNumId")
        abstract = next((a for a in self.abstracts() if a.get(w("abstractNumId")) == id_), None)
        if linked := val(abstract, "numStyleLink"):
            return next((a for a in self.abstracts() if val(a, "styleLink") == linked), abstract)
        return abstract

    def next_number(self) -> int:
        """A `numId` above all others."""
        return max([whole(n.get(w("numId"))) for n in self.numbers()], default=0) + 1

    def next_abstract(self) -> int:
        """An `abstractNumId` above all others."""
        return max([whole(a.get(w("abstractNumId"))) for a in self.abstracts()], default=-1) + 1

    def prune(self, used: set[int]) -> None:
        """Leave out the lists of a body that is gone: all but those of `used`."""
        for number in self.numbers():
            if whole(number.get(w("numId")), -1) not in used:
                self.root.remove(number)
        kept = {val(number, "abstractNumId") for number in self.numbers()}
        for abstract in self.abstracts():
            linked = val(abstract, "styleLink") or val(abstract, "numStyleLink")
            if abstract.get(w("abstractNumId")) not in kept and not linked:
                self.root.remove(abstract)

    def add(self, ours: Numbering) -> dict[int, int]:
        """Our definitions beside theirs; answers our `numId` with the new one."""
        shift, first = self.next_abstract(), self.next_number()
        at = len(self.root.findall(w("numPicBullet"))) + len(self.abstracts())
        for abstract in ours.abstracts():
            copy = deepcopy(abstract)
            copy.set(w("abstractNumId"), str(whole(abstract.get(w("abstractNumId"))) + shift))
            self.root.insert(at, copy)
            at += 1
        moved = {}
        for position, number in enumerate(ours.numbers()):
            copy = deepcopy(number)
            copy.set(w("numId"), str(first + position))
            link = child(copy, "abstractNumId")
            assert link is not None  # noqa: S101 - our own file, and its test reads it
            link.set(VAL, str(whole(link.get(VAL)) + shift))
            self.root.append(copy)
            moved[whole(number.get(w("numId")))] = first + position
        return moved

    def relink(self, added: Iterable[int], styles: Mapping[str, str]) -> None:
        """Point levels of the lists `added` at their new styles; one whose style was not added loses it."""
        for abstract in [a for a in map(self.abstract_of, added) if a is not None]:
            for link in list(abstract.iter(w("pStyle"))):
                target, parent = styles.get(link.get(VAL, "")), link.getparent()
                if target is not None:
                    link.set(VAL, target)
                elif parent is not None:
                    parent.remove(link)


def numbering_of(sheet: StyleSheet, style: str) -> tuple[int, int]:
    """`numId` and level that a style brings; 0 without one."""
    properties = sheet.inherited(style, "pPr", "numPr", "numId")
    level = sheet.inherited(style, "pPr", "numPr", "ilvl")
    number = whole(properties.get(VAL)) if properties is not None else 0
    return number, whole(level.get(VAL)) if level is not None else 0


def format_at(abstract: _Element | None, level: int) -> str:
    """Number format of a level, such as `bullet` or `decimal`; empty without one."""
    if abstract is None:
        return ""
    for found in abstract.iterfind(w("lvl")):
        if whole(found.get(w("ilvl"))) == level:
            return val(found, "numFmt") or "decimal"
    return ""


def counts_as(fmt: str, *, bullet: bool) -> bool:
    """Whether a number format makes bullets, or numbers."""
    return fmt == "bullet" if bullet else fmt not in {"", "bullet", "none"}
