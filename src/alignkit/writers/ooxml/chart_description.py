"""What a chart shows, in sentences built from its data, for readers who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.blocks import ChartKind

from .chart_plan import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from decimal import Decimal

    from alignkit.model.blocks import Chart, Series

    Show = Callable[[Decimal, str], str]
    """The text of a number in a number format."""

_LISTED = 8
"""Up to so many values of a series are read out; of more, the ends and the extremes."""


@dataclass(frozen=True, slots=True)
class DescriptionWords:
    """The words of a description in one language; braces are filled in."""

    kinds: Mapping[ChartKind, str]
    """`{title}`: what is shown, and as what."""
    unit: str
    """`{unit}`."""
    nothing: str
    """What stands for a value that is not there."""
    no_values: str
    """`{name}`: a series without any value."""
    listed: str
    """`{name}`, `{values}`: a short series."""
    summed_up: str
    """`{name}`, `{count}`, `{first}`, `{last}`, `{largest}`, `{smallest}`: a long series."""
    limit: str
    """`{label}`, `{value}`."""
    highlighted: str
    """`{categories}`."""
    unnamed: str
    """Name of a series or limit that has none."""


ENGLISH = DescriptionWords(
    kinds={
        ChartKind.COLUMN: "Column chart: {title}",
        ChartKind.BAR: "Bar chart: {title}",
        ChartKind.STACKED_COLUMN: "Stacked column chart: {title}",
        ChartKind.STACKED_BAR: "Stacked bar chart: {title}",
        ChartKind.FULL_COLUMN: "Column chart of shares: {title}",
        ChartKind.FULL_BAR: "Bar chart of shares: {title}",
        ChartKind.LINE: "Line chart: {title}",
        ChartKind.STEP: "Step chart: {title}",
        ChartKind.AREA: "Area chart: {title}",
        ChartKind.SCATTER: "Scatter chart: {title}",
        ChartKind.BULLET: "Bullet chart: {title}",
        ChartKind.WATERFALL: "Waterfall chart: {title}",
        ChartKind.TORNADO: "Tornado chart: {title}",
        ChartKind.DOT_RANGE: "Chart of ranges: {title}",
    },
    unit="Unit: {unit}",
    nothing="no value",
    no_values="{name}: no values",
    listed="{name}: {values}",
    summed_up=(
        "{name}: {count} values from {first} to {last}; the largest is {largest}, the smallest {smallest}"
    ),
    limit="Limit: {label} {value}",
    highlighted="Highlighted: {categories}",
    unnamed="Values",
)


def describe(chart: Chart, show: Show, words: DescriptionWords = ENGLISH) -> str:
    """The text for readers who cannot see `chart`: its own description, or one built from all its data.

    Args:
        chart: any chart of the model.
        show: gives the text of a number in one of the chart's number formats.
        words: the words, in the language of the document.

    """
    if chart.description:
        return chart.description
    sentences = [words.kinds[chart.kind].format(title=chart.title)]
    if chart.unit:
        sentences.append(words.unit.format(unit=chart.unit))
    sentences += [_series(chart, series, show, words) for series in visible(chart)]
    if chart.limit is not None:
        value = show(chart.limit, chart.number_format)
        sentences.append(words.limit.format(label=chart.limit_label, value=value))
    if chart.highlight:
        names = ", ".join(chart.categories[index] for index in sorted(set(chart.highlight)))
        sentences.append(words.highlighted.format(categories=names))
    return " ".join(map(_sentence, sentences))


def _series(chart: Chart, series: Series, show: Show, words: DescriptionWords) -> str:
    name = series.name or words.unnamed
    code = series.number_format or chart.number_format
    pairs = list(zip(chart.categories, series.values, strict=True))
    known = [(category, value) for category, value in pairs if value is not None]
    if not known:
        return words.no_values.format(name=name)
    if len(pairs) <= _LISTED:
        texts = (
            f"{category} {words.nothing if value is None else show(value, code)}"
            for category, value in _told(chart, pairs)
        )
        return words.listed.format(name=name, values=", ".join(texts))
    texts_of = [f"{category} {show(value, code)}" for category, value in known]
    values = [value for _, value in known]
    return words.summed_up.format(
        name=name,
        count=len(known),
        first=texts_of[0],
        last=texts_of[-1],
        largest=texts_of[values.index(max(values))],
        smallest=texts_of[values.index(min(values))],
    )


def _told(chart: Chart, pairs: list[tuple[str, Decimal | None]]) -> list[tuple[str, Decimal | None]]:
    """The pairs worth telling: in a waterfall a series is meant to be empty where another one stands."""
    if any(series.invisible for series in chart.series):
        return [(category, value) for category, value in pairs if value is not None]
    return pairs


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
