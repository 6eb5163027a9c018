"""One mistake at a time: what is changed in a consistent budget, and which rule must say so on which line.

A planter changes the data and gives where the rule must point, or None where this context has nothing to spoil.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import Any

from planted_concessions import CONCESSION_PLANTERS
from planted_forms import FORM_PLANTERS
from planted_issues import ISSUE_PLANTERS
from planted_lines import LINE_PLANTERS
from planted_measures import MEASURE_PLANTERS
from planted_outcomes import OUTCOME_PLANTERS
from planted_sums import SUM_PLANTERS
from planted_texts import TEXT_PLANTERS
from planted_tiers import TIER_PLANTERS
from planting import Planter, Record
from yaml_lines import Steps, Written, written

PLANTERS: tuple[Planter, ...] = (
    *FORM_PLANTERS, *MEASURE_PLANTERS, *SUM_PLANTERS, *LINE_PLANTERS, *TIER_PLANTERS, *OUTCOME_PLANTERS,
    *CONCESSION_PLANTERS, *ISSUE_PLANTERS, *TEXT_PLANTERS,
)  # fmt: skip
"""Every mistake."""


@dataclass(frozen=True, slots=True)
class Planted:
    """A spoilt context."""

    data: Record
    file: Written
    steps: Steps | None
    """Where the rule must point; None for a place in a template."""

    @property
    def line(self) -> int | None:
        """The line the rule must name."""
        return None if self.steps is None else self.file.line(*self.steps)


def plant(planter: Planter, base: Record) -> Planted | None:
    """`base` with the mistake of `planter`, or None where it cannot be made."""
    data: dict[str, Any] = deepcopy(base)
    steps = planter.plant(data)
    if steps is None:
        return None
    return Planted(data, written(data), steps or None)
