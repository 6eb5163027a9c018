"""What was left out on purpose: kept beside the context, so that nothing is asked twice.

The answers are in the context itself; this file only knows what no context can say, that somebody was asked
and had nothing to add. Without it question mode works and asks again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from alignkit.files import write_all
from alignkit.keeping import RECORD_FOLDER

if TYPE_CHECKING:
    from pathlib import Path

    from alignkit.diagnostics import Report

FILE = "asked.json"
"""File in the folder of records beside the context."""


@dataclass(frozen=True, slots=True)
class Memory:
    """What was asked before, by key path."""

    skipped: frozenset[str] = frozenset()
    """Left out; asked again with `--all` only."""
    begun: frozenset[str] = frozenset()
    """Blocks and records question mode has begun, whose optional keys it asks for as well."""
    open: frozenset[str] = frozenset()
    """Lists that may get another entry."""


def remembered(main: Path) -> Memory:
    """What was asked before about the context whose main file is `main`; nothing without a record."""
    try:
        known = json.loads((main.parent / RECORD_FOLDER / FILE).read_text("utf-8"))[main.name]
        return Memory(*(frozenset(map(str, known.get(name, ()))) for name in Memory.__slots__))
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Memory()


def remember(memory: Memory, main: Path, report: Report) -> None:
    """Keep what was asked; a record that cannot be written costs a question, nothing else."""
    folder = main.parent / RECORD_FOLDER
    everything: dict[str, Any] = _all(folder)
    everything[main.name] = {name: sorted(getattr(memory, name)) for name in Memory.__slots__}
    text = json.dumps(dict(sorted(everything.items())), indent=2) + "\n"
    write_all({FILE: text.encode()}, folder, report)


def _all(folder: Path) -> dict[str, Any]:
    try:
        known = json.loads((folder / FILE).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return {}
    return known if isinstance(known, dict) else {}
