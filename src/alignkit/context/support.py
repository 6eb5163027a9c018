"""Who still has to be won over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .rhythm import INFLUENTIAL

if TYPE_CHECKING:
    from .stakeholders import Stakeholder

ATTITUDES = ("blocker", "sceptic", "neutral", "supporter", "sponsor")
"""How somebody can stand to the plan, from against to for."""
_AGAINST = frozenset(ATTITUDES[:2])


def falls_short(person: Stakeholder) -> bool:
    """Whether somebody stands below where they should; False while one of the two is not known."""
    if person.support is None or person.target_support is None:
        return False
    return ATTITUDES.index(person.support) < ATTITUDES.index(person.target_support)


def is_to_be_won(person: Stakeholder) -> bool:
    """Whether somebody is against the plan, or has a strong say and stands below where they should.

    What is planned about it makes no difference: a next step is not yet a change of mind.
    """
    return person.support in _AGAINST or ((person.influence or 0) >= INFLUENTIAL and falls_short(person))
