"""Values for fields nobody filled in, by what may stand there."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from alignkit.context.references import Ids, ids_of
from alignkit.context.shape import Shape, fields_of, required_of
from alignkit.context.whole import Context
from alignkit.source import Data
from alignkit.values import Unit

from .data import Record

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.context.fields import Block

UNTOUCHED = frozenset({"schema", "people", "custom"})
"""Blocks that are as a user writes them or not at all."""
MANY = 12
"""Entries of a long list."""
_DEEPEST = 4
_AMOUNTS: dict[Unit, int | Decimal] = {
    Unit.MONEY: 12000, Unit.COUNT: 3, Unit.MONTHS: 12, Unit.DAYS: 14, Unit.TIMES: 3,
    Unit.SHARE: Decimal("0.2"), Unit.RATIO: Decimal("0.5"), Unit.POINTS: Decimal("0.05"),
}  # fmt: skip
_DAY = date(2026, 11, 24)


def fill_in(data: Record) -> None:
    """Give every optional field of the context that has no value one that may stand there."""
    for name, shape in fields_of(Context).items():
        if name in UNTOUCHED:
            continue
        if name not in data and shape.is_list:
            data[name] = _specimen(name, shape, ids_of(data), 0)
        elif name in data:
            _complete(data[name], shape, ids_of(data), 1)
    _decide(data)


def _decide(data: Record) -> None:
    """Let one decision be that of the budget: taken, with an outcome."""
    budget, decisions = data.get("budget"), data.get("decisions")
    asked = budget.get("decision") if isinstance(budget, dict) else None
    if (
        isinstance(asked, dict)
        and isinstance(decisions, list)
        and decisions
        and isinstance(decisions[0], dict)
    ):
        decisions[0]["id"] = asked.get("id")


def _complete(value: Data, shape: Shape, ids: Ids, depth: int) -> None:
    """Add what is missing to a block, to those in it and to those of a list."""
    if isinstance(value, list) and shape.item:
        for item in value:
            _complete(item, shape.item, ids, depth)
    elif isinstance(value, dict) and shape.block:
        for key, inner in fields_of(shape.block).items():
            if value.get(key) is not None:
                _complete(value[key], inner, ids, depth + 1)
            elif (specimen := _specimen(key, inner, ids, depth)) is not None:
                value[key] = specimen


def _specimen(key: str, shape: Shape, ids: Ids, depth: int) -> Data:
    """Something that may stand under `key`; None when nothing can be made up."""
    if shape.ref:
        return next(iter(ids.get(shape.ref, ())), None)
    if shape.choices:
        return shape.choices[-1]
    if shape.is_list and shape.item:
        return _several(key, shape.item, ids, depth)
    if shape.block:
        return _block(shape.block, key, ids, depth) if depth < _DEEPEST else None
    if shape.unit:
        return _AMOUNTS[shape.unit]
    plain: Mapping[str, Data] = {
        "text": f"Example of {key.replace('_', ' ')}", "a whole number": 3, "a number": 10, "a date": _DAY,
        "true or false": True,
    }  # fmt: skip
    return plain.get(shape.expected)


def _several(key: str, item: Shape, ids: Ids, depth: int) -> Data:
    if item.block is None:
        one = _specimen(key, item, ids, depth)
        return None if one is None else [one] if item.ref else [f"{one} {number}" for number in (1, 2)]
    if depth >= _DEEPEST:
        return None
    return [_block(item.block, f"{key}{number}", ids, depth) for number in (1, 2)]


def _block(block: type[Block], name: str, ids: Ids, depth: int) -> Record:
    """A block with all its fields; those of the deepest only with what they must have."""
    keys = fields_of(block) if depth < _DEEPEST - 1 else required_of(block)
    made = {key: _specimen(key, fields_of(block)[key], ids, depth + 1) for key in keys}
    if "id" in made and not fields_of(block)["id"].choices:
        made["id"] = name.replace("_", "")[:30]
    return {key: value for key, value in made.items() if value is not None}


def own_values(schema: Mapping[str, Any], *, full: bool, count: int = 2) -> Data:
    """A value that fits a JSON Schema.

    Args:
        schema: of a template's own fields, or of a part of them.
        full: whether optional properties are there too.
        count: entries of each list.

    """
    for key in ("const", "default"):
        if key in schema:
            return cast("Data", schema[key])
    if options := schema.get("examples") or schema.get("enum"):
        return cast("Data", options[0])
    match schema.get("type"):
        case "object":
            wanted = schema.get("properties", {}) if full else schema.get("required", ())
            properties = schema.get("properties", {})
            return {key: own_values(properties.get(key, {}), full=full, count=count) for key in wanted}
        case "array":
            number = max(count, schema.get("minItems", 0))
            return [own_values(schema.get("items", {}), full=full, count=count) for _ in range(number)]
        case "integer" | "number":
            return _number(schema)
        case "boolean":
            return True
    if schema.get("format") == "date":
        return _DAY
    return ("Example text " * 20)[: schema.get("maxLength", 12)].strip() or "x"


def _number(schema: Mapping[str, Any]) -> Data:
    least: int | Decimal = schema.get("minimum", schema.get("exclusiveMinimum", -1) + 1)
    most: int | Decimal = schema.get("maximum", schema.get("exclusiveMaximum", 10_001) - 1)
    return min(max(Decimal("0.5") if schema.get("x-unit") == "share" else 12, least), most)
