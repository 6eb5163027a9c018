"""The ledger of a document: which bookmark holds which figure (rule N12)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.writers.ooxml import ledger
from alignkit.writers.ooxml.ledger import NAMESPACE, PART

from .text import attribute

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.writers.ooxml.package import Part

    from .story import LedgerEntry

__all__ = ["NAMESPACE", "PART", "ledger_parts"]


def ledger_parts(figures: Iterable[LedgerEntry]) -> tuple[Part, ...]:
    """The ledger and its properties."""
    return ledger.ledger_parts(
        f'<figure bookmark="{entry.bookmark}" key="{attribute(entry.key)}" text="{attribute(entry.text)}"'
        f"{_phrase(entry)}/>"
        for entry in figures
    )


def _phrase(entry: LedgerEntry) -> str:
    return f' phrase="{attribute(entry.phrase)}"' if entry.phrase else ""
