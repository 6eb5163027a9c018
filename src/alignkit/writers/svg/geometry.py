"""Where the parts of a chart lie between its lowest and its highest number, before anything is drawn."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.writers.chart_shapes import overlaps, stretches, tops
from alignkit.writers.text_lines import width

if TYPE_CHECKING:
    from alignkit.model.charts import Chart

_ZERO = Decimal(0)
_STACKED = frozenset({ChartKind.STACKED_COLUMN, ChartKind.STACKED_BAR})
_STEPS = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5), Decimal(10))


@dataclass(frozen=True, slots=True)
class Scale:
    """A stretch of numbers."""

    low: Decimal
    """At its beginning."""
    high: Decimal
    """At its end, larger than `low`."""

    @property
    def zero(self) -> Decimal:
        """Where bars stand: zero, or the end nearest to it."""
        return min(max(_ZERO, self.low), self.high)

    def share(self, value: Decimal) -> float:
        """How far along `value` lies: 0 at the beginning, 1 at the end."""
        return float((value - self.low) / (self.high - self.low))


@dataclass(frozen=True, slots=True)
class Span:
    """One bar or one segment of a stacked bar."""

    category: int
    """Index of its category."""
    series: int
    """Index of its series."""
    start: Decimal
    """Where it begins, nearer to zero."""
    end: Decimal
    """Where it ends."""
    value: Decimal
    """The number it stands for."""


def is_stacked(chart: Chart) -> bool:
    """Whether the series of a category stand on each other."""
    return chart.kind in _STACKED or (chart.kind is ChartKind.TORNADO and not overlaps(chart))


def spans(chart: Chart) -> tuple[Span, ...]:
    """All visible bars of a chart, category by category."""
    if chart.kind is ChartKind.WATERFALL:
        return tuple(
            Span(index, 0, bar.start, bar.end, bar.change)
            for index, bar in enumerate(stretches(chart))
            if chart.series[0].values[index] is not None
        )
    return tuple(
        span
        for category in range(len(chart.categories))
        for span in (_stack(chart, category) if is_stacked(chart) else _group(chart, category))
        if not chart.series[span.series].invisible
    )


def _group(chart: Chart, category: int) -> list[Span]:
    values = ((index, series.values[category]) for index, series in enumerate(chart.series))
    return [Span(category, index, _ZERO, value, value) for index, value in values if value is not None]


def _stack(chart: Chart, category: int) -> list[Span]:
    """Positive numbers upwards, negative ones downwards, each from where the last one ended."""
    found, above, below = [], _ZERO, _ZERO
    for index, series in enumerate(chart.series):
        value = series.values[category]
        if value is None:
            continue
        start = above if value >= 0 else below
        found.append(Span(category, index, start, start + value, value))
        above, below = (start + value, below) if value >= 0 else (above, start + value)
    return found


def bar_scale(chart: Chart) -> Scale:
    """From zero, or below it, to the end of the longest bar."""
    ends = [end for span in spans(chart) for end in (span.start, span.end)]
    return _between([*ends, _ZERO, *_limit(chart)])


def line_scale(chart: Chart) -> Scale:
    """Round numbers around all points; from zero when the points lie nearer to it than to each other."""
    values = [
        value
        for series in chart.series
        if not series.invisible
        for value in series.values
        if value is not None
    ]
    if chart.kind is ChartKind.AREA:
        values = [_ZERO, *(value for edge in tops(chart) for value in edge)]
    ends = _between([*values, *_limit(chart)] or [_ZERO])
    if _ZERO < ends.low < ends.high - ends.low:
        ends = Scale(_ZERO, ends.high)
    step = _step(ends)
    low = (ends.low / step).to_integral_value(ROUND_FLOOR) * step
    return Scale(low, (ends.high / step).to_integral_value(ROUND_CEILING) * step)


def ticks(scale: Scale) -> tuple[Decimal, ...]:
    """Three to six round numbers along a scale."""
    step = _step(scale)
    first = int((scale.low / step).to_integral_value(ROUND_CEILING))
    last = int((scale.high / step).to_integral_value(ROUND_FLOOR))
    return tuple(step * count for count in range(first, last + 1))


def _step(scale: Scale) -> Decimal:
    rough = (scale.high - scale.low) / 4
    power = Decimal(1).scaleb(rough.adjusted())
    return next(factor * power for factor in _STEPS if factor * power >= rough)


def _between(values: list[Decimal]) -> Scale:
    low, high = min(values), max(values)
    return Scale(low, high) if low < high else Scale(low, low + (abs(low) or 1))


def _limit(chart: Chart) -> list[Decimal]:
    return [] if chart.limit is None else [chart.limit]


def text_width(line: str, size: float) -> float:
    """About how wide a line of text shows at a size; a little more than most fonts need."""
    return width(line) * size * 0.54
