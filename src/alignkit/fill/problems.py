"""What can go wrong while a template is filled."""

from __future__ import annotations

from dataclasses import dataclass


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
