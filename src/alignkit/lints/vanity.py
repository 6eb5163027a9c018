"""Measures that can only grow and decide nothing (the vanity list of the KPI checklist)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.context.objectives import Kpi

_COUNTS = re.compile(
    r"\b(?:impressions|reach|followers|likes|page ?views|sessions|visits|visitors"
    r"|downloads|(?:email |mail )?opens|clicks|video views|views|mentions|attendees|press clippings)\b",
    re.IGNORECASE,
)
"""Counts of attention."""
_LEADS = re.compile(r"\b(?:MQLs?|marketing[- ]qualified leads)\b", re.IGNORECASE)
_VOICE = re.compile(r"\bshare of voice\b", re.IGNORECASE)
_OPEN_RATE = re.compile(r"\b(?:open|click(?:-through)?) rate\b", re.IGNORECASE)
_RELATED = re.compile(r"\b(?:per|cost|conversion|rate|ratio|to|from|who|that|share)\b", re.IGNORECASE)
"""Words of a measure that relates attention to something."""
_ACCEPTANCE = re.compile(r"\b(?:accept\w*|conversion|SAL|SQL)\b", re.IGNORECASE)
_SHARE = re.compile(r"\b(?:share of search|market share)\b", re.IGNORECASE)


def is_vanity(kpi: Kpi, kpis: Iterable[Kpi]) -> bool:
    """Whether `kpi` counts attention, or leads and voice that no measure beside it makes meaningful."""
    name = _called(kpi)
    others = [_called(other) for other in kpis if other.id != kpi.id]
    if _VOICE.search(name):
        return not any(_SHARE.search(other) for other in others)
    if _OPEN_RATE.search(name):
        return True
    if kpi.unit != "count" or _RELATED.search(name):
        return False
    if _LEADS.search(name):
        return not any(_ACCEPTANCE.search(other) for other in others)
    return _COUNTS.search(name) is not None


def _called(kpi: Kpi) -> str:
    return f"{kpi.name} / {kpi.id.replace('_', ' ')}"
