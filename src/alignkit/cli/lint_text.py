"""`alignkit lint-text`: wording of feedback that does not hold up, in any text, Word or PowerPoint file."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from alignkit.purposes import PURPOSES

from .exits import DONE, WRONG_INPUT

if TYPE_CHECKING:
    from alignkit.foreign_texts import Reading

FORMATS = ("text", "json", "sarif", "github")


@click.command("lint-text", short_help="Check the wording of feedback in any file.")
@click.argument("files", nargs=-1, required=True, metavar="FILE...",
                type=click.Path(exists=True, dir_okay=False, allow_dash=True))  # fmt: skip
@click.option("--language", "-l", default="", metavar="LANGUAGE",
              help="Language of the texts, such as de; told from each file when not given.")  # fmt: skip
@click.option("--person", default="", metavar="NAME", help="Whom the texts are about.")
@click.option(
    "--purpose", type=click.Choice(PURPOSES), metavar="PURPOSE", help="What they are for, such as develop."
)
@click.option("--format", "-f", "format_", type=click.Choice(FORMATS), default="text", show_default=True,
              help="How to tell what was found.")  # fmt: skip
def command(files: tuple[str, ...], language: str, person: str, purpose: str | None, format_: str) -> int:
    """Check the wording of feedback: labels, vague praise, hearsay, private matters, what is left unfilled.

    Reads .txt, .md, .docx and .pptx; `-` is standard input. Nothing leaves this computer.

    \b
    alignkit lint-text review.docx
    alignkit lint-text notes.md --person "Amara Okafor" --purpose develop
    pbpaste | alignkit lint-text -
    """
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.diagnostics import Report
    from alignkit.foreign_texts import STANDARD_INPUT, Wish, proofread

    from .reading_bytes import contents_of

    report = Report()
    contents = contents_of(dict.fromkeys(files), report)
    first = next((Path(name) for name in files if name != STANDARD_INPUT), Path())
    banks = Catalogue(find_project(first)).banks()
    reading = proofread(contents, Wish(language, person, purpose or ""), banks, report)
    code = WRONG_INPUT if reading.report.has_errors else DONE
    _tell(format_, reading, files, code)
    return code


def _tell(format_: str, reading: Reading, files: tuple[str, ...], code: int) -> None:
    from . import answer, console
    from .github import as_commands
    from .sarif import as_sarif
    from .underlined import tell_found

    report = reading.report
    if format_ == "json":
        console.give(answer.as_json(report, code))
    elif format_ == "sarif":
        console.give(as_sarif(report, files[0], Path.cwd(), code))
    elif format_ == "github":
        for line in as_commands(report, Path.cwd()):
            console.give(line)
    else:
        tell_found(reading, sys.stdout)
    if format_ in ("text", "github"):
        count = f"{reading.passages} paragraph{'s' if reading.passages != 1 else ''}"
        found = console.counts(report) if len(report) else "nothing to object to"
        console.say(f"{found} in {count}{_read_as(reading)}")


def _read_as(reading: Reading) -> str:
    """Which languages the files were read in, where that was guessed."""
    from alignkit.prose import LANGUAGES
    from alignkit.source.wording import listed

    by_language: dict[str, list[str]] = {}
    for name, language in reading.guessed.items():
        by_language.setdefault(LANGUAGES[language], []).append(name)
    if len(by_language) < 2:
        return "".join(f", read as {language}" for language in by_language)
    return "".join(f"; {listed(tuple(names))} read as {language}" for language, names in by_language.items())
