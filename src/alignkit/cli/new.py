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
    from alignkit.projects import first_context, schema_part, write_parts

    from . import answer, console
    from .texts import Texts

    report = Report()
    workshop = Workshop(Catalogue(find_project(out.parent)))
    found = workshop.kind(kind, report)
    if found is not None and out.exists():
        return _tell_what_is_missing(found, out, workshop)
    text = first_context(found, day or date.today(), report) if found else None
    if text is not None:
        write_parts({out.parent: {out.name: text.encode()}}, report)
        write_parts(schema_part(out.parent), report, overwrite=True)
    if report.has_errors:
        console.tell(report, Texts(None, workshop.catalogue))
        console.say(answer.summary(report, (), None))
        return answer.code_of(report, is_done=False)
    console.give(str(out))
    option = "" if out == Path(CONTEXT) else f" --context {typed(out)}"
    console.say(f"type over what is there, then run: {program()} build {kind}{option}")
    return DONE


def _tell_what_is_missing(kind: Kind, out: Path, workshop: Workshop) -> int:
    """Leave the file as it is, and say what to add to it."""
    from alignkit.diagnostics import Report

    from . import answer, console
    from .need import add_wishes
    from .texts import Texts

    console.say(f"{out} exists and stays as it is; this is what it lacks for `{kind.name}`:\n")
    report = Report()
    source = add_wishes(kind, out, report)
    console.tell(report, Texts(source, workshop.catalogue))
    console.say(answer.summary(report, (), None))
    return WRONG_INPUT
