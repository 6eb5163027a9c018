"""Options of the commands on phrases, and how their words become values."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from alignkit.catalogue import Catalogue
    from alignkit.diagnostics import Report
    from alignkit.phrases import Facets, PhraseBook

_FACETS = {
    "topic": "What a sentence answers, such as zero or unfair.",
    "audience": "Whom it speaks to, such as report or finance.",
    "directness": "How openly it speaks: plain, balanced or coaching.",
    "part": "Where it stands, such as core, opening or talk.",
    "purpose": "What it is for, such as recognise or develop.",
    "band": "above, on or below what was agreed.",
    "competency": "What it is about, such as measurement.",
    "bank": "Which bank, such as review or negotiation.",
}


def facet_options(function: Callable[..., Any]) -> Callable[..., Any]:
    """Where a record has to belong."""
    for name, text in _FACETS.items():
        function = click.option(f"--{name}", default="", metavar="WORD", help=text)(function)
    return function


def language_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """In which language."""
    text = "Which language, such as en, en-GB or de."
    return click.option("--language", "-l", default="en", show_default=True, metavar="TAG", help=text)(
        function
    )


def format_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Whether people or programs read the answer."""
    return click.option("--format", "-f", "format_", type=click.Choice(("text", "json")), default="text",
                        show_default=True, help="How to answer.")(function)  # fmt: skip


def open_book(language: str, report: Report) -> tuple[PhraseBook, Catalogue]:
    """The phrases of a language, those of the project one stands in first."""
    from alignkit.catalogue import Catalogue, find_project
    from alignkit.phrases import load_phrases

    catalogue = Catalogue(find_project(Path()))
    banks = catalogue.banks()
    return load_phrases(banks, known_language(language, banks), report), catalogue


def facets_of(book: PhraseBook, words: dict[str, str]) -> Facets:
    """Facets by name, or wrong usage where a word is none that records have."""
    from alignkit.phrases import Facets

    words = dict(words)
    if known := book.competency(words["competency"]):
        words["competency"] = known.id
    several = tuple(book.phrases.values())
    there: dict[str, set[str]] = {
        **{
            name: {getattr(each, name) for each in several}
            for name in ("bank", "band", "purpose", "topic", "part")
        },
        **{
            name: {word for each in several for word in getattr(each, name)}
            for name in ("directness", "audience")
        },
        "competency": {*book.competencies, *(each.competency for each in several)},
    }
    there["part"] |= {part.partition("-")[0] for part in there["part"] if part.startswith("talk-")}
    for name, word in words.items():
        if word and word not in there[name]:
            refuse(name, word, there[name] - {""})
    return Facets(**words)


def refuse(option: str, word: str, known: Iterable[str]) -> NoReturn:
    """Wrong usage: a word that is none of those known, with the nearest of them."""
    from alignkit.phrases.searching import nearest_ids

    several = sorted(known)
    close = nearest_ids(word, several)[:1]
    more = f"did you mean {close[0]!r}?" if close else f"choose from {', '.join(several)}."
    raise click.BadParameter(f"no phrase has {word!r}; {more}", param_hint=f"'--{option}'")


def known_bank(tag: str, banks: Collection[str]) -> str:
    """The language whose banks a tag means, or wrong usage: `en` for `en-US` without one."""
    language = known_language(tag, banks)
    return language if language in banks else language.partition("-")[0].lower()


def known_language(tag: str, banks: Collection[str]) -> str:
    """A language there are banks of, or wrong usage; a region counts as its language."""
    folded = {each.lower(): each for each in banks}
    wanted = tag.replace("_", "-").lower()
    if wanted in folded:
        return folded[wanted]
    if wanted.partition("-")[0] in folded:
        return tag.replace("_", "-")
    message = f"there are no phrases in {tag!r}; choose from {', '.join(sorted(banks))}."
    raise click.BadParameter(message, param_hint="'--language'")
