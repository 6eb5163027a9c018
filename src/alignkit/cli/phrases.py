"""`alignkit phrases`: the sentences of language banks."""

from __future__ import annotations

import click

from .phrases_check import check


@click.group("phrases", short_help="Find, add and check sentences of language banks.")
def command() -> None:
    """Find, add and check the sentences that reviews and talks are made of.

    \b
    alignkit phrases check
    """


command.add_command(check)
