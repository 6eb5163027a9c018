"""How much a rule matters to a reader, where that differs from how much it matters to everybody.

The table of rules holds the severity of the domain.
Here stand the readers who are harder to convince, because they answer for the money, and those whom a finding
concerns less, because they do not decide about it.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

if TYPE_CHECKING:
    from collections.abc import Mapping

ERROR, WARN, INFO = Severity.ERROR, Severity.WARN, Severity.INFO

_MONEY = {"cfo": ERROR, "board": ERROR, "team": INFO}
"""What costs the budget when finance finds it: what is old, borrowed, flattering or unproven."""
_PLAN = {"cfo": ERROR, "board": ERROR}
"""What finance sends back: a plan nobody could keep, or one that leaves the hardest question out."""
_FINANCE = {"cfo": ERROR}
"""What a CFO alone sends back."""
_DETAIL = {"team": INFO}
"""What readers who work with it every day forgive."""
_PROMISE = {"cfo": WARN, "board": WARN}
"""Words that finance reads as a promise."""

BY_AUDIENCE: Mapping[str, Mapping[str, Severity]] = MappingProxyType(
    {
        "GEN-005": _MONEY,
        "GEN-010": _DETAIL,
        "GEN-012": _DETAIL,
        "GEN-019": _PROMISE,
        "GEN-021": _MONEY,
        "GEN-022": _DETAIL,
        "MET-006": _MONEY,
        "MET-008": _MONEY,
        "MET-009": _DETAIL,
        "MET-011": _PROMISE,
        "BUD-003": _DETAIL,
        "BUD-005": _DETAIL,
        "BUD-012": _DETAIL,
        "BUD-017": _PLAN,
        "BUD-018": {"cfo": ERROR, "board": ERROR, "ceo": WARN, "team": INFO},
        "BUD-020": _PLAN,
        "BUD-021": _PLAN,
        "BUD-023": _PLAN,
        "BUD-024": _DETAIL,
        "BUD-028": _PLAN,
        "BUD-030": _DETAIL,
        "SCR-006": _FINANCE,
        "ESC-006": _FINANCE,
        "ESC-010": _FINANCE,
    }
)
"""The readers to whom a rule matters more or less than to the others, by code."""

_ORDER = (ERROR, WARN, INFO)
_NAMES = {ERROR: "error", WARN: "warning", INFO: "note"}
_SPELT = {"cfo": "CFO", "ceo": "CEO", "board": "board", "team": "team"}


def severity_for(code: str, audience: str, usual: Severity) -> Severity:
    """How much a finding of `code` matters to `audience`."""
    return BY_AUDIENCE.get(code, {}).get(audience, usual)


def graver(one: Severity, other: Severity) -> Severity:
    """The graver of two severities."""
    return min(one, other, key=_ORDER.index)


def in_words(code: str, usual: Severity) -> str:
    """Who is told what: `error for CFO and board, warning for all others, note for team`."""
    known = BY_AUDIENCE.get(code, {})
    readers: dict[Severity, list[str]] = {}
    for audience, severity in known.items():
        readers.setdefault(severity, []).append(_SPELT[audience])
    readers.setdefault(usual, []).append("all others")
    parts = [f"{_NAMES[each]} for {' and '.join(readers[each])}" for each in _ORDER if each in readers]
    return ", ".join(parts) if known else _NAMES[usual]
