"""What kind of figure each is: read off, expected, planned or assumed, whatever book it stands in."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from alignkit.values import Scenario

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.values import Figure

    from .binding import Binding

KINDS = (
    "actual", "actual to date", "forecast", "plan", "estimate", "scenario", "sensitivity", "policy",
    "benchmark", "opinion",
)  # fmt: skip
"""The kinds in the order a reader asks for them."""

_BY_KEY = (
    ("benchmark", re.compile(r"benchmarks\.")),
    ("policy", re.compile(r"finance\.policy\.")),
    ("scenario", re.compile(r"(?:budget\.)?downside\.|stop\.|defence\.|budget\.announced_cut\.")),
    ("sensitivity", re.compile(r"driver\.|budget\.drivers\.[^.]+\.(?:low|high)$")),
    ("estimate", re.compile(r"risks?\.")),
)
"""What a figure is by what it belongs to: the low end of a range is no actual because a ledger gave it."""
_SCENARIOS = {
    Scenario.PLAN: "plan",
    Scenario.FORECAST: "forecast",
    Scenario.ACTUAL: "actual",
    Scenario.PRIOR_YEAR: "actual",
}
_LEAST_CERTAIN_FIRST = ("opinion", "estimate", "benchmark", "actual")


def kind_of(figure: Figure, sources: Iterable[Any], binding: Binding) -> str:
    """The kind of a figure: its own where it has one, else that of its least certain source; empty for none.

    What was read off in a period that goes on is an actual to date; all else of it is a forecast.
    """
    for kind, keys in _BY_KEY:
        if keys.match(figure.key):
            return kind
    kinds = {str(source.get("kind")) for source in sources}
    kind = _SCENARIOS[figure.scenario] if figure.scenario else ""
    kind = kind or next((each for each in _LEAST_CERTAIN_FIRST if each in kinds), "")
    if kind == "actual" and figure.scenario is not Scenario.PRIOR_YEAR and _is_open(figure.period, binding):
        return "actual to date" if figure.scenario else "forecast"
    return kind


def _is_open(period: str, binding: Binding) -> bool:
    """Whether a period goes on after the day of the context."""
    periods, today = binding.names.get("periods") or {}, binding.names.get("today")
    ends = [each["end"] for each in periods.values() if isinstance(each, dict) and each.get("id") == period]
    return today is not None and any(end > today for end in ends)
