"""What is said when alignkit itself is wrong."""

from __future__ import annotations

import os
import platform
import tempfile
import textwrap
import traceback

import click

from alignkit import __version__

ISSUES = "the issue tracker named in the README"


def tell(bug: BaseException, *, show: bool) -> None:
    """Say calmly that this is our mistake, and where its details are."""
    details = "".join(traceback.format_exception(bug))
    where = "" if show else _saved(details)
    if show:
        click.echo(details, err=True)
    words = (
        f"alignkit stopped because of a mistake of its own ({type(bug).__name__}); nothing is wrong with "
        "what you typed, and no file was left half-written. Please report it in "
        f"{ISSUES}, with the version alignkit {__version__}, Python {platform.python_version()}"
    )
    end = f" and the details saved in {where}." if where else " and the details above."
    click.echo(textwrap.fill(words + end, 100, break_long_words=False, break_on_hyphens=False), err=True)


def _saved(details: str) -> str:
    """The path of a new file only the user can read; empty when there is no room for one."""
    try:
        handle, path = tempfile.mkstemp(prefix="alignkit-crash-", suffix=".txt")
        with os.fdopen(handle, "w", encoding="utf-8", errors="backslashreplace") as file:
            file.write(f"alignkit {__version__}, Python {platform.python_version()}\n\n{details}")
    except OSError:
        return ""
    return path
