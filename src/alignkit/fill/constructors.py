"""Blocks a template builds from records: they travel as objects with full-precision data (decision 2)."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from alignkit.model.blocks import (
    Align,
    Card,
    Cards,
    Column,
    Contents,
    PageBreak,
    Row,
    Table,
)
from alignkit.model.draft import Recipients
from alignkit.values import Scenario

from .charts import bullet, chart, dot_range, scatter, tornado
from .columns import (
    SCALES,
    Measure,
    checked,
    column_of,
    field_of,
    line_of,
    records_of,
    text_of,
)
from .filters import is_available
from .fitting import fitting
from .parts import parts
from .places import running_place
from .problems import TemplateMistakeError, described
from .shown_figures import figures_shown, sources_cited
from .statements import STATEMENTS
from .sums import in_telling_scales, is_rounded
from .timelines import matrix, timeline
from .waterfalls import waterfall

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence


def measure(
    header: Any, field: str, scale: str = "", *, scenario: str = "", highlight: bool = True
) -> Measure:
    """A heading and the field its values are in, for `table`, `comparison` and charts.

    Args:
        header: the heading; the unit is added.
        field: field of each record, with dots into records inside it.
        scale: `units`, `thousands` or `millions`; empty to choose by size (rule N3).
        scenario: in a chart, `AC`, `PL`, `FC` or `PY`, which decides solid, outlined or hatched (rule N11).
        highlight: in a chart, whether its series is in accent colour rather than grey.

    """
    if scale and scale not in SCALES:
        raise TemplateMistakeError(
            "TPL-008", f"expected a scale of `units`, `thousands` or `millions`, found `{scale}`"
        )
    if scenario and scenario not in tuple(Scenario):
        raise TemplateMistakeError(
            "TPL-008", f"expected a scenario of `AC`, `PL`, `FC` or `PY`, found `{scenario}`"
        )
    return Measure(
        text_of(header),
        str(field),
        SCALES.get(scale),
        Scenario(scenario) if scenario else None,
        highlight is not False,
    )


def table(
    records: Iterable[Any],
    *measures: Measure,
    caption: Any = "",
    note: Any = "",
    highlight: str = "",
    total: Sequence[Any] = (),
    description: Any = "",
) -> Table:
    """A table with a row for each record and a column for each measure.

    Args:
        records: what has a row.
        measures: what has a column; numbers are put right and their unit in the header (rule N3).
        caption: what the table shows.
        note: source line below it.
        highlight: id of the record whose row is tinted.
        total: what the last row says, a value for each measure: figures that alignkit has added up.
        description: text for readers who cannot see it.

    """
    rows = records_of(records)
    below = [[value] for value in _totals(total, checked(measures))] or [[] for _ in measures]
    telling = in_telling_scales(rows, measures, total)
    columns, cells = zip(
        *(column_of(rows, each, *value) for each, value in zip(telling, below, strict=True)), strict=True
    )
    ids = [record.get("id") for record in rows] + [None] * bool(total)
    return Table(
        columns,
        tuple(
            Row(line, at >= len(rows), highlight=bool(highlight) and ids[at] == highlight)
            for at, line in enumerate(zip(*cells, strict=True))
        ),
        line_of(caption),
        line_of(note),
        text_of(description),
        running_place(sys._getframe(1)),
        is_rounded=is_rounded(rows, telling, total),
    )


def _totals(total: Sequence[Any], measures: Sequence[Measure]) -> Sequence[Any]:
    """The values of a last row, one for each measure, or a mistake of the template."""
    if total and (not isinstance(total, (list, tuple)) or len(total) != len(measures)):
        raise TemplateMistakeError(
            "TPL-008",
            f"expected a total with a value for each of {len(measures)} measures",
            hint='write `total=["Total", figures.money.prior]`, with `none` where there is nothing to add',
        )
    return total


def comparison(
    records: Iterable[Any],
    *measures: Measure | None,
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
        measures: what has a row, if any record has a value for it; the unit stands in the row's heading.
            None has no row.
        label: field with the heading of a record's column.
        corner: heading of the first column.
        caption: what the table shows.
        note: source line below it.
        highlight: id of the record whose column is tinted.
        description: text for readers who cannot see it.

    """
    options = records_of(records)
    columns = (
        Column(line_of(corner)),
        *(
            Column(
                line_of(option.get(label, "")), Align.RIGHT, bool(highlight) and option.get("id") == highlight
            )
            for option in options
        ),
    )
    rows = []
    for each in checked([each for each in measures if each is not None]):
        if any(is_available(field_of(option, each.field)) for option in options):
            column, cells = column_of(options, each)
            rows.append(Row((column.header, *cells)))
    return Table(
        columns,
        tuple(rows),
        line_of(caption),
        line_of(note),
        text_of(description),
        running_place(sys._getframe(1)),
    )


def card(label: Any, value: Any, note: Any = "") -> Card:
    """One figure that carries a page, with its label and the comparison under it."""
    return Card(text_of(label), line_of(value), line_of(note))


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
    """Who the mail goes to and who is informed, each person once: stakeholders, or their ids."""
    told = tuple(dict.fromkeys(_ids(to)))
    return Recipients(told, tuple(each for each in dict.fromkeys(_ids(cc)) if each not in told))


CONSTRUCTORS: dict[str, Callable[..., Any]] = {
    "table": table,
    "comparison": comparison,
    "chart": chart,
    "waterfall": waterfall,
    "tornado": tornado,
    "scatter": scatter,
    "bullet": bullet,
    "dot_range": dot_range,
    "parts": parts,
    "measure": measure,
    "cards": cards,
    "card": card,
    "timeline": timeline,
    "matrix": matrix,
    "contents": contents,
    "page_break": page_break,
    "envelope": envelope,
    "sources_cited": sources_cited,
    "figures_shown": figures_shown,
    "fitting": fitting,
    **STATEMENTS,
}
"""Constructors by the name templates use."""


def _ids(people: Any) -> tuple[str, ...]:
    is_one = isinstance(people, (str, dict)) or not hasattr(type(people), "__iter__")
    several = (people,) if is_one else tuple(people)
    ids = []
    for person in several:
        identity = person.get("id") if isinstance(person, dict) else person
        if not isinstance(identity, str) or not identity:
            raise TemplateMistakeError(
                "TPL-008", f"expected a stakeholder for the envelope, found {described(person)}"
            )
        ids.append(identity)
    return tuple(ids)
