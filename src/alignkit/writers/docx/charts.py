"""Charts in line with the text: sentence, unit, the drawing with its embedded workbook, source."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.model.inlines import Text
from alignkit.writers.chart_alternative import description
from alignkit.writers.ooxml.chart import chart_parts
from alignkit.writers.ooxml.chart_canvas import page_canvas
from alignkit.writers.ooxml.namespaces import CHART, CHART_TYPE, OFFICE_RELATIONSHIP
from alignkit.writers.ooxml.package import Part, Relationship

from .captions import caption, source_line
from .paragraphs import KEEP, paragraph
from .roles import Role
from .text import attribute, run

if TYPE_CHECKING:
    from alignkit.model.charts import Chart
    from alignkit.writers.ooxml.chart_canvas import Canvas

    from .story import Story

_EMU_PER_POINT = 12700
_TWIPS_PER_POINT = 20
_TEXT_PT = 9


def chart(block: Chart, story: Story) -> str:
    """The chart and the lines that belong to it, all on one page."""
    canvas = replace(page_canvas(block, story.width / _TWIPS_PER_POINT, _TEXT_PT), dark=story.reference.dark)
    above = caption(story.words.chart, "charts", (Text(block.title),) if block.title else (), story)
    unit = _unit(block.unit, story) if block.unit else ""
    drawing = _drawing(
        _attach(block, canvas, story),
        description(block, story.language),
        int(canvas.width_pt * _EMU_PER_POINT),
        int(canvas.height_pt * _EMU_PER_POINT),
        story,
    )
    figure = paragraph(story.reference.styles[Role.FIGURE], unit + drawing, KEEP if block.source else "")
    return above + figure + source_line(block.source, story)


def _unit(unit: str, story: Story) -> str:
    """The unit, first line of the chart's own paragraph: LibreOffice does not keep two paragraphs with it."""
    opening = f'<w:r><w:rPr><w:rStyle w:val="{story.reference.styles[Role.CHART_UNIT]}"/></w:rPr>'
    return f"{run(unit, opening)}<w:r><w:br/></w:r>"


def _attach(block: Chart, canvas: Canvas, story: Story) -> str:
    """The id of the relationship to the chart, whose parts join the package."""
    number = sum(part.content_type == CHART_TYPE for part in story.parts) + 1
    made = chart_parts(block, story.language, canvas=canvas)
    workbook = f"word/embeddings/Microsoft_Excel_Worksheet{number}.xlsx"
    to_workbook = Relationship("rId1", f"{OFFICE_RELATIONSHIP}package", workbook)
    story.parts += (
        Part(f"word/charts/chart{number}.xml", CHART_TYPE, made.chart_xml, (to_workbook,)),
        Part(workbook, "", made.workbook),
    )
    return story.relate("chart", f"word/charts/chart{number}.xml")


def _drawing(relationship: str, alternative: str, width: int, height: int, story: Story) -> str:
    id_ = story.drawing_id()
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        f'<wp:extent cx="{width}" cy="{height}"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:docPr id="{id_}" name="{attribute(story.words.chart)} {id_}" descr="{attribute(alternative)}"/>'
        f'<wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="{CHART}">'
        f'<c:chart r:id="{relationship}"/></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )
