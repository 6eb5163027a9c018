"""python-pptx at the job, as its documentation shows: its own template, placeholders, tables, charts."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from .deck import LABEL, SERIES, TABLE_HEADERS, cells

if TYPE_CHECKING:
    from typing import Any

    from .deck import Job, Page

_TITLE, _BULLETS, _TITLE_ONLY = 0, 1, 5
_FRAME = (Inches(0.5), Inches(1.6), Inches(9), Inches(4.5))


def write(job: Job) -> bytes:
    """The deck as a file."""
    presentation = Presentation()
    presentation.core_properties.title = job.title
    presentation.core_properties.author = job.presenter
    first = presentation.slides.add_slide(presentation.slide_layouts[_TITLE])
    first.shapes.title.text = job.title
    first.placeholders[1].text = f"{LABEL}\n{job.presenter}"
    for page in job.pages:
        _add(presentation, page)
    buffer = BytesIO()
    presentation.save(buffer)
    return buffer.getvalue()


def _add(presentation: Any, page: Page) -> None:
    layout = _BULLETS if page.form == "bullets" else _TITLE_ONLY
    slide = presentation.slides.add_slide(presentation.slide_layouts[layout])
    slide.shapes.title.text = page.title
    match page.form:
        case "bullets":
            _fill(slide.placeholders[1].text_frame, page.bullets)
        case "table":
            _add_table(slide, page)
        case _:
            _add_chart(slide, page)
    slide.notes_slide.notes_text_frame.text = page.notes


def _fill(frame: Any, bullets: tuple[str, ...]) -> None:
    frame.text = bullets[0]
    for bullet in bullets[1:]:
        frame.add_paragraph().text = bullet


def _add_table(slide: Any, page: Page) -> None:
    table = slide.shapes.add_table(len(page.rows) + 1, len(TABLE_HEADERS), *_FRAME).table
    for at, header in enumerate(TABLE_HEADERS):
        table.cell(0, at).text = header
    for line, row in enumerate(page.rows, 1):
        for at, text in enumerate(cells(row)):
            table.cell(line, at).text = text


def _add_chart(slide: Any, page: Page) -> None:
    data = CategoryChartData()
    data.categories = [row.name for row in page.rows]
    data.add_series(SERIES[0], [row.plan for row in page.rows])
    data.add_series(SERIES[1], [row.forecast for row in page.rows])
    slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, *_FRAME, data)
