"""The title slide: label, title and control block; what does not fit on it continues on the next slide."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.deck import Filled, Layout, Line, Slot, TextBody
from alignkit.model.inlines import Inline, Text

from .fitting_text import fits, fitting_size, ladder
from .graphics import Misfit
from .inlines import has_text, shortened
from .laying import Laid
from .measuring import SAFETY, measured
from .sheet import Sheet, room_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.document import ControlEntry, Document
    from alignkit.themes import Theme

    from .fitting_text import Room

_TERM_GAP, _TERM_SHARE = 1.5, 0.4
"""Space after the longest term in sizes of the text, and the part of the width that terms may take."""


def opening(document: Document, theme: Theme) -> tuple[Laid, Sheet | None]:
    """The title slide, and the slide with the control block's other lines where there is not room for all."""
    filled, misfits = [], []
    if document.label.strip():
        label, misfit = _label(document.label, theme)
        filled.append(label)
        misfits.extend([misfit] if misfit else [])
    entries = [entry for entry in document.control if has_text(entry.value)]
    lines = tuple(Line((Text(f"{entry.label}: "), *entry.value)) for entry in entries)
    room = room_of(theme, Layout.TITLE, Slot.SUBTITLE)
    body = _explained(entries, room)
    if body is None:
        here, size = _as_many_as_fit(lines, room)
        body = TextBody(here, size) if here else None
    if body:
        filled.append(Filled(Slot.SUBTITLE, body, room.box))
    first = Laid(Layout.TITLE, title_of(document), tuple(filled), None, tuple(misfits))
    rest = lines[len(body.lines) if body else 0 :]
    return first, Sheet(Layout.BULLETS, name_of(document), body=rest) if rest else None


def _explained(entries: Sequence[ControlEntry], room: Room) -> TextBody | None:
    """The control block in two columns, terms and what they say; None where these have no room or edge.

    A word wider than its column begins a line below its term in some programs, so there are no columns then.
    """
    if not entries or not room.look.flush:
        return None
    lines = tuple(Line(entry.value, term=(Text(entry.label),)) for entry in entries)
    widest = max(measured(line.term, room.look.font).natural for line in lines)
    longest_word = max(measured(line.inlines, room.look.font).widest for line in lines)
    for size in ladder(room):
        term_pt = ceil((widest + _TERM_GAP) * size / SAFETY)
        has_room = term_pt <= room.width_pt * _TERM_SHARE and longest_word * size <= room.width_pt - term_pt
        if has_room and fits(lines, room, size, term_pt):
            return TextBody(lines, size, term_pt=term_pt)
    return None


def title_of(document: Document) -> tuple[Inline, ...]:
    """The title of a document, or another name for it where it has none."""
    return document.title if has_text(document.title) else name_of(document)


def name_of(document: Document) -> tuple[Inline, ...]:
    """What a document is called when its title is not meant: the label of its kind."""
    names = (document.label, document.properties.title, document.properties.subject, document.words.summary)
    return (Text(next((name for name in names if name.strip()), "…")),)


def _label(label: str, theme: Theme) -> tuple[Filled, Misfit | None]:
    room = room_of(theme, Layout.TITLE, Slot.LABEL)
    text: tuple[Inline, ...] = (Text(label),)
    size = fitting_size((Line(text),), room)
    if size:
        return Filled(Slot.LABEL, TextBody((Line(text),), size), room.box), None
    least = ladder(room)[-1]
    short = shortened(text, lambda inlines: fits((Line(inlines),), room, least))
    return Filled(Slot.LABEL, TextBody((Line(short),), least), room.box), Misfit("the label", (text,))


def _as_many_as_fit(lines: tuple[Line, ...], room: Room) -> tuple[tuple[Line, ...], float]:
    """The first lines that fit, at the largest size at which they do."""
    least = ladder(room)[-1]
    count = len(lines)
    while count and not fits(lines[:count], room, least):
        count -= 1
    return lines[:count], (fitting_size(lines[:count], room) or least) if count else least
