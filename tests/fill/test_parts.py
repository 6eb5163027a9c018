"""A whole shared out: which parts there are, and what is refused."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from alignkit.model.charts import Chart, ChartKind
from filling_bench import document, money, problems

NAMES: dict[str, Any] = {
    "rows": [
        {"id": "a", "label": "A", "total": money(920)},
        {"id": "b", "label": "B", "total": money(760)},
        {"id": "c", "label": "C", "total": money(0)},
    ],
    "bad": [{"id": "a", "label": "A", "total": money(-1)}],
    "nothing": [{"id": "a", "label": "A", "total": money(0)}],
}


def test_each_record_with_something_is_a_part() -> None:
    call = "{{ parts(rows, measure('Spend', 'total'), whole='All', title='A is larger', highlight=['a']) }}"

    [chart] = document(f"# T\n\n{call}\n", **NAMES).blocks

    assert isinstance(chart, Chart)
    assert (ChartKind.FULL_BAR, "A is larger", ("All",)) == (chart.kind, chart.title, chart.categories)
    assert [("A", (Decimal(920),), True), ("B", (Decimal(760),), False)] == [
        (each.name, each.values, each.highlight) for each in chart.series
    ]


@pytest.mark.parametrize(
    ("records", "message"),
    [
        ("bad", "expected parts above zero, found less"),
        ("nothing", "expected parts above zero, found none"),
    ],
)
def test_a_whole_needs_parts(records: str, message: str) -> None:
    call = f"{{{{ parts({records}, measure('Spend', 'total'), whole='All', title='T') }}}}"

    assert [("TPL-008", message)] == [
        (code, found) for code, found, _ in problems(f"# T\n\n{call}\n", **NAMES)
    ]
