"""`alignkit phrases add`: a sentence of one's own."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from .exits import DONE, WRONG_INPUT
from .phrases_options import language_option

if TYPE_CHECKING:
    from alignkit.catalogue import Catalogue
    from alignkit.proofreading import Wanted

_LISTS = ("directness", "audience", "channel", "avoid_with")


def _listed(function: Any) -> Any:
    """Options that may be repeated."""
    for name in reversed(_LISTS):
        text = {"avoid_with": "An id that must not stand in the same document."}.get(name, f"Its {name}.")
        option = f"--{name.replace('_', '-')}"
        function = click.option(option, multiple=True, metavar="WORD", help=f"{text} Repeat it.")(function)
    return function


@click.command("add", short_help="Add a sentence to your own bank.")
@click.option("--text", default="", help="The sentence with its slots; in German the one for Sie.")
@click.option("--du", default="", metavar="TEXT", help="In German, the sentence for du.")
@click.option("--id", "name", default="", metavar="ID", help="Its name.  [default: made from what it is for]")
@click.option("--bank", default="review", show_default=True, metavar="BANK", help="Which bank.")
@click.option("--part", default="", metavar="PART", help="Where it stands, such as core or opening.")
@click.option("--competency", default="", metavar="WORD", help="What it is about, such as measurement.")
@click.option("--band", default="", metavar="BAND", help="above, on or below.")
@click.option("--purpose", default="", metavar="WORD", help="What it is for, such as recognise.")
@click.option("--frame", default="", metavar="WORD", help="SBI, COIN or STAR.")
@click.option("--topic", default="", metavar="WORD", help="What it answers.")
@click.option("--person", type=click.IntRange(1, 3), help="2 speaks to the person, 3 about them, 1 for them.")
@_listed
@click.option("--reviewed-by", default="", metavar="NAME", help="Who has read it.")
@click.option("--replace", "replaces", is_flag=True, help="Use it in place of ours with the same id.")
@language_option
def add(text: str, language: str, bank: str, replaces: bool, **words: Any) -> int:
    """Add a sentence to language_banks/<language>/own.yaml, once nothing is wrong with it.

    Without --text you are asked for everything.

    \b
    alignkit phrases add
    alignkit phrases add --part ending --purpose develop --text \\
        "Until {due}, please {goal}. We look at the result together; the measure is {measure}."
    """
    from pathlib import Path

    from alignkit.catalogue import Catalogue, find_project
    from alignkit.proofreading import Wanted

    from .phrases_options import known_language

    catalogue = Catalogue(find_project(Path()))
    language = known_language(language, catalogue.banks())
    if text:
        fields = _fields(words, text)
        return _added(Wanted(language, bank, _named(fields, language, bank, catalogue), replaces), catalogue)
    from .phrases_asking import asked

    bank, given = asked(language, bank, words, catalogue)
    while True:
        text, du = given.pop("text"), given.pop("du")
        fields = _fields(given | {"du": du}, text)
        wanted = Wanted(language, bank, _named(fields, language, bank, catalogue), replaces)
        code = _added(wanted, catalogue)
        if code == DONE:
            return code
        bank, given = asked(language, bank, given, catalogue, again=True)


def _fields(words: dict[str, Any], text: str) -> dict[str, Any]:
    """The fields of a record, in the order files have them."""
    names = (
        "name",
        "part",
        "competency",
        "band",
        "purpose",
        "frame",
        "topic",
        "person",
        "directness",
        "audience",
        "channel",
    )
    fields = {("id" if name == "name" else name): words[name] for name in names if words[name]}
    fields["text"] = {"Sie": text, "du": words["du"]} if words["du"] else text
    fields |= {name: words[name] for name in ("avoid_with", "reviewed_by") if words[name]}
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in (fields | {"added": date.today()}).items()
    }


def _named(fields: dict[str, Any], language: str, bank: str, catalogue: Catalogue) -> dict[str, Any]:
    """The fields with an id, made from what the record is for where nobody gave one."""
    from alignkit.diagnostics import Report
    from alignkit.phrases import load_phrases

    if "id" in fields:
        return fields
    known = load_phrases(catalogue.banks(), language, Report()).phrases
    about = [fields.get(name, "") for name in ("competency", "topic", "band", "purpose")]
    words = [
        "own",
        *([bank] if bank != "review" else []),
        *(about if any(about) else [fields.get("part", "")]),
    ]
    stem = "-".join(word.replace("_", "-").lower() for word in words if word)
    number = next(number for number in range(1, len(known) + 2) if f"{stem}-{number}" not in known)
    return {"id": f"{stem}-{number}", **fields}


def _added(wanted: Wanted, catalogue: Catalogue) -> int:
    """Write the file, or say why not."""
    from alignkit.diagnostics import Report
    from alignkit.files import write_all
    from alignkit.proofreading import add as add_record

    from . import console
    from .texts import Texts

    report = Report()
    addition = add_record(wanted, catalogue, report)
    files = {addition.path.name: addition.text.encode()} if addition else {}
    written = write_all(files, addition.path.parent, report) if addition else ()
    console.tell(report, Texts(None, catalogue))
    if not written:
        console.say(f"{console.counts(report)}: nothing written")
        return WRONG_INPUT
    console.give(str(written[0]))
    console.say(
        f"added `{wanted.fields['id']}`; alignkit phrases show {wanted.fields['id']} shows how it reads"
    )
    return DONE
