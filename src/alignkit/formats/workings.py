"""The numbers behind a figure, as one line a person can follow."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from .dates import date_text
from .digits import exponent_of, number_text
from .locales import word

if TYPE_CHECKING:
    from collections.abc import Sequence

_ROUNDINGS = {
    ("\u2308", "\u2309"): "rounded up",
    ("\u230a", "\u230b"): "rounded down",
    ("\u230a", "\u2309"): "rounded",
}
"""Brackets around what is rounded, and the word for it."""
_TYPED = 10
"""Decimals somebody types, as in a rate; such a number is shown whole, or the working would not come out."""


def working_text(tag: str, words: str, parts: Sequence[str | Decimal | date]) -> str:
    """The parts in a row; what is rounded as a whole says so in words instead of brackets.

    Args:
        tag: locale of numbers and days.
        words: language of the text.
        parts: signs, numbers and days.

    """
    texts = [_part(tag, part) for part in parts]
    name = _ROUNDINGS.get((texts[0], texts[-1]))
    if name is None or any(text in ("\u2308", "\u230a") for text in texts[1:-1]):
        return "".join(texts)
    return word(words, name).format(text="".join(texts[1:-1]))


def _part(tag: str, part: str | Decimal | date) -> str:
    match part:
        case Decimal():
            is_typed = abs(part) < 1000 and exponent_of(part) >= -_TYPED
            return number_text(tag, part, None, _TYPED if is_typed else None)
        case date():
            return date_text(tag, part, "", near=False, same_year=False)
        case str():
            return part
