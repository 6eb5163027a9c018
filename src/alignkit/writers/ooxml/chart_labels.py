"""Labels beside the values of a series: which values get one, where it stands and how it looks."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .chart_canvas import HORIZONTAL, STACKED, shown_characters
from .chart_paint import INK, NO_LINE, PAPER, Colour, solid, text_look
from .chart_plan import GAP, Labels, extent, visible
from .chart_text import escaped_attribute

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.model.blocks import Chart, Series

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


_HIDDEN = (
    '<c:showLegendKey val="0"/><c:showVal val="0"/><c:showCatName val="0"/><c:showSerName val="0"/>'
    '<c:showPercent val="0"/><c:showBubbleSize val="0"/>'
)


def all_points(label: Label | None, points: str = "") -> str:
    """The `c:dLbls` of a series: `label` for every point but those in `points`; None hides the rest."""
    if label is None:
        return f"<c:dLbls>{points}{_HIDDEN}</c:dLbls>" if points else ""
    return f"<c:dLbls>{points}{_body(label)}</c:dLbls>"


def one_point(index: int, label: Label, *, right: float = 0, down: float = 0) -> str:
    """The `c:dLbl` of one point, moved by fractions of the frame's width and height."""
    moved = ""
    if right or down:
        moved = f'<c:manualLayout><c:x val="{right:.4f}"/><c:y val="{down:.4f}"/></c:manualLayout>'
    return f'<c:dLbl><c:idx val="{index}"/><c:layout>{moved}</c:layout>{_body(label)}</c:dLbl>'


def no_point(index: int) -> str:
    """The `c:dLbl` of a point without a label."""
    return f'<c:dLbl><c:idx val="{index}"/><c:delete val="1"/></c:dLbl>'


def bar_labels(chart: Chart, plan: Plan, series: Series, colours: tuple[Colour, ...], language: str) -> str:
    """The labels of a series of bars.

    Args:
        chart: the chart.
        plan: its layout.
        series: one of its visible series.
        colours: colour of each of its bars.
        language: BCP 47 tag.

    """
    label = Label(
        series.number_format or chart.number_format, _POSITIONS[plan.labels], plan.canvas.text_pt, language
    )
    if plan.labels is Labels.NONE:
        return all_points(None, _highlighted_only(chart, plan, series, label))
    if plan.labels is Labels.INSIDE:
        label = replace(label, ground=series.scenario is not None and series.scenario.value == "FC")
    points = (
        _bar_point(chart, plan, label, index, value, colours[index])
        for index, value in enumerate(series.values)
        if value is not None
    )
    return all_points(_on(colours[-1], plan, label), "".join(points))


_POSITIONS = {
    Labels.BEYOND: "outEnd",
    Labels.INSIDE: "ctr",
    Labels.LIFTED: "inEnd",
    Labels.ENDS: "r",
    Labels.NONE: "outEnd",
}


def _highlighted_only(chart: Chart, plan: Plan, series: Series, label: Label) -> str:
    if chart.kind in STACKED and not plan.overlapped:
        return ""
    bold = replace(label, bold=True)
    return "".join(one_point(i, bold) for i in sorted(chart.highlight) if series.values[i] is not None)


def _bar_point(chart: Chart, plan: Plan, label: Label, index: int, value: Decimal, colour: Colour) -> str:
    if _hidden(chart, plan, label, index, value):
        return no_point(index)
    label = _on(colour, plan, replace(label, bold=index in chart.highlight))
    if plan.labels is Labels.LIFTED:
        right, down = _past_end(chart, plan, label, value)
        return one_point(index, label, right=right, down=down)
    if label.bold or plan.labels is Labels.INSIDE:
        return one_point(index, label)
    return ""


def _on(colour: Colour, plan: Plan, label: Label) -> Label:
    if plan.labels is not Labels.INSIDE or label.ground:
        return label
    return replace(label, colour=PAPER if colour.dark else INK)


def _hidden(chart: Chart, plan: Plan, label: Label, index: int, value: Decimal) -> bool:
    """Whether a label would only disturb: a zero beside another bar, or a segment too small to hold it."""
    if chart.kind not in STACKED:
        return False
    if value == 0 and any(series.values[index] for series in visible(chart)):
        return True
    return plan.labels is Labels.INSIDE and not _holds(chart, plan, label, value)


def _holds(chart: Chart, plan: Plan, label: Label, value: Decimal) -> bool:
    low, high = extent(chart)
    share = float(abs(value) / (high - low)) if high > low else 0.0
    canvas = plan.canvas
    if chart.kind in HORIZONTAL:
        width_pt = shown_characters(value, label.number_format) * 0.52 * canvas.text_pt
        return share * plan.plot.width * canvas.width_pt * 0.75 >= width_pt + 3
    bar_pt = plan.plot.width * canvas.width_pt / len(chart.categories) / (1 + GAP)
    fits = shown_characters(value, label.number_format) * 0.52 * canvas.text_pt <= bar_pt * 1.05
    return fits and share * plan.plot.height * canvas.height_pt * 0.85 >= canvas.line_pt


def _past_end(chart: Chart, plan: Plan, label: Label, value: Decimal) -> tuple[float, float]:
    """How far a label inside the end of a bar moves to stand past it, in fractions of the frame."""
    canvas = plan.canvas
    sign = -1 if value < 0 else 1
    if chart.kind in HORIZONTAL:
        width_pt = shown_characters(value, label.number_format) * 0.52 * canvas.text_pt
        return sign * (width_pt + 8) / canvas.width_pt, 0
    return 0, -sign * canvas.line_pt * 1.3 / canvas.height_pt


def _body(label: Label) -> str:
    ground = solid(PAPER) if label.ground else "<a:noFill/>"
    separator = f"<c:separator>{label.separator}</c:separator>" if label.separator else ""
    return (
        f'<c:numFmt formatCode="{escaped_attribute(label.number_format)}" sourceLinked="0"/>'
        f"<c:spPr>{ground}{NO_LINE}</c:spPr>"
        f"{text_look(label.colour, label.size_pt, label.language, bold=label.bold)}"
        f'<c:dLblPos val="{label.position}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        f'<c:showCatName val="0"/><c:showSerName val="{int(bool(label.separator))}"/>'
        f'<c:showPercent val="0"/><c:showBubbleSize val="0"/>{separator}'
    )
