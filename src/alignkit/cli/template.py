"""`alignkit template`: templates of one's own."""

from __future__ import annotations

import click

from .template_check import check
from .template_new import new
from .template_show import show


@click.group("template", short_help="Make and check templates of your own.")
def command() -> None:
    """Make and check templates of your own, in the folder `templates` of your project.

    \b
    alignkit template new board-note
    alignkit template check board-note
    alignkit template show board-note --names
    """


command.add_command(new)
command.add_command(check)
command.add_command(show)
