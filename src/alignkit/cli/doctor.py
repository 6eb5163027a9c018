"""`alignkit doctor`: what is installed, and what is missing."""

from __future__ import annotations

import sys

import click

from .exits import DONE, WRONG_INPUT


@click.command("doctor", short_help="Show what is installed and what is missing.")
def command() -> int:
    """Show the versions of everything alignkit uses, and what may stand in its way.

    \b
    alignkit doctor
    """
    from alignkit.installation import facts

    from . import console

    found = tuple(facts(sys.stdout.encoding or ""))
    width = max(len(fact.name) for fact in found)
    for fact in found:
        mark, style = ("!", "yellow") if fact.problem else (" ", "")
        console.give(f"{mark} {fact.name:<{width}}  {fact.value}", style=style)
        if fact.problem:
            console.give(f"  {'':<{width}}  {fact.problem}")
    stopping = [fact for fact in found if fact.stops]
    problems = sum(bool(fact.problem) for fact in found)
    console.say(f"{problems} thing{'s' if problems != 1 else ''} to look at" if problems else "all is well")
    return WRONG_INPUT if stopping else DONE
