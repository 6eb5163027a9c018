"""Figures by their value, so that one can be found again from a number."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ledger_by_hand import Recomputed

_SIZES = (1.0, 0.01, 1e3, 1e6, 1e9)
"""What a number on a page may be counted in: units, per cent, thousands, millions, billions."""


class ByValue:
    """Figures in the order of their size."""

    def __init__(self, figures: Mapping[str, Recomputed]) -> None:
        self.figures = figures
        found = [
            (abs(float(figure.value)), key) for key, figure in figures.items() if figure.value is not None
        ]
        self._ordered = sorted(found)
        self._sizes = [size for size, _ in self._ordered]

    def near(self, number: float, distance: float) -> Iterator[str]:
        """Keys of the figures no further from a number than that, whatever their sign."""
        start = bisect_left(self._sizes, abs(number) - distance)
        end = bisect_right(self._sizes, abs(number) + distance)
        return (key for _, key in self._ordered[start:end])

    def written_like(self, number: float, places: int) -> list[str]:
        """Keys of the figures that round to a number with so many decimals, in any size."""
        half = 0.5001 * 10.0**-places
        return [key for size in _SIZES for key in self.near(number * size, half * size)]
