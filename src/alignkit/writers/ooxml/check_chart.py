"""Rules for a chart part: axes that exist, caches that agree, a workbook behind it."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from .namespaces import CHART, RELATIONSHIP_IDS
from .xml_parts import local_name

if TYPE_CHECKING:
    from lxml.etree import _Element

    from .check_facts import Facts

_C = f"{{{CHART}}}"
_AXES = frozenset(_C + name for name in ("valAx", "catAx", "dateAx", "serAx"))
_AXIS_COUNT = {
    _C + name: 2 for name in ("barChart", "lineChart", "areaChart", "scatterChart", "bubbleChart")
} | {_C + name: 0 for name in ("pieChart", "doughnutChart", "ofPieChart")}
"""How many axes each kind of plot refers to; kinds that are not here are not counted."""
_OF_POINTS = frozenset((_C + "scatterChart", _C + "bubbleChart"))
"""Plots whose series have places of their own instead of categories in common."""
_CACHES = frozenset(_C + name for name in ("strCache", "numCache", "strLit", "numLit"))
_LABELS = (_C + "cat", _C + "xVal")
_VALUES = (_C + "val", _C + "yVal")


def check_chart(facts: Facts, root: _Element) -> None:
    """Add everything that is wrong with one chart, seen without its workbook."""
    facts.is_chart = True
    area = root.find(f"{_C}chart/{_C}plotArea")
    if area is None:
        facts.find("PKG-201", "chart has no plot area")
        return
    _check_axes(facts, area)
    plots = [child for child in area if str(child.tag).endswith("Chart")]
    if not plots:
        facts.find("PKG-201", "chart has no plot")
    for plot in plots:
        _check_plot(facts, plot)
    _check_workbook_link(facts, root)


def _value(element: _Element, name: str) -> str:
    child = element.find(_C + name)
    return "" if child is None else child.get("val", "")


def _check_axes(facts: Facts, area: _Element) -> None:
    axes = [child for child in area if child.tag in _AXES]
    ids = [_value(axis, "axId") for axis in axes]
    for identifier in ids:
        if not identifier.isdigit() or not 0 < int(identifier) < 2**31:
            facts.find("PKG-202", f"axis id is a whole number from 1, found `{identifier}`")
        if ids.count(identifier) > 1:
            facts.find("PKG-202", f"axis id `{identifier}` comes more than once")
    for axis in axes:
        if (crossing := _value(axis, "crossAx")) not in ids:
            facts.find("PKG-203", f"axis crosses axis `{crossing}`, which does not exist")
    for plot in area:
        if not str(plot.tag).endswith("Chart"):
            continue
        # Office writes 0 for the depth axis that a 3-D plot does not show
        used = [element.get("val", "") for element in plot.findall(_C + "axId")]
        kind = local_name(plot.tag)
        for identifier in used:
            if identifier not in ids and (identifier, kind[-7:]) != ("0", "3DChart"):
                facts.find("PKG-203", f"`c:{kind}` refers to axis `{identifier}`, which does not exist")
        expected = _AXIS_COUNT.get(plot.tag)
        if expected is not None and len(used) != expected:
            facts.find("PKG-203", f"`c:{kind}` has {expected} axes, found {len(used)}")


def _check_plot(facts: Facts, plot: _Element) -> None:
    series = plot.findall(_C + "ser")
    if not series:
        facts.find("PKG-204", f"`c:{local_name(plot.tag)}` has no series")
    lengths = set()
    for number, one in enumerate(series, 1):
        facts.where = f"series {number}"
        labels, values = _check_data(facts, one, _LABELS), _check_data(facts, one, _VALUES)
        lengths.add(values)
        if labels is not None and values is not None and labels != values:
            facts.find("PKG-207", f"series has {values} values for {labels} categories")
    facts.where = ""
    shares_categories = plot.tag not in _OF_POINTS
    if shares_categories and len(lengths) > 1 and None not in lengths:
        found = ", ".join(str(length) for length in sorted(n for n in lengths if n is not None))
        facts.find("PKG-207", f"series of one plot are equally long, found {found} values")


def _check_data(facts: Facts, series: _Element, names: tuple[str, str]) -> int | None:
    """How many points a series' categories or values have; None if that cannot be told."""
    data = next((child for child in series if child.tag in names), None)
    name = local_name(names[0])
    if data is None:
        facts.find("PKG-205", f"series has no `c:{name}`")
        return None
    cache = next((element for element in data.iter() if element.tag in _CACHES), None)
    if cache is None:
        facts.find("PKG-205", f"`c:{name}` has no cached values")
        return None
    return _check_cache(facts, cache, name)


def _check_cache(facts: Facts, cache: _Element, name: str) -> int | None:
    declared = _value(cache, "ptCount")
    points = cache.findall(_C + "pt")
    if not declared.isdigit():
        facts.find("PKG-206", f"`c:{name}` declares no number of points")
        return None
    count = int(declared)
    places = [point.get("idx", "") for point in points]
    within = all(place.isdigit() and int(place) < count for place in places)
    if not within or len(set(places)) != len(places) or (not points and count):
        facts.find("PKG-206", f"`c:{name}` declares {count} points, found {len(points)}")
    if local_name(cache.tag).startswith("num"):
        for point in points:
            _check_number(facts, point)
    return count


def _check_number(facts: Facts, point: _Element) -> None:
    text = point.findtext(_C + "v") or ""
    try:
        finite = math.isfinite(float(text))
    except ValueError:
        finite = False
    if not finite:
        facts.find("PKG-208", f"chart value is a number, found `{text}`")


def _check_workbook_link(facts: Facts, root: _Element) -> None:
    data = root.find(_C + "externalData")
    if data is None or not data.get(f"{{{RELATIONSHIP_IDS}}}id"):
        facts.find("PKG-209", "chart has no workbook, so its data cannot be edited")
