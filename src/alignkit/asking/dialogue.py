"""The talk itself: a question, an answer, the file written, the next question."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from alignkit.projects import schema_part, write_parts
from alignkit.source.wording import listed

from .answers import Refused, cleaned, literal
from .holding import Kept, kept, taken_up
from .manuscript import save
from .memory import remember
from .order import at
from .prompting import Line, explained, shown
from .questions import path_of
from .replies import answered, later, without_answer
from .session import questions
from .yaml_text import in_brackets

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from alignkit.diagnostics import Report
    from alignkit.source import Data, Step

    from .manuscript import Manuscript
    from .memory import Memory
    from .questions import Question
    from .session import State

BACK, LATER, QUIT, WHY = "back", "later", "quit", "?"
"""What may be written instead of an answer."""
COMMANDS = frozenset((BACK, LATER, QUIT, WHY))


class Talk(Protocol):
    """Somebody to talk with."""

    def say(self, line: Line) -> None:
        """Show a line."""

    def hear(self, question: Question) -> str | None:
        """What somebody writes to a question; None when they have gone."""


@dataclass(slots=True)
class _Desk:
    """What lies on the table during a talk."""

    talk: Talk
    report: Report
    on_disk: Mapping[Path, str]
    kept: Kept
    """What the files say, and what waits in a comment."""
    first: Manuscript
    """The context before the talk, which is no reason to make a file."""
    remembered: Memory
    """What the record on disk says."""
    history: list[tuple[State, Question, str]]
    """The states before each answer, with the question and what was written."""
    before: dict[str, str]
    """What was answered before to questions somebody has come back to."""


def converse(state: State, on_disk: Mapping[Path, str], talk: Talk, report: Report) -> State:
    """The state after everything was asked, or somebody left; each answer is in the file by then.

    Args:
        state: before the first question.
        on_disk: the texts of the files as they stand on disk.
        talk: who is asked.
        report: collects what could not be written.

    Reports: ASK-001, ASK-002, and what writing files reports.

    """
    in_files, working = taken_up(state.manuscript)
    state = replace(state, manuscript=working)
    desk = _Desk(talk, report, on_disk, in_files, working, state.memory, [], {})
    while (open_now := questions(state)) and not report.is_broken:
        question = open_now[0]
        for line in shown(question, state, open_now):
            talk.say(line)
        _show_earlier(question, state, desk)
        heard = talk.hear(question)
        if heard is None or cleaned(heard).casefold() == QUIT:
            break
        state = _next(state, question, cleaned(heard), desk)
    if desk.kept.held:
        talk.say(_held_back(desk.kept))
    return state


def _held_back(in_files: Kept) -> Line:
    """What is not complete yet, and where it waits."""
    paths = listed([each.path for each in in_files.held], last="and")
    name = in_files.whole.main.name
    return Line(f"  not complete, so it waits as a comment at the end of `{name}`: {paths}")


def _show_earlier(question: Question, state: State, desk: _Desk) -> None:
    earlier = desk.before.get(_key(question, state))
    if earlier:
        desk.talk.say(Line(f"  before you wrote: {earlier} (write = to keep it)", "dim"))


def _key(question: Question, state: State) -> str:
    return f"{path_of(question.steps, state.manuscript.source.root)} {question.ask}"


def _next(state: State, question: Question, text: str, desk: _Desk) -> State:
    word = text.casefold()
    if word == BACK:
        return _back(state, desk)
    if word == WHY:
        for line in explained(question, state):
            desk.talk.say(line)
        return state
    if text == "=":
        text = desk.before.get(_key(question, state), text)
    if word == LATER:
        after: State | Refused = later(state, question)
    elif text:
        protected = literal(text)
        after = answered(state, question, protected if protected.casefold() in COMMANDS else text)
    else:
        after = without_answer(state, question)
    if isinstance(after, Refused):
        desk.talk.say(Line("  ".join(("", *filter(None, (after.code, after.message)))), "yellow"))
        if after.hint:
            desk.talk.say(Line(f"  hint: {after.hint}"))
        return state
    if not _kept(after, desk):
        return state
    desk.history.append((state, question, text))
    desk.before.pop(_key(question, state), None)
    _echo(state, after, desk.talk)
    return after


def _back(state: State, desk: _Desk) -> State:
    """The state before the last answer; the file keeps that answer until there is another."""
    if not desk.history:
        desk.talk.say(Line("  this is the first question"))
        return state
    before, question, text = desk.history.pop()
    desk.before[_key(question, before)] = text
    return before


def _kept(state: State, desk: _Desk) -> bool:
    """Whether context and memory are on disk."""
    main = state.manuscript.main
    is_new = main not in desk.on_disk
    if is_new and state.manuscript is desk.first:
        return True
    new = kept(desk.kept.whole, state.manuscript)
    texts = new.texts
    if not save(texts, desk.on_disk, desk.report):
        return False
    if is_new and texts.get(main):
        write_parts(schema_part(main.parent), desk.report, overwrite=True)
    desk.on_disk, desk.kept = texts, new
    if state.memory != desk.remembered:
        remember(state.memory, main, desk.report)
        desk.remembered = state.memory
    return not desk.report.is_broken


def _echo(before: State, after: State, talk: Talk) -> None:
    """Say what was written, as it stands in the file."""
    new = after.manuscript.source
    for steps in _changes(before.manuscript.source.data, new.data, ()):
        talk.say(Line(f"  {path_of(steps, new.root)}: {in_brackets(at(new.data, steps))}", "green"))


def _changes(old: Data, new: Data, steps: tuple[Step, ...]) -> Iterator[tuple[Step, ...]]:
    """The paths of what is new or another value now."""
    if isinstance(old, dict) and isinstance(new, dict):
        for key, value in new.items():
            yield from _changes(old.get(key), value, (*steps, key))
    elif isinstance(old, list) and isinstance(new, list):
        for index, value in enumerate(new):
            yield from _changes(old[index] if index < len(old) else None, value, (*steps, index))
    elif old != new:
        yield steps
