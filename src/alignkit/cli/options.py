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
FORMATS = ("docx", "eml", "md", "html", "pdf", "txt")
"""What documents can be written as; `alignkit.build.FORMATS`, which is not imported for a help text."""
EXISTING = click.Path(exists=True, path_type=Path)
"""A file or folder that is there."""


class Day(click.ParamType):
    """A day written as 2027-01-31."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """The day, or wrong usage."""
        if isinstance(value, date):
            return value
        try:
            if len(value) != len("2027-01-31"):
                raise ValueError
            return date.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is not a date; write it as 2027-01-31.", param, ctx)


class Setting(click.ParamType):
    """A value of the context, written as `key=value`."""

    name = "key=value"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text, or wrong usage."""
        if not value.partition("=")[1] or not value.partition("=")[0].strip():
            self.fail(f"{value!r} is not key=value, such as budget.decision.by=2027-01-31.", param, ctx)
        return value


class Formats(click.ParamType):
    """Formats by name, one or several with commas between them."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The text in small letters, or wrong usage."""
        names = [name.strip().lower().removeprefix(".") for name in value.split(",")]
        for name in names:
            if name not in FORMATS:
                self.fail(f"{name!r} is not a format; choose from {', '.join(FORMATS)}.", param, ctx)
        return ",".join(names)


def context_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Where the context is."""
    text = "Your context file or folder.  [default: context.yaml, else this folder]"
    return click.option("--context", "-c", type=EXISTING, help=text)(function)


def people_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """Where the confidential file is."""
    return click.option("--people", type=EXISTING, help="The confidential file with reviews of people.")(
        function
    )


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


def named_formats(texts: tuple[str, ...]) -> tuple[str, ...]:
    """The formats of all `--format` options, each once."""
    return tuple(dict.fromkeys(name for text in texts for name in text.split(",")))
