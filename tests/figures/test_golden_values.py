"""The worked example yields what the data model says it must."""

from decimal import ROUND_HALF_UP, Decimal

import pytest

from alignkit.context.whole import Context
from alignkit.figures import Figures, status
from alignkit.values import NA, NACode

GOLDEN = (
    ("year.FY2026.sm_cost", "7200000"),
    ("year.FY2026.sm_share", "0.300"),
    ("year.FY2026.marketing_share", "0.100"),
    ("year.FY2026.cac", "48000"),
    ("year.FY2026.payback", "18.46"),
    ("year.FY2026.new_cac_ratio", "1.20"),
    ("year.FY2026.blended_cac_ratio", "0.91"),
    ("year.FY2026.ltv", "260000"),
    ("year.FY2026.ltv_capped", "156000"),
    ("year.FY2026.ltv_cac", "5.42"),
    ("year.FY2026.ltv_cac_capped", "3.25"),
    ("year.FY2027.cac", "45158"),
    ("quarter.2026-Q2.magic_number", "0.737"),
    ("quarter.2026-Q3.magic_number", "0.739"),
    ("quarter.2026-Q4.magic_number", "0.844"),
    ("finance.arr.closing", "26820000"),
    ("arr.net_new", "5320000"),
    ("arr.difference", "0"),
    ("arr.grr", "0.8800"),
    ("tier.reduced.total", "2040000"),
    ("tier.reduced.revenue_share", "0.0697"),
    ("tier.reduced.new_customers", "154"),
    ("tier.reduced.cac", "50260"),
    ("tier.reduced.payback", "19.33"),
    ("tier.reduced.ltv_cac_capped", "3.10"),
    ("tier.base.total", "2400000"),
    ("tier.base.revenue_share", "0.0811"),
    ("tier.base.new_customers", "170"),
    ("tier.base.cac", "47647"),
    ("tier.base.payback", "18.33"),
    ("tier.base.ltv_cac_capped", "3.27"),
    ("step.base.marginal", "22500"),
    ("step.base.marginal_loaded", "22500"),
    ("step.base.payback", "8.7"),
    ("tier.ask.total", "2880000"),
    ("tier.ask.revenue_share", "0.0960"),
    ("tier.ask.new_customers", "190"),
    ("tier.ask.cac", "45158"),
    ("tier.ask.payback", "17.37"),
    ("tier.ask.ltv_cac_capped", "3.45"),
    ("step.ask.marginal", "24000"),
    ("step.ask.marginal_loaded", "24000"),
    ("step.ask.payback", "9.2"),
    ("tier.stretch.total", "3240000"),
    ("tier.stretch.revenue_share", "0.1073"),
    ("tier.stretch.new_customers", "200"),
    ("tier.stretch.cac", "45450"),
    ("tier.stretch.payback", "17.48"),
    ("tier.stretch.ltv_cac_capped", "3.43"),
    ("step.stretch.marginal", "36000"),
    ("step.stretch.marginal_loaded", "51000"),
    ("step.stretch.payback", "19.6"),
    ("ask.cac", "45158"),
    ("ask.change", "480000"),
    ("ask.change_share", "0.20"),
    ("ask.customers_change", "40"),
    ("ask.step.customers", "20"),
    ("ask.payback_headroom", "0.63"),
    ("ask.ltv_cac_headroom", "0.45"),
    ("downside.total", "2880000"),
    ("downside.mkt_customers", "72"),
    ("downside.new_customers", "164"),
    ("downside.cac", "52317"),
    ("downside.payback", "21.2"),
    ("downside.ltv_cac_capped", "2.83"),
    ("downside.mkt_arr", "2736000"),
    ("downside.arr_change", "-1184000"),
    ("downside.customers_change", "-26"),
    ("breakeven.exact", "15.38"),
    ("breakeven.customers", "16"),
    ("breakeven.planned", "20"),
    ("breakeven.least", "184"),
    ("breakeven.spare", "6"),
    ("drivers.base_arr", "3919800"),
    ("driver.win_rate.low_effect", "-583800"),
    ("driver.win_rate.high_effect", "417000"),
    ("driver.opportunities.low_effect", "-535800"),
    ("driver.opportunities.high_effect", "310200"),
    ("driver.acv.low_effect", "-391980"),
    ("driver.acv.high_effect", "293985"),
    ("driver.win_rate.range", "1000800"),
    ("money.prior", "2400000"),
    ("money.committed", "1450000"),
    ("money.committed_share", "0.503"),
    ("money.flexible", "1430000"),
    ("money.gated", "1380000"),
    ("money.free_at_start", "1500000"),
    ("gate.G2.released", "2880000"),
    ("cuts.total", "480000"),
    ("cuts.customers", "20"),
    ("cut.3.saved_per_customer", "50000"),
    ("cut.4.saved_per_customer", "25000"),
    ("cut.5.saved_per_customer", "18750"),
    ("cut.6.saved_per_customer", "18000"),
    ("cut.7.saved_per_customer", "17500"),
    ("cut.7.amount_so_far", "480000"),
    ("initiatives.arr", "3920000"),
    ("initiatives.pipeline", "17532000"),
    ("initiatives.opportunities", "417"),
    ("initiatives.customers", "98"),
    ("initiatives.win_rate", "0.2350"),
    ("initiatives.budget", "1680000"),
    ("segment.enterprise.budget_share", "0.452"),
    ("segment.enterprise.payback", "4.776"),
    ("segment.mid_market.payback", "7.003"),
    ("return.ask.year1", "0.062"),
    ("return.ask.three_year", "1.847"),
    ("risks.expected.new_arr", "648000"),
    ("risks.expected.marketing_cost", "35250"),
    ("issue.ISS1.eac", "147000"),
    ("issue.ISS1.overrun", "27000"),
    ("issue.ISS1.overrun_share", "0.225"),
    ("issue.ISS1.funding_left", "2000"),
    ("issue.ISS1.days_waiting", "1"),
    ("issue.ISS1.option.B.cost_change", "-18000"),
    ("area.goals.mean", "3.50"),
    ("area.comms.mean", "2.75"),
    ("area.metrics.mean", "3.00"),
    ("area.execution.mean", "3.25"),
    ("area.goals.spread", "1"),
    ("area.comms.spread", "2"),
    ("area.metrics.spread", "2"),
    ("area.execution.spread", "1"),
    ("area.goals.self_gap", "0.67"),
    ("area.comms.self_gap", "1.67"),
    ("area.metrics.self_gap", "1.33"),
    ("area.execution.self_gap", "-0.33"),
    ("drift.distance", "0.13"),
    ("drift.unlinked_share", "0.073"),
    ("last_plan.spend_variance", "50000"),
    ("last_plan.spend_variance_share", "0.021"),
    ("last_plan.customers_variance", "-5"),
    ("last_plan.delivered_share", "0.968"),
    ("line.people.change", "180000"),
    ("line.people.change_share", "0.176"),
    ("company.sales_cycle", "3.9"),
    ("company.lag_quarters", "1"),
    ("company.lag_years", "0"),
    ("year.FY2026.cac_lagged", "48000"),
    ("year.FY2026.monthly_churn", "0.0106"),
    ("year.FY2026.mer", "10.00"),
    ("initiatives.cost_per_customer", "17143"),
    ("initiatives.cost_per_opportunity", "4029"),
    ("initiative.ENT.committed_customers", "32"),
    ("kpi.grr.okr_score", "0.67"),
    ("kpi.new_arr.okr_score", "0.76"),
    ("kpi.enterprise_share.relative", "-0.109"),
    ("kpi.mkt_pipeline.relative", "-0.1"),
    ("kpi.cac_loaded.gap", "-1000"),
)

STATUSES = {
    "new_arr": "amber",
    "enterprise_share": "red",
    "mkt_pipeline": "amber",
    "win_rate": "amber",
    "sal_rate": "amber",
    "cac_loaded": "amber",
    "cac_payback": "amber",
    "grr": "amber",
    "share_of_search": "green",
}


@pytest.mark.parametrize(("key", "expected"), GOLDEN)
def test_a_golden_value(figures: Figures, key: str, expected: str) -> None:
    golden = Decimal(expected)

    assert golden == figures[key].amount.quantize(golden, ROUND_HALF_UP)


@pytest.mark.parametrize("cut", [1, 2])
def test_a_cut_that_loses_nobody_has_no_price(figures: Figures, cut: int) -> None:
    value = figures[f"cut.{cut}.saved_per_customer"].value

    assert value == NA(NACode.ZERO_DENOMINATOR, "customers lost is zero")


def test_the_cheapest_tier_has_no_step(figures: Figures) -> None:
    value = figures["step.reduced.payback"].value

    assert value == NA(NACode.MISSING_INPUT, "there is no tier cheaper than Reduced")


def test_the_status_of_every_kpi(example: Context, figures: Figures) -> None:
    found = {kpi.id: status(kpi, figures) for kpi in example.kpis}

    assert found == STATUSES


def test_nothing_in_the_example_is_stale(figures: Figures) -> None:
    assert [key for key, figure in figures.items() if figure.stale] == []


def test_every_figure_has_a_label_and_every_derived_one_its_formula(figures: Figures) -> None:
    derived = [figure for figure in figures.values() if not figure.place and not figure.is_na]

    assert [figure.key for figure in figures.values() if not figure.label] == []
    assert [figure.key for figure in derived if not figure.formula] == []


def test_the_formula_the_working_and_the_sources_of_a_derived_figure(figures: Figures) -> None:
    figure = figures["year.FY2026.cac"]

    assert figure.label == "Loaded CAC, FY2026"
    assert figure.formula == "sales and marketing cost / new customers"
    assert figure.working == (Decimal(7200000), " / ", Decimal(150))
    assert figure.sources == ("gl",)
    assert (figure.currency, figure.period, figure.scenario) == ("USD", "FY2026", "FC")
