"""Every figure of a context in the order in which one needs another."""

from __future__ import annotations

from typing import Any

import agency_by_hand as agency
import budget_by_hand as budget
import control_by_hand as control
import defence_by_hand as defence
import work_by_hand as work
import years_by_hand as years
from ledger_by_hand import Sheet


def recompute(context: dict[str, Any]) -> Sheet:
    """All figures; those without a result are there too."""
    sheet = Sheet(context)
    sheet.put("budget.unallocated", "money", lambda: sheet.or_zero("budget.unallocated"))
    agency.compute_cycle(sheet)
    years.compute_economics(sheet)
    years.compute_arr(sheet)
    budget.compute_totals(sheet)
    years.compute_years(sheet)
    if sheet.records("budget.tiers"):
        _compute_budget(sheet)
    years.compute_last_plan(sheet)
    work.compute_initiatives(sheet)
    work.compute_objectives(sheet)
    work.compute_kpis(sheet)
    work.compute_risks(sheet)
    work.compute_issues(sheet)
    agency.compute_fee(sheet)
    agency.compute_answers(sheet)
    return sheet


def _compute_budget(sheet: Sheet) -> None:
    budget.compute_tiers(sheet)
    budget.compute_steps(sheet)
    control.compute_downside(sheet)
    control.compute_drivers(sheet)
    control.compute_commitments(sheet)
    control.compute_held(sheet)
    control.compute_headcount(sheet)
    control.compute_cuts(sheet)
    control.compute_lines(sheet)
    defence.compute_defence(sheet)
    for tier, name in ((years.ask_of(sheet), "ask"), (control.walk_away_of(sheet), "walk_away")):
        for start, target in (("tier", name), ("step", f"{name}.step"), ("return", f"{name}.return")):
            sheet.copy(f"{start}.{tier}", target)
