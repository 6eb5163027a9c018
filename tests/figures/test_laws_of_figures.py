"""What holds for every plan."""

import copy
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.figures import Figures, derive
from alignkit.formats import shares_to_100

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


@QUIET
@given(amounts=st.tuples(MONEY, MONEY, MONEY, MONEY, MONEY, MONEY))
def test_the_bridge_of_recurring_revenue_foots(data: Data, amounts: tuple[int, ...]) -> None:
    plan = copy.deepcopy(data)
    names = ("opening", "new", "expansion", "contraction", "churned", "closing")
    plan["finance"]["arr"] = {**dict(zip(names, amounts, strict=True)), "period": "FY1"}

    figures = _derived(plan)

    opening, _, expansion, _, _, closing = amounts
    assert opening + figures["arr.net_new"].amount + figures["arr.difference"].amount == closing
    if opening:
        net, gross = figures["arr.nrr"].amount, figures["arr.grr"].amount
        assert gross <= 1
        assert abs(net - gross - Decimal(expansion) / opening) < Decimal("1e-20") * (1 + abs(net))


@QUIET
@given(budgets=st.lists(st.integers(1, 10**7), min_size=1, max_size=8))
def test_shares_of_programme_money_add_to_100(data: Data, budgets: list[int]) -> None:
    plan = copy.deepcopy(data)
    plan["initiatives"] = [_initiative(f"i{index}", budget) for index, budget in enumerate(budgets)]

    figures = _derived(plan)

    shares = [figures[f"initiative.i{index}.budget_share"].amount for index in range(len(budgets))]
    assert abs(sum(shares, Decimal(0)) - 1) < Decimal("1e-24")
    for places in (0, 1):
        rounded = shares_to_100(shares, places)
        assert isinstance(rounded, list)
        assert sum(rounded) == 100


@QUIET
@given(tiers=st.lists(st.tuples(MONEY, MONEY, PEOPLE), min_size=2, max_size=5))
def test_marginal_steps_add_up_to_the_difference_of_cheapest_and_dearest(
    data: Data, tiers: list[tuple[int, int, int]]
) -> None:
    plan = copy.deepcopy(data)
    plan["budget"]["lines"] = []
    plan["budget"]["decision"]["ask_tier"] = "t0"
    plan["budget"]["tiers"] = [
        {"id": f"t{i}", "label": f"T{i}", "total": spend, "sales_cost": sales, "new_customers": people}
        for i, (spend, sales, people) in enumerate(tiers)
    ]

    figures = _derived(plan)

    order = sorted(range(len(tiers)), key=lambda index: tiers[index][0])
    first, last = tiers[order[0]], tiers[order[-1]]
    for name, place in (("spend", 0), ("sales_cost", 1), ("customers", 2)):
        steps = [figures[f"step.t{index}.{name}"].amount for index in order[1:]]
        assert sum(steps) == last[place] - first[place]
    for index in order[1:]:
        loaded, people = figures[f"step.t{index}.marginal_loaded"], figures[f"step.t{index}.customers"].amount
        cost = figures[f"step.t{index}.spend"].amount + figures[f"step.t{index}.sales_cost"].amount
        assert loaded.is_na == (people <= 0)
        assert loaded.is_na or abs(loaded.amount * people - cost) < Decimal("1e-15")


@QUIET
@given(cuts=st.lists(st.tuples(MONEY, st.none() | PEOPLE), min_size=1, max_size=8))
def test_cuts_so_far_never_shrink(data: Data, cuts: list[tuple[int, int | None]]) -> None:
    plan = copy.deepcopy(data)
    plan["budget"]["cuts"] = [
        {"order": order, "line": "paid", "amount": amount, "customers": customers, "loses": "reach"}
        for order, (amount, customers) in enumerate(cuts, 1)
    ]

    figures = _derived(plan)

    for name in ("amount", "customers"):
        so_far = [figures[f"cut.{order}.{name}_so_far"] for order in range(1, len(cuts) + 1)]
        assert all(after.is_na or before.amount <= after.amount for before, after in pairwise(so_far))
        assert all(after.is_na for before, after in pairwise(so_far) if before.is_na)
    assert figures["cuts.total"].amount == sum(amount for amount, _ in cuts)


@QUIET
@given(monthly=st.decimals("0.0001", "0.9", places=4), yearly=st.decimals("0.0001", "0.999", places=4))
def test_churn_by_month_and_by_year_are_one(data: Data, monthly: Decimal, yearly: Decimal) -> None:
    plan = copy.deepcopy(data)
    plan["finance"]["FY1"].update(revenue_churn=None, monthly_churn=monthly)
    plan["finance"]["FY2"].update(revenue_churn=yearly)

    figures = _derived(plan)

    assert figures["year.FY1.churn"].amount <= 12 * monthly
    kept = (1 - figures["year.FY2.monthly_churn"].amount) ** 12
    assert abs(1 - kept - yearly) < Decimal("1e-20")


@QUIET
@given(phases=st.lists(st.tuples(st.integers(1, 12), MONEY), min_size=1, max_size=14))
def test_quarters_add_up_to_the_year(data: Data, phases: list[tuple[int, int]]) -> None:
    plan = copy.deepcopy(data)
    plan["budget"]["phasing"] = [
        {"line": "paid", "period": f"2027-{month:02d}", "amount": amount} for month, amount in phases
    ]

    figures = _derived(plan)

    quarters = [figures.get(f"phasing.2027-Q{number}.amount") for number in range(1, 5)]
    whole = sum(quarter.amount for quarter in quarters if quarter)
    assert whole == figures["phasing.2027.amount"].amount == figures["phasing.total"].amount
    assert figures["phasing.open"].amount == 80 - whole


def _initiative(identity: str, budget: int) -> Data:
    dates = {"start": date(2027, 1, 1), "end": date(2027, 2, 1)}
    return {"id": identity, "name": identity, "owner": "ann", "budget": budget, "status": "planned", **dates}


AMOUNT = st.none() | st.sampled_from([0, 1, 7, Decimal("0.3"), 10**14]) | MONEY
NUMBER = st.just(-5) | AMOUNT
FRACTIONS = st.none() | FRACTION
OPTIONAL: dict[str, st.SearchStrategy[Any]] = {
    "finance.FY1.revenue": AMOUNT,
    "finance.FY1.gross_margin": FRACTIONS,
    "finance.FY1.contribution_margin": FRACTIONS,
    "finance.FY1.sales_cost": AMOUNT,
    "finance.FY1.marketing_cost": AMOUNT,
    "finance.FY1.media_spend": AMOUNT,
    "finance.FY1.attributed_revenue": AMOUNT,
    "finance.FY1.new_customers": AMOUNT,
    "finance.FY1.new_customer_acv": AMOUNT,
    "finance.FY1.revenue_churn": FRACTIONS,
    "finance.FY1.monthly_churn": FRACTIONS,
    "finance.FY2.incremental_share": FRACTIONS,
    "finance.FY2.new_customer_acv": AMOUNT,
    "finance.FY2.revenue_churn": FRACTIONS,
    "company.sales_cycle_days": st.none() | st.integers(0, 800),
    "pipeline.open_due": NUMBER,
    "pipeline.remaining_target": NUMBER,
    "pipeline.opportunities": AMOUNT,
    "pipeline.won": AMOUNT,
    "pipeline.lost": AMOUNT,
    "pipeline.won_value": NUMBER,
    "pipeline.lost_value": NUMBER,
    "pipeline.slippage": FRACTIONS,
    "pipeline.accepted": AMOUNT,
    "pipeline.rejected": AMOUNT,
    "pipeline.unreviewed": AMOUNT,
    "pipeline.programme_cost": NUMBER,
}
"""Numbers that may be missing, zero or large, and below zero where that is no mistake, by their path."""


def _with(data: Data, values: dict[str, object]) -> Data:
    changed = copy.deepcopy(data)
    changed["pipeline"] = {"period": "FY2", "source": "plan"}
    changed["finance"]["quarters"] = [
        {
            "id": f"2026-Q{number}",
            "net_new_arr": number - 2,
            "sm_cost": number - 1,
            "new_customers": number % 2,
        }
        for number in range(1, 5)
    ]
    for path, value in values.items():
        *blocks, name = path.split(".")
        block = changed
        for step in blocks:
            block = block[step]
        block[name] = value
    return changed


@QUIET
@given(values=st.fixed_dictionaries(OPTIONAL), gone=st.sets(st.sampled_from(sorted(OPTIONAL)), max_size=4))
def test_what_is_missing_never_turns_into_a_number(
    data: Data, values: dict[str, object], gone: set[str]
) -> None:
    """Everything is finite, nothing is computed of what is not there, and taking inputs away invents nothing."""
    figures = derive(Context.model_validate(_with(data, values)), Report())
    fewer = derive(Context.model_validate(_with(data, {**values, **dict.fromkeys(gone)})), Report())

    for found in (figures, fewer):
        assert [
            key for key, figure in found.items() if not figure.is_na and not figure.amount.is_finite()
        ] == []
        assert list(_computed_of_nothing(found)) == []
    appeared = {key for key, figure in fewer.items() if not figure.is_na and figures[key].is_na}
    assert {key for key in appeared if not _may_fall_back(key, gone)} == set()


def _computed_of_nothing(figures: Figures) -> Iterator[str]:
    return (key for key, figure in figures.items() if not figure.is_na and "n/a" in figure.working)


def _may_fall_back(key: str, gone: set[str]) -> bool:
    """Whether a figure has a second way to be computed, taken when the first input is not written at all.

    Churn comes from the other churn, lifetime value from the cap, required coverage from the rate by count.
    """
    churn = {path for path in gone if path.endswith("_churn")}
    value = {path for path in gone if path.endswith(("won_value", "lost_value", "slippage"))}
    return bool(
        churn and key.startswith(("year.", "tier.", "ask.", "walk_away.", "return.", "downside."))
    ) or bool(value and key.startswith("pipeline."))
