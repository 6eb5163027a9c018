"""How much is measured."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Effort:
    """Counts of turns and documents."""

    single: int
    """Turns of one memo."""
    turns: int
    """Turns of the batch."""
    chunk: int
    """Memos of each contender in a turn of the batch."""
    tables: tuple[tuple[int, int], tuple[int, int], tuple[int, int]]
    """Rows of each table, and its turns."""
    rows_by_cell: int
    """Most rows python-docx is asked for cell by cell."""
    starts: int
    """Turns of the start."""


FULL = Effort(15, 10, 50, ((100, 7), (1_000, 3), (10_000, 3)), 1_000, 15)
"""What the published numbers come from."""
QUICK = Effort(2, 2, 3, ((10, 1), (30, 1), (300, 1)), 30, 1)
"""Enough to see that everything runs."""
