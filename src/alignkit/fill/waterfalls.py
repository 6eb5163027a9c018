"""A waterfall a template builds from changes, with the amounts they lead between."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alignkit.model.charts import Chart, ChartKind, Series
from alignkit.values import Figure

from .binding import CURRENT
from .columns import Measure, records_of, text_of
from .places import running_place
from .plotting import Plotted, name_of, number_format, number_of, plotted
from .problems import TemplateMistakeError, described

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_CLOSE = Decimal("1e-9")
"""Changes add up when they miss by less than this part of the largest amount: quotients are not endless."""

_ENDS = {"start": "\0start", "end": "\0end"}
"""Ids of the two amounts a waterfall leads between, which no record of a context can have."""


@dataclass(frozen=True, slots=True)
class _Step:
    """One bar of a waterfall."""

    name: str
    value: Decimal | None
    is_total: bool = False
    id: Any = None


def waterfall(
    records: Iterable[Any],
    measure: Measure,
    *,
    title: Any,
    start: Any = None,
    start_label: Any = "",
    end: Any = None,
    end_label: Any = "",
    rest_label: Any = "",
    totals: Sequence[str] = (),
    label: str = "label",
    unit: Any = "",
    highlight: Sequence[str] = (),
    source: Any = "",
) -> Chart:
    """A native chart of what leads from one amount to another: each change begins where the last one ended.

    Args:
        records: the changes, in order.
        measure: how much each changes.
        title: a sentence that says what the chart shows.
        start: the figure it begins with.
        start_label: what that is called; empty for the figure's own label.
        end: the figure it arrives at.
        end_label: what that is called; empty for the figure's own label.
        rest_label: what a difference is called that the changes leave open; without it they have to add up.
        totals: ids of records that are amounts rather than changes.
        label: field with the name of a record's category.
        unit: what is measured, for which period; the scale is added.
        highlight: ids of the records to stand out.
        source: source line below the chart.

    """
    rows = [
        *_ends(start, start_label, measure, label, "start"),
        *records_of(records),
        *_ends(end, end_label, measure, label, "end"),
    ]
    drawn = plotted(rows, (measure,), label)
    steps = _steps(drawn, label, {*totals, *_ENDS.values()}, text_of(rest_label))
    return Chart(
        ChartKind.WATERFALL,
        text_of(title),
        tuple(step.name for step in steps),
        (Series(measure.header, tuple(step.value for step in steps), scenario=measure.scenario),),
        unit=drawn.unit(unit),
        number_format=number_format(drawn.figures, drawn.scale),
        highlight=tuple(at for at, step in enumerate(steps) if step.id in highlight),
        totals=tuple(at for at, step in enumerate(steps) if step.is_total),
        locale=drawn.locale,
        source=drawn.source(source),
        place=running_place(sys._getframe(1)),
    )


def _ends(value: Any, name: Any, measure: Measure, label: str, which: str) -> list[dict[str, Any]]:
    """The record of the amount a waterfall begins with or arrives at; none where none is given."""
    if value is None:
        return []
    if not isinstance(value, Figure):
        raise TemplateMistakeError("TPL-008", f"expected a figure for `{which}`, found {described(value)}")
    held: Any = value
    for part in reversed(measure.field.split(".")):
        held = {part: held}
    return [{"id": _ENDS[which], label: text_of(name) or value.label or value.key, **held}]


def _steps(drawn: Plotted, label: str, sums: set[str], rest: str) -> list[_Step]:
    """The bars in order, and one for the difference where an amount is not what the changes lead to."""
    (measure,) = drawn.measures
    steps: list[_Step] = []
    level: Decimal | None = None
    for record in drawn.records:
        value = number_of(record, measure) or Decimal(0)
        is_total = record.get("id") in sums
        if is_total and level is not None and not _is_close(level, value):
            steps.append(_Step(_named_rest(rest, level, value), value - level))
        level = value if is_total else (level or Decimal(0)) + value
        steps.append(_Step(name_of(record, label), value, is_total, record.get("id")))
    return steps


def _is_close(one: Decimal, other: Decimal) -> bool:
    return abs(one - other) <= _CLOSE * max(abs(one), abs(other))


def _named_rest(rest: str, reached: Decimal, stated: Decimal) -> str:
    if rest:
        return rest
    formats = CURRENT.get().formats
    raise TemplateMistakeError(
        "TPL-008",
        f"expected changes that lead to {formats.number(stated)}, found {formats.number(reached)}",
        hint='write `rest_label="Other changes"` to show the difference as a bar',
    )
