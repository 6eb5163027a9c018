"""`alignkit template check`: a template filled with generated contexts."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .options import json_option


@click.command("check", short_help="Find the mistakes of a template.")
@click.argument("name")
@json_option
def check(name: str, as_json: bool) -> int:
    """Fill a template with contexts of all sorts, and report its mistakes at their lines.

    Each field is there and missing, each list is short and long, each choice is made.

    \b
    alignkit template check board-note
    """
    from alignkit.build import Workshop
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report
    from alignkit.rehearsal import rehearse

    from . import answer, console
    from .texts import Texts

    report = Report()
    workshop = Workshop(Catalogue(find_project(Path())))
    kind = workshop.kind(name, report)
    filled = rehearse(kind, workshop, report) if kind and not kind.people else 0
    code = answer.code_of(report, is_done=not report.has_errors)
    if as_json:
        console.give(answer.as_json(report, code))
        return code
    console.tell(report, Texts(None, workshop.catalogue), stream=sys.stdout)
    if kind and kind.people:
        console.say(
            f"`{name}` is about people, and no people are made up here; try it with files of your own:"
        )
        console.say(f"alignkit check {name} --context context.yaml --people people.yaml")
        return code
    found = console.counts(report) or "no problems found"
    console.say(f"{found}; filled {filled} times")
    return code
