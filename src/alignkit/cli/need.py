"""`alignkit need`: what a kind of document still wants from a context."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .calling import program
from .exits import DONE
from .options import context_option, context_or_default, json_option, mode_option, people_option

if TYPE_CHECKING:
    from alignkit.diagnostics import Report
    from alignkit.source import Source
    from alignkit.templates import Kind


@click.command("need", short_help="List what a kind of document still wants from your context.")
@click.argument("kind")
@context_option
@people_option
@mode_option
@json_option
def command(kind: str, context: Path | None, people: Path | None, mode: str, as_json: bool) -> int:
    """List what a kind of document still wants from your context, and where to add it.

    Errors are what it cannot be made without. Notes are what a reader will ask for.

    \b
    alignkit need budget-script
    alignkit need budget-deck --mode defend
    """
    from alignkit.build import Request, Workshop, version_of
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report

    from . import answer, console
    from .texts import Texts

    path = context_or_default(context)
    workshop = Workshop(Catalogue(find_project(path)))
    report = Report()
    found = workshop.kind(kind, report)
    version = version_of(found, Request(path, (kind,), mode=mode), report) if found else None
    found = found.in_mode(version.mode) if found and version else None
    if found and context is None and not _has_context(path):
        return _tell_everything(found)
    source = add_wishes(found, path, report, people=people) if found else None
    code = answer.code_of(report, is_done=not report.has_errors)
    if as_json:
        console.give(answer.as_json(report, code))
        return code
    console.tell(report, Texts(source, workshop.catalogue), stream=sys.stdout)
    found_words = console.counts(report) or "nothing is missing"
    console.say(found_words if code else f"{found_words}; run: {program()} build {kind}")
    return code


def add_wishes(kind: Kind, path: Path, report: Report, *, people: Path | None = None) -> Source | None:
    """What was read at `path`; its mistakes are in the report, or else what `kind` still wants from it."""
    from alignkit.build import prepare
    from alignkit.needs import still_wanted
    from alignkit.source import read
    from alignkit.templates import check_fields

    source = read(path, report, people=people)
    prepared = prepare(source, report) if source else None
    if prepared:
        for each in still_wanted(kind, prepared.context, prepared.source):
            report.add(each)
        check_fields(kind, prepared.context, report)
    return source


def _has_context(path: Path) -> bool:
    return path.is_file() or any(path.glob("*.y*ml"))


def _tell_everything(kind: Kind) -> int:
    """List what a kind wants where there is no context yet."""
    from alignkit.needs import everything

    from . import console

    for is_needed, need, how in everything(kind):
        console.give(f"{'needs' if is_needed else 'wants'}  {need.path}: {need.why}")
        console.give(f"       {how}", style="dim")
    console.say(f"there is no context here yet; begin with: {program()} new {kind.name}")
    return DONE
