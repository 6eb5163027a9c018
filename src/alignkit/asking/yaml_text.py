"""Values as the lines of YAML a careful person would write, which read back as the very same values."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.source import Data

_ELSEWHERE = frozenset(("y", "n", "yes", "no", "on", "off", "true", "false", "null", "nan", "inf"))
"""Words other readers of YAML take for something else than text."""
_PLAIN = re.compile(r"[^\W\d_](?:.*\S)?\Z")
_UNFIT = re.compile(r":(?:\s|\Z)|\s#|[\[\]{}\"`]|\\")
_UNFIT_IN_BRACKETS = re.compile(r"[,:]")


class Indents(NamedTuple):
    """How far a file sets its lines in."""

    keys: int = 2
    """Keys under a key."""
    dashes: int = 2
    """The dashes of a list under its key."""


def scalar(value: Data, *, in_brackets: bool = False) -> str:
    """A single value; a text stands in quotes unless every reader of YAML takes it for that text."""
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int():
            return str(value)
        case Decimal():
            return f"{value:f}"
        case date():
            return value.isoformat()
        case str():
            return (
                value if _is_plain(value, in_brackets=in_brackets) else json.dumps(value, ensure_ascii=False)
            )
    raise TypeError(f"{type(value).__name__} is not a single value")


def _is_plain(text: str, *, in_brackets: bool) -> bool:
    return (
        bool(_PLAIN.match(text))
        and text.isprintable()
        and text.lower() not in _ELSEWHERE
        and not _UNFIT.search(text)
        and not (in_brackets and _UNFIT_IN_BRACKETS.search(text))
    )


def in_brackets(value: Data) -> str:
    """Any value on one line: `{id: me, name: Robin}`, `[1, 2]`."""
    if isinstance(value, dict):
        return "{" + ", ".join(pair(key, each) for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(in_brackets(each) for each in value) + "]"
    return scalar(value, in_brackets=True)


def pair(key: str, value: Data) -> str:
    """A key with its value on one line, as it stands within brackets."""
    return f"{scalar(key, in_brackets=True)}: {in_brackets(value)}"


def key_lines(key: str, value: Data, indents: Indents) -> list[str]:
    """A key with its value, on as many lines as it has parts."""
    name = scalar(key)
    if isinstance(value, dict) and value:
        inner = [line for sub, each in value.items() for line in key_lines(sub, each, indents)]
        return [f"{name}:", *_set_in(inner, indents.keys)]
    if isinstance(value, list) and value:
        inner = [line for each in value for line in element_lines(each, indents)]
        return [f"{name}:", *_set_in(inner, indents.dashes)]
    return [f"{name}: {in_brackets(value) if isinstance(value, dict | list) else scalar(value)}"]


def element_lines(value: Data, indents: Indents) -> list[str]:
    """An entry of a list with its dash."""
    if isinstance(value, dict) and value:
        first, *rest = [line for key, each in value.items() for line in key_lines(key, each, indents)]
        return [f"- {first}", *_set_in(rest, 2)]
    return [f"- {in_brackets(value) if isinstance(value, dict | list) else scalar(value)}"]


def _set_in(lines: Sequence[str], blanks: int) -> list[str]:
    return [" " * blanks + line for line in lines]
