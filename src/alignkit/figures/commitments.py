"""Which money cannot be stopped, which is released by gates, and what can be given away."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.context.gate_failures import failure_of
from alignkit.values import NACode, Period, Unit

from .economics import MONTHS_A_YEAR
from .term import Term, absent, constant, total
from .tiers import walk_away_tier

if TYPE_CHECKING:
    from alignkit.context.budget import Budget

    from .book import Book

_NOTHING = constant(Decimal(0))


def derive_commitments(book: Book, budget: Budget) -> None:
    """Enter `money.{committed, committed_share, flexible, gated, free_at_start}` under the ask."""
    ask = book.term(f"tier.{budget.decision.ask_tier}.total")
    committed = [book.term(f"budget.lines.{line.id}.committed") for line in budget.lines]
    book.put(
        "money.committed",
        "Committed spend",
        Unit.MONEY,
        total(committed, "sum of the lines' committed spend", "lines"),
    )
    gates = [book.term(f"budget.gates.{gate.id}.release") for gate in budget.gates]
    gated = total(gates, "sum of the gates' releases", "gates") if gates else _NOTHING
    book.put("money.gated", "Gated spend", Unit.MONEY, gated.named("sum of the gates' releases"))
    held, gated = book.term("money.committed"), book.term("money.gated")
    book.put("money.committed_share", "Committed share of the ask", Unit.SHARE, held / ask)
    book.put("money.flexible", "Flexible spend", Unit.MONEY, ask - held)
    book.put("money.free_at_start", "Spend free at the start", Unit.MONEY, ask - gated)
    _derive_releases(book, budget)


def _derive_releases(book: Book, budget: Budget) -> None:
    """Enter `gate.<id>.released`: what may be spent once the gate is passed."""
    released = book.term("money.free_at_start")
    for gate in sorted(budget.gates, key=lambda gate: gate.date):
        released = released + book.term(f"budget.gates.{gate.id}.release")
        book.put(f"gate.{gate.id}.released", "Released so far", Unit.MONEY, released, owner=gate.id)


def derive_failed_gates(book: Book, budget: Budget) -> None:
    """Enter `gate.<id>.saved`: what a full year spends less than asked when its test is not passed.

    That is not what it holds back; words that name neither cuts nor a tier say nothing of it.
    """
    ask = budget.decision.ask_tier
    for gate in budget.gates:
        failure = failure_of(budget, gate.else_)
        if failure is None:
            saved = absent(NACode.MISSING_INPUT, f"{gate.id} names no cuts and no tier for a failed test")
        elif failure.cuts:
            cuts = [book.term(f"cut.{order}.amount") for order in failure.cuts]
            saved = total(cuts, "sum of the cuts it names", "cuts")
        else:
            saved = book.term(f"tier.{ask}.total") - book.term(f"tier.{failure.tier}.total")
        words = "what a failed test saves" if failure is None else saved.words
        book.put(
            f"gate.{gate.id}.saved",
            "Saved in a full year by a failed test",
            Unit.MONEY,
            saved.named(words),
            owner=gate.id,
        )


def derive_ladder(book: Book, budget: Budget) -> None:
    """Enter `gives.{total, room, left}`: what the give-get ladder gives away and how far it may go."""
    amounts = [book.term(f"budget.gives[{index}].amount") for index in range(len(budget.gives))]
    given = total(amounts, "sum of the gives", "gives")
    book.put("gives.total", "Money offered on the ladder", Unit.MONEY, given)
    ask = book.term(f"tier.{budget.decision.ask_tier}.total")
    room = ask.named("spend of the ask") - _walk_away_total(book, budget)
    book.put("gives.room", "Room to the walk-away tier", Unit.MONEY, room)
    left = book.term("gives.room") - book.term("gives.total")
    book.put("gives.left", "Room left after the ladder", Unit.MONEY, left)


def _walk_away_total(book: Book, budget: Budget) -> Term:
    tier = walk_away_tier(budget)
    if tier:
        return book.term(f"tier.{tier}.total").named("walk-away spend")
    return absent(NACode.MISSING_INPUT, "no tier covers the committed money").named("walk-away spend")


def derive_headcount(book: Book, budget: Budget) -> None:
    """Enter `headcount.<n>.{months, cost}`, counted from 1: months left in the plan period and their cost."""
    periods = book.context.periods
    for index, role in enumerate(budget.headcount):
        key, path = f"headcount.{index + 1}", f"budget.headcount[{index}]"
        months = months_left(role.start, periods.plan.end if periods else None)
        book.put(f"{key}.months", "Months in the plan period", Unit.MONTHS, months, owner=role.role)
        cost = book.term(f"{path}.annual_cost") * book.term(f"{key}.months") / MONTHS_A_YEAR
        book.put(f"{key}.cost", "Cost in the plan period", Unit.MONEY, cost, owner=role.role)


def months_left(start: date, end: date | None) -> Term:
    """The months of a period from a day on, that of the day included; none once it is over."""
    words = "months from the start to the end of the period"
    if end is None:
        return absent(NACode.MISSING_INPUT, "there is no plan period").named(words)
    months = max(0, Period("", start, end).months)
    return Term(Decimal(months), words, (start, " \u2013 ", end))
