"""What a planted mistake is, and how planters find their way through a budget."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from yaml_lines import Steps

Record = dict[str, Any]

NOWHERE: Steps = ()
"""The rule points at a line of a template."""


@dataclass(frozen=True, slots=True)
class Planter:
    """A mistake that can be made in most contexts."""

    name: str
    """What is wrong, in words."""
    code: str
    """The rule that must find it."""
    plant: Callable[[Record], Steps | None]
    """Makes it; where the rule must point, `NOWHERE` for a template, None if it cannot be made."""
    also: frozenset[str] = frozenset()
    """Other rules that find an error then, because the mistake cannot be made without."""
    because: str = ""
    """Why it cannot."""
    kind: str = ""
    """The kind to make, for rules that read documents; empty for rules of the context."""


def ask(data: Record) -> Record:
    """The tier that is asked for."""
    return tier_of(data, data["budget"]["decision"]["ask_tier"])


def tier_of(data: Record, identity: str) -> Record:
    """A tier by its id."""
    found: Record = next(each for each in data["budget"]["tiers"] if each["id"] == identity)
    return found


def tiers(data: Record) -> Iterator[tuple[int, Record]]:
    """The tiers with their places, cheapest first as they are written."""
    return enumerate(data["budget"]["tiers"])


def tier_steps(data: Record, identity: str, *rest: str) -> Steps:
    """The way to a tier."""
    return ("budget", "tiers", next(n for n, each in tiers(data) if each["id"] == identity), *rest)


def place_of_ask(data: Record) -> int:
    """Which tier is asked for."""
    return next(n for n, each in tiers(data) if each["id"] == data["budget"]["decision"]["ask_tier"])


def other_tier(data: Record) -> int | None:
    """A tier nothing else is measured by: neither the ask nor the one that cuts lead to."""
    here = [n for n, each in tiers(data) if each["id"] != data["budget"]["decision"]["ask_tier"]]
    free = [n for n in here if data["budget"]["tiers"][n]["id"] != "base"]
    return free[-1] if free else None


def unit(data: Record) -> int | Decimal:
    """Money that is little to this company, and no less than a rule can see."""
    total = ask(data)["total"]
    return int(max(1, total // 50))


def line_of(data: Record, identity: str) -> tuple[int, Record]:
    """A budget line with its place."""
    return next((n, each) for n, each in enumerate(data["budget"]["lines"]) if each["id"] == identity)


def free_of(line: Record, tier: str) -> int | Decimal:
    """What of a line is not committed."""
    found: int | Decimal = line[tier] - line.get("committed", 0)
    return found


def issue(data: Record, kind: str = "", *, decided: bool = False) -> tuple[int, Record] | None:
    """The first issue of a type, or that waits for a decision."""
    return next(
        (
            (n, each)
            for n, each in enumerate(data["issues"])
            if kind in ("", each["type"]) and (not decided or each["severity"] != "inform")
        ),
        None,
    )


def spared(data: Record) -> list[tuple[int, Record]]:
    """Lines that are neither of people nor cut nor phased, so that a change touches nothing else."""
    budget = data["budget"]
    touched = {each["line"] for name in ("cuts", "phasing") for each in budget.get(name, ())} | {"people"}
    return [(n, each) for n, each in enumerate(budget["lines"]) if each["id"] not in touched]
