"""What a chart shows of its numbers: running amounts, shares, points that fall together; no drawing yet."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import accumulate
from typing import TYPE_CHECKING

from alignkit.formats import shares_to_100
from alignkit.model.charts import ChartKind
from alignkit.values import NA

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from alignkit.model.charts import Axis, Chart

_ZERO = Decimal(0)
_STEPS = tuple(map(Decimal, ("1", "2", "2.5", "5", "10")))
FULL = frozenset({ChartKind.FULL_COLUMN, ChartKind.FULL_BAR})
"""The kinds that show shares of each category's sum."""
_CHANGES = frozenset({ChartKind.WATERFALL, ChartKind.TORNADO})
SHARE_FORMAT = "0%"
"""Format code of shares."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """From where to where the bar of a waterfall goes."""

    start: Decimal
    """Where the last one ended; zero for a total."""
    end: Decimal
    """Where it ends."""
    is_total: bool
    """Whether it is an amount and not a change."""

    @property
    def change(self) -> Decimal:
        """What the bar stands for."""
        return self.end - self.start


_WITH_BASES = frozenset(
    {
        ChartKind.COLUMN,
        ChartKind.BAR,
        ChartKind.STACKED_COLUMN,
        ChartKind.STACKED_BAR,
        ChartKind.LINE,
        ChartKind.STEP,
    }
)


def drawable(chart: Chart) -> Chart:
    """The chart with every series seen where bases mean nothing, and of a waterfall only its changes."""
    if chart.kind in _WITH_BASES:
        return chart
    count = 1 if chart.kind is ChartKind.WATERFALL else len(chart.series)
    if count == len(chart.series) and not any(series.invisible for series in chart.series):
        return chart
    return replace(chart, series=tuple(replace(one, invisible=False) for one in chart.series[:count]))


def stretches(chart: Chart) -> tuple[Stretch, ...]:
    """The bars of a waterfall; a change that is not there leaves the level where it is."""
    found, level = [], _ZERO
    for index, value in enumerate(chart.series[0].values):
        is_total = index in chart.totals
        start = _ZERO if is_total else level
        level = start + (value or _ZERO)
        found.append(Stretch(start, level, is_total))
    return tuple(found)


def signed(code: str) -> str:
    """A format code that shows rises with a plus and falls with a minus."""
    first = code.split(";")[0]
    return code if first.startswith("+") else f"+{first};−{first};{first}"


def format_of(chart: Chart, series: int, category: int) -> str:
    """The format code of one number, with its sign where it is a change."""
    code = chart.series[series].number_format or chart.number_format
    is_change = chart.kind in _CHANGES and category not in chart.totals
    return signed(code) if is_change else code


def shares(chart: Chart) -> tuple[tuple[Decimal | None, ...], ...]:
    """Of each series its whole shares of the categories' sums, which add to one (rule N6).

    A category that cannot be shared out, because a number is negative or all are zero, has none.
    """
    columns = [_shares_of(chart, index) for index in range(len(chart.categories))]
    return tuple(tuple(column[number] for column in columns) for number in range(len(chart.series)))


def _shares_of(chart: Chart, category: int) -> list[Decimal | None]:
    values = [series.values[category] for series in chart.series]
    found = shares_to_100([value or _ZERO for value in values])
    if isinstance(found, NA):
        return [None] * len(values)
    return [None if value is None else share / 100 for value, share in zip(values, found, strict=True)]


def in_shares(chart: Chart) -> Chart:
    """The chart of shares that a chart of amounts stands for, each exact."""
    sums = [
        sum((abs(series.values[index] or _ZERO) for series in chart.series), _ZERO)
        for index in range(len(chart.categories))
    ]
    series = tuple(
        replace(
            one,
            values=tuple(
                None if value is None else value / whole if whole else _ZERO
                for value, whole in zip(one.values, sums, strict=True)
            ),
            number_format=SHARE_FORMAT,
        )
        for one in chart.series
    )
    kind = ChartKind.STACKED_BAR if chart.kind is ChartKind.FULL_BAR else ChartKind.STACKED_COLUMN
    return replace(chart, kind=kind, series=series, number_format=SHARE_FORMAT)


def overlaps(chart: Chart) -> bool:
    """Whether the two bars of a tornado's driver lie on one side of the base and would hide each other."""
    low, high = chart.series[0].values, chart.series[-1].values
    return any(one * other > 0 for one, other in zip(low, high, strict=True) if one and other)


def round_ends(low: Decimal, high: Decimal, *, steps: int = 5) -> tuple[Decimal, Decimal, Decimal]:
    """Round numbers around `low` and `high`, and the step between marks."""
    if low == high:
        low, high = (low, low + 1) if low >= 0 else (low - 1, low)
    step = _round_step((high - low) / steps)
    first = (low / step).to_integral_value(ROUND_FLOOR) * step
    return first, (high / step).to_integral_value(ROUND_CEILING) * step, step


def axis_ends(axis: Axis | None, values: tuple[Decimal | None, ...]) -> tuple[Decimal, Decimal, Decimal]:
    """Start, end and step of an axis: what it asks for, else round numbers around its values."""
    known = [value for value in values if value is not None] or [_ZERO]
    low, high, step = round_ends(min(known), max(known))
    if axis is None or (axis.low is None and axis.high is None):
        return low, high, step
    low = low if axis.low is None else axis.low
    high = high if axis.high is None else axis.high
    if low >= high:
        return round_ends(min(low, high), max(low, high))
    return low, high, _round_step((high - low) / 6)


def near_zero(low: Decimal, high: Decimal) -> Decimal:
    """Where a scale begins: at zero when the numbers lie nearer to it than to each other."""
    return _ZERO if _ZERO < low < high - low else low


def _round_step(size: Decimal) -> Decimal:
    power = Decimal(1).scaleb(size.adjusted())
    return next(power * factor for factor in _STEPS if power * factor >= size)


_Point = tuple[int, int, float, float]
"""Series, category and place."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Points of a scatter that lie on the same place and share a label."""

    series: int
    """The series of the first of them."""
    members: tuple[int, ...]
    """Their categories, the one that carries the label first."""
    x: float
    """Where they lie, in the unit of the drawing."""
    y: float
    """Where they lie, in the unit of the drawing."""


def spreads(points: list[_Point], near: float) -> tuple[Spread, ...]:
    """Points joined with those nearer than `near`.

    Args:
        points: series, category and place of each point.
        near: distance below which two marks cannot be told apart.

    """
    found: list[list[_Point]] = []
    for point in points:
        home = next((group for group in found if _is_near(group[0], point, near)), None)
        if home is None:
            found.append([point])
        else:
            home.append(point)
    return tuple(
        Spread(group[0][0], tuple(category for _, category, _, _ in group), group[0][2], group[0][3])
        for group in found
    )


def _is_near(one: _Point, other: _Point, near: float) -> bool:
    return abs(one[2] - other[2]) < near and abs(one[3] - other[3]) < near


def tops(chart: Chart) -> tuple[tuple[Decimal, ...], ...]:
    """The upper edge of each area: of several, each on the one before."""
    columns = [
        list(accumulate(series.values[at] or _ZERO for series in chart.series))
        for at in range(len(chart.categories))
    ]
    return tuple(tuple(column[index] for column in columns) for index in range(len(chart.series)))


def joined_names(names: Sequence[str], is_too_wide: Callable[[str], bool]) -> list[str]:
    """The names of points on one place, separated by commas, on as many lines as they need."""
    lines = [""]
    for at, name in enumerate(names):
        item = f"{name}," if at < len(names) - 1 else name
        longer = f"{lines[-1]} {item}".strip()
        if lines[-1] and is_too_wide(longer):
            lines.append(item)
        else:
            lines[-1] = longer
    return lines
