"""Texts a comma has torn apart: within brackets it ends a value, and the rest is read as a key."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from alignkit.source.wording import LONGEST_QUOTE, quoted

from .faults import Fault
from .shape import fields_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.source import Data, Step

    from .fields import Block


class Torn(NamedTuple):
    """A text in pieces."""

    key: str
    """The key it is the value of."""
    first: str
    """The piece behind its first comma."""
    text: str
    """The whole text, as it was meant."""


def torn_text(entries: Mapping[str, Data], stray: str, block: type[Block]) -> Torn | None:
    """The text a key without a value is a piece of; None where it is no such piece.

    Args:
        entries: the block as it was read.
        stray: a key the block does not know.
        block: the type of the block.

    """
    fields, names = fields_of(block), list(entries)
    at = names.index(stray) if stray in names and _is_piece(stray, entries, block) else 0
    first = at
    while first > 0 and _is_piece(names[first], entries, block):
        first -= 1
    head, value = names[first], entries[names[first]]
    is_text = head in fields and fields[head].expected == "text" and not fields[head].choices
    if first == at or not is_text or value is None or isinstance(value, dict | list | tuple):
        return None
    last = next((i for i in range(at, len(names)) if not _is_piece(names[i], entries, block)), len(names))
    text = str(value)
    for piece in names[first + 1 : last]:
        joined = text[-1:].isdigit() and piece[:3].isdigit() and not piece[3:4].isdigit()
        text += f"{',' if joined else ', '}{piece}"
    return Torn(head, names[first + 1], text)


def _is_piece(name: str, entries: Mapping[str, Data], block: type[Block]) -> bool:
    """Whether a key has no value and is none of the block's, nor one that lacks the space after its colon."""
    return entries[name] is None and name.partition(":")[0] not in fields_of(block)


def fault_of_torn(found: Torn, above: tuple[Step, ...]) -> Fault:
    """What to say of a text in pieces, once for all of them."""
    message = (
        f"a comma within brackets ends the text of `{found.key}`, so {quoted(found.first)} is read as a key"
    )
    written = f"{found.key}: {_in_quotes(found.text)}"
    whole = len(written) <= LONGEST_QUOTE and "`" not in written
    hint = f"write {quoted(written)}" if whole else f"put the whole text of `{found.key}` in quotes"
    return Fault("CTX-001", message, (*above, found.first), hint, at_key=True)


def _in_quotes(text: str) -> str:
    return f"'{text}'" if '"' in text or "\\" in text else f'"{text}"'
