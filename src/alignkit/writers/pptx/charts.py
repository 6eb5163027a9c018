"""Charts: a frame, the chart part it leads to, and the workbook the numbers are edited in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT
from alignkit.writers.chart_alternative import description
from alignkit.writers.ooxml.chart import chart_parts
from alignkit.writers.ooxml.chart_canvas import Canvas
from alignkit.writers.ooxml.namespaces import CHART, CHART_TYPE, OFFICE_RELATIONSHIP
from alignkit.writers.ooxml.package import Part, Relationship

from .frames import PLOT, frame

if TYPE_CHECKING:
    from alignkit.model.deck import Box, Plot

    from .reference import Placeholder
    from .sheet import Sheet


def chart(plot: Plot, box: Box, placeholder: Placeholder | None, sheet: Sheet) -> str:
    """The chart in its frame; its parts join the deck."""
    sheet.new_shape()
    drawing = f'<c:chart xmlns:c="{CHART}" r:id="{_attach(plot, box, sheet)}"/>'
    told = description(plot.chart, sheet.language)
    return frame(PLOT, drawing, box, placeholder, sheet, name=sheet.words.chart, description=told)


def _attach(plot: Plot, box: Box, sheet: Sheet) -> str:
    """The id of the relationship to the chart part."""
    canvas = Canvas(box.width / EMU_PER_PT, box.height / EMU_PER_PT, plot.text_pt, sheet.reference.dark)
    made = chart_parts(plot.chart, sheet.language, canvas=canvas)
    number = len(sheet.attached) // 2 + 1
    workbook = f"ppt/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
    to_workbook = Relationship("rId1", f"{OFFICE_RELATIONSHIP}package", workbook)
    name = f"ppt/charts/chart{number}.xml"
    sheet.attached += (
        Part(name, CHART_TYPE, made.chart_xml, (to_workbook,)),
        Part(workbook, "", made.workbook),
    )
    return sheet.relate("chart", name)
