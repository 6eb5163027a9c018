"""Arithmetic on numbers that may not exist: what is not available stays so, with its first reason.

Nothing here returns zero or infinity in place of a figure that does not exist.
"""

from __future__ import annotations

from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from alignkit.values import NA, NACode

if TYPE_CHECKING:
    from collections.abc import Sequence

Value = Decimal | NA
"""An exact number, or why there is none."""


def add(left: Value, right: Value) -> Value:
    """The sum."""
    if isinstance(left, NA):
        return left
    return right if isinstance(right, NA) else left + right


def subtract(left: Value, right: Value) -> Value:
    """The difference."""
    if isinstance(left, NA):
        return left
    return right if isinstance(right, NA) else left - right


def multiply(left: Value, right: Value) -> Value:
    """The product."""
    if isinstance(left, NA):
        return left
    return right if isinstance(right, NA) else left * right


def divide(dividend: Value, divisor: Value, name: str = "the divisor") -> Value:
    """The quotient; nothing is counted per zero or per less than nothing.

    Args:
        dividend: what is divided.
        divisor: by what.
        name: what the divisor is, for the reason when it cannot divide.

    """
    if isinstance(dividend, NA):
        return dividend
    if isinstance(divisor, NA):
        return divisor
    if not divisor:
        return NA(NACode.ZERO_DENOMINATOR, f"{name} is zero")
    if divisor < 0:
        return NA(NACode.NEGATIVE_INPUT, f"{name} is negative")
    return dividend / divisor


def power(base: Value, exponent: Decimal) -> Value:
    """The base to the power of the exponent; of less than nothing there is none."""
    if isinstance(base, NA):
        return base
    if base < 0:
        return NA(NACode.NEGATIVE_INPUT, "the base is negative")
    return base**exponent if base else base


def least(left: Value, right: Value) -> Value:
    """The smaller of two."""
    if isinstance(left, NA):
        return left
    return right if isinstance(right, NA) else min(left, right)


def rounded_down(value: Value) -> Value:
    """The whole number not above: what can be promised."""
    return value if isinstance(value, NA) else value.to_integral_value(ROUND_FLOOR)


def rounded_up(value: Value) -> Value:
    """The whole number not below: what is needed."""
    return value if isinstance(value, NA) else value.to_integral_value(ROUND_CEILING)


def rounded(value: Value) -> Value:
    """The nearest whole number; halves go away from zero."""
    return value if isinstance(value, NA) else value.to_integral_value(ROUND_HALF_UP)


def between(value: Value, low: Decimal, high: Decimal) -> Value:
    """The number, or the bound it lies beyond."""
    return value if isinstance(value, NA) else min(max(value, low), high)


def size(value: Value) -> Value:
    """The number without its sign."""
    return value if isinstance(value, NA) else abs(value)


def total(values: Sequence[Value], name: str) -> Value:
    """The sum of several; of none there is no sum.

    Args:
        values: what is added.
        name: what they are, in the plural, for the reason when there are none.

    """
    if not values:
        return NA(NACode.MISSING_INPUT, f"there are no {name}")
    result: Value = Decimal(0)
    for value in values:
        result = add(result, value)
    return result
