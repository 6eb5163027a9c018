"""What a kind still wants from a context: the key, the reason, and the line where to add it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from alignkit.context.margins import WHY_A_MARGIN, periods_without_margin
from alignkit.context.shape import Shape, below, required_of
from alignkit.context.whole import Context
from alignkit.diagnostics import Diagnostic, Place, Severity
from alignkit.source import Step, steps_of
from alignkit.source.places import node_at
from alignkit.source.wording import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.source import Source
    from alignkit.templates import Kind, Need

_RESERVED = frozenset(("from", "else", "schema"))
"""Keys that are no names of Python; their fields end with an underscore."""
_CONFIDENTIAL = "give the confidential file with `--people people.yaml`; `alignkit new review` writes one"
"""The cure where no people file was given: nothing of it belongs in the shared context."""
_WHOLE = Shape("keys with values", block=Context)


def still_wanted(kind: Kind, context: Context, source: Source) -> Iterator[Diagnostic]:
    """What `kind` wants and `context` has not.

    Reports: NEED-001 for what it cannot do without, NEED-002 for what makes it better.
    """
    for wants, severity in ((kind.needs, Severity.ERROR), (kind.wants, Severity.INFO)):
        for need in wants:
            for path, record, rest in _meant(need.path, context):
                if not has(record, rest):
                    yield _wanted(kind, need, path, severity, source)
            if need.path == "finance":
                for name in periods_without_margin(source.data):
                    margin = replace(need, path=f"finance.{name}.gross_margin", why=WHY_A_MARGIN)
                    yield _wanted(kind, margin, margin.path, severity, source)


def everything(kind: Kind) -> Iterator[tuple[bool, Need, str]]:
    """All a kind wants: whether it cannot do without, what, and how it is written."""
    for is_needed, wants in ((True, kind.needs), (False, kind.wants)):
        for need in wants:
            steps = steps_of(need.path.replace("[]", "[0]"))
            yield is_needed, need, how_to_add(steps, len(steps) - 1)


def how_to_add(steps: tuple[Step, ...], existing: int) -> str:
    """The first missing key with the form of its value, such as "`by`, a date, under `budget.decision`"."""
    shape = _WHOLE
    for step in steps[: existing + 1]:
        shape = below(shape, step)
    key = next((str(step) for step in steps[existing:] if isinstance(step, str)), str(steps[-1]))
    above = ".".join(str(step) for step in steps[:existing] if isinstance(step, str))
    rest = ".".join(str(step) for step in steps[existing + 1 :] if isinstance(step, str))
    inside = [f"`{rest}`"] if rest else []
    words = ", ".join(part for part in (f"`{key}`", _form(shape, inside)) if part)
    return f"{words}, under `{above}`" if above else words


def paths(path: str, context: Context) -> tuple[str, ...]:
    """A key path for each record that `[]` in it stands for."""
    return tuple(each for each, _, _ in _meant(path, context))


def _meant(path: str, context: Context) -> Iterator[tuple[str, object, str]]:
    """Each key path a path with `[]` stands for, the record it leads into, and the rest of it from there."""
    head, found, tail = path.partition("[]")
    if not found:
        yield path, context, path
        return
    records = _at(context, head)
    for index, record in enumerate(records if isinstance(records, tuple) else ()):
        name = getattr(record, "id", None)
        yield (f"{head}.{name}{tail}" if name else f"{head}[{index}]{tail}"), record, tail


def has(record: object, path: str) -> bool:
    """Whether the context, or a record of it, holds something at a key path."""
    return _at(record, path) not in (None, "", (), [], {})


def _at(record: object, path: str) -> Any:
    """What stands at a key path; None for nothing."""
    value: Any = record
    for step in steps_of(path):
        if isinstance(value, tuple):
            value = _record(value, step)
        elif isinstance(value, dict):
            value = value.get(str(step))
        else:
            value = getattr(value, f"{step}_" if step in _RESERVED else str(step), None)
    return value


def _record(records: tuple[Any, ...], step: Step) -> Any:
    if isinstance(step, int):
        return records[step] if step < len(records) else None
    return next((each for each in records if getattr(each, "id", None) == step), None)


def _wanted(kind: Kind, need: Need, path: str, severity: Severity, source: Source) -> Diagnostic:
    steps = steps_of(path)
    existing = next(
        (count for count in range(len(steps), -1, -1) if node_at(source.root, steps[:count])[2]), 0
    )
    existing = min(existing, len(steps) - 1)
    needed = severity is Severity.ERROR
    verb = "needs" if needed else "is better with"
    return Diagnostic(
        "NEED-001" if needed else "NEED-002",
        severity,
        f"`{kind.name}` {verb} `{path}`: {need.why}",
        _where(source, steps, existing),
        hint=_CONFIDENTIAL
        if steps[:1] == ("people",) and not existing
        else f"add {how_to_add(steps, existing)}",
        blocks=needed,
    )


def _where(source: Source, steps: tuple[Step, ...], existing: int) -> Place:
    """The line to add it at: that of the block it belongs to, or the first one after the file."""
    path = ".".join(map(str, steps))
    if existing:
        node = node_at(source.root, steps[:existing])[0]
        return Place(*node.start, path)
    file = source.root.spot.file
    return Place(file, _length(source.lines.get(file, ())) + 1, 1, path)


def _length(lines: tuple[str, ...]) -> int:
    """How many lines there are up to the last one with something in it."""
    return next((number for number in range(len(lines), 0, -1) if lines[number - 1].strip()), 0)


def _form(shape: Shape, inside: list[str]) -> str:
    """What a value looks like, in words."""
    if shape.ref:
        return f"the id of one of `{shape.ref}`"
    if shape.is_list and shape.item:
        keys = _keys(shape.item, [])
        return f"a list; each entry with {keys}" if keys else "a list"
    if shape.item:
        return f"entries under names of your own, each with {_keys(shape.item, [])}"
    if shape.block:
        keys = _keys(shape, inside)
        return f"with {keys}" if keys else ""
    return f"one of {listed(list(shape.choices))}" if shape.choices else shape.expected


def _keys(shape: Shape, more: list[str]) -> str:
    """The keys a block must have, those that are asked for besides included."""
    keys = [f"`{key}`" for key in required_of(shape.block)] if shape.block else []
    return ", ".join(dict.fromkeys([*keys, *more]))
