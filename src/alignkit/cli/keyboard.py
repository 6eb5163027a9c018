"""Whoever answers the questions of `alignkit ask`: somebody at a keyboard, or a file in their place."""

from __future__ import annotations

import sys
from io import TextIOWrapper
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alignkit.asking import Line, Question

_MOMENT = 0.03
"""Seconds in which no hand types a line, but the rest of a pasted text arrives."""


class Keyboard:
    """Somebody who reads standard error and writes to standard input."""

    def __init__(self) -> None:
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(errors="replace")  # so that it can be refused as an answer

    def say(self, line: Line) -> None:
        """Show a line of talk."""
        from . import console

        console.say(line.text, style=line.style)

    def hear(self, question: Question) -> str | None:
        """The next line, or a pasted text; None at the end of the input and for Ctrl-C."""
        is_person = sys.stdin.isatty()
        if is_person:
            click.echo("> ", nl=False, err=True)
        try:
            heard = sys.stdin.readline()
            return (_with_pasted(heard) if is_person else heard) or None
        except KeyboardInterrupt:
            return None


def _with_pasted(first: str) -> str:
    """The line with those that came in the same moment: a text of several lines is one answer."""
    lines = [first]
    while first.strip() and lines[-1] and _has_more():
        lines.append(sys.stdin.readline())
    said = [text for line in lines if (text := line.strip())]
    if len(said) < 2:
        return first
    click.echo("  the lines you pasted are taken as one answer", err=True)
    return " ".join(said)


def _has_more() -> bool:
    """Whether a line waits to be read; never where that cannot be told."""
    from select import select

    try:
        return bool(select([sys.stdin], [], [], _MOMENT)[0])
    except (OSError, ValueError):  # Windows can wait for sockets only
        return False
