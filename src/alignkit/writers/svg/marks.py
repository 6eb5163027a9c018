"""What every chart is drawn with: text, rules, boxes, colours, names of series, the line of a limit."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.writers.hypertext import Html, element, text
from alignkit.writers.text_lines import width, wrap

from .geometry import Scale, Span, is_stacked, text_width

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from alignkit.model.charts import Chart

WIDTH = 736.0
"""Of a drawing, in pixels at full size."""
SIZE = 13.0
"""Of its letters."""
LINE = 16.0
"""From one line of text to the next."""
BASE = 4.5
"""From the middle of a line of text down to its baseline."""

_STRONG = ("var(--accent)", "var(--second)", "#35495a", "#a9bfca")
_DARK = frozenset({"var(--accent)", "#35495a"})
_TOTAL = "#7f8b94"
_PALE = ("#b9c4cb", "#d7dee2", "#93a1aa")
_LIMIT_RULE = {"stroke": "var(--caution)", "stroke_width": "1.5", "stroke_dasharray": "6 4"}
_LIMIT_TEXT = {"fill": "var(--caution)", "font_weight": "700"}
_HALO = {"stroke": "var(--paper)", "stroke_width": "4", "paint_order": "stroke"}
"""Paper around letters keeps them legible on whatever they cross."""


@dataclass(frozen=True, slots=True)
class Plot:
    """What every part of a drawing needs to know."""

    chart: Chart
    """What is drawn."""
    scale: Scale
    """The stretch of numbers it shows."""
    label: Callable[[Decimal], str]
    """The text of a number."""
    texts: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """What a bar says in place of its number, by series and category."""


def told(plot: Plot, span: Span) -> str:
    """The label of a bar."""
    return plot.texts.get((span.series, span.category), plot.label(span.value))


def visible(chart: Chart) -> list[int]:
    """Indices of the series that are seen."""
    return [index for index, series in enumerate(chart.series) if not series.invisible]


def slots(chart: Chart) -> list[int]:
    """The series that stand beside each other; stacked ones share the first place."""
    return visible(chart)[:1] if is_stacked(chart) else visible(chart)


def colour(chart: Chart, series: int, category: int = -1) -> str:
    """Accent for what matters, grey for the rest."""
    item = chart.series[series]
    peers = [
        index
        for index, one in enumerate(chart.series)
        if one.highlight == item.highlight and (index == series or not one.invisible)
    ]
    is_left_out = category >= 0 and bool(chart.highlight) and category not in chart.highlight
    colours = _PALE if is_left_out or not item.highlight else _STRONG
    return colours[peers.index(series) % len(colours)]


def paint(chart: Chart, span: Span) -> str:
    """The colour of a bar; of a waterfall, totals dark, rises in accent and falls in the second colour."""
    if chart.kind is not ChartKind.WATERFALL:
        return colour(chart, span.series, span.category)
    if span.category in chart.totals:
        return _TOTAL
    return _STRONG[0] if span.value >= 0 else _STRONG[1]


def on(fill: str) -> str:
    """A colour that reads on `fill`."""
    return "#ffffff" if fill in _DARK else "var(--ink)"


def words(x: float, y: float, line: str, anchor: str = "start", **attributes: str) -> Html:
    """A line of text with its baseline at `y`."""
    given = {"fill": "var(--ink)", "font_size": f"{SIZE:.0f}", **attributes}
    return element("text", text(line), x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, **given)


def rule(start: tuple[float, float], end: tuple[float, float], **attributes: str) -> Html:
    """A straight line, a hairline unless told otherwise."""
    (x1, y1), (x2, y2) = start, end
    given = {"stroke": "var(--rule)", "stroke_width": "1", **attributes}
    return element("line", x1=f"{x1:.1f}", y1=f"{y1:.1f}", x2=f"{x2:.1f}", y2=f"{y2:.1f}", **given)


def axis(start: tuple[float, float], end: tuple[float, float]) -> Html:
    """The line on which bars stand."""
    return rule(start, end, stroke="var(--ink)")


def box(x: float, y: float, size: tuple[float, float], fill: str) -> Html:
    """A filled rectangle."""
    across, down = (f"{value:.1f}" for value in size)
    return element("rect", x=f"{x:.1f}", y=f"{y:.1f}", width=across, height=down, fill=fill)


def key(chart: Chart) -> tuple[float, list[Html]]:
    """The names of two and more series above the drawing, and how much room they take."""
    if len(visible(chart)) < 2:
        return 0.0, []
    parts: list[Html] = []
    x, y = 0.0, 12.0
    for index in visible(chart):
        name = chart.series[index].name
        room = 18 + text_width(name, SIZE) + 20
        if x and x + room > WIDTH:
            x, y = 0.0, y + 20
        parts += [box(x, y - 10, (11, 11), colour(chart, index)), words(x + 17, y, name)]
        x += room
    return y + 16, parts


def limit_label(plot: Plot) -> str:
    """What the limit is called, and its number."""
    limit = plot.chart.limit
    if plot.chart.kind is ChartKind.TORNADO:
        return plot.chart.limit_label
    return "" if limit is None else f"{plot.chart.limit_label} {plot.label(limit)}".strip()


def limit_line(start: tuple[float, float], end: tuple[float, float]) -> Html:
    """The line of a ceiling or a floor."""
    return rule(start, end, **_LIMIT_RULE)


def limit_words(plot: Plot, x: float, y: float, anchor: str = "start") -> Html:
    """The label of a ceiling or a floor."""
    return words(x, y, limit_label(plot), anchor, **_LIMIT_TEXT, **_HALO)


def fitted(name: str, room: float, most: int) -> list[str]:
    """A category's name in at most `most` lines; the data below the chart has it in full."""
    columns = max(int(room / text_width("n", SIZE)), 2)
    lines = [_cut(line, columns) for line in wrap(name, columns)]
    return lines if len(lines) <= most else [*lines[: most - 1], _cut(lines[most - 1] + "……", columns)]


def _cut(line: str, columns: int) -> str:
    """The line, or as much of it as there is room for."""
    if width(line) <= columns and not line.endswith("……"):
        return line
    while width(line) > columns - 1 or line[-1:] in {"…", " "}:
        line = line[:-1]
    return line + "…"
