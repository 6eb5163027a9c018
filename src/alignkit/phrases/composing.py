"""A phrase with its slots filled: words of the bank around values that stay values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.draft import Cited, Joined, Part
from alignkit.patterns import Option, Slot

from .record import slot_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .record import Phrase

Filling = Part | Joined
"""What goes into a slot."""


def composed(phrase: Phrase, values: Mapping[str, Filling], address: str = "") -> Joined:
    """The words of a record with `values` in its slots; parts whose slots are empty are left out.

    Raises KeyError when a required slot has no value: `required` tells which there are.
    """
    parts: list[Part | Joined] = []
    for piece in phrase.text(address).pieces:
        if isinstance(piece, Option):
            inner = [each for each in piece.pieces if isinstance(each, Slot)]
            if all(_known(slot.name, values) for slot in inner):
                parts.extend(_part(each, values) for each in piece.pieces if not isinstance(each, Option))
        else:
            parts.append(_part(piece, values))
    return Joined(tuple(parts))


def _known(name: str, values: Mapping[str, Filling]) -> bool:
    return name in values or slot_name(name) in values


def _part(piece: str | Slot, values: Mapping[str, Filling]) -> Filling:
    if isinstance(piece, str):
        return piece
    if piece.name in values:
        return values[piece.name]
    value = values[slot_name(piece.name)]
    return _capital(value) if piece.name != slot_name(piece.name) else value


def _capital(value: Filling) -> Filling:
    """A value at the start of a sentence."""
    match value:
        case str():
            return value[:1].upper() + value[1:]
        case Cited():
            return Cited(value.text[:1].upper() + value.text[1:], value.key, value.phrase)
        case (first, *rest) if isinstance(first, str):
            return (first[:1].upper() + first[1:], *rest)
    return value
