"""`alignkit phrases check`: language banks read as an editor would."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from .options import EXISTING, strict_option

if TYPE_CHECKING:
    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.proofreading import Proof

FORMATS = ("text", "json", "sarif", "github")
"""How what was found can be told; the same as those of `alignkit check`."""


@click.command("check", short_help="Check the sentences of language banks.")
@click.argument("files", nargs=-1, type=EXISTING, metavar="[FILE]...")
@click.option("--language", "-l", default="", metavar="TAG", help="Only this language, such as en or de.")
@strict_option
@click.option("--format", "-f", "format_", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How to tell what was found.")  # fmt: skip
def check(files: tuple[Path, ...], language: str, strict: bool, format_: str) -> int:
    """Check the form and the words of every sentence, and whether there are enough of each sort.

    Without files, all banks are checked: yours and those that come with alignkit.

    \b
    alignkit phrases check
    alignkit phrases check language_banks/en/own.yaml
    alignkit phrases check --language de --format github
    """
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report, Severity
    from alignkit.proofreading import proofread

    from . import answer
    from .phrases_options import known_bank

    catalogue, report = Catalogue(find_project(Path())), Report()
    banks = catalogue.banks()
    several = tuple(
        inner for path in files for inner in (sorted(path.glob("*.yaml")) if path.is_dir() else [path])
    )
    proof = proofread(banks, several, report, known_bank(language, banks) if language else "")
    stopped = report.has_errors or (strict and bool(report.of(Severity.WARN)))
    code = answer.code_of(report, is_done=not stopped)
    _tell(format_, report, proof, catalogue, code)
    return code


def _tell(format_: str, report: Report, proof: Proof, catalogue: Catalogue, code: int) -> None:
    from alignkit.catalogue import BANKS

    from . import answer, console
    from .github import as_commands
    from .phrase_counts import as_records, give_counts
    from .sarif import as_sarif
    from .texts import Texts

    if format_ == "json":
        console.give(answer.as_json(report, code, more={"counts": as_records(proof.counts)}))
    elif format_ == "sarif":
        console.give(as_sarif(report, BANKS, Path.cwd(), code))
    elif format_ == "github":
        for line in as_commands(report, Path.cwd()):
            console.give(line)
    else:
        console.tell(report, Texts(None, catalogue), stream=sys.stdout)
        give_counts(proof.counts)
    if format_ in ("text", "github"):
        found = console.counts(report) or "no problems found"
        console.say(f"{found}; {proof.records} phrase{'s' if proof.records != 1 else ''} read")
