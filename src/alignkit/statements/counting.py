"""Counts with what they count: no customers, one customer, 16 customers; shares in words where exact."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from alignkit.model.draft import Joined, Styled, Worded
from alignkit.values import Unit

from .derived import are_comparable, share_of

if TYPE_CHECKING:
    from alignkit.formats import Formats
    from alignkit.values import Figure

    from .bank import StatementBank

_FRACTIONS = (
    ("none", 0, 1), ("quarter", 1, 4), ("third", 1, 3), ("half", 1, 2), ("two_thirds", 2, 3),
    ("three_quarters", 3, 4), ("all", 1, 1),
)  # fmt: skip
_DIVISION = Decimal("1E-20")
"""What a third may lack: a quotient is cut off somewhere beyond."""


def counted(
    figure: Figure,
    bank: StatementBank,
    formats: Formats,
    style: str = "",
    *,
    noun: str = "",
    words: bool = False,
) -> Joined:
    """The count with its noun, none and one in words.

    Args:
        figure: what is counted; it exists.
        bank: the language.
        formats: how numbers are shown.
        style: how the figure is shown.
        noun: in the singular; that of the figure when empty.
        words: whether small numbers are words too.

    """
    shown, noun = formats.shown(figure, style), noun or figure.noun
    if noun and shown in (0, 1):
        return Joined((Worded(figure, bank.few(int(shown), noun, formats)),))
    number = in_words(figure, bank, formats, style) if words else Styled(figure, style) if style else figure
    return Joined((number, f" {bank.noun(noun, abs(shown), formats)}") if noun else (number,))


def in_words(figure: Figure, bank: StatementBank, formats: Formats, style: str = "") -> Styled | Worded:
    """The count in words where the language has one for it, else in digits; without its sign."""
    shown = abs(formats.shown(figure, style))
    if figure.unit is Unit.COUNT and shown == int(shown) and shown < len(bank.numbers):
        return Worded(figure, bank.numbers[int(shown)])
    return Styled(figure, f"{style} absolute".strip())


def counted_number(
    count: int, noun: str, bank: StatementBank, formats: Formats, *, words: bool = False
) -> str:
    """A number that is no figure, such as the length of a list, with what it counts."""
    if count in (0, 1):
        return bank.few(count, noun, formats)
    number = bank.numbers[count] if words and 0 <= count < len(bank.numbers) else formats.number(count)
    return f"{number} {bank.noun(noun, Decimal(abs(count)), formats)}"


def share_words(part: Figure | None, whole: Figure | None, bank: StatementBank) -> Joined:
    """What part of a whole something is: `half` or `a third` where that is exact, else in per cent.

    Args:
        part: the part; a share by itself where there is no whole.
        whole: the whole.
        bank: the language.

    """
    share = _share(part, whole)
    if share is None:
        return Joined()
    for name, over, under in _FRACTIONS:
        if abs(share.amount * under - over) < _DIVISION:
            return Joined((Worded(share, bank.text(f"share.{name}")),))
    return Joined((share,))


def _share(part: Figure | None, whole: Figure | None) -> Figure | None:
    if part is None or part.is_na:
        return None
    if whole is None:
        if part.unit is not Unit.SHARE:
            raise ValueError(f"expected a share or a whole beside the part, found {part.unit} alone")
        return part
    return share_of(part, whole) if are_comparable(part, whole) else None
