"""The budget deck: what each slide says in each mode, for each audience, and when something is missing."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from alignkit.build import Made, Request, Workshop, make, prepare
from alignkit.catalogue import Catalogue, packaged
from alignkit.diagnostics import Report
from alignkit.model.blocks import Columns, Heading, Notes
from alignkit.model.charts import Chart, ChartKind
from alignkit.model.deck import Layout
from alignkit.model.document import Document
from alignkit.rehearsal.data import copied, put, source_of
from alignkit.showing import plain
from alignkit.source import Data, read, steps_of
from alignkit.walking import block_lines, lines

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    Changes = Mapping[str, Data]

CONTEXT = packaged("examples/quillmere") / "context.yaml"
STARTER = packaged("templates/budget-deck") / "starter.yaml"
WORKSHOP = Workshop(Catalogue(None))
AUDIENCES = ("cfo", "ceo", "cro", "board", "team")
MODES = ("ask", "defend", "board")
REQUEST = "Approve $2.88M for FY2027 by Fri, Dec 11: 190 new customers at a loaded CAC of $45,158"
RECORD = "FY2026 is forecast 2.1% over plan in spend with 96.8% of planned customers; the ask adds $480,000"
ASSUMPTIONS = "Five assumptions carry the plan; the win rate matters most"
WORK = "Every dollar of $1.68M for programmes serves an objective; the largest initiative is Mid-market demand engine, $560,000"
RETURN = "Loaded CAC falls to $45,158; payback is 17.4 months against a ceiling of 18 months"
TIERS = "Ask is the last step that clears policy: the step to Stretch pays back in 19.6 months, beyond the ceiling of 18 months"
BAD_YEAR = "In a bad year payback reaches 21.2 months and capped LTV:CAC 2.83x: both limits break; $1.38M is released later, at two gates"
CONTROL = "Less money: Marketing technology goes first; more control: $1.38M is released later, at two gates"
CLOSING = "Daniel, please approve $2.88M for FY2027 by Fri, Dec 11"
FRONT = {
    "ask": (REQUEST, RECORD, ASSUMPTIONS, WORK, RETURN, TIERS, BAD_YEAR, CONTROL, CLOSING),
    "defend": (
        "At $300,000 less, five things stop from Jan 1, 2027: $320,000 saved, $20,000 more than announced",
        "Saving $320,000 costs 11 customers and $343,200 of gross profit a year",
        "Our order takes $320,000 and says what it costs; a flat cut takes 10.4% of every line",
        BAD_YEAR,
        "We recommend FY2027 as asked, $1.38M of it released at two gates, not a cut of $300,000",
        "Daniel, please decide by Fri, Dec 11: leave FY2027 as asked, with its gates",
    ),
    "board": (
        "Support $2.88M for FY2027; the CFO decides by Fri, Dec 11: 190 new customers at a loaded CAC of $45,158",
        RECORD,
        TIERS,
        ASSUMPTIONS,
        BAD_YEAR,
        "We ask the board to support $2.88M for FY2027; the CFO decides by Fri, Dec 11",
    ),
}
WIN_RATE: Data = {"id": "win_rate", "low": Decimal("0.2"), "base": Decimal("0.235"), "high": Decimal("0.26")}
NO_COST: Changes = {"finance": None} | {f"budget.tiers[{tier}].sales_cost": None for tier in range(4)}
SHOP: Changes = {"company.model": "ecommerce"}
LABELS = ("Say:", "Proof:", "If asked:", "Bridge:")
PEOPLE = (
    "Helena", "Marta", "Daniel", "Priya", "Tomas", "Noor", "Marek", "Sofie", "Brandt-Osei", "Okoye-Hart",
)  # fmt: skip


_known: dict[str, tuple[tuple[Made, ...], Report]] = {}


def made(
    mode: str = "ask", audience: str = "cfo", changes: Changes | None = None, context: Path = CONTEXT
) -> tuple[tuple[Made, ...], Report]:
    """The deck and its list of figures, and what all stages and rules reported; made once for each version."""
    version = repr((mode, audience, changes, context))
    if version not in _known:
        _known[version] = _made(mode, audience, changes, context)
    return _known[version]


def _made(
    mode: str, audience: str, changes: Changes | None, context: Path
) -> tuple[tuple[Made, ...], Report]:
    report = Report()
    source = read(context, report)
    assert source is not None
    data = copied(source.data)
    if mode == "defend" and context != CONTEXT:
        cut: Data = {"amount": 300_000, "on": date(2027, 1, 1), "reason": "All save"}
        put(data, steps_of("budget.announced_cut"), cut)
    for path, value in (changes or {}).items():
        put(data, steps_of(path), value)
    prepared, kind = prepare(source_of(data), report), WORKSHOP.kind("budget-deck", report)
    assert prepared is not None
    assert kind is not None
    several = make(kind, prepared, Request(context, audience=audience, mode=mode), WORKSHOP, report)
    assert [] == [each.message for each in report if each.code.startswith(("TPL", "CTX"))]
    return several, report


def deck(mode: str = "ask", audience: str = "cfo", changes: Changes | None = None) -> Document:
    model = made(mode, audience, changes)[0][0].model
    assert isinstance(model, Document)
    return model


def titles(document: Document) -> list[str]:
    return [
        plain(block.inlines) for block in document.blocks if isinstance(block, Heading) and block.level == 1
    ]


def front(document: Document) -> tuple[str, ...]:
    """The titles before the appendix."""
    found = titles(document)
    return tuple(found[: found.index("Appendix")])


def notes(document: Document) -> list[list[str]]:
    return [
        [plain(line) for line in block_lines(block)] for block in document.blocks if isinstance(block, Notes)
    ]


def text_of(document: Document) -> str:
    return "\n".join(map(plain, lines(document)))


@pytest.mark.parametrize("mode", MODES)
def test_the_slides_of_a_mode_say_this(mode: str) -> None:
    assert FRONT[mode] == front(deck(mode, "board" if mode == "board" else "cfo"))


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("mode", MODES)
def test_each_slide_before_the_appendix_has_notes_to_speak_from(mode: str, audience: str) -> None:
    document = deck(mode, audience)
    spoken = notes(document)

    assert len(front(document)) == len(spoken)
    assert len(set(titles(document))) == len(titles(document))
    for said in spoken:
        assert LABELS == tuple(
            label for line, label in zip(said, LABELS, strict=True) if line.startswith(label)
        )
        assert 60 <= len(" ".join(said).split()) <= 120


@pytest.mark.parametrize(("mode", "audience"), [(mode, "cfo") for mode in MODES] + [("board", "board")])
def test_the_worked_example_breaks_no_rule_but_those_about_its_tiers_and_gates(
    mode: str, audience: str
) -> None:
    _, report = made(mode, audience)

    assert {"BUD-016", "BUD-032"} >= {each.code for each in report}


@pytest.mark.parametrize("mode", MODES)
def test_the_first_context_of_this_kind_makes_a_deck_without_errors(mode: str) -> None:
    _, report = made(mode, context=STARTER)

    assert [] == [(each.code, each.message) for each in report if each.severity == "error"]


@pytest.mark.parametrize("mode", MODES)
def test_the_team_sees_no_name_and_no_cost_of_people(mode: str) -> None:
    text = text_of(deck(mode, "team"))

    assert [] == [name for name in PEOPLE if name in text]
    assert not re.search(r"1,200,000|\$1\.2M|\$180,000|\$150,000|\$120,000|1,020,000|1,050,000", text)


@pytest.mark.parametrize(
    ("changes", "mode", "audience", "said"),
    [
        ({}, "ask", "cfo", ("Every dollar of", "Qualified opportunities", "Win rate moves", "New ARR, USD", "contract value are shared with sales")),
        ({"company.currency": "EUR"}, "ask", "cfo", ("Every euro of",)),
        (SHOP, "ask", "cfo", ("the conversion rate matters most", "Visits", "First-year value of a new customer", "First-year revenue, USD", "order value are shared with others", "a conversion rate of")),
        (SHOP, "ask", "cro", ("Visits by segment",)),
        (SHOP, "defend", "cfo", ("of first-year revenue", "a first order takes")),
        ({"company.model": "services"}, "ask", "cfo", ("the win rate matters most", "New yearly revenue, USD", "contract value are shared with sales")),
        ({}, "ask", "cro", ("Pipeline by segment",)),
    ],
)  # fmt: skip
def test_slides_speak_of_the_trade_of_the_company(
    changes: Changes, mode: str, audience: str, said: tuple[str, ...]
) -> None:
    text = text_of(deck(mode, audience, changes))

    assert [] == [words for words in said if words not in text]


@pytest.mark.parametrize("audience", AUDIENCES)
@pytest.mark.parametrize("mode", MODES)
def test_a_shop_reads_no_word_of_sellers(mode: str, audience: str) -> None:
    document = deck(mode, audience, {**SHOP, "budget.downside.story": "A late frost."})
    said = "\n".join([*front(document), *(line for each in notes(document) for line in each)])

    for words in ("pportunit", "in rate", "ARR", "contract value", "seller", "of marketing pipeline"):
        assert words not in said


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"finance.policy.payback_ceiling_months": 17}, "Ask pays back in 17.4 months, above the ceiling of 17 months"),
        ({"finance.policy.payback_ceiling_months": 17}, "Loaded CAC falls to $45,158; payback is 17.4 months, above the ceiling of 17 months"),
        ({"finance.policy.payback_ceiling_months": 25}, "Stretch would clear policy too, at 19.6 months for its step; we recommend Ask first"),
        ({"finance.policy.payback_ceiling_months": 25}, "In a bad year payback reaches 21.2 months and capped LTV:CAC 2.83x: the LTV:CAC floor breaks, the payback ceiling holds"),
        ({"finance.policy": None}, "The step to Stretch pays back in 19.6 months; we recommend Ask"),
        ({"finance.policy": None}, "In a bad year payback reaches 21.2 months and capped LTV:CAC 2.83x; $1.38M is released later, at two gates"),
        ({"finance.last_plan": None}, "The ask adds $480,000 to the $2.4M of FY2026"),
        ({"budget.lines[0].prior": 2_000_000, "finance.last_plan": None}, "The ask takes $500,000 from the $3.38M of FY2026"),
        ({"budget.lines[0].prior": 1_500_000, "finance.last_plan": None}, "The ask stays at the $2.88M of FY2026"),
        ({"budget.lines[0].prior": 2_000_000}, "FY2026 is forecast 2.1% over plan in spend with 96.8% of planned customers; the ask takes $500,000 less"),
        ({"finance.last_plan.actual_spend": 2_350_000}, "FY2026 is forecast exactly on plan in spend with 96.8% of planned customers; the ask adds $480,000"),
        ({"finance.last_plan.actual_spend": 2_300_000}, "FY2026 is forecast 2.1% under plan in spend with 96.8% of planned customers; the ask adds $480,000"),
        ({"meta.as_of": date(2027, 1, 15)}, "FY2026 ended 2.1% over plan in spend with 96.8% of planned customers; the ask adds $480,000"),
        (NO_COST, "Without figures from finance, no cost of a customer can be shown"),
        (NO_COST, "Approve $2.88M for FY2027 by Fri, Dec 11: 190 new customers, sales cost not counted"),
        ({"finance": None}, "Loaded CAC is $45,158"),
        ({"budget.downside": None}, "No bad year is planned; the win rate alone moves $1.00M of new yearly revenue"),
        ({"budget.downside": None, "budget.drivers": []}, "We have not planned a bad year yet"),
        ({"budget.drivers": []}, "Three assumptions carry the plan, none with a range"),
        ({"budget.drivers": [WIN_RATE]}, "Four assumptions carry the plan, one with a range"),
        ({"budget.tiers[2].new_customers": 0, "budget.tiers[2].mkt_customers": 0}, "The plan wins no new customer, so there is no cost of one"),
        ({"finance.policy.payback_ceiling_months": None}, "In a bad year payback reaches 21.2 months and capped LTV:CAC 2.83x, 0.17x below the floor of 3x"),
        ({"budget.cuts": []}, "$1.38M is released later, at two gates, each after its test"),
        ({"budget.gates": []}, "Less money: Marketing technology goes first; the list frees $480,000"),
        ({"budget.gates": [], "budget.cuts": []}, "$1.43M can still be stopped; $1.45M is committed"),
        ({"initiatives[4].objective": None}, "$160,000 of programme money, 9.5%, serves no objective yet"),
        ({"budget.tiers[3].new_customers": 190}, "Ask is the last tier that adds customers: Stretch costs $360,000 more and adds none"),
        ({"budget.tiers[2].new_customers": 0, "budget.tiers[2].mkt_customers": 0}, "Approve $2.88M for FY2027 by Fri, Dec 11: no new customers"),
        ({"budget.tiers[2].new_customers": 1, "budget.tiers[2].mkt_customers": 1}, "Approve $2.88M for FY2027 by Fri, Dec 11: 1 new customer at a loaded CAC of $8.58M"),
        ({"budget.tiers[3].new_customers": 185}, "Ask is the last tier that adds customers: Stretch costs $360,000 more and wins 5 fewer"),
        ({"budget.tiers[1].new_customers": 190}, "Ask costs $480,000 more than Hold flat and wins the same 190 customers"),
        ({"budget.tiers[1].new_customers": 190, "budget.tiers[3].new_customers": 190}, "Ask costs $480,000 more than Hold flat and wins the same 190 customers; no dearer tier adds any"),
        ({"budget.decision.ask_tier": "reduced", "budget.downside": None, "finance.policy": None} | {f"budget.tiers[{tier}].new_customers": 154 for tier in (1, 2, 3)}, "Reduced is the cheapest tier, and no dearer one adds customers: Hold flat costs $360,000 more and adds none"),
        ({"budget.decision.ask_tier": "stretch", "budget.downside.tier": "stretch"}, "The step to Stretch pays back in 19.6 months, beyond the ceiling of 18 months; as a whole Stretch passes at 17.5 months"),
        ({"budget.decision.ask_tier": "stretch", "budget.downside.tier": "stretch", "finance.policy": None}, "Stretch is the dearest of four tiers: $360,000 and 10 customers more than Ask"),
        ({"finance.policy.ltv_cac_floor": 4}, "Ask brings a capped LTV:CAC of 3.45x, below the floor of 4x"),
        ({"finance.policy.ltv_cac_floor": 4, "budget.tiers[2].exception": "The new region pays back later"}, "Ask brings a capped LTV:CAC of 3.45x, below the floor of 4x, and asks for an exception"),
        ({"finance.policy.ltv_cac_floor": 4, "finance.policy.payback_ceiling_months": 17}, "Ask breaks policy: payback 17.4 months against 17 months, LTV:CAC 3.45x against 4x"),
    ],
)  # fmt: skip
def test_a_title_follows_the_figures(changes: Changes, title: str) -> None:
    assert title in front(deck(changes=changes))


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({"budget.gates": []}, "We recommend the ranked cuts: $320,000 and 11 customers, not a share of every line"),
        ({"budget.gates": []}, "Daniel, please decide by Fri, Dec 11: cut by rank, not by share"),
        ({"budget.cuts": []}, "At $300,000 less, nobody has said yet what stops"),
        ({"budget.cuts": []}, "$300,000 less is announced, and what that costs is not known"),
        ({"budget.cuts": [], "budget.gates": []}, "We recommend no cut before its price is known"),
        ({"budget.announced_cut.amount": 600_000}, "At $600,000 less, seven things stop from Jan 1, 2027: $480,000 saved, $120,000 is still to be found"),
        ({"budget.announced_cut.amount": 600_000}, "Our order reaches $480,000; a flat cut of 20.8% takes $104,167 out of committed money"),
        ({"budget.announced_cut.amount": 335_000}, "At $335,000 less, five things stop from Jan 1, 2027: $320,000 saved, $15,000 stays open"),
        ({"budget.announced_cut.amount": 320_000}, "At $320,000 less, five things stop from Jan 1, 2027"),
        ({"budget.announced_cut.amount": 400_000}, "Our order takes $410,000 and says what it costs; a flat cut takes 13.9% of every line"),
        ({"budget.announced_cut.on": date(2026, 8, 1)}, "At $300,000 less, five things stop for FY2027: $320,000 saved, $20,000 more than announced"),
        ({"budget.announced_cut.on": date(2026, 8, 1)}, "Saving $320,000 costs 11 customers and $343,200 of gross profit a year"),
        ({"budget.announced_cut.on": date(2027, 7, 1)}, "At $300,000 less, seven things stop from Jul 1, 2027: $240,000 saved in FY2027, $60,000 is still to be found"),
        ({"budget.announced_cut.on": date(2027, 7, 1)}, "Saving $480,000 costs 20 customers and $624,000 of gross profit in a full year"),
        ({"budget.announced_cut.on": date(2027, 7, 1)}, "Our order reaches $240,000 in FY2027 and says what it costs; a flat cut takes 10.4% of every line"),
        ({"budget.announced_cut": {"amount": 160_000, "on": date(2027, 7, 1)}}, "At $160,000 less, five things stop from Jul 1, 2027: $160,000 saved in FY2027, as announced"),
        ({"budget.announced_cut.on": date(2027, 7, 1), "budget.gates": []}, "We recommend the ranked cuts: $240,000 saved in FY2027, not a share of every line"),
        ({"budget.announced_cut.on": date(2028, 2, 1)}, "At $300,000 less, five things stop from Feb 1, 2028: nothing is saved within FY2027"),
        ({"budget.announced_cut.amount": 70_000}, "Saving $70,000 costs no customers and no gross profit that we plan"),
        ({"budget.announced_cut.amount": 70_000}, "We recommend the ranked cuts: $70,000 for no planned customer, not a share of every line"),
        ({"finance.FY2027.gross_margin": None}, "Saving $320,000 costs 11 customers; what they are worth is not known"),
        ({"budget.cuts[2].customers": None}, "Saving $320,000 is known, and what it costs is not"),
        ({"budget.cuts[2].customers": None}, "Our order takes $320,000; a flat cut takes 10.4% of every line"),
        ({"company.sales_cycle_days": None}, "Saving $320,000 costs 11 customers and $343,200 of gross profit a year"),
        ({"budget.announced_cut.on": date(2027, 11, 1)}, "Saving $480,000 costs 20 customers and $624,000 of gross profit in a full year"),
    ],
)  # fmt: skip
def test_the_defence_follows_the_figures(changes: Changes, title: str) -> None:
    assert title in front(deck("defend", changes=changes))


def test_the_slide_with_the_cuts_says_what_was_announced_what_is_taken_and_what_stays_open() -> None:
    taken = text_of(deck("defend", changes={"budget.announced_cut.amount": 335_000}))
    needless = text_of(deck("defend", changes={"budget.announced_cut.amount": 240_000}))

    assert "What stays open is below $25,000, from which on a difference has to be explained." in taken
    assert "$15,000 short of the $335,000 announced from Jan 1, 2027" in taken
    assert "Each cut is taken whole; cuts 5 and 6 are not needed for $240,000." in needless
    assert "Enterprise marketer not hired" not in needless


def test_the_table_of_cuts_stands_once_and_each_line_has_both_ways_to_cut() -> None:
    text = text_of(deck("defend"))

    assert 1 == text.count("Second intent-data seat\n")
    assert "Our order leaves lines untouched, and says beside each saving what goes with it." in text
    assert "Our order says beside each saving" in text_of(
        deck("defend", changes={"budget.announced_cut.amount": 480_000})
    )
    assert "Our order, USD\nCustomers lost by it\nFlat cut, USD\nNot committed, USD\n" in text
    assert "\nTeam\n150,000\n8\n125,000\n150,000\n" in text


@pytest.mark.parametrize(
    ("materiality", "title", "objection"),
    [
        (100_000, "Our order reaches $480,000; a flat cut of 20.8% takes $104,167 out of committed money", True),
        (None, "Our order reaches $480,000; a flat cut of 20.8% takes $104,167 out of committed money", True),
        (110_000, "Our order reaches $480,000 and says what it costs; a flat cut takes 20.8% of every line", False),
    ],
)  # fmt: skip
def test_committed_money_is_an_objection_to_a_flat_cut_from_the_materiality_on(
    materiality: int | None, title: str, *, objection: bool
) -> None:
    changes: Changes = {"budget.announced_cut.amount": 600_000, "finance.policy.materiality": materiality}
    document = deck("defend", changes=changes)

    assert title in front(document)
    assert objection is ("it does not work" in text_of(document))
    assert objection is not ("below $110,000 that is no objection to it" in text_of(document))


@pytest.mark.parametrize(("base", "shown"), [(2_400_000, False), (2_350_000, True)])
def test_a_tier_that_equals_the_ranked_cuts_has_no_column_of_its_own(base: int, *, shown: bool) -> None:
    changes: Changes = {
        "budget.announced_cut.amount": 480_000,
        "budget.tiers[1].total": base,
        "budget.lines[0].base": 1_050_000 - (2_400_000 - base),
    }
    text = text_of(deck("defend", changes=changes)).split("We recommend FY2027 as asked")[1].split("Say:")[0]

    assert shown is ("Ranked cuts\nHold flat\n" in text)
    assert shown is not ("Hold flat comes to the same spend and customers as the ranked cuts." in text)


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({}, "After the ranked cuts payback is inside the ceiling of 18 months."),
        ({}, "none is planned for the ranked cuts"),
        ({}, "counted as 5 years each by policy with no churn taken off before, $1.72M of gross profit is lost"),
        ({}, "and only a part of the $343,200 falls within FY2027"),
        ({}, "no earlier one is dropped to come closer to $300,000"),
        ({}, "Its payback of 18.3 months is outside the ceiling of 18 months."),
        ({}, "Stay at the level of Hold flat and plan again; saves $480,000 in a full year"),
        ({"budget.gates[0].else": "Go back to Stretch"}, "If not: Go back to Stretch; costs $360,000 more in a full year"),
        ({"budget.cuts[2].customers": None}, "Payback is 17.4 months as planned; after the ranked cuts it is not known, as one of them does not say how many customers it loses."),
        ({"budget.tiers[2].new_customers": 11}, "the ranked cuts leave no new customer to count it on"),
        (NO_COST, "Spend and customers are those of the plan; unit economics need figures from finance."),
        ({"finance.policy.payback_ceiling_months": 17}, "It saves $480,000 and wins 20 fewer customers. That is more than the $300,000 announced."),
        ({"budget.gates": []}, "If asked: “And if I decide nothing?”"),
        ({}, "if one is not, what the next page says. Not every failed test saves the $300,000."),
        ({"budget.gates[0].else": "Plan again"}, "for Q1. If not: Plan again; saves at most $720,000"),
        ({"budget.gates[1].else": ""}, "on trailing two quarters. If not: $660,000 is not released, and saved"),
        ({"budget.announced_cut.on": date(2027, 7, 1)}, "Jul 1, 2027 leaves 6 months of FY2027 and, spread evenly, $240,000 to save"),
        ({"budget.announced_cut.on": date(2027, 7, 1)}, "cut from Jul 1, 2027, FY2027 spends $2.64M"),
        ({"budget.announced_cut.on": date(2027, 11, 1)}, "and none of the $624,000 falls within FY2027"),
        ({"budget.cuts[2].customers": None}, "Not known: how many customers one of the cuts loses"),
        ({"finance.policy.payback_ceiling_months": Decimal("17.71")}, "Room to the ceiling, months\n0.3\njust outside\n"),
        ({"budget.tiers[1].new_customers": None, "budget.tiers[1].mkt_customers": None}, "how many customers it wins is not planned"),
        ({"budget.tiers[1].new_customers": 193}, "It saves $480,000 and wins 3 more."),
    ],
)  # fmt: skip
def test_the_slides_of_the_defence_say_it_as_it_is(changes: Changes, told: str) -> None:
    assert told in text_of(deck("defend", changes=changes))


def test_cuts_of_half_a_year_are_not_said_to_spend_as_little_as_a_cheaper_plan() -> None:
    changes: Changes = {"budget.announced_cut.amount": 480_000, "budget.announced_cut.on": date(2027, 7, 9)}
    text = text_of(deck("defend", changes=changes))

    assert "same spend" not in text
    assert "and a full year of the cuts costs 20 customers and $624,000 of gross profit\n" in text


def test_a_cut_after_the_plan_leaves_the_plan_as_asked() -> None:
    document = deck("defend", changes={"budget.announced_cut.on": date(2028, 2, 1)})
    text = text_of(document)

    for title in (
        "At $300,000 less, five things stop from Feb 1, 2028: nothing is saved within FY2027",
        "Our order saves $320,000 a year and says what it costs; a flat cut takes 10.4% of every line",
        "We recommend FY2027 as asked: nothing of the $300,000 falls within it",
    ):
        assert title in front(document)
    assert text.startswith(
        "Leave FY2027 as asked: the cut of $300,000 begins after it and belongs to a later plan\n"
    )
    assert "Our order, a full year, USD\nCustomers lost by it\nFlat cut, a full year, USD\nTeam\n" in text
    for said in ("still to be found", "short of the", "you need", "Not committed"):
        assert said not in text.split("Appendix")[0]


@pytest.mark.parametrize("gates", [True, False])
def test_the_part_that_costs_no_customer_is_taken_and_gates_answer_for_the_rest(*, gates: bool) -> None:
    free: Changes = {f"budget.cuts[{place}].customers": 0 for place in range(7)}
    changes = {**free, "budget.announced_cut.amount": 600_000} | ({} if gates else {"budget.gates": []})
    document = deck("defend", changes=changes)
    *_, recommended, decision = front(document)

    if gates:
        assert text_of(document).startswith(
            "Cut $480,000 from FY2027 by rank, which costs no planned customers; for the other $120,000, "
            "$1.38M is released later, at two gates"
        )
        assert recommended == (
            "We recommend the ranked cuts, $480,000 for no planned customer, and the two gates for the rest"
        )
        assert "take the saving that costs no customers, and leave the rest at its gates" in decision
    else:
        assert "$120,000 of the $600,000 announced is still to be found" in text_of(document)
        assert "cut by rank, not by share" in decision


def test_only_the_decider_is_told_what_happens_if_i_decide_nothing() -> None:
    assert "“And if nobody decides?”" in text_of(deck("defend", "team"))
    assert "“And if nobody decides?”" not in text_of(deck("defend"))


def test_one_line_of_committed_money_is_not_said_to_stand_alone() -> None:
    changes: Changes = {"budget.announced_cut.amount": 600_000, "finance.policy.materiality": None}
    one = {**changes, "budget.lines[4].committed": 200_000}

    assert "Team alone would have to give $100,000" in text_of(deck("defend", changes=changes))
    assert "Team would have to give $100,000" in text_of(deck("defend", changes=one))


def test_a_cut_that_costs_no_customer_is_not_said_to_cost_any() -> None:
    text = text_of(deck("defend", changes={"budget.announced_cut.amount": 70_000}))

    assert "no planned customer goes with it" in text
    assert "In customers not at all, as far as we have planned." in text
    for said in ("those customers", "the first customers are missing", "Until then", "Both numbers"):
        assert said not in text.split("We recommend")[0]


def test_the_defence_needs_an_announced_cut() -> None:
    kind = WORKSHOP.kind("budget-deck", Report())

    assert kind is not None
    assert ["budget.announced_cut"] == [
        need.path for need in kind.in_mode("defend").needs if need not in kind.needs
    ]
    assert kind.in_mode("ask").needs == kind.in_mode("board").needs == kind.needs


def test_the_notes_of_the_board_lead_to_the_slide_that_follows() -> None:
    bridges = [said[-1].removeprefix("Bridge: ") for said in notes(deck("board"))]

    assert [
        "Before next year, the account of this one.",
        "Next, the steps between less and more.",
        "Next, what the plan rests on.",
        "Next, what happens if the year is bad.",
        "One sentence is left: the decision.",
    ] == bridges[:-1]


@pytest.mark.parametrize(
    ("margin", "answer"),
    [
        (0, "With a gross margin of 0% no customer pays back, at any amount; that has to change before payback can be discussed."),
        (None, "There is no payback to show yet: it takes the gross margin of FY2027, and these papers do not have it."),
    ],
)  # fmt: skip
def test_without_a_payback_the_notes_say_why(margin: int | None, answer: str) -> None:
    text = text_of(deck(changes={"finance.FY2027.gross_margin": margin}))

    assert f"If asked: “Payback is too slow.” {answer}" in text


def test_the_team_sees_no_total_beside_the_lines_it_sees() -> None:
    model = made("ask", "team", context=STARTER)[0][0].model

    assert isinstance(model, Document)
    assert "Media and events is the largest of two lines, people not counted" in front(model)


def test_the_team_hears_of_no_line_of_people_that_stops() -> None:
    cut: Data = {"order": 1, "line": "people", "amount": 300_000, "customers": 8, "loses": "Nobody is hired"}
    text = text_of(deck("defend", "team", {"budget.cuts": [cut]}))

    assert "At $300,000 less, no line of programme money stops" in text
    assert "Nobody is hired" not in text


def test_a_source_without_owner_is_not_called_published() -> None:
    text = text_of(deck(changes={"sources.plan27.owner": None}))

    assert "no owner named" in text
    assert "The figures come from five sources" in text


def test_slide_six_answers_less_and_slide_seven_the_worst_case() -> None:
    spoken = dict(zip(front(document := deck()), notes(document), strict=True))

    assert "Can you do it with less?” Yes: Hold flat saves $480,000" in spoken[TIERS][2]
    assert "What is the worst case?" in spoken[BAD_YEAR][2]


def test_the_first_slide_has_the_ask_the_price_of_less_the_bad_year_and_the_date() -> None:
    text = text_of(deck()).split(RECORD)[0]

    assert "Hold flat saves $480,000 and wins 20 fewer customers; payback 18.3 months" in text
    assert (
        "Payback 21.2 months, outside the ceiling of 18 months; $1.38M is released later, at two gates"
        in text
    )
    assert "January events contracts lapse" in text


def test_what_the_author_would_settle_for_stands_nowhere() -> None:
    for mode in MODES:
        assert "second decision on the rest" not in text_of(deck(mode))


def test_every_figure_of_the_deck_is_in_the_list() -> None:
    several, _ = made()
    assert ["deck", "figures"] == [each.output.name for each in several]
    listed = several[1].model
    assert isinstance(listed, Document)

    assert "(spend + sales cost) / new customers" in text_of(listed)
    assert [Layout.CLOSING, Layout.SECTION] == [
        block.layout
        for block in deck().blocks
        if isinstance(block, Heading) and block.layout in (Layout.CLOSING, Layout.SECTION)
    ]


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "The ask pays for one new role, Enterprise marketer, from March 2027 at $150,000, one more only in a dearer tier; of the initiatives, two go on"),
        ({"budget.headcount[0].tier": "stretch"}, "No role is in the ask, two only in a dearer tier; of the initiatives, two go on"),
        ({"budget.headcount": []}, "Of the initiatives, two go on"),
        ({"initiatives[1].status": "paused", "initiatives[0].status": "stopped"}, "The ask pays for one new role, Enterprise marketer, from March 2027 at $150,000, one more only in a dearer tier; of the initiatives, one goes on, one waits, one has ended"),
        ({}, "Of two benchmarks one is comparable: CAC payback, median 16 months, ours 17.4 months"),
    ],
)  # fmt: skip
def test_a_title_of_the_appendix_follows_the_figures(changes: Changes, title: str) -> None:
    assert title in titles(deck(changes=changes))


def test_a_measure_names_the_sources_of_its_figure() -> None:
    text = text_of(deck()).split("are measures with names of their own")[1]

    assert "quarter before\nGeneral ledger and Q4 forecast, Sun, Nov 15" in text


@pytest.mark.parametrize(
    ("proof", "said"),
    [
        ({"test": "A holdout", "result_on": date(2027, 4, 30)}, "Proven: nothing yet. Test: A holdout; result Apr 30, 2027"),
        ({"test": "A holdout", "proven_share": Decimal("0.25")}, "Proven: 25% of what is attributed, 24 of 98. The test: A holdout (FY2027 bottom-up marketing plan v3, Thu, Nov 19)"),
        ({"test": "A holdout", "proven_share": Decimal("0.25"), "result_on": date(2026, 10, 30), "source": "crm"}, "The test: A holdout, result of Fri, Oct 30 (CRM closed-won and pipeline report, Wed, Nov 18)"),
        ({"test": "A holdout", "proven_share": Decimal("0.25")}, "98 of 190 planned customers are attributed to marketing, and at the share a test has shown 24 would not have come without it"),
        ({"test": "A holdout", "proven_share": Decimal("0.25")}, "Some may: attributed is not proven; a test has shown 25% to be extra. CAC, payback and the bad year count all of them."),
        (None, "Some may: attributed is not proven. CAC, payback and the bad year count all of them."),
        (None, "How much would have come anyway is not known; a holdout would show it"),
    ],
)  # fmt: skip
def test_what_is_proven_of_what_is_attributed(proof: Data, said: str) -> None:
    assert said in text_of(deck(changes={"budget.proof": proof}))


ALIKE: Changes = {f"budget.tiers[{tier}].new_customers": 190 for tier in range(4)}
EVEN: Changes = {
    "finance.FY2027.gross_margin": 1,
    "finance.FY2027.new_customer_acv": 9200,
    "finance.policy.payback_ceiling_months": 17,
    "budget.tiers[2].sales_cost": 4_940_000,
    "budget.tiers[2].new_customers": 850,
}
FLAT: Changes = {"budget.lines[0].prior": 1_500_000}
ONE: dict[str, Data] = {
    f"budget.tiers[{tier}].{name}": 1 for tier in range(4) for name in ("new_customers", "mkt_customers")
}
FLOOR: Changes = {
    "finance.policy.ltv_cac_floor": 4,
    "budget.tiers[2].exception": "The region pays back later",
}


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        (FLAT, "Every line with its basis stands in the appendix."),
        ({}, "Each bar between the totals but the last is a line of the budget; every line with its basis"),
        ({"finance.last_plan": None}, "“How does FY2026 stand against its plan?” These papers have no plan of FY2026 to hold it against"),
        ({"finance.policy.payback_ceiling_months": Decimal("17.45")}, "Less than a customer of room to the ceiling. At this spend it takes all 190 customers planned."),
        (ONE | {"finance.policy.payback_ceiling_months": 3400}, "Less than a customer of room to the ceiling. At this spend it takes the only customer planned."),
        (EVEN, "At this spend it holds down to 600 customers, 250 fewer than planned."),
        (ONE, "The only planned customer is attributed to marketing"),
        ({"budget.tiers[2].mkt_customers": 0}, "No planned customer is attributed to marketing Share of"),
        ({"budget.tiers[2].mkt_customers": 190}, "All 190 planned customers are attributed to marketing"),
        (FLOOR, "Exception. A capped LTV:CAC of 3.45x, below the floor of 4x: The region pays back later"),
        (FLOOR, "asks for $2.88M in FY2027, $480,000 more than FY2026, as an exception to policy"),
        (FLOOR, "Ask has a capped LTV:CAC of 3.45x, below the floor of 4x; the exception we ask for: The region pays back later."),
        ({"finance.policy.ltv_cac_floor": 4}, "Outside policy. A capped LTV:CAC of 3.45x, below the floor of 4x"),
        ({"finance.policy.payback_ceiling_months": 17}, "Outside policy. A payback of 17.4 months, above the ceiling of 17 months"),
        ({"finance.policy.payback_ceiling_months": 17}, "the payback ceiling stays broken"),
        ({"budget.downside.opportunities": 0}, "It counts on no opportunities of marketing"),
        ({}, "Stay at the level of Hold flat and plan again (saves $480,000 in a full year)"),
        ({"budget.downside.tier": "base"}, "Bad year under Hold flat. Payback"),
        ({"budget.downside.tier": "base"}, "The bad year is planned under Hold flat, not under Ask:"),
        ({}, "This is the worst we have planned for: 21.2 months"),
        ({}, "The magic number is forecast to rise from 0.74 to 0.84"),
        ({"finance.quarters[3].net_new_arr": 1_328_000}, "The magic number is forecast to end at 0.74, where it began"),
        ({"finance.quarters[3].net_new_arr": 1_280_000, "finance.quarters[3].forecast": False}, "The magic number is forecast to fall from 0.74 to 0.71"),
        ({"finance.quarters[3].net_new_arr": 1_280_000, "meta.as_of": date(2027, 1, 15), "finance.quarters[3].forecast": False}, "The magic number falls from 0.74 to 0.71"),
        (ALIKE, "No step has a payback of its own."),
        ({"budget.tiers[2].sales_cost": 0, "budget.tiers[1].sales_cost": 0}, "All $2.88M of Ask. Before the first gate opens, $1.5M of it is free;"),
    ],
)  # fmt: skip
def test_a_slide_says_what_the_figures_allow(changes: Changes, said: str) -> None:
    assert said in " ".join(text_of(deck(changes=changes)).split())


def test_tiers_above_the_ceiling_are_named_below_them() -> None:
    text = text_of(deck())

    assert (
        "As a whole, Reduced and Hold flat are above the ceiling of 18 months. "
        "Taken alone, the step to Stretch is above it. Step rows show the difference to the tier on the left"
    ) in text


@pytest.mark.parametrize(
    ("changes", "title"),
    [
        ({}, "The largest part of programme money has one aim: Win enterprise manufacturers"),
        ({"objectives[0].statement": "Win manufacturers with several plants in each of our regions"}, "Programme money is shared by two objectives"),
        ({"initiatives[4].objective": None}, "Mid-market demand engine takes the largest part of programme money"),
    ],
)  # fmt: skip
def test_programme_money_is_shared_out_by_objective_where_each_part_has_one(
    changes: Changes, title: str
) -> None:
    columns = [block for block in deck(changes=changes).blocks if isinstance(block, Columns)]
    charts = [
        part for each in columns for side in each.columns for part in side.blocks if isinstance(part, Chart)
    ]

    assert [title] == [chart.title for chart in charts if chart.kind is ChartKind.FULL_BAR]


def test_the_announced_cut_stands_on_the_first_slide_with_its_reason() -> None:
    cut = "$300,000, from Jan 1, 2027: Group wants every function to spend less"

    assert cut in text_of(deck("defend"))


def test_money_of_a_goal_with_two_parents_is_shared_with_the_second() -> None:
    text = text_of(deck(audience="ceo", changes={"objectives[4].parents": ["O2", "O3"]}))
    money = text.split("Which objective the money serves")[1].split("Say:")[0]

    assert "$760,000 shared" in money
    assert "none" not in money
    assert "Money that serves two objectives is counted once, with the first it leads to" in money


@pytest.mark.parametrize(
    ("closed", "title"),
    [
        ((), "The largest of four open risks is expected to take $358,400 of new ARR"),
        ((1, 2, 3), "One risk is open, and it is expected to take $358,400 of new ARR"),
        ((0, 1, 3), "One risk is open, and it is expected to add $35,250 of marketing cost"),
    ],
)
def test_a_risk_says_what_it_takes_or_adds(closed: tuple[int, ...], title: str) -> None:
    assert title in titles(deck(changes={f"risks[{n}].status": "closed" for n in closed}))


def test_a_benchmark_has_our_own_figure_beside_it_and_its_year_once() -> None:
    changes: Changes = {"sources.bmkit26.name": "SaaS benchmarks of 2026"}
    text = text_of(deck(changes=changes))

    assert "CAC payback, median\n16 months\n17.4 months\n" in text
    assert "Marketing share of revenue, mean\n7.8%\n9.6%\n" in text
    assert "2026, 2026" not in text


@pytest.mark.parametrize(("lines", "rest"), [(6, False), (7, True), (8, True)])
def test_the_bridge_hides_no_single_line(lines: int, *, rest: bool) -> None:
    report = Report()
    source = read(CONTEXT, report)
    assert source is not None
    budget = copied(source.data)["budget"]
    assert isinstance(budget, dict)
    every = budget["lines"]
    assert isinstance(every, list)
    last = every[-1]
    assert isinstance(last, dict)
    added: list[Data] = [last | {"id": f"more{n}", "name": f"More {n}"} for n in range(lines - len(every))]
    still: list[Data] = [last | {"prior": last["ask"]}] if lines < len(every) else [last]
    more: Data = [*every[:-1], *still, *added]
    charts = [block for block in deck(changes={"budget.lines": more}).blocks if isinstance(block, Chart)]
    bridge = next(chart for chart in charts if chart.kind is ChartKind.WATERFALL)

    assert rest is ("Other lines together" in bridge.categories)


@pytest.mark.parametrize("mode", MODES)
def test_an_amount_below_a_hundred_has_one_form(mode: str) -> None:
    changes: dict[str, Data] = {f"budget.tiers[{n}].new_customers": 105_000 + 1000 * n for n in range(4)}
    changes["finance.FY2026.new_customers"] = 99_000
    text = text_of(deck(mode, changes=changes))

    assert "$80.19" in text
    assert not re.search(r"\b80\.2\b", text)


def test_the_team_sees_ranks_of_cuts_and_cannot_work_out_those_that_are_left_out() -> None:
    """What a hidden cut saves is the difference of two tiers less the cuts that are shown."""
    text = text_of(deck("ask", "team"))
    with_nobody = text_of(deck("ask", "team", {"budget.cuts[4].line": "paid"}))

    assert "What is lost\n1\nMarketing technology\nSecond intent-data seat\n2\nBrand" in text
    assert "Ranks that are missing are about people" in text
    assert "Customers lost" not in text
    assert "(saves" not in text
    assert "Enterprise marketer not hired" not in text
    assert "Customers lost" in with_nobody
    assert "Ranks that are missing" not in with_nobody


@pytest.mark.parametrize("mode", MODES)
def test_the_list_of_figures_for_the_team_has_no_name_and_no_addend_that_is_left_out(mode: str) -> None:
    model = made(mode, "team")[0][1].model
    assert isinstance(model, Document)
    text = text_of(model)

    assert [] == [name for name in PEOPLE if name in text]
    assert not re.search(r"1,200,000|\$1\.2M|1,020,000|1,050,000|1,260,000", text)
    assert "sum of the lines" in text


@pytest.mark.parametrize("locale", ["en-GB", "de-DE"])
def test_other_locales_have_the_same_slides(locale: str) -> None:
    assert len(FRONT["ask"]) == len(front(deck(changes={"meta.locale": locale})))
