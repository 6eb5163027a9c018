"""Contexts that differ from the worked example in one thing each."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, NamedTuple

from alignkit.context.shape import Shape, extra_of, fields_of, required_of, visits
from alignkit.context.whole import Context

from .data import Record, copied, copy_of, put
from .repair import repaired
from .specimens import MANY, UNTOUCHED, fill_in, own_values

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from alignkit.context.fields import Block
    from alignkit.source import Data
    from alignkit.templates import Kind

MIXED_RUNS = 24
"""Contexts in which every field, choice and number is another by chance, the same chance in every run."""
_FACTORS = (Decimal(0), Decimal("0.25"), Decimal(1), Decimal(1), Decimal(2), Decimal(6))
_SHARES = (Decimal(0), Decimal("0.5"), Decimal(1), Decimal(1))
_ALWAYS = frozenset(("schema", "meta", "company", "stakeholders", "sources", "periods"))
_BEHIND_FIGURES = frozenset(("finance", "budget", "initiatives", "risks", "kpis", "objectives", "issues"))


@dataclass(frozen=True, slots=True)
class Variant:
    """A generated context."""

    name: str
    """What is special about it."""
    data: Record
    """Its data, not yet repaired."""


class _Field(NamedTuple):
    """A field of the context by its type, not its place: `budget`, `lines`, `why`."""

    keys: tuple[str, ...]
    shape: Shape
    required: bool

    @property
    def name(self) -> str:
        return ".".join(key for key in self.keys if key != "*")


def variants(kind: Kind, example: Record) -> Iterator[Variant]:
    """The worked example, everything filled, only what is needed, then one change at a time, then many."""
    words = _words(kind)
    needed = [need.path.replace("[]", "").split(".") for need in kind.needs]
    base = _of_interest(kind, example, words, needed)
    full = copied(base)
    fill_in(full)
    repaired(full)
    yield Variant("the worked example", copied(base))
    yield Variant("every field filled", copied(full))
    yield Variant("only what is needed", _least(kind, base, needed))
    fields = [
        each for each in _fields() if each.keys[0] in {*words, *_ALWAYS, kind.each} and each.keys[-1] in words
    ]
    for each in fields:
        if each.shape.is_list or each.shape.block or each.shape.item:
            yield from _changes(each, full, required=each.required or list(each.keys) in needed)
    for run in range(MIXED_RUNS):
        yield Variant(
            f"mixed, {run + 1}", _mixed(copied(base if run % 4 == 0 else full), fields, needed, run)
        )
    for count in (0, 1, MANY) if kind.fields else ():
        own = {kind.name: own_values(kind.fields, full=count > 0, count=count)}
        yield Variant(f"own lists of {count}", {**copied(full), "custom": own})


def _words(kind: Kind) -> set[str]:
    """Every word of a kind's templates, names of fields among them."""
    bodies = (text for name, text in kind.files.items() if name.endswith(".j2"))
    return set(re.findall(r"\w+", " ".join(bodies)))


def _of_interest(kind: Kind, example: Record, words: set[str], needed: list[list[str]]) -> Record:
    """The blocks of the example that a kind can show, with values of its own fields."""
    kept = {*words, *_ALWAYS, kind.each, *(keys[0] for keys in needed)}
    kept |= _BEHIND_FIGURES if words & {"figures", "derived"} else set()
    while (
        more := {ref for each in _fields() if each.keys[0] in kept and (ref := _must_refer_to(each))} - kept
    ):
        kept |= more
    data = {key: copy_of(value) for key, value in example.items() if key in kept}
    if kind.fields:
        data["custom"] = {kind.name: own_values(kind.fields, full=True)}
    repaired(data)
    return data


def _must_refer_to(field: _Field) -> str:
    """The block a field must name a record of; empty when it need not."""
    return field.shape.ref.partition(".")[0] if field.required else ""


def _changes(field: _Field, full: Record, *, required: bool) -> Iterator[Variant]:
    """The full context without a block or list, with a list of one and of many."""
    if not required:
        yield Variant(f"no `{field.name}`", _changed(full, field.keys, lambda _: None))
    if field.shape.is_list:
        yield Variant(f"one of `{field.name}`", _changed(full, field.keys, _one))
        yield Variant(f"many of `{field.name}`", _changed(full, field.keys, _many))


def _mixed(data: Record, fields: list[_Field], needed: list[list[str]], run: int) -> Record:
    """The context with fields left out, choices made and numbers changed by chance."""
    for each in fields:
        if each.shape.choices:
            _change(data, each.keys, lambda _, of=each: _drawn(of.shape.choices, run, of.name))
        elif each.shape.expected == "true or false":
            _change(data, each.keys, lambda _, of=each: _drawn((True, False), run, of.name))
        if not each.required and list(each.keys) not in needed and _drawn((0, 0, 1), run, each.name, "gone"):
            _change(data, each.keys, lambda _: None)
    return _renumbered(data, run)


def _drawn(options: Sequence[Any], *seeds: object) -> Any:
    """One of the options by chance, but the same one each time for the same seeds."""
    return options[zlib.crc32(":".join(map(str, seeds)).encode()) % len(options)]


def _one(value: Data) -> Data:
    return value[:1] if isinstance(value, list) else value


def _fields() -> Iterator[_Field]:
    """Every field of the context."""
    for key, shape in fields_of(Context).items():
        if key not in UNTOUCHED:
            yield from _below((key,), shape, required=key in required_of(Context))


def _below(keys: tuple[str, ...], shape: Shape, *, required: bool) -> Iterator[_Field]:
    """A field and those inside it; `*` stands for keys of the user's own."""
    yield _Field(keys, shape, required)
    if shape.item and not shape.is_list and shape.item.block:
        yield from _inside((*keys, "*"), shape.item.block)
    elif block := shape.block or (shape.item.block if shape.item else None):
        yield from _inside(keys, block)


def _inside(keys: tuple[str, ...], block: type[Block]) -> Iterator[_Field]:
    for key, shape in fields_of(block).items():
        yield from _below((*keys, key), shape, required=key in required_of(block))
    if (extra := extra_of(block)) and extra.block:
        yield from _inside((*keys, "*"), extra.block)


def _changed(data: Record, keys: tuple[str, ...], change: Callable[..., Data]) -> Record:
    """The data with a field changed wherever it stands; a field that becomes None is taken out."""
    changed = copied(data)
    _change(changed, keys, change)
    return changed


def _change(owner: Data, keys: tuple[str, ...], change: Callable[..., Data]) -> None:
    if isinstance(owner, list):
        for item in owner:
            _change(item, keys, change)
    elif isinstance(owner, dict) and keys[0] == "*":
        for item in owner.values():
            _change(item, keys[1:], change)
    elif isinstance(owner, dict) and len(keys) > 1:
        _change(owner.get(keys[0]), keys[1:], change)
    elif isinstance(owner, dict) and keys[0] in owner:
        owner[keys[0]] = change(owner[keys[0]])
        if owner[keys[0]] is None:
            del owner[keys[0]]


def _many(value: Data) -> Data:
    """A list with more entries, each record with an id of its own."""
    if not isinstance(value, list) or not value:
        return value
    more = [copy_of(value[-1]) for _ in range(MANY - len(value))]
    for number, item in enumerate(more):
        if isinstance(item, dict) and isinstance(item.get("id"), str):
            item["id"] = f"{str(item['id'])[:24]}-{number + 1}"
    return [*value, *more]


def _least(kind: Kind, base: Record, needed: list[list[str]]) -> Record:
    """The blocks a kind needs and those that others refer to, with no field that can be left out."""
    kept = {*_ALWAYS, kind.each, *(keys[0] for keys in needed)}
    data = {key: copy_of(value) for key, value in base.items() if key in kept}
    for field in _fields():
        on_the_way = any(keys[: len(field.keys)] == list(field.keys) for keys in needed)
        if len(field.keys) > 1 and not field.required and not on_the_way:
            _change(data, field.keys, lambda _: None)
    return {**data, "custom": {kind.name: own_values(kind.fields, full=False)}} if kind.fields else data


def _renumbered(data: Record, run: int) -> Record:
    """The same context with other numbers, the same ones in every run of the program."""
    for visit in list(visits(data, Context)):
        value = visit.value
        is_number = visit.shape.unit is not None or visit.shape.expected == "a number"
        if is_number and isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            factor: Decimal = _drawn(_FACTORS if value > 1 else _SHARES, run, visit.steps)
            put(data, visit.steps, int(value * factor) if isinstance(value, int) else value * factor)
    return data
