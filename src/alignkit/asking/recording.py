"""One value more in the context: with the id and the block it needs, and checked before it counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.context import check
from alignkit.context.invalid import found
from alignkit.context.shape import fields_of
from alignkit.diagnostics import Report
from alignkit.source.places import label_of
from alignkit.templates import field_faults

from .answers import Refused
from .manuscript import with_value
from .names import ALONE, new_id
from .offers import records
from .order import about, at, holds, shape_of_path
from .questions import path_of
from .sense import contradiction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.source import Data, Step

    from .questions import Question
    from .session import State


def record_at(
    state: State, steps: tuple[Step, ...], key: str, value: Data, *, extra: dict[str, str] | None = None
) -> tuple[State, str] | Refused:
    """The state with a new record at the end of a list, and the record's id."""
    data = state.manuscript.source.data
    collection, there = about(steps), at(data, steps)
    shape = shape_of_path(steps)
    block = shape.item.block if shape.item else None
    known = [each.id for each in records(_plain(steps), data)] if not _inside(steps) else _ids(there)
    own = str(value) if key == "id" else new_id(collection, str(value), known)
    record: dict[str, Data] = {}
    if shape.is_list and block and "id" in fields_of(block):
        record["id"] = own
    if block and "order" in fields_of(block) and collection == "budget.cuts":
        record["order"] = 1 + (len(there) if isinstance(there, list) else 0)
    record |= {key: value, **(extra or {})} if key != "id" else dict(extra or {})
    at_end: Step = (len(there) if isinstance(there, list) else 0) if shape.is_list else own
    target = (*steps, at_end)
    after = _put(state, target, record)
    if isinstance(after, Refused):
        return after
    fault = _fault(after, (*target, key if key in record else "id"))
    if fault:
        return fault
    begun = after.memory.begun | {path_of(target, after.manuscript.source.root)}
    return replace(after, memory=replace(after.memory, begun=begun)), own


def _plain(steps: Sequence[Step]) -> str:
    return ".".join(str(step) for step in steps)


def _inside(steps: Sequence[Step]) -> bool:
    """Whether a list belongs to a record of another list."""
    return any(isinstance(step, int) for step in steps)


def _ids(records: Data) -> list[str]:
    return [str(at(each, ("id",))) for each in records] if isinstance(records, list) else []


def written(state: State, question: Question, value: Data) -> State | Refused:
    """The state with a value where the question wants it."""
    if refused := contradiction(question, value, state.manuscript.source.data):
        return refused
    if question.ask == "record":
        made = record_at(state, question.steps, question.field, value)
        if isinstance(made, Refused):
            return made
        after = made[0]
        path = path_of(question.steps, after.manuscript.source.root)
        memory = replace(after.memory, open=after.memory.open | {path})
        return replace(after, memory=memory, adding="", answered=state.answered + 1)
    begun = _with_parents(state, question.steps)
    if isinstance(begun, Refused):
        return begun
    there = at(begun.manuscript.source.data, question.steps)
    is_entry = question.ask == "entry"
    count = len(there) if isinstance(there, list) else 0
    target = (*question.steps, count) if is_entry else question.steps
    put = _put(begun, target, value)
    if isinstance(put, Refused):
        return put
    if fault := _fault(put, target):
        return fault
    after = put
    if is_entry:
        path = path_of(question.steps, after.manuscript.source.root)
        after = replace(after, memory=replace(after.memory, open=after.memory.open | {path}))
    return replace(after, answered=state.answered + 1)


def _with_parents(state: State, steps: tuple[Step, ...]) -> State | Refused:
    """The state in which blocks that are begun with this answer have the ids they need."""
    for above in range(1, len(steps)):
        block = shape_of_path(steps[:above]).block
        if block is None or holds(state.manuscript.source.data, steps[:above]):
            continue
        path = about(steps[:above])
        if path in ALONE:
            after = _put(state, (*steps[:above], "id"), ALONE[path])
            if isinstance(after, Refused):
                return after
            state = after
        spelled = "".join(label_of(step) for step in steps[:above]).removeprefix(".")
        state = replace(state, memory=replace(state.memory, begun=state.memory.begun | {spelled}))
    return state


def _in_the_way(data: Data, steps: tuple[Step, ...]) -> Refused | None:
    """Why there is no room for a value: something else stands where its block or its list would."""
    for count, step in enumerate(steps):
        there = at(data, steps[:count])
        if there is None or isinstance(there, list if isinstance(step, int) else dict):
            continue
        path = "".join(label_of(each) for each in steps[:count]).removeprefix(".")
        return Refused(
            f"`{path}` holds {found(there)}, and an answer would write over it",
            f"write {'a list' if isinstance(step, int) else 'keys with values'} there, then ask again",
            "ASK-001",
        )
    return None


def _put(state: State, steps: tuple[Step, ...], value: Data) -> State | Refused:
    if refused := _in_the_way(state.manuscript.source.data, steps):
        return refused
    changed = with_value(state.manuscript, steps, value)
    if changed is None:
        return Refused(
            f"`{_plain(steps)}` cannot be written without changing something else in the file",
            "write it there yourself, then ask again",
            "ASK-001",
        )
    return replace(state, manuscript=changed)


def _fault(state: State, steps: tuple[Step, ...]) -> Refused | None:
    """What the check of the context says about the value at `steps`."""
    if steps[0] == "custom":
        own = field_faults(state.kind, state.manuscript.source.data)
        return next((Refused(fault.message) for fault in own if fault.steps == steps), None)
    path = path_of(steps, state.manuscript.source.root)
    report = Report()
    check(state.manuscript.source, report)
    wrong = next((each for each in report if each.blocks and each.place and each.place.path == path), None)
    return Refused(wrong.message, wrong.hint) if wrong else None
