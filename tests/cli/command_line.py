"""What one run of the command line gave."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple


class Result(NamedTuple):
    """Exit code and both streams of one run."""

    code: int
    out: str
    err: str


Run = Callable[..., Result]
"""Runs the program with its arguments."""
