"""Records as the numbers of a chart: exact figures, one unit, one scale for display, and who is left out."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from alignkit.formats import NOT_AVAILABLE, Scale, scale_for
from alignkit.formats.locales import word
from alignkit.model.charts import Axis, Series
from alignkit.model.inlines import Text
from alignkit.values import NA, Figure, Unit

from .binding import CURRENT
from .columns import Measure, field_of, line_of, records_of, text_of, unit_of
from .problems import TemplateMistakeError, described

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from alignkit.model.inlines import Inline

_UNITS = Scale(0, 0)


@dataclass(frozen=True, slots=True)
class Plotted:
    """The records a chart can draw, in one unit."""

    records: list[dict[str, Any]]
    """Those with a number, in order."""
    measures: tuple[Measure, ...]
    """What is drawn of each."""
    figures: tuple[Figure, ...]
    """Every figure drawn, whose unit and scale are the chart's."""
    scale: Scale
    """What amounts are shown in; the numbers themselves stay whole."""
    left_out: tuple[str, ...]
    """Who cannot be drawn and why: `Hold (n/a: sales cost not given)`."""

    def series(self) -> tuple[Series, ...]:
        """A series for each measure."""
        return tuple(
            Series(
                each.header,
                tuple(number_of(record, each) for record in self.records),
                each.highlight,
                scenario=each.scenario,
            )
            for each in self.measures
        )

    @property
    def locale(self) -> str:
        """Whose digits its written numbers have."""
        return CURRENT.get().formats.locale

    def unit(self, more: Any = "") -> str:
        """The unit of the figures, their scale, and what the template adds."""
        return ", ".join(part for part in (_unit(self.figures, self.scale), text_of(more)) if part)

    def source(self, given: Any) -> tuple[Inline, ...]:
        """The source line, and after it who is not shown and why (rule N9)."""
        line = line_of(given)
        if not self.left_out:
            return line
        formats = CURRENT.get().formats
        told = word(formats.words, "not shown").format(list=formats.list(self.left_out))
        return (*line, Text(f" {told}" if line else told))

    def lit(self, ids: Sequence[str]) -> tuple[int, ...]:
        """The places of the records with these ids."""
        return tuple(at for at, record in enumerate(self.records) if record.get("id") in ids)


def plotted(
    records: Iterable[Any],
    measures: Sequence[Any],
    label: str,
    *,
    needs: Callable[..., bool] = any,
    is_mixed: bool = False,
) -> Plotted:
    """The records that can be drawn.

    Args:
        records: what the template gave.
        measures: what is drawn of each.
        label: field with the name of a record.
        needs: `any` for a record with one number or more, `all` for one that has them all.
        is_mixed: whether each measure has an axis of its own, and so may have a unit of its own.

    """
    chosen = _measures(measures)
    rows = records_of(records)
    shown = [row for row in rows if needs(number_of(row, each) is not None for each in chosen)]
    if not shown:
        raise TemplateMistakeError(
            "TPL-008", "expected at least one record with a number for a chart, found none"
        )
    figures = tuple(
        value for row in rows for each in chosen if isinstance(value := field_of(row, each.field), Figure)
    )
    for figure in figures:
        CURRENT.get().cite(figure)
    known = tuple(figure for figure in figures if not figure.is_na)
    if not is_mixed:
        _check_unit(known)
    left_out = tuple(told for row in rows if (told := _left_out(row, chosen, label, is_shown=row in shown)))
    return Plotted(shown, chosen, known, chosen[0].scale or scale_for(known), left_out)


def axis_of(drawn: Plotted, each: Measure, ends: tuple[Decimal | None, Decimal | None]) -> Axis:
    """The axis of one measure of a scatter: what it measures, with its unit, between its ends."""
    values = [field_of(record, each.field) for record in drawn.records]
    figures = [value for value in values if isinstance(value, Figure)]
    scale = each.scale or scale_for(figures)
    unit = _unit(figures, scale)
    title = f"{each.header}, {unit}" if unit and each.header else each.header or unit
    return Axis(title, *ends, number_format(figures, scale) if figures else _plain(values))


def _plain(values: Sequence[Any]) -> str:
    """The format code of numbers that are no figures."""
    numbers = [number for value in values if (number := exact(value)) is not None]
    return "#,##0" if all(number == number.to_integral_value() for number in numbers) else "#,##0.0"


def name_of(record: dict[str, Any], label: str) -> str:
    """The name of a record's category."""
    return text_of(record.get(label) or record.get("id", "")) or "–"


def number_of(record: dict[str, Any], each: Measure) -> Decimal | None:
    """The exact number of a record; None where it has none."""
    return exact(field_of(record, each.field))


def exact(value: Any) -> Decimal | None:
    """The exact number behind a figure or a plain number; points of percentages are counted, not shares."""
    if isinstance(value, bool) or not isinstance(value, (Figure, Decimal, int)):
        return None
    if not isinstance(value, Figure):
        return Decimal(value)
    if isinstance(value.value, NA):
        return None
    return value.value * 100 if value.unit is Unit.POINTS else value.value


def number_format(figures: Sequence[Figure], scale: Scale) -> str:
    """The format code that shows exact numbers in a scale: `#,##0.00,,` shows 2,880,000 as 2.88."""
    code = _code(figures, scale)
    return f"{code};−{code}" if any(figure.amount < 0 for figure in figures) else code


def _code(figures: Sequence[Figure], scale: Scale) -> str:
    match figures[0].unit if figures else Unit.COUNT:
        case Unit.SHARE:
            return "0.0%"
        case Unit.POINTS | Unit.MONTHS:
            return "0.0"
        case Unit.TIMES:
            return '0.00"x"'
        case Unit.RATIO:
            return "0.00"
        case Unit.MONEY:
            decimals = f".{'0' * scale.places}" if scale.places else ""
            return f"#,##0{decimals}{',' * (scale.exponent // 3)}"
    is_whole = all(figure.amount == figure.amount.to_integral_value() for figure in figures)
    return "#,##0" if is_whole else "#,##0.0"


def _unit(figures: Sequence[Figure], scale: Scale) -> str:
    match figures[0].unit if figures else Unit.COUNT:
        case Unit.POINTS:
            return word(CURRENT.get().formats.words, "percentage points")
        case Unit.MONEY:
            return unit_of(figures, scale)
    return unit_of(figures, _UNITS)


def _measures(measures: Sequence[Any]) -> tuple[Measure, ...]:
    wrong = next((each for each in measures if not isinstance(each, Measure)), None)
    if wrong is not None or not measures:
        found = described(wrong) if measures else "nothing"
        raise TemplateMistakeError(
            "TPL-008",
            f"expected `measure(heading, field)` for what a chart draws, found {found}",
            hint='write `measure("Spend", "total")`',
        )
    return tuple(measures)


def _check_unit(figures: Sequence[Figure]) -> None:
    units = list(dict.fromkeys(figure.unit for figure in figures))
    if len(units) > 1:
        found = " and ".join(f"`{unit}`" for unit in units)
        raise TemplateMistakeError(
            "TPL-008",
            f"expected figures of one unit in a chart, found {found}",
            hint="draw a chart for each unit",
        )


def _left_out(record: dict[str, Any], measures: Sequence[Measure], label: str, *, is_shown: bool) -> str:
    """Who is not drawn, or of whom a figure is not, with the reason; nothing where all is well."""
    values = [(each.header, field_of(record, each.field)) for each in measures]
    missing = [
        (header, value.value.reason)
        for header, value in values
        if isinstance(value, Figure) and isinstance(value.value, NA)
    ]
    if not missing:
        return "" if is_shown else f"{name_of(record, label)} ({NOT_AVAILABLE})"
    header, reason = missing[0]
    name = name_of(record, label)
    if is_shown and len(measures) > 1 and header:
        name = f"{name}, {header}"
    return f"{name} ({NOT_AVAILABLE}: {reason})" if reason else f"{name} ({NOT_AVAILABLE})"
