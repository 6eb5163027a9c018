"""Questions about a kind's own fields, which its manifest describes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from alignkit.context.shape import Shape
from alignkit.templates import field_faults
from alignkit.values import Unit

from .order import holds
from .question_words import Words
from .questions import Own, Question

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from alignkit.source import Data, Source, Step
    from alignkit.templates import Kind, Need

_TYPES = {
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
}
"""The types of JSON Schema that one answer can fill."""


def own_questions(kind: Kind, source: Source) -> Iterator[Question]:
    """What is missing or wrong under `custom.<kind>`, as far as one answer can put it right."""
    if not kind.fields:
        return
    steps: tuple[Step, ...] = ("custom", kind.name)
    for fault in field_faults(kind, source.data):
        own = _own(_part(kind.fields, fault.steps[2:]), fault.steps)
        if own and holds(source.data, fault.steps):
            yield Question("value", fault.steps, "", needed=True, fault=fault.message, stage=0, own=own)
    yield from _missing(kind, kind.fields, steps, source.data, needed=True)


def _missing(
    kind: Kind, schema: Mapping[str, Any], steps: tuple[Step, ...], data: Data, *, needed: bool
) -> Iterator[Question]:
    """The fields below `steps` that say nothing yet; those within an optional block only once it is begun."""
    required = schema.get("required", ())
    for name, part in schema.get("properties", {}).items():
        below = (*steps, str(name))
        is_needed = (needed and name in required) or _is_named(kind.needs, below)
        if isinstance(part, dict) and part.get("properties"):
            begun = holds(data, below)
            if begun or is_needed:
                yield from _missing(kind, part, below, data, needed=is_needed or (begun and needed))
        elif not holds(data, below) and (own := _own(part, below)):
            why = _reason(kind, below, is_needed=is_needed)
            yield Question("value", below, why, is_needed, stage=1 if is_needed else 2, own=own)


def _is_named(wishes: Iterable[Need], steps: Sequence[Step]) -> bool:
    return any(need.path == ".".join(map(str, steps)) for need in wishes)


def _reason(kind: Kind, steps: Sequence[Step], *, is_needed: bool) -> str:
    given = next((need.why for need in (*kind.needs, *kind.wants) if _is_named((need,), steps)), "")
    return given or (f"`{kind.name}` cannot be made without it" if is_needed else "")


def _part(schema: Any, steps: Sequence[Step]) -> Any:
    """What the schema says of the value at the end of `steps`."""
    for step in steps:
        below = schema.get("items" if isinstance(step, int) else "properties", {})
        schema = below if isinstance(step, int) else below.get(step, {})
        if not isinstance(schema, dict):
            return {}
    return schema


def _own(part: Any, steps: Sequence[Step]) -> Own | None:
    """How a field is asked for; None for one that takes more than one answer."""
    shape = _shape(part) if isinstance(part, dict) else None
    if shape is None:
        return None
    name = next(step for step in reversed(steps) if isinstance(step, str)).replace("_", " ").capitalize()
    title, meaning = (str(part.get(key, "")).strip().rstrip(".") for key in ("title", "description"))
    example = next((str(each) for each in part.get("examples", ()) if isinstance(each, str | int)), "")
    return Own(shape, Words(title or meaning or name, example, meaning if title else ""))


def _shape(part: Mapping[str, Any]) -> Shape | None:
    kinds = part.get("type")
    kind = next((each for each in kinds if each != "null"), None) if isinstance(kinds, list) else kinds
    if kind not in _TYPES:
        return None
    choices = part.get("enum", ())
    if kind == "string":
        named = tuple(each for each in choices if isinstance(each, str))
        return Shape("a date" if part.get("format") == "date" else "text", choices=named)
    unit = part.get("x-unit")
    return Shape(_TYPES[kind], unit=Unit(unit) if unit in tuple(Unit) else None)
