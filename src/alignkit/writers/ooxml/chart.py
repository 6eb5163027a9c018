"""A native chart as the two parts an Office file needs: the drawing and the workbook with its numbers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .chart_canvas import Canvas, page_canvas
from .chart_form import form_of
from .chart_workbook import workbook
from .chart_xml import chart_space

if TYPE_CHECKING:
    from alignkit.model.charts import Chart


@dataclass(frozen=True, slots=True)
class ChartParts:
    """What a package has to hold for one chart."""

    chart_xml: bytes
    """The chart part; its relationship `rId1` is the workbook."""
    workbook: bytes
    """The embedded .xlsx file."""


def chart_parts(chart: Chart, language: str, *, canvas: Canvas | None = None) -> ChartParts:
    """The parts of `chart`; the same chart gives the same bytes.

    Title, unit and source are the document's business: they stand around the chart, not in it.

    Args:
        chart: at least one series, as many values in each as there are categories.
        language: BCP 47 tag of its texts.
        canvas: the frame it is placed in and the size of its text; None for the text width of a page.

    """
    canvas = canvas or page_canvas(chart)
    form = form_of(chart, canvas, language)
    return ChartParts(chart_space(form, canvas, language).encode(), workbook(form.grid))
