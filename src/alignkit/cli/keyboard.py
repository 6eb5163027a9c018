"""Whoever answers the questions of `alignkit ask`: somebody at a keyboard, or a file in their place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from alignkit.asking import Line, Question


class Keyboard:
    """Somebody who reads standard error and writes to standard input."""

    def say(self, line: Line) -> None:
        """Show a line of talk."""
        from . import console

        console.say(line.text, style=line.style)

    def hear(self, question: Question) -> str | None:
        """The next line; None at the end of the input and for Ctrl-C."""
        if sys.stdin.isatty():
            click.echo("> ", nl=False, err=True)
        try:
            return sys.stdin.readline() or None
        except KeyboardInterrupt:
            return None
