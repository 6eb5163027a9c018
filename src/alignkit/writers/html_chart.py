"""A chart as inline SVG: direct labels, a zero baseline, the one series that matters in accent."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import Chart, ChartKind

from .chart_geometry import (
    Scale,
    Span,
    bar_scale,
    is_stacked,
    line_scale,
    spans,
    text_width,
    ticks,
)
from .hypertext import Html, element, join, text
from .number_code import shown
from .text_lines import wrap

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

_WIDTH = 736.0
_SIZE = 13.0
_LINE = 16.0
_STRONG = ("var(--accent)", "var(--second)", "#35495a", "#a9bfca")
_DARK = frozenset({"var(--accent)", "#35495a"})
_PALE = ("#b9c4cb", "#d7dee2", "#93a1aa")

_LIMIT_RULE = {"stroke": "var(--caution)", "stroke_width": "1.5", "stroke_dasharray": "6 4"}
_LIMIT_TEXT = {
    "fill": "var(--caution)",
    "font_weight": "700",
    "stroke": "var(--paper)",
    "stroke_width": "4",
    "paint_order": "stroke",
}
"""The paper around the letters keeps them legible over a bar."""


@dataclass(frozen=True, slots=True)
class _Plot:
    """What every part of a drawing needs to know."""

    chart: Chart
    scale: Scale
    label: Callable[[Decimal], str]
    """The text of a number."""


def drawing(chart: Chart, language: str) -> Html:
    """The chart without title and source, as wide as the text."""

    def label(value: Decimal) -> str:
        return shown(value, chart.number_format, language)

    match chart.kind:
        case ChartKind.COLUMN | ChartKind.STACKED_COLUMN:
            height, parts = _columns(_Plot(chart, bar_scale(chart), label))
        case ChartKind.BAR | ChartKind.STACKED_BAR:
            height, parts = _bars(_Plot(chart, bar_scale(chart), label))
        case ChartKind.LINE:
            height, parts = _lines(_Plot(chart, line_scale(chart), label))
        case _:
            assert_never(chart.kind)
    return element(
        "svg",
        *parts,
        viewBox=f"0 0 {_WIDTH:.0f} {height:.0f}",
        role="img",
        aria_label=chart.description or chart.title,
    )


def _colour(chart: Chart, series: int, category: int = -1) -> str:
    """Accent for what matters, grey for the rest."""
    item = chart.series[series]
    peers = [index for index, other in enumerate(chart.series) if other.highlight == item.highlight]
    rank = [index for index in peers if not chart.series[index].invisible].index(series)
    is_pale = not item.highlight or (
        category >= 0 and chart.highlight != () and category not in chart.highlight
    )
    colours = _PALE if is_pale else _STRONG
    return colours[rank % len(colours)]


def _visible(chart: Chart) -> list[int]:
    return [index for index, series in enumerate(chart.series) if not series.invisible]


def _text(x: float, y: float, line: str, anchor: str = "start", **attributes: str) -> Html:
    given = {"fill": "var(--ink)", "font_size": f"{_SIZE:.0f}", **attributes}
    return element("text", text(line), x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, **given)


def _rule(x1: float, y1: float, x2: float, y2: float, **attributes: str) -> Html:
    given = {"stroke": "var(--rule)", "stroke_width": "1", **attributes}
    return element("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", **given)


def _box(x: float, y: float, width: float, height: float, fill: str) -> Html:
    return element(
        "rect", x=f"{x:.1f}", y=f"{y:.1f}", width=f"{width:.1f}", height=f"{height:.1f}", fill=fill
    )


def _key(chart: Chart) -> tuple[float, list[Html]]:
    """The names of two and more series above the drawing, and how high they stand."""
    visible = _visible(chart)
    if len(visible) < 2:
        return 0.0, []
    parts, x, y = [], 0.0, 12.0
    for index in visible:
        name = chart.series[index].name
        space = 18 + text_width(name, _SIZE) + 20
        if x and x + space > _WIDTH:
            x, y = 0.0, y + 20
        parts += [_box(x, y - 10, 11, 11, _colour(chart, index)), _text(x + 17, y, name)]
        x += space
    return y + 16, parts


def _slots(chart: Chart) -> list[int]:
    """The series that stand beside each other; stacked ones share the first place."""
    visible = _visible(chart)
    return visible[:1] if is_stacked(chart) else visible


def _columns(plot: _Plot) -> tuple[float, list[Html]]:
    chart = plot.chart
    band = _WIDTH / len(chart.categories)
    names = [_fit(category, band - 8, 3) for category in chart.categories]
    key_height, parts = _key(chart)
    top, height = key_height + 24, 220.0
    room = 18.0 if plot.scale.low < 0 else 0.0
    bottom = top + height + room

    def y(value: Decimal) -> float:
        return top + height * (1 - plot.scale.share(value))

    for span in spans(chart):
        parts += _column(plot, span, band, y)
    zero = y(plot.scale.low * 0)
    parts.append(_rule(0, zero, _WIDTH, zero, stroke="var(--ink)"))
    for index, lines in enumerate(names):
        parts += [
            _text(band * (index + 0.5), bottom + 18 + _LINE * number, line, "middle")
            for number, line in enumerate(lines)
        ]
    if chart.limit is not None:
        parts += _limit_across(plot, y(chart.limit))
    return bottom + 10 + _LINE * max(map(len, names)), parts


def _column(plot: _Plot, span: Span, band: float, y: Callable[[Decimal], float]) -> list[Html]:
    slots = _slots(plot.chart)
    inner = min(band * 0.68, 72.0 * len(slots))
    thick = inner / len(slots)
    slot = 0 if is_stacked(plot.chart) else slots.index(span.series)
    x = band * (span.category + 0.5) - inner / 2 + thick * slot
    high, low = sorted((y(span.start), y(span.end)))
    fill = _colour(plot.chart, span.series, span.category)
    gap = 1.0 if len(slots) > 1 else 0.0
    box = _box(x + gap, high, thick - 2 * gap, low - high, fill)
    return [
        box,
        *_column_label(plot, span, x + thick / 2, (high, low), max(thick, band if len(slots) == 1 else 0)),
    ]


def _column_label(
    plot: _Plot, span: Span, centre: float, edges: tuple[float, float], room: float
) -> list[Html]:
    """The number beyond the end of a bar, or inside a segment that has room for it."""
    line, (high, low) = plot.label(span.value), edges
    if text_width(line, _SIZE) > room:
        return []
    if is_stacked(plot.chart) and len(_visible(plot.chart)) > 1 and not _has_base(plot.chart):
        fill = _on(_colour(plot.chart, span.series, span.category))
        middle = (high + low) / 2 + 4.5
        return [_text(centre, middle, line, "middle", fill=fill)] if low - high >= _LINE else []
    return [_text(centre, low + 15 if span.value < 0 else high - 6, line, "middle", font_weight="700")]


def _has_base(chart: Chart) -> bool:
    """Whether an unseen series lifts the others, as in a waterfall, which shows one segment a category."""
    return any(series.invisible for series in chart.series)


def _on(fill: str) -> str:
    """A colour that reads on `fill`."""
    return "#ffffff" if fill in _DARK else "var(--ink)"


def _limit_across(plot: _Plot, y: float) -> list[Html]:
    line = _rule(0, y, _WIDTH, y, **_LIMIT_RULE)
    last = [span.end for span in spans(plot.chart) if span.category == len(plot.chart.categories) - 1]
    if plot.chart.limit is not None and max(last, default=plot.chart.limit) > plot.chart.limit:
        return [line, _text(0, y - 6, _limit_label(plot), **_LIMIT_TEXT)]
    return [line, _text(_WIDTH, y - 6, _limit_label(plot), "end", **_LIMIT_TEXT)]


def _limit_label(plot: _Plot) -> str:
    limit = plot.chart.limit
    return "" if limit is None else f"{plot.chart.limit_label} {plot.label(limit)}".strip()


def _bars(plot: _Plot) -> tuple[float, list[Html]]:
    chart = plot.chart
    names = [_fit(category, 210, 2) for category in chart.categories]
    left = max(text_width(line, _SIZE) for lines in names for line in lines) + 14
    widest = max((text_width(plot.label(span.value), _SIZE) for span in spans(chart)), default=0.0) + 10
    key_height, parts = _key(chart)
    head = 22.0 if chart.limit is not None else 0.0
    band = max(20.0 * len(_slots(chart)) + 14, 34.0)
    top = key_height + head
    start, length = left + (widest if plot.scale.low < 0 else 0), _WIDTH - left - widest
    length -= start - left

    def x(value: Decimal) -> float:
        return start + length * plot.scale.share(value)

    for span in spans(chart):
        parts += _bar(plot, span, band, top, x)
    bottom = top + band * len(names)
    for index, lines in enumerate(names):
        middle = top + band * (index + 0.5) + 4.5 - _LINE / 2 * (len(lines) - 1)
        parts += [_text(0, middle + _LINE * number, line) for number, line in enumerate(lines)]
    zero = x(plot.scale.low * 0)
    parts.append(_rule(zero, top, zero, bottom, stroke="var(--ink)"))
    if chart.limit is not None:
        parts += _limit_down(plot, x(chart.limit), top, bottom)
    return bottom + 6, parts


def _bar(plot: _Plot, span: Span, band: float, top: float, x: Callable[[Decimal], float]) -> list[Html]:
    slots = _slots(plot.chart)
    inner = min(band - 12, 24.0 * len(slots))
    thick = inner / len(slots)
    slot = 0 if is_stacked(plot.chart) else slots.index(span.series)
    y = top + band * (span.category + 0.5) - inner / 2 + thick * slot
    left, right = sorted((x(span.start), x(span.end)))
    fill = _colour(plot.chart, span.series, span.category)
    box = _box(left, y, right - left, thick - (1 if len(slots) > 1 else 0), fill)
    line, base = plot.label(span.value), y + thick / 2 + 4.5
    if is_stacked(plot.chart) and len(_visible(plot.chart)) > 1:
        fits = text_width(line, _SIZE) + 6 <= right - left
        return [box, _text((left + right) / 2, base, line, "middle", fill=_on(fill))] if fits else [box]
    if span.value < 0:
        return [box, _text(left - 6, base, line, "end", font_weight="700")]
    return [box, _text(right + 6, base, line, font_weight="700")]


def _limit_down(plot: _Plot, x: float, top: float, bottom: float) -> list[Html]:
    line = _rule(x, top - 4, x, bottom, **_LIMIT_RULE)
    label = _limit_label(plot)
    anchor = "end" if x + text_width(label, _SIZE) > _WIDTH else "start"
    return [line, _text(x, top - 9, label, anchor, **_LIMIT_TEXT)]


def _lines(plot: _Plot) -> tuple[float, list[Html]]:
    chart = plot.chart
    marks = ticks(plot.scale)
    left = max(text_width(plot.label(mark), _SIZE) for mark in marks) + 12
    names = {index: chart.series[index].name for index in _visible(chart)}
    right = min(max(text_width(name, _SIZE) for name in names.values()) + 12, 200) if names else 0
    top, height = 22.0, 230.0
    step = (_WIDTH - left - right - 24) / max(len(chart.categories) - 1, 1)

    def x(index: int) -> float:
        return left + 12 + step * index

    def y(value: Decimal) -> float:
        return top + height * (1 - plot.scale.share(value))

    parts: list[Html] = []
    for mark in marks:
        parts += [
            _rule(left, y(mark), _WIDTH - right, y(mark)),
            _text(left - 10, y(mark) + 4.5, plot.label(mark), "end", fill="var(--grey)"),
        ]
    if chart.limit is not None:
        parts += _limit_line(plot, left, _WIDTH - right, y(chart.limit))
    for index in names:
        parts.append(_path(chart, index, x, y))
    parts += _line_names(chart, x, y)
    every = max(
        1, -(-max(int(text_width(name, _SIZE)) + 12 for name in chart.categories) // max(int(step), 1))
    )
    base = top + height + 20
    parts += [_text(x(i), base, name, "middle") for i, name in enumerate(chart.categories) if i % every == 0]
    return base + 10, parts


def _limit_line(plot: _Plot, left: float, right: float, y: float) -> list[Html]:
    line = _rule(left, y, right, y, **_LIMIT_RULE)
    return [line, _text(left + 4, y - 6, _limit_label(plot), **_LIMIT_TEXT)]


def _path(chart: Chart, series: int, x: Callable[[int], float], y: Callable[[Decimal], float]) -> Html:
    """The points joined, with a gap where there is no number; a lone point stays a dot."""
    colour, moves, dots, is_down = _colour(chart, series), [], [], False
    values = chart.series[series].values
    for index, value in enumerate(values):
        if value is not None:
            moves.append(f"{'L' if is_down else 'M'}{x(index):.1f} {y(value):.1f}")
            ends = index + 1 == len(values) or values[index + 1] is None
            if ends or index in chart.highlight:
                dots.append(element("circle", cx=f"{x(index):.1f}", cy=f"{y(value):.1f}", r="4", fill=colour))
        is_down = value is not None
    width = "2.5" if chart.series[series].highlight else "2"
    line = element(
        "path", d="".join(moves), fill="none", stroke=colour, stroke_width=width, stroke_linejoin="round"
    )
    return join((line, *dots))


def _line_names(chart: Chart, x: Callable[[int], float], y: Callable[[Decimal], float]) -> list[Html]:
    """Each series' name behind its last point, moved down where two would meet."""
    ends = []
    for index in _visible(chart):
        last = [(i, value) for i, value in enumerate(chart.series[index].values) if value is not None][-1:]
        ends += [(y(value) + 4.5, x(i), index) for i, value in last]
    parts, lowest = [], float("-inf")
    for wanted, end, index in sorted(ends):
        base = lowest = max(wanted, lowest + _LINE)
        weight = "700" if chart.series[index].highlight else "400"
        fill = _colour(chart, index) if chart.series[index].highlight else "var(--grey)"
        parts.append(_text(end + 10, base, chart.series[index].name, fill=fill, font_weight=weight))
    return parts


def _fit(name: str, room: float, most: int) -> list[str]:
    """A category's name in at most `most` lines; the data below the chart has it in full."""
    columns = max(int(room / (_SIZE * 0.54)), 1)
    lines = wrap(name, columns)
    lines = [line if len(line) <= columns else line[: max(columns - 1, 1)] + "…" for line in lines]
    return lines if len(lines) <= most else [*lines[: most - 1], lines[most - 1].rstrip("….") + "…"]
