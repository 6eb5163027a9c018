"""`alignkit build`: documents from a context."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from .options import (
    EXISTING,
    context_option,
    context_or_default,
    day,
    formats,
    json_option,
    mode_option,
    people_option,
    set_option,
    strict_option,
)

_FORMATS = "docx, pptx, pdf, md, html for documents; eml, txt, md, html for mails. Repeat it, or use commas."


@click.command("build", short_help="Make documents from your context.")
@click.argument("kinds", nargs=-1, required=True, metavar="KIND...")
@context_option
@people_option
@click.option("--out", "-o", type=click.Path(path_type=Path), default="out", show_default=True,
              help="The folder for the documents.")  # fmt: skip
@click.option("--format", "-f", "formats", multiple=True, type=formats, metavar="FORMAT", help=_FORMATS)
@click.option("--audience", "-a", default="", metavar="WHO", help="Whom it is for, such as cfo or ceo.")
@mode_option
@click.option("--locale", default="", metavar="TAG", help="How numbers and dates look, such as en-GB.")
@click.option("--date", "day", type=day, metavar="YYYY-MM-DD", help="The day the documents speak for.")
@click.option(
    "--reference",
    "references",
    multiple=True,
    type=EXISTING,
    help="A Word or PowerPoint file of your company whose look to take.",
)
@click.option("--brand", type=EXISTING, help="A file with the colours, fonts and logo of your company.")
@set_option
@strict_option
@json_option
def command(kinds: tuple[str, ...], context: Path | None, out: Path, as_json: bool, **wishes: Any) -> int:
    """Make one or more kinds of documents from your context.

    \b
    alignkit build budget-script --audience ceo
    alignkit build escalation --format docx,eml --out friday
    alignkit build budget-script --set budget.decision.by=2027-01-29
    """
    from alignkit.build import Request, Workshop, build
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.keeping import write_keeping

    from . import answer, console
    from .texts import Texts

    wishes["formats"] = tuple(dict.fromkeys(name for several in wishes["formats"] for name in several))
    request = Request(context=context_or_default(context), kinds=tuple(dict.fromkeys(kinds)), **wishes)
    workshop = Workshop(Catalogue(find_project(request.context)))
    outcome = build(request, workshop)
    report = outcome.report
    paths = write_keeping(outcome.files, out, report) if outcome.files else ()
    code = answer.code_of(report, is_done=bool(paths) and len(paths) == len(outcome.files))
    if as_json:
        files = {path: outcome.files[path.name] for path in paths}
        console.give(answer.as_json(report, code, files, outcome.ledger))
        return code
    console.tell(report, Texts(outcome.source, workshop.catalogue))
    for path in paths:
        console.give(str(path))
    if words := answer.beginning(report, kinds[0]):
        console.say(words)
    console.say(answer.summary(report, paths, out))
    return code
