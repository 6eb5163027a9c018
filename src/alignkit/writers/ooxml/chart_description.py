"""What a chart shows, in sentences built from its data, for readers who cannot see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from alignkit.model.charts import ChartKind
from alignkit.writers.chart_shapes import FULL, SHARE_FORMAT, drawable, format_of, shares

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from decimal import Decimal

    from alignkit.model.charts import Chart

    Show = Callable[[Decimal, str], str]
    """The text of a number in a number format."""

_LISTED = 8
"""Up to so many values of a series are read out; of more, the ends and the extremes."""
_ROWS = 12
"""Up to so many categories are read out one by one, where each says something of its own."""
_BY_ROW = frozenset({ChartKind.SCATTER, ChartKind.BULLET, ChartKind.DOT_RANGE, ChartKind.TORNADO})
"""The kinds that are read category by category."""


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
    more: str
    """`{count}`: entries that are not read out."""


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
        ChartKind.SCATTER: "Chart of points: {title}",
        ChartKind.BULLET: "Bars against their targets: {title}",
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
    more="{count} more are in the data",
)
GERMAN = DescriptionWords(
    kinds={
        ChartKind.COLUMN: "Säulendiagramm: {title}",
        ChartKind.BAR: "Balkendiagramm: {title}",
        ChartKind.STACKED_COLUMN: "Gestapeltes Säulendiagramm: {title}",
        ChartKind.STACKED_BAR: "Gestapeltes Balkendiagramm: {title}",
        ChartKind.FULL_COLUMN: "Säulendiagramm mit Anteilen: {title}",
        ChartKind.FULL_BAR: "Balkendiagramm mit Anteilen: {title}",
        ChartKind.LINE: "Liniendiagramm: {title}",
        ChartKind.STEP: "Stufendiagramm: {title}",
        ChartKind.AREA: "Flächendiagramm: {title}",
        ChartKind.SCATTER: "Punktdiagramm: {title}",
        ChartKind.BULLET: "Balken mit Zielmarken: {title}",
        ChartKind.WATERFALL: "Wasserfalldiagramm: {title}",
        ChartKind.TORNADO: "Tornadodiagramm: {title}",
        ChartKind.DOT_RANGE: "Spannweitendiagramm: {title}",
    },
    unit="Einheit: {unit}",
    nothing="kein Wert",
    no_values="{name}: keine Werte",
    listed="{name}: {values}",
    summed_up=(
        "{name}: {count} Werte von {first} bis {last}; der größte ist {largest}, der kleinste {smallest}"
    ),
    limit="Grenze: {label} {value}",
    highlighted="Hervorgehoben: {categories}",
    unnamed="Werte",
    more="{count} weitere stehen in den Daten",
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
    chart = drawable(chart)
    sentences = [words.kinds[chart.kind].format(title=chart.title)]
    if chart.unit:
        sentences.append(words.unit.format(unit=chart.unit))
    if chart.kind in _BY_ROW:
        sentences += _rows(chart, show, words)
    else:
        sentences += [
            _series(chart, index, show, words)
            for index, series in enumerate(chart.series)
            if not series.invisible
        ]
    sentences += _notes(chart, show, words)
    return " ".join(map(_sentence, sentences))


def _notes(chart: Chart, show: Show, words: DescriptionWords) -> Iterator[str]:
    """The limit and what stands out; the base of a tornado says all in its name."""
    if chart.limit is not None:
        is_named = chart.kind is ChartKind.TORNADO and chart.limit_label
        value = (
            "" if is_named else show(chart.limit, SHARE_FORMAT if chart.kind in FULL else chart.number_format)
        )
        text = words.limit.format(label=chart.limit_label, value=value)
        yield chart.limit_label if is_named else text
    if chart.highlight:
        names = ", ".join(chart.categories[index] for index in sorted(set(chart.highlight)))
        yield words.highlighted.format(categories=names)


def _rows(chart: Chart, show: Show, words: DescriptionWords) -> Iterator[str]:
    """A sentence for each category, those that stand out first where there are many."""
    order = list(range(len(chart.categories)))
    if len(order) > _ROWS:
        order = sorted(order, key=lambda index: (index not in chart.highlight, index))[:_ROWS]
    for index in sorted(order):
        said = ", ".join(f"{name} {text}".strip() for name, text in _told(chart, index, show, words))
        yield words.listed.format(name=chart.categories[index], values=said)
    if len(order) < len(chart.categories):
        yield words.more.format(count=len(chart.categories) - len(order))


def _told(chart: Chart, index: int, show: Show, words: DescriptionWords) -> Iterator[tuple[str, str]]:
    """What is said of one category: name and number of each measure."""
    for number, series in enumerate(chart.series):
        if chart.kind is ChartKind.SCATTER:
            axis, across = chart.across, series.across[index] if series.across else None
            code = axis.number_format if axis and axis.number_format else chart.number_format
            yield (axis.title if axis else ""), words.nothing if across is None else show(across, code)
        value, code = series.values[index], format_of(chart, number, index)
        name = chart.upright.title if chart.kind is ChartKind.SCATTER and chart.upright else series.name
        yield name, words.nothing if value is None else show(value, code)


def _series(chart: Chart, number: int, show: Show, words: DescriptionWords) -> str:
    series = chart.series[number]
    name = series.name or words.unnamed
    pairs = list(zip(chart.categories, _texts(chart, number, show), series.values, strict=True))
    known = [(f"{category} {text}", value) for category, text, value in pairs if text and value is not None]
    if not known:
        return words.no_values.format(name=name)
    if len(pairs) <= _LISTED or chart.kind is ChartKind.WATERFALL:
        has_base = any(one.invisible for one in chart.series)
        texts = (f"{category} {text or words.nothing}" for category, text, _ in pairs if text or not has_base)
        return words.listed.format(name=name, values=", ".join(texts))
    values = [value for _, value in known]
    return words.summed_up.format(
        name=name,
        count=len(known),
        first=known[0][0],
        last=known[-1][0],
        largest=known[values.index(max(values))][0],
        smallest=known[values.index(min(values))][0],
    )


def _texts(chart: Chart, number: int, show: Show) -> list[str]:
    """The numbers of a series as the chart shows them: shares where it draws shares."""
    values = chart.series[number].values
    if chart.kind in FULL:
        amounts = [("" if v is None else show(v, format_of(chart, number, i))) for i, v in enumerate(values)]
        return [
            amount if share is None else f"{show(share, SHARE_FORMAT)} ({amount})"
            for amount, share in zip(amounts, shares(chart)[number], strict=True)
        ]
    return [
        "" if value is None else show(value, format_of(chart, number, i)) for i, value in enumerate(values)
    ]


def _sentence(text: str) -> str:
    text = " ".join(text.split())
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
