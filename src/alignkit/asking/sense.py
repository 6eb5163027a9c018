"""What rules can say of one answer by itself, or beside earlier answers of the same record."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.context.cures import plain_number, share_meant
from alignkit.source.wording import quoted

from .answers import Refused
from .order import at, tier_ids

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.source import Data, Step

    from .questions import Question

_FRACTIONS = frozenset((
    "finance[].gross_margin", "finance[].contribution_margin", "finance[].revenue_churn",
    "finance[].monthly_churn", "finance[].incremental_share", "initiatives[].win_rate",
    "budget.downside.win_rate",
))  # fmt: skip
"""Shares of a whole, which are never more than all of it (MET-012)."""
_DRIVER = re.compile(r"budget\.drivers\[\]\.(?:low|base|high)")
_QUARTER = re.compile(r"q\w*\W*[1-4]|[1-4]\W*q", re.IGNORECASE)


def contradiction(question: Question, value: Data, data: Data) -> Refused | None:
    """Why an answer cannot be right, as a rule will say once the context is complete; None when it may be.

    Args:
        question: what was asked.
        value: what the answer stands for.
        data: the context before the answer.

    Source: the rules BUD-013, BUD-019 and MET-012.

    """
    about, steps = question.about, question.target
    record = at(data, steps[:-1]) if question.ask == "value" else None
    if about == "finance.quarters[].id" and not _QUARTER.search(str(value)):
        hint = "write the year and the quarter, such as 2026-Q3"
        return Refused(f"expected a quarter for `id`, found {quoted(str(value))}", hint)
    number = _number(value)
    if number is None:
        return None
    if about in _FRACTIONS or (_DRIVER.fullmatch(about) and at(record, ("id",)) == "win_rate"):
        return _no_fraction(number, str(steps[-1]))
    if about in ("budget.tiers[].new_customers", "budget.tiers[].mkt_customers"):
        return _more_sourced(number, steps, record)
    return _too_much_committed(number, record, data) if about == "budget.lines[].committed" else None


def _no_fraction(value: Decimal, key: str) -> Refused | None:
    if 0 <= value <= 1:
        return None
    meant = share_meant(value) if value > Decimal("1.5") else ""
    return Refused(
        f"expected a fraction from 0 to 1 for `{key}`, found {plain_number(value)}",
        f"write {meant}" if meant else "write 78% or 0.78 for 78 per cent",
        "MET-012",
    )


def _more_sourced(value: Decimal, steps: Sequence[Step], record: Data) -> Refused | None:
    """More customers sourced by marketing than the company wins."""
    is_whole = steps[-1] == "new_customers"
    other = _number(at(record, ("mkt_customers" if is_whole else "new_customers",)))
    whole, sourced = (value, other) if is_whole else (other, value)
    if whole is None or sourced is None or sourced <= whole:
        return None
    bound = f"at least {plain_number(sourced)}" if is_whole else f"at most {plain_number(whole)}"
    message = f"marketing would source {plain_number(sourced)} of {plain_number(whole)} customers"
    return Refused(message, _either(bound), "BUD-019")


def _too_much_committed(value: Decimal, record: Data, data: Data) -> Refused | None:
    """More committed than the line has at the level that is asked for, or at any while that is not known."""
    asked = at(data, ("budget", "decision", "ask_tier"))
    tiers = [asked] if isinstance(asked, str) else tier_ids(data)
    amounts = [amount for tier in tiers if (amount := _number(at(record, (tier,)))) is not None]
    if not amounts or value <= max(amounts):
        return None
    most = plain_number(max(amounts))
    message = f"{plain_number(value)} would be committed of a line of {most}"
    return Refused(message, _either(f"at most {most}"), "BUD-013")


def _either(bound: str) -> str:
    return f"write {bound}, or `back` to correct what you answered before"


def _number(value: Data) -> Decimal | None:
    """A number that can be compared; None for anything else."""
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else None
