"""The word and the mark of a callout: what it is for is never told by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import CalloutKind

if TYPE_CHECKING:
    from alignkit.model.document import Words


def word(kind: CalloutKind, words: Words) -> str:
    """The word before the callout's title; empty for a summary."""
    match kind:
        case CalloutKind.SUMMARY:
            return ""
        case CalloutKind.NOTE:
            return words.note
        case CalloutKind.DECISION:
            return words.decision
        case CalloutKind.WARNING:
            return words.warning
        case _:
            assert_never(kind)


def mark(kind: CalloutKind) -> str:
    """One character that stands for the kind; empty for a summary."""
    match kind:
        case CalloutKind.SUMMARY:
            return ""
        case CalloutKind.NOTE:
            return "i"
        case CalloutKind.DECISION:
            return "→"
        case CalloutKind.WARNING:
            return "!"
        case _:
            assert_never(kind)
