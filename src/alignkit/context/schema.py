"""The file format as JSON Schema, so that an editor can complete keys and mark mistakes."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from pydantic.json_schema import GenerateJsonSchema

from .whole import Context

if TYPE_CHECKING:
    from pydantic_core import core_schema

DIALECT = "https://json-schema.org/draft/2020-12/schema"
IDENTITY = "urn:alignkit:context:1"
"""Names the schema; nothing is fetched from it."""
_BOUNDS = {"ge": "minimum", "le": "maximum", "gt": "exclusiveMinimum", "lt": "exclusiveMaximum"}
_NULL = {"type": "null"}
_AMOUNT = {
    "title": "Amount in another currency",
    "type": "object",
    "properties": {
        "amount": {"title": "amount", "description": "How much, in that currency.", "type": "number"},
        "currency": {
            "title": "currency",
            "description": "ISO 4217 code; its rate stands in `company.fx`.",
            "type": "string",
            "pattern": "^[A-Z]{3}$",
        },
    },
    "required": ["amount", "currency"],
    "additionalProperties": False,
}
_MONEY = [{"type": "number"}, {"$ref": "#/$defs/Amount"}]
"""What an amount of money may be."""

Schema = dict[str, Any]


class _Generator(GenerateJsonSchema):
    """Numbers are numbers: the text form of a decimal is for programs, not for people."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> Schema:
        return {"type": "number"}


def json_schema() -> Schema:
    """The schema of a context file, draft 2020-12."""
    raw = Context.model_json_schema(by_alias=True, schema_generator=_Generator, mode="validation")
    blocks = {name: _block(name, block) for name, block in sorted(raw.pop("$defs").items())}
    blocks = dict(sorted({**blocks, "Amount": _AMOUNT}.items()))
    root = _block("Context", raw)
    root["title"] = "alignkit context"
    return {"$schema": DIALECT, "$id": IDENTITY, **root, "$defs": blocks}


def modeline(schema_location: str) -> str:
    """The first line of a context file that tells an editor where its schema is."""
    return f"# yaml-language-server: $schema={schema_location}"


def _block(name: str, block: Schema) -> Schema:
    """A block with a title of words and with keys an editor can show."""
    shown = {**block, "title": re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()}
    keys = block.get("properties", {})
    shown["properties"] = {key: _value(key, value) for key, value in keys.items()}
    if isinstance(shown.get("additionalProperties"), dict):
        shown["additionalProperties"] = _simple(shown["additionalProperties"])
    return shown


def _value(key: str, value: Schema) -> Schema:
    return {
        "title": key.replace("_", " "),
        **{name: part for name, part in _simple(value).items() if name != "title"},
    }


def _simple(schema: Any) -> Any:
    """The same schema in the fewest words: bounds by their names, no empty defaults, no needless unions."""
    if isinstance(schema, list):
        return [_simple(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    plain: Schema = {_BOUNDS.get(str(name), str(name)): _simple(part) for name, part in schema.items()}
    if plain.get("type") in ("number", "money") and isinstance(plain.get("default"), str):
        plain["default"] = float(plain["default"])
    if plain.get("type") == "money":
        del plain["type"]
        plain["anyOf"] = _MONEY
    if "default" in plain and plain["default"] in (None, "", [], {}):
        del plain["default"]
    return _nullable(plain)


def _nullable(schema: Schema) -> Schema:
    """`[X, null]` as one type where X is one."""
    union = schema.get("anyOf", [])
    if len(union) != 2 or _NULL not in union:
        return schema
    rest = {name: part for name, part in schema.items() if name != "anyOf"}
    one = next(part for part in union if part != _NULL)
    if "$ref" in one:
        return {**rest, "anyOf": [one, _NULL]}
    if "anyOf" in one:
        return {**rest, "anyOf": [*one["anyOf"], _NULL]}
    if "enum" in one:
        one = {**one, "enum": [*one["enum"], None]}
    return {**rest, **one, "type": [one["type"], "null"]}
