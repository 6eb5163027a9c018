"""Charts a template builds from records; they keep every figure whole and scale only what is shown."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alignkit.model.charts import Chart, ChartKind, Series

from .columns import Measure, text_of
from .places import running_place
from .plotting import Plotted, axis_of, exact, name_of, number_format, number_of, plotted
from .problems import TemplateMistakeError, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_SIMPLE = (
    ChartKind.COLUMN,
    ChartKind.BAR,
    ChartKind.STACKED_COLUMN,
    ChartKind.STACKED_BAR,
    ChartKind.FULL_COLUMN,
    ChartKind.FULL_BAR,
    ChartKind.LINE,
    ChartKind.STEP,
    ChartKind.AREA,
)
"""The kinds `chart` draws; the others have a constructor of their own."""
_OWN = {
    ChartKind.SCATTER: "write `scatter(records, across=measure(...), upright=measure(...), title=...)`",
    ChartKind.BULLET: "write `bullet(records, measure(...), measure(...), title=...)`",
    ChartKind.WATERFALL: "write `waterfall(records, measure(...), title=...)`",
    ChartKind.TORNADO: "write `tornado(records, measure(...), measure(...), title=...)`",
    ChartKind.DOT_RANGE: "write `dot_range(records, measure(...), measure(...), measure(...), title=...)`",
}
_SHARED_OUT = (ChartKind.FULL_COLUMN, ChartKind.FULL_BAR)


@dataclass(frozen=True, slots=True)
class _Said:
    """What a template says about a chart beside its numbers."""

    title: Any
    label: str
    unit: Any
    highlight: Sequence[str]
    source: Any


def chart(
    kind: str,
    records: Iterable[Any],
    *measures: Measure,
    title: Any,
    label: str = "label",
    unit: Any = "",
    highlight: Sequence[str] = (),
    limit: Any = None,
    limit_label: Any = "",
    source: Any = "",
) -> Chart:
    """A native chart with a category for each record and a series for each measure.

    Args:
        kind: `column`, `bar`, `stacked_column`, `stacked_bar`, `full_column`, `full_bar`, `line`, `step` or
            `area`.
        records: what has a category.
        measures: what has a series.
        title: a sentence that says what the chart shows.
        label: field with the name of a record's category.
        unit: what is measured, for which period; the scale is added.
        highlight: ids of the records to stand out.
        limit: a figure to draw as a line across.
        limit_label: what that line is called.
        source: source line below the chart.

    """
    _check_kind(kind)
    drawn = plotted(records, measures, label)
    if kind in _SHARED_OUT:
        _check_shares(drawn)
    said = _Said(title, label, unit, highlight, source)
    return _made(ChartKind(kind), drawn, said, limit=exact(limit), limit_label=text_of(limit_label))


def tornado(
    records: Iterable[Any],
    low: Measure,
    high: Measure,
    *,
    title: Any,
    base: Any = None,
    base_label: Any = "",
    label: str = "label",
    unit: Any = "",
    highlight: Sequence[str] = (),
    source: Any = "",
) -> Chart:
    """A native chart of which assumption matters most: lying bars around a base, the widest first.

    Args:
        records: the assumptions.
        low: by how much the result changes at the assumption's low value.
        high: by how much it changes at the high value.
        title: a sentence that says what the chart shows.
        base: the result the changes start from.
        base_label: what that result is called.
        label: field with the name of an assumption.
        unit: what is measured, for which period; the scale is added.
        highlight: ids of the records to stand out.
        source: source line below the chart.

    """
    drawn = plotted(records, (low, high), label)
    drawn.records.sort(key=lambda record: _reach(record, low, high), reverse=True)
    named = " ".join(part for part in (text_of(base_label), "" if base is None else text_of(base)) if part)
    said = _Said(title, label, unit, highlight, source)
    return _made(ChartKind.TORNADO, drawn, said, limit=Decimal(0) if named else None, limit_label=named)


def scatter(
    records: Iterable[Any],
    *,
    across: Measure,
    upright: Measure,
    title: Any,
    across_ends: Sequence[Any] = (),
    upright_ends: Sequence[Any] = (),
    label: str = "label",
    unit: Any = "",
    highlight: Sequence[str] = (),
    source: Any = "",
) -> Chart:
    """A native chart of records as points by two measures, each with its name.

    Args:
        records: what has a point.
        across: how far right it stands.
        upright: how far up it stands.
        title: a sentence that says what the chart shows.
        across_ends: first and last value of the horizontal axis; empty to fit the points.
        upright_ends: first and last value of the vertical axis; empty to fit the points.
        label: field with the name of a point.
        unit: what is measured, for which period.
        highlight: ids of the records to stand out.
        source: source line below the chart.

    """
    drawn = plotted(records, (across, upright), label, needs=all, is_mixed=True)
    axes = axis_of(drawn, across, _two(across_ends)), axis_of(drawn, upright, _two(upright_ends))
    series = Series(
        upright.header,
        tuple(number_of(record, upright) for record in drawn.records),
        upright.highlight,
        scenario=upright.scenario,
        across=tuple(number_of(record, across) for record in drawn.records),
    )
    return Chart(
        ChartKind.SCATTER,
        text_of(title),
        _names(drawn, label),
        (series,),
        unit=text_of(unit),
        number_format=axes[1].number_format,
        highlight=drawn.lit(highlight),
        across=axes[0],
        upright=axes[1],
        locale=drawn.locale,
        source=drawn.source(source),
        place=running_place(sys._getframe(1)),
    )


def bullet(
    records: Iterable[Any],
    actual: Measure,
    target: Measure,
    *bands: Measure,
    title: Any,
    label: str = "label",
    unit: Any = "",
    highlight: Sequence[str] = (),
    source: Any = "",
) -> Chart:
    """A native chart of what is reached: a bar for each record, with a mark at its target.

    Args:
        records: what has a bar.
        actual: what is reached.
        target: what was to be reached.
        bands: ends of the tinted stretches behind the bar, the lowest first.
        title: a sentence that says what the chart shows.
        label: field with the name of a record.
        unit: what is measured, for which period; the scale is added.
        highlight: ids of the records to stand out.
        source: source line below the chart.

    """
    drawn = plotted(records, (actual, target, *bands), label)
    return _made(ChartKind.BULLET, drawn, _Said(title, label, unit, highlight, source))


def dot_range(
    records: Iterable[Any],
    lowest: Measure,
    mean: Measure,
    highest: Measure,
    *,
    title: Any,
    label: str = "label",
    unit: Any = "",
    highlight: Sequence[str] = (),
    source: Any = "",
) -> Chart:
    """A native chart of how far answers lie apart: for each record its lowest, mean and highest as dots.

    Args:
        records: what has a row.
        lowest: the lowest answer.
        mean: the mean of all.
        highest: the highest answer.
        title: a sentence that says what the chart shows.
        label: field with the name of a record.
        unit: what is measured, for which period; the scale is added.
        highlight: ids of the records to stand out.
        source: source line below the chart.

    """
    drawn = plotted(records, (lowest, mean, highest), label)
    return _made(ChartKind.DOT_RANGE, drawn, _Said(title, label, unit, highlight, source))


def _made(
    kind: ChartKind, drawn: Plotted, said: _Said, *, limit: Decimal | None = None, limit_label: str = ""
) -> Chart:
    """A chart with a series for each measure."""
    return Chart(
        kind,
        text_of(said.title),
        _names(drawn, said.label),
        drawn.series(),
        unit=drawn.unit(said.unit),
        number_format=number_format(drawn.figures, drawn.scale),
        highlight=drawn.lit(said.highlight),
        limit=limit,
        limit_label=limit_label,
        locale=drawn.locale,
        source=drawn.source(said.source),
        place=running_place(sys._getframe(1)),
    )


def _names(drawn: Plotted, label: str) -> tuple[str, ...]:
    return tuple(name_of(record, label) for record in drawn.records)


def _check_kind(kind: str) -> None:
    if kind in _SIMPLE:
        return
    known = ", ".join(f"`{each}`" for each in _SIMPLE)
    hint = _OWN[ChartKind(kind)] if kind in tuple(ChartKind) else nearest(kind, _SIMPLE)
    raise TemplateMistakeError("TPL-008", f"expected a chart of kind {known}, found `{kind}`", hint=hint)


def _check_shares(drawn: Plotted) -> None:
    """Shares of a sum need parts of one sign."""
    if any(value < 0 for series in drawn.series() for value in series.values if value is not None):
        raise TemplateMistakeError(
            "TPL-008",
            "expected no negative figure in a chart of shares, found one",
            hint="draw a `stacked_column` or `stacked_bar`",
        )


def _reach(record: dict[str, Any], low: Measure, high: Measure) -> Decimal:
    """How far apart the two ends of a tornado's bar are, zero counted."""
    ends = [Decimal(0), *(number_of(record, each) or Decimal(0) for each in (low, high))]
    return max(ends) - min(ends)


def _two(ends: Sequence[Any]) -> tuple[Decimal | None, Decimal | None]:
    """First and last value of an axis."""
    if not ends:
        return None, None
    values = [exact(end) for end in ends] if isinstance(ends, (list, tuple)) else []
    match values:
        case [Decimal() as low, Decimal() as high] if low < high:
            return low, high
    raise TemplateMistakeError(
        "TPL-008",
        "expected first and last value of an axis",
        hint="write `across_ends=[1, 5]`",
    )
