"""`alignkit explain`: what a code means, why it matters, and the cure."""

from __future__ import annotations

import re
from difflib import get_close_matches

import click

from .exits import DONE, WRONG_USAGE

_HEADING = re.compile(r"^## (?P<code>[A-Z][A-Z0-9]*-\d{3}) *(?P<name>.*)$", re.MULTILINE)


@click.command("explain", short_help="Explain the code of a message.")
@click.argument("code")
def command(code: str) -> int:
    """Explain the code of a message: what it means, why it matters, and the cure.

    \b
    alignkit explain BUD-016
    alignkit explain BUD
    """
    from . import console
    from .excerpt import visible

    sections = _sections()
    wanted = re.sub(r"^([A-Z]+|A11Y)[ _]?(\d{3})$", r"\1-\2", code.strip().upper())
    if wanted in sections:
        name, text = sections[wanted]
        console.give(f"{wanted} {name}\n", style="bold")
        console.give(text)
        return DONE
    family = {each: name for each, (name, _) in sections.items() if each.partition("-")[0] == wanted}
    if family:
        for each, name in family.items():
            console.give(f"{each}  {name}")
        console.say(f"alignkit explain {next(iter(family))} says more")
        return DONE
    families = sorted({each.partition("-")[0] for each in sections})
    close = get_close_matches(wanted, [*sections, *families], n=3)
    hint = f"did you mean {' or '.join(close)}?" if close else f"the families are {', '.join(families)}"
    console.say(f"there is no code {visible(code)!r}; {hint}")
    return WRONG_USAGE


def _sections() -> dict[str, tuple[str, str]]:
    """The name and text of every code."""
    from alignkit.catalogue import Catalogue

    sections: dict[str, tuple[str, str]] = {}
    for page in Catalogue().codes().values():
        text = page.read_text("utf-8")
        found = list(_HEADING.finditer(text))
        ends = [match.start() for match in found[1:]] + [len(text)]
        for match, end in zip(found, ends, strict=False):
            sections[match["code"]] = (match["name"], text[match.end() : end].strip())
    return sections
