"""Slides for things with a layout of their own, and for the text around them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.blocks import CalloutKind, Cards, Matrix, Table, Timeline
from alignkit.model.charts import Chart
from alignkit.model.deck import SLOTS, Layout, Line, Marker, Slot
from alignkit.model.inlines import Inline, Text
from alignkit.showing import plain

from .exhibits import layout_of, source_of
from .inlines import has_text
from .parts import Exhibits, Pair, Panel, Saying
from .sheet import Setting, Sheet, can_hold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.model.document import Words

    from .parts import Graphic

Lines = tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands around a graphic."""

    title: tuple[Inline, ...]
    """Title of its section."""
    is_first: bool
    """Whether no slide carries that title yet."""
    before: Lines
    """Text before it that has no slide yet."""
    after: Lines
    """Text after it that it may take along."""


@dataclass(frozen=True, slots=True)
class _Way:
    """One way to share out the text around a graphic."""

    spilled: Lines = ()
    """On a slide before it."""
    lead: Lines = ()
    """Above it."""
    body: Lines = ()
    """Beside or below it."""
    takes_after: bool = False
    """Whether the text after it goes along."""


def arranged(graphic: Graphic, around: Surroundings, setting: Setting) -> tuple[list[Sheet], bool]:
    """The slide of a graphic, after one for text it cannot take along; and whether it took `after` along."""
    for way in _ways(graphic, around, setting.wish):
        sheet = _sheet(graphic, around, way, setting)
        if sheet:
            return [*_spilled(around.title, way.spilled), sheet], way.takes_after
    spilled = (*around.before, *_captions(graphic, around.title))
    title = own_title(graphic, setting.words) or around.title
    return [*_spilled(around.title, spilled), _alone(graphic, title)], False


def _spilled(title: tuple[Inline, ...], lines: Lines) -> Iterator[Sheet]:
    if lines:
        yield Sheet(Layout.BULLETS, title, body=lines)


def _ways(graphic: Graphic, around: Surroundings, wish: Layout | None) -> Iterator[_Way]:
    """The ways to try, the best first."""
    before, after = around.before, around.after
    if isinstance(graphic, (Chart, Cards)) and not (wish is Layout.CHART and isinstance(graphic, Chart)):
        if after:
            yield _Way(lead=before, body=after, takes_after=True)
        if before and (wish is Layout.CHART_TEXT or not _is_prose(before)):
            yield _Way(body=before)
        if not after:
            yield _Way(lead=before)
        yield _Way(body=before)
        if after:
            yield _Way(lead=before)
            yield _Way(spilled=before, body=after, takes_after=True)
    yield _Way(lead=before)
    yield _Way(spilled=before)


def _sheet(graphic: Graphic, around: Surroundings, way: _Way, setting: Setting) -> Sheet | None:
    """The slide of a graphic with text shared out one way; None where it does not fit."""
    title = around.title
    if way.spilled or not around.is_first:
        title = own_title(graphic, setting.words) or title
    lead = (*way.lead, *_captions(graphic, title))
    layout = _layout(graphic, has_text=bool(way.body))
    if not _is_prose(way.lead) or not _holds(setting, layout, Slot.LEAD, lead):
        return None
    if isinstance(graphic, Panel):
        return _panel(graphic, title, setting)
    if not _holds(setting, layout, Slot.BODY, way.body):
        return None
    body = graphic.lines if isinstance(graphic, Saying) else way.body
    return Sheet(layout, title, lead, body, graphic, _source(graphic), graphic.place)


def _holds(setting: Setting, layout: Layout, slot: Slot, lines: Lines) -> bool:
    """Whether lines fit a slot of a layout; none always do."""
    return not lines or (slot in SLOTS[layout] and can_hold(setting.theme, layout, slot, lines))


def _is_prose(lines: Lines) -> bool:
    """Whether there is no list in a text."""
    return all(line.marker is Marker.NONE for line in lines)


def _alone(graphic: Graphic, title: tuple[Inline, ...]) -> Sheet:
    """A graphic with nothing around it."""
    body = graphic.lines if isinstance(graphic, (Saying, Panel)) else ()
    return Sheet(_layout(graphic, has_text=False), title, (), body, graphic, _source(graphic), graphic.place)


def _panel(panel: Panel, title: tuple[Inline, ...], setting: Setting) -> Sheet:
    """A decision as a statement where it is short enough, else as text; its heading above it."""
    named = has_text(panel.title) and plain(panel.title) != plain(title)
    body = (*((Line(panel.title, strong=True),) if named else ()), *panel.lines)
    is_statement = panel.kind is CalloutKind.DECISION and _holds(setting, Layout.STATEMENT, Slot.BODY, body)
    return Sheet(
        Layout.STATEMENT if is_statement else Layout.BULLETS,
        title,
        body=body,
        graphic=panel,
        place=panel.place,
    )


def _layout(graphic: Graphic, *, has_text: bool) -> Layout:
    match graphic:
        case Table():
            return Layout.TABLE
        case Chart():
            return Layout.CHART_TEXT if has_text else Layout.CHART
        case Cards():
            return Layout.CARDS
        case Timeline():
            return Layout.TIMELINE
        case Matrix():
            return Layout.MATRIX
        case Pair(heads=heads):
            return Layout.COMPARISON if any(heads) else Layout.TWO_COLUMNS
        case Exhibits():
            return layout_of(graphic)
        case Saying():
            return Layout.QUOTE
        case Panel():
            return Layout.BULLETS


def own_title(graphic: Graphic, words: Words) -> tuple[Inline, ...]:
    """What may be the title of a graphic's slide: what it says about itself; empty when it says nothing."""
    match graphic:
        case Table(caption=caption):
            return caption if has_text(caption) else ()
        case Chart(title=title):
            return (Text(title),) if title.strip() else ()
        case Panel(kind=kind, title=title):
            word = words.summary if kind is CalloutKind.SUMMARY else words.decision
            return title if has_text(title) else (Text(word),)
        case _:
            return ()


def _captions(graphic: Graphic, title: tuple[Inline, ...]) -> Lines:
    """What stands above a graphic because the slide's title does not say it."""
    said = plain(title).strip()
    match graphic:
        case Table(caption=caption):
            lines = [caption] if plain(caption).strip() != said else []
        case Chart(title=own, unit=unit):
            lines = [(Text(own),)] if own.strip() != said else []
            lines.append((Text(unit),))
        case _:
            lines = []
    return tuple(Line(line) for line in lines if has_text(line))


def _source(graphic: Graphic) -> tuple[Inline, ...]:
    match graphic:
        case Table(note=note) | Timeline(note=note) | Matrix(note=note):
            return note
        case Chart(source=source):
            return source
        case Exhibits():
            return source_of(graphic)
        case _:
            return ()
