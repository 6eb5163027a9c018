"""The numbers of a chart as one table: what the workbook holds is what the chart's cache holds."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from alignkit.model.charts import Chart

SHEET = "Data"
"""Name of the only sheet; one plain word, so that references need no quotes."""

_CELL_CHARACTERS = 32_767
"""The longest text a cell can hold (ECMA-376 part 1, 18.3.1.96; longer text makes Excel repair the file)."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column of numbers under its name."""

    name: str
    """Text of the header cell; may be empty."""
    numbers: tuple[str | None, ...]
    """One for each category as it stands in the files; None for an empty cell."""
    number_format: str
    """Format code of the numbers."""
    formulas: tuple[str, ...] = ()
    """How each cell is computed from others, always by a formula of ours; empty for plain numbers."""
    texts: tuple[str, ...] = ()
    """Labels instead of numbers: a column of plain text."""

    @property
    def rows(self) -> int:
        """How many cells it has."""
        return len(self.texts or self.numbers)


@dataclass(frozen=True, slots=True)
class Grid:
    """The table behind a chart: categories down, series across."""

    corner: str
    """Text of the first cell: the unit."""
    categories: tuple[str, ...]
    """First column, without its header."""
    columns: tuple[GridColumn, ...]
    """The series in order, then the limit line, then what is computed from them."""

    def categories_reference(self) -> str:
        """The cells of the categories."""
        return f"{SHEET}!$A$2:$A${len(self.categories) + 1}"

    def name_reference(self, index: int) -> str:
        """The header cell of column `index`."""
        return f"{SHEET}!${column_letters(index + 1)}$1"

    def numbers_reference(self, index: int) -> str:
        """The cells of the numbers of column `index`."""
        letters = column_letters(index + 1)
        return f"{SHEET}!${letters}$2:${letters}${self.columns[index].rows + 1}"

    def having(self, *columns: GridColumn) -> Grid:
        """The same table with more columns at its end."""
        return replace(self, columns=(*self.columns, *columns))


def grid_of(chart: Chart) -> Grid:
    """The table of `chart`: its series as they are, and the limit."""
    check(chart)
    columns = [
        GridColumn(
            cell_text(series.name), numbers_of(series.values), series.number_format or chart.number_format
        )
        for series in chart.series
    ]
    if chart.limit is not None:
        limit = (number_text(chart.limit),) * len(chart.categories)
        columns.append(GridColumn(cell_text(chart.limit_label), limit, chart.number_format))
    return Grid(cell_text(chart.unit), tuple(map(cell_text, chart.categories)), tuple(columns))


def number_text(number: Decimal) -> str:
    """The shortest text that reads back as the same double, which is what Office keeps of a number."""
    value = float(number)
    if not math.isfinite(value):
        raise ValueError(f"{number} cannot be a number of a chart")
    if value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return repr(value)


def column_letters(index: int) -> str:
    """The letters of a sheet's column, counted from 0."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def check(chart: Chart) -> None:
    """Raise where `chart` is none; a mistake of ours."""
    if not chart.categories or not chart.series:
        raise ValueError("a chart needs a category and a series")
    if not all(chart.categories):
        raise ValueError("a category of a chart is empty")
    for series in chart.series:
        if len(series.values) != len(chart.categories):
            raise ValueError(
                f"series `{series.name}` needs {len(chart.categories)} values, got {len(series.values)}"
            )


def numbers_of(values: Iterable[Decimal | None]) -> tuple[str | None, ...]:
    """Numbers as they stand in the files."""
    return tuple(None if value is None else number_text(value) for value in values)


def cell_text(text: str) -> str:
    """As much of `text` as a cell can hold."""
    return text[:_CELL_CHARACTERS]
