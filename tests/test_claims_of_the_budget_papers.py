"""What the budget papers claim of their own figures: the whole bill, kinds, sources, limits, gates, the bad year."""

from __future__ import annotations

import re
from functools import cache

import pytest

from alignkit.build import Outcome, Request, Workshop, build
from alignkit.catalogue import Catalogue, packaged

CONTEXT = packaged("examples/quillmere") / "context.yaml"
WORKSHOP = Workshop(Catalogue(None))
NO_SALES = ("finance.FY2027.sales_cost=", *(f"budget.tiers.{tier}.sales_cost=" for tier in ("reduced", "base", "ask", "stretch")))  # fmt: skip
SHOP = (
    "company.sales_cycle_days=12", "company.model=ecommerce", "finance.policy=", "finance.FY2027.sales_cost=0",
    "finance.FY2026.sales_cost=0", *(f"budget.tiers.{tier}.sales_cost=0" for tier in ("reduced", "base", "ask", "stretch")),
)  # fmt: skip
SELLING_SHOP = ("company.model=ecommerce",)
SERVICES = ("company.model=services",)
BEATEN = ("finance.last_plan.actual_customers=160", "finance.last_plan.actual_spend=2300000")
ONE_SALES_COST = ("budget.tiers.stretch.sales_cost=5700000",)


@cache
def outcome_of(kind: str, changes: tuple[str, ...] = (), audience: str = "", mode: str = "") -> Outcome:
    request = Request(CONTEXT, (kind,), formats=("md",), audience=audience, mode=mode, overrides=changes)
    outcome = build(request, WORKSHOP)
    assert outcome.files, [found.message for found in outcome.report]
    return outcome


def text_of(kind: str, changes: tuple[str, ...] = (), audience: str = "", mode: str = "") -> str:
    files = outcome_of(kind, changes, audience, mode).files
    words = " ".join(data.decode("utf-8") for data in files.values())
    return re.sub(r"[\s>]+", " ", words.replace("**", ""))


def rows_of(changes: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """The list of the set by label: what stands in the other cells."""
    text = outcome_of("budget", changes).files["budget-figures.md"].decode("utf-8")
    rows: dict[str, list[str]] = {}
    for line in text.partition("## Figures that are computed")[2].splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if found := re.match(r"\*\*(.+?)\.\*\*", cells[0]):
            cells[0] = found[1]
        rows.setdefault(cells[0], []).append("|".join(cells[1:]))
    return rows


@pytest.mark.parametrize(
    ("kind", "changes", "sentence"),
    [
        # the whole bill, for both years, and that sales is not asked for
        ("budget-deck", (), "Marketing and sales: $8.58M ($5.7M of it sales, not asked for here; FY2026 $2.4M + $4.8M = $7.2M)"),
        ("budget-script", (), "The whole bill: $2.88M for marketing and $5.7M for sales, $8.58M together. In FY2026 it is $2.4M and $4.8M, $7.2M together. I do not ask for the sales part."),
        ("budget-script", (), "The $5.7M of sales is not asked for here."),
        ("budget-deck", NO_SALES, "Not in the bill. Sales cost of these customers: not given, not asked for"),
        ("budget-script", NO_SALES, "What sales costs beside marketing is not given, and it is not asked for here."),
        ("budget-script", NO_SALES, "What is known: $2.88M for marketing, and 190 new customers planned by marketing and sales together."),
        ("budget-script", SHOP, "The whole bill is $2.88M: no sales cost is planned."),
        # payback has three names
        ("budget-deck", (), "## Payback of a tier, of a step and of programme money are measures with names of their own"),
        ("budget-deck", (), "| Programme payback |"),
        # two tests, and which of them decides
        ("budget-deck", (), "As a whole, Reduced and Hold flat are above the ceiling of 18 months. Taken alone, the step to Stretch is above it."),
        ("budget-deck", (), "As a whole Stretch would pass at 17.5 months; its step does not, and the step decides."),
        ("budget-script", (), "As a whole Stretch would pass at 17.5 months; the step decides."),
        ("budget-deck", ("finance.policy.payback_ceiling_months=10", "budget.decision.ask_tier=base"), "Only the step to Stretch breaks the ceiling"),
        # the bad year spends all, and what gates hold back is told apart
        ("budget-deck", (), "What it spends. All $2.88M of Ask, $8.58M with sales. Before the first gate opens, $1.5M of it is free; how many customers that alone would win is not planned."),
        ("budget-script", (), "Then we win 164 new customers against 190 planned, with all $2.88M spent."),
        ("budget-script", (), "While no gate opens, $1.5M is spent; customers are not planned for that."),
        ("budget-deck", ("budget.downside.tier=base",), "All $2.4M of Hold flat, $8.1M with sales. What is released at gates is included."),
        # a gate that fails
        ("budget-deck", (), "CAC payback at or below 18 months on trailing two quarters. If not: Apply cuts 1 to 4 (saves $170,000 in a full year) |"),
        ("budget-script", (), "if this holds: CAC payback at or below 18 months on trailing two quarters. If not: Apply cuts 1 to 4"),
        ("budget-script", ("budget.gates.G2.test=cac_payback <= 18",), "if this holds: CAC payback at or below 18 months."),
        # lifetime value with the words of its method
        ("budget-deck", (), "LTV is gross profit for as long as churn suggests, 5 years at most (in FY2027 the cap), no churn taken off before that."),
        ("budget-deck", ("finance.FY2027.revenue_churn=0.4",), "5 years at most (in FY2027 2.5 years), no churn taken off before that."),
        ("budget-deck", ("finance.FY2027.revenue_churn=",), "LTV is gross profit for 5 years, the cap; churn is not counted."),
        ("budget-script", (), "Lifetime value is 3.45x acquisition cost: gross profit for 5 years, the cap, with no churn taken off before it."),
        ("budget-script", ("finance.FY2027.revenue_churn=0.4",), "gross profit for 2.5 years, as long as churn suggests; the cap is 5 years."),
        # what is short, known or of another kind of firm is said as it is
        ("budget-script", SHOP, "Soon: a first order takes 12 days."),
        ("budget-script", SERVICES, "a contract takes 120 days"),
        ("budget-script", SERVICES, "Why not hire sellers instead?"),
        ("budget-script", SELLING_SHOP, "Why not simply lower prices?"),
        ("budget-script", SELLING_SHOP, "All of the $2.88M is 9.6% of revenue: no more than that could be taken off prices with the same money."),
        ("budget-script", SELLING_SHOP, "Your figures differ from the shop report."),
        ("budget-script", SELLING_SHOP, "Marketing would bring 360 visits, 20% of them would end in an order, and a new customer would be worth $38,000 in the first year. What comes without marketing stays at plan."),
        ("budget-script", SELLING_SHOP, "It assumes a conversion rate of 20%, 360 visits and new customers worth $38,000 in the first year, all at the same time."),
        ("budget-script", SELLING_SHOP, "The assumption that matters most is the conversion rate."),
        ("budget-script", SELLING_SHOP, "We plan to win 190 customers against 150 in FY2026."),
        ("budget-script", SELLING_SHOP, "First-year value, Ask, bad year $38,000"),
        ("budget-script", SERVICES, "Yearly value, Ask, bad year $38,000"),
        # a share that moves, and one that does not
        ("budget-script", (), "In FY2026 marketing takes 10.0% of revenue; under this plan it falls to 9.6%."),
        ("budget-script", ("finance.FY2026.marketing_cost=2300000",), "In FY2026 marketing takes 9.6% of revenue; under this plan it stays at about 9.6%."),
        ("budget-script", ONE_SALES_COST, "Loaded means sales cost is included; no step adds any."),
        ("budget-script", (*BEATEN, "budget.replies.missed=Two teams plan together now"), "What has changed since: Two teams plan together now."),
        ("budget", (), "| Cost, Do nothing (One launch date) |"),
        ("budget-deck", ("finance.last_plan.actual_customers=160",), "If asked: “What came of it?”"),
        ("budget-deck", ("finance.arr.churned=10000000",), "ARR shrinks. Net new"),
        ("budget-script", ("finance.arr.churned=10000000",), "What we have shrinks as well:"),
        ("budget-script", ("budget.lines.people.prior=2000000",), "What it costs, what it brings. $500,000 less than in FY2026 (−14.8%)."),
        # a source older than the papers: one old figure, a few, more than there are words for
        ("budget", ("sources.sos.as_of=2025-03-31",), "One figure is older than its rhythm allows; it is grey."),
        ("budget", ("sources.gl.as_of=2025-03-31",), " figures are older than their rhythm allows; they are grey."),
    ],
)  # fmt: skip
def test_the_papers_say(kind: str, changes: tuple[str, ...], sentence: str) -> None:
    assert sentence in text_of(kind, changes, "cfo")


@pytest.mark.parametrize(
    ("kind", "changes", "words"),
    [
        ("budget", (), "stands here once"),
        ("budget", (), "Each figure of this script"),
        ("budget", (), "computed one way"),
        ("budget", (), "For this money"),
        ("budget", (), "The whole budget"),
        ("budget", (), "that part stays with"),
        ("budget", (), "the gates stay shut"),
        ("budget-script", SHOP, "signed in a later one"),
        ("budget-script", SHOP, "capped by policy"),
        ("budget-script", SHOP, "marketing and sales together"),
        ("budget-script", SHOP, "sellers"),
        ("budget-script", SHOP, "prices-instead"),
        ("budget-script", SELLING_SHOP, "opportunit"),
        ("budget-script", SELLING_SHOP, "sellers instead"),
        ("budget-script", SELLING_SHOP, "with the CRM is not"),
        ("budget-script", SERVICES, "ARR"),
        ("budget-script", BEATEN, "budget waits until a test is passed"),
        ("budget-script", BEATEN, "The change:"),
        ("budget-script", ONE_SALES_COST, "Step: loaded"),
        ("budget-deck", ("finance.FY2027.revenue_churn=0.4",), "uncapped it would be"),
        ("budget-deck", ("budget.tiers.stretch.sales_cost=5700000",), "Step: the same, loaded"),
    ],
)
def test_the_papers_do_not_say(kind: str, changes: tuple[str, ...], words: str) -> None:
    assert words not in text_of(kind, changes, "cfo")


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Loaded CAC, FY2026", "forecast"),
        ("Prior spend", "forecast"),
        ("Loaded CAC, Ask", "plan"),
        ("Effect at its low, win rate", "sensitivity"),
        ("High, win rate", "sensitivity"),
        ("Base, win rate", "plan"),
        ("Loaded CAC, Ask, bad year", "scenario"),
        ("Win rate, Ask, bad year", "scenario"),
        ("Payback ceiling", "policy"),
        ("Impact, R1", "estimate"),
        ("Actual, CAC payback", "actual to date"),
        ("Magic number, 2026-Q3", "actual"),
        ("Magic number, 2026-Q4", "forecast"),
        ("Planned spend", "plan"),
        ("Money spent, Website relaunch over budget", "actual"),
    ],
)
def test_the_kind_is_that_of_the_figure_and_not_of_its_book(label: str, kind: str) -> None:
    assert [kind] == [row.partition("|")[0] for row in rows_of()[label]]


def test_a_year_that_is_over_in_the_book_is_actual() -> None:
    rows = rows_of(
        (
            "meta.as_of=2027-01-05",
            "sources.gl.as_of=2027-01-02",
            "budget.decision.by=2027-01-29",
            "budget.decision.meeting=2027-01-20",
            "milestones.MS1.date=2027-01-12",
            "sources.crm.as_of=2027-01-02",
            "sources.sos.as_of=2027-01-02",
            "sources.bi.as_of=2027-01-02",
        )
    )

    assert ["actual"] == [row.partition("|")[0] for row in rows["Loaded CAC, FY2026"]]


def test_a_quarter_that_is_not_over_is_a_forecast_whether_or_not_it_says_so() -> None:
    rows = rows_of(("finance.quarters.2026-Q4.forecast=false",))

    assert ["forecast"] == [row.partition("|")[0] for row in rows["Magic number, 2026-Q4"]]


def test_no_figure_is_listed_twice() -> None:
    keys = [line for line in rows_of() if line and not line.startswith(("-", "#"))]

    assert {} == {label: rows for label in keys if len(rows := rows_of()[label]) > 1}


@pytest.mark.parametrize("audience", ["cfo", "ceo", "cro", "board", "team"])
@pytest.mark.parametrize("mode", ["ask", "board", "defend"])
def test_the_last_slide_names_every_source_of_a_figure_of_the_deck(audience: str, mode: str) -> None:
    from alignkit.build import prepare
    from alignkit.diagnostics import Report
    from alignkit.source import read

    report = Report()
    source = read(CONTEXT, report)
    assert source
    prepared = prepare(source, report)
    assert prepared
    outcome = outcome_of("budget-deck", (), audience, mode)
    shown = {line.key for line in outcome.ledger if line.document.startswith("budget-deck")}
    cited = {name for key in shown for name in prepared.figures[key].sources}
    last = text_of("budget-deck", (), audience, mode).partition("## The figures come from")[2]

    assert len(cited) > 1
    assert set() == {
        prepared.context.sources[name].name
        for name in cited
        if prepared.context.sources[name].name not in last
    }
