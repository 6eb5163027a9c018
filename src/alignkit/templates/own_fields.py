"""The values of `custom.<kind>`: checked against the kind's schema, and as its templates see them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple, cast

from alignkit.values import Figure, Unit

from .kind import MANIFEST
from .wording import found

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from alignkit.context.whole import Context
    from alignkit.diagnostics import Report
    from alignkit.source import Step

    from .kind import Kind

_TYPES = {
    "string": "a text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "array": "a list",
    "object": "keys with values",
}
"""What the types of JSON Schema are called."""


class FieldFault(NamedTuple):
    """A value under `custom.<kind>` that does not fit."""

    steps: tuple[Step, ...]
    """Where it stands, from the root of the context."""
    path: str
    """The same, as a message spells it."""
    message: str
    """What was expected and what was found."""


def check_fields(kind: Kind, context: Context, report: Report) -> None:
    """Check `custom.<kind>` against the kind's own fields.

    Reports: CUS-001 for each value that does not fit.
    """
    for fault in field_faults(kind, {"custom": context.custom}):
        hint = f"see `fields` in {kind.folder}/{MANIFEST}"
        report.broken("CUS-001", fault.message, context.place(fault.path), hint=hint)


def field_faults(kind: Kind, data: Mapping[str, Any]) -> Iterator[FieldFault]:
    """What does not fit under `custom.<kind>` of plain data, in the order of the schema."""
    if not kind.fields:
        return
    from jsonschema import Draft202012Validator

    custom = data.get("custom")
    values = plain(custom.get(kind.name, {}) if isinstance(custom, dict) else {})
    validator = Draft202012Validator(
        cast("Any", kind.fields), format_checker=Draft202012Validator.FORMAT_CHECKER
    )
    for error in validator.iter_errors(values):
        steps = tuple(error.absolute_path)
        path = f"custom.{kind.name}" + "".join(
            f"[{step}]" if isinstance(step, int) else f".{step}" for step in steps
        )
        yield FieldFault(("custom", kind.name, *steps), path, _field_message(error, path))


def own_fields(kind: Kind, context: Context) -> dict[str, Any]:
    """The values of `custom.<kind>` as a template sees them: numbers are figures in the schema's units."""
    values = context.custom.get(kind.name, {})
    return cast("dict[str, Any]", _own(values, kind.fields, f"custom.{kind.name}", context))


def _field_message(error: Any, path: str) -> str:
    match error.validator:
        case "required":
            missing = sorted(set(error.validator_value) - set(error.instance))
            return f"expected `{'`, `'.join(missing)}` under `{path}`, found nothing"
        case "type":
            wanted = _TYPES.get(str(error.validator_value), str(error.validator_value))
            return f"expected `{path}` to be {wanted}, found {found(error.instance)}"
        case "enum":
            allowed = ", ".join(f"`{each}`" for each in error.validator_value)
            return f"expected `{path}` to be one of {allowed}, found {found(error.instance)}"
        case "additionalProperties":
            unknown = sorted(set(error.instance) - set(error.schema.get("properties", {})))
            return f"unknown key `{'`, `'.join(unknown)}` under `{path}`"
        case "format":
            example = " such as 2026-11-27" if error.validator_value == "date" else ""
            return (
                f"expected `{path}` to be a {error.validator_value}{example}, found {found(error.instance)}"
            )
    return f"`{path}` does not fit `{error.validator}: {error.validator_value}`"


def _own(value: Any, schema: Mapping[str, Any], path: str, context: Context) -> Any:
    if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
        unit = Unit(schema.get("x-unit", "count"))
        currency = context.company.currency if unit is Unit.MONEY else ""
        label, noun = str(schema.get("title", path)), str(schema.get("x-noun", ""))
        return Figure(path, Decimal(value), unit, label, currency, noun, place=context.place(path))
    if isinstance(value, (list, tuple)):
        items = schema.get("items", {})
        return [_own(each, items, f"{path}[{index}]", context) for index, each in enumerate(value)]
    if isinstance(value, dict):
        properties = schema.get("properties", {})
        return dict.fromkeys(properties) | {
            key: _own(each, properties.get(key, {}), f"{path}.{key}", context) for key, each in value.items()
        }
    return value


def plain(value: Any) -> Any:
    """Data as JSON Schema knows it: days as text."""
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [plain(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
