"""The periods of a phasing under the names people gave them: each has its sum, and no quarter is mistaken."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from alignkit.catalogue import packaged
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.figures import derive
from alignkit.fill.view import view
from alignkit.formats import Formats
from alignkit.rehearsal.data import copied, put
from alignkit.showing import plain, show
from alignkit.source import read, steps_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from alignkit.source import Data

FORMATS = Formats("en-CA", date(2026, 11, 20), "en")
IN_APRIL: dict[str, Data] = {"periods.plan.start": date(2027, 4, 1), "periods.plan.end": date(2028, 3, 31)}


def phased(names: Sequence[str], changes: dict[str, Data] | None = None) -> dict[str, Any]:
    """What a template may name where the paid line is phased over periods of these names, 10 in each."""
    source = read(packaged("examples/quillmere") / "context.yaml", Report())
    assert source is not None
    data = copied(source.data)
    phases: Data = [{"line": "paid", "period": name, "amount": 10} for name in names]
    for path, value in {**(changes or {}), "budget.phasing": phases}.items():
        put(data, steps_of(path), value)
    context = Context.model_validate(data)
    figures = derive(context, Report())
    return view(context, figures, figures.tree())


def shown(record: dict[str, Any]) -> list[str]:
    return [plain(show(phase["period"], FORMATS)) for phase in record["budget"]["phasing"]]


@pytest.mark.parametrize(
    "names",
    [
        ("Q1 FY2027-28", "Q2 FY2027-28"),
        ("first half", "second half"),
        ("FY27/Q1", "FY27-Q1"),
        ("2027", "2028"),
        ("上期", "下期"),
        ("2027-01", "2027-Q2"),
    ],
)
def test_each_period_has_the_sum_of_its_phases(names: tuple[str, str]) -> None:
    record = phased((names[0], names[1], names[1]))
    sums = record["figures"]["phasing"]

    assert [10, 20, 20] == [sums[phase["period"]]["amount"].value for phase in record["budget"]["phasing"]]
    assert list(names) == list(dict.fromkeys(shown(record)))


def test_a_period_called_total_leaves_the_total_alone() -> None:
    assert phased(("total", "open"))["figures"]["phasing"]["total"].value == 20


def test_a_calendar_quarter_says_its_months_where_the_year_begins_in_april() -> None:
    record = phased(("2027-Q2", "2028-Q1", "2027-04", "Q1 of the plan"), IN_APRIL)

    assert ["Apr–Jun 2027", "Jan–Mar 2028", "2027-04", "Q1 of the plan"] == shown(record)
    assert 20 == record["figures"]["phasing"][record["budget"]["phasing"][0]["period"]]["amount"].value


def test_a_calendar_quarter_keeps_its_name_where_the_year_begins_in_january() -> None:
    assert ["2027-Q2", "2027-Q4"] == shown(phased(("2027-Q2", "2027-Q4")))


@pytest.mark.parametrize(("month", "text"), [(4, "Apr–Jun 2027"), (1, "2027-Q2")])
def test_without_periods_the_company_says_when_its_year_begins(month: int, text: str) -> None:
    changes: dict[str, Data] = {"company.fiscal_year_start": month, "periods": None}

    assert [text] == shown(phased(("2027-Q2",), changes))
