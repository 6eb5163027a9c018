"""Constructors of the blocks a slide draws itself: events on a scale of dates, things sorted into fields."""

from __future__ import annotations

import sys
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from alignkit.model.blocks import Event, Matrix, MatrixCell, Tick, Timeline
from alignkit.model.inlines import Text
from alignkit.values import Figure

from .binding import CURRENT
from .columns import Measure, checked, field_of, line_of, records_of, text_of
from .places import running_place
from .problems import TemplateMistakeError, described

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from alignkit.formats import Formats
    from alignkit.model.inlines import Inline

Step = Literal["week", "month", "quarter", "year"]

_WEEKS_UP_TO, _MONTHS_UP_TO, _QUARTERS_UP_TO = 70, 460, 1470
"""Longest stretches in days that are still marked by weeks, months and quarters: about 10 to 16 marks."""
_HIGHEST_LEVEL = 3
_NO_MEASURE = Measure("", "")


def timeline(
    records: Iterable[Any],
    what: Measure,
    when: Measure,
    who: Measure = _NO_MEASURE,
    remark: Measure = _NO_MEASURE,
    *,
    end: str = "",
    highlight: Sequence[str] = (),
    note: Any = "",
    description: Any = "",
) -> Timeline:
    """Events by date: rows with marks on a common scale on a slide, a table on a page.

    Args:
        records: what has a row; those without a date are left out.
        what: what happens.
        when: the day, or the first day of a span.
        who: who answers for it; leave it out where nobody does.
        remark: what it depends on, or its slack.
        end: field with the last day of a span.
        highlight: ids of the records on the critical path.
        note: line below it.
        description: text for readers who cannot see it.

    """
    measures = checked((what, when, who, remark))
    events = sorted(
        (
            _event(record, measures, end, highlight)
            for record in records_of(records)
            if field_of(record, when.field) is not None
        ),
        key=lambda event: (event.start, event.end or event.start),
    )
    if not events:
        raise TemplateMistakeError("TPL-008", "expected at least one record with a date for a timeline")
    last = max(event.end or event.start for event in events)
    return Timeline(
        tuple(events),
        tuple(ticks(events[0].start, last, CURRENT.get().formats)),
        (what.header, when.header, who.header, remark.header),
        line_of(note),
        text_of(description),
        running_place(sys._getframe(1)),
    )


def matrix(
    records: Iterable[Any],
    upright: Measure,
    across: Measure,
    *,
    label: str = "id",
    rows: Sequence[Any],
    columns: Sequence[Any],
    levels: Sequence[Sequence[int]] = (),
    note: Any = "",
    description: Any = "",
) -> Matrix:
    """Things sorted into fields by two measures.

    Args:
        records: what is sorted; those without one of the numbers are left out.
        upright: what grows from the bottom up; its field holds 1 for the lowest row, 2 for the next.
        across: the same from left to right.
        label: field that names a record in its field.
        rows: headings of the rows, the lowest first.
        columns: headings of the columns, the lowest first.
        levels: how strongly each field is tinted, 0 to 3, the lowest row first; untinted when left out.
        note: line below it.
        description: text for readers who cannot see it.

    """
    row_names, column_names = [text_of(name) for name in rows], [text_of(name) for name in columns]
    inside: dict[tuple[int, int], list[tuple[Inline, ...]]] = {}
    for record in records_of(records):
        row = _rank(record, upright, len(row_names))
        column = _rank(record, across, len(column_names))
        if row is not None and column is not None:
            inside.setdefault((row, column), []).append(line_of(field_of(record, label)))
    tints = _levels(levels, len(row_names), len(column_names))
    return Matrix(
        upright.header,
        across.header,
        tuple(reversed(row_names)),
        tuple(column_names),
        tuple(
            tuple(
                MatrixCell(_listed(inside.get((row, column), [])), tints[row][column])
                for column in range(len(column_names))
            )
            for row in reversed(range(len(row_names)))
        ),
        line_of(note),
        text_of(description),
        running_place(sys._getframe(1)),
    )


def ticks(first: date, last: date, formats: Formats) -> Iterator[Tick]:
    """The marks of a scale that encloses both days; the last one only ends it.

    Weeks, months, quarters or years, so that there are about three to sixteen of them. The year stands at the
    first mark and wherever a new one begins.
    """
    step = _step(first, last)
    day, year = _floor(first, step), 0
    while day <= last:
        yield Tick(day, formats.tick(day, step, with_year=day.year != year))
        year, day = day.year, _following(day, step)
    yield Tick(day, "")


def _step(first: date, last: date) -> Step:
    days = (last - first).days
    if days <= _WEEKS_UP_TO:
        return "week"
    if days <= _MONTHS_UP_TO:
        return "month"
    return "quarter" if days <= _QUARTERS_UP_TO else "year"


def _floor(day: date, step: Step) -> date:
    match step:
        case "week":
            return day - timedelta(days=day.weekday())
        case "month":
            return day.replace(day=1)
        case "quarter":
            return date(day.year, day.month - (day.month - 1) % 3, 1)
    return date(day.year, 1, 1)


def _following(day: date, step: Step) -> date:
    if step == "week":
        return day + timedelta(days=7)
    months = {"month": 1, "quarter": 3, "year": 12}[step]
    years, month = divmod(day.month - 1 + months, 12)
    return date(day.year + years, month + 1, 1)


def _event(record: dict[str, Any], measures: Sequence[Measure], end: str, highlight: Sequence[str]) -> Event:
    what, when, who, remark = (_shown(record, each) for each in measures)
    start = _day(record, measures[1].field)
    stop = _day(record, end) if end and field_of(record, end) is not None else None
    if stop is None or stop <= start:
        return Event(what, start, None, when, who, remark, record.get("id") in highlight)
    when = (*when, Text(" – "), *line_of(stop))
    return Event(what, start, stop, when, who, remark, record.get("id") in highlight)


def _shown(record: dict[str, Any], each: Measure) -> tuple[Inline, ...]:
    value = field_of(record, each.field) if each.field else None
    return () if value is None else line_of(value)


def _day(record: dict[str, Any], field: str) -> date:
    value = field_of(record, field)
    if not isinstance(value, date):
        raise TemplateMistakeError("TPL-008", f"expected a date in `{field}`, found {described(value)}")
    return value


def _rank(record: dict[str, Any], each: Measure, most: int) -> int | None:
    """The row or column of a record, from 0; None where its number is missing."""
    value = field_of(record, each.field)
    if isinstance(value, Figure):
        CURRENT.get().cite(value)
        value = None if value.is_na else value.amount
    if value is None:
        return None
    is_number = isinstance(value, (int, Decimal))
    if not is_number or not 1 <= value <= most:
        found = f"`{value}`" if is_number else described(value)
        raise TemplateMistakeError(
            "TPL-008", f"expected a number from 1 to {most} in `{each.field}`, found {found}"
        )
    return int(value) - 1


def _levels(levels: Sequence[Sequence[int]], rows: int, columns: int) -> Sequence[Sequence[int]]:
    if not levels:
        return [[0] * columns] * rows
    fits = len(levels) == rows and all(len(each) == columns for each in levels)
    if not fits or any(not 0 <= level <= _HIGHEST_LEVEL for each in levels for level in each):
        raise TemplateMistakeError(
            "TPL-008", f"expected levels from 0 to {_HIGHEST_LEVEL} in {rows} rows of {columns}"
        )
    return levels


def _listed(names: list[tuple[Inline, ...]]) -> tuple[Inline, ...]:
    """Names in one field, with commas between them."""
    inlines: list[Inline] = []
    for name in names:
        if inlines:
            inlines.append(Text(", "))
        inlines.extend(name)
    return tuple(inlines)
