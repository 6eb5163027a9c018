"""The drawing of a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.charts import Chart, ChartKind
from alignkit.writers.chart_shapes import SHARE_FORMAT, drawable, format_of, in_shares, shares
from alignkit.writers.hypertext import Html, element
from alignkit.writers.number_code import shown

from .bars import bars
from .bullets import bullets
from .columns import columns
from .geometry import bar_scale, line_scale
from .lines import lines
from .marks import WIDTH, Plot
from .points import points
from .ranges import ranges

if TYPE_CHECKING:
    from decimal import Decimal


def drawing(chart: Chart, language: str) -> Html:
    """The chart without title and source, as wide as the text; named for readers who cannot see it."""
    height, parts = _parts(chart, language)
    return element(
        "svg",
        *parts,
        viewBox=f"0 0 {WIDTH:.0f} {height:.0f}",
        role="img",
        aria_label=chart.description or chart.title,
    )


def _parts(chart: Chart, language: str) -> tuple[float, list[Html]]:
    def label(value: Decimal) -> str:
        return shown(value, chart.number_format, chart.locale or language)

    chart = drawable(chart)
    match chart.kind:
        case ChartKind.COLUMN | ChartKind.STACKED_COLUMN:
            return columns(Plot(chart, bar_scale(chart), label))
        case ChartKind.WATERFALL:
            return columns(Plot(chart, bar_scale(chart), label, _changes(chart, language)))
        case ChartKind.BAR | ChartKind.STACKED_BAR:
            return bars(Plot(chart, bar_scale(chart), label))
        case ChartKind.TORNADO:
            return bars(Plot(chart, bar_scale(chart), label, _changes(chart, language)))
        case ChartKind.FULL_COLUMN:
            return columns(_in_shares(chart, language))
        case ChartKind.FULL_BAR:
            return bars(_in_shares(chart, language))
        case ChartKind.LINE | ChartKind.STEP | ChartKind.AREA:
            return lines(Plot(chart, line_scale(chart), label))
        case ChartKind.SCATTER:
            return points(chart, language)
        case ChartKind.BULLET:
            return bullets(chart, label)
        case ChartKind.DOT_RANGE:
            return ranges(chart, label)
        case _:
            assert_never(chart.kind)


def _changes(chart: Chart, language: str) -> dict[tuple[int, int], str]:
    """The numbers with their signs."""
    return {
        (number, index): shown(value, format_of(chart, number, index), chart.locale or language)
        for number, series in enumerate(chart.series)
        for index, value in enumerate(series.values)
        if value is not None
    }


def _in_shares(chart: Chart, language: str) -> Plot:
    """Shares of one, whose labels add to a hundred."""
    drawn = in_shares(chart)
    texts = {
        (number, index): "" if share is None else shown(share, SHARE_FORMAT, chart.locale or language)
        for number, column in enumerate(shares(chart))
        for index, share in enumerate(column)
    }
    return Plot(
        drawn, bar_scale(drawn), lambda value: shown(value, SHARE_FORMAT, chart.locale or language), texts
    )
