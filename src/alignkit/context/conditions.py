"""The test of a gate: a KPI, a comparison, a number, and what follows (data model, cross-block rules)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

_CONDITION = re.compile(
    r"(?P<kpi>[A-Za-z][\w-]*)\s+(?P<words>\D+?)\s*(?P<number>\d+(?:\.\d+)?)(?P<rest>(?!\w).*)\Z", re.DOTALL
)
_UNIT_WORDS = ("months", "days", "%")
_SIGNS = {
    ">=": "at or above", "\u2265": "at or above", "<=": "at or below", "\u2264": "at or below",
    ">": "above", "<": "below", "=": "exactly", "==": "exactly",
}  # fmt: skip
"""Signs of comparison as somebody says them."""


@dataclass(frozen=True, slots=True)
class Condition:
    """`cac_payback at or below 18 months on trailing two quarters`, taken apart."""

    kpi: str
    """Id of the KPI that is tested."""
    words: str
    """The comparison, in the user's words; a sign as it is said."""
    number: Decimal
    """What it is compared with, in the KPI's unit."""
    rest: str
    """What follows, without the unit."""


def read_condition(test: str, kpis: Collection[str]) -> Condition | None:
    """The parts of a test, or None for one that is free text or names no KPI of `kpis`."""
    found = _CONDITION.match(test.strip())
    if found is None or found["kpi"] not in kpis:
        return None
    rest = found["rest"].strip()
    for word in _UNIT_WORDS:
        rest = rest.removeprefix(word).strip()
    words = found["words"].strip()
    return Condition(found["kpi"], _SIGNS.get(words, words), Decimal(found["number"]), rest)
