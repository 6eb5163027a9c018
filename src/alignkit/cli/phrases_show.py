"""`alignkit phrases show`: everything about one sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import DONE, WRONG_INPUT, WRONG_USAGE
from .phrases_options import format_option, language_option, open_book

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.phrases import Phrase, PhraseBook

EXAMPLES = 2
"""How many examples a record is shown with."""


@click.command("show", short_help="Show everything about one sentence.")
@click.argument("name", metavar="ID")
@language_option
@click.option("--copy", is_flag=True, help="Put its text on the clipboard.")
@format_option
def show(name: str, language: str, copy: bool, format_: str) -> int:
    """Show where a sentence belongs, what may stand in its slots, and how it reads with examples.

    \b
    alignkit phrases show measurement-on-develop-1
    alignkit phrases show measurement-on-develop-1 --copy
    """
    import json

    from alignkit.diagnostics import Report
    from alignkit.phrases.searching import nearest_ids

    from . import clipboard, console, phrase_lines
    from .texts import Texts

    report = Report()
    book, catalogue = open_book(language, report)
    console.tell(report, Texts(None, catalogue))
    phrase = book.phrases.get(name.strip().lower())
    if phrase is None:
        close = nearest_ids(name, book.phrases)
        hint = f"did you mean {', '.join(close)}?" if close else "alignkit phrases list shows all"
        console.say(f"there is no phrase {name!r} in {book.language}; {hint}")
        return WRONG_USAGE
    if format_ == "json":
        record = phrase_lines.as_record(phrase) | {"examples": [text for _, text in _examples(phrase, book)]}
        console.give(json.dumps(record, indent=2, ensure_ascii=False))
    else:
        _give(phrase, book)
    if copy:
        console.say(clipboard.put("\n".join(phrase.written.values())))
    return WRONG_INPUT if report.is_broken else DONE


def _give(phrase: Phrase, book: PhraseBook) -> None:
    from . import console, phrase_lines

    phrase_lines.give(phrase)
    console.give()
    for name, words in phrase_lines.facts(phrase):
        for line in phrase_lines.wrapped(f"{name + ':':<12} {words}"):
            console.give(line)
    if phrase.id in book.banned:
        console.give("    not used: a file of this project bans it")
    console.give("\nslots", style="bold")
    forms = book.slots.get(phrase.bank, {})
    for name in sorted(phrase.required | phrase.optional, key=lambda each: (each in phrase.optional, each)):
        may = "" if name in phrase.required else " (may be empty)"
        form = forms[name].form if name in forms else "described nowhere"
        for line in phrase_lines.wrapped(f"{name}{may}: {form}"):
            console.give(line)
    console.give("\nfor example", style="bold")
    for address, text in _examples(phrase, book):
        for line in phrase_lines.wrapped(f"{address}: {text}" if address else text):
            console.give(line)


def _examples(phrase: Phrase, book: PhraseBook) -> Iterator[tuple[str, str]]:
    from alignkit.proofreading.samples import samples

    for sample in samples(phrase, book, EXAMPLES):
        if sample.is_full:
            yield sample.address, sample.text
