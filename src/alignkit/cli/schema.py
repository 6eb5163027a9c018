"""`alignkit schema`: the file formats for editors."""

from __future__ import annotations

from pathlib import Path

import click

from .exits import DONE


@click.command("schema", short_help="Print the file format for your editor.")
@click.option("--bank", is_flag=True, help="The format of language banks instead of contexts.")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="Write it to this file instead.")
def command(bank: bool, out: Path | None) -> int:
    """Print the format of context files as JSON Schema, which editors complete and check by.

    \b
    alignkit schema --out context.schema.json
    alignkit schema --bank --out bank.schema.json
    """
    from alignkit import projects
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report

    from . import answer, console
    from .texts import Texts

    text = projects.bank_schema_text() if bank else projects.schema_text()
    if out is None:
        console.give(text.rstrip("\n"))
        return DONE
    report = Report()
    for path in projects.write_parts({out.parent: {out.name: text.encode()}}, report, overwrite=True):
        console.give(str(path))
    console.tell(report, Texts(None, Catalogue()))
    return answer.code_of(report, is_done=not report.is_broken)
