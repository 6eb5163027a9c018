"""A chart's numbers as a table, for formats that cannot draw and readers who cannot see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from alignkit.model.blocks import Align, Column, Row, Table
from alignkit.model.charts import ChartKind
from alignkit.model.inlines import Text

from .chart_shapes import FULL, SHARE_FORMAT, drawable, format_of, shares
from .number_code import shown

if TYPE_CHECKING:
    from decimal import Decimal

    from alignkit.model.charts import Chart
    from alignkit.model.inlines import Inline

NOTHING = "–"
"""What stands where a series has no number."""


def as_table(chart: Chart, language: str) -> Table:
    """Categories as rows, visible series as columns, title as caption, source as note."""
    chart = drawable(chart)
    first = Column((Text(chart.unit),) if chart.unit else ())
    found = [index for index, series in enumerate(chart.series) if not series.invisible]
    columns = [column for index in found for column in _columns(chart, index, language)]
    rows = tuple(
        Row(
            ((Text(category),), *(cells[index] for _, cells in columns)),
            total=index > 0 and index in chart.totals,
            highlight=index in chart.highlight,
        )
        for index, category in enumerate(chart.categories)
    )
    heads = (first, *(head for head, _ in columns))
    limit = _limit(chart, len(columns), language)
    return Table(heads, rows + limit, (Text(chart.title),), chart.source, chart.description, chart.place)


_Cells = tuple[tuple["Inline", ...], ...]


def _columns(chart: Chart, index: int, language: str) -> list[tuple[Column, _Cells]]:
    """The column of a series; of points two, their place across and upright."""
    series = chart.series[index]
    texts = [
        _text(value, format_of(chart, index, at), chart.locale or language)
        for at, value in enumerate(series.values)
    ]
    if chart.kind in FULL:
        texts = [
            text if share is None else f"{shown(share, SHARE_FORMAT, chart.locale or language)} ({text})"
            for text, share in zip(texts, shares(chart)[index], strict=True)
        ]
    columns = [(series.name, texts)]
    if chart.kind is ChartKind.SCATTER:
        axis = chart.across
        code = axis.number_format if axis and axis.number_format else chart.number_format
        places = series.across or (None,) * len(series.values)
        title = chart.upright.title if chart.upright and len(chart.series) == 1 else series.name
        columns = [
            (axis.title if axis else "", [_text(value, code, chart.locale or language) for value in places]),
            (title, texts),
        ]
    return [
        (Column((Text(name),), Align.RIGHT), tuple((Text(text),) for text in column))
        for name, column in columns
    ]


def _text(value: Decimal | None, code: str, language: str) -> str:
    return NOTHING if value is None else shown(value, code, language)


def _limit(chart: Chart, columns: int, language: str) -> tuple[Row, ...]:
    """The line across the chart as a last row; the base of a tornado says all in its name."""
    if chart.limit is None:
        return ()
    code = SHARE_FORMAT if chart.kind in FULL else chart.number_format
    text = "" if chart.kind is ChartKind.TORNADO else shown(chart.limit, code, chart.locale or language)
    return (Row(((Text(chart.limit_label),), *[(Text(text),)] * columns)),)
