"""`alignkit review`: reviews of people, one by one or of a whole team."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from alignkit.purposes import SITUATIONS

from .exits import DONE
from .options import (
    EXISTING,
    context_option,
    context_or_default,
    day,
    formats,
    json_option,
    people_option,
    set_option,
    strict_option,
)

if TYPE_CHECKING:
    from alignkit.build import Request, Workshop

_FORMATS = "docx, pdf, md, html for documents; eml, txt, md, html for notes. Repeat it, or use commas."
PEOPLE = "people.yaml"
"""The confidential file looked for beside the context."""


@click.command("review", short_help="Write reviews of people from dated observations.")
@context_option
@people_option
@click.option(
    "--person", "-p", "persons", multiple=True, metavar="ID", help="Whose review. Repeat it for several."
)
@click.option("--all", "everybody", is_flag=True, help="Everybody's, with what each still lacks.")
@click.option("--mode", "-m", default="", metavar="MODE", help=f"One of {', '.join(SITUATIONS)}.")
@click.option("--out", "-o", type=click.Path(path_type=Path), default="out", show_default=True,
              help="The folder for the documents.")  # fmt: skip
@click.option("--format", "-f", "formats", multiple=True, type=formats, metavar="FORMAT", help=_FORMATS)
@click.option(
    "--locale", default="", metavar="TAG", help="How numbers and dates look, such as en-GB or de-DE."
)
@click.option("--date", "day", type=day, metavar="YYYY-MM-DD", help="The day the documents speak for.")
@click.option(
    "--reference", "references", multiple=True, type=EXISTING, help="A Word file whose look to take."
)
@click.option("--brand", type=EXISTING, help="A file with the colours, fonts and logo of your company.")
@click.option("--explain", is_flag=True, help="Say why each sentence was taken, and write nothing.")
@set_option
@strict_option
@json_option
def command(
    context: Path | None,
    people: Path | None,
    everybody: bool,
    out: Path,
    explain: bool,
    as_json: bool,
    **wishes: Any,
) -> int:
    """Write reviews from the confidential file people.yaml, which lies beside your context.

    A sentence is made of what you observed and of a phrase; ratings are yours and never computed.

    \b
    alignkit review --person sofie
    alignkit review --all --mode talk
    alignkit review --person sofie --explain
    """
    from alignkit.build import Request, Workshop
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.reviews import KIND

    if everybody == bool(wishes["persons"]):
        raise click.UsageError("Say whose reviews: --person sofie, or --all for everybody's.")
    wishes["formats"] = tuple(dict.fromkeys(name for several in wishes["formats"] for name in several))
    request = Request(context_or_default(context), (KIND,), people, **wishes)
    request = replace(request, people=people or _people_beside(request.context))
    workshop = Workshop(Catalogue(find_project(request.context)))
    if explain:
        return _explain(request, workshop, as_json)
    return _build(request, workshop, out, as_json=as_json, with_table=everybody)


def _people_beside(context: Path) -> Path:
    """The people file beside a context, or wrong usage."""
    path = (context if context.is_dir() else context.parent) / PEOPLE
    if path.is_file():
        return path
    raise click.UsageError(
        f"There is no {PEOPLE} beside the context; name it with --people, or begin with: alignkit new review"
    )


def _build(request: Request, workshop: Workshop, out: Path, *, as_json: bool, with_table: bool) -> int:
    from alignkit.build import build
    from alignkit.keeping import write_keeping
    from alignkit.reviews import standings

    from . import answer, console, review_table
    from .progress import watched
    from .texts import Texts

    with watched(workshop, "reviews"):
        outcome = build(request, workshop)
    report = outcome.report
    paths = write_keeping(outcome.files, out, report) if outcome.files else ()
    code = answer.code_of(report, is_done=bool(paths) and len(paths) == len(outcome.files))
    found = standings(outcome, [path.name for path in paths], request.persons)
    if as_json:
        files = {path: outcome.files[path.name] for path in paths}
        more = {"reviews": review_table.as_records(found)}
        console.give(answer.as_json(report, code, files, outcome.ledger, more))
        return code
    console.tell(report, Texts(outcome.source, workshop.catalogue))
    for path in paths:
        console.give(str(path))
    if with_table:
        review_table.say_table(found)
    console.say(answer.beginning(report, "review") or answer.summary(report, paths, out))
    return code


def _explain(request: Request, workshop: Workshop, as_json: bool) -> int:
    from alignkit.diagnostics import Report
    from alignkit.reviews import explained

    from . import answer, console, review_table
    from .texts import Texts

    report = Report()
    found = explained(request, workshop, report)
    code = answer.code_of(report, is_done=not report.is_broken and bool(found))
    if as_json:
        more = {"explanation": review_table.reasons_as_records(found)}
        console.give(answer.as_json(report, code, more=more))
        return code
    console.tell(report, Texts(None, workshop.catalogue))
    review_table.give_reasons(found)
    if not found:
        console.say("no sentence is taken from a bank for this")
    return code if found else max(code, 1) or DONE
