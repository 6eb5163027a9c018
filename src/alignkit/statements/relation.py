"""How two figures stand to each other, exactly and as a reader sees them."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from .derived import difference

if TYPE_CHECKING:
    from alignkit.formats import Formats
    from alignkit.values import Figure


class Relation(StrEnum):
    """What holds between a figure and another; the words are chosen by it alone."""

    MORE = "more"
    """More, and the difference shows."""
    SLIGHTLY_MORE = "slightly_more"
    """More, and shown so, by a difference that would be shown as zero."""
    BARELY_MORE = "barely_more"
    """More, though both are shown alike."""
    SAME = "same"
    """Exactly the same."""
    BARELY_LESS = "barely_less"
    """Less, though both are shown alike."""
    SLIGHTLY_LESS = "slightly_less"
    """Less, and shown so, by a difference that would be shown as zero."""
    LESS = "less"
    """Less, and the difference shows."""

    @property
    def is_more(self) -> bool:
        """Whether the figure is above the other, however little."""
        return self in (Relation.MORE, Relation.SLIGHTLY_MORE, Relation.BARELY_MORE)

    @property
    def is_less(self) -> bool:
        """Whether the figure is below the other, however little."""
        return self in (Relation.LESS, Relation.SLIGHTLY_LESS, Relation.BARELY_LESS)


_BY_NEARNESS = {
    "far": (Relation.MORE, Relation.LESS),
    "near": (Relation.SLIGHTLY_MORE, Relation.SLIGHTLY_LESS),
    "alike": (Relation.BARELY_MORE, Relation.BARELY_LESS),
}


def relation_of(figure: Figure, other: Figure, formats: Formats, style: str = "") -> Relation:
    """How `figure` stands to `other` when both are available and shown in `style`."""
    if figure.amount == other.amount:
        return Relation.SAME
    nearness = "far"
    if formats.shown(figure, style) == formats.shown(other, style):
        nearness = "alike"
    elif not formats.shown(difference(figure, other), style):
        nearness = "near"
    return _BY_NEARNESS[nearness][figure.amount < other.amount]
