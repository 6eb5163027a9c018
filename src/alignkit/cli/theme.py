"""`alignkit theme`: what a company's file gives our documents their look with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .exits import DONE, WRONG_INPUT
from .options import json_option

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.looks import Look


@click.command("theme", short_help="Show what a company's file has for our documents.")
@click.argument("file", type=click.Path(exists=True, path_type=Path))
@json_option
def command(file: Path, as_json: bool) -> int:
    """Show which layouts, styles or colours of a file are used, what is missing, and what is used instead.

    \b
    alignkit theme company.potx
    alignkit theme company.dotx
    alignkit theme brand.yaml
    """
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.looks import look_of

    from . import answer, console
    from .texts import Texts

    report = Report()
    look = look_of(file, report)
    code = DONE if look and look.is_usable else WRONG_INPUT
    if as_json:
        console.give(json.dumps(json.loads(answer.as_json(report, code)) | _facts(look), indent=2))
        return code
    for line in _table(look) if look else ():
        console.give(line)
    console.tell(report, Texts(None, Catalogue()))
    console.say(f"{file} {'can' if code == DONE else 'cannot'} be used")
    return code


def _facts(look: Look | None) -> dict[str, object]:
    lines = look.lines if look else ()
    return {
        "usable": bool(look and look.is_usable),
        "lines": [
            {"ours": one.ours, "theirs": one.theirs, "remark": one.remark, "served": one.is_served}
            for one in lines
        ],
    }


def _table(look: Look) -> Iterator[str]:
    cells = [look.heads, *((one.ours, one.theirs or "-", one.remark) for one in look.lines)]
    widths = [max(len(row[column]) for row in cells) for column in (0, 1)]
    for ours, theirs, remark in cells:
        yield f"{ours:<{widths[0]}}  {theirs:<{widths[1]}}  {remark}".rstrip()
