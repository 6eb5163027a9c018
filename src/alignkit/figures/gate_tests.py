"""The numbers inside the tests of gates, as figures of the tested KPI."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.context.conditions import read_condition
from alignkit.values import Figure

if TYPE_CHECKING:
    from alignkit.context.budget import Budget

    from .book import Book


def derive_gate_tests(book: Book, budget: Budget) -> None:
    """Enter `budget.gates.<id>.test` for each gate whose test names a KPI and a number."""
    kpis = {kpi.id for kpi in book.context.kpis}
    for gate in budget.gates:
        condition = read_condition(gate.test, kpis)
        if condition is None:
            continue
        like = book.figures[f"kpis.{condition.kpi}.target"]
        release = book.figures[f"budget.gates.{gate.id}.release"]
        key = f"budget.gates.{gate.id}.test"
        figure = Figure(
            key,
            condition.number,
            like.unit,
            f"Test of the gate {gate.id}",
            like.currency,
            like.noun,
            release.period,
            release.scenario,
            sources=release.sources,
            place=book.context.place(key),
        )
        book.enter(figure, f"the test of {gate.id}")
