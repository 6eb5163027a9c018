"""A context file as plain data with exact numbers, and what each number in it counts."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_SEGMENT = re.compile(r"[^.\[\]]+")
_KPI_UNITS = {"money": "money", "ratio": "share"}
_DRIVER_UNITS = {"opportunities": "count", "win_rate": "share", "acv": "money"}
_SHARES = {
    "actual",
    "gross_margin",
    "in_year_factor",
    "p_after",
    "planned",
    "probability",
    "revenue_churn",
    "variance_pct",
    "win_rate",
}
_COUNTS = {
    "actual_customers",
    "customers",
    "customers_at_risk",
    "ltv_lifetime_cap_years",
    "mkt_customers",
    "new_customers",
    "opportunities",
    "planned_customers",
    "sellers",
}
_KPI_NUMBERS = {"actual", "baseline", "forecast", "next_target", "target", "target_to_date"}


class Given(NamedTuple):
    """A number of the context."""

    value: Fraction
    unit: str


_QUESTION = "\ue03f"
"""Stands for a question mark while YAML is read: PyYAML ends a text in braces there, YAML 1.2 does not."""


class _ExactLoader(yaml.SafeLoader):
    """Numbers with a point stay decimal: 0.78 is 78 hundredths and nothing else."""

    def construct_scalar(self, node: yaml.ScalarNode | yaml.MappingNode) -> str:
        return str(super().construct_scalar(node)).replace(_QUESTION, "?")


def _decimal(_: yaml.SafeLoader, node: yaml.ScalarNode) -> Decimal:
    return Decimal(node.value.replace("_", ""))


_ExactLoader.add_constructor("tag:yaml.org,2002:float", _decimal)


def parse(text: str) -> dict[str, Any]:
    """A context as dictionaries and lists; numbers are `int` or `Decimal`."""
    data = yaml.load(text.replace("?", _QUESTION), _ExactLoader)  # noqa: S506 - a safe loader with exact numbers
    assert isinstance(data, dict)
    return data


def exact(value: object) -> Fraction | None:
    """The number without loss, or None where there is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Fraction(value)


def find(context: object, key: str) -> object:
    """What stands under a key such as `budget.cuts[0].amount` or `budget.lines.people.ask`; None if nothing."""
    found: Any = context
    for part in _SEGMENT.findall(key):
        if isinstance(found, dict):
            found = found.get(part)
        elif isinstance(found, list):
            found = _item(found, part)
        else:
            return None
    return found


def _item(items: list[Any], part: str) -> object:
    for item in items:
        if isinstance(item, dict) and str(item.get("id")) == part:
            return item
    return items[int(part)] if part.isdecimal() and int(part) < len(items) else None


def given(context: dict[str, Any], key: str) -> Given | None:
    """The number under a key of the context with its unit, or None."""
    if match := re.fullmatch(r"budget\.gates\.(\w+)\.test", key):
        return gate_test(context, match[1])
    value = exact(find(context, key))
    return None if value is None else Given(value, unit_of(context, key))


def gate_test(context: dict[str, Any], gate: str) -> Given | None:
    """The number in the test of a gate, which counts what the KPI it names counts."""
    text = str(find(context, f"budget.gates.{gate}.test"))
    match = re.match(r"(\w+) at or (?:above|below) ([\d.]+)", text)
    if not match or find(context, f"kpis.{match[1]}") is None:
        return None
    return Given(Fraction(match[2]), _kpi_unit(context, match[1]))


def unit_of(context: dict[str, Any], key: str) -> str:
    """What the number under a key of the context counts; money unless its name says otherwise."""
    parts = _SEGMENT.findall(key)
    name, block = parts[-1], parts[0]
    if block == "kpis" and name in _KPI_NUMBERS:
        return _kpi_unit(context, parts[1])
    if key.startswith("kickoff.success"):
        return _kpi_unit(context, str(find(context, f"{key.rpartition('.')[0]}.kpi")))
    if key.startswith("budget.drivers."):
        return _DRIVER_UNITS[parts[2]]
    if block == "benchmarks":
        return _benchmark_unit(parts[1])
    if name in _SHARES and not (block == "initiatives" and name in ("planned", "actual")):
        return "share"
    if name in _COUNTS or key.startswith("agency.record"):
        return "count"
    return {"ltv_cac_floor": "times", "payback_ceiling_months": "months"}.get(name) or (
        "days" if "days" in name or name == "notice" else "money"
    )


def _kpi_unit(context: dict[str, Any], kpi: str) -> str:
    unit = str(find(context, f"kpis.{kpi}.unit"))
    return _KPI_UNITS.get(unit, unit)


def _benchmark_unit(name: str) -> str:
    words = set(name.split("_"))
    if words & {"pct", "percent", "share", "rate", "margin", "churn", "nrr", "grr"}:
        return "share"
    return "months" if "months" in words else "days" if "days" in words else "ratio"


def texts(value: object) -> Iterator[str]:
    """Every text of the context: values, and the names of blocks such as `FY2027`."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, item in value.items():
            yield str(name)
            yield from texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from texts(item)


def days(value: object) -> Iterator[date]:
    """Every day of the context."""
    if isinstance(value, date):
        yield value
    elif isinstance(value, dict):
        for item in value.values():
            yield from days(item)
    elif isinstance(value, list):
        for item in value:
            yield from days(item)


def numbers(value: object, path: str = "") -> Iterator[str]:
    """The keys of all numbers of the context: records by their id, else by their position."""
    if isinstance(value, dict):
        for name, item in value.items():
            yield from numbers(item, f"{path}.{name}" if path else str(name))
    elif isinstance(value, list):
        for index, item in enumerate(value):
            name = item.get("id") if isinstance(item, dict) else None
            yield from numbers(item, f"{path}.{name}" if name else f"{path}[{index}]")
    elif exact(value) is not None:
        yield path
