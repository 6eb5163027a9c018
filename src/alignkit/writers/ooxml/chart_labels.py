"""Labels beside the values of a series: which values get one, where it stands and how it looks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import Scenario

from .chart_canvas import HORIZONTAL, STACKED, number_width_pt
from .chart_paint import INK, NO_LINE, PAPER, Colour, rich_text, solid, text_field, text_look, text_run
from .chart_plan import Labels, visible
from .chart_text import escaped_attribute
from .namespaces import CHART_2012

if TYPE_CHECKING:
    from alignkit.model.charts import Chart, Series

    from .chart_canvas import Canvas
    from .chart_plan import Plan


@dataclass(frozen=True, slots=True)
class Label:
    """The look of a label that shows a value in its own number format."""

    number_format: str
    """Format code."""
    position: str
    """`dLblPos`: `outEnd`, `inEnd`, `ctr`, `t` or `r`."""
    size_pt: float
    """Size of its text."""
    language: str
    """BCP 47 tag of its text."""
    colour: Colour = INK
    """Colour of its text."""
    bold: bool = False
    """For what is emphasised."""
    ground: bool = False
    """Paper behind it, where it stands on a hatched bar."""
    separator: str = ""
    """Between the series' name and the value; without one the name is not shown."""
    cell: str = ""
    """What it shows in place of the value: the text of a cell of the workbook, named by the series."""
    name: str = ""
    """The series' name before the text of a cell; empty without it."""
    is_name: bool = False
    """Whether the text in `cell` is the series' name, shown alone."""
    series: int = 0
    """Which series it belongs to, where it shows a cell."""


_HIDDEN = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)

_NO_LEADERS = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"'
    f' xmlns:c15="{CHART_2012}">'
    '<c15:showLeaderLines val="0"/></c:ext></c:extLst>'
)
"""Moved labels stay without a line back to their bars."""

_FROM_CELL = (
    '<c:extLst><c:ext uri="{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"'
    f' xmlns:c15="{CHART_2012}"><c15:showDataLabelsRange val="1"/></c:ext></c:extLst>'
)
"""The label reads its text from the cells its series names."""


def all_points(label: Label | None, points: str = "") -> str:
    """The `c:dLbls` of a series: `label` for every point but those in `points`; None hides the rest."""
    if label is None:
        return f"<c:dLbls>{points}{_HIDDEN}{_NO_LEADERS}</c:dLbls>" if points else ""
    return f"<c:dLbls>{points}{_body(label)}{_NO_LEADERS}</c:dLbls>"


def one_point(index: int, label: Label, *, right: float = 0, down: float = 0) -> str:
    """The `c:dLbl` of one point, moved by fractions of the frame's width and height."""
    moved = ""
    if right or down:
        moved = f'<c:manualLayout><c:x val="{right:.4f}"/><c:y val="{down:.4f}"/></c:manualLayout>'
    text, mark = ("", "") if not label.cell or label.is_name else (_cell_text(label, index), _FROM_CELL)
    return f'<c:dLbl><c:idx val="{index}"/><c:layout>{moved}</c:layout>{text}{_body(label)}{mark}</c:dLbl>'


def _cell_text(label: Label, index: int) -> str:
    """A field with the text of a cell, and one with the series' name where it is asked for."""
    look = (label.colour, label.size_pt, label.language)
    identity = (label.series + 1) * 0x1_0000 + index * 2
    field = text_field("CELLRANGE", identity, label.cell, *look, bold=label.bold)
    if label.name:
        named = text_field("SERIESNAME", identity + 1, label.name, *look, bold=label.bold)
        field = f"{named}{text_run(' ', *look, bold=label.bold)}{field}"
    return rich_text(field, *look, bold=label.bold)


def no_point(index: int) -> str:
    """The `c:dLbl` of a point without a label."""
    return f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'


def bar_labels(
    chart: Chart,
    plan: Plan,
    series: Series,
    colours: tuple[Colour, ...],
    language: str,
    *,
    texts: tuple[str, ...] = (),
    number: int = 0,
) -> str:
    """The labels of a series of bars.

    Args:
        chart: the chart.
        plan: its layout.
        series: one of its visible series.
        colours: colour of each of its bars.
        language: BCP 47 tag.
        texts: what the labels say in place of the values.
        number: which series it is.

    """
    label = Label(
        series.number_format or chart.number_format, _POSITIONS[plan.labels], plan.canvas.text_pt, language
    )
    if plan.labels is Labels.NONE:
        return all_points(None, _highlighted_only(chart, plan, series, label))
    if plan.labels is Labels.INSIDE:
        label = replace(label, ground=_is_hatched(series))
    points = (
        _bar_point(
            chart,
            plan,
            series,
            replace(label, cell=texts[index], series=number) if texts else label,
            index,
            colours[index],
        )
        for index, value in enumerate(series.values)
        if value is not None and (not texts or texts[index])
    )
    return all_points(None if texts else label, "".join(points))


_POSITIONS = {
    Labels.BEYOND: "outEnd",
    Labels.INSIDE: "ctr",
    Labels.LIFTED: "inEnd",
    Labels.ENDS: "r",
    Labels.NONE: "outEnd",
}


def is_dark(colour: Colour, canvas: Canvas) -> bool:
    """Whether text in the colour of the paper reads on `colour`, and text in `colour` on paper."""
    return colour.dark and (colour.name in canvas.dark or colour.keep_percent < 100)


def meets_limit(chart: Chart, plan: Plan, series: Series, index: int) -> bool:
    """Whether the limit line runs through the label past the end of a bar or point."""
    value = series.values[index]
    if chart.limit is None or value is None or plan.labels is Labels.INSIDE:
        return False
    reach = max(plan.highest, Decimal(0)) - min(plan.lowest, Decimal(0))
    end = _end(chart, index, value)
    past = end + (reach * _label_share(chart, plan, series, value)).copy_sign(value)
    return min(end, past) <= chart.limit <= max(end, past)


def _label_share(chart: Chart, plan: Plan, series: Series, value: Decimal) -> Decimal:
    """The part of the value axis that a label covers."""
    canvas, box = plan.canvas, plan.plot
    if chart.kind not in HORIZONTAL:
        return Decimal(canvas.line_pt * 1.6 / (canvas.height_pt * box.height))
    width_pt = number_width_pt(value, series.number_format or chart.number_format, canvas) + 12
    return Decimal(width_pt / (canvas.width_pt * box.width * 0.75))


def _end(chart: Chart, index: int, value: Decimal, *, until: Series | None = None) -> Decimal:
    """Where a bar ends, the bars below it in a stack counted; `until` is the bar's own series."""
    if chart.kind not in STACKED:
        return value
    end = Decimal(0)
    for series in chart.series:
        other = series.values[index] or Decimal(0)
        end += other if (other < 0) == (value < 0) else 0
        if series is until:
            break
    return end


def _highlighted_only(chart: Chart, plan: Plan, series: Series, label: Label) -> str:
    if plan.stacked:
        return ""
    bold = replace(label, bold=True)
    return "".join(one_point(i, bold) for i in sorted(chart.highlight) if series.values[i] is not None)


def _bar_point(chart: Chart, plan: Plan, series: Series, label: Label, index: int, colour: Colour) -> str:
    value = series.values[index] or Decimal(0)
    if _hidden(chart, plan, label, index, value):
        return no_point(index)
    if index in chart.highlight:
        label = replace(label, bold=True)
    if plan.named and index == _naming_point(plan, series):
        label = replace(label, name=series.name) if label.cell else replace(label, separator=" ")
    if plan.labels is Labels.INSIDE:
        position = _beside_limit(chart, plan, series, label, index)
        return one_point(index, _on(colour, plan, replace(label, position=position)))
    if meets_limit(chart, plan, series, index):
        return one_point(index, _clear_of_limit(chart, plan, series, label, value, colour))
    if plan.labels is Labels.LIFTED:
        right, down = _past_end(chart, plan, series, label, value)
        return one_point(index, label, right=right, down=down)
    return one_point(index, label) if label.bold or label.separator or label.cell else ""


def _naming_point(plan: Plan, series: Series) -> int:
    """The point whose label carries the name of the series: the first, or inside segments the largest."""
    sizes = {i: abs(value) for i, value in enumerate(series.values) if value}
    if plan.labels is Labels.INSIDE:
        return max(sizes, key=sizes.__getitem__, default=-1)
    return min(sizes, default=-1)


def _beside_limit(chart: Chart, plan: Plan, series: Series, label: Label, index: int) -> str:
    """Where a label stands in its segment: in the middle, unless the limit runs through there."""
    value = series.values[index] or Decimal(0)
    if chart.limit is None or not value:
        return label.position
    middle = _end(chart, index, value, until=series) - value / 2
    half = _label_share(chart, plan, series, value) / 2 * (plan.highest - plan.lowest)
    if abs(chart.limit - middle) >= half:
        return label.position
    return "inBase" if (chart.limit >= middle) == (value > 0) else "inEnd"


def _clear_of_limit(
    chart: Chart, plan: Plan, series: Series, label: Label, value: Decimal, colour: Colour
) -> Label:
    """The label inside the end of its bar, or on paper where the bar is too short for it."""
    if not _holds(chart, plan, label, value):
        return replace(label, ground=True)
    label = replace(label, position="inEnd", ground=_is_hatched(series))
    return _on(colour if series.scenario is not Scenario.PLAN else PAPER, plan, label)


def _is_hatched(series: Series) -> bool:
    return series.scenario is Scenario.FORECAST


def _on(colour: Colour, plan: Plan, label: Label) -> Label:
    """The label in the colour that reads on a bar of `colour`."""
    if label.ground:
        return label
    return replace(label, colour=PAPER if is_dark(colour, plan.canvas) else INK)


def _hidden(chart: Chart, plan: Plan, label: Label, index: int, value: Decimal) -> bool:
    """Whether a label would only disturb: a zero beside another bar, or a segment too small to hold it."""
    if chart.kind not in STACKED:
        return False
    if value == 0 and any(series.values[index] for series in visible(chart)):
        return True
    return plan.labels is Labels.INSIDE and not _holds(chart, plan, label, value)


def _holds(chart: Chart, plan: Plan, label: Label, value: Decimal) -> bool:
    span = plan.highest - plan.lowest
    share = float(abs(value) / span) if span else 0.0
    canvas = plan.canvas
    if chart.kind in HORIZONTAL:
        width_pt = number_width_pt(value, label.number_format, canvas)
        return share * plan.plot.width * canvas.width_pt * 0.75 >= width_pt + 3
    bars = 1 if chart.kind in STACKED else len(visible(chart))
    bar_pt = plan.plot.width * canvas.width_pt / len(chart.categories) / (bars + plan.gap)
    fits = number_width_pt(value, label.number_format, canvas) <= bar_pt * 1.05
    return fits and share * plan.plot.height * canvas.height_pt * 0.85 >= canvas.line_pt


def _past_end(chart: Chart, plan: Plan, series: Series, label: Label, value: Decimal) -> tuple[float, float]:
    """How far a label inside the end of a bar moves to stand past it, in fractions of the frame."""
    canvas = plan.canvas
    sign = -1 if value < 0 else 1
    if chart.kind in HORIZONTAL:
        width_pt = number_width_pt(value, label.number_format, canvas)
        width_pt += canvas.text_width_pt(series.name + " ") if label.separator else 0
        return sign * (width_pt + 6) / canvas.width_pt, 0
    return 0, -sign * canvas.line_pt * 1.3 / canvas.height_pt


def _body(label: Label) -> str:
    one_line = label.separator != "\n"
    ground = solid(PAPER) if label.ground else "<a:noFill/>"
    separator = f"<c:separator>{label.separator}</c:separator>" if label.separator and not label.cell else ""
    return (
        f'<c:numFmt formatCode="{escaped_attribute(label.number_format)}" sourceLinked="0"/>'
        f"<c:spPr>{ground}{NO_LINE}</c:spPr>"
        f"{text_look(label.colour, label.size_pt, label.language, bold=label.bold, one_line=one_line)}"
        f'<c:dLblPos val="{label.position}"/><c:showLegendKey val="0"/>'
        f'<c:showVal val="{int(not label.cell)}"/>'
        f'<c:showCatName val="0"/><c:showSerName val="{int(label.is_name or bool(label.separator))}"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )
