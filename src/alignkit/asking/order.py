"""What is asked of each block, in the order a person would answer."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from alignkit.context.shape import ANYTHING, Shape, extra_of, fields_of, required_of, shape_at
from alignkit.context.whole import Context

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from alignkit.context.fields import Block
    from alignkit.source import Data, Step

FIELDS: dict[str, tuple[str, ...]] = {
    "": ("company", "meta", "periods", "stakeholders", "sources", "objectives", "kpis", "finance", "budget",
         "initiatives", "vision", "kickoff", "issues", "milestones", "risks", "raci", "decisions"),
    "company": ("name", "model", "currency"),
    "meta": ("author", "as_of", "locale"),
    "periods": ("current", "plan"),
    "stakeholders[]": ("name", "role", "audience", "email"),
    "sources[]": ("name", "kind", "as_of", "owner"),
    "objectives[]": ("statement", "owner", "level", "rank"),
    "kpis[]": ("name", "unit", "direction", "owner", "source", "objective", "baseline", "target", "actual"),
    "finance.policy": ("payback_ceiling_months", "ltv_cac_floor", "ltv_lifetime_cap_years", "materiality",
                       "variance_pct"),
    "finance.last_plan": ("period", "planned_spend", "actual_spend", "planned_customers", "actual_customers",
                          "note", "source"),
    "benchmarks[]": ("id", "name", "value", "source", "comparable", "statistic"),
    "budget": ("tiers", "lines", "decision", "source"),
    "budget.tiers[]": ("label", "total", "new_customers", "mkt_customers", "revenue"),
    "budget.lines[]": ("name", "owner", "prior", "committed", "evidence", "why"),
    "budget.decision": ("ask_tier", "from", "by"),
    "budget.downside": ("label", "tier", "win_rate", "opportunities", "acv", "story", "response"),
    "budget.drivers[]": ("id", "low", "base", "high", "source"),
    "budget.cuts[]": ("line", "amount", "loses", "customers"),
    "budget.gates[]": ("date", "test", "release", "else"),
    "budget.announced_cut": ("amount", "on", "reason"),
    "budget.headcount[]": ("role", "tier", "start", "annual_cost", "owner", "unlocks"),
    "finance.quarters[]": ("id", "net_new_arr", "sm_cost"),
    "budget.gives[]": ("give", "get", "amount"),
    "initiatives[]": ("name", "owner", "budget", "start", "end", "status", "objective", "source"),
    "vision": ("statement", "not_doing"),
    "vision.methods[]": ("name", "initiatives"),
    "vision.change": ("why", "why_now", "cost_of_not", "sender"),
    "kickoff": ("initiative", "problem", "approver", "driver", "success", "scope_in", "scope_out"),
    "kickoff.success[]": ("kpi", "target", "by"),
    "kickoff.dependencies[]": ("need", "from", "by"),
    "kickoff.audience[]": ("who", "insight", "evidence", "source"),
    "kickoff.first_two_weeks[]": ("what", "owner", "due"),
    "kickoff.decisions_needed[]": ("text", "from", "by", "if_late"),
    "kickoff.access[]": ("need", "from", "by"),
    "kickoff.data[]": ("need", "from", "by"),
    "kickoff.plan_30_60_90[]": ("days", "outcome", "owner", "proof"),
    "issues[]": ("title", "to", "cause", "raised", "type", "severity"),
    "issues[].options[]": ("name", "cost", "effect"),
    "issues[].funding": ("from", "available"),
    "milestones[]": ("name", "date", "owner", "kind", "initiative"),
    "risks[]": ("cause", "event", "effect", "probability", "impact", "owner", "response", "action", "due",
                "trigger", "status", "source"),
    "raci[]": ("task", "A", "R", "C", "I"),
    "decisions[]": ("text", "from", "by"),
}  # fmt: skip
"""The keys asked for in a block that question mode begins; the required ones where nothing stands here."""
OF_A_YEAR = ("revenue", "gross_margin", "sales_cost", "marketing_cost", "new_customers", "new_customer_acv",
             "revenue_churn", "source")  # fmt: skip
"""What is asked of finance for the year that runs."""
OF_THE_PLAN = ("revenue", "gross_margin", "sales_cost", "new_customer_acv", "revenue_churn", "source")
"""What is asked of finance for the year that is planned."""
BY_TYPE = {"overrun": ("approved", "spent", "to_complete"), "slip": ("days_late",)}
"""What an issue of a type cannot be told without."""
AT_LEAST = {
    "stakeholders": 2,
    "budget.tiers": 3,
    "issues[].options": 2,
    "vision.not_doing": 3,
    "kickoff.premortem": 3,
}
"""Fewer entries than this and a rule will ask for more."""
USUAL = {"stakeholders": 3, "budget.tiers": 3, "budget.lines": 4, "issues": 1, "objectives": 1, "kpis": 1,
         "kickoff.success": 1, "initiatives": 1, "vision.not_doing": 3, "budget.cuts": 3}  # fmt: skip
"""Entries a list usually gets, for the estimate of what is left; two where nothing stands here."""
_LAST = 1000
_MOST_PATHS = 4096
"""Paths whose meaning is kept, since each question asks for it again."""


@lru_cache(maxsize=_MOST_PATHS)
def about(steps: tuple[Step, ...]) -> str:
    """The path that all records share: `budget.lines[].name`; names of the user's own become `[]`."""
    path, shape = "", Shape("", block=Context)
    for step in steps:
        declared = shape.block is not None and str(step) in fields_of(shape.block)
        path += f".{step}" if declared else "[]"
        shape = _below(shape, step)
    return path.removeprefix(".")


def _below(shape: Shape, step: Step) -> Shape:
    if shape.block is None:
        return shape.item or ANYTHING
    return fields_of(shape.block).get(str(step)) or extra_of(shape.block) or ANYTHING


@lru_cache(maxsize=_MOST_PATHS)
def shape_of_path(steps: tuple[Step, ...]) -> Shape:
    """What may stand at the end of `steps`."""
    return shape_at(Context, steps)


def asked_of(steps: Sequence[Step], block: type[Block], data: Data) -> tuple[str, ...]:
    """The keys asked for in the block at `steps`, in order.

    Args:
        steps: where it stands, or will stand.
        block: its type.
        data: the whole context, whose periods and tiers are keys in other blocks.

    """
    path = about(steps)
    if path == "finance":
        return period_ids(data)
    if path == "finance[]":
        return OF_A_YEAR if steps[-1] in period_ids(data)[:1] else OF_THE_PLAN
    keys = FIELDS.get(path) or required_of(block)
    if path == "budget.lines[]":
        return (*keys[:2], *tier_ids(data), *keys[2:])
    if path == "issues[]":
        return (*keys, *BY_TYPE.get(str(at(data, (*steps, "type"))), ()))
    return keys


def needed_of(steps: Sequence[Step], block: type[Block], data: Data) -> tuple[str, ...]:
    """The keys the block at `steps` cannot be without."""
    tiers = tier_ids(data) if about(steps) == "budget.lines[]" else ()
    return (*required_of(block), *tiers)


def at(data: Data, steps: Sequence[Step]) -> Data:
    """What stands at the end of `steps`; None for nothing."""
    for step in steps:
        if isinstance(data, list):
            data = data[step] if isinstance(step, int) and step < len(data) else None
        else:
            data = data.get(str(step)) if isinstance(data, dict) else None
    return data


def holds(data: Data, steps: Sequence[Step]) -> bool:
    """Whether something is said at the end of `steps`."""
    return at(data, steps) not in (None, "", [], {})


def period_ids(data: Data) -> tuple[str, ...]:
    """The ids of the running and of the planned year, as far as they are known."""
    found = (at(data, ("periods", name, "id")) for name in ("current", "plan"))
    return tuple(each for each in found if isinstance(each, str) and each)


def tier_ids(data: Data) -> tuple[str, ...]:
    """The ids of the tiers, under which budget lines have their amounts."""
    tiers = at(data, ("budget", "tiers"))
    ids = (at(tier, ("id",)) for tier in (tiers if isinstance(tiers, list) else ()))
    return tuple(each for each in ids if isinstance(each, str))


def position(steps: Sequence[Step], data: Data) -> tuple[int, ...]:
    """Where a path stands in the order of questions."""
    found: list[int] = []
    shape = Shape("", block=Context)
    for count, step in enumerate(steps):
        if isinstance(step, int) or shape.block is None:
            found.append(step if isinstance(step, int) else _index_of(at(data, steps[:count]), step))
        else:
            keys = list(dict.fromkeys((*asked_of(steps[:count], shape.block, data), *fields_of(shape.block))))
            found.append(keys.index(step) if step in keys else _LAST)
        shape = _below(shape, step)
    return tuple(found)


def _index_of(data: Data, key: str) -> int:
    keys: Mapping[str, Data] = data if isinstance(data, dict) else {}
    return list(keys).index(key) if key in keys else _LAST
