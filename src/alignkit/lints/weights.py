"""What each rule weighs, as people read it."""

from __future__ import annotations

from functools import reduce

from .severities import graver, in_words
from .table import CONTEXT_RULES, DOCUMENT_RULES


def weight_of(code: str) -> str:
    """How much a rule matters to whom: `error for CFO, warning for all others`; empty when it is no rule."""
    severities = [rule.severity for rule in CONTEXT_RULES if rule.code == code]
    severities += [rule.severity for rule in DOCUMENT_RULES if rule.code == code]
    return in_words(code, reduce(graver, severities)) if severities else ""
