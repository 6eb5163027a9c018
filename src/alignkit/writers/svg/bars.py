"""Bars and stacked bars."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind

from .geometry import Span, is_stacked, spans, text_width
from .marks import (
    BASE,
    LINE,
    SIZE,
    WIDTH,
    Plot,
    axis,
    box,
    fitted,
    key,
    limit_label,
    limit_line,
    limit_words,
    on,
    paint,
    slots,
    told,
    visible,
    words,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from alignkit.model.charts import Chart
    from alignkit.writers.hypertext import Html

_NAMES = 220.0
"""Most room for the names of categories."""


def bars(plot: Plot) -> tuple[float, list[Html]]:
    """The height of the drawing and its parts."""
    chart = plot.chart
    names = [fitted(category, _NAMES, 2) for category in chart.categories]
    room, parts = key(chart)
    top = room + (22.0 if chart.limit is not None else 0.0)
    band = max(20.0 * len(slots(chart)) + 14, 38.0 if any(len(lines) > 1 for lines in names) else 34.0)
    left, length = _across(plot, names)

    def x(value: Decimal) -> float:
        return left + length * plot.scale.share(value)

    for span in spans(chart):
        parts += _bar(plot, span, (top, band), x)
    for index, lines in enumerate(names):
        first = top + band * (index + 0.5) + BASE - LINE / 2 * (len(lines) - 1)
        parts += [words(0, first + LINE * number, line) for number, line in enumerate(lines)]
    bottom = top + band * len(names)
    zero = x(plot.scale.zero)
    parts.append(axis((zero, top), (zero, bottom)))
    if chart.limit is not None:
        parts += _limit(plot, x(chart.limit), top, bottom)
    return bottom + 6, parts


def has_segments(chart: Chart) -> bool:
    """Whether bars are made of several parts, whose numbers stand inside them."""
    return chart.kind is not ChartKind.TORNADO and is_stacked(chart) and len(visible(chart)) > 1


def _across(plot: Plot, names: list[list[str]]) -> tuple[float, float]:
    """Where the bars may begin, and how far they may reach, with room for numbers at both ends."""
    left = max(text_width(line, SIZE) for lines in names for line in lines) + 14
    labels = [text_width(told(plot, span), SIZE) for span in spans(plot.chart)]
    beyond = max(labels, default=0.0) + 10
    start = left + (beyond if plot.scale.low < 0 else 0.0)
    return start, WIDTH - start - beyond


def _bar(plot: Plot, span: Span, rows: tuple[float, float], x: Callable[[Decimal], float]) -> list[Html]:
    (top, band), places = rows, slots(plot.chart)
    inner = min(band - 12, 24.0 * len(places))
    thick = inner / len(places)
    place = 0 if is_stacked(plot.chart) else places.index(span.series)
    y = top + band * (span.category + 0.5) - inner / 2 + thick * place
    left, right = sorted((x(span.start), x(span.end)))
    fill = paint(plot.chart, span)
    bar = box(left, y, (right - left, thick - (1 if len(places) > 1 else 0)), fill)
    line, base = told(plot, span), y + thick / 2 + BASE
    if has_segments(plot.chart):
        fits = text_width(line, SIZE) + 6 <= right - left
        return [bar, words((left + right) / 2, base, line, "middle", fill=on(fill))] if fits else [bar]
    if span.value < 0:
        return [bar, words(left - 6, base, line, "end", font_weight="700")]
    return [bar, words(right + 6, base, line, font_weight="700")]


def _limit(plot: Plot, x: float, top: float, bottom: float) -> list[Html]:
    line = limit_line((x, top - 4), (x, bottom))
    anchor = "end" if x + text_width(limit_label(plot), SIZE) > WIDTH else "start"
    return [line, limit_words(plot, x, top - 9, anchor)]
