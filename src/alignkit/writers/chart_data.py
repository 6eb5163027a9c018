"""A chart's numbers as a table, for formats that cannot draw and readers who cannot see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.blocks import Align, Column, Row, Table
from alignkit.model.inlines import Text

from .number_code import shown

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.model.blocks import Chart
    from alignkit.model.inlines import Inline

NOTHING = "–"
"""What stands where a series has no number."""


def as_table(chart: Chart, language: str) -> Table:
    """Categories as rows, visible series as columns, title as caption, source as note."""
    visible = [series for series in chart.series if not series.invisible]
    first = Column((Text(chart.unit),) if chart.unit else ())
    columns = (first, *(Column((Text(series.name),), Align.RIGHT) for series in visible))
    rows = tuple(
        Row(
            (
                (Text(category),),
                *(_cell(series.values[index], chart, language) for series in visible),
            ),
            highlight=index in chart.highlight,
        )
        for index, category in enumerate(chart.categories)
    )
    limit = _limit(chart, len(visible), language)
    return Table(columns, rows + limit, (Text(chart.title),), chart.source, chart.description, chart.place)


def _cell(value: Decimal | None, chart: Chart, language: str) -> tuple[Inline, ...]:
    return (Text(NOTHING if value is None else shown(value, chart.number_format, language)),)


def _limit(chart: Chart, series: int, language: str) -> tuple[Row, ...]:
    """The line across the chart as a last row."""
    if chart.limit is None:
        return ()
    return (Row((((Text(chart.limit_label)),), *[_cell(chart.limit, chart, language)] * series)),)
