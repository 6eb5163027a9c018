"""A chart of a document: the numbers it draws, and the workbook they come from."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree

from pages import RELATIONSHIP_ID, Chart, Series

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from pages import Archive

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def read_chart(archive: Archive, name: str, where: str, alternative: str) -> Chart:
    """The chart in a part with its embedded workbook."""
    root = archive.xml(name)
    external = root.find(f"{C}externalData")
    cells: dict[str, float | str] = {}
    formulas: dict[str, str] = {}
    if external is not None:
        workbook = archive.related(name)[external.attrib[RELATIONSHIP_ID]]
        cells, formulas = read_workbook(archive.parts[workbook])
    series = tuple(_series(element) for element in root.iter(f"{C}ser"))
    return Chart(where, series, cells, formulas, alternative)


def _series(element: Element) -> Series:
    numbers = element.find(f"{C}val/{C}numRef")
    if numbers is None:
        numbers = element.find(f"{C}yVal/{C}numRef")
    labels = tuple(
        "".join(piece.text or "" for piece in rich.iter(f"{A}t")) for rich in element.iter(f"{C}rich")
    )
    code = element.find(f"{C}dLbls/{C}numFmt")
    return Series(
        " ".join(_points(element.find(f"{C}tx/{C}strRef/{C}strCache")).values()),
        tuple(_points(element.find(f"{C}cat/{C}strRef/{C}strCache")).values()),
        () if numbers is None else _numbers(numbers.find(f"{C}numCache")),
        "" if code is None else code.attrib["formatCode"],
        "" if numbers is None else numbers.findtext(f"{C}f", ""),
        labels,
    )


def _points(cache: Element | None) -> dict[int, str]:
    if cache is None:
        return {}
    return {int(point.attrib["idx"]): point.findtext(f"{C}v", "") for point in cache.iter(f"{C}pt")}


def _numbers(cache: Element | None) -> tuple[float | None, ...]:
    points = _points(cache)
    count = cache.find(f"{C}ptCount") if cache is not None else None
    length = int(count.attrib["val"]) if count is not None else 0
    return tuple(float(points[index]) if index in points else None for index in range(length))


def read_workbook(content: bytes) -> tuple[dict[str, float | str], dict[str, str]]:
    """Values and formulas of the first sheet, by cell."""
    cells: dict[str, float | str] = {}
    formulas: dict[str, str] = {}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheet = ElementTree.fromstring(package.read("xl/worksheets/sheet1.xml"))  # noqa: S314 - made by the program under test
        shared = _shared(package)
    for cell in sheet.iter(f"{_S}c"):
        name, kind = cell.attrib["r"], cell.get("t", "n")
        if (formula := cell.findtext(f"{_S}f")) is not None:
            formulas[name] = formula
        value = cell.findtext(f"{_S}v")
        if kind == "inlineStr":
            cells[name] = "".join(piece.text or "" for piece in cell.iter(f"{_S}t"))
        elif value is not None and kind == "s":
            cells[name] = shared[int(value)]
        elif value is not None:
            cells[name] = float(value) if kind == "n" else value
    return cells, formulas


def _shared(package: zipfile.ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    root = ElementTree.fromstring(package.read("xl/sharedStrings.xml"))  # noqa: S314 - made by the program under test
    return ["".join(piece.text or "" for piece in entry.iter(f"{_S}t")) for entry in root.iter(f"{_S}si")]


def column_cells(reference: str) -> list[str]:
    """The cells of a reference such as `Data!$B$2:$B$5`."""
    ends = re.findall(r"\$?([A-Z]+)\$?(\d+)", reference.rpartition("!")[2])
    if not ends:
        return []
    (column, first), (_, last) = ends[0], ends[-1]
    return [f"{column}{row}" for row in range(int(first), int(last) + 1)]
