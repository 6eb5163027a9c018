"""`alignkit check`: everything that is wrong with a context and its documents, and no file written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from .options import context_option, context_or_default, mode_option, people_option, set_option, strict_option

if TYPE_CHECKING:
    from alignkit.build import Outcome, Request, Workshop

FORMATS = ("text", "json", "sarif", "github")
"""How what was found can be told: to people, to programs, to code scanning, to a workflow of GitHub."""


@click.command("check", short_help="Check your context and its documents without writing any.")
@click.argument("kinds", nargs=-1, metavar="[KIND]...")
@context_option
@people_option
@click.option("--audience", "-a", default="", metavar="WHO", help="Whom it is for, such as cfo or ceo.")
@mode_option
@set_option
@strict_option
@click.option("--format", "-f", "format_", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How to tell what was found.")  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="The same as --format json.")
def command(kinds: tuple[str, ...], context: Path | None, format_: str, as_json: bool, **wishes: Any) -> int:
    """Check your context: its form, its figures, and the rules a careful reader would apply.

    With kinds, their documents are made as well, slides laid out included, and read by further rules.

    \b
    alignkit check
    alignkit check budget-deck --audience cfo --mode defend
    alignkit check budget-script --format sarif > alignkit.sarif
    """
    from alignkit.build import Request, Workshop, examine
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Severity

    from . import answer

    if wishes["mode"] and not kinds:
        message = "--mode is about a kind of document; name one: alignkit check budget-deck --mode defend."
        raise click.UsageError(message)
    request = Request(context_or_default(context), tuple(dict.fromkeys(kinds)), **wishes)
    workshop = Workshop(Catalogue(find_project(request.context)))
    outcome = examine(request, workshop)
    report = outcome.report
    stopped = report.has_errors or (request.strict and bool(report.of(Severity.WARN)))
    code = answer.code_of(report, is_done=not stopped)
    _tell("json" if as_json else format_, outcome, request, workshop, code)
    return code


def _tell(format_: str, outcome: Outcome, request: Request, workshop: Workshop, code: int) -> None:
    from . import answer, console
    from .discreet import in_public
    from .github import as_commands
    from .sarif import as_sarif
    from .texts import Texts

    report = outcome.report
    if format_ == "json":
        console.give(answer.as_json(report, code))
    elif format_ == "sarif":
        first = next(iter(outcome.source.lines if outcome.source else ()), str(request.context))
        console.give(as_sarif(in_public(report), first, Path.cwd(), code))
    elif format_ == "github":
        for line in as_commands(in_public(report), Path.cwd()):
            console.give(line)
    else:
        console.tell(report, Texts(outcome.source, workshop.catalogue), stream=sys.stdout)
    if format_ in ("text", "github"):
        console.say(answer.beginning(report) or console.counts(report) or "no problems found")
