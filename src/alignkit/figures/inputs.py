"""The numbers a user typed, each as a figure under its path in the context."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

from alignkit.context.budget import BudgetLine, Driver
from alignkit.context.company import Benchmark
from alignkit.context.fields import Block
from alignkit.context.kickoff import Success
from alignkit.context.objectives import Kpi
from alignkit.values import NA, Figure, NACode, Unit

from .book import in_a_sentence
from .conversions import converted
from .labels import NOUNS, label_of
from .owners import owner_of
from .provenance import Origins, Provenance
from .standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from alignkit.diagnostics import Place

    from .book import Book

_SKIPPED = frozenset({"people", "custom"})
"""Reviews are confidential and nobody's figures; custom values have no known unit."""

_LARGEST_EXPONENT = 15
_UNIT_OF_KPI = {
    "money": Unit.MONEY,
    "ratio": Unit.SHARE,
    "months": Unit.MONTHS,
    "days": Unit.DAYS,
    "count": Unit.COUNT,
    "times": Unit.TIMES,
}
_UNIT_OF_DRIVER = {"opportunities": Unit.COUNT, "win_rate": Unit.SHARE, "acv": Unit.MONEY}


@dataclass(frozen=True, slots=True)
class _Number:
    """A field that holds a number."""

    name: str
    """The field."""
    unit: Unit | None
    """What it counts; None where that depends on the block."""
    label: str
    """What people call it."""
    words: str
    """What formulas call it."""
    noun: str
    """What a count counts."""


@dataclass(frozen=True, slots=True)
class _Shape:
    """What to look for in blocks of one class."""

    numbers: tuple[_Number, ...]
    """Fields that hold a number."""
    blocks: tuple[str, ...]
    """Fields that hold other blocks."""
    extra: Unit | None
    """Unit of numbers under names of the user's own."""
    extra_blocks: bool
    """Whether blocks stand under names of the user's own."""


def enter_inputs(book: Book) -> None:
    """Enter every number of the context with a unit; an optional one left out is not available."""
    origins, root = Origins(book.context), Standing("", book.context.origin, "")
    for name, value in vars(book.context).items():
        if name not in _SKIPPED:
            for at, block in _blocks_in(root.below(name), value):
                _enter_block(book, origins, at, block, Provenance())


def _enter_block(book: Book, origins: Origins, at: Standing, block: Block, around: Provenance) -> None:
    shape, path = _shape(type(block)), at.key
    provenance = origins.of_block(block, path.rpartition(".")[2], around)
    owner = owner_of(block, path, book.context)
    fields = vars(block)
    for number in (_in_words_of(book, each) for each in shape.numbers):
        found = origins.of_field(block, number.name, provenance)
        unit = number.unit or _own_unit(book, block)
        _enter_number(book, at, number, unit, fields[number.name], owner, found)
    extra = (block.__pydantic_extra__ or {}) if shape.extra or shape.extra_blocks else {}
    if shape.extra:
        for name, amount in extra.items():
            number = _called(book, block, name, shape.extra)
            _enter_number(book, at, number, shape.extra, amount, owner, provenance)
    children = [(field, fields[field]) for field in shape.blocks]
    children += extra.items() if shape.extra_blocks else ()
    for name, value in children:
        for below, child in _blocks_in(at.below(name), value):
            _enter_block(book, origins, below, child, provenance)


def _enter_number(
    book: Book,
    at: Standing,
    number: _Number,
    unit: Unit,
    value: Decimal | None,
    owner: str,
    found: Provenance,
) -> None:
    key = f"{at.key}.{number.name}"
    place = None if value is None else at.place(number.name)
    figure = Figure(
        key,
        _value(book, key, number.words, owner, value, place),
        unit,
        f"{number.label}, {owner}" if owner else number.label,
        book.currency if unit is Unit.MONEY else "",
        number.noun if unit is Unit.COUNT else "",
        found.period,
        found.scenario,
        "",
        (),
        found.sources,
        place,
        found.stale,
    )
    if (conversion := book.conversions.get(key)) is not None:
        figure = converted(figure, conversion, book.context.meta.as_of)
    book.enter(figure, number.words)


def _called(book: Book, block: Block, name: str, unit: Unit) -> _Number:
    """A number under a name of the user's own; the amount of a line is called as its tier is."""
    budget = book.context.budget
    if isinstance(block, BudgetLine) and budget:
        for tier in budget.tiers:
            if tier.id == name and tier.label.strip():
                return _Number(name, unit, tier.label, in_a_sentence(tier.label), "")
    return _number(name, unit)


def _value(
    book: Book, key: str, words: str, owner: str, value: Decimal | None, place: Place | None
) -> Decimal | NA:
    if value is None:
        return NA(NACode.MISSING_INPUT, f"{words} not given for {owner}" if owner else f"{words} not given")
    if value and value.adjusted() >= _LARGEST_EXPONENT:
        book.report.broken(
            "FIG-001",
            f"expected a number below a quadrillion for `{key}`, found `{value}`",
            place,
            hint="check the zeros; money is written in whole currency units",
        )
        return NA(NACode.MISSING_INPUT, f"{words} is too large to be true")
    return value


def _blocks_in(at: Standing, value: object) -> Iterator[tuple[Standing, Block]]:
    """The blocks under a key, each with where it stands: by id where it has one, else by position."""
    if isinstance(value, Block):
        yield at, value
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            if isinstance(item, Block):
                yield at.item(index, str(vars(item).get("id") or "")), item
    elif isinstance(value, dict):
        for name, item in value.items():
            yield from _blocks_in(at.below(name), item)


def _own_unit(book: Book, block: Block) -> Unit:
    """The unit of numbers whose unit is the user's choice."""
    match block:
        case Kpi():
            return _UNIT_OF_KPI[block.unit]
        case Driver():
            return _UNIT_OF_DRIVER[block.id]
        case Success():
            units = (_UNIT_OF_KPI[kpi.unit] for kpi in book.context.kpis if kpi.id == block.kpi)
            return next(units, Unit.RATIO)
        case Benchmark():
            return _unit_by_name(block.id)
        case _:
            raise TypeError(f"{type(block).__name__} has numbers without a unit")


def _unit_by_name(name: str) -> Unit:
    """The unit of a benchmark, which only its id tells."""
    words = set(name.split("_"))
    if words & {"pct", "percent", "share", "rate", "margin", "churn", "nrr", "grr"}:
        return Unit.SHARE
    return Unit.MONTHS if "months" in words else Unit.DAYS if "days" in words else Unit.RATIO


@cache
def _number(name: str, unit: Unit | None) -> _Number:
    label = label_of(name)
    words = in_a_sentence(label).removesuffix(" in years")  # a working says what it counts by itself
    return _Number(name, unit, label, words, NOUNS.get(name, ""))


def _in_words_of(book: Book, number: _Number) -> _Number:
    called = book.trade.called
    return replace(
        number, label=called(number.label), words=book.said(number.words), noun=called(number.noun)
    )


@cache
def _shape(kind: type[Block]) -> _Shape:
    numbers: list[_Number] = []
    blocks: list[str] = []
    for name, field in kind.model_fields.items():
        unit = _unit_in((*field.metadata, field.annotation))
        if unit or (kind in (Kpi, Driver, Success, Benchmark) and _is_decimal(field.annotation)):
            numbers.append(_number(name, unit))
        elif _holds_blocks(field.annotation):
            blocks.append(name)
    extra = get_type_hints(kind, include_extras=True).get("__pydantic_extra__")
    own = extra if kind.model_config.get("extra") == "allow" else None
    return _Shape(tuple(numbers), tuple(blocks), _unit_in((own,)), _holds_blocks(own))


def _unit_in(annotations: Iterable[Any]) -> Unit | None:
    """The unit an annotation carries, however deep it stands in unions and mappings."""
    for annotation in annotations:
        if isinstance(annotation, Unit):
            return annotation
        if not _holds_blocks(annotation) and (unit := _unit_in(get_args(annotation))):
            return unit
    return None


def _is_decimal(annotation: Any) -> bool:
    if annotation is Decimal:
        return True
    return get_origin(annotation) is not tuple and any(_is_decimal(part) for part in get_args(annotation))


def _holds_blocks(annotation: Any) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Block):
        return True
    return any(_holds_blocks(part) for part in get_args(annotation))
