"""How much there is still to answer."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from .order import AT_LEAST, USUAL, about, asked_of, at, shape_of_path

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.source import Data

    from .questions import Question


def is_short(question: Question, data: Data) -> bool:
    """Whether a list has fewer entries than a rule will ask for."""
    entries = at(data, question.steps)
    count = len(entries) if isinstance(entries, list | dict) else 0
    return count < AT_LEAST.get(about(question.steps), 0) or (
        question.steps == ("budget", "lines") and _is_unspread(data)
    )


def _is_unspread(data: Data) -> bool:
    """Whether a part of the ask has no line yet."""
    ask = at(data, ("budget", "decision", "ask_tier"))
    tiers, lines = _records(at(data, ("budget", "tiers"))), _records(at(data, ("budget", "lines")))
    levels = [each for each in tiers if ask in (None, at(each, ("id",)))]
    return any(
        sum(_amount(at(line, (str(at(level, ("id",))),))) for line in lines) < _amount(at(level, ("total",)))
        for level in levels
    )


def _records(data: Data) -> list[Data]:
    return data if isinstance(data, list) else []


def _amount(value: Data) -> Decimal:
    return Decimal(value) if isinstance(value, int | Decimal) and not isinstance(value, bool) else Decimal(0)


def minutes(questions: Iterable[Question], data: Data) -> int:
    """About how long the answers take, in minutes."""
    return -(-sum(weight(each, data) for each in questions) * 20 // 60)


def weight(question: Question, data: Data) -> int:
    """How many answers a question stands for, by experience."""
    if question.ask == "value":
        return 1
    path, there = about(question.steps), at(data, question.steps)
    count = len(there) if isinstance(there, list | dict) else 0
    more = max(USUAL.get(path, 2) - count, 1 if question.ask == "record" else 0)
    block = item.block if (item := shape_of_path(question.steps).item) else None
    each = 1 + len(asked_of((*question.steps, 0), block, data)) if block else 1
    return more * each + (question.ask != "record" or count == 0)
