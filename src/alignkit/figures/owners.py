"""What the numbers of a block belong to, as a list of figures calls it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.context.budget import Cut, Driver, Gate, Give, Phase
from alignkit.context.company import Fx
from alignkit.context.finance import FinancePeriod
from alignkit.context.health import Allocation
from alignkit.context.issues import Funding, Option
from alignkit.context.kickoff import Approval, Success
from alignkit.trades import trade_of

from .book import in_a_sentence
from .labels import label_of

if TYPE_CHECKING:
    from alignkit.context.budget import Budget
    from alignkit.context.fields import Block
    from alignkit.context.issues import Issue
    from alignkit.context.whole import Context

_NAMES = ("label", "name", "title", "id", "line", "role")
"""The fields people know a block by, the best one first."""


def owner_of(block: Block, path: str, context: Context) -> str:
    """What people call the block at `path`; empty for one that needs no name."""
    match block:
        case FinancePeriod() | Fx():
            return path.rpartition(".")[2]
        case Cut(order=order, line=line):
            return cut_name(order, line, context.budget)
        case Phase(period=period, line=line):
            return f"{period}, {line_name(line, context.budget)}"
        case Driver(id=name):
            return in_a_sentence(trade_of(context.company.model).called(label_of(name)))
        case Gate(id=name):
            return f"gate {name}"
        case Give(give=what) | Approval(step=what):
            return what.rstrip(".")
        case Success(kpi=name):
            return next((kpi.name for kpi in context.kpis if kpi.id == name), name)
        case Allocation(segment=segment):
            return segment
        case Option():
            return _option_at(block, context)
        case Funding(from_=source):
            return source.rstrip(".")
    fields = vars(block)
    return str(next((fields[name] for name in _NAMES if fields.get(name)), ""))


def option_name(option: Option, issue: Issue) -> str:
    """An option with what it is one of: several issues have one to do nothing."""
    return f"{option.name} ({issue.title})"


def _option_at(option: Option, context: Context) -> str:
    around = (issue for issue in context.issues if any(each is option for each in issue.options))
    issue = next(around, None)
    return option_name(option, issue) if issue else option.name


def cut_name(order: int, line: str, budget: Budget | None) -> str:
    """A cut by its rank and its line: `cut 3, Agencies`."""
    return f"cut {order}, {line_name(line, budget)}"


def line_name(line: str, budget: Budget | None) -> str:
    """The name of a budget line; its id where there is no such line."""
    return next((each.name for each in (budget.lines if budget else ()) if each.id == line), line)
