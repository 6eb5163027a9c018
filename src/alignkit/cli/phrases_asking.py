"""Questions for a sentence of one's own, one after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from . import console, phrase_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.catalogue import Catalogue
    from alignkit.phrases import PhraseBook

_WITH_PURPOSE = {
    "opening": ("recognise", "develop", "correct"),
    "ending": ("develop", "correct"),
    "statement": ("self", "upward", "peer", "agency"),
    "prompt": ("self", "upward", "peer", "agency"),
}
"""Purposes of the parts that have several."""
_PURPOSE = {"goal": "goal", "summary": "summarise", "promotion": "promote"}
"""Purposes of the parts that have one."""


def asked(
    language: str, bank: str, words: dict[str, Any], catalogue: Catalogue, *, again: bool = False
) -> tuple[str, dict[str, Any]]:
    """The bank, and the words of a record, what was given on the command line kept.

    Args:
        language: in which it is written.
        bank: the bank given.
        words: what was given.
        catalogue: the banks there are.
        again: whether only the sentence is to be written once more, and an id that was given.

    """
    from alignkit.diagnostics import Report
    from alignkit.phrases import BANKS, REVIEW, load_phrases

    book = load_phrases(catalogue.banks(), language, Report())
    if not again:
        bank = _choice("bank", BANKS, bank)
        words = {**words, **(_of_review(book, words) if bank == REVIEW else _of_talk(book, bank, words))}
        _tell_slots(book, bank, words["part"])
    elif words["name"]:
        words = {**words, "name": _line("id", words["name"])}
    text = _line("sentence" if not language.startswith("de") else "sentence for Sie")
    du = _line("the same for du") if language.startswith("de") and not words.get("person") else ""
    return bank, {**words, "text": text, "du": du}


def _of_review(book: PhraseBook, words: dict[str, Any]) -> dict[str, Any]:
    from alignkit.phrases import CELLS, PARTS

    part = words["part"] or _choice("part", tuple(PARTS), "core")
    found: dict[str, Any] = {"part": part}
    if part in ("core", "goal"):
        found["competency"] = words["competency"] or _choice("competency", tuple(book.competencies))
    if part == "core" and not (words["band"] and words["purpose"]):
        cells = {f"{band}-{purpose}": (band, purpose) for band, purpose in CELLS}
        found["band"], found["purpose"] = cells[_choice("band and purpose", tuple(cells))]
    elif part == "summary" and not words["band"]:
        found["band"] = _choice("band", ("above", "on", "below"))
    if part in _WITH_PURPOSE and not words["purpose"]:
        found["purpose"] = _choice("purpose", _WITH_PURPOSE[part])
    if part in _PURPOSE:
        found["purpose"] = _PURPOSE[part]
    persons = {"self": 1, "peer": 3, "promote": 3}
    if part != "prompt" and (person := persons.get(found.get("purpose", ""))):
        found["person"] = words["person"] or person
    return found


def _of_talk(book: PhraseBook, bank: str, words: dict[str, Any]) -> dict[str, Any]:
    several = book.of(bank)
    parts = tuple(dict.fromkeys(each.part for each in several))
    topics = tuple(dict.fromkeys(each.topic for each in several if each.topic))
    found = {
        "part": words["part"]
        or (_choice("part", parts) if len(parts) > 1 else "".join(parts) or _line("part"))
    }
    if topics:
        found["topic"] = words["topic"] or _choice("topic", topics)
    return found


def _tell_slots(book: PhraseBook, bank: str, part: str) -> None:
    """What may stand in the sentence, and what has to."""
    from alignkit.phrases import PARTS, REVIEW

    needed: Sequence[str] = PARTS.get(part, ()) if bank == REVIEW else ()
    console.say(
        "\nslots you may use, each in braces; [words in brackets] stand only where their slots are filled"
    )
    for name, form in book.slots.get(bank, {}).items():
        mark = "needed, " if name in needed else "own, " if form.own else ""
        for line in phrase_lines.wrapped(f"{{{name}}}  {mark}{form.form}", "  "):
            console.say(line)
    console.say("every sentence has an own or needed slot; together they have 18 to 45 words\n")


def _choice(name: str, known: Sequence[str], usual: str | None = None) -> str:
    found: str = click.prompt(name, type=click.Choice(known), default=usual, err=True)
    return found


def _line(name: str, usual: str | None = None) -> str:
    found: str = click.prompt(name, default=usual, err=True)
    return found.strip()
