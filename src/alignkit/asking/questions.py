"""The questions that are open: what a kind lacks, what is half said, and what an answer can put right."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, NamedTuple

from alignkit.context import check
from alignkit.context.margins import WHY_A_MARGIN, periods_without_margin
from alignkit.context.shape import Shape, below
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.source import place_of, steps_of
from alignkit.source.places import child_of

from .order import about, asked_of, at, holds, needed_of, position, shape_of_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alignkit.source import Data, Node, Source, Step
    from alignkit.templates import Need

    from .memory import Memory
    from .question_words import Words

Ask = Literal["value", "record", "entry", "another"]
"""A single value, the first key of a new record, a text of a list, or whether there is another record."""
_CURABLE = frozenset(("CTX-003", "CTX-004", "CTX-005", "CTX-006", "CTX-007", "CTX-010", "CTX-014", "GEN-002"))
"""Faults that another value in the same place puts right."""
_MANY = 10_000


class Own(NamedTuple):
    """What a manifest says of a field of the kind's own."""

    shape: Shape
    """What the answer may be."""
    words: Words
    """How the question is put."""


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask."""

    ask: Ask
    """What kind of answer it wants."""
    steps: tuple[Step, ...]
    """Where the answer goes; for a record, an entry and `another` the list."""
    why: str
    """Why it is asked."""
    needed: bool
    """Whether the documents cannot be made without."""
    field: str = ""
    """The first key of a new record."""
    fault: str = ""
    """What is wrong with the value that stands there."""
    wish: str = ""
    """The path that is left out for good when nothing is said."""
    stage: int = 1
    """0 to finish a record, 1 for what is needed, 2 for what makes it better."""
    own: Own | None = None
    """What the manifest says of it; None for a key of the context."""

    @property
    def target(self) -> tuple[Step, ...]:
        """Where the answer itself goes, with 0 for a new record or entry."""
        if self.ask == "record":
            return (*self.steps, 0, self.field)
        return (*self.steps, 0) if self.ask == "entry" else self.steps

    @property
    def about(self) -> str:
        """The path that all records share."""
        return about(self.target)

    @property
    def shape(self) -> Shape:
        """What the answer may be."""
        return self.own.shape if self.own else shape_of_path(self.target)


def open_questions(
    wishes: Sequence[tuple[bool, Need]], source: Source, memory: Memory, own: Iterable[Question] = ()
) -> list[Question]:
    """What is to be asked, in the order a person would answer.

    Args:
        wishes: what the kind needs, True, and wants, False.
        source: the context as it stands.
        memory: what was left out before.
        own: what is to be asked of the kind's own fields.

    """
    data = source.data
    found: dict[tuple[object, ...], Question] = {}
    for question in (
        *_wrong(source),
        *_half_said((), Shape("", block=Context), data, data),
        *_begun(source, data, memory),
        *_wished(wishes, source),
        *_without_margin(wishes, data),
        *_further(source, data, memory),
        *own,
    ):
        key = (question.steps, question.ask)
        known = found.get(key)
        if known is None:
            found[key] = question
        elif question.why and not known.why:
            found[key] = replace(known, why=question.why)
    kept = [_reasoned(each, wishes) for each in found.values() if not _is_skipped(each, source, memory)]
    return sorted(kept, key=lambda each: (each.stage, _position(each, data)))


def _reasoned(question: Question, wishes: Sequence[tuple[bool, Need]]) -> Question:
    """The question with the reason of the wish it belongs to, where it has none of its own."""
    if question.why:
        return question
    path = f"{question.about}."
    reasons = [
        (len(need.path), need.why)
        for _, need in wishes
        if path.startswith((f"{need.path}.", f"{need.path}["))
    ]
    return replace(question, why=max(reasons)[1]) if reasons else question


def _position(question: Question, data: Data) -> tuple[int, ...]:
    own = position(question.steps, data)
    return own if question.ask == "value" else (*own, _MANY if question.ask == "another" else _MANY - 1)


def path_of(steps: Sequence[Step], root: Node) -> str:
    """A path as messages and the memory spell it, with the ids of records."""
    return place_of(root, steps).path


def _is_skipped(question: Question, source: Source, memory: Memory) -> bool:
    if question.needed or question.ask == "another" or not memory.skipped:
        return False
    path = path_of(question.steps, source.root)
    return path in memory.skipped or (question.wish or path) in memory.skipped


def _wrong(source: Source) -> Iterator[Question]:
    """Values that another one in their place puts right."""
    report = Report()
    check(source, report)
    for each in report:
        if each.code in _CURABLE and each.place:
            steps = numbered(steps_of(each.place.path), source.root)
            if steps and _is_single(shape_of_path(steps)):
                said = f"{each.message}; {each.hint}" if each.hint else each.message
                yield Question("value", steps, "", needed=True, fault=said, stage=0)


def numbered(steps: Sequence[Step], root: Node) -> tuple[Step, ...]:
    """Steps with numbers for the ids of records; empty when they lead nowhere."""
    found: list[Step] = []
    node = root
    for step in steps:
        child = child_of(node, step)[0]
        if child is None:
            return ()
        if isinstance(node.value, list):
            step = next(count for count, each in enumerate(node.value) if each is child)
        found.append(step)
        node = child
    return tuple(found)


def _is_single(shape: Shape) -> bool:
    return shape.block is None and shape.item is None


def _half_said(steps: tuple[Step, ...], shape: Shape, value: Data, data: Data) -> Iterator[Question]:
    """What is required of the blocks that are there."""
    if steps[:1] == ("custom",):
        return
    if shape.block and isinstance(value, dict):
        stage = 0 if len(steps) > 1 else 1
        for key in needed_of(steps, shape.block, data):
            if value.get(key) is None:
                yield from _missing((*steps, key), "", data, needed=True, stage=stage)
    if isinstance(value, dict) and not shape.is_list:
        for key, inner in value.items():
            yield from _half_said((*steps, key), below(shape, key), inner, data)
    elif isinstance(value, list) and shape.item:
        for index, inner in enumerate(value):
            yield from _half_said((*steps, index), shape.item, inner, data)


def _missing(
    steps: tuple[Step, ...], why: str, data: Data, *, needed: bool, stage: int, wish: str = ""
) -> Iterator[Question]:
    """The questions for something that is not there: one for a value, several for a block."""
    shape = shape_of_path(steps)
    if shape.item and shape.item.block:
        field = _first_key((*steps, 0), shape.item, data)
        yield Question("record", steps, why, needed, field, wish=wish, stage=stage)
    elif shape.block:
        for key in asked_of(steps, shape.block, data):
            if not holds(data, (*steps, key)):
                yield from _missing((*steps, key), why, data, needed=needed, stage=stage, wish=wish)
    elif shape.is_list and shape.item and not shape.item.ref:
        yield Question("entry", steps, why, needed, wish=wish, stage=stage)
    else:
        yield Question("value", steps, why, needed, wish=wish, stage=stage)


def _first_key(steps: tuple[Step, ...], item: Shape, data: Data) -> str:
    return asked_of(steps, item.block, data)[0] if item.block else ""


def _wished(wishes: Sequence[tuple[bool, Need]], source: Source) -> Iterator[Question]:
    """What the kind names and the context has not."""
    data = source.data
    for needed, need in wishes:
        for steps in meant(need.path, data):
            if holds(data, steps) or about(steps).startswith("custom"):
                continue
            stage = 1 if needed else 2
            wish = "" if needed else path_of(steps, source.root)
            for above in range(1, len(steps)):
                if at(data, steps[:above]) is None and shape_of_path(steps[:above]).block:
                    yield from _missing(steps[:above], "", data, needed=needed, stage=stage, wish=wish)
                    break
            yield from _missing(steps, need.why, data, needed=needed, stage=stage, wish=wish)


def _without_margin(wishes: Sequence[tuple[bool, Need]], data: dict[str, Data]) -> Iterator[Question]:
    """The margins of periods that are of no use without one, for a kind that shows what follows from them."""
    if any(need.path == "finance" for _, need in wishes):
        for name in periods_without_margin(data):
            yield Question("value", ("finance", name, "gross_margin"), WHY_A_MARGIN, needed=False, stage=2)


def meant(path: str, data: Data) -> Iterator[tuple[Step, ...]]:
    """The steps to every record that `[]` in a path stands for."""
    head, found, tail = path.partition("[]")
    steps = steps_of(head)
    if not found:
        yield steps
        return
    records = at(data, steps)
    for index in range(len(records) if isinstance(records, list) else 0):
        yield from _behind((*steps, index), tail, data)


def _behind(steps: tuple[Step, ...], tail: str, data: Data) -> Iterator[tuple[Step, ...]]:
    for more in meant(tail.removeprefix("."), at(data, steps)):
        yield (*steps, *more)


def _begun(source: Source, data: Data, memory: Memory) -> Iterator[Question]:
    """The keys still to be asked for in blocks that question mode has begun."""
    for path in memory.begun:
        steps = numbered(steps_of(path), source.root)
        block = shape_of_path(steps).block if steps else None
        if block is None:
            continue
        stage = 0 if len(steps) > 1 else 1
        needed = needed_of(steps, block, data)
        for key in asked_of(steps, block, data):
            if not holds(data, (*steps, key)):
                yield from _missing((*steps, key), "", data, needed=key in needed, stage=stage)


def _further(source: Source, data: Data, memory: Memory) -> Iterator[Question]:
    """Whether lists that are being filled get another entry."""
    for path in memory.open:
        steps = numbered(steps_of(path), source.root)
        if steps:
            shape = shape_of_path(steps)
            is_plain = shape.is_list and shape.item is not None and shape.item.block is None
            yield Question("entry" if is_plain else "another", steps, "", needed=False, stage=1)
