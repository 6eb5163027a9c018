"""A whole shared out: one bar whose parts are records."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from alignkit.model.charts import Chart, ChartKind, Series

from .columns import text_of
from .places import running_place
from .plotting import name_of, number_format, number_of, plotted
from .problems import TemplateMistakeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .columns import Measure


def parts(
    records: Iterable[Any],
    measure: Measure,
    *,
    title: Any,
    whole: Any,
    label: str = "label",
    unit: Any = "",
    highlight: Sequence[str] = (),
    source: Any = "",
) -> Chart:
    """A native chart of one lying bar, 100 per cent wide, with a part for each record.

    Args:
        records: what has a part; those with nothing have none.
        measure: how large each part is.
        title: a sentence that says what the chart shows.
        whole: what is shared out: `Programme money`.
        label: field with the name of a part.
        unit: what is shared out, for which period; labels are shares, so no scale is added.
        highlight: ids of the records to stand out.
        source: source line below the chart.

    """
    drawn = plotted(records, (measure,), label)
    sizes = [(record, number_of(record, measure)) for record in drawn.records]
    shown = [(record, size) for record, size in sizes if size]
    if not shown or any(size < 0 for _, size in shown):
        raise TemplateMistakeError(
            "TPL-008",
            "expected parts above zero, found none" if not shown else "expected parts above zero, found less",
            hint='choose first: `| selectattr("x", "positive")`',
        )
    return Chart(
        ChartKind.FULL_BAR,
        text_of(title),
        (text_of(whole) or "–",),
        tuple(
            Series(name_of(record, label), (size,), not highlight or record.get("id") in highlight)
            for record, size in shown
        ),
        unit=text_of(unit),
        number_format=number_format(drawn.figures, drawn.scale),
        locale=drawn.locale,
        source=drawn.source(source),
        place=running_place(sys._getframe(1)),
    )
