"""How `alignkit ask` ends: with what is wrong, with what is left, or with the command that builds."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from .calling import program, typed
from .exits import DONE, WRONG_INPUT
from .options import CONTEXT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.asking import Manuscript, Question, State
    from alignkit.build import Workshop
    from alignkit.diagnostics import Diagnostic, Report
    from alignkit.templates import Kind


_MISSING = frozenset(("CTX-002", "CTX-012", "NEED-001"))
"""Codes of what is not there yet."""


@dataclass(frozen=True, slots=True)
class Errand:
    """What somebody came for."""

    kind: Kind
    """What is to be made."""
    path: Path
    """Where the context is."""
    mode: str
    """The situation that was named; empty for the usual one."""

    @property
    def options(self) -> str:
        """The options to come back with."""
        where = "" if self.path in (Path(CONTEXT), Path()) else f" --context {typed(self.path)}"
        return where + (f" --mode {self.mode}" if self.mode and self.kind.modes else "")


def tell(report: Report, manuscript: Manuscript | None, workshop: Workshop) -> None:
    """Say what is wrong with what was asked for, or with the files, which stay as they are."""
    from . import console
    from .texts import Texts

    console.tell(report, Texts(manuscript.source if manuscript else None, workshop.catalogue))


def refused(report: Report) -> int:
    """The exit code after something was wrong, with how much of it there was."""
    from . import answer, console

    console.say(answer.summary(report, (), None))
    return answer.code_of(report, is_done=False)


def sum_up(errand: Errand, state: State, workshop: Workshop) -> int:
    """Say what the kind still lacks, and how to go on or to build it."""
    from alignkit.asking import questions, what_is_missing
    from alignkit.diagnostics import Report

    from . import console
    from .need import add_wishes
    from .texts import Texts

    console.say()
    name, report = errand.kind.name, Report()
    ask_again = f"{program()} ask {name}{errand.options}"
    if not any(file.exists() for file in state.manuscript.texts):
        console.say(f"nothing was answered and nothing written; begin again with: {ask_again}")
        return WRONG_INPUT
    source = add_wishes(errand.kind, errand.path, report)
    errors = [each for each in report if each.blocks]
    state = replace(state, put_off=frozenset())
    open_now = questions(state)
    can_go_on = any(each.needed for each in open_now)
    console.tell([each for each in errors if not (can_go_on and _is_missing(each))],
                 Texts(source, workshop.catalogue))  # fmt: skip
    if errors and can_go_on:
        console.say("still missing:")
        for line in what_is_missing(state):
            console.say(line.text, style=line.style)
        console.say(_still_open(open_now, ask_again))
        return WRONG_INPUT
    if errors:
        console.say(f"{console.counts(errors)} left; no answer cures that; change the file")
        return WRONG_INPUT
    more = f"; {len(open_now)} more would make it better" if open_now else ""
    console.say(f"`{name}` has what it needs{more}; now run: {program()} build {name}{errand.options}")
    return DONE


def _is_missing(error: Diagnostic) -> bool:
    """Whether an error says no more than that something is not there yet, which is no mistake."""
    return error.code in _MISSING


def _still_open(open_now: Sequence[Question], ask_again: str) -> str:
    """How many questions the kind still needs an answer to, and how to go on."""
    count = sum(each.needed for each in open_now)
    are = "question is" if count == 1 else "questions are"
    return f"{count} {are} still open; go on with: {ask_again}"
