"""`alignkit init`: a project folder."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .calling import program
from .exits import DONE
from .options import day_option

if TYPE_CHECKING:
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.projects import Parts


@click.command("init", short_help="Set up a project folder.")
@click.argument("folder", type=click.Path(path_type=Path), default=".")
@click.option("--example", is_flag=True, help="Begin with the full worked example.")
@day_option
def command(folder: Path, example: bool, day: date | None) -> int:
    """Set up a project folder: a context that builds, and room for templates and words of your own.

    \b
    alignkit init budget-2028
    alignkit init look-around --example
    """
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.projects import write_parts

    from . import answer, console
    from .texts import Texts

    report = Report()
    parts = _parts(folder, day or date.today(), report, with_example=example)
    written = write_parts(parts, report)
    for path in written:
        console.give(str(path))
    console.tell(report, Texts(None, Catalogue()))
    if report.is_broken:
        console.say(answer.summary(report, written, folder))
        return answer.code_of(report, is_done=False)
    there = "" if folder == Path() else f"cd {folder} && "
    console.say(f"next: {there}{program(elsewhere=bool(there))} build budget-script")
    return DONE


def _parts(folder: Path, day: date, report: Report, *, with_example: bool) -> Parts:
    """What to write; what is there already and no context is left alone."""
    from alignkit.catalogue import Catalogue
    from alignkit.projects import example, project

    catalogue = Catalogue()
    files = dict(example(catalogue)) if with_example else _first(catalogue, day, report)
    return {
        place: {name: text for name, text in several.items() if name in files or not (place / name).exists()}
        for place, several in project(folder, files).items()
    }


def _first(catalogue: Catalogue, day: date, report: Report) -> dict[str, bytes]:
    """A first context for the kind a project begins with."""
    from alignkit.build import Workshop
    from alignkit.projects import CONTEXT, FIRST_KIND, first_context

    kind = Workshop(catalogue).kind(FIRST_KIND, report)
    return {CONTEXT: ((first_context(kind, day, report) if kind else None) or "").encode()}
