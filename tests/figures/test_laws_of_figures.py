"""What holds for every plan."""

import copy
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.figures import Figures, derive

Data = dict[str, Any]
MONEY = st.integers(0, 10**9)
PEOPLE = st.integers(0, 10**4)
FRACTION = st.decimals(0, 1, places=3, allow_nan=False)
QUIET = settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture], database=None
)


def _derived(data: Data) -> Figures:
    report = Report()
    figures = derive(Context.model_validate(data), report)
    assert list(report) == []
    return figures


@QUIET
@given(churn=FRACTION, margin=FRACTION, acv=st.integers(0, 10**6), cap=st.none() | st.integers(1, 10))
def test_a_capped_lifetime_value_is_never_above_the_uncapped_one(
    data: Data, churn: Decimal, margin: Decimal, acv: int, cap: int | None
) -> None:
    year = copy.deepcopy(data)
    year["finance"]["FY1"].update(revenue_churn=churn, gross_margin=margin, new_customer_acv=acv)
    year["finance"]["policy"] = {"ltv_lifetime_cap_years": cap}

    figures = _derived(year)

    ltv, capped = figures["year.FY1.ltv"], figures["year.FY1.ltv_capped"]
    assert ltv.is_na or capped.amount <= ltv.amount


@QUIET
@given(tiers=st.lists(st.tuples(MONEY, PEOPLE), min_size=2, max_size=5))
def test_the_steps_add_up_to_the_dearest_tier(data: Data, tiers: list[tuple[int, int]]) -> None:
    plan = copy.deepcopy(data)
    plan["budget"]["decision"]["ask_tier"] = "t0"
    plan["budget"]["lines"] = [
        {"id": "all", "name": "All", "owner": "ann", **{f"t{i}": spend for i, (spend, _) in enumerate(tiers)}}
    ]
    plan["budget"]["tiers"] = [
        {"id": f"t{i}", "label": f"T{i}", "total": spend, "new_customers": people}
        for i, (spend, people) in enumerate(tiers)
    ]

    figures = _derived(plan)

    steps = [figures[f"step.t{i}.spend"] for i in range(len(tiers))]
    spends = [spend for spend, _ in tiers]
    assert sum(step.amount for step in steps if not step.is_na) == max(spends) - min(spends)
    for i in range(len(tiers)):
        marginal, customers = figures[f"step.t{i}.marginal"], figures[f"step.t{i}.customers"]
        spend = figures[f"step.t{i}.spend"]
        assert marginal.is_na or abs(marginal.amount * customers.amount - spend.amount) < Decimal("1e-15")


@QUIET
@given(year=st.dictionaries(st.sampled_from(["revenue", "sales_cost", "new_customers"]), st.none() | MONEY))
def test_nothing_breaks_over_what_is_missing(data: Data, year: dict[str, int | None]) -> None:
    changed = copy.deepcopy(data)
    changed["finance"]["FY1"].update(year)
    changed["finance"]["FY2"].update(year)

    figures = _derived(changed)

    assert all(figure.is_na or figure.amount.is_finite() for figure in figures.values())
