"""Rows of a drawing: their names at the left, and how far to the right their numbers may reach."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .geometry import text_width
from .marks import BASE, LINE, SIZE, WIDTH, fitted, words

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.model.charts import Chart
    from alignkit.writers.hypertext import Html

    from .geometry import Scale

_NAMES = 220.0
"""Most room for the names of rows."""
BAND = 44.0
"""Height of a row."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Where the rows of a chart lie."""

    scale: Scale
    """The stretch of numbers they show."""
    left: float
    """Where it begins."""
    right: float
    """Where it ends."""

    def x(self, value: Decimal) -> float:
        """Where a number lies."""
        return self.left + (self.right - self.left) * self.scale.share(value)

    def y(self, row: int) -> float:
        """The middle of a row."""
        return BAND * (row + 0.5)


def rows(chart: Chart, scale: Scale, before: float, after: float) -> Rows:
    """The rows of a chart, with room for labels before and after its numbers."""
    widest = max(text_width(line, SIZE) for name in chart.categories for line in fitted(name, _NAMES, 2))
    left = widest + 14 + before
    return Rows(scale, left, max(WIDTH - after, left + 1))


def names(chart: Chart, place: Rows) -> list[Html]:
    """The names of the rows."""
    parts: list[Html] = []
    for row, name in enumerate(chart.categories):
        lines = fitted(name, _NAMES, 2)
        first = place.y(row) + BASE - LINE / 2 * (len(lines) - 1)
        weight = "700" if row in chart.highlight else "400"
        parts += [words(0, first + LINE * at, line, font_weight=weight) for at, line in enumerate(lines)]
    return parts
