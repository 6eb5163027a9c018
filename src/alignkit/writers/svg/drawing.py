"""The drawing of a chart."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from alignkit.model.blocks import Chart, ChartKind
from alignkit.writers.hypertext import Html, element
from alignkit.writers.number_code import shown

from .bars import bars
from .columns import columns
from .geometry import bar_scale, line_scale
from .lines import lines
from .marks import WIDTH, Plot

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
        return shown(value, chart.number_format, language)

    match chart.kind:
        case ChartKind.COLUMN | ChartKind.STACKED_COLUMN:
            return columns(Plot(chart, bar_scale(chart), label))
        case ChartKind.BAR | ChartKind.STACKED_BAR:
            return bars(Plot(chart, bar_scale(chart), label))
        case ChartKind.LINE:
            return lines(Plot(chart, line_scale(chart), label))
        case _:
            assert_never(chart.kind)
