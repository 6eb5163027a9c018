"""What may stand where: the blocks' annotations as a tree that data can be walked along.

Validation stops at the first thing wrong with a value; references, ratios and ids are checked on the data
itself, so that one mistake hides no other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin, get_type_hints

from alignkit.source import Data, Step
from alignkit.values import Unit

from .fields import Block, Ref

_SIMPLE: dict[object, str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    Decimal: "a number",
    date: "a date",
}


@dataclass(frozen=True, slots=True)
class Shape:
    """What one value may be."""

    expected: str
    """In words, as a message says it."""
    block: type[Block] | None = None
    """The block whose keys it has."""
    item: Shape | None = None
    """What the elements of a list, or the values under keys of the user's own, may be."""
    is_list: bool = False
    """Whether it is a list."""
    ref: str = ""
    """The collection whose ids it may be."""
    unit: Unit | None = None
    """What it counts."""
    choices: tuple[str, ...] = ()
    """The only texts it may be."""


class Visit(NamedTuple):
    """A value of the data with what may stand there."""

    steps: tuple[Step, ...]
    value: Data
    shape: Shape
    owner: Mapping[str, Data]
    """The block it belongs to."""
    block: type[Block] | None
    """The type of that block."""


ANYTHING = Shape("a value")
"""Where nothing is known."""


def shape_of(annotation: Any, metadata: Sequence[object] = ()) -> Shape:
    """The shape an annotation describes."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return shape_of(arguments[0], (*arguments[1:], *metadata))
    if origin in {Union, UnionType}:
        return shape_of(next(part for part in arguments if part is not NoneType), metadata)
    if origin is tuple:
        return Shape("a list", item=shape_of(arguments[0]), is_list=True)
    if origin is dict:
        return Shape("keys with values", item=shape_of(arguments[1]))
    if origin is Literal:
        return Shape("text", choices=tuple(str(choice) for choice in arguments))
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return Shape("keys with values", block=annotation)
    ref = next((mark.collection for mark in metadata if isinstance(mark, Ref)), "")
    unit = next((mark for mark in metadata if isinstance(mark, Unit)), None)
    return Shape(_SIMPLE.get(annotation, "a value"), ref=ref, unit=unit)


@cache
def fields_of(block: type[Block]) -> dict[str, Shape]:
    """The shapes of a block's keys, as a user writes them."""
    return {
        field.alias or name: shape_of(field.annotation, field.metadata)
        for name, field in block.model_fields.items()
    }


@cache
def extra_of(block: type[Block]) -> Shape | None:
    """The shape of values under keys of the user's own; None when a block has no such keys."""
    if block.model_config.get("extra") != "allow":
        return None
    return shape_of(get_type_hints(block, include_extras=True)["__pydantic_extra__"]).item


@cache
def meanings_of(block: type[Block]) -> dict[str, str]:
    """What each key is for, as its block documents it."""
    return {field.alias or name: field.description or "" for name, field in block.model_fields.items()}


@cache
def required_of(block: type[Block]) -> tuple[str, ...]:
    """The keys a block cannot be without, as a user writes them."""
    return tuple(field.alias or name for name, field in block.model_fields.items() if field.is_required())


def below(shape: Shape, step: Step) -> Shape:
    """The shape one step below."""
    if shape.block is None:
        return shape.item or ANYTHING
    return fields_of(shape.block).get(str(step)) or extra_of(shape.block) or ANYTHING


def shape_at(block: type[Block], steps: Sequence[Step]) -> Shape:
    """The shape where `steps` lead from the root of `block`."""
    shape = Shape("keys with values", block=block)
    for step in steps:
        shape = below(shape, step)
    return shape


def visits(data: Data, block: type[Block]) -> Iterator[Visit]:
    """Every value of `data` in order, whatever is wrong with its neighbours."""
    yield from _visits(Visit((), data, Shape("keys with values", block=block), {}, None))


def _visits(at: Visit) -> Iterator[Visit]:
    yield at
    if isinstance(at.value, dict) and not at.shape.is_list:
        owner, block = (at.value, at.shape.block) if at.shape.block else (at.owner, at.block)
        for key, value in at.value.items():
            yield from _visits(Visit((*at.steps, key), value, below(at.shape, key), owner, block))
    elif isinstance(at.value, list) and at.shape.is_list:
        for index, value in enumerate(at.value):
            yield from _visits(
                Visit((*at.steps, index), value, at.shape.item or ANYTHING, at.owner, at.block)
            )
