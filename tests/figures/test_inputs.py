"""What the user typed, as figures."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from alignkit.context.whole import Context
from alignkit.diagnostics import Diagnostic, Report, Severity
from alignkit.figures import Figures, derive
from alignkit.values import NA, NACode, Scenario, Unit

Data = dict[str, Any]
CASES = (
    ("finance.FY2026.revenue", "24000000", Unit.MONEY, "gl", "FY2026", Scenario.FORECAST),
    ("finance.quarters.2026-Q3.sm_cost", "1800000", Unit.MONEY, "gl", "2026-Q3", Scenario.ACTUAL),
    ("finance.quarters.2026-Q4.sm_cost", "1850000", Unit.MONEY, "gl", "2026-Q4", Scenario.FORECAST),
    ("finance.arr.opening", "21500000", Unit.MONEY, "bi", "FY2026", Scenario.FORECAST),
    ("finance.policy.ltv_cac_floor", "3", Unit.TIMES, "gl", "", Scenario.ACTUAL),
    ("finance.last_plan.planned_spend", "2350000", Unit.MONEY, "gl", "FY2026", Scenario.PLAN),
    ("finance.last_plan.actual_spend", "2400000", Unit.MONEY, "gl", "FY2026", Scenario.FORECAST),
    ("budget.tiers.ask.total", "2880000", Unit.MONEY, "plan27", "FY2027", Scenario.PLAN),
    ("budget.lines.paid.ask", "470000", Unit.MONEY, "plan27", "FY2027", Scenario.PLAN),
    ("budget.lines.paid.prior", "420000", Unit.MONEY, "plan27", "FY2026", Scenario.FORECAST),
    ("budget.cuts[0].amount", "10000", Unit.MONEY, "plan27", "FY2027", Scenario.PLAN),
    ("budget.drivers.win_rate.low", "0.20", Unit.SHARE, "crm", "FY2027", Scenario.PLAN),
    ("budget.drivers.acv.low", "36000", Unit.MONEY, "crm", "FY2027", Scenario.PLAN),
    ("kpis.cac_payback.actual", "18.5", Unit.MONTHS, "gl", "FY2026", Scenario.ACTUAL),
    ("kpis.cac_payback.baseline", "20.0", Unit.MONTHS, "gl", "FY2026", Scenario.PRIOR_YEAR),
    ("kpis.grr.next_target", "0.89", Unit.SHARE, "bi", "FY2027", Scenario.PLAN),
    ("initiatives.ENT.budget", "520000", Unit.MONEY, "plan27", "FY2027", Scenario.PLAN),
    ("issues.ISS1.approved", "120000", Unit.MONEY, "gl", "", Scenario.PLAN),
    ("issues.ISS1.spent", "96000", Unit.MONEY, "gl", "", Scenario.ACTUAL),
    ("issues.ISS1.options.A.cost", "27000", Unit.MONEY, "gl", "", Scenario.FORECAST),
    ("issues.ISS1.funding.available", "11000", Unit.MONEY, "gl", "", Scenario.ACTUAL),
    ("risks.R1.probability", "0.35", Unit.SHARE, "plan27", "", Scenario.PLAN),
    ("drift.allocation[0].planned", "0.45", Unit.SHARE, "gl", "FY2026", Scenario.PLAN),
    ("benchmarks.cac_payback_months.value", "16", Unit.MONTHS, "bmkit26", "", None),
    ("benchmarks.mktg_pct_revenue.value", "0.078", Unit.SHARE, "gartner26", "", None),
    ("kickoff.success[0].target", "0.52", Unit.SHARE, "", "", None),
)


@pytest.mark.parametrize(("key", "value", "unit", "source", "period", "scenario"), CASES)
def test_an_input(
    figures: Figures,
    key: str,
    value: str,
    unit: Unit,
    source: str,
    period: str,
    scenario: Scenario | None,
) -> None:
    figure = figures[key]

    assert figure.value == Decimal(value)
    assert (figure.unit, figure.period, figure.scenario) == (unit, period, scenario)
    assert figure.sources == ((source,) if source else ())
    assert figure.currency == ("USD" if unit is Unit.MONEY else "")
    assert figure.place is not None
    assert figure.place.path == key


def test_an_input_names_its_owner_and_its_noun(figures: Figures) -> None:
    figure = figures["budget.tiers.ask.new_customers"]

    assert figure.label == "New customers, Ask"
    assert figure.noun == "customer"


def test_an_optional_number_left_out_is_not_available(figures: Figures) -> None:
    value = figures["initiatives.BRD.customers"].value

    assert value == NA(NACode.MISSING_INPUT, "customers not given for Category brand platform")


def test_an_id_that_cannot_be_part_of_a_key_gives_way_to_the_position(
    data: Data, figures_of: Callable[[Data], Figures]
) -> None:
    data["finance"]["quarters"] = [
        {"id": "Q1.26", "net_new_arr": 5, "sm_cost": 10},
        {"id": "Q2.26", "net_new_arr": 7, "sm_cost": 10},
    ]

    figures = figures_of(data)

    assert figures["finance.quarters[1].net_new_arr"].value == 7
    assert figures["quarter.Q2-26.magic_number"].value == Decimal("0.7")


def test_of_two_records_with_one_id_the_first_counts(
    data: Data, figures_of: Callable[[Data], Figures]
) -> None:
    data["budget"]["tiers"].append({"id": "ask", "label": "Again", "total": 1})

    assert figures_of(data)["budget.tiers.ask.total"].value == 80


def test_a_number_too_large_to_be_true(data: Data, context_of: Callable[[Data], Context]) -> None:
    data["finance"]["FY1"]["revenue"] = "1e15"
    report = Report()

    figures = derive(context_of(data), report)

    assert list(report) == [
        Diagnostic(
            "FIG-001",
            Severity.ERROR,
            "expected a number below a quadrillion for `finance.FY1.revenue`, found `1E+15`",
            None,
            "check the zeros; money is written in whole currency units",
            blocks=True,
        )
    ]
    assert figures["year.FY1.sm_share"].value == NA(NACode.MISSING_INPUT, "revenue is too large to be true")


STALE = (
    ("monthly", date(2026, 10, 6), False),
    ("monthly", date(2026, 10, 5), True),
    ("weekly", date(2026, 11, 10), False),
    ("weekly", date(2026, 11, 9), True),
    ("quarterly", date(2026, 7, 23), False),
    ("quarterly", date(2026, 7, 22), True),
    (None, date(2026, 10, 5), True),
)


@pytest.mark.parametrize(("cadence", "as_of", "stale"), STALE)
def test_a_kpi_is_stale_when_older_than_its_cadence_allows(
    data: Data, figures_of: Callable[[Data], Figures], cadence: str | None, as_of: date, stale: bool
) -> None:
    data["kpis"] = [_kpi(cadence=cadence, as_of=as_of)]

    figures = figures_of(data)

    assert figures["kpis.k.actual"].stale is stale
    assert figures["kpi.k.gap"].stale is stale
    assert figures["kpis.k.target"].stale is False


def test_an_actual_is_stale_after_45_days_unless_its_period_was_over(
    data: Data, figures_of: Callable[[Data], Figures]
) -> None:
    data["sources"]["gl"]["as_of"] = date(2026, 2, 1)
    data["periods"]["before"] = {"id": "FY0", "start": date(2025, 1, 1), "end": date(2025, 12, 31)}
    data["finance"]["FY0"] = {"revenue": 900, "source": "gl"}

    figures = figures_of(data)

    assert figures["finance.FY1.revenue"].stale is True
    assert figures["year.FY1.cac"].stale is True
    assert figures["finance.FY0.revenue"].stale is False
    assert figures["finance.FY0.revenue"].scenario is Scenario.ACTUAL
    assert figures["finance.FY2.revenue"].stale is False


def _kpi(**changes: object) -> Data:
    kpi = {"id": "k", "name": "K", "unit": "count", "direction": "up", "owner": "ann", "source": "gl"}
    return {**kpi, "baseline": 1, "target": 3, "target_to_date": 2, "actual": 2, "objective": "O", **changes}


UNNAMED: Data = {
    "company": {"name": "Ledgerly", "model": "services", "currency": "USD"},
    "meta": {"author": "me", "as_of": date(2026, 11, 20)},
    "periods": {
        "current": {"id": "FY2026", "start": date(2026, 1, 1), "end": date(2026, 12, 31)},
        "plan": {"id": "FY2027", "start": date(2027, 1, 1), "end": date(2027, 12, 31)},
    },
    "sources": {"ledger": {"name": "Ledger", "kind": "actual", "as_of": date(2026, 11, 6)}},
}
QUARTER: Data = {"id": "2026-Q2", "net_new_arr": 1, "sm_cost": 2}


@pytest.mark.parametrize(
    ("own", "around", "expected"),
    [({}, {}, ()), ({"source": "ledger"}, {}, ("ledger",)), ({}, {"source": "ledger"}, ("ledger",))],
)
def test_quarters_and_limits_have_the_source_they_name_and_no_other(
    own: Data, around: Data, expected: tuple[str, ...]
) -> None:
    finance: Data = {
        "FY2026": {"revenue": 10, "source": "ledger"},
        "quarters": (QUARTER | own,),
        "policy": {"ltv_lifetime_cap_years": 4} | own,
    }
    context = Context.model_validate(UNNAMED | {"finance": finance | around})

    figures = derive(context, Report())

    assert expected == figures["finance.quarters.2026-Q2.sm_cost"].sources
    assert expected == figures["finance.policy.ltv_lifetime_cap_years"].sources


def test_the_lifetime_cap_says_what_it_counts(figures: Figures) -> None:
    assert "Lifetime cap in years" == figures["finance.policy.ltv_lifetime_cap_years"].label
