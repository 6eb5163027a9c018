"""`alignkit ask`: questions until a context has what a kind of document needs."""

from __future__ import annotations

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .calling import program
from .exits import DONE, WRONG_INPUT
from .options import CONTEXT, day_option

if TYPE_CHECKING:
    from alignkit.asking import Line, Manuscript, Question, State
    from alignkit.build import Workshop
    from alignkit.diagnostics import Report
    from alignkit.templates import Kind


@click.command("ask", short_help="Answer questions until your context has what a kind needs.")
@click.argument("kind")
@click.option(
    "--context", "-c", type=click.Path(path_type=Path), help="Context file or folder; may be missing."
)
@click.option("--all", "everything", is_flag=True, help="Ask again for what was skipped before.")
@click.option("--list", "only_list", is_flag=True, help="List the open questions and ask none.")
@day_option
def command(kind: str, context: Path | None, everything: bool, only_list: bool, day: date | None) -> int:
    """Answer one question after the other; each answer is written into your context at once.

    Write ? for more about a question, back for the one before, later to leave a needed one for another day,
    quit to end for now. What you have answered is never asked again.

    \b
    alignkit ask budget-script
    alignkit ask kickoff-deck --context clients/acme/context.yaml
    """
    from alignkit.asking import Memory, begin, converse, open_manuscript, remembered, what_is_open
    from alignkit.build import Workshop
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report

    path = context or (Path(CONTEXT) if Path(CONTEXT).is_file() else Path())
    workshop, report = Workshop(Catalogue(find_project(path))), Report()
    found = workshop.kind(kind, report)
    manuscript = open_manuscript(path, report) if found else None
    if found is None or manuscript is None:
        return _tell(report, None, workshop)
    memory = Memory() if everything else remembered(manuscript.main)
    state = begin(manuscript, memory, found, day or date.today())
    if only_list:
        for line in what_is_open(state):
            _give(line)
        return DONE
    state = converse(state, manuscript.texts if manuscript.is_on_disk else {}, _Screen(), report)
    if report.is_broken:
        return _tell(report, state.manuscript, workshop)
    return _sum_up(found, path, state, workshop)


class _Screen:
    """Whoever sits at the keyboard, or a file that takes their place."""

    def say(self, line: Line) -> None:
        """Show a line of talk."""
        from . import console

        console.say(line.text, style=line.style)

    def hear(self, question: Question) -> str | None:
        """The next line; None at the end of the input and for Ctrl-C."""
        if sys.stdin.isatty():
            click.echo("> ", nl=False, err=True)
        try:
            return sys.stdin.readline() or None
        except KeyboardInterrupt:
            return None


def _give(line: Line) -> None:
    from . import console

    console.give(line.text, style=line.style)


def _tell(report: Report, manuscript: Manuscript | None, workshop: Workshop) -> int:
    """Say what is wrong with the files, which stay as they are."""
    from . import answer, console
    from .texts import Texts

    console.tell(report, Texts(manuscript.source if manuscript else None, workshop.catalogue))
    console.say(answer.summary(report, (), None))
    return answer.code_of(report, is_done=False)


def _sum_up(kind: Kind, path: Path, state: State, workshop: Workshop) -> int:
    """Say what the kind still lacks, and how to build it."""
    from alignkit.asking import questions
    from alignkit.diagnostics import Report

    from . import console
    from .need import add_wishes
    from .texts import Texts

    console.say()
    report = Report()
    if not any(file.exists() for file in state.manuscript.texts):
        console.say(
            f"nothing was answered and nothing written; begin again with: {program()} ask {kind.name}"
        )
        return WRONG_INPUT
    option = "" if path in (Path(CONTEXT), Path()) else f" --context {path}"
    source = add_wishes(kind, path, report)
    errors = [each for each in report if each.blocks]
    console.tell(errors, Texts(source, workshop.catalogue))
    open_now = questions(replace(state, put_off=frozenset()))
    if errors:
        can_go_on = any(each.needed for each in open_now)
        way = (
            f"go on with: {program()} ask {kind.name}{option}"
            if can_go_on
            else "no answer cures that; change the file"
        )
        console.say(f"{console.counts(errors)} left; {way}")
        return WRONG_INPUT
    left = len(open_now)
    more = f"; {left} more would make it better" if left else ""
    console.say(f"`{kind.name}` has what it needs{more}; now run: {program()} build {kind.name}{option}")
    return DONE
