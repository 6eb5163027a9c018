"""`alignkit phrases list`: how many sentences there are of each sort, or those of one sort."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .phrases_options import facet_options, facets_of, format_option, language_option, open_book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.phrases import Phrase


@click.command("list", short_help="Count the sentences, or list those of one sort.")
@facet_options
@language_option
@format_option
def list_(language: str, format_: str, **words: str) -> int:
    """Count the sentences of each sort; with options, list the sentences that belong there.

    \b
    alignkit phrases list
    alignkit phrases list --competency measurement --band on --purpose develop
    alignkit phrases list --bank negotiation --topic zero --audience finance
    """
    import json

    from alignkit.diagnostics import Report
    from alignkit.phrases import having
    from alignkit.proofreading import counts

    from . import answer, console
    from .phrase_counts import as_records, give_counts
    from .texts import Texts

    report = Report()
    book, catalogue = open_book(language, report)
    facets = facets_of(book, words)
    found = having(facets, (each for each in book.phrases.values() if each.id not in book.banned))
    if not facets.is_open:
        give_all(found, format_)
    elif format_ == "json":
        console.give(json.dumps(as_records(counts(book)), indent=2, ensure_ascii=False))
    else:
        give_counts(counts(book))
    console.tell(report, Texts(None, catalogue))
    return answer.code_of(report, is_done=not report.is_broken)


def give_all(found: Sequence[Phrase], format_: str) -> None:
    """Write records, and how many they are."""
    import json

    from . import console, phrase_lines

    if format_ == "json":
        records = [phrase_lines.as_record(each) for each in found]
        console.give(json.dumps(records, indent=2, ensure_ascii=False))
        return
    for each in found:
        phrase_lines.give(each)
    console.say(f"{len(found)} phrase{'s' if len(found) != 1 else ''}")
