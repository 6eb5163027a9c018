"""Options that several commands share, and how their texts become values."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from collections.abc import Callable

CONTEXT = "context.yaml"
"""The context file commands look for."""
FORMATS = ("docx", "pptx", "eml", "md", "html", "pdf", "txt")
"""What documents can be written as; `alignkit.build.FORMATS`, which is not imported for a help text."""
EXISTING = click.Path(exists=True, path_type=Path)
"""A file or folder that is there."""


def day(text: str) -> date:
    """A day written as 2027-01-31, or wrong usage."""
    try:
        if len(text) != len("2027-01-31"):
            raise ValueError
        return date.fromisoformat(text)
    except ValueError:
        raise click.BadParameter(f"{text!r} is not a date; write it as 2027-01-31.") from None


def setting(text: str) -> str:
    """A value of the context, written as `key=value`, or wrong usage."""
    key, equals, _ = text.partition("=")
    if not equals or not key.strip():
        raise click.BadParameter(f"{text!r} is not key=value, such as budget.decision.by=2027-01-31.")
    return text


def formats(text: str) -> tuple[str, ...]:
    """Formats by name, one or several with commas between them, or wrong usage."""
    names = tuple(name.strip().lower().removeprefix(".") for name in text.split(","))
    for name in names:
        if name not in FORMATS:
            raise click.BadParameter(f"{name!r} is not a format; choose from {', '.join(FORMATS)}.")
    return names


def day_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """The day a first context speaks for."""
    text = "The day it speaks for.  [default: today]"
    return click.option("--date", "day", type=day, metavar="YYYY-MM-DD", help=text)(function)


def set_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Single values in place of those in the files."""
    text = "Use this value in place of the one in the file."
    return click.option("--set", "overrides", multiple=True, type=setting, metavar="KEY=VALUE", help=text)(
        function
    )


def context_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Where the context is."""
    text = "Your context file or folder.  [default: context.yaml, else this folder]"
    return click.option("--context", "-c", type=EXISTING, help=text)(function)


def people_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Where the confidential file is."""
    return click.option("--people", type=EXISTING, help="The confidential file with reviews of people.")(
        function
    )


def mode_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Which situation a kind is for."""
    text = "Which situation it is for, such as defend or board."
    return click.option("--mode", "-m", default="", metavar="MODE", help=text)(function)


def strict_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Whether nothing is forgiven."""
    text = "Let every error and warning stop the work, also in a draft."
    return click.option("--strict", is_flag=True, help=text)(function)


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Whether a program reads the answer."""
    return click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")(function)


def context_or_default(context: Path | None) -> Path:
    """The context that was named, else `context.yaml` in this folder, else the folder itself."""
    if context is not None:
        return context
    return Path(CONTEXT) if Path(CONTEXT).is_file() else Path()
