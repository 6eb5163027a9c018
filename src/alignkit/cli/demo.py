"""`alignkit demo`: every document of a worked example."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from .calling import program
from .exits import DONE

if TYPE_CHECKING:
    from alignkit.diagnostics import Report


@click.command("demo", short_help="Make every document of a worked example, to see what comes out.")
@click.argument("folder", type=click.Path(path_type=Path), default="alignkit-demo")
def command(folder: Path) -> int:
    """Make every document of a worked example: an invented company with one file of facts.

    \b
    alignkit demo
    alignkit demo elsewhere
    """
    from alignkit.catalogue import Catalogue
    from alignkit.demo import demonstration
    from alignkit.diagnostics import Report
    from alignkit.files import write_all
    from alignkit.projects import differing, schema_part, write_parts

    from . import answer, console
    from .texts import Texts

    report = Report()
    demo = demonstration(Catalogue(), report)
    for name in differing(demo.context, folder):
        message = f"expected `{folder / name}` to be as the example has it, found changes in it"
        report.broken("OUT-006", message, hint="choose another folder, or remove the file")
    if report.is_broken:
        console.tell(report, Texts(None, Catalogue()))
        console.say(answer.summary(report, (), None))
        return answer.code_of(report, is_done=False)
    found = console.counts(report)
    written = write_all({**demo.documents, **demo.context}, folder, report)
    write_parts(schema_part(folder), report, overwrite=True)
    for path in written:
        console.give(str(path))
    return _end(folder, len(written), found, report)


def _end(folder: Path, count: int, found: str, report: Report) -> int:
    from alignkit.catalogue import Catalogue

    from . import answer, console
    from .texts import Texts

    if report.is_broken:
        console.tell((each for each in report if each.blocks), Texts(None, Catalogue()))
        return answer.code_of(report, is_done=False)
    console.say(f"\n{count} files in {folder}/")
    console.say(f"open first: {folder / 'budget-script.docx'}", style="bold")
    console.say(f"made from:  {folder / 'context.yaml'}")
    console.say(
        f"your turn:  cd {folder}, change the context, and run: {program(elsewhere=True)} build budget-script"
    )
    if found:
        console.say(f"the rules left {found}, as they would for you; a build shows them")
    return DONE
