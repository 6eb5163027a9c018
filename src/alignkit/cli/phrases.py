"""`alignkit phrases`: the sentences of language banks."""

from __future__ import annotations

import click

from .phrases_add import add
from .phrases_check import check
from .phrases_list import list_
from .phrases_search import search
from .phrases_show import show


@click.group("phrases", short_help="Find, add and check sentences of language banks.")
def command() -> None:
    """Find, add and check the sentences that reviews and talks are made of.

    \b
    alignkit phrases list
    alignkit phrases search forecast
    alignkit phrases show measurement-on-develop-1
    alignkit phrases add
    alignkit phrases check
    """


for each in (list_, search, show, add, check):
    command.add_command(each)
