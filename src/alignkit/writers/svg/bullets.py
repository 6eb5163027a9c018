"""A bar for what is reached and a mark at its target, over tinted bands."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .geometry import Scale, text_width
from .marks import BASE, SIZE, WIDTH, axis, box, colour, on, rule, words
from .rows import BAND, names, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from alignkit.model.charts import Chart
    from alignkit.writers.hypertext import Html

    from .rows import Rows

_BANDS = ("#d7dee2", "#e5eaed", "#f0f3f4")
_WIDE, _NARROW = 30.0, 16.0
_ZERO = Decimal(0)


def bullets(chart: Chart, label: Callable[[Decimal], str]) -> tuple[float, list[Html]]:
    """The height of the drawing and its parts."""
    known = [value for series in chart.series for value in series.values if value is not None]
    low, high = min([_ZERO, *known]), max([_ZERO, *known])
    beyond = max(text_width(_target(chart, row, label), SIZE) for row in range(len(chart.categories)))
    widest = max((text_width(label(value), SIZE) for value in known), default=0.0) + 12
    scale = Scale(low, high if high > low else low + 1)
    place = rows(chart, scale, widest if low < 0 else 0.0, beyond + widest + 10)
    parts = names(chart, place)
    for row in range(len(chart.categories)):
        parts += _row(chart, row, place, label)
    bottom = BAND * len(chart.categories)
    zero = place.x(_ZERO)
    return bottom + 6, [*parts, axis((zero, 0), (zero, bottom))]


def _target(chart: Chart, row: int, label: Callable[[Decimal], str]) -> str:
    if len(chart.series) < 2 or (value := chart.series[1].values[row]) is None:
        return ""
    return f"{chart.series[1].name} {label(value)}".strip()


def _row(chart: Chart, row: int, place: Rows, label: Callable[[Decimal], str]) -> list[Html]:
    y = place.y(row)
    parts = _bands(chart, row, place)
    actual = chart.series[0].values[row]
    if actual is not None:
        fill = colour(chart, 0, row)
        start, end = sorted((place.x(_ZERO), place.x(actual)))
        parts.append(box(start, y - _NARROW / 2, (end - start, _NARROW), fill))
        parts.append(_number(label(actual), (start, end), y, fill, past=_past(chart, row, place, actual)))
    if len(chart.series) > 1 and (target := chart.series[1].values[row]) is not None:
        x = place.x(target)
        ends = (x, y - _WIDE / 2), (x, y + _WIDE / 2)
        parts.append(rule(*ends, stroke="var(--paper)", stroke_width="6"))
        parts.append(rule(*ends, stroke="var(--ink)", stroke_width="3"))
        parts.append(words(WIDTH, y + BASE, _target(chart, row, label), "end"))
    return parts


def _bands(chart: Chart, row: int, place: Rows) -> list[Html]:
    """The stretches behind the bar, the longest first."""
    parts = []
    for index in range(len(chart.series) - 1, 1, -1):
        end = chart.series[index].values[row]
        if end is not None and end > 0:
            left = place.x(_ZERO)
            tint = _BANDS[min(index - 2, len(_BANDS) - 1)]
            parts.append(box(left, place.y(row) - _WIDE / 2, (place.x(end) - left, _WIDE), tint))
    return parts


def _past(chart: Chart, row: int, place: Rows, actual: Decimal) -> tuple[str, float]:
    """Where a number past its bar stands: behind the mark where it would meet it."""
    if actual < 0:
        return "end", place.x(actual) - 6
    end = place.x(actual)
    target = chart.series[1].values[row] if len(chart.series) > 1 else None
    mark = end if target is None else place.x(target)
    return "start", (mark if end <= mark <= end + 4 * SIZE else end) + 8


def _number(line: str, ends: tuple[float, float], y: float, fill: str, *, past: tuple[str, float]) -> Html:
    """The number at the foot of its bar, or past its end where the bar is too short."""
    if text_width(line, SIZE) + 12 <= ends[1] - ends[0]:
        return words(ends[0] + 6, y + BASE, line, fill=on(fill), font_weight="700")
    return words(past[1], y + BASE, line, past[0], font_weight="700")
