"""What a chart needs to be read: where its labels stand, and room for a scale, a legend and the limit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from enum import Enum, auto
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.writers.chart_shapes import SHARE_FORMAT

from .chart_canvas import HORIZONTAL, STACKED, Canvas, number_width_pt

if TYPE_CHECKING:
    from alignkit.model.charts import Chart, Series

_GAP = 0.6
"""Usual space between the bars of neighbouring categories, in bar widths."""
_GAP_OF_ONE = 1.0
"""The same for a single bar that shows a whole and its parts: half of the frame is its own."""
_WIDEST, _HIGHEST = 10.5, 4.0
"""The thickest a standing and a lying bar may get, in text sizes: few bars need not be fat."""
_MOST_NAMES = 0.45
"""The part of the frame that names of lying bars take at most."""
_DIRECT_SERIES = 3
"""Up to so many lines are named at their ends instead of in a legend (LOOK, charts)."""


class Labels(Enum):
    """Where the values of the series are written."""

    BEYOND = auto()
    """At every value: past the end of a bar, above a point."""
    INSIDE = auto()
    """In the middle of every segment of a stack."""
    LIFTED = auto()
    """Past the end of segments that float on an invisible base."""
    ENDS = auto()
    """At the last point of every line, with the name of the series."""
    NONE = auto()
    """Nowhere but at highlighted categories; the value axis is shown."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of the frame, in fractions of its width and height."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Plan:
    """How a chart is laid out."""

    canvas: Canvas
    """Its frame."""
    labels: Labels
    """Where values are written."""
    stacked: bool
    """Whether bars add up in the drawing too. Stacks that never hold two values on one side of zero, as in a
    tornado, are drawn over each other instead: only then may a label stand past the end of a bar."""
    plot: Box
    """Bars with the labels of their axes."""
    legend: Box | None
    """Room for the legend at the top left; None without one."""
    low: Decimal | None
    """Fixed start of the value axis; None leaves it to the program."""
    high: Decimal | None
    """Fixed end of the value axis; None leaves it to the program."""
    gap: float
    """Space between the bars of neighbouring categories, in bar widths."""
    lowest: Decimal
    """The lowest place a bar or point reaches."""
    highest: Decimal
    """The highest place a bar or point reaches."""
    named: bool
    """Whether a label of each series carries its name, in place of a legend."""

    @property
    def scale_shown(self) -> bool:
        """Whether values are read off an axis with gridlines."""
        return self.labels in (Labels.NONE, Labels.ENDS)


def plan_of(chart: Chart, canvas: Canvas) -> Plan:
    """The layout of `chart` in `canvas`."""
    stacked = _stacked(chart)
    lowest, highest = extent(chart)
    labels = _labels(chart, canvas, stacked=stacked)
    named = len(visible(chart)) > 1 and (_hides_lying_bars(chart) or _names_its_segments(chart, canvas))
    legend = None if named or labels is Labels.ENDS else _legend(chart, canvas)
    plot = _plot(chart, canvas, labels, 0.0 if legend is None else legend.height)
    low, high = _scale(chart, lowest, highest)
    if limit_lies(chart) and labels is Labels.BEYOND and low is not None and high is not None:
        low = _room_below(chart, canvas, plot, low, high)
    gap = _gap(chart, canvas, plot)
    return Plan(canvas, labels, stacked, plot, legend, low, high, gap, lowest, highest, named)


def visible(chart: Chart) -> tuple[Series, ...]:
    """The series a reader sees."""
    return tuple(series for series in chart.series if not series.invisible)


def limit_lies(chart: Chart) -> bool:
    """Whether the limit crosses lying bars and therefore stands upright."""
    return chart.limit is not None and chart.kind in HORIZONTAL


def extent(chart: Chart) -> tuple[Decimal, Decimal]:
    """The lowest and the highest place a bar or a point reaches, stacks added up, the limit included."""
    places = [value for series in chart.series for value in series.values if value is not None]
    if chart.kind in STACKED:
        for index in range(len(chart.categories)):
            at = [value for series in chart.series if (value := series.values[index]) is not None]
            places.append(sum((value for value in at if value > 0), Decimal(0)))
            places.append(sum((value for value in at if value < 0), Decimal(0)))
    if chart.limit is not None:
        places.append(chart.limit)
    return min(places, default=Decimal(0)), max(places, default=Decimal(0))


def label_width_pt(chart: Chart, canvas: Canvas) -> float:
    """About how wide the widest value label is."""
    widths = (
        number_width_pt(value, series.number_format or chart.number_format, canvas)
        for series in visible(chart)
        for value in series.values
        if value is not None
    )
    return max(widths, default=0)


def _has_base(chart: Chart) -> bool:
    return any(series.invisible for series in chart.series)


def _one_value_a_side(chart: Chart) -> bool:
    """Whether no category has two visible values above zero or two below."""
    for index in range(len(chart.categories)):
        values = [value for series in visible(chart) if (value := series.values[index])]
        if sum(value > 0 for value in values) > 1 or sum(value < 0 for value in values) > 1:
            return False
    return True


def _hides_lying_bars(chart: Chart) -> bool:
    """Whether a legend of lying bars had to leave entries out, which programs count in different orders."""
    return chart.kind in HORIZONTAL and (_has_base(chart) or chart.limit is not None)


def _is_one_whole(chart: Chart) -> bool:
    """Whether a single lying bar shows a whole and its parts, as shares."""
    is_share = chart.number_format == SHARE_FORMAT
    return chart.kind is ChartKind.STACKED_BAR and is_share and len(chart.categories) == 1


def _names_its_segments(chart: Chart, canvas: Canvas) -> bool:
    """Whether every part of a single bar of shares is wide enough for its name in place of a legend."""
    if not _is_one_whole(chart):
        return False
    room_pt = canvas.width_pt * 0.92 - max(map(canvas.text_width_pt, chart.categories))
    return all(
        (share := series.values[0]) is not None
        and canvas.text_width_pt(f"{series.name} 100%") * 1.15 < room_pt * float(share)
        for series in visible(chart)
    )


def _stacked(chart: Chart) -> bool:
    return chart.kind in STACKED and (_has_base(chart) or not _one_value_a_side(chart))


def _labels(chart: Chart, canvas: Canvas, *, stacked: bool) -> Labels:
    if chart.kind is ChartKind.LINE:
        return _line_labels(chart, canvas)
    if not _fit(chart, canvas, side_by_side=chart.kind not in STACKED):
        return Labels.NONE
    if not stacked:
        return Labels.BEYOND
    return Labels.LIFTED if _one_value_a_side(chart) else Labels.INSIDE


def _fit(chart: Chart, canvas: Canvas, *, side_by_side: bool) -> bool:
    """Whether every bar has room for its label."""
    series = len(visible(chart)) if side_by_side else 1
    bars = len(chart.categories) * (series + _GAP if series > 1 else 1)
    if chart.kind in HORIZONTAL:
        return canvas.height_pt * 0.92 / bars >= canvas.line_pt
    return canvas.width_pt * 0.96 / bars >= label_width_pt(chart, canvas) * 1.1


def _line_labels(chart: Chart, canvas: Canvas) -> Labels:
    series = visible(chart)
    if len(series) == 1 and _fit(chart, canvas, side_by_side=False):
        return Labels.BEYOND
    last = [one.values[-1] for one in series]
    ends = [value for value in last if value is not None]
    if len(series) <= _DIRECT_SERIES and len(ends) == len(series) and _apart(chart, canvas, ends):
        return Labels.ENDS
    return Labels.NONE


def _apart(chart: Chart, canvas: Canvas, ends: list[Decimal]) -> bool:
    """Whether labels at the heights of `ends` keep clear of each other, and of the limit's label."""
    low, high = extent(chart)
    if chart.limit is not None:
        ends = [*ends, chart.limit]
    # Two lines each: a program may wrap name and value; a scale is about a fifth longer than its data.
    needed = (high - low) * Decimal(2.6 * canvas.line_pt / (canvas.height_pt * 0.8))
    return all(upper - lower >= needed for lower, upper in pairwise(sorted(ends)))


def _legend(chart: Chart, canvas: Canvas) -> Box | None:
    names = [series.name for series in visible(chart)]
    if len(names) < 2:
        return None
    width_pt = sum(canvas.text_width_pt(name) + _key(chart) * canvas.text_pt for name in names)
    rows = ceil(width_pt / (canvas.width_pt * 0.95))
    height = min(rows * canvas.line_pt * 1.35 / canvas.height_pt, 0.4)
    return Box(0, 0, min(width_pt / canvas.width_pt, 0.98), height)


def _key(chart: Chart) -> float:
    """Width of a legend key with the space around it, in text sizes; lines have longer ones than bars."""
    return 5.5 if chart.kind is ChartKind.LINE or chart.limit is not None else 3.4


def _gap(chart: Chart, canvas: Canvas, plot: Box) -> float:
    if _is_one_whole(chart):
        return _GAP_OF_ONE
    lying = chart.kind in HORIZONTAL
    room_pt = plot.height * canvas.height_pt if lying else plot.width * canvas.width_pt
    thickest_pt = (_HIGHEST if lying else _WIDEST) * canvas.text_pt
    bars = 1 if chart.kind in STACKED else len(visible(chart))
    return min(max(_GAP, room_pt / len(chart.categories) / thickest_pt - bars), 5)


def _plot(chart: Chart, canvas: Canvas, labels: Labels, top: float) -> Box:
    right = 0.01
    line = canvas.line_pt / canvas.height_pt
    top += line * 0.8
    if chart.kind in HORIZONTAL:
        if labels in (Labels.BEYOND, Labels.LIFTED):
            right += (label_width_pt(chart, canvas) + _name_width_pt(chart, canvas) + 4) / canvas.width_pt
        if chart.limit is not None:
            top += line
    else:
        right += max(_ends_width(chart, canvas, labels), _limit_text_width(chart, canvas))
    return Box(0, top, 1 - right, 1 - top)


def _name_width_pt(chart: Chart, canvas: Canvas) -> float:
    """Room for the names of series in labels, where these stand in for a legend."""
    names = [series.name for series in visible(chart)]
    if len(names) < 2 or not _hides_lying_bars(chart):
        return 0
    return min(max(map(canvas.text_width_pt, names)), canvas.width_pt * 0.25)


def _ends_width(chart: Chart, canvas: Canvas, labels: Labels) -> float:
    if labels is not Labels.ENDS:
        return 0
    widest = max((canvas.text_width_pt(series.name) for series in visible(chart)), default=0)
    value = label_width_pt(chart, canvas) + canvas.text_pt
    text = value if len(visible(chart)) == 1 else max(widest, value)
    return min((text + 8) / canvas.width_pt, 0.3)


def _limit_text_width(chart: Chart, canvas: Canvas) -> float:
    if chart.limit is None:
        return 0
    value = number_width_pt(chart.limit, chart.number_format, canvas)
    return min((max(value, canvas.text_width_pt(chart.limit_label)) + 8) / canvas.width_pt, 0.22)


def _scale(chart: Chart, low: Decimal, high: Decimal) -> tuple[Decimal | None, Decimal | None]:
    """Start and end of the value axis, as far as they are fixed; bars begin at zero.

    Lying bars with a limit have both fixed: the limit stands on a second pair of axes that has to agree.
    """
    if chart.kind is ChartKind.LINE:
        return None, None
    if limit_lies(chart):
        return _round_ends(min(low, Decimal(0)), max(high, Decimal(0)))
    return (Decimal(0) if low >= 0 else None), (Decimal(0) if high <= 0 and low < 0 else None)


def _room_below(chart: Chart, canvas: Canvas, plot: Box, low: Decimal, high: Decimal) -> Decimal:
    """The start of the scale, moved so that labels of negative bars keep clear of the names of their rows."""
    if low >= 0:
        return low
    lines = (line for name in chart.categories for line in name.split("\n"))
    names_pt = min(max(map(canvas.text_width_pt, lines)), canvas.width_pt * _MOST_NAMES)
    bars_pt = canvas.width_pt * plot.width - names_pt
    label_pt = label_width_pt(chart, canvas) + _name_width_pt(chart, canvas) + canvas.text_pt
    room = min(label_pt / max(bars_pt - label_pt, 1), 1)
    return low - (high - low) * Decimal(room).quantize(Decimal("0.001"))


def _round_ends(low: Decimal, high: Decimal) -> tuple[Decimal, Decimal]:
    if low == high:
        return Decimal(0), Decimal(1)
    step = _round_step((high - low) / 8)
    low = (low / step).to_integral_value(ROUND_FLOOR) * step
    return low, (high / step).to_integral_value(ROUND_CEILING) * step


def _round_step(size: Decimal) -> Decimal:
    power = Decimal(1).scaleb(size.adjusted())
    return next(
        power * factor for factor in map(Decimal, ("1", "2", "2.5", "5", "10")) if power * factor >= size
    )
