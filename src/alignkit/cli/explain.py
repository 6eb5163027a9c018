"""`alignkit explain`: what a code means, why it matters, and the cure."""

from __future__ import annotations

import re
from difflib import get_close_matches

import click

from .exits import DONE, WRONG_USAGE


@click.command("explain", short_help="Explain the code of a message.")
@click.argument("code")
def command(code: str) -> int:
    """Explain the code of a message: what it means, why it matters, and the cure.

    \b
    alignkit explain BUD-016
    alignkit explain BUD
    """
    from alignkit.lints import weight_of

    from . import console
    from .code_pages import sections as read_sections
    from .excerpt import visible

    sections = read_sections()
    wanted = re.sub(r"^([A-Z]+|A11Y)[ _]?(\d{3}|T\d\d|CODE)$", r"\1-\2", code.strip().upper())
    if wanted in sections:
        name, text = sections[wanted]
        console.give(f"{wanted} {name}\n", style="bold")
        console.give(text)
        if weight := weight_of(wanted) or _weight_of_text_rule(wanted):
            console.give(f"\nSeverity: {weight}.")
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


def _weight_of_text_rule(code: str) -> str:
    """How much a text rule matters; empty for any other code."""
    from alignkit.prose import SEVERITIES

    from .console import WORDS

    return WORDS[SEVERITIES[code]] if code in SEVERITIES else ""
