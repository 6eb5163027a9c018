"""`alignkit list`: the kinds of documents there are."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import context_option, context_or_default

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.templates import Kind


@click.command("list", short_help="List the kinds of documents you can make.")
@context_option
def command(context: Path | None) -> int:
    """List the kinds of documents you can make, those of your own project included.

    \b
    alignkit list
    """
    from alignkit.build import Workshop
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report

    from . import answer, console
    from .texts import Texts

    report = Report()
    catalogue = Catalogue(find_project(context_or_default(context)))
    workshop = Workshop(catalogue)
    for name in catalogue.kinds(report):
        if kind := workshop.kind(name, report):
            console.give(f"{name}{'' if kind.is_packaged else ' (yours)'}: {kind.title}", style="bold")
            for line in _facts(kind):
                console.give(f"    {line}")
    console.tell(report, Texts(None, catalogue))
    return answer.code_of(report, is_done=not report.is_broken)


def _facts(kind: Kind) -> Iterator[str]:
    from alignkit.build import DECK_FORMATS, DOCUMENT_FORMATS, MESSAGE_FORMATS

    shapes = {
        "document": ("a document", DOCUMENT_FORMATS),
        "deck": ("a deck", DECK_FORMATS),
        "message": ("an e-mail", MESSAGE_FORMATS),
    }

    yield kind.purpose
    if kind.audiences:
        yield f"for {' or '.join(kind.audiences)}"
    if kind.modes:
        yield f"modes: {', '.join(kind.modes)}"
    if kind.includes:
        yield f"makes together: {', '.join(kind.includes)}"
    for output in kind.outputs:
        shape, formats = shapes[output.form]
        yield f"{output.file}: {shape} as {', '.join(formats)}"
