"""`alignkit ask`: questions until a context has what a kind of document needs."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from . import console
from .calling import program
from .exits import DONE, WRONG_USAGE
from .options import context_or_default, day_option, mode_option

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.templates import Kind


@click.command("ask", short_help="Answer questions until your context has what a kind needs.")
@click.argument("kind")
@click.option(
    "--context", "-c", type=click.Path(path_type=Path), help="Context file or folder; may be missing."
)
@mode_option
@click.option("--all", "everything", is_flag=True, help="Ask again for what was skipped before.")
@click.option("--list", "only_list", is_flag=True, help="List the open questions and ask none.")
@day_option
def command(
    kind: str, context: Path | None, mode: str, everything: bool, only_list: bool, day: date | None
) -> int:
    """Answer one question after the other; each answer is written into your context at once.

    Write ? for more about a question, back for the one before, later to leave a needed one for another day,
    quit to end for now. What you have answered is never asked again.

    \b
    alignkit ask budget-script
    alignkit ask budget-deck --mode defend
    alignkit ask kickoff-deck --context clients/acme/context.yaml
    """
    from alignkit.asking import Memory, begin, converse, open_manuscript, remembered, what_is_open
    from alignkit.build import Workshop
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report

    from . import asking_end
    from .keyboard import Keyboard

    path = context_or_default(context)
    workshop, report = Workshop(Catalogue(find_project(path))), Report()
    found = workshop.kind(kind, report)
    found = _in_mode(found, path, mode, report) if found else None
    manuscript = open_manuscript(path, report) if found else None
    asking_end.tell(report, None, workshop)
    if found is None or manuscript is None:
        return asking_end.refused(report)
    if found.people:
        return _refuse_people(found)
    memory = Memory() if everything else remembered(manuscript.main)
    state = begin(manuscript, memory, found, day or date.today())
    if only_list:
        for line in what_is_open(state):
            console.give(line.text, style=line.style)
        return DONE
    on_disk, trouble = manuscript.texts if manuscript.is_on_disk else {}, Report()
    state = converse(state, on_disk, Keyboard(), trouble)
    if trouble.is_broken:
        asking_end.tell(trouble, state.manuscript, workshop)
        return asking_end.refused(trouble)
    return asking_end.sum_up(asking_end.Errand(found, path, mode), state, workshop)


def _refuse_people(kind: Kind) -> int:
    """Say where the facts of a kind about people are written."""
    console.say(f"`{kind.name}` is made from the confidential people file, which no question writes into")
    console.say(
        f"begin with: {program()} new {kind.name}; what it lacks: {program()} need {kind.name} --people FILE"
    )
    return WRONG_USAGE


def _in_mode(kind: Kind, path: Path, mode: str, report: Report) -> Kind | None:
    """The kind with what it needs in a situation; None when it knows no such situation."""
    from alignkit.build import Request, version_of

    version = version_of(kind, Request(path, (kind.name,), mode=mode), report)
    return kind.in_mode(version.mode) if version else None
