"""What rules of the context must find, and what they must leave alone; quiet cases first in each rule."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from clause_cases import CLAUSE_CASES
from kickoff_cases import KICKOFF_CASES
from lint_subjects import GONE, Case, Changes
from review_cases import REVIEW_CASES
from stakeholder_cases import STAKEHOLDER_CASES


def kpi(identity: str, name: str, **fields: Any) -> dict[str, Any]:
    """A KPI with what it must have."""
    needed = {
        "id": identity, "name": name, "unit": "count", "direction": "up", "owner": "marek", "source": "crm",
        "baseline": Decimal(1), "target": Decimal(2), "objective": "M1",
    }  # fmt: skip
    return needed | fields


def excepting(code: str) -> Changes:
    """An exception that holds."""
    entry = {"id": code, "reason": "agreed", "until": date(2026, 12, 31)}
    return {"meta.lint_ignore": [entry]}


NO_BUDGET = {"budget": GONE, "initiatives": [], "kickoff": GONE, "drift": GONE}
TEAM = {"id": "mkt", "name": "Marketing team", "role": "Team", "audience": "team"}

CONTEXT_CASES: tuple[Case, ...] = (
    Case("decision_is_named"),
    Case("decision_is_named", {"issues.ISS1.recommend": GONE, "issues.ISS1.severity": "inform"}),
    Case(
        "decision_is_named",
        {"issues.ISS1.recommend": GONE},
        "the issue `ISS1` asks for a decision and recommends none",
        "issues.ISS1",
    ),
    Case(
        "decision_is_named",
        NO_BUDGET,
        "expected `budget.decision` with `from`, `by` and `ask_tier`, found no budget",
        "budget",
    ),
    Case("decide_by_is_sensible"),
    Case(
        "decide_by_is_sensible", {"budget.decision.meeting": GONE, "budget.decision.by": date(2026, 11, 20)}
    ),
    Case(
        "decide_by_is_sensible",
        {
            "budget.decision.by": date(2026, 11, 2),
            "decisions": [
                {
                    "id": "DEC-BUDGET27",
                    "text": "Budget",
                    "from": "daniel",
                    "by": date(2026, 11, 2),
                    "made_on": date(2026, 11, 2),
                }
            ],
        },
    ),
    Case(
        "decide_by_is_sensible",
        {"budget.decision.by": date(2026, 11, 19), "budget.decision.meeting": GONE},
        "the last day to decide, `2026-11-19`, is before 2026-11-20, the day of this context",
        "budget.decision.by",
    ),
    Case(
        "decide_by_is_sensible",
        {"issues.ISS1.decide_by": date(2026, 11, 28)},
        "the last day to decide, `2026-11-28`, is a Saturday",
        "issues.ISS1.decide_by",
    ),
    Case(
        "decide_by_is_sensible",
        {"budget.decision.meeting": date(2026, 12, 10)},
        "the last day to decide, `2026-12-11`, is less than 2 working days after the meeting on 2026-12-10",
        "budget.decision.by",
    ),
    Case("decider_is_prepared"),
    Case("decider_is_prepared", {"milestones": [], "stakeholders.daniel.last_contact": date(2026, 11, 20)}),
    Case(
        "decider_is_prepared",
        {"milestones": []},
        "nobody prepares `daniel` in the 14 days before 2026-12-04",
        "stakeholders.daniel.last_contact",
    ),
    Case("owner_is_a_person"),
    Case("owner_is_a_person", {"stakeholders[+]": TEAM}),
    Case("owner_is_a_person", {"stakeholders.marek.name": "Marek Unitas"}),
    Case(
        "owner_is_a_person",
        {"stakeholders[+]": TEAM, "kpis.grr.owner": "mkt"},
        "expected one person as owner, found `mkt`, which is `Marketing team`",
        "kpis.grr.owner",
    ),
    Case("source_is_of_today"),
    Case("source_is_of_today", {"sources.gl.as_of": date(2026, 11, 20)}),
    Case(
        "source_is_of_today",
        {"sources.gl.as_of": date(2027, 2, 1)},
        "the source `gl` is of 2027-02-01, after 2026-11-20, the day of this context",
        "sources.gl.as_of",
    ),
    Case(
        "source_is_of_today",
        {"sources.bmkit26.year": 2027},
        "the source `bmkit26` is of 2027, after 2026-11-20, the day of this context",
        "sources.bmkit26.year",
    ),
    Case("somebody_listens", kind="budget-script"),
    Case("somebody_listens", kind="budget-script", audience="cro"),
    Case("somebody_listens", kind="budget-script", audience="peer"),
    Case("somebody_listens", kind="budget-deck", audience="board"),
    Case(
        "somebody_listens",
        kind="budget-script",
        audience="hr",
        message="expected somebody with the audience `hr`, found nobody: the talk speaks to `daniel`, who decides",
        path="stakeholders",
    ),
    Case("plan_follows_the_current_period"),
    Case("plan_follows_the_current_period", {"periods": GONE}),
    Case("plan_follows_the_current_period", {"periods.plan.start": date(2026, 7, 1)}),
    Case("plan_follows_the_current_period", {"periods.plan.start": date(2027, 1, 4)}),
    Case(
        "plan_follows_the_current_period",
        {"periods.plan.start": date(2025, 1, 1)},
        "`FY2027` starts on 2025-01-01, before `FY2026`, the period that runs, starts on 2026-01-01",
        "periods.plan.start",
    ),
    Case(
        "plan_follows_the_current_period",
        {"periods.plan.start": date(2027, 3, 1)},
        "`FY2027` starts on 2027-03-01, and `FY2026` ends on 2026-12-31: the days between belong to none",
        "periods.plan.start",
    ),
    Case("fiscal_year_begins_with_its_periods"),
    Case("fiscal_year_begins_with_its_periods", {"company.fiscal_year_start": GONE}),
    Case(
        "fiscal_year_begins_with_its_periods",
        {"periods.plan.start": date(2026, 12, 28), "periods.plan.end": date(2028, 1, 2)},
    ),
    Case(
        "fiscal_year_begins_with_its_periods",
        {"periods.plan.start": date(2027, 7, 1), "periods.plan.end": date(2027, 12, 31)},
    ),
    Case(
        "fiscal_year_begins_with_its_periods",
        {"company.fiscal_year_start": 4},
        "`FY2026` starts on 2026-01-01, and `fiscal_year_start` is 4",
        "company.fiscal_year_start",
    ),
    Case("benchmark_is_sound"),
    Case(
        "benchmark_is_sound",
        {"benchmarks.cac_payback_months.statistic": GONE},
        "the benchmark `cac_payback_months` does not say whether it is a mean, median or quartile",
        "benchmarks.cac_payback_months",
    ),
    Case(
        "benchmark_is_sound",
        {"sources.bmkit26.year": 2023},
        "the benchmark `cac_payback_months` is older than 24 months: its source is of 2023",
        "benchmarks.cac_payback_months",
    ),
    Case("decision_is_one"),
    Case(
        "decision_is_one",
        {"decisions": [{"id": "DEC-BUDGET27", "text": "Budget", "from": "daniel", "by": date(2026, 12, 18)}]},
        "`DEC-BUDGET27` is to be decided by 2026-12-11 in the budget and by 2026-12-18 here",
        "decisions.DEC-BUDGET27.by",
    ),
    Case(
        "decision_is_one",
        {"stakeholders.marta.decides": ["DEC-BUDGET27"]},
        "`DEC-BUDGET27` is decided by `daniel` in the budget and by `marta` here",
        "stakeholders.marta.decides",
    ),
    Case("expired_exceptions"),
    Case(
        "expired_exceptions",
        {"meta.lint_ignore": [{"id": "BUD-018", "reason": "agreed", "until": date(2026, 11, 20)}]},
    ),
    Case(
        "expired_exceptions",
        {"meta.lint_ignore": [{"id": "BUD-018", "reason": "agreed", "until": date(2026, 11, 19)}]},
        "the exception for `BUD-018` ended on 2026-11-19",
        "meta.lint_ignore.BUD-018.until",
    ),
    Case("exceptions_name_a_rule", excepting("GEN-014")),
    Case("exceptions_name_a_rule", excepting("THEME-010")),
    Case(
        "exceptions_name_a_rule",
        excepting("BUD-16"),
        "there is no rule `BUD-16`; the exception silences nothing",
        "meta.lint_ignore.BUD-16.id",
    ),
    Case("margin_is_given"),
    Case(
        "margin_is_given",
        {"finance.FY2027.gross_margin": GONE, "finance.FY2027.cost_of_revenue": 6_600_000},
    ),
    Case(
        "margin_is_given",
        {"finance.FY2027.gross_margin": GONE},
        "`finance.FY2027` has no `gross_margin`, so neither payback nor LTV nor ROI can be computed",
        "finance.FY2027",
    ),
    Case("periods_agree"),
    Case(
        "periods_agree",
        {"finance.quarters[1].id": "2026-Q4"},
        "expected the quarter after `2026-Q1`, found `2026-Q4`",
        "finance.quarters.2026-Q4.id",
    ),
    Case(
        "periods_agree",
        {"finance.FY2026": GONE},
        "the ARR bridge is of `FY2026`, for which `finance` has no costs",
        "finance.arr.period",
    ),
    Case("churn_is_compounded"),
    Case(
        "churn_is_compounded",
        {
            "kpis[+]": kpi("churn_m", "Monthly churn", unit="ratio", actual=Decimal("0.03")),
            "finance.FY2026.revenue_churn": Decimal("0.306"),
        },
    ),
    Case(
        "churn_is_compounded",
        {
            "kpis[+]": kpi("churn_m", "Monthly churn", unit="ratio", actual=Decimal("0.03")),
            "finance.FY2026.revenue_churn": Decimal("0.36"),
        },
        "the yearly churn 36.0% is 12 times `churn_m`",
        "finance.FY2026.revenue_churn",
    ),
    Case("magic_number_is_not_annualised"),
    Case(
        "magic_number_is_not_annualised",
        {"kpis[+]": kpi("magic", "Magic number", unit="times", formula="revenue gain x 4 / S&M cost")},
    ),
    Case(
        "magic_number_is_not_annualised",
        {"kpis[+]": kpi("magic", "Magic number", unit="times", formula="net new ARR x 4 / S&M cost")},
        "`magic` multiplies net new ARR by 4, although ARR is yearly already",
        "kpis.magic.formula",
    ),
    Case("arr_bridge_foots"),
    Case(
        "arr_bridge_foots",
        {"finance.arr.closing": 26800000},
        "expected closing ARR of $26,820,000, found $26,800,000",
        "finance.arr.closing",
    ),
    Case("roas_is_not_roi"),
    Case(
        "roas_is_not_roi",
        {"kpis[+]": kpi("roi", "Programme ROI", formula="(margin - full cost) / full cost")},
    ),
    Case(
        "roas_is_not_roi",
        {"kpis[+]": kpi("roi", "Programme ROI", formula="revenue / ad spend")},
        "`roi` is called ROI and computed from media spend alone, which is ROAS",
        "kpis.roi.name",
    ),
    Case("cost_is_loaded"),
    Case(
        "cost_is_loaded",
        {"finance.FY2026.cost_scope": "media"},
        "`finance.FY2026` has `media` cost only, so its cost per customer is no CAC",
        "finance.FY2026.cost_scope",
    ),
    Case("denominator_is_large_enough"),
    Case(
        "denominator_is_large_enough",
        {"finance.FY2026.new_customers": 9},
        "CAC rests on 9 customers, fewer than 10",
        "finance.FY2026.new_customers",
    ),
    Case("flow_is_compared_to_date"),
    Case("flow_is_compared_to_date", {"kpis.grr.target_to_date": GONE}),
    Case(
        "flow_is_compared_to_date",
        {"kpis.new_arr.target_to_date": GONE},
        "`new_arr` adds up over the year and has no target for 2026-11-18",
        "kpis.new_arr.target_to_date",
    ),
    Case("lines_add_up"),
    Case(
        "lines_add_up",
        {"budget.tiers.ask.total": 2890000},
        "the lines of `ask` add up to $2,880,000, its total is $2,890,000; the difference is $10,000",
        "budget.tiers.ask.total",
    ),
    Case("initiatives_add_up"),
    Case("initiatives_add_up", {"initiatives": [], "kickoff": GONE}),
    Case(
        "initiatives_add_up",
        {"initiatives.OPS.budget": 100000},
        "initiatives ($1,690,000), people ($1,200,000) and unallocated money ($0) make $2,890,000,"
        " the ask is $2,880,000",
        "budget.tiers.ask.total",
    ),
    Case("little_is_unallocated", {"budget.unallocated": 288000}),
    Case(
        "little_is_unallocated",
        {"budget.unallocated": 432000},
        "15.0% of the ask is not allocated to any work, more than 10%",
        "budget.unallocated",
    ),
    Case("line_is_backed"),
    Case(
        "line_is_backed",
        {"budget.lines.events.evidence": " "},
        "the line `events` has no `evidence`",
        "budget.lines.events",
    ),
    Case("change_has_a_reason"),
    Case("change_has_a_reason", {"budget.lines.brand.why": "", "budget.lines.brand.evidence": "Plan of BRD"}),
    Case(
        "change_has_a_reason",
        {"budget.lines.agency.why": ""},
        "`agency` asks for $40,000 more than before and does not say why",
        "budget.lines.agency",
    ),
    Case("ask_is_complete"),
    Case(
        "ask_is_complete",
        {"budget.tiers.ask.total": 0},
        "expected an amount to ask for, found $0",
        "budget.tiers.ask.total",
    ),
    Case(
        "ask_is_complete",
        {"budget.decision.ask_tier": "dream"},
        "expected `ask_tier` to be a tier, found `dream`",
        "budget.decision.ask_tier",
    ),
    Case("tiers_offer_a_choice"),
    Case("tiers_offer_a_choice", {"budget.tiers.stretch": GONE}),
    Case(
        "tiers_offer_a_choice",
        {"budget.tiers.stretch": GONE, "budget.tiers.reduced": GONE},
        "expected at least 3 tiers, found 2",
        "budget.tiers",
    ),
    Case(
        "tiers_offer_a_choice",
        {"budget.decision.ask_tier": "reduced"},
        "no tier costs less than the ask of $2,040,000",
        "budget.tiers",
    ),
    Case("bad_year_is_told", {"budget.drivers": []}),
    Case("bad_year_is_told", {"budget.downside": GONE}),
    Case(
        "bad_year_is_told",
        {"budget.downside": GONE, "budget.drivers": []},
        "the budget has neither a `downside` nor a driver whose `low` is below its `base`",
        "budget",
    ),
    Case(
        "bad_year_is_told",
        {"budget.downside.opportunities": 490, "budget.downside.acv": 40000},
        "the bad year wins 190 customers (490 opportunities × 20% = 98 of marketing and the 92 of `ask` that"
        " marketing does not source), no fewer than `ask`, and brings $7.6M a year, no less than `ask`",
        "budget.downside",
    ),
    Case(
        "bad_year_is_told",
        {"budget.downside.opportunities": 490, "budget.downside.acv": 39999},
        "the bad year wins 190 customers (490 opportunities × 20% = 98 of marketing and the 92 of `ask` that"
        " marketing does not source), no fewer than `ask`",
        "budget.downside",
    ),
    Case(
        "bad_year_is_told",
        {"budget.downside.acv": 80000},
        "the bad year brings $13.12M a year, no less than `ask`",
        "budget.downside",
    ),
    Case(
        "bad_year_is_told",
        {"budget.tiers.ask.new_customers": 0, "budget.tiers.ask.mkt_customers": 0},
        "the bad year wins 72 customers (360 opportunities × 20% = 72 of marketing), no fewer than `ask`,"
        " whose `new_customers` and `mkt_customers` are 0",
        "budget.tiers.ask.new_customers",
    ),
    Case("dearer_tiers_bring_more"),
    Case(
        "dearer_tiers_bring_more",
        {"budget.tiers.stretch.new_customers": 190, "budget.tiers.stretch.why": "It is a test"},
    ),
    Case(
        "dearer_tiers_bring_more",
        {"budget.tiers.stretch.new_customers": 190},
        "`stretch` costs more than `ask` and brings no more customers",
        "budget.tiers.stretch.new_customers",
    ),
    Case(
        "dearer_tiers_bring_more",
        {"budget.tiers.ask.new_customers": 200, "budget.tiers.stretch.new_customers": 210},
        "an extra customer costs $16,000 in the step to `ask`, less than the $22,500 of the step before it",
        "budget.tiers.ask.new_customers",
    ),
    Case("cuts_reach_the_base"),
    Case(
        "cuts_reach_the_base",
        {"budget.cuts[6].amount": 60000},
        "expected cuts of at least $480,000 to lead back to `base`, this year's level, found $470,000",
        "budget.cuts",
    ),
    Case(
        "cuts_reach_the_base",
        {"budget.cuts[6].order": 6},
        "two cuts have the order 6",
        "budget.cuts[6].order",
    ),
    Case(
        "cuts_reach_the_base",
        {"budget.cuts[0].loses": ""},
        "the cut 1 does not say what is lost",
        "budget.cuts[0].loses",
    ),
    Case("cuts_lose_what_tiers_do"),
    Case("cuts_lose_what_tiers_do", {"budget.cuts[6].customers": GONE}),
    Case("cuts_lose_what_tiers_do", {"budget.cuts[6].customers": Decimal(7), "budget.cuts[6].amount": 60000}),
    Case(
        "cuts_lose_what_tiers_do",
        {"budget.cuts[0].customers": Decimal(9)},
        "the cuts up to 7 save what leads to `base`; customers they lose: 29, customers this tier plans fewer: 20",
        "budget.cuts",
    ),
    Case("customers_are_whole"),
    Case("customers_are_whole", {"budget.tiers.ask.new_customers": Decimal("190.0")}),
    Case(
        "customers_are_whole",
        {"budget.tiers.ask.new_customers": Decimal("190.5")},
        "`ask` plans 190.5 for `new_customers`, and customers come whole",
        "budget.tiers.ask.new_customers",
    ),
    Case("cuts_spare_the_committed"),
    Case(
        "cuts_spare_the_committed",
        {"budget.cuts[0].amount": 60000},
        "the cuts take $60,000 from `martech`, of which only $50,000 is not committed",
        "budget.cuts[0].amount",
    ),
    Case("cuts_are_ranked"),
    Case("cuts_are_ranked", {"budget.cuts[3].amount": 150000, "budget.cuts[3].why": "Contract ends first"}),
    Case("cuts_are_ranked", {"budget.cuts[6].amount": 80000}),
    Case(
        "cuts_are_ranked",
        {"budget.cuts[3].amount": 150000},
        "the cut 4 saves $75,000 per customer lost, more than the $50,000 of the cut 3 before it",
        "budget.cuts[3].order",
    ),
    Case(
        "cuts_are_ranked",
        {"budget.cuts[3].customers": 0},
        "the cut 4 saves money at no loss, more than the $50,000 of the cut 3 before it",
        "budget.cuts[3].order",
    ),
    Case("committed_fits"),
    Case("committed_fits", {"budget.gates.G2.release": 710000}),
    Case(
        "committed_fits",
        {"budget.gates.G2.release": 720000},
        "the gates hold back $1,440,000, but only $1,430,000 of the ask is not committed",
        "budget.gates",
    ),
    Case(
        "committed_fits",
        {"budget.lines.brand.committed": 170000, "budget.gates": []},
        "`brand` has $170,000 committed, more than the $160,000 asked for",
        "budget.lines.brand.committed",
    ),
    Case("tiers_keep_policy", {"finance.policy.payback_ceiling_months": 20}),
    Case(
        "tiers_keep_policy",
        {f"budget.tiers.{tier}.exception": "Shown to compare" for tier in ("reduced", "base", "stretch")},
    ),
    Case(
        "tiers_keep_policy",
        {"finance.policy.payback_ceiling_months": 19},
        "`reduced` has a payback of 19.3 months above the ceiling of 19 months",
        "budget.tiers.reduced",
    ),
    Case(
        "tiers_keep_policy",
        {"finance.policy.payback_ceiling_months": Decimal("19.5")},
        "the step to `stretch` has a payback of 19.6 months above the ceiling of 19.5 months",
        "budget.tiers.stretch",
    ),
    Case("bad_year_has_an_answer"),
    Case(
        "bad_year_has_an_answer", {"budget.gates": [], "budget.cuts": [], "budget.downside.response": "Hold"}
    ),
    Case(
        "bad_year_has_an_answer",
        {"budget.gates": [], "budget.cuts": []},
        "the bad year has a payback of 21.2 months above the ceiling of 18 months and capped LTV:CAC of 2.83x"
        " below the floor of 3x, and nothing answers it",
        "budget.downside",
    ),
    Case("outcome_is_no_vanity"),
    Case(
        "outcome_is_no_vanity",
        {"kpis[+]": kpi("impressions", "Impressions", tier="diagnostic", leads_to="share_of_search")},
    ),
    Case("outcome_is_no_vanity", {"kpis[+]": kpi("cpc", "Cost per click", unit="money")}),
    Case("outcome_is_no_vanity", {"kpis[+]": kpi("mqls", "MQLs")}),
    Case(
        "outcome_is_no_vanity",
        {"kpis[+]": kpi("impressions", "Impressions")},
        "`impressions` counts attention and is used as a KPI of its own",
        "kpis.impressions",
    ),
    Case(
        "outcome_is_no_vanity",
        {
            "kpis[+]": kpi("page_views", "Page views", tier="diagnostic", leads_to="share_of_search"),
            "objectives.M1.metric": "page_views",
        },
        "`page_views` counts attention and is used as the metric of `M1`",
        "kpis.page_views",
    ),
    Case("attribution_stays_whole"),
    Case(
        "attribution_stays_whole",
        {"budget.tiers.base.mkt_customers": 171},
        "marketing sources 171 of 170 customers in `base`",
        "budget.tiers.base.mkt_customers",
    ),
    Case(
        "attribution_stays_whole",
        {"initiatives.REF.customers": 16},
        "the initiatives bring 106 customers, `ask` has 98 sourced by marketing",
        "budget.tiers.ask.mkt_customers",
    ),
    Case(
        "attribution_stays_whole",
        {"kpis.mkt_pipeline.formula": "sourced + influenced pipeline"},
        "`mkt_pipeline` adds influenced to sourced",
        "kpis.mkt_pipeline.formula",
    ),
    Case(
        "attribution_stays_whole",
        {
            "kpis": [
                kpi(
                    "m", "Marketing-sourced share", unit="ratio", actual=Decimal("0.7"), target=Decimal("0.5")
                ),
                kpi("s", "Sales-sourced share", unit="ratio", actual=Decimal("0.4"), target=Decimal("0.5")),
            ],
            "kickoff": GONE,
            "gaps": [],
        },
        "the sourced shares add up to 110.0% (actual)",
        "kpis.s.actual",
    ),
    Case("win_rate_was_seen"),
    Case("win_rate_was_seen", {"initiatives.REF.win_rate": Decimal("0.6")}),
    Case(
        "win_rate_was_seen",
        {"budget.drivers.win_rate.base": Decimal("0.30")},
        "the planned win rate, 30.0%, is more than 1.25 times the best reached, 23.5%",
        "budget.drivers.win_rate.base",
    ),
    Case("customers_come_in_time"),
    Case(
        "customers_come_in_time",
        {"initiatives.REF.start": date(2027, 10, 1)},
        "`REF` starts on 2027-10-01; after 120 days of sales cycle its first customer comes on 2028-01-29,"
        " after 2027-12-31",
        "initiatives.REF.customers",
    ),
    Case("phasing_adds_up"),
    Case(
        "phasing_adds_up",
        {"budget.phasing": [{"line": "brand", "period": "2027-Q1", "amount": 160000}]},
    ),
    Case(
        "phasing_adds_up",
        {"budget.phasing": [{"line": "brand", "period": "2027-Q1", "amount": 150000}]},
        "the phases of `brand` add up to $150,000, the line is $160,000",
        "budget.lines.brand.ask",
    ),
    Case(
        "phasing_adds_up",
        {"budget.headcount[0].start": date(2027, 1, 1)},
        "the roles of `ask` cost $180,000 from their start on, `people` grows by $150,000 over `base`",
        "budget.lines.people.ask",
    ),
    Case("last_year_is_reckoned"),
    Case("last_year_is_reckoned", {"finance.last_plan.note": ""}),
    Case(
        "last_year_is_reckoned",
        {"finance.last_plan.note": "", "finance.last_plan.actual_customers": 124},
        "last year's customers missed the plan by 20.0%, and `note` does not say why",
        "finance.last_plan.note",
    ),
    Case(
        "last_year_is_reckoned",
        {"finance.last_plan": GONE},
        "`finance.last_plan` is missing; the first question is what became of last year's money",
        "finance",
    ),
    Case("last_year_is_one"),
    Case("last_year_is_one", {"finance.last_plan": GONE}),
    Case("last_year_is_one", {"finance.FY2026.new_customers": GONE, "finance.FY2026.marketing_cost": GONE}),
    Case(
        "last_year_is_one",
        {"finance.last_plan.actual_spend": 2420000, "finance.policy.materiality": 20001},
    ),
    Case(
        "last_year_is_one",
        {"finance.last_plan.actual_spend": 1800000, "finance.FY2026.cost_scope": "programme"},
    ),
    Case(
        "last_year_is_one",
        {"finance.last_plan.actual_spend": 2420000, "finance.policy.materiality": 20000},
        "`finance.last_plan.actual_spend` is $2,420,000, `finance.FY2026.marketing_cost` is $2,400,000;"
        " the difference is $20,000",
        "finance.last_plan.actual_spend",
    ),
    Case(
        "last_year_is_one",
        {"finance.FY2026.new_customers": 160},
        "`finance.last_plan.actual_customers` is 150, `finance.FY2026.new_customers` is 160;"
        " the difference is 10",
        "finance.last_plan.actual_customers",
    ),
    Case("spend_grows_with_revenue"),
    Case("spend_grows_with_revenue", {"budget.tiers.ask.revenue": 28000000, "budget.tiers.ask.why": "Entry"}),
    Case(
        "spend_grows_with_revenue",
        {"budget.tiers.ask.revenue": 27600000},
        "spend grows by 20.0%, planned revenue by 15.0%",
        "budget.tiers.ask.total",
    ),
    Case("enabler_says_for_what"),
    Case(
        "enabler_says_for_what",
        {"initiatives.OPS.enabler_for": []},
        "`OPS` brings no customers and has neither `leading_kpi` nor `enabler_for`",
        "initiatives.OPS",
    ),
    Case("spend_serves_objectives"),
    Case(
        "spend_serves_objectives",
        {"initiatives.OPS.objective": GONE},
        "5.4% of programme money serves no objective, more than 2%: `OPS`",
        "initiatives.OPS",
    ),
    Case("tier_revenue_follows", {"budget.in_year_factor": Decimal("0.5")}),
    Case(
        "tier_revenue_follows",
        {"budget.in_year_factor": Decimal("0.5"), "budget.tiers.ask.revenue": 31000000},
        "expected revenue of about $30,000,000 for `ask`, found $31,000,000",
        "budget.tiers.ask.revenue",
    ),
    Case("gate_can_be_tested"),
    Case("gate_can_be_tested", {"budget.gates.G1.test": "mkt_pipeline >= 3900000"}),
    Case(
        "gate_can_be_tested",
        {"budget.gates.G1.test": "pipeline looks healthy"},
        "the test of the gate `G1` lacks the id of a KPI, a comparison and a number",
        "budget.gates.G1.test",
    ),
    Case("gate_comes_in_time"),
    Case("gate_comes_in_time", {"budget.gates.G1.date": date(2027, 12, 31)}),
    Case("gate_comes_in_time", {"budget.gates.G1.date": date(2028, 1, 3), "periods": GONE}),
    Case("gate_comes_in_time", {"budget.gates.G1.date": date(2026, 11, 20)}),
    Case(
        "gate_comes_in_time",
        {"budget.gates.G1.date": date(2026, 11, 19)},
        "the gate `G1` is tested on 2026-11-19, before 2026-11-20, the day of this context",
        "budget.gates.G1.date",
    ),
    Case(
        "gate_comes_in_time",
        {"budget.gates.G1.date": date(2028, 1, 3)},
        "the gate `G1` is tested on 2028-01-03, after `FY2027` ends on 2027-12-31",
        "budget.gates.G1.date",
    ),
    Case("phases_lie_in_the_year"),
    Case(
        "phases_lie_in_the_year",
        {
            "budget.phasing": [
                {"line": "brand", "period": period, "amount": 1}
                for period in ("2027-01", "2027-12", "2027-Q4", "2027", "FY2027", "Q1 FY2027", "autumn 2031")
            ]
        },
    ),
    *(
        Case(
            "phases_lie_in_the_year",
            {"budget.phasing": [{"line": "brand", "period": period, "amount": 1} for _ in range(2)]},
            f"the phasing has money in `{period}`, which {outside}",
            "budget.phasing[0].period",
        )
        for period, outside in (
            ("2026-02", "ends on 2026-02-28, before `FY2027` starts on 2027-01-01"),
            ("2026-Q4", "ends on 2026-12-31, before `FY2027` starts on 2027-01-01"),
            ("2028", "starts on 2028-01-01, after `FY2027` ends on 2027-12-31"),
            ("Q2 FY2026", "ends on 2026-12-31, before `FY2027` starts on 2027-01-01"),
        )
    ),
    Case("phases_lie_in_the_year", {"periods": GONE}),
    Case("phases_do_not_overlap"),
    *(
        Case(
            "phases_do_not_overlap",
            {"budget.phasing": [{"line": "brand", "period": period, "amount": 1} for period in named]},
            f"the phasing has money in {told} within it" if told else "",
            "budget.phasing[1].period" if told else "",
        )
        for named, told in (
            (("2027-01", "2027-02", "2027-Q2", "FY2027", "Q1 FY2027", "2027-01"), ""),
            (("2027-01", "2027-Q1", "2027-Q2", "2027-Q1"), "`2027-Q1` and in `2027-01`"),
            (("2027-Q1", "2027", "2027-Q4"), "`2027` and in `2027-Q1` and `2027-Q4`"),
        )
    ),
    Case("roles_start_in_the_year"),
    Case("roles_start_in_the_year", {"budget.headcount[0].start": date(2025, 5, 1)}),
    Case(
        "roles_start_in_the_year",
        {"budget.headcount[0].start": date(2029, 5, 1)},
        "the role `Enterprise marketer` starts on 2029-05-01, after `FY2027` ends on 2027-12-31",
        "budget.headcount[0].start",
    ),
    Case("cut_holds_in_the_year"),
    Case("cut_holds_in_the_year", {"budget.announced_cut.on": date(2027, 12, 31)}),
    Case(
        "cut_holds_in_the_year",
        {"budget.announced_cut.on": date(2029, 7, 1)},
        "the announced cut holds from 2029-07-01, after `FY2027` ends on 2027-12-31",
        "budget.announced_cut.on",
    ),
    Case("failed_gate_frees_its_money", {"budget.gates.G1.else": "", "budget.gates.G2.else": "Plan again"}),
    Case(
        "failed_gate_frees_its_money",
        {
            "budget.gates.G1.else": "Stay at the level of Hold flat",
            "budget.gates.G1.release": 480000,
            "budget.gates.G2.else": "Apply cuts 1 to 3 and 4",
            "budget.gates.G2.release": 170000,
        },
    ),
    Case(
        "failed_gate_frees_its_money",
        {
            "budget.gates.G1.else": "Back to Hold flat; the other 240,000 moves into FY2028",
            "budget.gates.G2.else": "Apply cuts 1 to 4; the other $490,000 is not spent",
        },
    ),
    Case(
        "failed_gate_frees_its_money", {"budget.gates.G1.else": "", "budget.gates.G2.else": "Ask for cut 99"}
    ),
    Case(
        "failed_gate_frees_its_money",
        {},
        "the gate `G1` holds back $720,000, and its `else` takes $480,000 (the level of Hold flat)",
        "budget.gates.G1.else",
    ),
    Case(
        "failed_gate_frees_its_money",
        {},
        "the gate `G2` holds back $660,000, and its `else` takes $170,000 (cuts 1 to 4)",
        "budget.gates.G2.else",
    ),
    Case("drivers_make_the_ask"),
    Case("drivers_make_the_ask", {"budget.drivers[0].base": 430}),
    Case("drivers_make_the_ask", {"budget.drivers": []}),
    Case(
        "drivers_make_the_ask",
        {"budget.tiers.ask.mkt_customers": 0, "budget.drivers[1].base": 0},
    ),
    Case(
        "drivers_make_the_ask",
        {"budget.tiers.ask.mkt_customers": 0},
        "the drivers at `base` bring $3,919,800 a year, the ask counts on $0 (0 customers of marketing)",
        "budget.drivers",
    ),
    Case(
        "drivers_make_the_ask",
        {"budget.drivers[0].base": 440},
        "the drivers at `base` bring $4,136,000 a year, the ask counts on $3,920,000 (98 customers of marketing)",
        "budget.drivers",
    ),
    Case("tier_can_be_reached"),
    Case(
        "tier_can_be_reached",
        {"budget.tiers.reduced.total": 1400000},
        "`reduced` costs $1,400,000, less than the $1,450,000 that is committed",
        "budget.tiers.reduced.total",
    ),
    Case("role_is_described"),
    Case(
        "role_is_described",
        {"budget.headcount[1].unlocks": ""},
        "the role `Marketing analyst` lacks `unlocks`",
        "budget.headcount[1]",
    ),
    Case("walk_away_is_known"),
    Case("walk_away_is_known", {"budget.decision.walk_away": "base"}),
    Case(
        "walk_away_is_known",
        {"budget.decision.walk_away": "stretch"},
        "the walk-away tier `stretch` costs $3,240,000, more than the ask of $2,880,000",
        "budget.decision.walk_away",
    ),
    Case(
        "walk_away_is_known",
        {"budget.decision.ask_tier": "reduced", "budget.decision.walk_away": GONE},
        "there is no walk-away: no tier below the ask covers what is committed",
        "budget.decision",
    ),
    Case("give_has_a_get", {"budget.gives": [{"give": "Second agency", "get": "A decision by Friday"}]}),
    Case(
        "give_has_a_get",
        {"budget.gives": [{"give": "Second agency", "get": ""}]},
        "`Second agency` is given for nothing",
        "budget.gives[0]",
    ),
    Case("overrun_has_its_amounts"),
    Case("overrun_has_its_amounts", {"issues.ISS1.type": "slip", "issues.ISS1.spent": GONE}),
    Case(
        "overrun_has_its_amounts",
        {"issues.ISS1.spent": GONE, "issues.ISS1.approved": GONE},
        "the overrun `ISS1` lacks `approved` and `spent`",
        "issues.ISS1",
    ),
    Case("cause_is_a_fact"),
    Case("cause_is_a_fact", {"issues.ISS1.cause": "Sales dropped in May and it took two weeks to see"}),
    Case("cause_is_a_fact", {"issues.ISS1.cause": "The product failed two load tests after legal changes"}),
    Case("cause_is_a_fact", {"issues.ISS1.cause": "Marketing costs rose with auction prices"}),
    Case(
        "cause_is_a_fact",
        {"issues.ISS1.cause": ""},
        "the issue `ISS1` has no cause",
        "issues.ISS1.cause",
    ),
    Case(
        "cause_is_a_fact",
        {"issues.ISS1.cause": "Tomas changed the scope after approval"},
        "the cause names `Tomas`",
        "issues.ISS1.cause",
    ),
    Case(
        "cause_is_a_fact",
        {"issues.ISS1.cause": "The finance team approved the scope too late"},
        "the cause makes `The finance team` the one who acts",
        "issues.ISS1.cause",
    ),
    Case(
        "cause_is_a_fact",
        {"issues.ISS1.cause": "The launch slipped because sales did not sign the list"},
        "the cause makes `sales` the one who acts",
        "issues.ISS1.cause",
    ),
    Case("options_are_open"),
    Case(
        "options_are_open",
        {"issues.ISS1.recommend": "D"},
        "expected an option in `recommend`, found `D`; there is `A`, `B`, `C`",
        "issues.ISS1.recommend",
    ),
    Case(
        "options_are_open",
        {"issues.ISS1.options.A": GONE, "issues.ISS1.options.C": GONE},
        "expected at least 2 options for `ISS1`, found 1",
        "issues.ISS1.options",
    ),
    Case("waiting_has_a_price"),
    Case("waiting_has_a_price", {"issues.ISS1.if_late": "", "issues.ISS1.severity": "inform"}),
    Case(
        "waiting_has_a_price",
        {"issues.ISS1.if_late": ""},
        "the issue `ISS1` does not say what waiting costs",
        "issues.ISS1",
    ),
    Case(
        "waiting_has_a_price",
        {"issues.ISS1.decide_by": GONE},
        "the issue `ISS1` has no `decide_by`",
        "issues.ISS1",
    ),
    Case("full_funding_closes_the_gap"),
    Case(
        "full_funding_closes_the_gap",
        {"issues.ISS1.options.A.cost": 25000},
        "`Fund in full` costs $25,000; spent and still to spend exceed the approval by $27,000",
        "issues.ISS1.options.A.cost",
    ),
    Case("rest_is_estimated"),
    Case(
        "rest_is_estimated",
        {"issues.ISS1.to_complete": 24000},
        "`to_complete` is exactly what is left of the approval, $24,000",
        "issues.ISS1.to_complete",
    ),
    Case("something_was_tried"),
    Case(
        "something_was_tried",
        {"issues.ISS1.tried": []},
        "the issue `ISS1` says nothing about what was tried",
        "issues.ISS1",
    ),
    Case("news_is_early"),
    Case("news_is_early", {"issues.ISS1.trigger_date": date(2026, 11, 12)}),
    Case(
        "news_is_early",
        {"issues.ISS1.trigger_date": date(2026, 11, 11)},
        "`ISS1` was raised 6 working days after the sign was seen",
        "issues.ISS1.raised",
    ),
    Case(
        "news_is_early",
        {"issues.ISS1.spent": 125000},
        "$125,000 is spent of $120,000 approved: the money is gone already",
        "issues.ISS1.spent",
    ),
    Case("recommendation_is_funded"),
    Case(
        "recommendation_is_funded",
        {"issues.ISS1.funding": GONE},
        "option `B` costs $9,000 and has no `funding`",
        "issues.ISS1",
    ),
    Case(
        "recommendation_is_funded",
        {"issues.ISS1.funding.available": 5000},
        "option `B` costs $9,000; `Unspent FY2026 events line` has $5,000",
        "issues.ISS1.funding.available",
    ),
    Case("decider_may_decide"),
    Case("decider_may_decide", {"issues.ISS1.raci": GONE, "issues.ISS1.to": "daniel"}),
    Case(
        "decider_may_decide",
        {"issues.ISS1.to": "daniel"},
        "`ISS1` goes to `daniel`, but `marta` decides",
        "issues.ISS1.to",
    ),
    Case(
        "decider_may_decide",
        {"issues.ISS1.raci": GONE, "issues.ISS1.initiative": "ENT"},
        "`ISS1` goes to `marta`, but `helena` decides",
        "issues.ISS1.to",
    ),
    Case("next_news_has_a_date"),
    Case(
        "next_news_has_a_date",
        {"issues.ISS1.next_update": GONE},
        "the issue `ISS1` does not say when the next news comes",
        "issues.ISS1",
    ),
    Case("doing_nothing_is_an_option", {}),
    Case(
        "doing_nothing_is_an_option",
        {"issues.ISS1.options.C.name": "Pause to Q2"},
        "none of the options of `ISS1` is to do nothing",
        "issues.ISS1.options",
    ),
    *STAKEHOLDER_CASES,
    *KICKOFF_CASES,
    *CLAUSE_CASES,
    *REVIEW_CASES,
)
