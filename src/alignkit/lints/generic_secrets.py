"""The GEN rule about what is confidential beside reviews: what one person earns."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .pages import Pages

_SALARY = re.compile(r"\A(?:budget\.headcount\[\d+\]\.annual_cost|headcount\.\d+\.cost)\Z")
_OUTSIDE = frozenset({"team", "agency", "peer", "service", "tech", "ops"})
"""Readers to whom the cost of one role tells what one person earns."""


def secrets_stay_secret(pages: Pages) -> Iterator[Hit]:
    """Single salaries before colleagues (GEN-020); reviews have a rule of their own (REV-013)."""
    if pages.subject.audience in _OUTSIDE:
        for page in pages.all:
            for (key, _), appearance in page.figures.items():
                if _SALARY.match(key):
                    message = f"`{page.name}` shows `{key}`, the cost of one role, to"
                    message += f" `{pages.subject.audience}`"
                    yield Hit(message, key, appearance.place, hint="show people as one line")
