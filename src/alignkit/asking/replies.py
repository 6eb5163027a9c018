"""From a question and what was typed to the session after it, or to why it is no answer."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from alignkit.context.shape import fields_of
from alignkit.formats import grouping_mark
from alignkit.source.wording import quoted
from alignkit.values import Unit

from .answers import Refused, chosen, in_another_currency, parts, understood
from .defaults import default_of
from .effort import is_short
from .numbering import locale_of
from .offers import NAMES, choices
from .order import at, holds, shape_of_path
from .questions import path_of
from .recording import record_at, written
from .session import State, path_in
from .wording import one_of

if TYPE_CHECKING:
    from alignkit.context.shape import Shape
    from alignkit.source import Data, Step

    from .questions import Question

NEW = "new"
"""What somebody writes who wants a choice that is not there yet: `new Daniel Okoye-Hart`."""
_SELF = {"meta.author": {"audience": "self"}}
"""What is known of a record because of the question it was made for."""


def answered(state: State, question: Question, text: str) -> State | Refused:
    """The state with the answer in it, or why it cannot be.

    Args:
        state: before the answer.
        question: what was asked.
        text: what was typed, without the blanks around it; not empty.

    """
    if "\ufffd" in text:
        message = f"expected UTF-8, found characters of another encoding in {quoted(text)}"
        return Refused(message, "save the answers as UTF-8, or type the answer anew")
    if question.ask == "another":
        return _another(state, question, text)
    value = _value(state, question, text)
    return value if isinstance(value, Refused | State) else written(state, question, value)


def _another(state: State, question: Question, text: str) -> State | Refused:
    word = text.casefold()
    if word in ("y", "yes"):
        return replace(state, adding=path_in(state, question), answered=state.answered + 1)
    if word in ("n", "no"):
        return _closed(state, question)
    return Refused(f"expected y or n, found `{text[:40]}`", "write y for another one, n to go on")


def _closed(state: State, question: Question) -> State:
    path = path_in(state, question)
    memory = replace(state.memory, open=state.memory.open - {path})
    return replace(state, memory=memory, adding="", answered=state.answered + 1)


def without_answer(state: State, question: Question) -> State | Refused:
    """The state after a bare Enter: the default, the end of a list, or left out for good."""
    default = default_of(question, state)
    if default is not None and question.ask == "value":
        return written(state, question, default)
    if question.ask == "record" and state.adding:
        return _closed(state, question)
    if question.ask == "another":
        return _another(state, question, "y" if is_short(question, state.manuscript.source.data) else "n")
    if question.ask == "entry" and path_in(state, question) in state.memory.open:
        return _closed(state, question)
    if question.needed:
        return Refused("this is needed", "write `later` to leave it for another day")
    memory = replace(state.memory, skipped=state.memory.skipped | {left_out(state, question)})
    return replace(state, memory=memory, answered=state.answered + 1)


def left_out(state: State, question: Question) -> str:
    """The path a bare Enter leaves out for good: all of what is wished for, while nothing is said of it."""
    is_all = question.wish and not _has_begun(state, question)
    return question.wish if is_all else path_in(state, question)


def _has_begun(state: State, question: Question) -> bool:
    """Whether something is said already of what the wish is about."""
    return question.wish != path_in(state, question) and holds(
        state.manuscript.source.data, question.steps[:-1]
    )


def later(state: State, question: Question) -> State:
    """The state with a question left for another day."""
    return replace(state, put_off=state.put_off | {path_in(state, question)}, adding="")


def _value(state: State, question: Question, text: str) -> Data | Refused | State:
    shape, key = question.shape, str(question.target[-1])
    if question.about == "stakeholders[].name" and len(text.split()) > 1:
        text = _named_new(text)
    own = at(state.manuscript.source.data, ("company", "currency"))
    mark = _grouping(state)
    if shape.unit is Unit.MONEY and (foreign := in_another_currency(text, str(own or ""), mark)):
        return foreign
    if question.ask == "entry":
        return understood(text, shape, str(question.steps[-1]), mark)
    if shape.is_list and shape.item and shape.item.ref:
        return _several(state, question, text, shape.item)
    if shape.ref and (not choices(question, state) or text.casefold().split()[0] == NEW):
        made = _added(state, question, text, shape.ref)
        return made if isinstance(made, Refused) else written(made[0], question, made[1])
    if shape.ref or shape.choices or question.about == "issues[].recommend":
        return _one(state, question, text, shape)
    if offered := choices(question, state):
        found_one = chosen(text, offered)
        return text if isinstance(found_one, Refused) else found_one.id
    return understood(text, shape, key, mark)


def _named_new(text: str) -> str:
    """The name alone where it is said, as elsewhere, that somebody is new."""
    return text[len(NEW) :].strip() if text.casefold().split()[0] == NEW else text


def _grouping(state: State) -> str:
    """The mark that parts thousands in the locale of the context, or in the one it has without a key."""
    return grouping_mark(locale_of(state.manuscript.source.data))


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
    return written(state, question, ids)


def _one(state: State, question: Question, text: str, shape: Shape) -> str | Refused:
    found = chosen(text, choices(question, state))
    if isinstance(found, Refused):
        more = f", or `{NEW} {text}` to add it" if shape.ref and shape.ref != "periods" else ""
        return replace(found, hint=found.hint + more)
    return found.id


def _added(state: State, question: Question, text: str, collection: str) -> tuple[State, str] | Refused:
    """The state with a new record of the name in `text`, and its id."""
    name, one = _named_new(text), one_of(collection)
    if not name:
        return Refused(f"expected the name of the new {one}", f"write `{NEW}` and the name, on one line")
    steps: tuple[Step, ...] = tuple(collection.split("."))
    item = shape_of_path(steps).item
    if item is None or item.block is None or collection == "periods":
        return Refused(f"there is no {one} yet", "write `later`; the periods are asked for first")
    key = next(each for each in (*NAMES, "id") if each in fields_of(item.block))
    extra = _SELF.get(question.about, {})
    made = record_at(state, steps, key, name, extra=extra)
    if isinstance(made, Refused) or not extra:
        return made
    after, own = made
    path = path_of(steps, after.manuscript.source.root)
    return replace(after, memory=replace(after.memory, open=after.memory.open | {path})), own
