"""Distance from target and status of each KPI."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Literal

from alignkit.values import NA, NACode, Scenario, Unit

from .term import Term, absent, constant

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.context.objectives import Kpi
    from alignkit.values import Figure

    from .book import Book

Status = Literal["green", "amber", "red", "grey"]
"""How a KPI stands; grey when nobody can say."""

_ONE = constant(Decimal(1))
_TOLERANCE = Decimal("0.10")
_ORDER: tuple[Status, ...] = ("green", "grey", "amber", "red")
"""From good to bad; not knowing is worse than green, and better than bad news."""


def derive_kpis(book: Book) -> None:
    """Enter `kpi.<id>.*`: distance from target, progress, score and accuracy, where a KPI has numbers."""
    for kpi in book.context.kpis:
        path, key = f"kpis.{kpi.id}", f"kpi.{kpi.id}"
        if f"{path}.actual" not in book.figures:
            continue
        unit = book.figures[f"{path}.actual"].unit
        difference = Unit.POINTS if unit is Unit.SHARE else unit
        book.put(f"{key}.due", "Target due", unit, _due(book, kpi), owner=kpi.name)
        gap = _gap(book, kpi)
        book.put(f"{key}.gap", "Gap", difference, gap, owner=kpi.name, scenario=Scenario.ACTUAL)
        book.put(
            f"{key}.relative",
            "Gap to target",
            Unit.SHARE,
            _relative(book, kpi, gap),
            owner=kpi.name,
            scenario=Scenario.ACTUAL,
        )
        book.put(
            f"{key}.attainment",
            "Attainment",
            Unit.SHARE,
            _attainment(book, kpi),
            owner=kpi.name,
            scenario=Scenario.ACTUAL,
        )
        book.put(
            f"{key}.progress",
            "Progress",
            Unit.SHARE,
            _progress(book, kpi),
            owner=kpi.name,
            scenario=Scenario.ACTUAL,
        )
        _derive_scores(book, kpi)
        change = book.term(f"{path}.next_target") - book.term(f"{path}.actual")
        book.put(f"{key}.next_change", "Change to next target", difference, change, owner=kpi.name)


def _due(book: Book, kpi: Kpi) -> Term:
    """The target that holds today: the one to date, or the period's once that is over."""
    if kpi.target_to_date is not None:
        return book.term(f"kpis.{kpi.id}.target_to_date")
    periods = book.context.periods
    if periods and periods.current.end <= book.context.meta.as_of:
        return book.term(f"kpis.{kpi.id}.target")
    reason = f"{kpi.name} has no target to date and the period is not over"
    return absent(NACode.PERIOD_MISMATCH, reason).named("target")


def _gap(book: Book, kpi: Kpi) -> Term:
    """How much better than the target the actual is; with a band, how far outside it, never better than 0."""
    actual = book.term(f"kpis.{kpi.id}.actual")
    if kpi.band is None:
        due = book.term(f"kpi.{kpi.id}.due")
        return actual - due if kpi.direction == "up" else due - actual
    low, high = constant(kpi.band[0], "lower bound"), constant(kpi.band[1], "upper bound")
    if isinstance(actual.value, NA):
        return actual
    if actual.value < kpi.band[0]:
        return actual - low
    return high - actual if actual.value > kpi.band[1] else (actual - actual).named("inside the band")


def _relative(book: Book, kpi: Kpi, gap: Term) -> Term:
    if kpi.band is None:
        return book.term(f"kpi.{kpi.id}.gap") / book.term(f"kpi.{kpi.id}.due").size()
    low, high = kpi.band
    actual = book.term(f"kpis.{kpi.id}.actual").value
    nearest = low if isinstance(actual, Decimal) and actual < low else high
    return gap / constant(nearest, "nearest bound").size()


def _attainment(book: Book, kpi: Kpi) -> Term:
    """Actual over target, or the reverse where less is better; for showing only, status has its own rule."""
    actual, due = book.term(f"kpis.{kpi.id}.actual"), book.term(f"kpi.{kpi.id}.due")
    if kpi.band is not None:
        return _undefined(f"{kpi.name} has a band instead of a target", "attainment")
    if kpi.direction == "up":
        return actual / due
    if isinstance(due.value, Decimal) and due.value < 0:
        return _undefined(f"{kpi.name} has a negative target", "attainment")
    return due / actual


def _progress(book: Book, kpi: Kpi) -> Term:
    """The way from baseline to target, for levels only: what adds up over a period starts again from zero."""
    if kpi.agg == "flow":
        return _undefined(f"{kpi.name} adds up over the period", "progress")
    path = f"kpis.{kpi.id}"
    actual, baseline, target = (book.term(f"{path}.{name}") for name in ("actual", "baseline", "target"))
    if kpi.target < kpi.baseline:
        return (baseline - actual) / (baseline - target)
    return (actual - baseline) / (target - baseline)


def _derive_scores(book: Book, kpi: Kpi) -> None:
    """Enter how much of the way is done, from 0 to 1, and how near the forecast came."""
    path, key = f"kpis.{kpi.id}", f"kpi.{kpi.id}"
    actual, forecast = book.term(f"{path}.actual"), book.term(f"{path}.forecast")
    way = actual / book.term(f"{path}.target") if kpi.agg == "flow" else _progress(book, kpi)
    score = way.between(0, 1)
    book.put(f"{key}.okr_score", "OKR score", Unit.RATIO, score, owner=kpi.name, scenario=Scenario.ACTUAL)
    accuracy = _ONE - (forecast - actual).size() / actual.size()
    periods = book.context.periods
    if not (periods and periods.current.end <= book.context.meta.as_of):
        reason = f"the period {kpi.name} was forecast for is not over"
        accuracy = absent(NACode.PERIOD_MISMATCH, reason).named("forecast accuracy")
    book.put(f"{key}.forecast_accuracy", "Forecast accuracy", Unit.SHARE, accuracy, owner=kpi.name)


def _undefined(reason: str, words: str) -> Term:
    return absent(NACode.NOT_DEFINED_FOR_DIRECTION, reason).named(words)


def computed_status(kpi: Kpi, figures: Mapping[str, Figure]) -> Status:
    """The status that follows from the numbers: green on target, amber within tolerance, red below.

    Grey when the actual or its target is missing or stale; with a target of zero there is no tolerance.
    """
    actual, gap = figures.get(f"kpis.{kpi.id}.actual"), figures.get(f"kpi.{kpi.id}.gap")
    relative = figures.get(f"kpi.{kpi.id}.relative")
    if actual is None or gap is None or relative is None or actual.stale or isinstance(gap.value, NA):
        return "grey"
    if gap.value >= 0:
        return "green"
    tolerance = _TOLERANCE if kpi.tolerance is None else kpi.tolerance
    return "amber" if isinstance(relative.value, Decimal) and relative.value >= -tolerance else "red"


def status(kpi: Kpi, figures: Mapping[str, Figure]) -> Status:
    """The status to show: the computed one, or the typed one where that is worse (STA-001)."""
    computed = computed_status(kpi, figures)
    return max(computed, kpi.status or computed, key=_ORDER.index)
