"""Which of a company's layouts serves which of ours: by what it offers first, by its name second.

Each of ours has a ladder. A rung says which placeholders a layout must offer; among the layouts that offer
them the type and the name decide. On the last rung our boxes are drawn in the room of a layout with a title.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.deck import SLOTS, Layout, Slot

from .own import LAYOUT_NAMES, slot_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from .inheritance import Shape
    from .offers import Offer, Slide

    Held = Mapping[Slot, tuple[Shape, ...]]
    """Placeholders for slots, the title left out."""
    Rung = Callable[[Offer], Held | None]
    """What a layout gives on this rung; None if it does not reach it."""

LEAST_WIDTH, LEAST_HEIGHT = 0.55, 0.38
"""Least share of the slide that has to be free for a slide of ours."""
_TITLE_WIDTH = 0.55
_FEWEST_CARDS, _MOST_CARDS = 3, 5
_COVERS = frozenset({Layout.TITLE, Layout.SECTION})
_SAME = 0.04
"""Share of the slide within which two edges are one."""


@dataclass(frozen=True, slots=True)
class Match:
    """A layout of the company for one of ours."""

    layout: Layout
    """Ours."""
    offer: Offer
    """Theirs."""
    held: Held
    """Its placeholders for our slots, the title left out."""
    is_made_for_it: bool
    """Whether it offers what ours is about; otherwise something of ours is drawn in its room."""
    is_ours: bool = False
    """Whether it is a layout of ours that somebody has restyled, with a placeholder for every slot."""


@dataclass(frozen=True, slots=True)
class _Taste:
    """Which of several layouts that offer the same is meant."""

    types: tuple[str, ...]
    """Types of the format, the best first."""
    names: str
    """Pattern of names."""


_TASTES = {
    Layout.TITLE: _Taste(("title",), r"title slide|titelfolie|titelseite|cover|deckblatt"),
    Layout.SECTION: _Taste(("secHead",), r"section|divider|abschnitt|kapitel|trenn|zwischentitel|agenda"),
    Layout.STATEMENT: _Taste((), r"statement|big (number|fact)|key message|aussage|kernbotschaft|main point"),
    Layout.BULLETS: _Taste(("obj", "tx"), r"title and (content|body|text)|titel und (inhalt|text)|inhalt"),
    Layout.TWO_COLUMNS: _Taste(("twoObj", "twoColTx"), r"two|2|zwei"),
    Layout.TABLE: _Taste(("tbl", "obj"), r"table|tabelle|title and content|titel und inhalt"),
    Layout.CHART: _Taste(("chart", "obj"), r"chart|diagram|grafik|title and content|titel und inhalt"),
    Layout.CHART_TEXT: _Taste(("chartAndTx", "txAndChart", "twoObj"), r"chart|diagram|text"),
    Layout.CARDS: _Taste((), r"card|kpi|metric|figure|kennzahl|karten"),
    Layout.COMPARISON: _Taste(("twoTxTwoObj",), r"compar|vergleich"),
    Layout.TIMELINE: _Taste(("titleOnly", "obj"), r"timeline|roadmap|zeit"),
    Layout.MATRIX: _Taste(("tbl", "obj", "titleOnly"), r"matrix|table|tabelle"),
    Layout.QUOTE: _Taste((), r"quote|zitat|testimonial"),
    Layout.CLOSING: _Taste(
        (), r"clos|conclusion|summary|next steps|abschluss|schluss|fazit|nächste schritte"
    ),
}
_ELSEWHERE = re.compile(
    r"thank|danke|contact|kontakt|agenda|disclaimer|team|quote|zitat|picture|bild|photo|foto|blank|leer"
    r"|name card|visitenkarte|caption|beschriftung|big number|statement|aussage",
    re.IGNORECASE,
)
"""Names of layouts made for something that ours is not."""


def match(layout: Layout, offered: Sequence[Offer], slide: Slide) -> Match | None:
    """The company's layout for one of ours; None if none has a title and enough room."""
    for offer in offered:
        if (held := _ours(layout, offer)) is not None:
            return Match(layout, offer, held, is_made_for_it=True, is_ours=True)
    fitting = [offer for offer in offered if _fits(layout, offer, slide)]
    for position, rung in enumerate(_LADDERS[layout], 1):
        able = [(offer, held) for offer in fitting if (held := rung(offer)) is not None]
        if able:
            offer, held = min(able, key=lambda pair: _rank(layout, pair[0], pair[1], offered))
            return Match(layout, offer, held, is_made_for_it=position <= _MADE_FOR.get(layout, 1))
    return None


def _fits(layout: Layout, offer: Offer, slide: Slide) -> bool:
    """Whether a layout has a title for a sentence above enough room; covers need no room."""
    wide = offer.title.box.width >= _TITLE_WIDTH * slide.width
    if layout in _COVERS:
        return offer.title.box.width >= 0.35 * slide.width
    above = offer.title_box.y + offer.title_box.height / 2 <= offer.room.y + offer.room.height / 2
    roomy = offer.room.width >= LEAST_WIDTH * slide.width and offer.room.height >= LEAST_HEIGHT * slide.height
    return wide and above and roomy


def _rank(layout: Layout, offer: Offer, held: Held, offered: Sequence[Offer]) -> tuple[float, ...]:
    """The order in which layouts that offer the same are taken, the lowest first."""
    taste = _TASTES[layout]
    named = re.search(taste.names, offer.name, re.IGNORECASE) is not None
    types = taste.types if held else ("titleOnly",)
    typed = types.index(offer.type) if offer.type in types else len(types)
    elsewhere = not named and _ELSEWHERE.search(offer.name) is not None
    dark = layout not in _COVERS and offer.ink != "tx1"
    return (elsewhere, dark, typed, not named, offer.others, len(offer.content), offered.index(offer))


def _ours(layout: Layout, offer: Offer) -> Held | None:
    """A layout of ours that somebody has restyled: known by its name and the names of its placeholders."""
    if offer.name != LAYOUT_NAMES[layout]:
        return None
    slots = SLOTS[layout][1:]  # the title is served by every layout
    held = {slot: _named(slot, offer.shapes) for slot in slots}
    return held if all(held.values()) else None


def _named(slot: Slot, held: Iterable[Shape]) -> tuple[Shape, ...]:
    name = slot_name(slot)
    return tuple(
        shape
        for shape in held
        if shape.placeholder.name.rstrip(" 0123456789" if slot is Slot.CARD else "") == name
    )


def _cover(offer: Offer) -> Held | None:
    """A subtitle and no content; LibreOffice writes neither the type of a cover nor that of its title."""
    return {Slot.SUBTITLE: (offer.subtitle,)} if offer.subtitle and not offer.content else None


def _cover_as_section(offer: Offer) -> Held | None:
    found = _cover(offer)
    return None if found is None else {Slot.BODY: found[Slot.SUBTITLE]}


def _bare_cover(offer: Offer) -> Held | None:
    return {} if offer.type == "title" or offer.title.placeholder.type == "ctrTitle" else None


def _section(offer: Offer) -> Held | None:
    if offer.type != "secHead" and not re.search(_TASTES[Layout.SECTION].names, offer.name, re.IGNORECASE):
        return None
    if offer.tables or offer.charts or len(offer.large) > 1:
        return None
    texts = (*((offer.subtitle,) if offer.subtitle else ()), *offer.large, *offer.small)
    return {Slot.BODY: texts[:1]} if texts else {}


def _one(slot: Slot) -> Rung:
    """One large placeholder for text or any object, and nothing large beside it."""

    def rung(offer: Offer) -> Held | None:
        return {slot: offer.large} if len(offer.content) == 1 and len(offer.large) == 1 else None

    return rung


def _object(slot: Slot) -> Rung:
    """One large placeholder for any object; one for text alone takes no table and no chart."""

    def rung(offer: Offer) -> Held | None:
        alone = len(offer.content) == 1 and len(offer.large) == 1
        return {slot: offer.large} if alone and not offer.large[0].placeholder.type else None

    return rung


def _typed(slot: Slot) -> Rung:
    """One placeholder of the very kind."""

    def rung(offer: Offer) -> Held | None:
        held = offer.tables if slot is Slot.TABLE or slot is Slot.MATRIX else offer.charts
        return {slot: held} if len(held) == 1 == len(offer.content) else None

    return rung


def _pair(offer: Offer) -> tuple[Shape, Shape] | None:
    """Two large placeholders side by side, of about one height."""
    if len(offer.content) != 2:
        return None
    one, two = sorted(offer.content, key=lambda shape: shape.box.x)
    apart = one.box.x + one.box.width <= two.box.x + one.box.width * _SAME
    level = abs(one.box.y - two.box.y) <= max(one.box.height, two.box.height) * 2 * _SAME
    return (one, two) if apart and level else None


def _two(offer: Offer) -> Held | None:
    pair = _pair(offer)
    if pair is None or len(offer.large) != 2:
        return None
    return {Slot.LEFT: pair[:1], Slot.RIGHT: pair[1:]}


def _comparison(offer: Offer) -> Held | None:
    columns = _two(offer)
    if columns is None:
        return None
    heads = [_head(columns[slot][0], offer) for slot in (Slot.LEFT, Slot.RIGHT)]
    if heads[0] is None or heads[1] is None:
        return None
    return {**columns, Slot.LEFT_HEAD: (heads[0],), Slot.RIGHT_HEAD: (heads[1],)}


def _head(column: Shape, offer: Offer) -> Shape | None:
    """The small placeholder right above a column."""
    for shape in offer.small:
        aligned = abs(shape.box.x - column.box.x) <= column.box.width * 0.2
        above = 0 <= column.box.y - shape.box.y <= shape.box.height * 1.6
        if aligned and above:
            return shape
    return None


def _chart_and_text(offer: Offer) -> Held | None:
    pair = _pair(offer)
    if pair is None:
        return None
    graphic = next((s for s in pair if s.placeholder.type == "chart"), None)
    graphic = graphic or next((s for s in pair if not s.placeholder.type), None)
    text = next((s for s in pair if s is not graphic and s.placeholder.type in {"", "body"}), None)
    return {Slot.CHART: (graphic,), Slot.BODY: (text,)} if graphic and text else None


def _cards(offer: Offer) -> Held | None:
    """Three to five placeholders for text in one row, of one size."""
    texts = sorted((*offer.large, *offer.small), key=lambda shape: shape.box.x)
    for first in texts:
        row = [s for s in texts if s.box.y == first.box.y and s.box.width == first.box.width]
        rest = [s for s in offer.large if s not in row]
        if _FEWEST_CARDS <= len(row) <= _MOST_CARDS and len(rest) <= 1:
            return {Slot.CARD: tuple(row), **({Slot.BODY: tuple(rest)} if rest else {})}
    return None


def _titled(_: Offer) -> Held | None:
    return {}


_TEXT: tuple[Rung, ...] = (_one(Slot.BODY), _titled)
_LADDERS: Mapping[Layout, tuple[Rung, ...]] = {
    Layout.TITLE: (_cover, _bare_cover, _one(Slot.SUBTITLE), _titled),
    Layout.SECTION: (_section, _cover_as_section, *_TEXT),
    Layout.STATEMENT: _TEXT,
    Layout.BULLETS: _TEXT,
    Layout.TWO_COLUMNS: (_two, _titled),
    Layout.TABLE: (_typed(Slot.TABLE), _object(Slot.TABLE), _titled),
    Layout.CHART: (_typed(Slot.CHART), _object(Slot.CHART), _titled),
    Layout.CHART_TEXT: (_chart_and_text, *_TEXT),
    Layout.CARDS: (_cards, *_TEXT),
    Layout.COMPARISON: (_comparison, _two, _titled),
    Layout.TIMELINE: (_titled,),
    Layout.MATRIX: (_typed(Slot.MATRIX), _object(Slot.MATRIX), _titled),
    Layout.QUOTE: _TEXT,
    Layout.CLOSING: _TEXT,
}
_MADE_FOR = {Layout.TITLE: 2, Layout.TABLE: 2, Layout.CHART: 2, Layout.MATRIX: 2}
"""The last rung, counted from 1, on which a layout is made for ours; the first where nothing is said."""
