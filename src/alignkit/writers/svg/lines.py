"""Lines over time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.hypertext import Html, element, join

from .geometry import text_width, ticks
from .marks import (
    BASE,
    LINE,
    SIZE,
    WIDTH,
    Plot,
    colour,
    fitted,
    limit_line,
    limit_words,
    rule,
    visible,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from alignkit.model.blocks import Chart

_TOP, _HEIGHT = 22.0, 230.0
_NAMES = 180.0
"""Most room for the names of series, at the right."""


def lines(plot: Plot) -> tuple[float, list[Html]]:
    """The height of the drawing and its parts."""
    chart = plot.chart
    left = max(text_width(plot.label(mark), SIZE) for mark in ticks(plot.scale)) + 12
    names = {index: fitted(chart.series[index].name, _NAMES, 1)[0] for index in visible(chart)}
    right = WIDTH - max((text_width(name, SIZE) for name in names.values()), default=0.0) - 12
    step = (right - left - 24) / max(len(chart.categories) - 1, 1)

    def x(index: int) -> float:
        return left + 12 + step * index

    def y(value: Decimal) -> float:
        return _TOP + _HEIGHT * (1 - plot.scale.share(value))

    parts = [part for mark in ticks(plot.scale) for part in _tick(plot.label(mark), left, right, y(mark))]
    if chart.limit is not None:
        height = y(chart.limit)
        parts += [limit_line((left, height), (right, height)), limit_words(plot, left + 4, height - 6)]
    parts += [_path(chart, index, x, y) for index in names]
    parts += _names(chart, names, x, y)
    base = _TOP + _HEIGHT + 20
    parts += [words(x(index), base, chart.categories[index], "middle") for index in _named(chart, step)]
    return base + 10, parts


def _tick(label: str, left: float, right: float, y: float) -> list[Html]:
    return [rule((left, y), (right, y)), words(left - 10, y + BASE, label, "end", fill="var(--grey)")]


def _named(chart: Chart, step: float) -> range:
    """The categories whose names have room: each, every second, every third ..."""
    widest = max(text_width(category, SIZE) for category in chart.categories) + 12
    return range(0, len(chart.categories), max(1, -int(-widest // max(step, 1.0))))


def _path(chart: Chart, series: int, x: Callable[[int], float], y: Callable[[Decimal], float]) -> Html:
    """The points joined, with a gap where there is no number; where a stretch ends stands a dot."""
    values = chart.series[series].values
    fill = colour(chart, series)
    moves, dots = "", []
    for index, value in enumerate(values):
        if value is None:
            continue
        begins = index == 0 or values[index - 1] is None
        moves += f"{'M' if begins else 'L'}{x(index):.1f} {y(value):.1f}"
        if index + 1 == len(values) or values[index + 1] is None or index in chart.highlight:
            dots.append(element("circle", cx=f"{x(index):.1f}", cy=f"{y(value):.1f}", r="4", fill=fill))
    width = "2.5" if chart.series[series].highlight else "2"
    return join((element("path", d=moves, fill="none", stroke=fill, stroke_width=width), *dots))


def _names(
    chart: Chart, names: dict[int, str], x: Callable[[int], float], y: Callable[[Decimal], float]
) -> list[Html]:
    """Each series' name behind its last point, moved down where two would meet."""
    ends = sorted((y(value), x(point), index) for index in names for point, value in _last(chart, index))
    parts: list[Html] = []
    lowest = float("-inf")
    for height, end, index in ends:
        lowest = max(height + BASE, lowest + LINE)
        is_strong = chart.series[index].highlight
        fill = colour(chart, index) if is_strong else "var(--grey)"
        weight = "700" if is_strong else "400"
        parts.append(words(end + 10, lowest, names[index], fill=fill, font_weight=weight))
    return parts


def _last(chart: Chart, series: int) -> list[tuple[int, Decimal]]:
    values = chart.series[series].values
    return [(index, value) for index, value in enumerate(values) if value is not None][-1:]
