"""Periods whose customers have a value and no margin, so that neither payback nor LTV nor ROI follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.source import Data

WHY_A_MARGIN = "without it neither payback nor LTV nor ROI can be computed"
"""Why a gross margin is asked for."""


def periods_without_margin(data: Mapping[str, Data]) -> tuple[str, ...]:
    """The periods of `finance` with a customer value whose margin is neither given nor follows.

    Source: the rule MET-001.
    """
    finance = data.get("finance")
    entries = finance.items() if isinstance(finance, dict) else ()
    return tuple(
        name
        for name, period in entries
        if isinstance(period, dict)
        and period.get("new_customer_acv") is not None
        and period.get("gross_margin") is None
        and period.get("cost_of_revenue") is None
    )
