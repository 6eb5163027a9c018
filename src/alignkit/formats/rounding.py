"""Numbers made ready to be shown: rounding, one scale for a table, percentages that add up to a hundred.

Nothing here makes text; that is the business of `alignkit.formats`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import TYPE_CHECKING

from alignkit.values import NA, Figure, NACode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_WIDE = Context(prec=80)
"""Wide enough that quantizing a figure never fails: figures have at most 34 digits on either side."""


@dataclass(frozen=True, slots=True)
class Scale:
    """What the numbers of one table or chart are counted in (rule N3)."""

    exponent: int
    """Power of ten: 0 for units, 3 for thousands, 6 for millions."""
    places: int
    """Decimals of every number in it."""

    def of(self, value: Decimal) -> Decimal:
        """`value` counted in this scale and rounded to its decimals."""
        return rounded(shifted(value, -self.exponent), self.places)


def rounded(value: Decimal, places: int) -> Decimal:
    """`value` with `places` decimals, half away from zero (rule N1); never a negative zero."""
    quantized = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    return quantized if quantized else quantized.copy_abs()


def shifted(value: Decimal, exponent: int) -> Decimal:
    """`value` times ten to the power of `exponent`, exactly."""
    return _WIDE.scaleb(value, exponent)


def whole(value: Decimal) -> bool:
    """Whether `value` has no fraction."""
    return value == value.to_integral_value()


def scale_for(figures: Iterable[Figure]) -> Scale:
    """The scale in which the largest of `figures` has three to four significant digits (rule N3).

    Figures that are not available do not count; without any other the scale is units.
    """
    values = [figure.value.copy_abs() for figure in figures if isinstance(figure.value, Decimal)]
    largest = max(values, default=Decimal(0))
    for exponent in (0, 3, 6):
        scale = _scale(largest, values, exponent)
        if scale.of(largest) < 10_000:
            return scale
    return scale


def _scale(largest: Decimal, values: list[Decimal], exponent: int) -> Scale:
    if exponent == 0 and all(whole(value) for value in values):
        return Scale(0, 0)
    digits = len(str(int(shifted(largest, -exponent))))
    return Scale(exponent, max(0, 3 - digits))


def rounding_note(parts: Iterable[Figure], total: Figure, scale: Scale) -> bool:
    """Whether the parts as displayed do not add to the total as displayed (rule N6).

    False when one of them is not available: there is then nothing to add.
    """
    if isinstance(total.value, NA):
        return False
    added = Decimal(0)
    for part in parts:
        if isinstance(part.value, NA):
            return False
        added += scale.of(part.value)
    return added != scale.of(total.value)


def shares_to_100(values: Sequence[Decimal], places: int = 0) -> list[Decimal] | NA:
    """Percentages with `places` decimals that add to exactly 100, by largest remainder (rule N6).

    Equal remainders go to the earlier value.
    Not available when a value is negative or all of them are zero.
    """
    if any(value < 0 for value in values):
        return NA(NACode.NEGATIVE_INPUT, "a share of a negative amount has no meaning")
    total = sum(values, Decimal(0))
    if not total:
        return NA(NACode.ZERO_DENOMINATOR, "there is nothing to share out")
    step = Decimal(1).scaleb(-places)
    exact = [_WIDE.divide(_WIDE.multiply(value, Decimal(100)), total) for value in values]
    shares = [value.quantize(step, ROUND_FLOOR, _WIDE) for value in exact]
    missing = int((100 - sum(shares)) / step)
    by_remainder = sorted(range(len(exact)), key=lambda index: shares[index] - exact[index])
    for index in by_remainder[:missing]:
        shares[index] += step
    return shares
