"""What stands at the foot of every slide: confidentiality and draft mark, number, as-of date."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.formats.dates import date_text
from alignkit.model.deck import EMU_PER_PT, Box
from alignkit.model.inlines import Text

from .paragraphs import paragraph
from .shapes import placeholder_shape, plain_body, text_box
from .text import Look, hundredths, properties

if TYPE_CHECKING:
    from alignkit.model.document import Properties

    from .reference import SlideLayout
    from .sheet import Sheet

_FIELD_ID = "{7C9E1D34-52A8-4E6B-8F0D-91B3C5A7E260}"
"""Id of the number's field; the same everywhere, since each slide has one."""
_MARK_PT = 10
_MARK_HEIGHT, _MARK_WIDTH, _MARK_SIDE = 18 * EMU_PER_PT, 300 * EMU_PER_PT, 36 * EMU_PER_PT


def footers(layout: SlideLayout, properties: Properties, sheet: Sheet) -> str:
    """The footers a layout has a place for; a draft says so in any case."""
    line = " · ".join(filter(None, (sheet.words.draft if properties.draft else "", properties.footer)))
    day = date_text(sheet.language, properties.as_of, "", near=False, same_year=False)
    shapes = ""
    if layout.footer is not None and line:
        sheet.new_shape()
        shapes += placeholder_shape(layout.footer, _text(line, sheet), sheet)
    elif properties.draft:
        shapes += _draft_mark(sheet)
    if layout.day is not None and (layout.footer is None or day not in line):
        sheet.new_shape()
        shapes += placeholder_shape(layout.day, _text(day, sheet), sheet)
    if layout.number is not None:
        sheet.new_shape()
        shapes += placeholder_shape(layout.number, _number(sheet), sheet)
    return shapes


def _text(line: str, sheet: Sheet) -> str:
    return paragraph((Text(line),), sheet, Look(sheet.language))


def _number(sheet: Sheet) -> str:
    field = properties(Look(sheet.language))
    return f'<a:p><a:fld id="{_FIELD_ID}" type="slidenum">{field}<a:t>{sheet.number}</a:t></a:fld></a:p>'


def _draft_mark(sheet: Sheet) -> str:
    """The mark in the lower margin of a layout that has no footer."""
    theme = sheet.reference.theme
    box = Box(_MARK_SIDE, theme.height - _MARK_HEIGHT, _MARK_WIDTH, _MARK_HEIGHT)
    sheet.new_shape()
    look = Look(sheet.language, hundredths(_MARK_PT), color=sheet.ink)
    text = paragraph((Text(sheet.words.draft),), sheet, look)
    return text_box(box, plain_body(), text, sheet, name="Draft")
