"""Figure cards side by side: as many on a slide as can be read, in sizes they share."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise
from math import ceil
from typing import TYPE_CHECKING

from alignkit.model.deck import EMU_PER_PT, Box, CardFace
from alignkit.model.inlines import Text
from alignkit.showing import plain

from .fitting_text import sizes
from .inlines import has_text, shortened
from .measuring import SAFETY, measured

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.model.blocks import Card
    from alignkit.model.inlines import Inline
    from alignkit.themes import SlotLook

MOST_CARDS = 5
"""Cards on a slide (LOOK, PowerPoint)."""
GAP = 182_880
"""Between two cards, in EMU: a gutter of the grid."""
_AIR = 0.5
"""How much higher than its text a card is at least, in sizes of its label."""
_SMALL_PT, _LEAST_SMALL_PT = 14.0, 12.0
"""Sizes of label and note where the look does not say."""


@dataclass(frozen=True, slots=True)
class CardPage:
    """The cards of a slide and the boxes they stand in."""

    faces: tuple[CardFace, ...]
    """The cards."""
    boxes: tuple[Box, ...]
    """One for each."""


@dataclass(frozen=True, slots=True)
class CardPages:
    """Cards by slide, and those that had to be cut."""

    pages: tuple[CardPage, ...]
    """At least one."""
    cut: tuple[Card, ...]
    """Cards that were shortened, whole; empty when none was."""


def card_pages(cards: tuple[Card, ...], look: SlotLook, box: Box) -> CardPages:
    """The cards in a box: five a slide, else fewer, at last one a slide and shortened."""
    for most in range(MOST_CARDS, 0, -1):
        groups = _groups(cards, most)
        boxes = _boxes(box, max(len(group) for group in groups))
        if pages := _at_one_size(groups, boxes, box, look):
            return CardPages(pages, ())
    return _shortened(_groups(cards, 1), look, box)


def _groups(cards: tuple[Card, ...], most: int) -> list[tuple[Card, ...]]:
    """Cards in as few groups of at most so many as it takes, the groups alike."""
    count = ceil(len(cards) / most)
    edges = [round(len(cards) * index / count) for index in range(count + 1)]
    return [cards[start:end] for start, end in pairwise(edges)]


def _at_one_size(
    groups: list[tuple[Card, ...]], boxes: tuple[Box, ...], box: Box, look: SlotLook
) -> tuple[CardPage, ...] | None:
    narrowest = boxes[-1]
    cards = [card for group in groups for card in group]
    for value_pt, label_pt in _ladder(look):
        if all(card_fits(card, look, narrowest, value_pt, label_pt) for card in cards):
            held = _closed(box, cards, look, narrowest, value_pt, label_pt)
            return tuple(
                CardPage(
                    tuple(CardFace(card, value_pt, label_pt) for card in group), _boxes(held, len(group))
                )
                for group in groups
            )
    return None


def _closed(
    box: Box, cards: Sequence[Card], look: SlotLook, narrowest: Box, value_pt: float, label_pt: float
) -> Box:
    """The box, no higher than the highest of the cards and some air."""
    insets = look.insets
    needed = max(_height(card, look, narrowest, value_pt, label_pt) for card in cards) + _AIR * label_pt
    height = ceil(needed * EMU_PER_PT) + insets.top + insets.bottom
    return replace(box, height=min(height, box.height))


def _ladder(look: SlotLook) -> list[tuple[float, float]]:
    """Sizes of figure and label: the figure shrinks first, and the label with it where that is enough."""
    values = sizes(look.text_pt, look.least_pt)
    labels = sizes(look.small_pt or _SMALL_PT, look.least_small_pt or _LEAST_SMALL_PT)
    read = [label for label in labels if label >= _SMALL_PT] or labels[:1]
    pairs = [(value, label) for value in values for label in dict.fromkeys((read[0], read[-1]))]
    return pairs + [(values[-1], label) for label in labels if label < read[-1]]


def _boxes(box: Box, count: int) -> tuple[Box, ...]:
    width = (box.width - GAP * (count - 1)) // count
    return tuple(Box(box.x + index * (width + GAP), box.y, width, box.height) for index in range(count))


def card_fits(card: Card, look: SlotLook, box: Box, value_pt: float, label_pt: float) -> bool:
    """Whether a card stays in its box: figure in one line, below it what it is and how it compares."""
    value = measured(card.value, look.font, bold=True)
    if value.lines(_width(look, box) / value_pt) > len(value.rows):
        return False
    height = (box.height - look.insets.top - look.insets.bottom) / EMU_PER_PT
    return _height(card, look, box, value_pt, label_pt) <= height


def _width(look: SlotLook, box: Box) -> float:
    """Width of a card's text in points."""
    return (box.width - look.insets.left - look.insets.right) / EMU_PER_PT * SAFETY


def _height(card: Card, look: SlotLook, box: Box, value_pt: float, label_pt: float) -> float:
    """Height of a card's text in points."""
    width = _width(look, box)
    value = measured(card.value, look.font, bold=True)
    used = value.height(width / value_pt) * value_pt * look.line_spacing
    for inlines in _small(card):
        used += measured(inlines, look.font).height(width / label_pt) * label_pt + look.space_after_pt
    return used


def _small(card: Card) -> list[tuple[Inline, ...]]:
    return [inlines for inlines in ((Text(card.label),), card.note) if inlines]


def _shortened(groups: Sequence[tuple[Card, ...]], look: SlotLook, box: Box) -> CardPages:
    """One card a slide, what does not fit shortened."""
    value_pt, label_pt = _ladder(look)[-1]
    pages, cut = [], []
    for (card,) in groups:
        short = _short(card, look, box, value_pt, label_pt)
        cut.extend([card] if short != card else [])
        pages.append(CardPage((CardFace(short, value_pt, label_pt),), (box,)))
    return CardPages(tuple(pages), tuple(cut))


def _short(card: Card, look: SlotLook, box: Box, value_pt: float, label_pt: float) -> Card:
    """The card with its note, then its label, then its figure shortened until it fits."""

    def fits(each: Card) -> bool:
        return card_fits(each, look, box, value_pt, label_pt)

    if fits(card):
        return card
    bare = replace(card, label="", note=())
    value = shortened(card.value, lambda inlines: fits(replace(bare, value=inlines)))
    bare = replace(bare, value=value)
    label = shortened((Text(card.label),), lambda inlines: fits(replace(bare, label=plain(inlines))))
    bare = replace(bare, label=plain(label))
    if not has_text(card.note):
        return bare
    note = shortened(card.note, lambda inlines: fits(replace(bare, note=inlines)))
    noted = replace(bare, note=note)
    return noted if fits(noted) else bare
