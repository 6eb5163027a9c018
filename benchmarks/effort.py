"""How much is measured."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Effort:
    """Counts of turns and documents."""

    single: int
    """Turns of one memo."""
    turns: int
    """Turns of the batch."""
    chunk: int
    """Memos of each contender in a turn of the batch."""
    rows: tuple[int, int, int]
    """Rows of the tables; growth is that from the second to the third."""
    table_turns: int
    """Turns of each table."""
    most_by_cell: int
    """Most rows python-docx is asked for cell by cell."""
    most_by_row: int
    """Most rows it is asked for row by row."""
    starts: int
    """Turns of the start."""
    slides: tuple[int, int, int]
    """Slides of the decks; growth is that from the second to the third."""


FULL = Effort(15, 10, 50, (100, 1_000, 10_000), 5, 100, 1_000, 15, (50, 200, 1_000))
"""What the published numbers come from."""
PATIENT = replace(FULL, most_by_cell=1_000)
"""The same with a table that takes python-docx a quarter of an hour."""
QUICK = Effort(2, 2, 3, (10, 30, 300), 1, 10, 30, 1, (5, 10, 30))
"""Enough to see that everything runs."""
