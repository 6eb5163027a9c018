"""Every name a template can use: what it holds, what it counts, what it means."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.build import prepare
from alignkit.context.shape import Shape, extra_of, fields_of, meanings_of
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.fill.constructors import CONSTRUCTORS
from alignkit.fill.filters import DATE_STYLES, FIGURE_STYLES, FILTERS, TESTS
from alignkit.projects import CONTEXT
from alignkit.source import read

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from alignkit.catalogue import Catalogue
    from alignkit.context.fields import Block
    from alignkit.source import Data
    from alignkit.templates import Kind
    from alignkit.values import Figure


@dataclass(frozen=True, slots=True)
class Name:
    """A name and what it stands for."""

    path: str
    """How a template writes it; `[]` stands for each record of a list."""
    kind: str
    """What it holds."""
    meaning: str
    """What it means."""


_SITUATION = (
    Name("author", "a stakeholder", "who speaks: `meta.author`, with `first_name`"),
    Name("listener", "a stakeholder", "who is spoken to"),
    Name("audience", "text", "whom the document is for, empty for everybody"),
    Name("mode", "text", "the situation it is written for, empty where a kind has one"),
    Name("in_set", "yes or no", "whether other kinds are made with it, as one set"),
    Name("decider", "a stakeholder", "who decides on the budget"),
    Name("informed", "a list of stakeholders", "who gets a copy of the budget mail"),
    Name("ask", "a tier", "the tier asked for"),
    Name("below", "a tier", "the next cheaper one; may be empty"),
    Name("above", "a tier", "the next dearer one; may be empty"),
    Name("walk_away", "a tier", "the least that is acceptable; may be empty"),
    Name("trade", "a record", "what the company calls what it sells, by `company.model`"),
    Name("today", "a date", "the day the documents speak for"),
)
_HIDDEN = frozenset(("people", "custom", "schema"))


def names(kind: Kind, catalogue: Catalogue) -> dict[str, tuple[Name, ...]]:
    """All names by the heading they belong under."""
    return {
        "this document": (*_SITUATION, *_record(kind)),
        "fields of this template": tuple(_own(kind.fields, "custom")),
        "the context": tuple(_of_block(Context, "")),
        "derived figures": tuple(_derived(catalogue)),
        "blocks": tuple(_functions(CONSTRUCTORS, "{}(...)")),
        "filters": tuple(_functions(FILTERS, "| {}")),
        "tests": tuple(_functions(TESTS, "is {}")),
    }


def _record(kind: Kind) -> Iterator[Name]:
    if kind.each:
        yield Name(
            kind.each.removesuffix("s"), "a record", f"the one of `{kind.each}` this document is about"
        )


def _of_block(block: type[Block], path: str) -> Iterator[Name]:
    """The keys of a block and of what is in it."""
    meanings = meanings_of(block)
    for key, shape in fields_of(block).items():
        if path or key not in _HIDDEN:
            yield from _of_shape(f"{path}.{key}" if path else key, shape, meanings[key])
    if extra := extra_of(block):
        yield from _of_shape(f"{path}[name]", extra, "under each name of your own")


def _of_shape(path: str, shape: Shape, meaning: str) -> Iterator[Name]:
    yield Name(path, _words(shape), meaning.rstrip("."))
    if shape.block:
        yield from _of_block(shape.block, path)
    elif shape.item and shape.item.block:
        yield from _of_block(shape.item.block, f"{path}[]" if shape.is_list else f"{path}[name]")


def _words(shape: Shape) -> str:
    if shape.ref:
        return f"one of `{shape.ref}`"
    if shape.unit:
        return f"a figure, {shape.unit.value}"
    if shape.choices:
        return " or ".join(choice or "empty" for choice in shape.choices)
    if shape.is_list and shape.item:
        return f"a list of {'records' if shape.item.block else shape.item.ref or 'texts'}"
    return "a record" if shape.block or shape.item else shape.expected.replace("a number", "a figure")


def _derived(catalogue: Catalogue) -> Iterator[Name]:
    """The figures derived from the worked example, with `<id>` for ids, periods and the like."""
    source = read(catalogue.example() / CONTEXT, Report())
    prepared = prepare(source, Report()) if source else None
    if source is None or prepared is None:
        return
    ids = set(_ids(source.data))
    known: dict[str, Name] = {}
    for figure in prepared.figures.values():
        if figure.place is None and figure.formula:
            path = _general(figure.key, ids)
            known.setdefault(
                path, Name(f"figures.{path}", f"a figure, {figure.unit.value}", _meaning(figure))
            )
    yield from (known[path] for path in sorted(known))


def _ids(data: Data) -> Iterator[str]:
    """Every text a key of a figure may have taken from the context."""
    if isinstance(data, dict):
        yield from (str(data[key]) for key in ("id", "segment", "order") if key in data)
    for value in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _ids(value)


def _general(key: str, ids: set[str]) -> str:
    """A key with the ids in it left open: `tier.<id>.cac`."""
    head, *middle, last = key.split(".")
    return ".".join([head, *("<id>" if part in ids else part for part in middle), last])


def _meaning(figure: Figure) -> str:
    label = figure.label.split(",")[0]
    return label if label.lower() == figure.formula.lower() else f"{label}: {figure.formula}"


def _own(schema: Mapping[str, object], path: str) -> Iterator[Name]:
    properties = schema.get("properties", {})
    for key, each in properties.items() if isinstance(properties, dict) else ():
        unit = each.get("x-unit", "count") if each.get("type") in ("number", "integer") else ""
        kind = f"a figure, {unit}" if unit else str(each.get("type", "text"))
        yield Name(f"{path}.{key}", kind, str(each.get("description", each.get("title", ""))))
        if each.get("type") == "array":
            yield from _own(each.get("items", {}), f"{path}.{key}[]")
        elif each.get("type") == "object":
            yield from _own(each, f"{path}.{key}")


def _functions(table: Mapping[str, Callable[..., object]], form: str) -> Iterator[Name]:
    for name, function in table.items():
        styles = {**dict.fromkeys(FIGURE_STYLES, "a figure"), **dict.fromkeys(DATE_STYLES, "a date")}
        meaning = (
            f"shows {styles[name]} in the style `{name}`"
            if name in styles
            else (inspect.getdoc(function) or f"Shown {name}").split("\n")[0].rstrip(".")
        )
        yield Name(form.format(name), "", meaning)
