"""A statement and its words: the one place where a pattern of a bank meets the figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.draft import Joined, Styled
from alignkit.values import Figure

from .counting import counted, in_words
from .patterns import Option
from .patterns import Slot as Place

if TYPE_CHECKING:
    from collections.abc import Mapping

    from alignkit.formats import Formats
    from alignkit.model.draft import Part

    from .bank import StatementBank


@dataclass(frozen=True, slots=True)
class Statement:
    """Something that is true of figures, before it has words."""

    pattern: str
    """Name of the pattern that says it, such as `changes.full.more`."""
    slots: Mapping[str, Slot] = field(default_factory=dict)
    """What goes into the pattern: figures, names, other statements, or several of these to be listed."""
    style: str = ""
    """How its figures are shown, such as `spoken`."""
    number: Decimal | int = 1
    """What decides between `rises` and `rise`: how many things it speaks of."""


Slot = str | Figure | Statement | tuple["Slot", ...]


_UNSIGNED = frozenset(("difference", "share"))
"""Slots whose sign is said by the words around them."""


def worded(statement: Statement | None, bank: StatementBank, formats: Formats) -> Joined:
    """The statement in the words of `bank`; nothing where there is no statement."""
    if statement is None:
        return Joined()
    pattern = bank.pattern(statement.pattern, formats.plural_form(statement.number))
    parts: list[Part | Joined] = []
    for piece in pattern.pieces:
        if isinstance(piece, Option):
            if all(_is_filled(each, statement) for each in piece.pieces if isinstance(each, Place)):
                parts.extend(_part(each, statement, bank, formats) for each in piece.pieces)
        else:
            parts.append(_part(piece, statement, bank, formats))
    return Joined(tuple(parts))


def opening(statement: Joined) -> Joined:
    """The statement as the beginning of a sentence; names and figures stay as they are."""
    first = statement.parts[0] if statement.parts else None
    if isinstance(first, str) and first:
        return Joined((first[0].upper() + first[1:], *statement.parts[1:]))
    return statement


def _is_filled(place: Place, statement: Statement) -> bool:
    """Whether a slot has something to say."""
    value = statement.slots.get(place.name)
    return bool(value.noun) if isinstance(value, Figure) and place.form == "noun" else value is not None


def _part(piece: str | Place, statement: Statement, bank: StatementBank, formats: Formats) -> Part | Joined:
    if isinstance(piece, str):
        return piece
    style = f"{statement.style} absolute".strip() if piece.name in _UNSIGNED else statement.style
    return _value(statement.slots[piece.name], piece.form, style, bank, formats)


def _value(value: Slot, form: str, style: str, bank: StatementBank, formats: Formats) -> Part | Joined:
    match value:
        case str():
            return Joined((value,))
        case Statement():
            return worded(value, bank, formats)
        case tuple():
            return tuple(_value(each, form, style, bank, formats) for each in value)
        case Figure():
            return _figure(value, form, style, bank, formats)


def _figure(figure: Figure, form: str, style: str, bank: StatementBank, formats: Formats) -> Part | Joined:
    match form:
        case "counted":
            return counted(figure, bank, formats, style)
        case "words":
            return in_words(figure, bank, formats, style)
        case "noun":
            return bank.noun(figure.noun, abs(formats.shown(figure, style)), formats)
    styles = " ".join(dict.fromkeys((*style.split(), *form.split())))
    return Styled(figure, styles) if styles else figure
