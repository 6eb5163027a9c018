"""A document as a deck: opening, topics, titles, notes."""

from __future__ import annotations

import textwrap
from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity
from alignkit.model.blocks import CalloutKind, Paragraph
from alignkit.model.deck import Deck, Filled, Layout, Slide, Slot
from alignkit.showing import plain

from .arranging import own_title
from .choosing import sheets_of
from .graphics import Misfit
from .inlines import has_text
from .laying import Laid, laid
from .notes import in_paragraphs
from .opening import name_of, opening
from .parts import Panel
from .reading import Reader
from .sheet import Setting, can_hold, room_of
from .splitting import topics
from .titles import balanced, titles
from .wishes import granted, wish_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.diagnostics import Report
    from alignkit.model.blocks import Block
    from alignkit.model.document import Document
    from alignkit.model.inlines import Inline
    from alignkit.themes import Theme

    from .parts import Topic
    from .sheet import Sheet
    from .titles import Title

_NAME_LENGTH = 60
"""As much of a slide's title as a message names it by."""
_HINT = "shorten it"
_CUT_HINT = "shorten it; on the slide it is cut, and the notes hold the whole of it"

_Noted = tuple[Laid, tuple["Block", ...]]
"""A slide with what is said beside it."""


def lay_out(document: Document, theme: Theme, report: Report) -> Deck:
    """The slides of a document in a look: headings split, content chooses, text is measured and fits.

    Args:
        document: what is to be shown, without sections meant for pages only.
        theme: fonts and places of the look.
        report: where problems go.

    Reports: DECK-001 and DECK-002 for a layout that is asked for and cannot be had, GEN-014 for a text that
    does not fit at its smallest size.

    """
    reader = Reader(document.words)
    first, rest = opening(document, theme)
    noted: list[_Noted] = [(first, ())]
    noted += [(slide, ()) for slide in (laid(rest, theme, document.words) if rest else ())]
    found = list(topics(document.blocks, reader))
    for topic in found:
        notes = tuple(in_paragraphs(topic.notes, reader))
        if topic.heading is None and not topic.parts:
            noted[0] = (first, notes)
            continue
        slides = _topic_slides(topic, document, theme, report, is_last=topic is found[-1])
        noted += [(slide, () if index else notes) for index, slide in enumerate(slides)]
    shown = titles([(slide.layout, slide.title) for slide, _ in noted], theme, document.words.continued)
    made = [_slide(slide, title, notes, theme) for (slide, notes), title in zip(noted, shown, strict=True)]
    _report(noted, shown, report)
    return Deck(tuple(made), document.properties, document.words)


def _topic_slides(
    topic: Topic, document: Document, theme: Theme, report: Report, *, is_last: bool
) -> list[Laid]:
    setting = Setting(theme, document.words, wish_of(topic.heading, report))
    sheets = granted(sheets_of(topic, _title(topic, document), setting), setting, topic.heading, report)
    if is_last and setting.wish is None:
        sheets = _closed(sheets, theme)
    return [slide for sheet in sheets for slide in laid(sheet, theme, document.words)]


def _title(topic: Topic, document: Document) -> tuple[Inline, ...]:
    """The heading of a topic; before the first heading the summary's word, or the name of the document."""
    if topic.heading and has_text(topic.heading.inlines):
        return topic.heading.inlines
    first = topic.parts[0] if topic.parts else None
    if isinstance(first, Panel):
        return own_title(first, document.words)
    return name_of(document)


def _closed(sheets: Sequence[Sheet], theme: Theme) -> list[Sheet]:
    """The last slides of a deck: a decision alone closes it."""
    last = sheets[-1]
    is_decision = isinstance(last.graphic, Panel) and last.graphic.kind is CalloutKind.DECISION
    if len(sheets) == 1 and is_decision and can_hold(theme, Layout.CLOSING, Slot.BODY, last.body):
        return [replace(last, layout=Layout.CLOSING)]
    return list(sheets)


def _slide(slide: Laid, title: Title, notes: tuple[Block, ...], theme: Theme) -> Slide:
    room = room_of(theme, slide.layout, Slot.TITLE)
    box = balanced(title, room)
    whole = [title.whole] if title.whole else []
    texts = whole + [text for misfit in slide.misfits for text in misfit.texts]
    missing = tuple(Paragraph(text) for text in texts if has_text(text))
    return Slide(
        slide.layout,
        (Filled(Slot.TITLE, title.body, box, moved=box != room.box), *slide.filled),
        missing + notes,
        slide.place,
    )


def _report(noted: Sequence[_Noted], shown: Sequence[Title], report: Report) -> None:
    """Report GEN-014 for every text that does not fit."""
    for number, ((slide, _), title) in enumerate(zip(noted, shown, strict=True), 1):
        misfits = [Misfit("the title", (title.whole,))] if title.whole else []
        for misfit in (*misfits, *slide.misfits):
            name = textwrap.shorten(plain(title.body.lines[0].inlines), _NAME_LENGTH, placeholder="…")
            message = f"slide {number} `{name}`: {misfit.what} does not fit at its smallest size"
            hint = _CUT_HINT if misfit.texts else _HINT
            report.finding("GEN-014", Severity.ERROR, message, slide.place, hint=hint)
