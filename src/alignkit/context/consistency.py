"""What no type can say: ratios are fractions, periods run forwards, amounts stand under tiers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, TypeGuard

from alignkit.source import Data, Step
from alignkit.source.wording import listed, nearest, quoted
from alignkit.values import Unit

from .budget import BudgetLine, Driver
from .company import Periods
from .cures import plain_number, share_meant
from .faults import Fault
from .finance import Finance
from .invalid import unknown_key
from .kickoff import Success
from .objectives import Kpi
from .shape import Visit, fields_of
from .torn import fault_of_torn, torn_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .fields import Block
    from .references import Ids

LARGEST_RATIO = Decimal("1.5")
"""Above it a ratio was meant as per cent (rule N4)."""
_PERMISSIONS: dict[type[Block] | None, str] = {
    Kpi: ", or add `allow_over_one: true`",
    Success: ", or add `allow_over_one: true` to its KPI",
}
"""What the hint adds for blocks that can be allowed more."""


def ratios_above(found: Sequence[Visit]) -> Iterator[Fault]:
    """Ratios above 1.5, unless their block allows it (rule N4)."""
    shares = frozenset(_shares(found))
    for visit in found:
        value = visit.value
        if isinstance(value, bool) or not isinstance(value, int | Decimal) or value <= LARGEST_RATIO:
            continue
        if _is_ratio(visit, shares) and visit.owner.get("allow_over_one") is not True:
            meant = share_meant(value)
            hint = f"write {meant}" if meant else "write a fraction such as 0.78"
            allowed = _PERMISSIONS.get(visit.block, "")
            written = quoted(plain_number(Decimal(value)))
            message = f"expected a fraction of at most 1.5 for {quoted(_key(visit))}, found {written}"
            yield Fault("CTX-007", message, visit.steps, hint + allowed)


def split_thousands(found: Iterable[Visit]) -> Iterator[Fault]:
    """Amounts and counts with exactly three decimals: 12.500 is how some countries write 12,500."""
    for visit in found:
        value = visit.value
        if not isinstance(value, Decimal) or value.as_tuple().exponent != -3:
            continue
        if visit.shape.unit in (Unit.MONEY, Unit.COUNT):
            whole = int(value.scaleb(3))
            message = f"expected at most two decimals for {quoted(_key(visit))}, found `{value}`"
            yield Fault(
                "CTX-014", message, visit.steps, f"write {whole}, or {value.normalize():f} if that is meant"
            )


def _shares(found: Iterable[Visit]) -> Iterator[str]:
    """The KPIs that are ratios and must not exceed 1.5."""
    for visit in found:
        if visit.shape.block is Kpi and isinstance(kpi := visit.value, dict):
            name, bounded = kpi.get("id"), kpi.get("allow_over_one") is not True
            if kpi.get("unit") == "ratio" and bounded and isinstance(name, str):
                yield name


def _is_ratio(visit: Visit, shares: frozenset[str]) -> bool:
    if visit.shape.unit is Unit.SHARE:
        return True
    if visit.block is Success:
        return visit.steps[-1] == "target" and visit.owner.get("kpi") in shares
    return visit.block is Kpi and visit.owner.get("unit") == "ratio" and visit.shape.expected == "a number"


def _key(visit: Visit) -> str:
    return next(step for step in reversed(visit.steps) if isinstance(step, str))


def backward_spans(found: Iterable[Visit]) -> Iterator[Fault]:
    """Periods, cycles and initiatives that end before they start."""
    for visit in found:
        if isinstance(visit.value, dict) and visit.shape.block is not None:
            start, end = visit.value.get("start"), visit.value.get("end")
            if isinstance(start, date) and isinstance(end, date) and start > end:
                message = f"expected an end not before {start.isoformat()}, found {quoted(end.isoformat())}"
                yield Fault(
                    "CTX-010", message, (*visit.steps, "end"), "swap the two days or correct the year"
                )


def drivers_out_of_order(found: Iterable[Visit]) -> Iterator[Fault]:
    """Assumptions whose plan lies outside their own range."""
    for visit in found:
        if visit.shape.block is not Driver or not isinstance(visit.value, dict):
            continue
        for less, more in (("low", "base"), ("base", "high")):
            below, above = visit.value.get(less), visit.value.get(more)
            if not _is_number(below) or not _is_number(above) or below <= above:
                continue
            message = (
                f"expected at least {below}, which is `{less}`, for `{more}`, found the number `{above}`"
            )
            hint = "write the lowest plausible value as `low` and the highest as `high`"
            yield Fault("CTX-006", message, (*visit.steps, more), hint)


def _is_number(value: Data) -> TypeGuard[int | Decimal]:
    return isinstance(value, int | Decimal) and not isinstance(value, bool)


def stray_keys(found: Iterable[Visit], ids: Ids, unread: frozenset[str]) -> Iterator[Fault]:
    """Keys in blocks that take keys of the user's own, where they fit no period and no tier."""
    orphans: dict[str, list[tuple[Step, ...]]] = {}
    for visit in found:
        if not isinstance(visit.value, dict):
            continue
        if visit.shape.block is Finance and "periods" not in unread:
            yield from _stray_finance(visit.steps, visit.value, list(ids["periods"]))
        elif visit.shape.block is BudgetLine and ids["budget.tiers"]:
            tiers = list(ids["budget.tiers"])
            for key in _orphans(visit.value, tiers):
                orphans.setdefault(key, []).append((*visit.steps, key))
            yield from _stray_amounts(visit.steps, visit.value, tiers)
        elif visit.shape.block is Periods:
            yield from _stray_periods(visit.steps, visit.value)
    for key, places in orphans.items():
        message = f"expected the id of a tier for this amount, found {quoted(key)}"
        others = f" in {len(places)} lines" if len(places) > 1 else ""
        hint = f"add the tier {quoted(key)} to `budget.tiers`, or delete the amount{'s' if others else ''}"
        yield Fault("CTX-012", message + others, places[0], hint, at_key=True)


def _orphans(line: dict[str, Data], tiers: list[str]) -> list[str]:
    """The amounts of a line that can be meant for no tier: every tier they resemble has its own there."""
    own = list(fields_of(BudgetLine))
    return [
        key
        for key, value in line.items()
        if key not in own
        and key not in tiers
        and isinstance(value, int | Decimal)
        and not nearest(key, own)
        and all(tier in line for tier in nearest(key, tiers) or tiers)
    ]


def _stray_finance(steps: tuple[Step, ...], entries: dict[str, Data], periods: list[str]) -> Iterator[Fault]:
    own = list(fields_of(Finance))
    for key, value in entries.items():
        if key in own or key in periods:
            continue
        if not isinstance(value, dict) or nearest(key, own):
            yield unknown_key((*steps, key), [*own, *periods], "`finance`")
            continue
        message = f"expected the id of a period in `finance`, found {quoted(key)}"
        close = nearest(key, periods) or tuple(periods[:8])
        hint = (
            f"write {listed(close)}, or add the period to `periods`" if close else "add the block `periods`"
        )
        yield Fault("CTX-011", message, (*steps, key), hint, at_key=True)


def _stray_amounts(steps: tuple[Step, ...], line: dict[str, Data], tiers: list[str]) -> Iterator[Fault]:
    own = list(fields_of(BudgetLine))
    orphans = _orphans(line, tiers)
    strays = [key for key in line if key not in own and key not in tiers and key not in orphans]
    free = [tier for tier in tiers if tier not in line]
    meant = {name for key in strays for name in nearest(key, [*own, *tiers], 1)}
    for key in strays:
        if isinstance(line[key], int | Decimal) and not nearest(key, own):
            message = f"expected the id of a tier for this amount, found {quoted(key)}"
            hint = f"write {listed(nearest(key, free) or free)}"
            yield Fault("CTX-012", message, (*steps, key), hint, at_key=True)
        else:
            torn = torn_text(line, key, BudgetLine)
            owner = f"the budget line {quoted(str(line.get('id')))}"
            yield fault_of_torn(torn, steps) if torn else unknown_key((*steps, key), [*own, *tiers], owner)
    for tier in tiers:
        if tier not in line and tier not in meant:
            message = (
                f"missing amount for the tier {quoted(tier)} in the budget line {quoted(str(line.get('id')))}"
            )
            yield Fault("CTX-012", message, (*steps, tier), f"add {quoted(f'{tier}: 0')} or the amount")


def _stray_periods(steps: tuple[Step, ...], periods: dict[str, Data]) -> Iterator[Fault]:
    own = list(fields_of(Periods))
    for key, value in periods.items():
        mistyped = any(name not in periods for name in nearest(key, own, 1))
        if key not in own and (mistyped or not isinstance(value, dict)):
            yield unknown_key((*steps, key), own, "`periods`")
