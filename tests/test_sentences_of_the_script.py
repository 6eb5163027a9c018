"""What the script says stays true when the figures change: each pair of sentences, from both sides."""

from __future__ import annotations

import re
from functools import cache

import pytest

from alignkit.build import Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged

CONTEXT = packaged("examples/quillmere") / "context.yaml"
WORKSHOP = Workshop(Catalogue(None))
EQUAL = ("budget.tiers.ask.new_customers=200", "finance.policy.payback_ceiling_months=16.5")
"""A payback of exactly the ceiling."""
NOBODY = ("budget.tiers.ask.new_customers=0", "budget.tiers.ask.mkt_customers=0")
MARGINLESS = ("finance.FY2027.gross_margin=0",)
ONE = ("budget.tiers.ask.new_customers=1", "budget.tiers.ask.mkt_customers=1")
UNPLANNED = ("finance.last_plan.planned_customers=0",)
EXCEPTION = "budget.tiers.ask.exception=The region pays back later"
FLOOR_BROKEN = ("finance.policy.ltv_cac_floor=4", EXCEPTION)
LATE = ("budget.tiers.base.new_customers=185",)
"""The step to the ask pays back after the ceiling, the ask as a whole before it."""
BEYOND_AS_A_WHOLE = ("finance.policy.payback_ceiling_months=20", "finance.policy.ltv_cac_floor=3.44")
"""The step beyond the ask pays back in time; the tier it leads to is below the floor."""
STRETCHED = ("budget.decision.ask_tier=stretch", "budget.tiers.stretch.exception=One year of investment")
"""The dearest tier is asked for: inside policy as a whole, its step is late, and there are two new roles."""
ONLY_ONE = ("budget.tiers.base.new_customers=189", "finance.FY2027.new_customer_acv=800000")
"""One extra customer is planned, and it is enough."""
IDLE = (
    "budget.tiers.base.new_customers=190", "budget.tiers.stretch.new_customers=190", "budget.tiers.ask.why=Capacity comes first",
)  # fmt: skip
"""Neither the step to the ask nor the next one brings a customer."""
NO_SALES = (
    *(f"budget.tiers.{tier}.sales_cost=0" for tier in ("reduced", "base", "ask", "stretch")),
    "budget.tiers.base.new_customers=140", "finance.policy.payback_ceiling_months=6",
)  # fmt: skip
NO_MARKETING = ("budget.tiers.ask.mkt_customers=0", "budget.downside.opportunities=0")
PLAN_AGAIN = ("budget.gates.G1.else=Plan again", "budget.gates.G2.else=Plan again")
FREE = tuple(
    f"budget.lines.{line}.committed=0" for line in ("people", "events", "content", "martech", "agency")
)
"""Nothing of the ask is committed."""
BOUND = (
    "budget.lines.people.committed=1200000", "budget.lines.paid.committed=470000",
    "budget.lines.events.committed=360000", "budget.lines.content.committed=240000",
    "budget.lines.martech.committed=260000", "budget.lines.agency.committed=190000",
    "budget.lines.brand.committed=160000",
)  # fmt: skip
"""All of the ask is committed."""


@cache
def text_of(changes: tuple[str, ...], audience: str) -> str:
    outcome = build(
        Request(CONTEXT, ("budget-script",), formats=("md",), audience=audience, overrides=changes), WORKSHOP
    )
    assert outcome.files, [found.message for found in outcome.report]
    words = " ".join(data.decode("utf-8") for data in outcome.files.values())
    return re.sub(r"[\s>]+", " ", words.replace("**", ""))


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        # change of spend: more, less, the same
        ((), "$480,000 more than FY2026 (+20%)."),
        ((), "The ask is $480,000 more than in FY2026."),
        ((), "The budget goes from $2.4M to $2.88M, up 20%. No line rises more than these three. Team, $180,000 more, to $1.2M: One enterprise marketer and pay rises."),
        (("budget.lines.people.prior=2000000",), "$500,000 less than FY2026 (−14.8%)."),
        (("budget.lines.people.prior=2000000",), "The ask is $500,000 less than in FY2026."),
        (("budget.lines.people.prior=2000000",), "down 14.8%. One line falls. Team, $800,000 less, to $1.2M. Planned: One enterprise marketer and pay rises."),
        (("budget.lines.people.prior=1500000",), "$2.88M for FY2027, the same as FY2026."),
        (("budget.lines.people.prior=1500000",), "The ask is the same as in FY2026."),
        (("budget.lines.people.prior=1500000",), "The budget stays at $2.88M."),
        (("budget.lines.people.prior=1500000",), "What it buys. The same spend as in FY2026."),
        (("budget.decision.ask_tier=reduced",), "down 15%. No line falls more than these three. Paid media, $130,000 less, to $290,000. Planned: "),
        # customers: many, one, nobody
        ((), "Marketing and sales together are planned to win 190 customers against 150 in FY2026."),
        (ONE, "Marketing and sales together are planned to win 1 customer against 150 in FY2026."),
        (ONE, "Marketing and sales together are planned to win 1 new customer at a loaded acquisition cost of $8.58M, paid back in"),
        (ONE, "With this budget and the cost of sales we plan 1 new customer, sourced by marketing."),
        (ONE, "1 of 1 customer is attributed to marketing, and attributed is not caused."),
        (NOBODY, "The plan counts on no customers against 150 in FY2026."),
        (NOBODY, "The plan counts on no new customers."),
        (("budget.tiers.ask.mkt_customers=0",), "With this budget and the cost of sales we plan 190 new customers, none sourced by marketing."),
        (("budget.tiers.ask.mkt_customers=190",), "With this budget and the cost of sales we plan 190 new customers, all of them sourced by marketing."),
        ((), "What it buys. +$480,000 on FY2026 (+20%). Marketing and sales together are planned to win 190 new customers at"),
        (NOBODY, "What it buys. +$480,000 on FY2026 (+20%). The plan counts on no new customers."),
        # what the last step brings, apart from the whole
        ((), "The step up from Hold flat, $480,000, wins 20 of them."),
        ((), "Hold flat, $480,000 less, wins 20 fewer customers and is paid back in"),
        (("budget.tiers.base.new_customers=189",), "Hold flat, $480,000 less, wins 1 fewer customer and is paid back in"),
        (NOBODY, "The step from Hold flat to Ask costs $480,000 and wins 170 fewer customers."),
        (NOBODY, "Hold flat saves $480,000 and wins 170 more customers."),
        (("budget.tiers.stretch.new_customers=150",), "Stretch costs $360,000 more and wins 40 fewer customers; it stays out."),
        # no customers, no margin: the reason is the figure's own
        (NOBODY, "The plan of $2.88M counts on no new customers, so none is claimed."),
        (NOBODY, "It cannot be computed: there are no new customers to pay it back."),
        (MARGINLESS, "Payback of the plan cannot be computed: with a gross margin of 0% no customer pays anything back."),
        (MARGINLESS, "It cannot be computed: with a gross margin of 0% no customer pays anything back."),
        (MARGINLESS, "The worst I have planned for: 164 new customers against 190 planned, at an acquisition cost of"),
        # last year: over, under, exactly; short, more, exactly
        ((), "it will be $2.4M, over by $50,000, 2.1% of the plan. The plan was 155 new customers; it will be 150, 5 short. That is 96.8% of the plan."),
        ((), "Yes: 150 of 155 planned customers, 96.8% of plan. Spend will be $50,000 over."),
        ((), "Why did you miss the plan? Say 150 of 155 planned customers and the cause, then stop"),
        (("finance.last_plan.actual_spend=2300000",), "it will be $2.3M, under by $50,000, 2.1% of the plan."),
        (("finance.last_plan.actual_spend=2300000",), "Spend will be $50,000 under."),
        (("finance.last_plan.actual_spend=2350000",), "it will be $2.35M, exactly as planned."),
        (("finance.last_plan.actual_spend=2350000",), "Spend will be on plan."),
        (("finance.last_plan.actual_customers=160",), "it will be 160, 5 more. What is behind it:"),
        (("finance.last_plan.actual_customers=160",), "On customers we did not: 160 against 155 planned."),
        (("finance.last_plan.actual_customers=155",), "it will be 155, exactly as planned."),
        (("finance.last_plan.actual_customers=155",), "What about the plan for FY2026? Say 155 of 155 planned customers, then stop"),
        (UNPLANNED, "On customers we did not: none were planned, and 150 are expected."),
        ((*UNPLANNED, "finance.last_plan.actual_customers=1"), "On customers we did not: none were planned, and 1 is expected."),
        ((*UNPLANNED, "finance.last_plan.actual_customers=0"), "On customers we did not: none were planned, and none are expected. Spend will be"),
        ((*UNPLANNED, "finance.last_plan.actual_customers=0"), "What about the plan for FY2026? Say that none were planned, and none are expected, then stop"),
        ((*UNPLANNED, "finance.last_plan.actual_customers=0", "periods.current.end=2026-10-31"), "none were planned, and none came. Spend was"),
        (("finance.last_plan.planned_spend=2695000000", "finance.last_plan.actual_spend=3850000000"), "The plan was to spend $2.70B; it will be $3.85B, over by about $1.16B, 42.9% of the plan."),
        # payback of the ask: inside, thinly inside, exactly, above
        ((), "The ceiling is 18 months, which leaves 0.6 months, or 6 customers."),
        ((), "Payback in FY2026 ends outside your ceiling of 18 months. The rest of this talk is how we get back inside."),
        (("finance.policy.payback_ceiling_months=17.4",), "The ceiling is 17.4 months, which leaves less than a tenth of a month."),
        (EQUAL, "The ceiling is 16.5 months, which leaves nothing."),
        (EQUAL, "The ask stays at it."),
        (("finance.policy.payback_ceiling_months=17",), "That is above the ceiling of 17 months."),
        (("finance.policy.payback_ceiling_months=17",), "Payback in FY2026 ends outside your ceiling of 17 months. The plan does not bring us back inside yet."),
        (("finance.policy.payback_ceiling_months=17.35",), "That is just above the ceiling of 17.4 months."),
        (("finance.policy.payback_ceiling_months=20",), "Payback in FY2026 ends inside your ceiling of 20 months."),
        (("finance.FY2026.new_customers=170", "finance.policy.payback_ceiling_months=17"), "Payback in FY2026 ends inside your ceiling of 17 months. The plan goes beyond it."),
        # the next tier: beyond, inside, no gain, none
        ((), "The step to Stretch pays back in 19.6 months, beyond the ceiling; it stays out."),
        ((), "That is beyond the ceiling, so I do not ask for it."),
        ((), "Ask is recommended: the step beyond it pays back in 19.6 months against a ceiling of 18 months"),
        (("finance.policy.payback_ceiling_months=20",), "The step to Stretch pays back in 19.6 months, inside the ceiling. It can follow once the ask has delivered."),
        (("finance.policy.payback_ceiling_months=20",), "It pays back in 19.6 months. I come back for it once the ask has delivered."),
        (BEYOND_AS_A_WHOLE, "The step to Stretch pays back in 19.6 months, inside the ceiling. As a whole Stretch breaks the value floor; it stays out."),
        (BEYOND_AS_A_WHOLE, "It pays back in 19.6 months. As a whole Stretch breaks the value floor, so I do not ask for it."),
        ((), "As a whole Stretch would pass at 17.5 months; the step decides."),
        (("budget.tiers.stretch.new_customers=190",), "Stretch costs $360,000 more and brings no more customers; it stays out."),
        (("budget.tiers.stretch.new_customers=190",), "The next step, to Stretch, costs $360,000 and brings no more customers, so I do not ask for it."),
        # the tier below: weaker, merely cheaper, as good
        ((), "Hold flat looks cheaper, and it is the weaker choice."),
        ((), "Less money makes it slower: 18.3 months under Hold flat."),
        (("finance.policy.payback_ceiling_months=20",), "Hold flat saves $480,000 and gives up 20 customers."),
        (("budget.tiers.base.new_customers=189",), "Hold flat saves $480,000 and gives up 1 customer."),
        (("budget.tiers.base.new_customers=190",), "Hold flat saves $480,000 and gives up no customer."),
        (("budget.tiers.base.new_customers=190",), "The step from Hold flat to Ask costs $480,000 and brings no more customers."),
        (("budget.tiers.base.new_customers=190",), "Stop at Hold flat, $2,400,000. Below it you come back with a new plan; do not say the figure first."),
        ((), "Stop at Hold flat, $2,400,000; there the plan is 170 new customers in place of 190."),
        (("budget.decision.walk_away=reduced",), "154 new customers and a payback of 19.3 months. It shows the price of each step down."),
        # break-even: reached, exactly, not
        ((), "earned back within twelve months at 16 extra customers. The plan is 20."),
        (("budget.tiers.base.new_customers=174",), "earned back within twelve months at 16 extra customers. The plan is 16."),
        (("budget.tiers.base.new_customers=180",), "earned back within twelve months at 16 extra customers. The plan is 10, so it takes longer than that."),
        (("budget.tiers.base.new_customers=180",), "the plan has 10, so it takes longer."),
        ((), "breaks even at 16 of 20 extra customers, so 16 of them have to be truly extra."),
        (("budget.tiers.base.new_customers=174",), "breaks even at 16 of 16 extra customers, so all of them have to be truly extra."),
        (ONLY_ONE, "breaks even at 1 of 1 extra customer, so the only one has to be truly extra."),
        # sales cost of the step: none, some
        ((), "Against Hold flat, the extra money is earned back within twelve months"),
        (STRETCHED, "Against Ask, the extra marketing money alone is earned back within twelve months at 12 extra customers."),
        (STRETCHED, "The extra marketing money alone breaks even within a year at 12 extra customers; the plan has 10,"),
        # customers that leave: some, none
        ((), "over three years, after churn."),
        (("finance.FY2027.revenue_churn=0",), "over three years. They are attributed to marketing"),
        # roles of the ask: one, two
        ((), "One role is new: Enterprise marketer, from March 1, 2027, $150,000 in FY2027."),
        (STRETCHED, "The first new role: Enterprise marketer, from March 1, 2027"),
        (STRETCHED, "The first of two roles: Enterprise marketer, from Mar 1, 2027"),
        # an exception for the step alone
        (STRETCHED, "the ceiling is 18 months. The step from Ask pays back in 19.6 months, beyond the ceiling. I ask for an exception: One year of investment."),
        (STRETCHED, "The exception. The step from Ask to Stretch pays back in 19.6 months, beyond the ceiling of 18 months. I ask for an exception: One year of investment."),
        ((*LATE, EXCEPTION), "The step to Ask takes 36.9 months and is beyond it too; the exception has to hold for it."),
        # a bad year without payback
        (MARGINLESS, "What if it is a bad year? Say 164 new customers against 190 planned and the gates, then stop"),
        # the bad year: both limits, one of them, the other, none, exactly
        ((), "Both limits break: the payback ceiling of 18 months and the value floor of 3.00x."),
        (("finance.policy.ltv_cac_floor=2.5",), "The payback ceiling of 18 months breaks; the value floor of 2.50x holds."),
        (("finance.policy.payback_ceiling_months=30",), "The value floor of 3.00x breaks; the payback ceiling of 30 months holds."),
        (("finance.policy.payback_ceiling_months=30",), "Payback is 21.2 months, inside the ceiling."),
        (("finance.policy.payback_ceiling_months=30", "finance.policy.ltv_cac_floor=2"), "Payback stays inside the ceiling of 30 months."),
        (("finance.policy.payback_ceiling_months=30", "finance.policy.ltv_cac_floor=2"), "Even so, $1.38M is released later."),
        (("finance.policy.payback_ceiling_months=30",), "In a bad year payback is 21.2 months; $1.38M is released later."),
        ((), "That is why $1.38M is released later. If the test of April 9, 2027 fails:"),
        ((), "In a bad year payback is 21.2 months, which is why $1.38M is released later."),
        (("budget.downside.tier=base",), "In a bad year under Hold flat payback is 20.0 months; of the ask, $1.38M is released later."),
        (("budget.downside.tier=base",), "The worst I have planned for, under Hold flat: 164 customers,"),
        (("budget.downside.tier=base",), "Of the ask, $1.38M stays behind two gates and is released later, as tests are passed; a failed test can save another amount."),
        (("budget.downside.tier=base",), "Say 20.0 months under Hold flat and the gates, then stop"),
        (("budget.decision.ask_tier=stretch",), "Now the bad year, under Ask."),
        (("budget.decision.ask_tier=stretch",), "Payback is 21.2 months under Ask, above the ceiling."),
        (("finance.policy.ltv_cac_floor=4",), "The floor is 4.00x, and this is below it."),
        ((*FLOOR_BROKEN,), "The floor is 4.00x, and this is below it. This is why I ask for an exception: The region pays back later."),
        ((*FLOOR_BROKEN, "finance.policy.payback_ceiling_months=17"), "above the ceiling of 17 months, and this is why I ask for an exception: The region pays back later."),
        ((*FLOOR_BROKEN, "finance.policy.payback_ceiling_months=17"), "and this is below it; the exception has to hold for this too."),
        ((*FLOOR_BROKEN,), "for marketing in FY2027, with the exception I ask for, released through two gates?"),
        ((*FLOOR_BROKEN,), "Lifetime value is 3.45x acquisition cost, below the floor of 4.00x. I ask for an exception: The region pays back later."),
        ((*FLOOR_BROKEN,), "The exception. Lifetime value of 3.45x acquisition cost is below the floor of 4.00x. I ask for an exception:"),
        # the step to the ask itself: late, and idle
        (LATE, "That is beyond the ceiling of 18 months; I ask for Ask as a whole, which pays back in 17.4 months."),
        (LATE, "It pays back in 19.6 months. That is beyond the ceiling too; I ask for no further step."),
        (LATE, "Ask is recommended; the step to it pays back in 36.9 months, the step beyond it in 19.6 months, against a ceiling of 18 months"),
        (LATE, "beyond the ceiling; it stays out. The step to Ask takes 36.9 months and is beyond it too; I ask for Ask as a whole, which pays back in 17.4 months."),
        ((*LATE, EXCEPTION), "That is beyond the ceiling of 18 months; I ask for an exception: The region pays back later."),
        ((*LATE, "finance.policy.payback_ceiling_months=17"), "That is beyond the ceiling of 17 months; the plan names no exception for it."),
        ((*LATE, "finance.policy.payback_ceiling_months=17", EXCEPTION), "That is beyond the ceiling of 17 months; the exception I ask for has to hold for it."),
        (IDLE, "costs $480,000 and brings no more customers. The reason for it: Capacity comes first. The next step, to Stretch, costs $360,000 and brings no more customers; I ask for no further step."),
        (IDLE, "The step to Ask brings no more customers, and I ask for it all the same: Capacity comes first."),
        # fewer customers: what they cost
        ((), "Fewer customers carry the cost of sales, so payback is 18.3 months, above the ceiling."),
        (NO_SALES, "Its customers are fewer and cost more each, so payback is 6.6 months, above the ceiling."),
        # a bad year of no customers of marketing's own
        (NO_MARKETING, "Marketing would bring no opportunities, and a new customer would be worth $38,000 a year."),
        (NO_MARKETING, "Then we win 190 new customers, as planned, with all $2.88M spent. Acquisition cost stays at $45,158 and payback rises to"),
        (NO_MARKETING, "It assumes no opportunities from marketing and new customers worth $38,000 a year, all at the same time."),
        (("budget.downside.win_rate=0",), "360 opportunities, sales would win none of them, and"),
        ((), "It assumes a win rate of 20%, 360 opportunities and new customers worth $38,000 a year, all at the same time."),
        # a test that fails: what it saves, where the context tells it
        ((), "If not: Stay at the level of Hold flat and plan again, which saves $480,000 in a full year. Then, on July 9, 2027, $660,000, if this holds: CAC payback at or below 18 months on trailing two quarters. If not: Apply cuts 1 to 4, which saves $170,000 in a full year. Behind that"),
        ((), "Apply cuts 1 to 4, which saves $170,000 in a full year |"),
        (("budget.gates.G1.else=Go to Stretch",), "If not: Go to Stretch, which costs $360,000 more in a full year. Then,"),
        (("budget.gates.G1.else=Apply cut 1", "budget.cuts[0].amount=0"), "If not: Apply cut 1, which saves nothing. Then,"),
        (PLAN_AGAIN, "If not: Plan again. These amounts come later; what a failed test saves can be another."),
        # committed money: some, none, all
        ((), "Of the ask, $1.45M is committed already, 50.3% of it."),
        ((), "Stopping saves $1.43M at once; $1.45M is committed; Team stops after 90 days of notice."),
        ((), "Committed money, $1.45M, is not on offer: it is promised already."),
        ((), "The first: A third test before the last quarter. In return: The decision on the day we meet. The second: Cuts 1 and 2 of the list, $70,000 off the ask. In return:"),
        (FREE, "Nothing of the ask is committed yet: all of it can still be moved, staged or stopped."),
        (FREE, "Stopping saves $2.88M, all of it."),
        (FREE, "All of it: none of the $2.88M is committed."),
        (BOUND, "Of the ask, all is committed already."),
        (BOUND, "Stopping saves nothing at once: $2.88M is committed; Team stops after 90 days of notice."),
        (BOUND, "None of the $2.88M. $2.88M is committed: Team $1.2M with 90 days of notice, Paid media $470,000, Events $360,000 and the rest in other lines."),
    ],
)  # fmt: skip
def test_the_sentence_fits_the_figures(changes: tuple[str, ...], sentence: str) -> None:
    assert sentence in text_of(changes, "cfo")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        (("budget.lines.people.prior=1500000",), "more than FY2026"),
        (("budget.lines.people.prior=2000000",), "lines rise"),
        (NOBODY, " 0 new customers"),
        (UNPLANNED, "There was no plan for customers"),
        (LATE, "so I do not ask for it"),
        (LATE, "As a whole Stretch would pass"),
        (IDLE, "so I do not ask for it"),
        (NO_SALES, "carry the cost of sales"),
        (NO_MARKETING, "it alone costs"),
        (("budget.downside.tier=base",), "which is why"),
        (("budget.downside.tier=base",), "That is why $1.38M"),
        (("finance.policy.payback_ceiling_months=17.4",), "next to nothing"),
        (NOBODY, "loaded acquisition cost of"),
        (NOBODY, "no more customers, so I do not"),
        (NOBODY, "gives up no customer"),
        (NOBODY, "The result is due with the year"),
        (NOBODY, "not counted yet"),
        (NOBODY, "is not given"),
        (MARGINLESS, "is not given"),
        (MARGINLESS, "A bad year is not"),
        (("budget.tiers.base.new_customers=190",), "of them. Without a decision"),
        (("budget.tiers.ask.mkt_customers=0",), "in their first twelve months"),
        (("finance.policy.payback_ceiling_months=17",), "how we get back inside"),
        (("finance.policy.payback_ceiling_months=20",), "weaker choice"),
        (("budget.tiers.base.new_customers=190",), "The price of less"),
        (("budget.tiers.stretch.new_customers=190",), "I come back for it"),
        (BEYOND_AS_A_WHOLE, "I come back for it"),
        (BEYOND_AS_A_WHOLE, "It can follow"),
        (("finance.policy.ltv_cac_floor=3.44",), "As a whole Stretch would pass"),
        (MARGINLESS, "Say that it is not computed yet"),
        (STRETCHED, "One role"),
        ((), "The exception."),
        (("budget.tiers.stretch.sales_cost=5000000",), "The step to Stretch pays back"),
        (("finance.policy.payback_ceiling_months=30",), "ceiling of 30 months breaks"),
        (("budget.decision.walk_away=stretch",), "Walk away below"),
        (("budget.decision.walk_away=reduced",), "I do not offer it"),
        (("budget.decision.ask_tier=stretch",), "The next step"),
        (("budget.decision.ask_tier=reduced",), "The step from"),
    ],
)
def test_a_sentence_that_would_be_false_is_not_said(changes: tuple[str, ...], sentence: str) -> None:
    assert sentence not in text_of(changes, "cfo")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ((), "It serves the first objective of the company: Win enterprise manufacturers."),
        ((), "CAC payback from 18.5 months to 17.4 months."),
        (("kpis.cac_payback.next_target=18.5",), "CAC payback held at 18.5 months."),
        (("objectives.O1.metric=new_arr",), "New-customer ARR from $6.2M planned for FY2026 to $7.6M."),
        (
            ("objectives.O1.metric=new_arr", "kpis.new_arr.next_target=6200000"),
            "New-customer ARR held at $6.2M.",
        ),
        ((), "Daniel keeps control of the money."),
    ],
)
def test_the_chief_executive_hears_what_is_true(changes: tuple[str, ...], sentence: str) -> None:
    assert sentence in text_of(changes, "ceo")
