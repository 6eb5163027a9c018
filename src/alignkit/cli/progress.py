"""A bar on the screen while many documents are made; nothing where nobody looks."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from alignkit.build import Workshop

FEWEST = 2
"""Documents from which a bar is worth its line."""


@contextmanager
def watched(workshop: Workshop, what: str) -> Iterator[None]:
    """Show how far a workshop is, on standard error where that is a screen.

    Args:
        workshop: what makes them.
        what: what is made, such as `reviews`.

    """
    if not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(what, total=None, visible=False)

        def show(number: int, of: int) -> None:
            progress.update(task, completed=number, total=of, visible=of >= FEWEST)

        workshop.watch = show
        yield
