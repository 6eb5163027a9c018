"""All figures of a context, derived in one go."""

from __future__ import annotations

from decimal import Context as Precision
from decimal import localcontext
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .agency import derive_agency
from .alignment import derive_alignment
from .arr import derive_arr
from .book import Book
from .collection import Figures
from .commitments import derive_commitments, derive_failed_gates, derive_headcount, derive_ladder
from .cuts import derive_cuts
from .defence import derive_defence
from .downside import derive_downside, derive_drivers, derive_held
from .economics import derive_economics
from .gate_tests import derive_gate_tests
from .health import derive_drift, derive_scorecard
from .initiatives import derive_initiatives
from .inputs import enter_inputs
from .issues import derive_issues
from .kickoff import derive_kickoff
from .kpis import derive_kpis
from .lag import derive_lags
from .last_plan import derive_last_plan
from .lines import derive_lines
from .market import derive_market
from .objections import derive_objections
from .phasing import derive_phasing
from .pipeline import derive_pipeline
from .proof import derive_proof
from .quarters import derive_quarters
from .risks import derive_risks
from .steps import derive_break_even, derive_room_for_customers, derive_steps
from .tiers import derive_tiers, derive_totals, walk_away_tier
from .year import derive_years

if TYPE_CHECKING:
    from alignkit.context.budget import Budget
    from alignkit.context.whole import Context
    from alignkit.diagnostics import Report

_PRECISION = Precision(prec=60)
"""Digits kept inside, twice those of a figure: divisions in a row still end at the nearest (rule N1)."""

_TAKEN = {
    "initiatives": frozenset(
        {
            "arr",
            "budget",
            "cost_per_customer",
            "cost_per_opportunity",
            "coverage_needed",
            "customers",
            "opportunities",
            "pipeline",
            "unlinked",
            "unlinked_share",
            "win_rate",
        }
    ),
    "risks": frozenset({"expected", "residual"}),
}
"""Names of derived figures beside which a record of that id would stand."""


def derive(context: Context, report: Report) -> Figures:
    """Every figure of `context`: inputs first, then what follows from them.

    What cannot be computed is there too, not available and with a reason.

    Reports:
        FIG-001: a number too large to be true.
        FIG-002: a fraction outside 0 to 1.
        FIG-003: an id that is also the name of a figure.
    """
    with localcontext(_PRECISION):
        book = Book(context, report)
        _check_ids(context, report)
        enter_inputs(book)
        derive_lags(book)
        derive_economics(book)
        derive_arr(book)
        derive_quarters(book)
        if context.budget is not None:
            _derive_budget(book, context.budget)
        else:
            derive_years(book)
        derive_last_plan(book)
        derive_pipeline(book)
        derive_market(book)
        derive_initiatives(book)
        if context.budget is not None:
            derive_objections(book, context.budget)
        if context.agency is not None:
            derive_agency(book, context.agency)
        derive_alignment(book)
        derive_kpis(book)
        derive_risks(book)
        derive_issues(book)
        derive_kickoff(book)
        derive_scorecard(book)
        derive_drift(book)
    return Figures(book.figures)


def _derive_budget(book: Book, budget: Budget) -> None:
    derive_totals(book, budget)
    derive_years(book)
    derive_tiers(book, budget)
    derive_proof(book, budget)
    derive_steps(book, budget)
    derive_break_even(book, budget)
    derive_room_for_customers(book, budget)
    derive_downside(book, budget)
    derive_drivers(book, budget)
    derive_commitments(book, budget)
    derive_held(book, budget)
    derive_gate_tests(book, budget)
    derive_ladder(book, budget)
    derive_headcount(book, budget)
    derive_cuts(book, budget)
    derive_failed_gates(book, budget)
    derive_phasing(book, budget)
    derive_lines(book, budget)
    derive_defence(book, budget)
    _copy_tiers(book, budget)


def _copy_tiers(book: Book, budget: Budget) -> None:
    """Enter the figures of the tier asked for and of the walk-away tier under `ask` and `walk_away` too."""
    targets: dict[str, list[str]] = {}
    for tier, name in ((budget.decision.ask_tier, "ask"), (walk_away_tier(budget), "walk_away")):
        for start, target in (("tier", name), ("step", f"{name}.step"), ("return", f"{name}.return")):
            targets.setdefault(f"{start}.{tier}", []).append(target)
    book.copy(targets)


def _check_ids(context: Context, report: Report) -> None:
    """Report ids whose records could not be told from derived figures in a template."""
    ids = [("initiatives", initiative.id) for initiative in context.initiatives]
    ids += [("risks", risk.id) for risk in context.risks]
    for name, taken in ids:
        if taken in _TAKEN[name]:
            message = f"expected an id of its own, found `{taken}`, a figure under `{name}`"
            report.finding("FIG-003", Severity.ERROR, message, hint=f"rename it in `{name}`")
