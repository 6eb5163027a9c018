"""`alignkit schema`: the file format for editors."""

from __future__ import annotations

from pathlib import Path

import click

from .exits import DONE


@click.command("schema", short_help="Print the file format for your editor.")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="Write it to this file instead.")
def command(out: Path | None) -> int:
    """Print the format of context files as JSON Schema, which editors complete and check by.

    \b
    alignkit schema --out context.schema.json
    """
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.projects import schema_text, write_parts

    from . import answer, console
    from .texts import Texts

    if out is None:
        console.give(schema_text().rstrip("\n"))
        return DONE
    report = Report()
    for path in write_parts({out.parent: {out.name: schema_text().encode()}}, report, overwrite=True):
        console.give(str(path))
    console.tell(report, Texts(None, Catalogue()))
    return answer.code_of(report, is_done=not report.is_broken)
