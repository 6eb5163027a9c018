"""Columns and stacked columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.writers.chart_shapes import stretches

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
    limit_line,
    limit_words,
    on,
    paint,
    rule,
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

_HEIGHT = 220.0


def columns(plot: Plot) -> tuple[float, list[Html]]:
    """The height of the drawing and its parts."""
    chart = plot.chart
    band = WIDTH / len(chart.categories)
    room, parts = key(chart)
    top, low = room + 24, 18.0 if plot.scale.low < 0 else 0.0

    def y(value: Decimal) -> float:
        return top + _HEIGHT * (1 - plot.scale.share(value))

    for span in spans(chart):
        parts += _column(plot, span, band, y)
    parts += _connectors(plot, band, y)
    zero = y(plot.scale.zero)
    parts.append(axis((0, zero), (WIDTH, zero)))
    bottom = top + _HEIGHT + low
    names = [fitted(category, band - 8, 3) for category in chart.categories]
    for index, lines in enumerate(names):
        middle = band * (index + 0.5)
        parts += [words(middle, bottom + 18 + LINE * n, line, "middle") for n, line in enumerate(lines)]
    if chart.limit is not None:
        parts += _limit(plot, chart.limit, y(chart.limit))
    return bottom + 10 + LINE * max(map(len, names)), parts


def _column(plot: Plot, span: Span, band: float, y: Callable[[Decimal], float]) -> list[Html]:
    places = slots(plot.chart)
    inner = min(band * 0.68, 72.0 * len(places))
    thick = inner / len(places)
    place = 0 if is_stacked(plot.chart) else places.index(span.series)
    x = band * (span.category + 0.5) - inner / 2 + thick * place
    high, low = sorted((y(span.start), y(span.end)))
    gap = 1.0 if len(places) > 1 else 0.0
    fill = paint(plot.chart, span)
    bar = box(x + gap, high, (thick - 2 * gap, low - high), fill)
    room = band if len(places) == 1 else thick
    return [bar, *_label(plot, span, x + thick / 2, (high, low), room)]


def _connectors(plot: Plot, band: float, y: Callable[[Decimal], float]) -> list[Html]:
    """Hairlines from the end of each bar of a waterfall to the next."""
    if plot.chart.kind is not ChartKind.WATERFALL:
        return []
    half = min(band * 0.68, 72.0) / 2
    return [
        rule(
            (band * (index + 0.5) + half, y(bar.end)),
            (band * (index + 1.5) - half, y(bar.end)),
            stroke="var(--grey)",
        )
        for index, bar in enumerate(stretches(plot.chart)[:-1])
    ]


def _label(plot: Plot, span: Span, centre: float, edges: tuple[float, float], room: float) -> list[Html]:
    """The number beyond the end of a bar, or inside a segment that has room for it."""
    line, (high, low) = told(plot, span), edges
    if text_width(line, SIZE) > room:
        return []
    if _has_segments(plot.chart):
        fill = on(paint(plot.chart, span))
        middle = (high + low) / 2 + BASE
        return [words(centre, middle, line, "middle", fill=fill)] if low - high >= LINE else []
    return [words(centre, low + 15 if span.value < 0 else high - 6, line, "middle", font_weight="700")]


def _has_segments(chart: Chart) -> bool:
    """Whether bars are made of several parts; a waterfall shows one, lifted by a base that is not seen."""
    return is_stacked(chart) and len(visible(chart)) == len(chart.series) > 1


def _limit(plot: Plot, limit: Decimal, y: float) -> list[Html]:
    """A line across, named at the end where no bar stands in the way."""
    line = limit_line((0, y), (WIDTH, y))
    last = [span.end for span in spans(plot.chart) if span.category == len(plot.chart.categories) - 1]
    if max(last, default=limit) > limit:
        return [line, limit_words(plot, 0, y - 6)]
    return [line, limit_words(plot, WIDTH, y - 6, "end")]
