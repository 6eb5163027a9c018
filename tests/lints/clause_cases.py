"""Cases for the further clauses of rules about money: each condition a rule has fires by itself."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from lint_subjects import GONE, Case, Changes

PIPELINE = {"period": "FY2027", "source": "crm"}
AGENCY: dict[str, Any] = {
    "name": "Lindqvist and Partners", "contact": "priya", "fee": 240000, "target": 200000, "walk_away": 215000,
    "by": date(2026, 12, 18),
}  # fmt: skip
LADDER: list[dict[str, Any]] = [
    {"give": "A second reference", "get": "A start in January"},
    {"give": "Fewer events", "get": "A decision by Friday", "amount": 120000},
    {"give": "One report less", "get": "Brand stays", "amount": 360000},
]
NO_BASE: Changes = {
    "budget.tiers.base": GONE, "budget.decision.walk_away": "reduced",
}  # fmt: skip


def without_base(**cut: Any) -> Changes:
    """A budget whose tiers do not include `base`, with one cut."""
    lost: dict[str, Any] = {"order": 1, "line": "events", "loses": "One summit", "amount": 288000}
    return {**NO_BASE, "budget.cuts": [lost | cut]}


def announced_cut(amount: int) -> Changes:
    """A cut that holds from the first day of the planned year."""
    return {"budget.announced_cut.amount": amount}


def without_customers(**ask: Any) -> Changes:
    """Tiers that do not count customers."""
    tiers = ("reduced", "base", "ask", "stretch")
    counts = {f"budget.tiers.{tier}.new_customers": GONE for tier in tiers}
    return counts | {f"budget.tiers.ask.{name}": value for name, value in ask.items()}


def measure(identity: str, name: str, **fields: Any) -> Changes:
    """One more KPI."""
    needed: dict[str, Any] = {
        "id": identity, "name": name, "unit": "ratio", "direction": "up", "owner": "marek", "source": "crm",
        "baseline": Decimal("0.20"), "target": Decimal("0.24"), "objective": "M1",
    }  # fmt: skip
    return {"kpis[+]": needed | fields}


DECISIONS = (
    Case(
        "decide_by_is_sensible",
        {
            "budget.decision.meeting": GONE,
            "milestones[+]": {
                "id": "READ", "name": "Pre-read", "date": date(2026, 12, 10), "owner": "helena", "kind": "preread",
            },
        },
        "the last day to decide, `2026-12-11`, is less than 2 working days after the pre-read on 2026-12-10",
        "budget.decision.by",
    ),
    Case("model_is_known"),
    Case("model_is_known", {"company.model": "ecommerce"}),
    Case(
        "model_is_known",
        {"company.model": "e-commerce"},
        "expected `b2b_saas`, `services` or `ecommerce` for `model`, found `e-commerce`, which documents have no"
        " words for",
        "company.model",
    ),
    Case(
        "model_is_known",
        {"company.model": "marketplace"},
        "expected `b2b_saas`, `services` or `ecommerce` for `model`, found `marketplace`, which documents have no"
        " words for",
        "company.model",
    ),
    Case(
        "expired_exceptions",
        {"meta.lint_ignore": [{"id": "BUD-018", "reason": " ", "until": date(2026, 12, 31)}]},
        "the exception for `BUD-018` has no reason",
        "meta.lint_ignore.BUD-018.reason",
    ),
    Case(
        "expired_exceptions",
        {"meta.lint_ignore": [{"id": "GEN-025", "reason": "tired", "until": date(2026, 12, 31)}]},
        "`GEN-025` is the rule about exceptions and knows none",
        "meta.lint_ignore.GEN-025.id",
    ),
)  # fmt: skip

MEASURES = (
    Case(
        "churn_is_compounded",
        measure("logo_churn", "Monthly churn", formula="lost customers / customers x 12"),
        "`logo_churn` multiplies monthly churn by 12",
        "kpis.logo_churn.formula",
    ),
    Case(
        "cost_is_loaded",
        measure("cac_all", "CAC", unit="money", formula="media spend + sales cost, divided by new customers"),
    ),
    Case(
        "cost_is_loaded",
        measure("cac_media", "CAC", unit="money", formula="media spend / new customers"),
        "`cac_media` is called CAC and leaves people and sales out",
        "kpis.cac_media.name",
    ),
    Case(
        "denominator_is_large_enough",
        {"budget.tiers.reduced.new_customers": 7},
        "CAC rests on 7 customers, fewer than 10",
        "budget.tiers.reduced.new_customers",
    ),
    Case("denominator_is_large_enough", {"pipeline": {**PIPELINE, "won": 4, "lost": 6}}),
    Case(
        "denominator_is_large_enough",
        {"pipeline": {**PIPELINE, "won": 4, "lost": 5}},
        "the win rate rests on 9 closed deals, fewer than 10",
        "pipeline.won",
    ),
    Case("ratio_is_not_too_good"),
    Case(
        "ratio_is_not_too_good",
        {"finance.FY2027.new_customer_acv": 100000},
        "capped LTV:CAC of `ask` is 8.64x, above 8x",
        "budget.tiers.ask",
    ),
    Case("fractions_are_possible"),
    Case("fractions_are_possible", {"finance.FY2027.gross_margin": 1, "finance.FY2027.revenue_churn": 0}),
    *(
        Case(
            "fractions_are_possible",
            {path: Decimal(value)},
            f"expected a fraction from 0 to 1 for `{path}`, found {value}",
            path,
        )
        for path, value in (
            ("finance.FY2027.gross_margin", "1.2"),
            ("finance.FY2026.gross_margin", "-0.1"),
            ("finance.FY2027.revenue_churn", "1.01"),
            ("initiatives.REF.win_rate", "1.3"),
            ("budget.downside.win_rate", "-0.2"),
            ("budget.drivers.win_rate.high", "1.4"),
        )
    ),
    Case("leads_are_reviewed"),
    Case("leads_are_reviewed", {"pipeline": {**PIPELINE, "accepted": 60, "rejected": 30, "unreviewed": 10}}),
    Case(
        "leads_are_reviewed",
        {"pipeline": {**PIPELINE, "accepted": 60, "rejected": 20, "unreviewed": 20}},
        "20.0% of the leads are unreviewed, more than 10%: acceptance rests on the others alone",
        "pipeline.unreviewed",
    ),
)

SUMS = (
    Case("lines_add_up", {"budget.tiers.ask.total": 0}),
    Case("initiatives_add_up", {"budget.tiers.ask.total": 2890000}),
    Case(
        "initiatives_add_up",
        {"budget.unallocated": 5000},
        "initiatives ($1,680,000), people ($1,200,000) and unallocated money ($5,000) make $2,885,000,"
        " the ask is $2,880,000",
        "budget.tiers.ask.total",
    ),
    Case("initiatives_add_up", {"initiatives.REF.status": "running"}),
    Case(
        "margin_is_given",
        {"finance.FY2027.gross_margin": GONE, "finance.FY2026.gross_margin": GONE},
        "`finance.FY2027` and `finance.FY2026` have no `gross_margin`, so neither payback nor LTV nor ROI can be"
        " computed",
        "finance.FY2027",
    ),
    Case(
        "walk_away_is_known", {"budget.decision.ask_tier": "reduced", "budget.decision.walk_away": "reduced"}
    ),
    Case(
        "walk_away_is_known",
        {"budget.decision.walk_away": "ask"},
        "the walk-away tier `ask` is the ask itself, so no reply can offer less",
        "budget.decision.walk_away",
    ),
    Case("cut_leaves_something"),
    Case("cut_leaves_something", announced_cut(2880000)),
    Case(
        "cut_leaves_something",
        announced_cut(2880001),
        "the announced cut takes $2,880,001, more than the ask of $2,880,000",
        "budget.announced_cut.amount",
    ),
    Case("ask_counts_customers"),
    Case("ask_counts_customers", {"budget.tiers.stretch.new_customers": GONE}),
    Case("ask_counts_customers", without_customers(why="The second brand")),
    Case("ask_counts_customers", {**without_customers(), "finance": GONE}),
    Case(
        "ask_counts_customers",
        without_customers(),
        "`ask` has no `new_customers`, so neither its cost per customer nor its payback can be computed",
        "budget.tiers.ask",
    ),
    Case(
        "ask_counts_customers",
        {"budget.tiers.ask.new_customers": GONE},
        "`ask` has no `new_customers`, which `reduced` and `base` and `stretch` have, so neither its cost per"
        " customer nor its payback can be computed",
        "budget.tiers.ask",
    ),
    Case("cuts_reach_the_base", {"budget.tiers.ask.total": 2890000}),
    Case("cuts_reach_the_base", without_base()),
    Case(
        "cuts_reach_the_base",
        {
            "budget.lines": [
                {
                    "id": "all",
                    "name": "All",
                    "owner": "helena",
                    "prior": 2040000,
                    "reduced": 2040000,
                    "base": 2400000,
                    "ask": 2880000,
                    "stretch": 3240000,
                }
            ]
        },
        "expected cuts of at least $840,000 to lead back to `reduced`, this year's level, found $480,000",
        "budget.cuts",
    ),
    Case(
        "cuts_reach_the_base",
        {"budget.cuts[6].amount": 60000, "budget.lines.people.prior": 0},
        "expected cuts of at least $480,000 to lead back to `base`, found $470,000",
        "budget.cuts",
    ),
    Case(
        "cuts_reach_the_base",
        without_base(amount=287000),
        "expected cuts of at least $288,000 to make a tenth of the ask, found $287,000",
        "budget.cuts",
    ),
    Case(
        "change_has_a_reason",
        {"budget.lines.paid.ask": 300000, "budget.lines.paid.why": ""},
        "`paid` asks for $120,000 less than before and does not say why",
        "budget.lines.paid",
    ),
    Case("role_is_described", {"budget.headcount[1].unlocks": "Faster reports"}),
    Case(
        "role_is_described",
        {"budget.headcount[1].role": " ", "budget.headcount[1].unlocks": ""},
        "role 2 lacks `role` and `unlocks`",
        "budget.headcount[1]",
    ),
)

TIERS = (
    Case(
        "dearer_tiers_bring_more",
        {
            **{f"budget.tiers.{tier}.new_customers": GONE for tier in ("reduced", "base", "ask", "stretch")},
            "budget.tiers.stretch.mkt_customers": 98,
        },
        "`stretch` costs more than `ask` and brings no more customers of ours",
        "budget.tiers.stretch.mkt_customers",
    ),
    Case(
        "tiers_keep_policy",
        {"finance.policy.payback_ceiling_months": 30, "finance.policy.ltv_cac_floor": Decimal("3.2")},
        "`reduced` has capped LTV:CAC of 3.10x below the floor of 3.20x",
        "budget.tiers.reduced",
    ),
    Case(
        "tiers_keep_policy",
        {"finance.policy.payback_ceiling_months": 30, "finance.policy.ltv_cac_floor": Decimal("3.07")},
        "the step to `stretch` has capped LTV:CAC of 3.06x below the floor of 3.07x",
        "budget.tiers.stretch",
    ),
    Case(
        "last_year_is_reckoned",
        {"finance.last_plan.note": "", "finance.last_plan.actual_spend": 3000000},
        "last year's spend missed the plan by 27.7%, and `note` does not say why",
        "finance.last_plan.note",
    ),
)

OUTCOMES = (
    Case("win_rate_was_seen", measure("to_opp", "Lead conversion", next_target=Decimal("0.25"))),
    Case(
        "win_rate_was_seen",
        measure("to_opp", "Lead conversion", next_target=Decimal("0.26")),
        "`to_opp` is planned at 26.0%, more than 1.25 times the best reached, 20.0%",
        "kpis.to_opp.next_target",
    ),
    Case(
        "win_rate_was_seen",
        {"initiatives.ENT.customers": 90},
        "the win rate of all initiatives together, 37.4%, is more than 1.25 times the best reached, 23.5%",
        "initiatives",
    ),
    Case(
        "outcome_is_no_vanity",
        {
            **measure(
                "page_views", "Page views", unit="count", tier="diagnostic", leads_to="share_of_search"
            ),
            "budget.gates.G1.test": "page_views above 100000",
        },
        "`page_views` counts attention and is used as the test of the gate `G1`",
        "kpis.page_views",
    ),
)

CONCESSIONS = (
    Case("highest_fee_is_known"),
    Case("highest_fee_is_known", {"agency": AGENCY}),
    Case(
        "highest_fee_is_known",
        {"agency": AGENCY | {"walk_away": 190000}},
        "the highest fee you would sign is $190,000, less than the $200,000 you ask for",
        "agency.walk_away",
    ),
    Case(
        "give_has_a_get",
        {"agency": AGENCY | {"gives": [{"give": "A longer contract"}]}},
        "`A longer contract` is given for nothing",
        "agency.gives[0]",
    ),
    Case("gives_keep_the_walk_away", {"budget.gives": LADDER}),
    Case(
        "gives_keep_the_walk_away",
        {"budget.gives": [*LADDER, {"give": "A test less", "get": "Trust", "amount": 1}]},
        "the gives add up to $480,001, more than the $480,000 between what you ask and where you stop",
        "budget.gives",
    ),
    Case(
        "gives_keep_the_walk_away",
        {"agency": AGENCY | {"gives": [{"give": "Price", "get": "Speed", "amount": 15001}]}},
        "the gives add up to $15,001, more than the $15,000 between what you ask and where you stop",
        "agency.gives",
    ),
    Case(
        "gives_keep_the_walk_away",
        {"budget.gives": LADDER, "budget.decision.walk_away": "stretch"},
    ),
    Case(
        "gives_keep_the_walk_away",
        {"budget.gives": LADDER[:2], "budget.decision.walk_away": "ask"},
        "the gives add up to $120,000, more than the $0 between what you ask and where you stop",
        "budget.gives",
    ),
    Case("cheapest_goes_first", {"budget.gives": LADDER}),
    Case(
        "cheapest_goes_first",
        {"budget.gives": [{**LADDER[2], "order": 2}, {**LADDER[1], "order": 1}]},
    ),
    Case(
        "cheapest_goes_first",
        {"budget.gives": [LADDER[2], LADDER[1]]},
        "`One report less` costs $360,000 and is given before `Fewer events`, which costs $120,000",
        "budget.gives[0]",
    ),
)

ASKED = "budget.tiers.ask.new_customers"
DAYS_OF_A_CUT = "budget.announced_cut.on"
OF_A_NEWCOMER = (
    Case("cut_is_to_come"),
    Case("cut_is_to_come", {"budget.announced_cut": GONE}),
    Case(
        "cut_is_to_come",
        {DAYS_OF_A_CUT: date(2026, 11, 23)},
        "the announced cut holds from 2026-11-23, before the planned year starts on 2027-01-01",
        DAYS_OF_A_CUT,
    ),
    Case(
        "cut_is_to_come",
        {DAYS_OF_A_CUT: date(2027, 2, 1), "meta.as_of": date(2027, 3, 1)},
        "the announced cut holds from 2027-02-01, before 2027-03-01, the day of this context",
        DAYS_OF_A_CUT,
    ),
    Case(
        "decide_by_is_sensible",
        {"budget.decision.meeting": date(2026, 12, 18)},
        "the last day to decide, `2026-12-11`, is before the meeting on 2026-12-18",
        "budget.decision.by",
    ),
    Case(
        "dearer_tiers_bring_more",
        {ASKED: 0},
        "`ask` costs $2,880,000 and brings no customers",
        ASKED,
    ),
    Case("dearer_tiers_bring_more", {ASKED: 0, "budget.tiers.ask.why": "It pays for the move"}),
    Case(
        "fractions_are_possible",
        {"finance.FY2027.gross_margin": 0},
        "the gross margin of `FY2027` is 0%, so no customer ever pays back",
        "finance.FY2027.gross_margin",
    ),
)

CLAUSE_CASES: tuple[Case, ...] = (
    *OF_A_NEWCOMER,
    *DECISIONS,
    *MEASURES,
    *SUMS,
    *TIERS,
    *OUTCOMES,
    *CONCESSIONS,
)
