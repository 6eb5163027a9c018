"""What can go wrong while a template is filled."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, get_args

from alignkit.model.blocks import Block, Card
from alignkit.model.draft import Joined, Styled, Worded
from alignkit.values import Figure

if TYPE_CHECKING:
    from collections.abc import Iterable

_BLOCKS = get_args(Block)
_NAMED: tuple[tuple[type | tuple[type, ...], str], ...] = (
    (bool, "true or false"),
    (str, "text"),
    (int, "a whole number"),
    (Decimal, "a bare number without unit"),
    (Figure, "a figure"),
    (date, "a date"),
    ((Styled, Worded), "a value with a style"),
    (Joined, "a statement"),
    (dict, "a record"),
    ((list, tuple), "a list"),
    (Card, "a card"),
    (_BLOCKS, "a block"),
)


@dataclass(frozen=True, slots=True)
class Limits:
    """How much one filling may do before it is stopped (a template is untrusted)."""

    steps: int = 200_000
    """Loop steps."""
    nesting: int = 3
    """Loops inside loops."""
    characters: int = 5_000_000
    """Characters of output."""
    macro_calls: int = 5_000
    """Calls of macros."""
    nodes: int = 20_000
    """Nodes of the syntax tree of one file."""
    source: int = 256_000
    """Characters of one file."""


def described(value: object) -> str:
    """What a value is, in the words of a message."""
    if value is None:
        return "an empty field"
    return next((words for kinds, words in _NAMED if isinstance(value, kinds)), "something else")


def nearest(name: str, names: Iterable[str]) -> str:
    """A hint that names the closest of `names`, or nothing."""
    close = difflib.get_close_matches(name, list(names), n=1, cutoff=0.6)
    return f"write `{close[0]}`" if close else ""


class TemplateMistakeError(Exception):
    """A mistake in a template, on its way to the report; never leaves this package.

    Args:
        code: diagnostic code.
        message: what is wrong.
        hint: what to do.
        line: template line, when the place is not known from the traceback.

    """

    def __init__(self, code: str, message: str, hint: str = "", line: int = 0) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint
        self.line = line
