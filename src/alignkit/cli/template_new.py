"""`alignkit template new`: a small template that works."""

from __future__ import annotations

import re
from pathlib import Path

import click

from .calling import program
from .exits import DONE

_NAME = re.compile(r"[a-z][a-z0-9-]{0,31}\Z")


@click.command("new", short_help="Write a small template that works.")
@click.argument("name")
def new(name: str) -> int:
    """Write a small template that works, into the folder `templates`, for you to change.

    \b
    alignkit template new board-note
    """
    from alignkit.catalogue import TEMPLATES, Catalogue, find_project
    from alignkit.diagnostics import Report
    from alignkit.projects import template, write_parts

    from . import answer, console
    from .texts import Texts

    catalogue = Catalogue(find_project(Path()))
    if not _NAME.match(name):
        raise click.BadParameter(
            "use small letters, digits and hyphens, such as board-note.", param_hint="NAME"
        )
    if name in catalogue.kinds():
        raise click.BadParameter(f"there is a kind {name!r} already; choose another name.", param_hint="NAME")
    folder = (catalogue.project or Path()) / TEMPLATES / name
    if catalogue.project == Path().resolve():
        folder = Path(TEMPLATES) / name
    report = Report()
    for path in write_parts({folder: template(name)}, report):
        console.give(str(path))
    console.tell(report, Texts(None, catalogue))
    if report.is_broken:
        return answer.code_of(report, is_done=False)
    console.say(
        f"next: {program()} new {name} --out {name}.yaml && {program()} build {name} --context {name}.yaml"
    )
    return DONE
