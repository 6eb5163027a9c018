"""The layout a heading asks for: granted where the content suits it."""

from __future__ import annotations

import difflib
from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.model.deck import Layout, Slot

from .fitting_text import text_halves
from .parts import Pair, Panel
from .sheet import can_hold

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.model.blocks import Heading

    from .sheet import Setting, Sheet

_TEXT = (Layout.BULLETS, Layout.STATEMENT, Layout.SECTION, Layout.CLOSING, Layout.QUOTE)
"""Layouts of text alone."""
_EXPECTED = {
    Layout.TITLE: "the title of the document",
    Layout.SECTION: "a line or two",
    Layout.STATEMENT: "a sentence or two",
    Layout.BULLETS: "text",
    Layout.TWO_COLUMNS: "columns or a text of two lines or more",
    Layout.TABLE: "a table",
    Layout.CHART: "a chart",
    Layout.CHART_TEXT: "a chart and a short text",
    Layout.CARDS: "cards",
    Layout.COMPARISON: "two columns with titles",
    Layout.TIMELINE: "a timeline",
    Layout.MATRIX: "a matrix",
    Layout.QUOTE: "a quote",
    Layout.CLOSING: "a few lines",
}
_FOUND = _EXPECTED | {
    Layout.SECTION: "nothing",
    Layout.STATEMENT: "text",
    Layout.TWO_COLUMNS: "columns without titles",
    Layout.CHART_TEXT: "a chart and text",
    Layout.CLOSING: "text",
}


def wish_of(heading: Heading | None, report: Report) -> Layout | None:
    """The layout a heading asks for, or None.

    Reports: DECK-001 when there is no layout of that name.

    """
    if heading is None or not heading.layout:
        return None
    names = [layout.value for layout in Layout if layout is not Layout.TITLE]
    name = heading.layout.strip().lower().replace("-", "_")
    if name in names:
        return Layout(name)
    close = difflib.get_close_matches(name, names, n=1) if name != Layout.TITLE else []
    hint = f"write `{close[0]}`" if close else f"choose from {', '.join(f'`{each}`' for each in names)}"
    message = f"there is no slide layout `{heading.layout}`"
    report.finding("DECK-001", Severity.ERROR, message, heading.place, hint=hint)
    return None


def granted(sheets: list[Sheet], setting: Setting, heading: Heading | None, report: Report) -> list[Sheet]:
    """The slides of a topic with the layout its heading asks for; as they are where it does not suit them.

    Reports: DECK-002 when the content does not suit the layout.

    """
    wish = setting.wish
    if wish is None or any(sheet.layout is wish for sheet in sheets):
        return sheets
    first = _as_text(sheets[0], wish, setting)
    if first:
        return [first, *sheets[1:]]
    found = _FOUND[sheets[0].layout]
    if _is_text(sheets[0]) and (wish in _TEXT):
        found = "more text than fits"
    message = f"layout `{wish.value}` expects {_EXPECTED[wish]}, found {found}"
    hint = "leave the layout out, and the content chooses it"
    report.finding("DECK-002", Severity.WARN, message, heading.place if heading else None, hint=hint)
    return sheets


def _is_text(sheet: Sheet) -> bool:
    return sheet.layout in _TEXT and (sheet.graphic is None or isinstance(sheet.graphic, Panel))


def _as_text(sheet: Sheet, wish: Layout, setting: Setting) -> Sheet | None:
    """A slide of text in another layout of text; None where it does not fit."""
    if not _is_text(sheet):
        return None
    if not sheet.body and wish is Layout.STATEMENT:
        return replace(sheet, layout=Layout.SECTION)  # the heading is the statement, and there it is large
    if wish is Layout.TWO_COLUMNS and len(sheet.body) > 1:
        return replace(
            sheet, layout=wish, body=(), graphic=Pair(((), ()), text_halves(sheet.body), sheet.place)
        )
    if wish in _TEXT and can_hold(setting.theme, wish, Slot.BODY, sheet.body):
        return replace(sheet, layout=wish)
    return None
