"""`alignkit new`: a first context for one kind of document."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .calling import program, typed
from .exits import DONE, WRONG_INPUT
from .options import CONTEXT, day_option

if TYPE_CHECKING:
    from alignkit.build import Workshop
    from alignkit.templates import Kind


@click.command("new", short_help="Write a first context file for one kind of document.")
@click.argument("kind")
@click.option("--out", "-o", type=click.Path(path_type=Path), default=CONTEXT, show_default=True,
              help="The file to write.")  # fmt: skip
@day_option
def command(kind: str, out: Path, day: date | None) -> int:
    """Write a short context file that builds as it stands, for you to type over.

    \b
    alignkit new escalation
    alignkit new budget-script --out clients/acme/context.yaml
    """
    from alignkit.build import Workshop
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report
    from alignkit.projects import PEOPLE, first_context, first_people, schema_part, write_parts

    from . import answer, console
    from .texts import Texts

    report = Report()
    workshop = Workshop(Catalogue(find_project(out.parent)))
    found = workshop.kind(kind, report)
    if found is not None and out.exists():
        return _tell_what_is_missing(found, out, workshop)
    text = first_context(found, day or date.today(), report) if found else None
    people = first_people(found, day or date.today()) if found else None
    if text is not None:
        further = {PEOPLE: people.encode()} if people else {}
        write_parts({out.parent: {out.name: text.encode(), **further}}, report)
        write_parts(schema_part(out.parent), report, overwrite=True)
    if report.has_errors:
        console.tell(report, Texts(None, workshop.catalogue))
        console.say(answer.summary(report, (), None))
        return answer.code_of(report, is_done=False)
    console.give(str(out))
    if people:
        console.give(str(out.parent / PEOPLE))
        console.say(f"{PEOPLE} is confidential: keep it out of shared folders and out of version control")
    option = "" if out == Path(CONTEXT) else f" --context {typed(out)}"
    console.say(f"type over what is there, then run: {_call(kind, people=bool(people))}{option}")
    return DONE


def _call(kind: str, *, people: bool) -> str:
    """What makes the documents; reviews have a command of their own, which finds the people file."""
    if not people:
        return f"{program()} build {kind}"
    return (
        f"{program()} review --all" if kind == "review" else f"{program()} build {kind} --people people.yaml"
    )


def _tell_what_is_missing(kind: Kind, out: Path, workshop: Workshop) -> int:
    """Leave the file as it is, and say what to add to it."""
    from alignkit.diagnostics import Report
    from alignkit.projects import PEOPLE

    from . import answer, console
    from .need import add_wishes
    from .texts import Texts

    console.say(f"{out} exists and stays as it is; this is what it lacks for `{kind.name}`:\n")
    report = Report()
    people = out.parent / PEOPLE
    source = add_wishes(kind, out, report, people=people if kind.people and people.is_file() else None)
    console.tell(report, Texts(source, workshop.catalogue))
    console.say(answer.summary(report, (), None))
    return WRONG_INPUT
