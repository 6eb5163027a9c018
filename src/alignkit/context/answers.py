"""Which next goal and which support answer an observation of a review."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from .people import Evidence, NextGoal, Review, SupportGiven


@dataclass(frozen=True, slots=True)
class Links:
    """What answers an observation."""

    goal: tuple[int, NextGoal] | None = None
    """The next goal, with its position."""
    support: tuple[int, SupportGiven] | None = None
    """What the manager gives, with its position."""


def links_of(review: Review) -> dict[str, Links]:
    """The next goal and the support of each growth observation, by its id.

    What names an observation belongs to it; what names none belongs to those of its competency, and then to
    the growth items in their order.
    """
    growth = [each for each in review.evidence if each.valence == "development"]
    goals = _assigned(growth, list(enumerate(review.next_goals)))
    support = _assigned(growth, list(enumerate(review.support)))
    named = {
        each.id: (index, goal)
        for index, goal in enumerate(review.next_goals)
        for each in review.evidence
        if each.id in goal.evidence
    }
    return {
        each.id: Links(named.get(each.id) or goals.get(each.id), support.get(each.id))
        for each in review.evidence
    }


Offer = TypeVar("Offer", "NextGoal", "SupportGiven")
"""What answers an observation."""


def _assigned(growth: list[Evidence], offers: list[tuple[int, Offer]]) -> dict[str, tuple[int, Offer]]:
    found: dict[str, tuple[int, Offer]] = {}
    free = [each for each in offers if not each[1].evidence]
    for each in growth:
        for offer in offers:
            if each.id in offer[1].evidence:
                found[each.id] = offer
    for each in growth:
        fitting = [offer for offer in free if getattr(offer[1], "competency", "") == each.competency]
        if each.id not in found and fitting:
            found[each.id] = fitting[0]
            free.remove(fitting[0])
    for each in growth:
        open_ = [offer for offer in free if not getattr(offer[1], "competency", "")]
        if each.id not in found and open_:
            found[each.id] = open_[0]
            free.remove(open_[0])
    return found
