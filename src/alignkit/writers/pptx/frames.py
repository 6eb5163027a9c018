"""Frames that hold a table or a chart (ECMA-376 part 1, 19.3.1.21)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.ooxml.namespaces import CHART, DRAWING

from .shapes import identity, placeholder_mark, transform

if TYPE_CHECKING:
    from alignkit.model.deck import Box

    from .reference import Placeholder
    from .sheet import Sheet

TABLE = f"{DRAWING.removesuffix('/main')}/table"
"""What a frame with a table says it holds."""
PLOT = CHART
"""What a frame with a chart says it holds."""


def frame(
    kind: str,
    content: str,
    box: Box,
    placeholder: Placeholder | None,
    sheet: Sheet,
    *,
    name: str,
    description: str,
) -> str:
    """A frame in a placeholder of the layout, or free on the slide.

    Args:
        kind: `TABLE` or `PLOT`.
        content: the element it holds, written after `sheet.new_shape()`.
        box: where it stands; frames always say so themselves.
        placeholder: which one it fills; None for none.
        sheet: the slide it stands on.
        name: what it is called where no placeholder names it.
        description: what it says to readers who cannot see it.

    """
    named = sheet.name(placeholder.name if placeholder else name)
    locks = '<a:graphicFrameLocks noGrp="1"/>'
    return (
        f"<p:graphicFrame><p:nvGraphicFramePr>{identity(sheet.shape, named, description)}"
        f"<p:cNvGraphicFramePr>{locks}</p:cNvGraphicFramePr>{placeholder_mark(placeholder)}"
        f"</p:nvGraphicFramePr>{transform(box, 'p:xfrm')}"
        f'<a:graphic><a:graphicData uri="{kind}">{content}</a:graphicData></a:graphic></p:graphicFrame>'
    )
