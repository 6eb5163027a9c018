"""What stands on the pages of a file: passages of text with the figures marked in them, and charts."""

from __future__ import annotations

import posixpath
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple
from xml.etree import ElementTree

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path
    from xml.etree.ElementTree import Element

LEDGER = "{urn:alignkit:ledger:1}figure"
RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
RELATIONSHIP_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


class Mark(NamedTuple):
    """A figure in a passage."""

    start: int
    end: int
    key: str
    ledger: str
    """What the ledger of the file says stands there."""


class Passage(NamedTuple):
    """A paragraph, a cell or a line of text in a shape."""

    where: str
    text: str
    marks: tuple[Mark, ...] = ()
    heads: str = ""
    """Headings of its row and column, and the caption of its table."""
    style: str = ""
    fields: tuple[tuple[int, int, str], ...] = ()
    """Where the program that opens the file puts a number, and its instruction."""
    row: str = ""
    """Names the table row it stands in; empty outside of tables."""


class Lost(NamedTuple):
    """A figure the ledger knows and the page does not show."""

    where: str
    key: str
    text: str


class Series(NamedTuple):
    """A row of numbers in a chart."""

    name: str
    categories: tuple[str, ...]
    values: tuple[float | None, ...]
    code: str
    """Format code of its labels."""
    reference: str
    """Cells of the workbook the numbers come from."""
    labels: tuple[str, ...] = ()
    """Texts of its labels where they are typed."""


class Chart(NamedTuple):
    """A chart with the workbook behind it."""

    where: str
    series: tuple[Series, ...]
    cells: Mapping[str, float | str]
    """Values of the workbook by cell, such as `B2`."""
    formulas: Mapping[str, str]
    alternative: str
    """What is read out in place of the picture."""


@dataclass
class Pages:
    """Everything a file shows."""

    name: str
    passages: list[Passage] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    lost: list[Lost] = field(default_factory=list)


class Archive:
    """The parts of an Office file."""

    def __init__(self, path: Path) -> None:
        with zipfile.ZipFile(path) as package:
            self.parts = {name: package.read(name) for name in package.namelist()}

    def xml(self, name: str) -> Element:
        """A part as a tree."""
        return ElementTree.fromstring(self.parts[name])  # noqa: S314 - the file was made by the program under test

    def related(self, name: str) -> dict[str, str]:
        """The parts a part refers to, by relationship id."""
        folder, base = posixpath.split(name)
        listing = f"{folder}/_rels/{base}.rels"
        if listing not in self.parts:
            return {}
        return {
            entry.attrib["Id"]: posixpath.normpath(
                posixpath.join(
                    "/" if entry.attrib["Target"].startswith("/") else f"/{folder}", entry.attrib["Target"]
                )
            ).lstrip("/")
            for entry in self.xml(listing).iter(RELATIONSHIP)
            if entry.get("TargetMode") != "External"
        }

    def ledger(self) -> list[dict[str, str]]:
        """The entries of the figures in the file, in order."""
        name = "customXml/item1.xml"
        return [dict(entry.attrib) for entry in self.xml(name).iter(LEDGER)] if name in self.parts else []

    def named(self, pattern: str) -> list[str]:
        """The names of parts, those with numbers in the order of the numbers."""
        found = [name for name in self.parts if re.fullmatch(pattern, name)]
        return sorted(found, key=lambda name: [int(part) for part in re.findall(r"\d+", name)])


def beside(number: str, text: str, start: int) -> bool:
    """Whether what stands at `start` is the number and not a part of a longer one."""
    end = start + len(number)
    return not re.search(r"[\w.,]$", text[:start].rstrip("("), re.ASCII) and not re.match(
        r"[.,]?\d|%", text[end:], re.ASCII
    )


def locate(number: str, texts: Sequence[str], at: tuple[int, int]) -> tuple[int, int] | None:
    """The first place of a number in texts from `at` on, as the text and where in it."""
    for index in range(at[0], len(texts)):
        start = texts[index].find(number, at[1] if index == at[0] else 0)
        while start >= 0 and not beside(number, texts[index], start):
            start = texts[index].find(number, start + 1)
        if start >= 0:
            return index, start
    return None
