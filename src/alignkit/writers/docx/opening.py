"""How a document begins: label of the kind, title and control block."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.inlines import Text

from .captions import source_line
from .inlines import runs
from .paragraphs import paragraph, text_paragraph
from .roles import Role
from .tables import grid
from .widths import text_width

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.document import ControlEntry, Document

    from .story import Story

_LABEL_PT = 9.5
_GAP = 400
_NARROWEST, _WIDEST = 1300, 2900


def opening(document: Document, story: Story) -> str:
    """Label, title and control block, each only if there is something to show."""
    label = text_paragraph((Text(document.label),), Role.LABEL, story) if document.label else ""
    title = text_paragraph(document.title, Role.TITLE, story) if document.title else ""
    return label + title + (_control(document.control, story) if document.control else "")


def _control(entries: Sequence[ControlEntry], story: Story) -> str:
    longest = max(text_width(entry.label, _LABEL_PT * story.reference.control_scale) for entry in entries)
    label = int(min(max(longest + _GAP, _NARROWEST), _WIDEST, story.width // 2))
    widths = (label, story.width - label)
    rows = [_entry(entry, widths, story, first=at == 0) for at, entry in enumerate(entries)]
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{story.reference.styles[Role.CONTROL_TABLE]}"/>'
        f'<w:tblW w:w="{story.width}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0680" w:firstRow="0" w:lastRow="0" w:firstColumn="1" w:lastColumn="0"'
        f' w:noHBand="1" w:noVBand="1"/></w:tblPr>{grid(widths)}{"".join(rows)}</w:tbl>'
        f"{source_line((), story)}"
    )


def _entry(entry: ControlEntry, widths: tuple[int, int], story: Story, *, first: bool) -> str:
    # accessibility checkers ask for a header row of every table; this one never breaks across pages
    header = "<w:tblHeader/>" if first else ""
    styles = story.reference.styles
    label = paragraph(styles[Role.CONTROL_LABEL], runs((Text(entry.label),), story))
    value = paragraph(styles[Role.CONTROL_ENTRY], runs(entry.value, story))
    return (
        f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>"
        f'<w:tc><w:tcPr><w:tcW w:w="{widths[0]}" w:type="dxa"/></w:tcPr>{label}</w:tc>'
        f'<w:tc><w:tcPr><w:tcW w:w="{widths[1]}" w:type="dxa"/></w:tcPr>{value}</w:tc></w:tr>'
    )
