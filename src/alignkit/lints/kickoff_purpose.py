"""KCK rules about why an initiative starts: problem, success, scope, objective and money."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .budget_sums import ask_of, people_line
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.budget import Budget
    from alignkit.context.initiatives import Initiative

    from .subject import Subject

_NUMBER = re.compile(
    r"\d|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|dozen|hundred|thousand"
    r"|half|twice|double|(?:a|one|two) (?:third|quarter|fifth|tenth)s?|none of|no one of)\b",
    re.IGNORECASE,
)
"""Digits, or a number that people write as a word; `one` alone is mostly none."""
_LEAST_OUT = 3


def initiative_of(subject: Subject) -> Initiative | None:
    """The initiative that is kicked off."""
    kickoff = subject.context.kickoff
    wanted = kickoff.initiative if kickoff else ""
    return next((each for each in subject.context.initiatives if each.id == wanted), None)


def problem_has_a_number(subject: Subject) -> Iterator[Hit]:
    """A problem nobody can measure (KCK-001)."""
    kickoff = subject.context.kickoff
    if kickoff and not _NUMBER.search(kickoff.problem):
        message = f"the problem of the kickoff has no number: `{kickoff.problem.strip()}`"
        yield Hit(message, "kickoff.problem", hint="say how many, how much or how often, and against what")


def success_is_measured(subject: Subject) -> Iterator[Hit]:
    """A kickoff without a measure of success (KCK-002)."""
    kickoff = subject.context.kickoff
    if kickoff and not kickoff.success:
        message = "expected a KPI with `target` and `by` as success of the kickoff, found none"
        hint = "add `{kpi: ..., target: ..., by: ...}`; a thing that is handed over belongs to `deliverables`"
        yield Hit(message, "kickoff.success", hint=hint)


def something_stays_out(subject: Subject) -> Iterator[Hit]:
    """A scope without an outside: an error for none, a warning below three (KCK-003)."""
    kickoff = subject.context.kickoff
    if kickoff is None:
        return
    out = [each for each in kickoff.scope_out if each.strip()]
    if not out:
        message = "the kickoff leaves nothing out: `scope_out` is empty"
        hint = "name three things people may expect and will not get"
        yield Hit(message, "kickoff.scope_out", hint=hint)
    elif len(out) < _LEAST_OUT:
        things = "thing" if len(out) == 1 else "things"
        message = f"expected at least {_LEAST_OUT} things in `scope_out`, found {len(out)} {things}"
        hint = "name what people may expect and will not get"
        yield Hit(message, "kickoff.scope_out", hint=hint, severity=Severity.WARN)


def initiative_is_linked(subject: Subject) -> Iterator[Hit]:
    """An initiative without an objective, or money that does not fit the lines of the budget (KCK-010)."""
    initiative, budget = initiative_of(subject), subject.context.budget
    if initiative is None:
        return
    if initiative.objective is None:
        message = f"the initiative `{initiative.id}` serves no objective"
        hint = "add `objective`, or say in the kickoff why the company needs it all the same"
        yield Hit(message, f"initiatives.{initiative.id}.objective", hint=hint)
    lines = _programme_money(budget) if budget else None
    if budget and lines is not None:
        work = sum(
            (each.budget for each in subject.context.initiatives if each.status != "stopped"), Decimal(0)
        )
        if work + budget.unallocated != lines:
            message = f"the initiatives take {subject.money(work)}, the lines of the ask without people have"
            message += f" {subject.money(lines - budget.unallocated)}"
            hint = "correct the budget of the initiative, or the lines"
            yield Hit(message, f"initiatives.{initiative.id}.budget", hint=hint)


def _programme_money(budget: Budget) -> Decimal | None:
    """The lines of the ask but for people; None without an ask."""
    ask, people = ask_of(budget), people_line(budget)
    if ask is None:
        return None
    lines = (line for line in budget.lines if people is None or line.id != people.id)
    return sum((line.amounts.get(ask.id, Decimal(0)) for line in lines), Decimal(0))
