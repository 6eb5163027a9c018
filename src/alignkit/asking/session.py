"""One answer at a time: from a question and what was typed to the context with one value more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from alignkit.context import check
from alignkit.context.shape import fields_of
from alignkit.diagnostics import Report
from alignkit.source.places import label_of
from alignkit.templates import Need

from .answers import Choice, Refused, chosen, parts, understood
from .manuscript import Manuscript, with_value
from .memory import Memory
from .names import ALONE, new_id
from .order import about, asked_of, at, holds, period_ids, shape_of_path
from .questions import Question, is_short, open_questions, path_of
from .wording import SUGGESTED, one_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.context.shape import Shape
    from alignkit.source import Data, Step
    from alignkit.templates import Kind

NEW = "new"
"""What somebody writes who wants a choice that is not there yet: `new Daniel Okoye-Hart`."""
_NAMES = ("name", "label", "statement", "title", "text", "task", "event")
"""The keys by which people know a record."""
_SELF = {"meta.author": {"audience": "self"}}
"""What is known of a record because of the question it was made for."""


@dataclass(frozen=True, slots=True)
class State:
    """Where a session stands; all of it but `put_off` and `adding` is on disk."""

    manuscript: Manuscript
    """The context."""
    memory: Memory
    """What was left out."""
    wishes: tuple[tuple[bool, Need], ...]
    """What the kind needs, True, and wants, False."""
    day: date
    """Today."""
    put_off: frozenset[str] = frozenset()
    """Needs left for another day."""
    adding: str = ""
    """The list that gets a record next."""
    answered: int = 0
    """Questions answered so far."""


def begin(manuscript: Manuscript, memory: Memory, kind: Kind, day: date) -> State:
    """A session before its first question."""
    wishes = [(True, need) for need in kind.needs] + [(False, want) for want in kind.wants]
    if kind.each:
        fields = (*kind.having, *kind.and_having)
        wishes += [(False, Need(f"{kind.each}[].{key}", f"`{kind.name}` is made of it")) for key in fields]
    return State(manuscript, memory, tuple(wishes), day)


def questions(state: State) -> list[Question]:
    """What is still open, the next question first."""
    source = state.manuscript.source
    found = [
        each
        for each in open_questions(state.wishes, source, state.memory)
        if path_of(each.steps, source.root) not in state.put_off
    ]
    if state.adding:
        adding = [each for each in found if each.ask == "another" and _path(state, each) == state.adding]
        if adding:
            return [_record(adding[0], state), *(each for each in found if each is not adding[0])]
    return found


def _path(state: State, question: Question) -> str:
    return path_of(question.steps, state.manuscript.source.root)


def _record(question: Question, state: State) -> Question:
    item = shape_of_path(question.steps).item
    keys = (
        asked_of((*question.steps, 0), item.block, state.manuscript.source.data)
        if item and item.block
        else ()
    )
    return replace(question, ask="record", field=keys[0] if keys else "")


def default_of(question: Question, state: State) -> Data:
    """What a bare Enter writes; None for nothing, as where it leaves out something nobody needs."""
    if question.wish:
        return None
    data, path = state.manuscript.source.data, question.about
    as_of = at(data, ("meta", "as_of"))
    today = as_of if isinstance(as_of, date) else state.day
    if path in ("meta.as_of", "sources[].as_of", "issues[].raised"):
        return today
    if path.startswith("periods."):
        return _of_a_year(question, data, today)
    if path == "budget.downside.label":
        return "Bad year"
    if path == "issues[].severity":
        return "decide"
    return None


def _of_a_year(question: Question, data: Data, today: date) -> Data:
    """The calendar year of today, and the year after it."""
    first = at(data, ("periods", "current", "start"))
    year = (first.year if isinstance(first, date) else today.year) + (question.steps[1] == "plan")
    if question.steps[-1] == "id":
        return f"FY{year}"
    end = at(data, (*question.steps[:-1], "start"))
    if question.steps[-1] == "end" and isinstance(end, date):
        return _a_year_later(end) - timedelta(days=1)
    before = at(data, ("periods", "current", "end"))
    if question.steps[1] == "plan" and isinstance(before, date):
        return before + timedelta(days=1)
    return date(year, 1, 1) if question.steps[-1] == "start" else date(year, 12, 31)


def _a_year_later(day: date) -> date:
    return day.replace(year=day.year + 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def choices(question: Question, state: State) -> tuple[Choice, ...]:
    """What can be chosen by number; none where anything may be written."""
    shape = question.shape
    shape = shape.item if shape.is_list and shape.item else shape
    if shape.choices:
        return tuple(Choice(each) for each in shape.choices if each)
    if question.about == "issues[].recommend":
        options = at(state.manuscript.source.data, (*question.steps[:-1], "options"))
        return tuple(Choice(own, _name(each)) for each in _list(options) if (own := str(at(each, ("id",)))))
    if shape.ref:
        return _records(shape.ref, state.manuscript.source.data)
    return tuple(Choice(each) for each in SUGGESTED.get(question.about, ()))


def _records(collection: str, data: Data) -> tuple[Choice, ...]:
    found = at(data, collection.split("."))
    if collection == "periods":
        return tuple(Choice(each) for each in period_ids(data))
    if isinstance(found, dict):
        return tuple(Choice(key, _name(each)) for key, each in found.items())
    records = found if isinstance(found, list) else []
    ids = ((at(each, ("id",)), each) for each in records)
    return tuple(Choice(own, _name(each)) for own, each in ids if isinstance(own, str))


def _list(data: Data) -> list[Data]:
    return data if isinstance(data, list) else []


def _name(record: Data) -> str:
    named = next((str(at(record, (key,))) for key in _NAMES if holds(record, (key,))), "")
    role = at(record, ("role",))
    return f"{named}, {role}" if isinstance(role, str) and role else named


def answered(state: State, question: Question, text: str) -> State | Refused:
    """The state with the answer in it, or why it cannot be.

    Args:
        state: before the answer.
        question: what was asked.
        text: what was typed, without the blanks around it; not empty.

    """
    if question.ask == "another":
        return _another(state, question, text)
    value = _value(state, question, text)
    return value if isinstance(value, Refused | State) else _written(state, question, value)


def _another(state: State, question: Question, text: str) -> State | Refused:
    word = text.casefold()
    if word in ("y", "yes"):
        return replace(state, adding=_path(state, question), answered=state.answered + 1)
    if word in ("n", "no"):
        return _closed(state, question)
    return Refused(f"expected y or n, found `{text[:40]}`", "write y for another one, n to go on")


def _closed(state: State, question: Question) -> State:
    path = _path(state, question)
    memory = replace(state.memory, open=state.memory.open - {path})
    return replace(state, memory=memory, adding="", answered=state.answered + 1)


def without_answer(state: State, question: Question) -> State | Refused:
    """The state after a bare Enter: the default, the end of a list, or left out for good."""
    default = default_of(question, state)
    if default is not None and question.ask == "value":
        return _written(state, question, default)
    if question.ask == "record" and state.adding:
        return _closed(state, question)
    if question.ask == "another":
        return _another(state, question, "y" if is_short(question, state.manuscript.source.data) else "n")
    if question.ask == "entry" and _path(state, question) in state.memory.open:
        return _closed(state, question)
    if question.needed:
        return Refused("this is needed", "write `later` to leave it for another day")
    path = _path(state, question)
    skipped = {question.wish if question.wish and not _has_begun(state, question) else path}
    memory = replace(state.memory, skipped=state.memory.skipped | skipped)
    return replace(state, memory=memory, answered=state.answered + 1)


def _has_begun(state: State, question: Question) -> bool:
    """Whether something is said already of what the wish is about."""
    return question.wish != _path(state, question) and holds(
        state.manuscript.source.data, question.steps[:-1]
    )


def later(state: State, question: Question) -> State:
    """The state with a question left for another day."""
    return replace(state, put_off=state.put_off | {_path(state, question)}, adding="")


def _value(state: State, question: Question, text: str) -> Data | Refused | State:
    shape, key = question.shape, str(question.target[-1])
    if question.ask == "entry":
        return understood(text, shape, str(question.steps[-1]))
    if shape.is_list and shape.item and shape.item.ref:
        return _several(state, question, text, shape.item)
    if shape.ref and (not choices(question, state) or text.casefold().split()[0] == NEW):
        made = _added(state, question, text, shape.ref)
        return made if isinstance(made, Refused) else _written(made[0], question, made[1])
    if shape.ref or shape.choices or question.about == "issues[].recommend":
        return _one(state, question, text, shape)
    if offered := choices(question, state):
        found_one = chosen(text, offered)
        return text if isinstance(found_one, Refused) else found_one.id
    return understood(text, shape, key)


def _several(state: State, question: Question, text: str, item: Shape) -> Refused | State:
    """The state with a list of ids, those of new records among them."""
    ids: list[Data] = []
    for part in parts(text):
        if not choices(question, state) or part.casefold().split()[0] == NEW:
            made = _added(state, question, part, item.ref)
            if isinstance(made, Refused):
                return made
            state, own = made
        else:
            found = _one(state, question, part, item)
            if isinstance(found, Refused):
                return found
            own = found
        ids += [own] if own not in ids else []
    return _written(state, question, ids)


def _one(state: State, question: Question, text: str, shape: Shape) -> str | Refused:
    found = chosen(text, choices(question, state))
    if isinstance(found, Refused):
        more = f", or `{NEW} {text}` to add it" if shape.ref and shape.ref != "periods" else ""
        return replace(found, hint=found.hint + more)
    return found.id


def _added(state: State, question: Question, text: str, collection: str) -> tuple[State, str] | Refused:
    """The state with a new record of the name in `text`, and its id."""
    name = text[len(NEW) :].strip() if text.casefold().split()[0] == NEW else text
    one = one_of(collection)
    if not name:
        return Refused(f"expected the name of the new {one}", f"write `{NEW}` and the name, on one line")
    steps: tuple[Step, ...] = tuple(collection.split("."))
    item = shape_of_path(steps).item
    if item is None or item.block is None or collection == "periods":
        return Refused(f"there is no {one} yet", "write `later`; the periods are asked for first")
    key = next(each for each in (*_NAMES, "id") if each in fields_of(item.block))
    extra = _SELF.get(question.about, {})
    made = _record_at(state, steps, key, name, extra=extra)
    if isinstance(made, Refused) or not extra:
        return made
    after, own = made
    path = path_of(steps, after.manuscript.source.root)
    return replace(after, memory=replace(after.memory, open=after.memory.open | {path})), own


def _record_at(
    state: State, steps: tuple[Step, ...], key: str, value: Data, *, extra: dict[str, str] | None = None
) -> tuple[State, str] | Refused:
    """The state with a new record at the end of a list, and the record's id."""
    data = state.manuscript.source.data
    collection, there = about(steps), at(data, steps)
    shape = shape_of_path(steps)
    block = shape.item.block if shape.item else None
    known = [each.id for each in _records(_plain(steps), data)] if not _inside(steps) else _ids(there)
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
    found = records if isinstance(records, list) else []
    return [str(at(each, ("id",))) for each in found]


def _written(state: State, question: Question, value: Data) -> State | Refused:
    """The state with a value where the question wants it."""
    if question.ask == "record":
        made = _record_at(state, question.steps, question.field, value)
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


def _put(state: State, steps: tuple[Step, ...], value: Data) -> State | Refused:
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
    path = path_of(steps, state.manuscript.source.root)
    report = Report()
    check(state.manuscript.source, report)
    found = next((each for each in report if each.blocks and each.place and each.place.path == path), None)
    return Refused(found.message, found.hint) if found else None
