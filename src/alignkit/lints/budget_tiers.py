"""BUD rules about tiers: enough of them, inside policy, with a bad year and a reason for growth."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from alignkit.diagnostics import Severity

from .budget_sums import ask_of
from .rule import Hit

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.context.budget import Budget, Tier

    from .subject import Subject

_LEAST_TIERS = 3
_VARIANCE = Decimal("0.10")


def ask_is_complete(subject: Subject) -> Iterator[Hit]:
    """An ask without a tier or an amount (BUD-006)."""
    budget = subject.context.budget
    if budget is None:
        return
    decision, ask = budget.decision, ask_of(budget)
    if ask is None:
        message = f"expected `ask_tier` to be a tier, found `{decision.ask_tier}`"
        yield Hit(message, "budget.decision.ask_tier", hint="write the id of a tier")
    elif ask.total <= 0:
        message = f"expected an amount to ask for, found {subject.money(ask.total)}"
        yield Hit(message, f"budget.tiers.{ask.id}.total", hint="enter the amount you ask for")


def customers_are_whole(subject: Subject) -> Iterator[Hit]:
    """Tiers that plan a part of a customer (BUD-041)."""
    budget = subject.context.budget
    for tier in budget.tiers if budget else ():
        for name in ("new_customers", "mkt_customers"):
            count = getattr(tier, name)
            if count is not None and count % 1:
                message = f"`{tier.id}` plans {count} for `{name}`, and customers come whole"
                hint = "write a whole number; it stands in titles and is spoken"
                yield Hit(message, f"budget.tiers.{tier.id}.{name}", hint=hint)


def tiers_offer_a_choice(subject: Subject) -> Iterator[Hit]:
    """Fewer than three tiers, or none below the ask (BUD-007)."""
    budget = subject.context.budget
    if budget is None:
        return
    if len(budget.tiers) < _LEAST_TIERS:
        message = f"expected at least {_LEAST_TIERS} tiers, found {len(budget.tiers)}"
        yield Hit(message, "budget.tiers", hint="add a tier below the ask and one above it")
    ask = ask_of(budget)
    if ask and not any(tier.total < ask.total for tier in budget.tiers):
        message = f"no tier costs less than the ask of {subject.money(ask.total)}"
        yield Hit(message, "budget.tiers", hint="add the tier you would get with less money")


def bad_year_is_told(subject: Subject) -> Iterator[Hit]:
    """No downside and no driver that can fall, or a bad year no worse than the plan (BUD-008)."""
    budget = subject.context.budget
    if budget and budget.downside is None and not any(each.low < each.base for each in budget.drivers):
        message = "the budget has neither a `downside` nor a driver whose `low` is below its `base`"
        yield Hit(message, "budget", hint="add `downside` with the worst plausible year")
    if budget and budget.downside:
        yield from _bad_year_is_bad(subject, budget.downside.tier)


def _bad_year_is_bad(subject: Subject, tier: str) -> Iterator[Hit]:
    missing = [name for name in _CUSTOMERS if subject.amount(f"budget.tiers.{tier}.{name}") == 0]
    change, won = subject.amount("downside.customers_change"), subject.amount("downside.mkt_customers")
    arr, planned = subject.amount("downside.new_arr"), subject.amount(f"tier.{tier}.new_arr")
    parts = []
    if change is not None and change >= 0 and won:
        parts.append(f"wins {_customers_of_a_bad_year(subject, tier)}, no fewer than")
    if arr is not None and planned and arr >= planned:
        parts.append(f"brings {subject.shown('downside.new_arr')} a year, no less than")
    message = f"the bad year {', and '.join(f'{part} `{tier}`' for part in parts)}"
    if parts and missing:
        hint = f"enter {' and '.join(f'`{name}`' for name in missing)} of `{tier}`"
        message += f", whose {' and '.join(f'`{name}`' for name in missing)}"
        message += f" {'are' if len(missing) > 1 else 'is'} 0"
        yield Hit(message, f"budget.tiers.{tier}.{missing[0]}", hint=hint)
    elif parts:
        yield Hit(message, "budget.downside", hint="lower `opportunities`, `win_rate` or `acv`")


_CUSTOMERS = ("new_customers", "mkt_customers")


def _customers_of_a_bad_year(subject: Subject, tier: str) -> str:
    """How many it wins, and how they are counted: marketing's own fall, everybody else's stay as planned."""
    won = f"{subject.shown('downside.new_customers')} customers"
    whole, sourced = subject.amount("downside.new_customers"), subject.amount("downside.mkt_customers")
    rest = (whole or Decimal(0)) - (sourced or Decimal(0))
    tried, rate = (subject.shown(f"budget.downside.{name}") for name in ("opportunities", "win_rate"))
    own = f"{tried} opportunities × {rate} = {subject.shown('downside.mkt_customers')} of marketing"
    more = f" and the {subject.number(rest)} of `{tier}` that marketing does not source" if rest else ""
    return f"{won} ({own}{more})"


def ask_counts_customers(subject: Subject) -> Iterator[Hit]:
    """An ask nobody can say the customers of, where finance could say what one costs (BUD-036)."""
    context = subject.context
    ask = ask_of(context.budget) if context.budget else None
    if context.budget is None or ask is None or ask.new_customers is not None:
        return
    others = [f"`{each.id}`" for each in context.budget.tiers if each.new_customers is not None]
    if not others and (ask.why or context.finance is None):
        return
    beside = f", which {' and '.join(others)} {'have' if len(others) > 1 else 'has'}" if others else ""
    message = f"`{ask.id}` has no `new_customers`{beside}, so neither its cost per customer nor its payback"
    hint = "add the customers the whole company wins with this tier"
    yield Hit(f"{message} can be computed", f"budget.tiers.{ask.id}", hint=hint)


def dearer_tiers_bring_more(subject: Subject) -> Iterator[Hit]:
    """An ask that wins nobody, steps that bring nothing, or the cheaper the further one goes (BUD-009)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if ask and ask.new_customers == 0 and not ask.why:
        message = f"`{ask.id}` costs {subject.money(ask.total)} and brings no customers"
        hint = "enter the customers, or explain with `why` what else the money is for"
        yield Hit(message, f"budget.tiers.{ask.id}.new_customers", hint=hint)
    tiers = sorted(budget.tiers, key=lambda tier: tier.total) if budget else []
    for below, tier in pairwise(tiers):
        name, whose = (
            ("new_customers", "") if tier.new_customers is not None else ("mkt_customers", " of ours")
        )
        brought, less = getattr(tier, name), getattr(below, name)
        if tier.why or brought is None or less is None or (tier is ask and tier.new_customers == 0):
            continue
        path = f"budget.tiers.{tier.id}.{name}"
        if brought <= less:
            message = f"`{tier.id}` costs more than `{below.id}` and brings no more customers{whose}"
            yield Hit(message, path, hint="correct the customers, or explain it with `why`")
        elif (falls := _falling_cost(subject, below, tier)) is not None:
            message = f"an extra customer costs {falls[1]} in the step to `{tier.id}`,"
            message += f" less than the {falls[0]} of the step before it"
            yield Hit(message, path, hint="explain with `why` what makes returns rise")


def _falling_cost(subject: Subject, below: Tier, tier: Tier) -> tuple[str, str] | None:
    """Marginal costs of the step before and of this one, if they fall."""
    before, here = (f"step.{each.id}.marginal_loaded" for each in (below, tier))
    earlier, later = subject.amount(before), subject.amount(here)
    if earlier is None or later is None or later >= earlier:
        return None
    return subject.shown(before), subject.shown(here)


@dataclass(frozen=True, slots=True)
class _Limit:
    """A limit finance has set, and the figure it binds."""

    policy: str
    figure: str
    label: str
    is_ceiling: bool

    def breach(self, subject: Subject, prefix: str) -> str:
        """How the figure below `prefix` breaks the limit; empty when it does not."""
        limit, value = (
            subject.amount(f"finance.policy.{self.policy}"),
            subject.amount(f"{prefix}.{self.figure}"),
        )
        if limit is None or value is None or (value <= limit if self.is_ceiling else value >= limit):
            return ""
        shown, bound = (
            subject.shown(f"{prefix}.{self.figure}"),
            subject.shown(f"finance.policy.{self.policy}"),
        )
        side = "above the ceiling" if self.is_ceiling else "below the floor"
        return f"{self.label} of {shown} {side} of {bound}"


_PAYBACK = _Limit("payback_ceiling_months", "payback", "a payback", True)
_LTV_CAC = _Limit("ltv_cac_floor", "ltv_cac_capped", "capped LTV:CAC", False)


def tiers_keep_policy(subject: Subject) -> Iterator[Hit]:
    """Tiers and steps that break a limit of finance (BUD-016).

    A tier that is not asked for may be shown all the same: one with an `exception` is left alone.
    """
    budget = subject.context.budget
    for tier in budget.tiers if budget else ():
        path, is_asked = f"budget.tiers.{tier.id}", budget is not None and tier.id == budget.decision.ask_tier
        if tier.exception and not is_asked:
            continue
        broken, step = _breaches(subject, f"tier.{tier.id}"), _step_breaches(subject, tier.id)
        hint = _ALLOWED if tier.exception else _CHOOSE if is_asked else _SHOWN.format(tier=tier.id)
        if broken:
            severity = Severity.ERROR if is_asked and not tier.exception else None
            yield Hit(f"`{tier.id}` has {broken}", path, hint=hint, severity=severity)
        if step:
            yield Hit(f"the step to `{tier.id}` has {step}", path, hint=hint)


_CHOOSE = "add `exception` with the reason, or ask for another tier"
_ALLOWED = "say in `exception` who may allow it; the papers repeat it beside the figure"
_SHOWN = "add `exception` to `{tier}` with the reason to show it; the papers say that it breaks the limit"


def _step_breaches(subject: Subject, tier: str) -> str:
    """How the customers a step adds break a limit, by their payback or by what they are worth."""
    worth, cost = subject.amount(f"tier.{tier}.ltv_capped"), subject.amount(f"step.{tier}.marginal_loaded")
    floor = subject.amount("finance.policy.ltv_cac_floor")
    found = [_PAYBACK.breach(subject, f"step.{tier}")]
    if worth is not None and cost is not None and floor is not None and cost > 0 and worth / cost < floor:
        bound = subject.shown("finance.policy.ltv_cac_floor")
        found.append(f"capped LTV:CAC of {subject.times(worth / cost)} below the floor of {bound}")
    return " and ".join(text for text in found if text)


def _breaches(subject: Subject, prefix: str) -> str:
    return " and ".join(text for limit in (_PAYBACK, _LTV_CAC) if (text := limit.breach(subject, prefix)))


def bad_year_has_an_answer(subject: Subject) -> Iterator[Hit]:
    """A bad year that breaks policy, with nothing to be done about it (BUD-017)."""
    budget = subject.context.budget
    if budget is None or budget.downside is None:
        return
    if budget.gates or budget.cuts or budget.downside.response:
        return
    if broken := _breaches(subject, "downside"):
        hint = "add `response`, gates or ranked cuts"
        yield Hit(f"the bad year has {broken}, and nothing answers it", "budget.downside", hint=hint)


def last_year_is_reckoned(subject: Subject) -> Iterator[Hit]:
    """No last plan, or a miss without its cause (BUD-023)."""
    context = subject.context
    if context.budget is None:
        return
    last = context.finance.last_plan if context.finance else None
    if last is None:
        message = "`finance.last_plan` is missing; the first question is what became of last year's money"
        path = "finance" if context.finance else "budget"
        yield Hit(message, path, hint="add planned and actual spend and customers")
        return
    allowed = subject.amount("finance.policy.variance_pct")
    allowed = _VARIANCE if allowed is None else allowed
    for name, planned, actual in (
        ("spend", last.planned_spend, last.actual_spend),
        ("customers", last.planned_customers, last.actual_customers),
    ):
        if planned and abs(actual - planned) > allowed * abs(planned) and not last.note.strip():
            share = subject.percent(abs(actual - planned) / abs(planned))
            message = f"last year's {name} missed the plan by {share}, and `note` does not say why"
            yield Hit(message, "finance.last_plan.note", hint="write the cause in one sentence")


def spend_grows_with_revenue(subject: Subject) -> Iterator[Hit]:
    """An ask that grows faster than revenue without a reason (BUD-024)."""
    budget = subject.context.budget
    ask = ask_of(budget) if budget else None
    if ask is None or ask.why:
        return
    spend = subject.amount(f"tier.{ask.id}.change_share")
    revenue = subject.amount(f"tier.{ask.id}.revenue_growth")
    if spend is not None and revenue is not None and spend > revenue and spend > 0:
        message = f"spend grows by {subject.percent(spend)}, planned revenue by {subject.percent(revenue)}"
        yield Hit(message, f"budget.tiers.{ask.id}.total", hint=f"add `why` to the tier `{ask.id}`")


def tier_can_be_reached(subject: Subject) -> Iterator[Hit]:
    """Tiers below what is committed already (BUD-029)."""
    budget = subject.context.budget
    committed = _committed(budget) if budget else Decimal(0)
    for tier in budget.tiers if budget else ():
        if tier.total < committed:
            message = f"`{tier.id}` costs {subject.money(tier.total)}, less than the"
            message += f" {subject.money(committed)} that is committed"
            yield Hit(message, f"budget.tiers.{tier.id}.total", hint="show it as not reachable")


def _committed(budget: Budget) -> Decimal:
    return sum((line.committed for line in budget.lines), Decimal(0))
