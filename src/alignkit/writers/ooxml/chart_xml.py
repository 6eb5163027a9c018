"""The chart part: a `c:chartSpace` in the order of ECMA-376 part 1, 21.2."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .chart_paint import INK, NO_LINE, text_look
from .chart_text import escaped_attribute
from .namespaces import CHART, DRAWING, RELATIONSHIP_IDS

if TYPE_CHECKING:
    from .chart_canvas import Canvas
    from .chart_form import Form
    from .chart_plan import Box

_EMPTY = f"<c:spPr><a:noFill/>{NO_LINE}</c:spPr>"


def chart_space(form: Form, canvas: Canvas, language: str) -> str:
    """The XML of the part; the workbook is its relationship `rId1`."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<c:chartSpace xmlns:c="{CHART}" xmlns:a="{DRAWING}" xmlns:r="{RELATIONSHIP_IDS}">'
        f'<c:date1904 val="0"/><c:lang val="{escaped_attribute(language)}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/>'
        f"<c:plotArea>{_layout(form.box, is_inner=form.is_inner)}{form.plots}{_EMPTY}</c:plotArea>"
        f'{_legend(form, canvas, language)}<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        f"{_EMPTY}{text_look(INK, canvas.text_pt, language)}"
        '<c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData></c:chartSpace>'
    )


def _legend(form: Form, canvas: Canvas, language: str) -> str:
    if form.legend is None:
        return ""
    entries = "".join(
        f'<c:legendEntry><c:idx val="{index}"/><c:delete val="1"/></c:legendEntry>' for index in form.unnamed
    )
    return (
        f'<c:legend><c:legendPos val="t"/>{entries}{_layout(form.legend)}<c:overlay val="0"/>'
        f"{_EMPTY}{text_look(INK, canvas.text_pt, language)}</c:legend>"
    )


def _layout(box: Box, *, is_inner: bool = False) -> str:
    target = '<c:layoutTarget val="inner"/>' if is_inner else ""
    return (
        f'<c:layout><c:manualLayout>{target}<c:xMode val="edge"/><c:yMode val="edge"/>'
        f'<c:x val="{box.x:.4f}"/><c:y val="{box.y:.4f}"/>'
        f'<c:w val="{box.width:.4f}"/><c:h val="{box.height:.4f}"/>'
        "</c:manualLayout></c:layout>"
    )
