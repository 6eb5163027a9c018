"""`alignkit phrases search`: sentences that have some words, misspelled ones forgiven."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from .exits import DONE, WRONG_INPUT
from .phrases_options import facet_options, facets_of, format_option, language_option, open_book

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.phrases import Phrase, PhraseBook

MOST = 20
"""Records shown to people unless they ask for more."""


@click.command("search", short_help="Find sentences by their words, typing mistakes forgiven.")
@click.argument("words", nargs=-1, required=True, metavar="WORD...")
@facet_options
@language_option
@click.option("--most", type=click.IntRange(1), help=f"How many to show.  [default: {MOST}; all as json]")
@format_option
def search(words: tuple[str, ...], language: str, most: int | None, format_: str, **facets: str) -> int:
    """Find the sentences that have all these words in their id, text, competency or topic, the best first.

    \b
    alignkit phrases search forecast finance
    alignkit phrases search prioritsation --purpose correct
    """
    from alignkit.diagnostics import Report
    from alignkit.phrases import having
    from alignkit.phrases.searching import search as find

    from . import console
    from .phrases_list import give_all
    from .texts import Texts

    report = Report()
    book, catalogue = open_book(language, report)
    there = having(
        facets_of(book, facets), (each for each in book.phrases.values() if each.id not in book.banned)
    )
    found = [hit.phrase for hit in find(words, there, book)]
    most = most or (MOST if format_ == "text" else len(found))
    give_all(found[:most], format_)
    console.tell(report, Texts(None, catalogue))
    if len(found) > most and format_ == "text":
        console.say(f"{len(found)} were found; --most {len(found)} shows all")
    if not found:
        _suggest(words, there, book)
    return DONE if found and not report.is_broken else WRONG_INPUT


def _suggest(words: tuple[str, ...], there: Sequence[Phrase], book: PhraseBook) -> None:
    """Say which words lead nowhere, and what comes near."""
    from alignkit.phrases.searching import search as find
    from alignkit.phrases.searching import suggestions

    from . import console

    unknown = suggestions(words, there, book)
    for word, near in unknown.items():
        console.say(
            f"no phrase has {word!r}; near it: {', '.join(near)}" if near else f"no phrase has {word!r}"
        )
    if not there:
        console.say("no phrase belongs there")
    elif not unknown and len(words) > 1:
        several = ", ".join(f"{word!r} is in {len(find([word], there, book))}" for word in words)
        console.say(f"no phrase has all of these words: {several}")
    ids = dict.fromkeys(hit.phrase.id for word in words for hit in find([word], there, book)[:2])
    if ids and len(words) > 1:
        console.say(f"nearest: {', '.join(ids)}")
