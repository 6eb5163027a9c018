"""Companies that are unlike the worked example: what each figure is there, or why it does not exist."""

from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest

from alignkit.context.check import check
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.figures import Figures, derive
from alignkit.formats import Formats
from alignkit.source import read
from alignkit.values import NA, NACode, Scenario

CONTEXTS = Path(__file__).parent / "contexts"
MISSING, ZERO = NACode.MISSING_INPUT, NACode.ZERO_DENOMINATOR
NO_CUSTOMERS = NA(ZERO, "new customers is zero")
NO_MARGIN = NA(MISSING, "gross margin not given for FY2026")
NO_LIFETIME = NA(MISSING, "there is neither churn nor a lifetime cap")
NO_BRIDGE = NA(MISSING, "new yearly revenue not given (finance.arr.new)")
NO_BRIDGE_OF_A_SHOP = NA(MISSING, "first-year revenue not given (finance.arr.new)")
NO_STEP = NA(MISSING, "there is no tier cheaper than Ask")

VALUES: dict[str, tuple[tuple[str, str | NA], ...]] = {
    "zero-customers": (
        ("year.FY2026.sm_cost", "880000"),
        ("year.FY2026.cac", NO_CUSTOMERS),
        ("year.FY2026.payback", NO_CUSTOMERS),
        ("year.FY2026.ltv_cac_capped", NO_CUSTOMERS),
        ("year.FY2026.new_cac_ratio", NA(ZERO, "new customers × ACV of a new customer is zero")),
        ("year.FY2026.ltv_capped", "120000"),
        ("tier.ask.cac_change", NO_CUSTOMERS),
        ("tier.ask.customers_change", "50"),
        ("tier.ask.payback", "8"),
    ),
    "missing-margin": (
        ("year.FY2026.cac", "22000"),
        ("year.FY2026.gross_margin", NO_MARGIN),
        ("year.FY2026.gross_profit", NO_MARGIN),
        ("year.FY2026.payback", NO_MARGIN),
        ("year.FY2026.ltv", NO_MARGIN),
        ("year.FY2026.ltv_cac_capped", NO_MARGIN),
        ("tier.ask.payback", NA(MISSING, "gross margin not given for FY2027")),
        ("return.ask.year1", NA(MISSING, "gross margin not given for FY2027")),
        ("breakeven.customers", NA(MISSING, "gross margin not given for FY2027")),
        ("step.ask.marginal", "8571"),
    ),
    "zero-churn": (
        ("year.FY2026.churn", "0"),
        ("year.FY2026.monthly_churn", "0"),
        ("year.FY2026.lifetime", "4"),
        ("year.FY2026.ltv", NA(ZERO, "revenue churn is zero")),
        ("year.FY2026.ltv_capped", "120000"),
        ("year.FY2026.ltv_cac", NA(ZERO, "revenue churn is zero")),
        ("year.FY2026.ltv_cac_capped", "5.45"),
        ("year.FY2026.retention", "1"),
        ("return.ask.three_year", "3.68"),
    ),
    "zero-churn-without-cap": (
        ("year.FY2026.lifetime", "5"),
        ("year.FY2026.ltv", NA(ZERO, "revenue churn is zero")),
        ("year.FY2026.ltv_capped", "150000"),
        ("year.FY2026.ltv_cac_capped", "6.82"),
        ("year.FY2026.payback", "8.8"),
        ("year.FY2026.payback_headroom", NA(MISSING, "payback ceiling not given (finance.policy.payback_ceiling_months)")),
    ),
    "negative-net-new": (
        ("arr.net_new", "-400000"),
        ("arr.nrr", "0.80"),
        ("arr.grr", "0.78"),
        ("arr.growth", "-0.08"),
        ("arr.difference", "0"),
        ("quarter.2026-Q1.magic_number", NA(MISSING, "there is no earlier quarter")),
        ("quarter.2026-Q2.magic_number", "-2.05"),
        ("year.FY2026.new_cac_ratio", "1.47"),
        ("year.FY2026.blended_cac_ratio", "1.26"),
    ),
    "services": (
        ("year.FY2026.gross_margin", "0.4"),
        ("year.FY2026.gross_profit", "20000"),
        ("year.FY2026.payback", "13.2"),
        ("year.FY2026.churn", NA(MISSING, "revenue churn not given for FY2026")),
        ("year.FY2026.ltv_capped", NO_LIFETIME),
        ("arr.net_new", NO_BRIDGE),
        ("arr.grr", NA(MISSING, "opening yearly revenue not given (finance.arr.opening)")),
        ("year.FY2026.blended_cac_ratio", NA(MISSING, "there is no yearly revenue bridge of FY2026")),
        ("tier.ask.payback", "12"),
        ("return.ask.year1", "0.04"),
        ("return.ask.three_year", NA(MISSING, "revenue churn not given for FY2027")),
        ("breakeven.customers", "6"),
    ),
    "ecommerce": (
        ("year.FY2026.mer", "6"),
        ("year.FY2026.mer_breakeven", "4"),
        ("year.FY2026.roas", "4"),
        ("year.FY2026.cac", "40"),
        ("year.FY2026.payback", "8.9"),
        ("year.FY2027.churn", "0.4596"),
        ("year.FY2027.monthly_churn", "0.05"),
        ("year.FY2027.lifetime", "2.18"),
        ("year.FY2027.roas", NA(MISSING, "revenue attributed to media not given for FY2027")),
        ("return.ask.year1", "1.808"),
        ("return.ask.incremental_year1", "0.123"),
        ("arr.net_new", NO_BRIDGE_OF_A_SHOP),
        ("company.lag_quarters", "0"),
    ),
    "one-tier": (
        ("tier.ask.cac", "20000"),
        ("tier.ask.total_from_ask", "0"),
        ("step.ask.spend", NO_STEP),
        ("step.ask.payback", NO_STEP),
        ("breakeven.customers", NO_STEP),
        ("gives.room", "0"),
        ("walk_away.cac", "20000"),
    ),
    "second-currency": (
        ("issues.FAIR.spent", "43420"),
        ("issue.FAIR.eac", "63420"),
        ("issue.FAIR.overrun", "3420"),
        ("issue.FAIR.cpi", NA(MISSING, "earned value not given for Trade fair over budget")),
    ),
    "monthly-phasing": (
        ("phasing.2027-01.amount", "20000"),
        ("phasing.2027-Q1.amount", "140000"),
        ("phasing.2027-Q2.amount", "110000"),
        ("phasing.2027-Q3.amount", "110000"),
        ("phasing.2027-Q4.amount", "140000"),
        ("phasing.2027.amount", "500000"),
        ("phasing.total", "500000"),
        ("phasing.open", "0"),
    ),
    "forecast-quarters": (
        ("company.lag_quarters", "1"),
        ("quarter.2026-Q2.magic_number", "2.25"),
        ("quarter.2026-Q2.magic_number_revenue", "1.00"),
        ("quarter.2026-Q3.magic_number", "1.50"),
        ("quarter.2026-Q3.magic_number_revenue", "0.18"),
        ("quarter.2026-Q4.cac", "23000"),
        ("quarter.2026-Q3.cac_lagged", "20000"),
        ("quarter.2026-Q1.cac_lagged", NA(MISSING, "there is no cost of 1 quarter before 2026-Q1")),
    ),
    "pipeline": (
        ("pipeline.win_rate", "0.18"),
        ("pipeline.win_rate_by_value", "0.20"),
        ("pipeline.coverage", "3.5"),
        ("pipeline.coverage_required", "6.25"),
        ("pipeline.coverage_headroom", "-2.75"),
        ("pipeline.needed", "5000000"),
        ("pipeline.gap", "1500000"),
        ("pipeline.expected_customers", "10.8"),
        ("pipeline.committed_customers", "10"),
        ("pipeline.acceptance", "0.8"),
        ("pipeline.unreviewed_share", "0.2"),
        ("pipeline.cost_per_opportunity", "2000"),
        ("pipeline.velocity", "6000"),
        ("market.share_of_search", "0.20"),
        ("market.share", "0.08"),
    ),
}  # fmt: skip
CASES = [(name, key, value) for name, values in VALUES.items() for key, value in values]


def _context(name: str) -> Context:
    report = Report()
    source = read(CONTEXTS / f"{name}.yaml", report)
    assert source is not None
    context = check(source, report)
    assert list(report) == []
    assert context is not None
    return context


@pytest.fixture(scope="module")
def derived() -> dict[str, tuple[Context, Figures]]:
    """Each company with its figures."""
    found = {}
    for name in VALUES:
        context, report = _context(name), Report()
        found[name] = context, derive(context, report)
        assert list(report) == []
    return found


@pytest.mark.parametrize(("name", "key", "expected"), CASES)
def test_a_figure_of_a_company(
    derived: dict[str, tuple[Context, Figures]], name: str, key: str, expected: str | NA
) -> None:
    value = derived[name][1][key].value

    if isinstance(expected, NA) or isinstance(value, NA):
        assert value == expected
    else:
        golden = Decimal(expected)
        assert golden == value.quantize(golden, ROUND_HALF_UP)


def test_every_company_has_its_cases() -> None:
    names = {path.stem for path in CONTEXTS.glob("*.yaml")}

    assert names == {*VALUES, "second-currency-without-rate"}


def test_an_amount_in_a_currency_without_a_rate_is_refused() -> None:
    report = Report()
    source = read(CONTEXTS / "second-currency-without-rate.yaml", report)
    assert source is not None

    context = check(source, report)

    assert context is None
    [found] = report
    assert (found.code, found.message, found.hint) == (
        "GEN-006",
        "expected an amount in `USD`, found `EUR`, which has no rate",
        "add `company.fx.EUR` with rate, day and source, or convert the amount",
    )
    assert found.place is not None
    assert found.place.path == "issues.FAIR.spent"
    assert "currency: EUR" in source.lines[found.place.file][found.place.line - 1]


def test_an_amount_in_a_second_currency_prints_its_rate(
    derived: dict[str, tuple[Context, Figures]],
) -> None:
    context, figures = derived["second-currency"]
    spent = figures["issues.FAIR.spent"]

    assert spent.currency == "USD"
    assert spent.sources == ("ledger", "bank")
    assert spent.formula == "amount in EUR × rate of the day"
    text = Formats("en-US", context.meta.as_of).working(spent)
    assert text == "EUR 40,000 × 1.0855 (Nov 13, 2026) = 43,420"


def test_quarters_say_whether_they_are_closed(derived: dict[str, tuple[Context, Figures]]) -> None:
    figures = derived["forecast-quarters"][1]
    kinds = [figures[f"quarter.2026-Q{number}.magic_number"].scenario for number in (2, 3, 4)]

    assert kinds == [Scenario.ACTUAL, Scenario.FORECAST, Scenario.FORECAST]


def test_a_ratio_over_few_customers_says_how_many(derived: dict[str, tuple[Context, Figures]]) -> None:
    figures = derived["forecast-quarters"][1]

    assert figures["quarter.2026-Q1.cac"].label == "Loaded CAC, 2026-Q1, n = 9"
    assert figures["quarter.2026-Q2.cac"].label == "Loaded CAC, 2026-Q2"


def test_lagged_cac_says_whose_cost_it_is(derived: dict[str, tuple[Context, Figures]]) -> None:
    figure = derived["forecast-quarters"][1]["quarter.2026-Q3.cac_lagged"]

    assert figure.formula == "sales and marketing cost of 2026-Q2 / new customers of 2026-Q3"


def test_coverage_says_which_win_rate_it_rests_on(derived: dict[str, tuple[Context, Figures]]) -> None:
    figures = derived["pipeline"][1]

    assert figures["pipeline.coverage_required"].formula == "1 / win rate by value × (1 + slippage)"
    assert figures["market.share_of_search"].formula == "searches for the brand / (brand + Alder, Rowan)"
    assert figures["market.share"].label == "Market share, Moss removal in the Nordics, 20 to 200 staff"
