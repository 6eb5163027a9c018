"""What is done when the test of a gate is not passed, where its words name cuts or a tier."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from .budget import Budget

_AND = r"(?:,\s*and|,|and|&|to|through|-|\u2013)"
_CUTS = re.compile(rf"\bcuts?\s+(\d{{1,4}}(?:\s*{_AND}\s*(?:cuts?\s+)?\d{{1,4}})*)\b", re.IGNORECASE)
_RANGE = re.compile(r"(\d{1,4})\s*(?:to|through|-|\u2013)\s*(?:cuts?\s+)?(\d{1,4})", re.IGNORECASE)
_BACK_TO = (
    r"\b(?:level of|stay(?:s|ing)? at|back to|falls? to|return(?:s|ing)? to|go(?:es)? to)\s+(?:the\s+)?"
)


class Failure(NamedTuple):
    """What is spent less once a test is not passed: the money of cuts, or the way down to a tier."""

    words: str
    """The words that say it, for a message."""
    cuts: tuple[int, ...] = ()
    """Ranks of the cuts that are made."""
    tier: str = ""
    """Id of the tier that is fallen back to; empty where cuts are made."""


def failure_of(budget: Budget, words: str) -> Failure | None:
    """The cuts, or the tier other than the ask, that the `else` of a gate names; None for neither."""
    if found := _CUTS.search(words):
        named = _numbers(found[1])
        if named <= {cut.order for cut in budget.cuts}:
            return Failure(found[0], cuts=tuple(sorted(named)))
    for tier in budget.tiers:
        label = re.search(rf"{_BACK_TO}({re.escape(tier.label)})\b", words, re.IGNORECASE)
        if label and tier.id != budget.decision.ask_tier:
            return Failure(f"the level of {tier.label}", tier=tier.id)
    return None


def _numbers(words: str) -> set[int]:
    """The numbers of a list such as `1, 2 and 5` or `1 to 4`."""
    named = {int(number) for number in re.findall(r"\d+", words)}
    for first, last in _RANGE.findall(words):
        named |= set(range(int(first), int(last) + 1))
    return named
