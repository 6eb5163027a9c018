"""What does not exist says why, and nothing breaks over it."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from alignkit.context.whole import Context
from alignkit.diagnostics import Diagnostic, Report, Severity
from alignkit.figures import Figures, computed_status, derive, status, walk_away_tier
from alignkit.values import NA, NACode

Data = dict[str, Any]
Deriver = Callable[[Data], Figures]

MISSING, ZERO, NEGATIVE = NACode.MISSING_INPUT, NACode.ZERO_DENOMINATOR, NACode.NEGATIVE_INPUT
ABSENCES: tuple[tuple[str, dict[str, object], str, NACode, str], ...] = (
    ("FY1", {"new_customers": 0}, "cac", ZERO, "new customers is zero"),
    ("FY1", {"new_customers": 0}, "payback", ZERO, "new customers is zero"),
    ("FY1", {"new_customers": 0}, "ltv_cac_capped", ZERO, "new customers is zero"),
    ("FY1", {"new_customers": None}, "cac", MISSING, "new customers not given for FY1"),
    ("FY1", {"gross_margin": None}, "payback", MISSING, "gross margin not given for FY1"),
    ("FY1", {"gross_margin": None}, "ltv", MISSING, "gross margin not given for FY1"),
    ("FY1", {"gross_margin": 0}, "payback", ZERO, "gross profit per customer / 12 is zero"),
    ("FY1", {"revenue_churn": 0}, "ltv", ZERO, "revenue churn is zero"),
    ("FY1", {"revenue_churn": None}, "ltv", MISSING, "revenue churn not given for FY1"),
    ("FY1", {"revenue_churn": None}, "ltv_capped", MISSING, "there is neither churn nor a lifetime cap"),
    ("FY1", {"revenue": 0}, "sm_share", ZERO, "revenue is zero"),
    ("FY1", {}, "blended_cac_ratio", MISSING, "there is no ARR bridge of FY1"),
)


@pytest.mark.parametrize(("period", "changes", "name", "code", "reason"), ABSENCES)
def test_a_figure_that_does_not_exist(
    data: Data,
    figures_of: Deriver,
    period: str,
    changes: dict[str, object],
    name: str,
    code: NACode,
    reason: str,
) -> None:
    data["finance"][period].update(changes)

    assert figures_of(data)[f"year.{period}.{name}"].value == NA(code, reason)


@pytest.mark.parametrize(
    ("churn", "cap", "years"), [(0, 3, 3), (None, 3, 3), ("0.5", 3, 2), ("0.25", 3, 3), ("0.1", None, 5)]
)
def test_a_lifetime_is_never_longer_than_the_cap(
    data: Data, figures_of: Deriver, churn: object, cap: int | None, years: int
) -> None:
    data["finance"]["FY1"]["revenue_churn"] = churn
    data["finance"]["policy"] = {"ltv_lifetime_cap_years": cap}

    assert figures_of(data)["year.FY1.lifetime"].value == years


def test_a_margin_above_one_is_refused_once(data: Data, context_of: Callable[[Data], Context]) -> None:
    data["finance"]["FY1"]["gross_margin"] = 78
    report = Report()

    figures = derive(context_of(data), report)

    assert list(report) == [
        Diagnostic(
            "FIG-002",
            Severity.ERROR,
            "expected gross margin between 0 and 1, found `78`",
            None,
            "write it as a fraction, such as 0.78 for 78 per cent",
        )
    ]
    assert figures["year.FY1.payback"].value == NA(MISSING, "gross margin is not between 0 and 1")


def test_an_id_that_is_also_a_figure_is_reported(data: Data, context_of: Callable[[Data], Context]) -> None:
    data["initiatives"] = [
        {
            "id": "arr",
            "name": "A",
            "owner": "ann",
            "budget": 1,
            "start": date(2027, 1, 1),
            "end": date(2027, 2, 1),
            "status": "planned",
        }
    ]
    report = Report()

    figures = derive(context_of(data), report)

    assert list(report) == [
        Diagnostic(
            "FIG-003",
            Severity.ERROR,
            "expected an id of its own, found `arr`, a figure under `initiatives`",
            None,
            "rename it in `initiatives`",
        )
    ]
    assert figures.tree()["initiatives"]["arr"]["budget"].value == 1


def test_a_shrinking_arr_has_a_negative_magic_number(data: Data, figures_of: Deriver) -> None:
    data["finance"]["quarters"] = [
        {"id": "Q1", "net_new_arr": 10, "sm_cost": 20},
        {"id": "Q2", "net_new_arr": -5, "sm_cost": 20},
    ]
    data["finance"]["arr"] = {"opening": 100, "new": 5, "churned": 30, "closing": 75, "period": "FY1"}

    figures = figures_of(data)

    assert figures["quarter.Q1.magic_number"].value == NA(MISSING, "there is no earlier quarter")
    assert figures["quarter.Q2.magic_number"].value == Decimal("-0.25")
    assert figures["arr.net_new"].value == -25
    assert figures["arr.nrr"].value == Decimal("0.7")
    assert figures["arr.difference"].value == 0


def test_without_a_bridge_new_arr_is_that_of_the_new_customers(data: Data, figures_of: Deriver) -> None:
    data["finance"]["FY1"]["new_customer_acv"] = 25

    figures = figures_of(data)

    assert figures["year.FY1.new_cac_ratio"].value == Decimal("0.8")
    assert figures["arr.net_new"].value == NA(MISSING, "new ARR not given (finance.arr.new)")


def test_one_tier_has_no_step_and_no_break_even(data: Data, figures_of: Deriver) -> None:
    data["budget"]["tiers"] = data["budget"]["tiers"][:1]
    for line in data["budget"]["lines"]:
        del line["low"]

    figures = figures_of(data)

    none = NA(MISSING, "there is no tier cheaper than Ask")
    assert figures["tier.ask.cac"].value == 18
    assert figures["step.ask.marginal"].value == none
    assert figures["breakeven.customers"].value == none


def test_without_a_downside_nothing_of_it_exists(data: Data, figures_of: Deriver) -> None:
    figures = figures_of(data)

    reason = "opportunities not given (budget.downside.opportunities)"
    assert figures["downside.new_customers"].value == NA(MISSING, reason)
    assert figures["downside.payback"].is_na
    assert figures["drivers.base_arr"].is_na


def test_steps_follow_the_totals_not_the_order_of_writing(data: Data, figures_of: Deriver) -> None:
    figures = figures_of(data)

    assert figures["step.ask.spend"].value == 30
    assert figures["step.ask.marginal"].value == 30
    assert figures["step.low.spend"].is_na


@pytest.mark.parametrize(
    ("customers", "code", "reason"),
    [(9, ZERO, "extra customers is zero"), (8, NEGATIVE, "extra customers is negative")],
)
def test_a_step_that_brings_nobody_has_no_cost_per_customer(
    data: Data, figures_of: Deriver, customers: int, code: NACode, reason: str
) -> None:
    data["budget"]["tiers"][0]["new_customers"] = customers

    assert figures_of(data)["step.ask.marginal_loaded"].value == NA(code, reason)


def test_break_even_rounds_up_only_what_is_not_whole(data: Data, figures_of: Deriver) -> None:
    whole = figures_of(data)
    data["budget"]["lines"][0]["ask"] = 68
    exactly_two = figures_of(data)

    assert whole["breakeven.exact"].value == Decimal("1.25")
    assert whole["breakeven.customers"].value == 2
    assert exactly_two["breakeven.exact"].value == 2
    assert exactly_two["breakeven.customers"].value == 2


def test_what_can_be_promised_rounds_down(data: Data, figures_of: Deriver) -> None:
    data["budget"]["downside"] = {
        "label": "Bad",
        "tier": "ask",
        "win_rate": "0.39",
        "opportunities": 10,
        "acv": 20,
    }

    figures = figures_of(data)

    assert figures["downside.mkt_customers"].value == 3
    assert figures["downside.new_customers"].value == 8
    assert figures["downside.payback"].value == Decimal("13.5")


def test_a_bad_year_does_not_win_fewer_than_no_customers(data: Data, figures_of: Deriver) -> None:
    data["budget"]["downside"] = {
        "label": "Bad",
        "tier": "ask",
        "win_rate": "0.1",
        "opportunities": 10,
        "acv": 20,
    }
    data["budget"]["tiers"][0] |= {"new_customers": 0, "mkt_customers": 8}

    figures = figures_of(data)

    reason = "marketing is to win more customers than there are"
    assert figures["downside.new_customers"].value == NA(NEGATIVE, reason)
    assert figures["downside.payback"].value == NA(NEGATIVE, reason)


def test_a_total_is_the_sum_of_the_lines_not_the_typed_one(data: Data, figures_of: Deriver) -> None:
    data["budget"]["tiers"][0]["total"] = 81

    figures = figures_of(data)

    assert figures["budget.tiers.ask.total"].value == 81
    assert figures["tier.ask.total"].value == 80


def test_a_line_without_an_amount_leaves_the_tier_without_a_total(data: Data, figures_of: Deriver) -> None:
    del data["budget"]["lines"][1]["low"]

    figures = figures_of(data)

    reason = NA(MISSING, "line Team has no amount for the tier Low")
    assert figures["tier.low.total"].value == reason
    assert figures["tier.low.cac"].value == reason
    assert figures["tier.ask.cac"].value == 18


def test_a_budget_without_lines_takes_the_typed_total(data: Data, figures_of: Deriver) -> None:
    data["budget"]["lines"] = []

    figures = figures_of(data)

    assert figures["tier.ask.total"].value == 80
    assert figures["tier.ask.change"].value == NA(MISSING, "there are no lines")


def test_an_ask_that_is_no_tier_breaks_nothing(data: Data, figures_of: Deriver) -> None:
    data["budget"]["decision"]["ask_tier"] = "gone"

    figures = figures_of(data)

    assert figures["money.flexible"].value == NA(MISSING, "typed spend not given (tier.gone.total)")
    assert "ask.cac" not in figures


def test_without_gates_all_the_money_is_free_at_the_start(data: Data, figures_of: Deriver) -> None:
    figures = figures_of(data)

    assert figures["money.gated"].value == 0
    assert figures["money.free_at_start"].value == 80


def test_the_ladder_and_the_walk_away_tier(data: Data, figures_of: Deriver) -> None:
    data["budget"]["gives"] = [{"give": "a", "amount": 10}, {"give": "b", "amount": 5}]

    figures = figures_of(data)

    assert figures["gives.room"].value == 30
    assert figures["gives.left"].value == 15
    assert figures["walk_away.new_customers"].value == 9
    assert figures["walk_away.customers_from_ask"].value == -1


@pytest.mark.parametrize(
    ("named", "committed", "expected"),
    [("ask", 0, "ask"), (None, 40, "low"), (None, 60, "ask"), (None, 90, "")],
)
def test_the_walk_away_tier_covers_what_is_committed(
    data: Data, context_of: Callable[[Data], Context], named: str | None, committed: int, expected: str
) -> None:
    data["budget"]["decision"]["walk_away"] = named
    data["budget"]["lines"][0]["committed"] = committed
    data["budget"]["lines"][1]["committed"] = 0
    budget = context_of(data).budget

    assert budget is not None
    assert walk_away_tier(budget) == expected


def test_a_role_costs_the_months_it_is_there(data: Data, figures_of: Deriver) -> None:
    role = {"role": "Writer", "tier": "ask", "annual_cost": 120, "owner": "ann"}
    data["budget"]["headcount"] = [
        {**role, "start": date(2027, 3, 1)},
        {**role, "start": date(2028, 3, 1)},
    ]

    figures = figures_of(data)

    assert figures["headcount.1.months"].value == 10
    assert figures["headcount.1.cost"].value == 100
    assert figures["headcount.2.months"].value == 0
    assert figures["headcount.2.cost"].value == 0


def test_an_escalation_needs_no_finance_and_no_budget(data: Data, figures_of: Deriver) -> None:
    for name in ("finance", "budget", "periods"):
        del data[name]
    data["issues"] = [
        {"id": "I", "title": "Late", "to": "bob", "raised": date(2026, 11, 13), "cause": "Rain", "spent": 3}
    ]

    figures = figures_of(data)

    assert figures["issue.I.days_waiting"].value == 7
    assert figures["issue.I.eac"].value == NA(MISSING, "cost to complete not given for Late")
    assert figures["issue.I.overrun_share"].is_na
    assert figures["issue.I.funding_left"].value == NA(
        MISSING, "money available not given (issues.I.funding.available)"
    )
    assert figures["issue.I.recommended_cost"].value == NA(MISSING, "no option is recommended")


def test_only_open_risks_add_up_and_each_measure_apart(data: Data, figures_of: Deriver) -> None:
    data["risks"] = [
        _risk("A", effect="new arr!", probability="0.5", impact=10),
        _risk("B", effect="new arr!", probability="0.5", impact=20),
        _risk("C", effect="cost", probability="0.5", impact=40),
        _risk("D", effect="cost", probability="0.5", impact=80, status="closed"),
    ]

    figures = figures_of(data)

    assert figures["risks.expected.new-arr"].value == 15
    assert figures["risks.expected.cost"].value == 20
    assert figures["risk.D.expected"].value == 40


def test_fewer_than_three_raters_are_too_few(data: Data, figures_of: Deriver) -> None:
    area = {"id": "a", "axis": "vertical", "target": 4, "ratings": {"marketing": 4, "sales": 2}}
    data["scorecard"] = {"date": date(2026, 11, 16), "areas": [area]}

    figures = figures_of(data)

    assert figures["area.a.mean"].value == NA(NACode.TOO_FEW, "2 raters are too few")
    assert figures["area.a.spread"].is_na


KPIS: tuple[tuple[dict[str, object], str, str], ...] = (
    ({"actual": 2}, "green", "green"),
    ({"actual": "1.8"}, "amber", "amber"),
    ({"actual": "1.79"}, "red", "red"),
    ({"actual": "1.79", "tolerance": "0.2"}, "amber", "amber"),
    ({"actual": None}, "grey", "grey"),
    ({"actual": 2, "as_of": date(2026, 1, 1)}, "grey", "grey"),
    ({"actual": 2, "target_to_date": None}, "grey", "grey"),
    ({"actual": 2, "status": "amber"}, "green", "amber"),
    ({"actual": 1, "status": "green"}, "red", "red"),
    ({"actual": 1, "status": "grey"}, "red", "red"),
    ({"actual": None, "status": "red"}, "grey", "red"),
    ({"actual": "2.1", "direction": "down"}, "amber", "amber"),
    ({"actual": 1, "direction": "down"}, "green", "green"),
    ({"actual": 0, "target_to_date": 0}, "green", "green"),
    ({"actual": -1, "target_to_date": 0}, "red", "red"),
    ({"actual": 5, "band": [4, 6]}, "green", "green"),
    ({"actual": "3.7", "band": [4, 6]}, "amber", "amber"),
    ({"actual": 7, "band": [4, 6]}, "red", "red"),
)


@pytest.mark.parametrize(("changes", "computed", "shown"), KPIS)
def test_the_status_of_a_kpi(
    data: Data,
    context_of: Callable[[Data], Context],
    changes: dict[str, object],
    computed: str,
    shown: str,
) -> None:
    data["kpis"] = [_kpi(**changes)]
    context = context_of(data)

    figures = derive(context, Report())

    assert computed_status(context.kpis[0], figures) == computed
    assert status(context.kpis[0], figures) == shown


def test_a_target_counts_once_its_period_is_over(data: Data, figures_of: Deriver) -> None:
    data["kpis"] = [_kpi(target_to_date=None)]
    running = figures_of(data)
    data["meta"]["as_of"] = date(2026, 12, 31)
    over = figures_of(data)

    assert running["kpi.k.gap"].value == NA(
        NACode.PERIOD_MISMATCH, "K has no target to date and the period is not over"
    )
    assert over["kpi.k.gap"].value == -1


def test_progress_and_attainment_of_kpis(data: Data, figures_of: Deriver) -> None:
    down = _kpi(id="down", direction="down", baseline=12, target=4, target_to_date=5, actual=8)
    data["kpis"] = [_kpi(), down, _kpi(id="flow", agg="flow"), _kpi(id="still", target=1)]

    figures = figures_of(data)

    assert figures["kpi.k.progress"].value == Decimal("0.5")
    assert figures["kpi.down.gap"].value == -3
    assert figures["kpi.down.attainment"].value == Decimal("0.625")
    assert figures["kpi.down.progress"].value == Decimal("0.5")
    assert figures["kpi.flow.progress"].value == NA(
        NACode.NOT_DEFINED_FOR_DIRECTION, "K adds up over the period"
    )
    assert figures["kpi.still.progress"].value == NA(ZERO, "target \u2212 baseline is zero")


SCORES: tuple[tuple[dict[str, object], str, Decimal | NA], ...] = (
    ({}, "okr_score", Decimal("0.5")),
    ({"actual": 9}, "okr_score", Decimal(1)),
    ({"actual": 0}, "okr_score", Decimal(0)),
    ({"actual": 1, "agg": "flow"}, "okr_score", Decimal(1) / Decimal(3)),
    ({"direction": "down", "baseline": 5, "target": 1, "actual": 2}, "okr_score", Decimal("0.75")),
    ({"target": 1}, "okr_score", NA(ZERO, "target \u2212 baseline is zero")),
    ({"forecast": "2.5"}, "forecast_accuracy", Decimal("0.75")),
    ({"forecast": "2.5", "actual": 0}, "forecast_accuracy", NA(ZERO, "|actual| is zero")),
    ({}, "forecast_accuracy", NA(MISSING, "forecast not given for K")),
)


@pytest.mark.parametrize(("changes", "name", "expected"), SCORES)
def test_scores_of_a_kpi_after_its_period(
    data: Data, figures_of: Deriver, changes: dict[str, object], name: str, expected: Decimal | NA
) -> None:
    data["kpis"] = [_kpi(**changes)]
    data["meta"]["as_of"] = date(2026, 12, 31)

    value = figures_of(data)[f"kpi.k.{name}"].value

    assert (
        value == expected if isinstance(expected, NA) else abs(_number(value) - expected) < Decimal("1e-20")
    )


def test_a_forecast_is_judged_only_after_its_period(data: Data, figures_of: Deriver) -> None:
    data["kpis"] = [_kpi(forecast=2)]

    value = figures_of(data)["kpi.k.forecast_accuracy"].value

    assert value == NA(NACode.PERIOD_MISMATCH, "the period K was forecast for is not over")


def test_churn_is_converted_never_multiplied(data: Data, figures_of: Deriver) -> None:
    data["finance"]["FY1"].update(revenue_churn=None, monthly_churn="0.03")
    data["finance"]["FY2"]["revenue_churn"] = "0.3061578"

    figures = figures_of(data)

    assert round(figures["year.FY1.churn"].amount, 6) == Decimal("0.306158")
    assert round(figures["year.FY2.monthly_churn"].amount, 6) == Decimal("0.030000")
    assert figures["year.FY1.ltv"].formula == "gross profit per customer / revenue churn"
    assert figures["year.FY1.ltv"].amount < 24 / Decimal("0.3")


def test_written_churn_of_both_kinds_stays_as_it_is(data: Data, figures_of: Deriver) -> None:
    data["finance"]["FY1"].update(revenue_churn="0.3", monthly_churn="0.02")

    figures = figures_of(data)

    assert figures["year.FY1.churn"].amount == Decimal("0.3")
    assert figures["year.FY1.monthly_churn"].amount == Decimal("0.02")


def test_a_cost_above_revenue_leaves_no_margin(data: Data, context_of: Callable[[Data], Context]) -> None:
    data["finance"]["FY1"].update(gross_margin=None, cost_of_revenue=1500)
    report = Report()

    figures = derive(context_of(data), report)

    assert [(found.code, found.message, found.hint) for found in report] == [
        ("FIG-002", "expected gross margin between 0 and 1, found `-0.5`", "compare it with the revenue")
    ]
    assert figures["year.FY1.payback"].value == NA(NEGATIVE, "gross margin is not between 0 and 1")


def test_without_a_customer_value_the_bridge_gives_it(data: Data, figures_of: Deriver) -> None:
    data["finance"]["FY1"]["new_customer_acv"] = None
    data["finance"]["arr"] = {"opening": 100, "new": 160, "churned": 30, "closing": 230, "period": "FY1"}

    figures = figures_of(data)

    assert figures["year.FY1.acv"].value == 20
    assert figures["year.FY1.acv"].formula == "new ARR / new customers"


def test_gross_retention_cannot_exceed_one(data: Data, figures_of: Deriver) -> None:
    data["finance"]["arr"] = {"opening": 100, "new": 5, "churned": -30, "closing": 135, "period": "FY1"}

    reason = "gross revenue retention cannot exceed 1; check churned ARR and contraction ARR"
    assert figures_of(data)["arr.grr"].value == NA(NEGATIVE, reason)


@pytest.mark.parametrize(
    ("scope", "cac", "share"),
    [
        ("loaded", "Loaded CAC, FY1, n = 8", "Marketing share of revenue, people included, FY1"),
        (
            "programme",
            "Cost per customer, programme cost only, FY1, n = 8",
            "Marketing share of revenue, programme cost only, FY1",
        ),
        (
            "media",
            "Cost per customer, media cost only, FY1, n = 8",
            "Marketing share of revenue, media cost only, FY1",
        ),
    ],
)
def test_only_loaded_costs_are_called_cac(
    data: Data, figures_of: Deriver, scope: str, cac: str, share: str
) -> None:
    data["finance"]["FY1"]["cost_scope"] = scope

    figures = figures_of(data)

    assert figures["year.FY1.cac"].label == cac
    assert figures["year.FY1.marketing_share"].label == share


def test_a_long_sales_cycle_counts_the_cost_of_the_year_before(data: Data, figures_of: Deriver) -> None:
    data["company"]["sales_cycle_days"] = 300

    figures = figures_of(data)

    assert figures["company.lag_years"].value == 1
    assert figures["year.FY2.cac_lagged"].value == 16
    assert figures["year.FY2.cac_lagged"].formula == (
        "sales and marketing cost of FY1 / new customers of FY2"
    )
    reason = "there is no cost of 1 year before FY1"
    assert figures["year.FY1.cac_lagged"].value == NA(MISSING, reason)


def test_without_a_sales_cycle_nothing_is_lagged(data: Data, figures_of: Deriver) -> None:
    del data["company"]["sales_cycle_days"]

    value = figures_of(data)["year.FY1.cac_lagged"].value

    assert value == NA(MISSING, "sales cycle not given for Quillmere")


def test_programme_cost_per_customer_is_never_called_cac(data: Data, figures_of: Deriver) -> None:
    data["initiatives"] = [_initiative("A", customers=4, opportunities=9, win_rate="0.3"), _initiative("B")]

    figures = figures_of(data)

    name = "Programme cost per customer, excludes people and sales"
    assert figures["initiatives.cost_per_customer"].label == f"{name}, all initiatives"
    assert figures["initiatives.cost_per_customer"].value == 25
    assert figures["initiative.A.cost_per_customer"].label == f"{name}, A"
    assert figures["initiative.A.expected_customers"].value == Decimal("2.7")
    assert figures["initiative.A.committed_customers"].value == 2


EARNED: tuple[tuple[dict[str, object], dict[str, str | NA]], ...] = (
    (
        {"approved": 100, "spent": 60, "earned": 40},
        {"cpi": "0.6667", "eac_at_pace": "150", "eac_at_plan": "120"},
    ),
    (
        {"approved": 100, "spent": 0, "earned": 40},
        {
            "cpi": NA(ZERO, "money spent is zero"),
            "eac_at_pace": NA(ZERO, "money spent is zero"),
            "eac_at_plan": "60",
        },
    ),
    (
        {"approved": 100, "spent": 60},
        {
            "cpi": NA(MISSING, "earned value not given for Late"),
            "eac_at_pace": NA(MISSING, "earned value not given for Late"),
            "eac_at_plan": NA(MISSING, "earned value not given for Late"),
        },
    ),
)


@pytest.mark.parametrize(("changes", "expected"), EARNED)
def test_what_work_will_cost_by_its_earned_value(
    data: Data, figures_of: Deriver, changes: dict[str, object], expected: dict[str, str | NA]
) -> None:
    issue = {"id": "I", "title": "Late", "to": "bob", "raised": date(2026, 11, 13), "cause": "Rain"}
    data["issues"] = [{**issue, **changes}]

    figures = figures_of(data)

    for name, value in expected.items():
        found = figures[f"issue.I.{name}"].value
        assert value == (found if isinstance(found, NA) else f"{round(found, 4).normalize():f}")


PIPELINE = {"period": "FY2", "source": "gl"}
PIPELINES: tuple[tuple[dict[str, object], str, Decimal | NA], ...] = (
    ({"open_due": 5, "remaining_target": 0}, "coverage", NA(ZERO, "remaining target is zero")),
    ({"won": 0, "lost": 9}, "coverage_required", NA(ZERO, "win rate by count is zero")),
    ({"won": 0, "lost": 0}, "win_rate", NA(ZERO, "opportunities closed is zero")),
    ({"won": 1, "lost": 3}, "coverage_required", Decimal(4)),
    ({"won": 1, "lost": 3, "slippage": "0.5"}, "coverage_required", Decimal(6)),
    ({"won": 1, "lost": 3, "won_value": 5, "lost_value": 5}, "coverage_required", Decimal(2)),
    ({"won": 1, "lost": 3, "opportunities": 10}, "committed_customers", Decimal(2)),
    ({"won": 1, "lost": 3, "opportunities": 73}, "velocity", Decimal(6)),
    ({"accepted": 3, "rejected": 1}, "acceptance", Decimal("0.75")),
    ({"accepted": 3, "rejected": 1}, "unreviewed_share", NA(MISSING, "unreviewed leads not given")),
)


@pytest.mark.parametrize(("changes", "name", "expected"), PIPELINES)
def test_a_figure_of_the_pipeline(
    data: Data, figures_of: Deriver, changes: dict[str, object], name: str, expected: Decimal | NA
) -> None:
    data["pipeline"] = {**PIPELINE, **changes}

    assert figures_of(data)[f"pipeline.{name}"].value == expected


def test_a_win_rate_of_few_deals_says_how_many(data: Data, figures_of: Deriver) -> None:
    data["pipeline"] = {**PIPELINE, "won": 5, "lost": 20}

    assert figures_of(data)["pipeline.win_rate"].label == "Win rate by count, n = 25"


def test_a_sales_cycle_of_no_day_has_no_velocity(data: Data, figures_of: Deriver) -> None:
    data["pipeline"] = {**PIPELINE, "won": 5, "lost": 20, "opportunities": 8}
    data["company"]["sales_cycle_days"] = 0

    assert figures_of(data)["pipeline.velocity"].value == NA(ZERO, "sales cycle is zero")


def test_a_phase_without_month_or_quarter_counts_under_its_own_name(data: Data, figures_of: Deriver) -> None:
    data["budget"]["phasing"] = [
        {"line": "paid", "period": "total", "amount": 20},
        {"line": "paid", "period": "2027-Q4", "amount": 30},
        {"line": "paid", "period": "Q4 FY27", "amount": 10},
    ]

    figures = figures_of(data)

    assert figures["phasing.total"].value == 60
    assert figures["phasing.open"].value == 20
    assert figures["phasing.Q4-FY27.amount"].value == 10
    assert figures.tree()["phasing"][2027]["amount"].value == 30
    assert "phasing.total.amount" not in figures


def _initiative(identity: str, **changes: object) -> Data:
    dates = {"start": date(2027, 1, 1), "end": date(2027, 2, 1)}
    return (
        {"id": identity, "name": identity, "owner": "ann", "budget": 50, "status": "planned"}
        | dates
        | changes
    )


def _number(value: Decimal | NA) -> Decimal:
    assert isinstance(value, Decimal)
    return value


def _kpi(**changes: object) -> Data:
    kpi = {"id": "k", "name": "K", "unit": "count", "direction": "up", "owner": "ann", "source": "gl"}
    return {**kpi, "baseline": 1, "target": 3, "target_to_date": 2, "actual": 2, "objective": "O", **changes}


def _risk(identity: str, **changes: object) -> Data:
    risk = {"id": identity, "cause": "c", "event": "e", "owner": "ann", "response": "reduce", "action": "a"}
    return {**risk, "due": date(2027, 1, 1), "trigger": "t", "status": "open", **changes}
