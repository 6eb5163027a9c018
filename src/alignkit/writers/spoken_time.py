"""How long a section takes to say, as readers and as machines see it."""

from __future__ import annotations


def clock(seconds: int) -> str:
    """Minutes and seconds: `1:30`."""
    return f"{seconds // 60}:{seconds % 60:02}"


def duration(seconds: int) -> str:
    """The same for machines, as ISO 8601 has it: `PT90S`."""
    return f"PT{seconds}S"
