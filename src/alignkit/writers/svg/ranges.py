"""Lowest, mean and highest as dots on a line for each row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.hypertext import Html, element

from .geometry import line_scale, text_width
from .marks import BASE, SIZE, rule, words
from .rows import BAND, names, rows

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from alignkit.model.charts import Chart

    from .rows import Rows


def ranges(chart: Chart, label: Callable[[Decimal], str]) -> tuple[float, list[Html]]:
    """The height of the drawing and its parts."""
    ends = [_room(chart, index, label) for index in (0, -1)]
    place = rows(chart, line_scale(chart), *ends)
    parts = names(chart, place)
    for row in range(len(chart.categories)):
        parts += _row(chart, row, place, label)
    return BAND * len(chart.categories) + 6, parts


def _room(chart: Chart, index: int, label: Callable[[Decimal], str]) -> float:
    series = chart.series[index]
    widths = (text_width(_said(chart, index, row, label), SIZE) for row in range(len(series.values)))
    return max(widths, default=0.0) + 16


def _said(chart: Chart, index: int, row: int, label: Callable[[Decimal], str]) -> str:
    """A number, in the first row with the name of its series."""
    series = chart.series[index]
    value = series.values[row]
    if value is None:
        return ""
    first = next(at for at, one in enumerate(series.values) if one is not None)
    return f"{series.name} {label(value)}".strip() if row == first else label(value)


def _row(chart: Chart, row: int, place: Rows, label: Callable[[Decimal], str]) -> list[Html]:
    known = [(index, one.values[row]) for index, one in enumerate(chart.series)]
    dots = [(index, place.x(value)) for index, value in known if value is not None]
    if not dots:
        return []
    y = place.y(row)
    parts = [rule((dots[0][1], y), (dots[-1][1], y), stroke="#b9c4cb", stroke_width="2")]
    is_single = dots[0][1] == dots[-1][1]
    is_lit = not chart.highlight or row in chart.highlight
    for index, x in dots:
        is_middle = 0 < index < len(chart.series) - 1
        if is_single and len(dots) > 2 and not is_middle:
            continue
        fill = "var(--accent)" if is_middle and is_lit else "#93a1aa"
        parts.append(element("circle", cx=f"{x:.1f}", cy=f"{y:.1f}", r="6" if is_middle else "4", fill=fill))
        said = _said(chart, index, row, label)
        if is_middle:
            parts.append(words(x, y - 10, said, "middle", font_weight="700"))
        else:
            side = ("end", -10) if index == 0 else ("start", 10)
            parts.append(words(x + side[1], y + BASE, said, side[0]))
    return parts
