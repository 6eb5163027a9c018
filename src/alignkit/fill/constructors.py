"""Blocks a template builds from records: they travel as objects with full-precision data (decision 2)."""

from __future__ import annotations

import re
import sys
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined
from markupsafe import Markup

from alignkit.formats import Scale, scale_for
from alignkit.model.blocks import (
    Align,
    Card,
    Cards,
    Chart,
    ChartKind,
    Column,
    Contents,
    PageBreak,
    Row,
    Series,
    Table,
)
from alignkit.model.draft import LINE_CLOSE, LINE_OPEN, SLOT_CLOSE, SLOT_OPEN, Recipients, Styled
from alignkit.model.inlines import Inline, Shown, Text
from alignkit.showing import plain, show
from alignkit.values import Figure, Unit

from .binding import CURRENT, bindable, undefined_message
from .places import running_place
from .problems import TemplateMistakeError, described, nearest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

_SLOT = re.compile(f"{SLOT_OPEN}(\\d+){SLOT_CLOSE}")
_LINE_MARK = re.compile(f"{LINE_OPEN}[\\d:]+{LINE_CLOSE}")


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of a table, a row of a comparison or a series of a chart: heading and where its values are."""

    header: str
    """Its heading; the unit is added."""
    field: str
    """Field of each record, with dots into records inside it."""
    scale: Scale | None = None
    """What its amounts are counted in; chosen from the amounts when None."""


_SCALES = {"units": Scale(0, 0), "thousands": Scale(3, 0), "millions": Scale(6, 2)}


def measure(header: Any, field: str, scale: str = "") -> Measure:
    """A heading and the field its values are in, for `table`, `comparison` and `chart`.

    Args:
        header: the heading; the unit is added.
        field: field of each record, with dots into records inside it.
        scale: `units`, `thousands` or `millions`; empty to choose by size (rule N3).

    """
    if scale and scale not in _SCALES:
        raise TemplateMistakeError(
            "TPL-008", f"expected a scale of `units`, `thousands` or `millions`, found `{scale}`"
        )
    return Measure(_text(header), str(field), _SCALES.get(scale))


def table(
    records: Iterable[Any],
    *measures: Measure,
    caption: Any = "",
    note: Any = "",
    highlight: str = "",
    description: Any = "",
) -> Table:
    """A table with a row for each record and a column for each measure.

    Args:
        records: what has a row.
        measures: what has a column; numbers are put right and their unit in the header (rule N3).
        caption: what the table shows.
        note: source line below it.
        highlight: id of the record whose row is tinted.
        description: text for readers who cannot see it.

    """
    rows = _records(records)
    columns, cells = zip(*(_column(rows, each) for each in _measures(measures)), strict=True)
    return Table(
        columns,
        tuple(
            Row(line, highlight=bool(highlight) and record.get("id") == highlight)
            for record, line in zip(rows, zip(*cells, strict=True), strict=True)
        ),
        _line(caption),
        _line(note),
        _text(description),
        running_place(sys._getframe(1)),
    )


def comparison(
    records: Iterable[Any],
    *measures: Measure,
    label: str = "label",
    corner: Any = "",
    caption: Any = "",
    note: Any = "",
    highlight: str = "",
    description: Any = "",
) -> Table:
    """A table with a column for each record and a row for each measure: options side by side.

    Args:
        records: what has a column.
        measures: what has a row; the unit stands in the row's heading.
        label: field with the heading of a record's column.
        corner: heading of the first column.
        caption: what the table shows.
        note: source line below it.
        highlight: id of the record whose column is tinted.
        description: text for readers who cannot see it.

    """
    options = _records(records)
    columns = (
        Column(_line(corner)),
        *(
            Column(
                _line(option.get(label, "")), Align.RIGHT, bool(highlight) and option.get("id") == highlight
            )
            for option in options
        ),
    )
    rows = []
    for each in _measures(measures):
        column, cells = _column(options, each)
        rows.append(Row((column.header, *cells)))
    return Table(
        columns, tuple(rows), _line(caption), _line(note), _text(description), running_place(sys._getframe(1))
    )


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
        kind: `column`, `bar`, `stacked_column`, `stacked_bar` or `line`.
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
    if kind not in tuple(ChartKind):
        raise TemplateMistakeError(
            "TPL-008",
            f"expected a chart of kind {', '.join(f'`{known}`' for known in ChartKind)}, found `{kind}`",
            hint=nearest(kind, ChartKind),
        )
    rows = [record for record in _records(records) if any(_number(record, m) is not None for m in measures)]
    if not rows or not measures:
        raise TemplateMistakeError(
            "TPL-008", "expected at least one record with a number for a chart, found none"
        )
    figures = [
        figure for record in rows for m in measures if isinstance(figure := _field(record, m.field), Figure)
    ]
    for figure in figures:
        CURRENT.get().cite(figure)
    scale = measures[0].scale or scale_for(figures)
    return Chart(
        ChartKind(kind),
        _text(title),
        tuple(_text(record.get(label) or record.get("id", "")) or "–" for record in rows),
        tuple(Series(m.header, tuple(_scaled(record, m, scale) for record in rows)) for m in measures),
        unit=", ".join(part for part in (_unit_of(figures, scale), _text(unit)) if part),
        number_format=_number_format(figures, scale),
        highlight=tuple(index for index, record in enumerate(rows) if record.get("id") in highlight),
        limit=_scaled_limit(limit, scale),
        limit_label=_text(limit_label),
        source=_line(source),
        place=running_place(sys._getframe(1)),
    )


def card(label: Any, value: Any, note: Any = "") -> Card:
    """One figure that carries a page, with its label and the comparison under it."""
    return Card(_text(label), _line(value), _line(note))


def cards(*several: Card) -> Cards:
    """Figures side by side."""
    wrong = [described(each) for each in several if not isinstance(each, Card)]
    if wrong or not several:
        found = wrong[0] if wrong else "nothing"
        raise TemplateMistakeError("TPL-008", f"expected `card(label, value)` in `cards(...)`, found {found}")
    return Cards(several, running_place(sys._getframe(1)))


def contents(depth: int = 2) -> Contents:
    """The table of contents."""
    if depth not in (1, 2, 3):
        raise TemplateMistakeError("TPL-008", f"expected a depth of 1, 2 or 3, found `{depth}`")
    return Contents(depth, running_place(sys._getframe(1)))


def page_break() -> PageBreak:
    """What follows begins a new page."""
    return PageBreak(running_place(sys._getframe(1)))


def envelope(to: Any, cc: Any = ()) -> Recipients:
    """Who the mail goes to and who is informed: stakeholders, or their ids."""
    return Recipients(_ids(to), _ids(cc))


def sources_cited() -> list[Any]:
    """The sources behind the figures shown so far, in the order of the context."""
    binding = CURRENT.get()
    return [record for name, record in binding.sources.items() if name in binding.cited]


CONSTRUCTORS: dict[str, Callable[..., Any]] = {
    "table": table,
    "comparison": comparison,
    "chart": chart,
    "measure": measure,
    "cards": cards,
    "card": card,
    "contents": contents,
    "page_break": page_break,
    "envelope": envelope,
    "sources_cited": sources_cited,
}
"""Constructors by the name templates use."""


def _records(records: Any) -> list[dict[str, Any]]:
    if isinstance(records, Undefined):
        raise TemplateMistakeError("TPL-001", *undefined_message(records, CURRENT.get().names))
    several = hasattr(type(records), "__iter__") and not isinstance(records, (str, dict))
    listed = list(records) if several else [records]
    wrong = [described(each) for each in listed if not isinstance(each, dict)]
    if wrong or not several:
        found = f"a list with {wrong[0]} in it" if several else described(records)
        raise TemplateMistakeError(
            "TPL-008", f"expected a list of records such as `budget.tiers`, found {found}"
        )
    return listed


def _measures(measures: Sequence[Any]) -> Sequence[Measure]:
    if not measures or not all(isinstance(each, Measure) for each in measures):
        raise TemplateMistakeError(
            "TPL-008",
            "expected `measure(heading, field)` for each column",
            hint='write `measure("Spend", "total")`',
        )
    return measures


def _column(records: Sequence[dict[str, Any]], each: Measure) -> tuple[Column, list[tuple[Inline, ...]]]:
    """The header of a measure with its unit, and its cells."""
    values = [_field(record, each.field) for record in records]
    figures = [value for value in values if isinstance(value, Figure)]
    if not figures:
        return Column(_line(each.header)), [_cell(value) for value in values]
    scale = each.scale or scale_for(figures)
    unit = _unit_of(figures, scale)
    header = f"{each.header}, {unit}" if unit and each.header else each.header or unit
    return Column((Text(header),), Align.RIGHT), [_number_cell(value, scale) for value in values]


def _number_cell(value: Any, scale: Scale) -> tuple[Inline, ...]:
    """A cell of a column of figures; the unit stands in the header."""
    if not isinstance(value, Figure):
        return _cell(value)
    if value.unit is Unit.MONEY:
        CURRENT.get().cite(value)
        return (Shown(CURRENT.get().formats.scaled(value, scale), value.key, value.stale),)
    if value.unit in (Unit.MONTHS, Unit.DAYS, Unit.COUNT):
        return _cell(Styled(value, "plain"))
    return _cell(value)


def _unit_of(figures: Sequence[Figure], scale: Scale) -> str:
    """What the header says about the unit of figures that are shown without it."""
    match figures[0].unit if figures else Unit.COUNT:
        case Unit.MONEY:
            return CURRENT.get().formats.unit_header(scale, figures[0].currency)
        case Unit.MONTHS:
            return "months"
        case Unit.DAYS:
            return "days"
    return ""


def _field(record: dict[str, Any], path: str) -> Any:
    value: Any = record
    for name in path.split("."):
        if not isinstance(value, dict) or name not in value:
            known = list(value) if isinstance(value, dict) else []
            raise TemplateMistakeError(
                "TPL-009", f"there is no field `{path}` in these records", hint=nearest(name, map(str, known))
            )
        value = value[name]
    return value


def _number(record: dict[str, Any], each: Measure) -> Decimal | None:
    value = _field(record, each.field)
    return value.amount if isinstance(value, Figure) and not value.is_na else None


def _scaled(record: dict[str, Any], each: Measure, scale: Scale) -> Decimal | None:
    """The number of a chart, in money counted in `scale`."""
    if isinstance(figure := _field(record, each.field), Figure) and figure.unit is not Unit.MONEY:
        scale = _SCALES["units"]
    value = _number(record, each)
    return None if value is None else value.scaleb(-scale.exponent)


def _scaled_limit(limit: Any, scale: Scale) -> Decimal | None:
    if not isinstance(limit, Figure) or limit.is_na:
        return None
    if limit.unit is not Unit.MONEY:
        return limit.amount
    return limit.amount.scaleb(-scale.exponent)


def _number_format(figures: Sequence[Figure], scale: Scale) -> str:
    match figures[0].unit if figures else Unit.COUNT:
        case Unit.SHARE:
            return "0.0%"
        case Unit.MONTHS:
            return "0.0"
        case Unit.TIMES | Unit.RATIO:
            return "0.00"
        case Unit.MONEY if scale.places:
            return f"#,##0.{'0' * scale.places}"
    return "#,##0"


def _cell(value: Any) -> tuple[Inline, ...]:
    return () if value is None else _line(value)


def _line(value: Any) -> tuple[Inline, ...]:
    """The inlines of an argument; text from a `set` block brings its slots along."""
    binding = CURRENT.get()
    if isinstance(value, Undefined):
        raise TemplateMistakeError("TPL-001", *undefined_message(value, CURRENT.get().names))
    if not isinstance(value, Markup):
        return show(bindable(value), binding.formats, one_line=True)
    inlines: list[Inline] = []
    for index, part in enumerate(_SLOT.split(_LINE_MARK.sub("", str(value)).strip())):
        if index % 2:
            inlines.extend(show(binding.values[int(part)], binding.formats, one_line=True))
        elif part:
            inlines.append(Text(" ".join(part.split("\n"))))
    return tuple(inlines)


def _text(value: Any) -> str:
    """An argument as plain characters."""
    return plain(_line(value))


def _ids(people: Any) -> tuple[str, ...]:
    several = people if isinstance(people, (list, tuple)) else (people,)
    ids = []
    for person in several:
        identity = person.get("id") if isinstance(person, dict) else person
        if not isinstance(identity, str) or not identity:
            raise TemplateMistakeError(
                "TPL-008", "expected a stakeholder for the envelope, found something else"
            )
        ids.append(identity)
    return tuple(ids)
