"""The axes of a chart: categories on a hairline, values only where no label says them."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind

from .chart_canvas import HORIZONTAL
from .chart_grid import number_text
from .chart_limit import LIMIT_LINE
from .chart_paint import BASELINE, HAIRLINE, INK, NO_LINE, outline, text_look
from .chart_plan import limit_lies
from .chart_text import escaped_attribute

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.model.charts import Chart

    from .chart_plan import Plan

_SMALL_PT = 12
"""Names of categories on slides get this small before they are turned."""
CATEGORIES_ID, VALUES_ID = 111_111_101, 111_111_102
SECOND_CATEGORIES_ID, SECOND_VALUES_ID = 111_111_103, 111_111_104


def axes(chart: Chart, plan: Plan, language: str, *, to_the_edges: bool = False) -> str:
    """The axes of the chart, and the hidden second pair where the limit is drawn as bars.

    Args:
        chart: the chart.
        plan: its layout.
        language: BCP 47 tag.
        to_the_edges: whether the first and the last category stand on the edges of the plot, as an area does.

    """
    between = "midCat" if to_the_edges else "between"
    first = f"{category_axis(chart, plan, language)}{_value_axis(chart, plan, language, between)}"
    if chart.limit is None or not limit_lies(chart):
        return first
    return first + _second_axes(plan, chart.limit)


def category_axis(chart: Chart, plan: Plan, language: str) -> str:
    """The axis with the names of the categories."""
    horizontal = chart.kind in HORIZONTAL
    size_pt, rotation, every = (plan.canvas.text_pt, 0, 1) if horizontal else _fitting(chart, plan)
    return (
        f'<c:catAx><c:axId val="{CATEGORIES_ID}"/>'
        f'<c:scaling><c:orientation val="{"maxMin" if horizontal else "minMax"}"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="{"l" if horizontal else "b"}"/>'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="low"/>'
        f"<c:spPr>{outline(BASELINE, 0.75)}</c:spPr>"
        f"{text_look(INK, size_pt, language, rotation=rotation)}"
        f'<c:crossAx val="{VALUES_ID}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        f'<c:lblOffset val="100"/><c:tickLblSkip val="{every}"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _fitting(chart: Chart, plan: Plan) -> tuple[float, int, int]:
    """Size and rotation in degrees of the category labels, and how many of them stand for one shown."""
    canvas = plan.canvas
    slot_pt = canvas.width_pt * plan.plot.width * 0.95 / len(chart.categories)
    if chart.kind is ChartKind.LINE:
        widest = max(map(canvas.text_width_pt, chart.categories))
        return canvas.text_pt, 0, max(1, ceil(min(widest + canvas.text_pt * 0.5, 90) / slot_pt))
    if slot_pt >= 5 * canvas.text_pt:
        return canvas.text_pt, 0, 1
    words = [word for name in chart.categories for word in name.split() or [name]]
    for small in (canvas, replace(canvas, text_pt=min(canvas.text_pt, _SMALL_PT))):
        if max(map(small.text_width_pt, words)) <= slot_pt:
            return small.text_pt, 0, 1
    return canvas.text_pt, (-45 if slot_pt >= 1.6 * canvas.text_pt else -90), 1


def _value_axis(chart: Chart, plan: Plan, language: str, between: str) -> str:
    horizontal = chart.kind in HORIZONTAL
    gridlines = ""
    if plan.scale_shown:
        gridlines = f"<c:majorGridlines><c:spPr>{outline(HAIRLINE, 0.5)}</c:spPr></c:majorGridlines>"
    return (
        f'<c:valAx><c:axId val="{VALUES_ID}"/>{_scaling(plan.low, plan.high)}'
        f'<c:delete val="{int(not plan.scale_shown)}"/>'
        f'<c:axPos val="{"b" if horizontal else "l"}"/>{gridlines}'
        f'<c:numFmt formatCode="{escaped_attribute(chart.number_format)}" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f"<c:spPr>{NO_LINE}</c:spPr>{text_look(INK, plan.canvas.text_pt, language)}"
        f'<c:crossAx val="{CATEGORIES_ID}"/><c:crosses val="{"max" if horizontal else "autoZero"}"/>'
        f'<c:crossBetween val="{between}"/></c:valAx>'
    )


def _scaling(low: Decimal | None, high: Decimal | None) -> str:
    end = "" if high is None else f'<c:max val="{number_text(high)}"/>'
    start = "" if low is None else f'<c:min val="{number_text(low)}"/>'
    return f'<c:scaling><c:orientation val="minMax"/>{end}{start}</c:scaling>'


def _second_axes(plan: Plan, limit: Decimal) -> str:
    """Axes of which only one line is seen: the categories' axis, which crosses at the limit."""
    quiet = (
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/>'
        '<c:minorTickMark val="none"/><c:tickLblPos val="none"/>'
    )
    return (
        f'<c:valAx><c:axId val="{SECOND_VALUES_ID}"/>{_scaling(plan.low, plan.high)}<c:delete val="0"/>'
        f'<c:axPos val="t"/>{quiet}<c:spPr>{NO_LINE}</c:spPr><c:crossAx val="{SECOND_CATEGORIES_ID}"/>'
        '<c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>'
        f'<c:catAx><c:axId val="{SECOND_CATEGORIES_ID}"/>'
        '<c:scaling><c:orientation val="maxMin"/></c:scaling><c:delete val="0"/><c:axPos val="l"/>'
        f'{quiet}<c:spPr>{LIMIT_LINE}</c:spPr><c:crossAx val="{SECOND_VALUES_ID}"/>'
        f'<c:crossesAt val="{number_text(limit)}"/><c:auto val="0"/>'
        '<c:lblAlgn val="ctr"/><c:lblOffset val="100"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )
