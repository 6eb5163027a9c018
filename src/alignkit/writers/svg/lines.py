"""Lines over time."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.writers.chart_shapes import tops
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

    from alignkit.model.charts import Chart

_TOP, _HEIGHT = 22.0, 230.0
_NAMES = 180.0
"""Most room for the names of series, at the right."""


def lines(plot: Plot) -> tuple[float, list[Html]]:
    """The height of the drawing and its parts."""
    chart = plot.chart
    left = max(text_width(plot.label(mark), SIZE) for mark in ticks(plot.scale)) + 12
    names = {index: fitted(chart.series[index].name, _NAMES, 1)[0] for index in visible(chart)}
    right = WIDTH - max((text_width(name, SIZE) for name in names.values()), default=0.0) - 12
    is_step = chart.kind is ChartKind.STEP
    step = (right - left - 24) / max(len(chart.categories) - (0 if is_step else 1), 1)

    def x(index: float) -> float:
        return left + 12 + step * (index + (0.5 if is_step else 0.0))

    def y(value: Decimal) -> float:
        return _TOP + _HEIGHT * (1 - plot.scale.share(value))

    parts = [part for mark in ticks(plot.scale) for part in _tick(plot.label(mark), left, right, y(mark))]
    if chart.limit is not None:
        height = y(chart.limit)
        parts += [limit_line((left, height), (right, height)), limit_words(plot, left + 4, height - 6)]
    if chart.kind is ChartKind.AREA:
        parts += _areas(chart, x, y)
    else:
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


def _path(chart: Chart, series: int, x: Callable[[float], float], y: Callable[[Decimal], float]) -> Html:
    """The points joined, with a gap where there is no number; where a stretch ends stands a dot."""
    values = chart.series[series].values
    fill = colour(chart, series)
    moves, dots = "", []
    for index, value in enumerate(values):
        if value is None:
            continue
        begins = index == 0 or values[index - 1] is None
        if chart.kind is ChartKind.STEP:
            ends = (x(index - 0.5), x(index + 0.5))
            moves += f"{'M' if begins else 'L'}{ends[0]:.1f} {y(value):.1f}L{ends[1]:.1f} {y(value):.1f}"
            continue
        moves += f"{'M' if begins else 'L'}{x(index):.1f} {y(value):.1f}"
        if index + 1 == len(values) or values[index + 1] is None or index in chart.highlight:
            dots.append(element("circle", cx=f"{x(index):.1f}", cy=f"{y(value):.1f}", r="4", fill=fill))
    width = "2.5" if chart.series[series].highlight else "2"
    return join((element("path", d=moves, fill="none", stroke=fill, stroke_width=width), *dots))


def _names(
    chart: Chart, names: dict[int, str], x: Callable[[float], float], y: Callable[[Decimal], float]
) -> list[Html]:
    """Each series' name behind its last point, moved where two would meet."""
    ends = sorted((y(value), x(point), index) for index in names for point, value in _ends(chart, index))
    heights = _apart([height + BASE for height, _, _ in ends], _TOP + _HEIGHT + BASE)
    parts: list[Html] = []
    for height, (_, end, index) in zip(heights, ends, strict=True):
        is_strong = chart.series[index].highlight
        fill = colour(chart, index) if is_strong else "var(--grey)"
        weight = "700" if is_strong else "400"
        parts.append(words(end + 10, height, names[index], fill=fill, font_weight=weight))
    return parts


def _apart(heights: list[float], lowest: float) -> list[float]:
    """Baselines at least a line apart, moved down, and up again where they would pass the lowest."""
    found: list[float] = []
    for height in heights:
        found.append(max(height, found[-1] + LINE) if found else height)
    for at in range(len(found) - 1, -1, -1):
        found[at] = min(found[at], lowest - LINE * (len(found) - 1 - at))
    return found


def _areas(chart: Chart, x: Callable[[float], float], y: Callable[[Decimal], float]) -> list[Html]:
    """The areas, the highest first, so that each covers the part that belongs to those below it."""
    floor = y(Decimal(0))
    parts = []
    for index in reversed(visible(chart)):
        edge = [(x(at), y(value)) for at, value in enumerate(tops(chart)[index])]
        line = "L".join(f"{across:.1f} {down:.1f}" for across, down in edge)
        moves = f"M{edge[0][0]:.1f} {floor:.1f}L{line}L{edge[-1][0]:.1f} {floor:.1f}Z"
        parts.append(element("path", d=moves, fill=colour(chart, index)))
    return parts


def _ends(chart: Chart, series: int) -> list[tuple[float, Decimal]]:
    """Where the name of a series stands: at its last point, at the end of its last step, in its band."""
    last = _last(chart, series)
    if chart.kind is ChartKind.STEP:
        return [(at + 0.5, value) for at, value in last]
    if chart.kind is ChartKind.AREA and last:
        end = len(chart.categories) - 1
        return [(end, tops(chart)[series][end] - (chart.series[series].values[end] or Decimal(0)) / 2)]
    return [(at, value) for at, value in last]


def _last(chart: Chart, series: int) -> list[tuple[int, Decimal]]:
    values = chart.series[series].values
    return [(index, value) for index, value in enumerate(values) if value is not None][-1:]
