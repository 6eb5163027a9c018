"""Whether you talk to people as often as you said you would."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from .stakeholders import Stakeholder

CADENCE_DAYS: Mapping[str, int] = {
    "daily": 1,
    "weekly": 7,
    "fortnightly": 14,
    "monthly": 30,
    "quarterly": 90,
}
"""Days from one talk to the next."""
_PATIENCE = Decimal("1.5")
INFLUENTIAL = 4
"""Influence from which a person must not be lost sight of."""


def most_days(person: Stakeholder) -> Decimal | None:
    """The most days that may pass since the last talk: one and a half times the rhythm; None without one."""
    return CADENCE_DAYS[person.cadence] * _PATIENCE if person.cadence else None


def days_since(person: Stakeholder, as_of: date) -> int | None:
    """Days since the last talk; None when nobody knows of one."""
    return (as_of - person.last_contact).days if person.last_contact else None


def is_in_touch(person: Stakeholder, as_of: date) -> bool:
    """Whether the last talk is known and lies within what the rhythm allows."""
    days, most = days_since(person, as_of), most_days(person)
    return days is not None and most is not None and days <= most
