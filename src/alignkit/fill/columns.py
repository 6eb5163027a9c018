"""Records as columns of figures: what a measure names, shown with its unit in the header (rule N3)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from jinja2.runtime import Undefined
from markupsafe import Markup

from alignkit.formats import Scale, scale_for
from alignkit.model.blocks import Align, Column
from alignkit.model.draft import LINE_CLOSE, LINE_OPEN, SLOT_CLOSE, SLOT_OPEN
from alignkit.model.inlines import Inline, Shown, Text
from alignkit.showing import plain, show, written
from alignkit.values import Figure, Scenario, Unit

from .binding import CURRENT, bindable, undefined_message
from .problems import TemplateMistakeError, described, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .binding import Binding

_SLOT = re.compile(f"{SLOT_OPEN}(\\d+){SLOT_CLOSE}")
_LINE_MARK = re.compile(f"{LINE_OPEN}[\\d:]+{LINE_CLOSE}")
_NAMED_ABOVE = frozenset((Unit.MONTHS, Unit.DAYS, Unit.COUNT))
"""Units that stand in the header and not in the cells."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A column of a table, a row of a comparison or a series of a chart: heading and where its values are."""

    header: str
    """Its heading; the unit is added."""
    field: str
    """Field of each record, with dots into records inside it."""
    scale: Scale | None = None
    """What its amounts are counted in; chosen from the amounts when None."""
    scenario: Scenario | None = None
    """In a chart: how sure its numbers are (rule N11)."""
    highlight: bool = True
    """In a chart: in accent colour; otherwise grey."""


SCALES = {"units": Scale(0, 0), "thousands": Scale(3, 0), "millions": Scale(6, 2)}
"""What `measure` can be told to count amounts in."""


def records_of(records: Any) -> list[dict[str, Any]]:
    """A list of records, or a mistake of the template."""
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


def checked(measures: Sequence[Any]) -> Sequence[Measure]:
    """The measures of a call, at least one, or a mistake of the template."""
    if not measures or not all(isinstance(each, Measure) for each in measures):
        raise TemplateMistakeError(
            "TPL-008",
            "expected `measure(heading, field)` for each column",
            hint='write `measure("Spend", "total")`',
        )
    return measures


def column_of(
    records: Sequence[dict[str, Any]], each: Measure, *below: Any
) -> tuple[Column, list[tuple[Inline, ...]]]:
    """The header of a measure with its unit, and its cells; values `below` the records make cells too."""
    values = [*(field_of(record, each.field) for record in records), *below]
    figures = [value for value in values if isinstance(value, Figure)]
    if not figures:
        return Column(line_of(each.header)), [_cell(value) for value in values]
    scale = each.scale or scale_for(figures)
    unit = unit_of(figures, scale)
    header = f"{each.header}, {unit}" if unit and each.header else each.header or unit
    binding = CURRENT.get()
    cells = [
        _number_cell(each, scale, binding) if isinstance(each, Figure) else _cell(each) for each in values
    ]
    return Column((Text(header),), Align.RIGHT), cells


def _number_cell(figure: Figure, scale: Scale, binding: Binding) -> tuple[Inline, ...]:
    """A cell of a column of figures; the unit stands in the header."""
    binding.cite(figure)
    formats, unit = binding.formats, figure.unit
    if unit is Unit.MONEY:
        text = formats.scaled(figure, scale)
    else:
        text = formats.figure(figure, "plain" if unit in _NAMED_ABOVE else "")
    return (Shown(text, figure.key, figure.stale),)


def unit_of(figures: Sequence[Figure], scale: Scale) -> str:
    """What the header says about the unit of figures that are shown without it."""
    match figures[0].unit if figures else Unit.COUNT:
        case Unit.MONEY:
            return CURRENT.get().formats.unit_header(scale, figures[0].currency)
        case Unit.MONTHS:
            return "months"
        case Unit.DAYS:
            return "days"
    return ""


def field_of(record: dict[str, Any], path: str) -> Any:
    """The value of a record's field; `path` leads into records inside it."""
    value: Any = record
    for name in path.split("."):
        if not isinstance(value, dict) or name not in value:
            known = list(value) if isinstance(value, dict) else []
            raise TemplateMistakeError(
                "TPL-009", f"there is no field `{path}` in these records", hint=nearest(name, map(str, known))
            )
        value = value[name]
    return value


def _cell(value: Any) -> tuple[Inline, ...]:
    return () if value is None else line_of(value)


def line_of(value: Any) -> tuple[Inline, ...]:
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
        elif text := written(" ".join(part.split("\n")), inlines):
            inlines.append(Text(text))
    return tuple(inlines)


def text_of(value: Any) -> str:
    """An argument as plain characters."""
    return plain(line_of(value))
