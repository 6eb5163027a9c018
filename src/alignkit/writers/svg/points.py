"""Points by two measures, each with its name beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.chart_shapes import axis_ends, joined_names, spreads
from alignkit.writers.hypertext import Html, element
from alignkit.writers.label_places import Named, places
from alignkit.writers.number_code import shown

from .geometry import Scale, text_width
from .marks import BASE, LINE, SIZE, WIDTH, axis, colour, fitted, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from decimal import Decimal

    from alignkit.model.charts import Axis, Chart
    from alignkit.writers.chart_shapes import Spread

    Place = Callable[[Decimal], float]

_TOP, _HEIGHT, _RADIUS = 14.0, 380.0, 5.0
_GREY = "#7f8b94"
_NAMES = 150.0
"""Names that share a label are wrapped at this width."""


def points(chart: Chart, language: str) -> tuple[float, list[Html]]:
    """The height of the drawing and its parts."""
    flat = tuple(value for one in chart.series for value in one.across)
    tall = tuple(value for one in chart.series for value in one.values)
    across, upright = _scale(chart.across, flat), _scale(chart.upright, tall)
    marks = [
        (mark, shown(mark, _code(chart, chart.upright), chart.locale or language))
        for mark in _marks(chart.upright, tall)
    ]
    left = max(text_width(line, SIZE) for _, line in marks) + 12
    top = _TOP + (LINE + 8 if _title(chart.upright) else 0)
    right, bottom = WIDTH - 24, top + _HEIGHT

    def x(value: Decimal) -> float:
        return left + (right - left) * across.share(value)

    def y(value: Decimal) -> float:
        return top + _HEIGHT * (1 - upright.share(value))

    parts = [axis((left, top), (left, bottom)), axis((left, bottom), (right, bottom))]
    parts += [words(left - 8, y(mark) + BASE, line, "end") for mark, line in marks]
    for mark in _marks(chart.across, flat):
        line = shown(mark, _code(chart, chart.across), chart.locale or language)
        parts.append(words(x(mark), bottom + 20, line, "middle"))
    if title := _title(chart.upright):
        parts.append(words(0, LINE, title, fill="var(--grey)"))
    height = bottom + 28
    if title := _title(chart.across):
        parts.append(words(right, bottom + 40, title, "end", fill="var(--grey)"))
        height += LINE
    return height, parts + _points(chart, x, y, (left, 0.0, WIDTH, bottom))


def _title(one: Axis | None) -> str:
    return fitted(one.title, WIDTH - 30, 1)[0] if one and one.title else ""


def _code(chart: Chart, one: Axis | None) -> str:
    return one.number_format if one and one.number_format else chart.number_format


def _scale(one: Axis | None, values: tuple[Decimal | None, ...]) -> Scale:
    low, high, _ = axis_ends(one, values)
    return Scale(low, high)


def _marks(one: Axis | None, values: tuple[Decimal | None, ...]) -> list[Decimal]:
    low, high, step = axis_ends(one, values)
    return [low + step * count for count in range(int((high - low) / step) + 1)]


def _points(chart: Chart, x: Place, y: Place, frame: tuple[float, float, float, float]) -> list[Html]:
    groups = spreads(list(_placed(chart, x, y)), _RADIUS)
    texts = [_text(chart, group) for group in groups]
    named = [
        Named(group.x, group.y, max(text_width(line, SIZE) for line in lines), LINE * len(lines))
        for group, lines in zip(groups, texts, strict=True)
    ]
    spots = places(named, frame, _RADIUS + 1, LINE)
    parts = []
    for group in groups:
        is_lit = not chart.highlight or group.members[0] in chart.highlight
        fill = colour(chart, group.series, group.members[0]) if is_lit else _GREY
        parts.append(
            element("circle", cx=f"{group.x:.1f}", cy=f"{group.y:.1f}", r=f"{_RADIUS:.0f}", fill=fill)
        )
    for group, lines, spot, size in zip(groups, texts, spots, named, strict=True):
        weight = "700" if any(member in chart.highlight for member in group.members) else "400"
        anchor, at = {"r": ("start", 0.0), "l": ("end", size.width)}.get(
            spot.side, ("middle", size.width / 2)
        )
        parts += [
            words(spot.left + at, spot.top + LINE * (n + 0.5) + BASE, line, anchor, font_weight=weight)
            for n, line in enumerate(lines)
        ]
    return parts


def _placed(chart: Chart, x: Place, y: Place) -> Iterator[tuple[int, int, float, float]]:
    """Every point that has both numbers, those that stand out first."""
    order = sorted(range(len(chart.categories)), key=lambda index: (index not in chart.highlight, index))
    for number, series in enumerate(chart.series):
        for index in order if series.across else ():
            flat, tall = series.across[index], series.values[index]
            if flat is not None and tall is not None:
                yield number, index, x(flat), y(tall)


def _text(chart: Chart, group: Spread) -> list[str]:
    names = [chart.categories[index] for index in group.members]
    return [
        fitted(line, WIDTH / 2, 1)[0]
        for line in joined_names(names, lambda line: text_width(line, SIZE) > _NAMES)
    ]
