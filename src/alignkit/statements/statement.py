"""A statement and its words: the one place where a pattern of a bank meets the figures."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.draft import Joined, Styled
from alignkit.patterns import Option
from alignkit.patterns import Slot as Place
from alignkit.values import Figure

from .counting import counted, in_words

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
    noun: str = ""
    """What its counts count, in the singular; each figure's own noun when empty."""


Slot = str | Figure | Statement | tuple["Slot", ...]


_UNSIGNED = frozenset(("difference", "share"))
"""Slots whose sign is said by the words around them."""


def worded(statement: Statement | None, bank: StatementBank, formats: Formats) -> Joined:
    """The statement in the words of `bank`; nothing where there is no statement."""
    if statement is None:
        return Joined()
    pattern = bank.pattern(statement.pattern, formats.plural_form(statement.number))
    speaker = _Speaker(statement, bank, formats)
    parts: list[Part | Joined] = []
    for piece in pattern.pieces:
        for each in piece.pieces if isinstance(piece, Option) else (piece,):
            if not isinstance(piece, Option) or speaker.fills_all(piece):
                part = speaker.part(each)
                parts.extend(part.parts if isinstance(part, Joined) else (part,))
    return Joined(tuple(parts))


def opening(statement: Joined) -> Joined:
    """The statement as the beginning of a sentence; names and figures stay as they are."""
    if not statement:
        return statement
    first, *rest = statement.parts
    if isinstance(first, str):
        return Joined((first[:1].upper() + first[1:], *rest))
    if isinstance(first, tuple) and first and isinstance(first[0], Joined):
        return Joined(((opening(first[0]), *first[1:]), *rest))
    return statement


@dataclass(frozen=True, slots=True)
class _Speaker:
    """Puts the values of one statement into the words of a bank."""

    statement: Statement
    bank: StatementBank
    formats: Formats

    def fills_all(self, option: Option) -> bool:
        """Whether every slot of a part that may be left out has something to say."""
        return all(self.fills(each) for each in option.pieces if isinstance(each, Place))

    def fills(self, place: Place) -> bool:
        """Whether a slot has something to say."""
        value = self.statement.slots.get(place.name)
        if isinstance(value, Figure) and place.form == "noun":
            return bool(self.statement.noun or value.noun)
        return value is not None

    def part(self, piece: str | Place) -> Part | Joined:
        """A piece of a pattern with its value."""
        if isinstance(piece, str):
            return piece
        style = self.statement.style
        if piece.name in _UNSIGNED:
            style = f"{style} absolute".strip()
        return self.value(self.statement.slots[piece.name], piece.form, style)

    def value(self, value: Slot, form: str, style: str) -> Part | Joined:
        """What goes into a slot; the text of a user is kept apart from ours, in a list of its own."""
        match value:
            case str():
                return (value,)
            case Statement():
                return worded(value, self.bank, self.formats)
            case tuple():
                return tuple(
                    each if isinstance(each, str) else self.value(each, form, style) for each in value
                )
            case Figure():
                return self.figure(value, form, style)

    def figure(self, figure: Figure, form: str, style: str) -> Part | Joined:
        """A figure in a form of its own, or in the styles of the formatter."""
        noun = self.statement.noun or figure.noun
        match form:
            case "counted":
                return counted(figure, self.bank, self.formats, style, noun=noun)
            case "words":
                return in_words(figure, self.bank, self.formats, style)
            case "noun":
                return self.bank.noun(noun, abs(self.formats.shown(figure, style)), self.formats)
        styles = " ".join(dict.fromkeys((*style.split(), *form.split())))
        return Styled(figure, styles) if styles else figure
