"""Where a session stands: the context, what was left out, and the question that comes next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from alignkit.templates import Need

from .order import asked_of, shape_of_path
from .own_fields import own_questions
from .questions import open_questions, path_of

if TYPE_CHECKING:
    from datetime import date

    from alignkit.templates import Kind

    from .manuscript import Manuscript
    from .memory import Memory
    from .questions import Question


@dataclass(frozen=True, slots=True)
class State:
    """Where a session stands; all of it but `put_off` and `adding` is on disk."""

    manuscript: Manuscript
    """The context."""
    memory: Memory
    """What was left out."""
    kind: Kind
    """What is to be made, in its situation."""
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
    return State(manuscript, memory, kind, tuple(wishes), day)


def questions(state: State) -> list[Question]:
    """What is still open, the next question first."""
    source = state.manuscript.source
    found = [
        each
        for each in open_questions(state.wishes, source, state.memory, own_questions(state.kind, source))
        if not state.put_off or path_of(each.steps, source.root) not in state.put_off
    ]
    if state.adding:
        adding = [each for each in found if each.ask == "another" and path_in(state, each) == state.adding]
        if adding:
            return [_record(adding[0], state), *(each for each in found if each is not adding[0])]
    return found


def path_in(state: State, question: Question) -> str:
    """The path of a question as messages and the memory spell it."""
    return path_of(question.steps, state.manuscript.source.root)


def _record(question: Question, state: State) -> Question:
    item = shape_of_path(question.steps).item
    keys = (
        asked_of((*question.steps, 0), item.block, state.manuscript.source.data)
        if item and item.block
        else ()
    )
    return replace(question, ask="record", field=keys[0] if keys else "")
