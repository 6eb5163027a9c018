"""Every figure that follows from a context, computed afresh from the written formulas with exact fractions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Any, NamedTuple

from context_by_hand import exact, find, given, numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable


class Recomputed(NamedTuple):
    """A figure as this script computes it."""

    value: Fraction | None
    """Exact; None where the formula has no result."""
    unit: str
    """money, share, points, times, ratio, months, days or count."""


class MissingError(Exception):
    """A formula lacks a number, or divides by nothing."""


def per(dividend: Fraction, divisor: Fraction) -> Fraction:
    """The quotient; nothing is counted per zero or per less than zero."""
    if divisor <= 0:
        raise MissingError
    return dividend / divisor


def added(values: Iterable[Fraction]) -> Fraction:
    """The sum; of nothing there is none."""
    found = list(values)
    if not found:
        raise MissingError
    return sum(found, Fraction(0))


class Sheet:
    """What has been computed so far, by key."""

    def __init__(self, context: dict[str, Any]) -> None:
        self.context = context
        self.found: dict[str, Recomputed] = {}

    def put(self, key: str, unit: str, formula: Callable[[], Fraction]) -> None:
        """Compute a figure; without a result it is kept as not available."""
        try:
            value: Fraction | None = formula()
        except MissingError:
            value = None
        self.found[key] = Recomputed(value, unit)

    def __call__(self, key: str) -> Fraction:
        """A figure computed before, else a number of the context."""
        if key in self.found:
            value = self.found[key].value
        else:
            number = given(self.context, key)
            value = number.value if number else None
        if value is None:
            raise MissingError
        return value

    def or_zero(self, key: str) -> Fraction:
        """The number, or nothing of it where it was left out."""
        return exact(find(self.context, key)) or Fraction(0)

    def first(self, *keys: str) -> Fraction:
        """The first of several numbers that exists."""
        for key in keys:
            try:
                return self(key)
            except MissingError:
                continue
        raise MissingError

    def fraction(self, key: str) -> Fraction:
        """A number that means nothing outside zero to one."""
        value = self(key)
        if not 0 <= value <= 1:
            raise MissingError
        return value

    def records(self, key: str) -> list[dict[str, Any]]:
        """The records of a list of the context."""
        found = find(self.context, key)
        return [item for item in found if isinstance(item, dict)] if isinstance(found, list) else []

    def text(self, key: str) -> str:
        """A text of the context, empty if there is none."""
        found = find(self.context, key)
        return "" if found is None else str(found)

    def copy(self, start: str, target: str) -> None:
        """Keep the figures below one name below another too."""
        for key, figure in list(self.found.items()):
            if key.startswith(f"{start}."):
                self.found.setdefault(f"{target}{key[len(start) :]}", figure)

    def look_up(self, key: str) -> Recomputed | None:
        """The figure under a key: computed, or given in the context; None where no formula is known."""
        if key in self.found:
            return self.found[key]
        number = given(self.context, key)
        return Recomputed(number.value, number.unit) if number else None

    def everything(self) -> dict[str, Recomputed]:
        """Every figure with a value: given ones, tests of gates, and computed ones."""
        tests = [f"budget.gates.{gate['id']}.test" for gate in self.records("budget.gates")]
        keys = [*numbers(self.context), *tests, *self.found]
        return {key: figure for key in keys if (figure := self.look_up(key)) and figure.value is not None}
