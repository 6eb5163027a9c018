"""The BUD rule about last year told twice: against its plan, and as the year finance reports."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject


def last_year_is_one(subject: Subject) -> Iterator[Hit]:
    """Actual spend or customers of the last plan that are not those of its period (BUD-037).

    Money that differs by less than materiality is left alone, as is a period whose cost is not loaded.
    """
    finance = subject.context.finance
    last = finance.last_plan if finance else None
    period = finance.periods().get(last.period) if finance and last else None
    if last is None or period is None:
        return
    spent = period.marketing_cost if period.cost_scope == "loaded" else None
    materiality = subject.amount("finance.policy.materiality") or Decimal(0)
    for key, own, other, actual, reported in (
        ("spend", "actual_spend", "marketing_cost", last.actual_spend, spent),
        ("customers", "actual_customers", "new_customers", last.actual_customers, period.new_customers),
    ):
        difference = abs(actual - reported) if reported is not None else Decimal(0)
        if reported is None or not difference or (key == "spend" and difference < materiality):
            continue
        shown = subject.money if key == "spend" else subject.number
        message = f"`finance.last_plan.{own}` is {shown(actual)},"
        message += f" `finance.{last.period}.{other}` is {shown(reported)}; the difference is"
        hint = f"write the same {key} of `{last.period}` in both places"
        beside = (f"finance.{last.period}.{other}",)
        yield Hit(f"{message} {shown(difference)}", f"finance.last_plan.{own}", hint=hint, beside=beside)
