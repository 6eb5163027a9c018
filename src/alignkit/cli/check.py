"""`alignkit check`: everything that is wrong with a context, and nothing made."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from .options import (
    context_option,
    context_or_default,
    json_option,
    people_option,
    set_option,
    strict_option,
)


@click.command("check", short_help="Check your context without making anything.")
@context_option
@people_option
@set_option
@strict_option
@json_option
def command(
    context: Path | None, people: Path | None, overrides: tuple[str, ...], strict: bool, as_json: bool
) -> int:
    """Check your context: its form, its figures, and the rules a careful reader would apply.

    \b
    alignkit check
    alignkit check --context clients/acme/context.yaml --strict
    """
    from alignkit.build import Request, Workshop, build
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Severity

    from . import answer, console
    from .texts import Texts

    request = Request(context_or_default(context), people=people, overrides=overrides, strict=strict)
    workshop = Workshop(Catalogue(find_project(request.context)))
    outcome = build(request, workshop)
    report = outcome.report
    stopped = report.has_errors or (strict and bool(report.of(Severity.WARN)))
    code = answer.code_of(report, is_done=not stopped)
    if as_json:
        console.give(answer.as_json(report, code))
        return code
    console.tell(report, Texts(outcome.source, workshop.catalogue), stream=sys.stdout)
    console.say(answer.beginning(report) or console.counts(report) or "no problems found")
    return code
