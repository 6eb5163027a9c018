"""MET rules about names: whether the measures mean what they are called."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.values import NA, NACode

from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.finance import FinancePeriod
    from alignkit.context.objectives import Kpi

    from .subject import Subject

_HIGH_MONTHLY_CHURN = Decimal("0.02")
_QUARTER = re.compile(r"\A(\d{4})-Q([1-4])\Z")
_MONTHLY_CHURN = re.compile(r"\bmonthly\b.*\bchurn\b|\bchurn\b.*\b(?:monthly|(?:a|per) month)\b", re.I)
_TIMES_TWELVE = re.compile(r"[*×x]\s*12\b|\b12\s*[*×x]", re.I)
_MAGIC_NUMBER = re.compile(r"\bmagic number\b", re.I)
_ARR = re.compile(r"\b(?:net new )?ARR\b", re.I)
_TIMES_FOUR = re.compile(r"[*×x]\s*4\b|\b4\s*[*×x]", re.I)
_ROI = re.compile(r"\bROI\b|\breturn on investment\b", re.I)
_MEDIA_SPEND = re.compile(
    r"\bROAS\b|\breturn on ad spend\b|/\s*(?:ad|media|advertising) (?:spend|cost)\b", re.I
)
_CAC = re.compile(r"\bCAC\b|\bcustomer acquisition cost\b|\bacquisition cost\b", re.I)
_PART_OF_COST = re.compile(
    r"\b(?:programme|program|campaign|media|ad|advertising) (?:spend|costs?|money|budget)\b", re.I
)
_ALL_COST = re.compile(r"\b(?:sales|loaded|salaries|people|S&M)\b", re.I)


def periods_of(subject: Subject) -> Iterator[tuple[str, FinancePeriod]]:
    """The finance of each period, with its path."""
    finance = subject.context.finance
    for name, period in (finance.periods() if finance else {}).items():
        yield f"finance.{name}", period


def margin_is_given(subject: Subject) -> Iterator[Hit]:
    """Periods with a customer value but no gross margin (MET-001), at the planned one: its figures decide."""
    periods = subject.context.periods
    planned = f"finance.{periods.plan.id}" if periods else ""
    without = sorted(periods_without_margin(subject), key=lambda path: path != planned)
    if without:
        names = " and ".join(f"`{path}`" for path in without)
        have = "has" if len(without) == 1 else "have"
        message = f"{names} {have} no `gross_margin`, so neither payback nor LTV nor ROI can be computed"
        yield Hit(message, without[0], hint="add `gross_margin` as a fraction, such as 0.78")


def periods_without_margin(subject: Subject) -> list[str]:
    """The paths of the periods with a customer value whose margin is neither given nor follows."""
    return [
        path
        for path, period in periods_of(subject)
        if period.new_customer_acv is not None
        and period.gross_margin is None
        and period.cost_of_revenue is None
    ]


def periods_agree(subject: Subject) -> Iterator[Hit]:
    """Ratios whose parts belong to different periods (MET-002)."""
    finance = subject.context.finance
    for figure in subject.figures.values():
        if not isinstance(figure.value, NA) or figure.value.code is not NACode.PERIOD_MISMATCH:
            continue
        if not figure.key.startswith("kpi."):
            yield Hit(f"`{figure.key}` mixes periods: {figure.value.reason}", figure.key)
    if finance is None:
        return
    known = finance.periods()
    if finance.arr and known and finance.arr.period not in known:
        message = f"the ARR bridge is of `{finance.arr.period}`, for which `finance` has no costs"
        hint = f"add `finance.{finance.arr.period}`, or write the period the bridge belongs to"
        yield Hit(message, "finance.arr.period", hint=hint)
    yield from _gaps_between_quarters([quarter.id for quarter in finance.quarters])


def _gaps_between_quarters(names: list[str]) -> Iterator[Hit]:
    """Quarters that do not follow each other: a magic number divides by the cost of the quarter before."""
    matches = [_QUARTER.match(name) for name in names]
    for index in range(1, len(names)):
        before, after = matches[index - 1], matches[index]
        if before and after and _ordinal(after) != _ordinal(before) + 1:
            message = f"expected the quarter after `{names[index - 1]}`, found `{names[index]}`"
            hint = "write the quarters in order and leave none out"
            yield Hit(message, f"finance.quarters.{names[index]}.id", hint=hint)


def _ordinal(match: re.Match[str]) -> int:
    return int(match[1]) * 4 + int(match[2])


def churn_is_compounded(subject: Subject) -> Iterator[Hit]:
    """Yearly churn that is monthly churn times twelve (MET-003)."""
    for kpi in subject.context.kpis:
        if not _MONTHLY_CHURN.search(_words_of(kpi)):
            continue
        if _TIMES_TWELVE.search(kpi.formula):
            yield _compound_hit(f"`{kpi.id}` multiplies monthly churn by 12", f"kpis.{kpi.id}.formula")
        for path, period in periods_of(subject):
            if period.revenue_churn is not None and _is_twelvefold(period.revenue_churn, kpi):
                message = f"the yearly churn {subject.percent(period.revenue_churn)} is 12 times `{kpi.id}`"
                yield _compound_hit(message, f"{path}.revenue_churn")


def _compound_hit(message: str, path: str) -> Hit:
    return Hit(message, path, hint="compute 1 − (1 − monthly churn) to the power of 12")


def _is_twelvefold(yearly: Decimal, kpi: Kpi) -> bool:
    values = (value for value in (kpi.actual, kpi.baseline) if value is not None)
    return any(
        value > _HIGH_MONTHLY_CHURN and abs(value * 12 - yearly) < Decimal("0.0005") for value in values
    )


def magic_number_is_not_annualised(subject: Subject) -> Iterator[Hit]:
    """A magic number that multiplies ARR by four, although ARR is yearly already (MET-004)."""
    for kpi in subject.context.kpis:
        formula = kpi.formula or kpi.definition
        if _MAGIC_NUMBER.search(_words_of(kpi)) and _ARR.search(formula) and _TIMES_FOUR.search(formula):
            field = "formula" if kpi.formula else "definition"
            message = f"`{kpi.id}` multiplies net new ARR by 4, although ARR is yearly already"
            yield Hit(message, f"kpis.{kpi.id}.{field}", hint="leave the 4 out")


def arr_bridge_foots(subject: Subject) -> Iterator[Hit]:
    """An ARR bridge that does not end where it says (MET-005)."""
    bridge = subject.context.finance.arr if subject.context.finance else None
    if bridge is None:
        return
    nothing = Decimal(0)
    end = bridge.opening + bridge.new + (bridge.expansion or nothing)
    end -= (bridge.contraction or nothing) + bridge.churned
    if end != bridge.closing:
        message = f"expected closing ARR of {subject.money(end)}, found {subject.money(bridge.closing)}"
        hint = "check opening + new + expansion − contraction − churned"
        yield Hit(message, "finance.arr.closing", hint=hint)


def roas_is_not_roi(subject: Subject) -> Iterator[Hit]:
    """Return on ad spend that is called ROI (MET-007)."""
    for kpi in subject.context.kpis:
        if _ROI.search(f"{_spaced(kpi.id)} {kpi.name}") and _MEDIA_SPEND.search(
            f"{kpi.formula} {kpi.definition}"
        ):
            message = f"`{kpi.id}` is called ROI and computed from media spend alone, which is ROAS"
            yield Hit(
                message, f"kpis.{kpi.id}.name", hint="call it ROAS, or compute it from margin and full cost"
            )


def cost_is_loaded(subject: Subject) -> Iterator[Hit]:
    """CAC from costs that leave people or sales out, and KPIs called CAC that do (MET-008)."""
    for path, period in periods_of(subject):
        if period.cost_scope != "loaded":
            message = f"`{path}` has `{period.cost_scope}` cost only, so its cost per customer is no CAC"
            hint = "enter fully loaded costs, or call the figure programme cost per customer"
            yield Hit(message, f"{path}.cost_scope", hint=hint)
    for kpi in subject.context.kpis:
        how = f"{kpi.formula} {kpi.definition}"
        if (
            _CAC.search(f"{_spaced(kpi.id)} {kpi.name}")
            and _PART_OF_COST.search(how)
            and not _ALL_COST.search(how)
        ):
            message = f"`{kpi.id}` is called CAC and leaves people and sales out"
            hint = "call it programme cost per customer, or compute it from fully loaded cost"
            yield Hit(message, f"kpis.{kpi.id}.name", hint=hint)


def flow_is_compared_to_date(subject: Subject) -> Iterator[Hit]:
    """Flow KPIs measured within a year against the target of the whole year (MET-010)."""
    context = subject.context
    if context.periods is None:
        return
    for kpi in context.kpis:
        if kpi.agg != "flow" or kpi.actual is None or kpi.target_to_date is not None:
            continue
        source = context.sources.get(kpi.source)
        day = kpi.as_of or (source.as_of if source else None) or context.meta.as_of
        if day < context.periods.current.end:
            message = f"`{kpi.id}` adds up over the year and has no target for {day.isoformat()}"
            hint = "add `target_to_date`, the part of the target due by then"
            yield Hit(message, f"kpis.{kpi.id}.target_to_date", hint=hint)


def _words_of(kpi: Kpi) -> str:
    return f"{_spaced(kpi.id)} {kpi.name} {kpi.definition}"


def _spaced(identity: str) -> str:
    return identity.replace("_", " ")
