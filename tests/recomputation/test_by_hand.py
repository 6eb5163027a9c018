"""The script's own arithmetic against the values the example was published with, and its reading of numbers."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from all_by_hand import recompute
from context_by_hand import parse
from days_on_pages import written_days
from ledger_by_hand import Sheet
from sheet_formulas import Formulas
from wordings import fault, locale_of
from workings import UnreadableError, covers, evaluate

from alignkit.catalogue import packaged

CONTEXT = (packaged("examples/quillmere") / "context.yaml").read_text(encoding="utf-8")
US, DE = locale_of("en-US", "USD"), locale_of("de-DE", "USD")


@pytest.fixture(scope="module")
def sheet() -> Sheet:
    return recompute(parse(CONTEXT))


GOLDEN = (
    ("year.FY2026.sm_cost", "7200000"), ("year.FY2026.sm_share", "0.3"), ("year.FY2026.marketing_share", "0.1"),
    ("year.FY2026.cac", "48000"), ("year.FY2026.payback", "18.46"), ("year.FY2026.new_cac_ratio", "1.20"),
    ("year.FY2026.blended_cac_ratio", "0.91"), ("year.FY2026.ltv", "260000"), ("year.FY2026.ltv_capped", "156000"),
    ("year.FY2026.ltv_cac", "5.42"), ("year.FY2026.ltv_cac_capped", "3.25"),
    ("quarter.2026-Q2.magic_number", "0.737"), ("quarter.2026-Q3.magic_number", "0.739"), ("quarter.2026-Q4.magic_number", "0.844"),
    ("arr.difference", "0"),
    ("tier.reduced.cac", "50260"), ("tier.base.cac", "47647"), ("tier.ask.cac", "45158"), ("tier.stretch.cac", "45450"),
    ("tier.reduced.payback", "19.33"), ("tier.base.payback", "18.33"), ("tier.ask.payback", "17.37"), ("tier.stretch.payback", "17.48"),
    ("tier.reduced.ltv_cac_capped", "3.10"), ("tier.base.ltv_cac_capped", "3.27"), ("tier.ask.ltv_cac_capped", "3.45"), ("tier.stretch.ltv_cac_capped", "3.43"),
    ("tier.ask.revenue_share", "0.0960"), ("tier.stretch.revenue_share", "0.1073"),
    ("step.base.marginal", "22500"), ("step.ask.marginal_loaded", "24000"), ("step.stretch.marginal", "36000"), ("step.stretch.marginal_loaded", "51000"),
    ("step.base.payback", "8.7"), ("step.ask.payback", "9.2"), ("step.stretch.payback", "19.6"),
    ("downside.new_customers", "164"), ("downside.cac", "52317"), ("downside.payback", "21.2"), ("downside.ltv_cac_capped", "2.83"),
    ("breakeven.exact", "15.38"), ("breakeven.customers", "16"), ("breakeven.planned", "20"),
    ("drivers.base_arr", "3919800"), ("driver.win_rate.low_effect", "-583800"), ("driver.win_rate.high_effect", "417000"),
    ("driver.opportunities.low_effect", "-535800"), ("driver.opportunities.high_effect", "310200"),
    ("driver.acv.low_effect", "-391980"), ("driver.acv.high_effect", "293985"),
    ("money.committed", "1450000"), ("money.committed_share", "0.503"), ("money.flexible", "1430000"), ("money.gated", "1380000"), ("money.free_at_start", "1500000"),
    ("cuts.total", "480000"), ("cuts.customers", "20"), ("cut.3.saved_per_customer", "50000"), ("cut.7.saved_per_customer", "17500"),
    ("initiatives.arr", "3920000"), ("initiatives.pipeline", "17532000"), ("initiatives.opportunities", "417"), ("initiatives.win_rate", "0.2350"),
    ("risks.expected.new_arr", "648000"), ("risks.expected.marketing_cost", "35250"),
    ("issue.ISS1.eac", "147000"), ("issue.ISS1.overrun", "27000"), ("issue.ISS1.overrun_share", "0.225"),
    ("return.ask.year1", "0.062"), ("return.ask.three_year", "1.847"),
)  # fmt: skip


@pytest.mark.parametrize(("key", "golden"), GOLDEN)
def test_golden_values(sheet: Sheet, key: str, golden: str) -> None:
    places = len(golden.partition(".")[2])

    assert golden == f"{float(sheet(key)):.{places}f}".replace("-0", "0" if golden == "0" else "-0")


def test_nothing_is_counted_per_zero() -> None:
    sheet = recompute(parse(CONTEXT.replace("new_customers: 150,", "new_customers: 0,", 1)))

    assert sheet.found["year.FY2026.cac"].value is None
    assert sheet.found["year.FY2026.payback"].value is None
    assert sheet.found["year.FY2026.ltv"].value == 260000


FORMS = (
    ("$2.88M", 2880000, "money", ""), ("$2,880,000", 2880000, "money", ""), ("2.88 million dollars", 2880000, "money", ""),
    ("$2.9M", 2880000, "money", "another number"), ("$2.89M", 2880000, "money", "another number"), ("$2.880M", 2880000, "money", "0 or 1 or 2 decimals"),
    ("$2,88M", 2880000, "money", "money in USD, the sign where the locale has it"), ("US$2.88M", 2880000, "money", ""), ("€2.88M", 2880000, "money", "money in USD, the sign where the locale has it"),
    ("2,880,000", 2880000, "money", "a currency beside it or over it (USD)"),
    ("17.4 months", Fraction("17.368"), "months", ""), ("17 months", Fraction("17.368"), "months", "1 decimals"), ("18 months", 18, "months", ""),
    ("17.4", Fraction("17.368"), "months", "the unit months beside it or over it"), ("17.4 days", Fraction("17.368"), "months", "the unit months"),
    ("9.6%", Fraction("0.096"), "share", ""), ("10%", Fraction("0.096"), "share", "1 decimals"), ("+20%", Fraction("0.2"), "share", ""), ("−20%", Fraction("0.2"), "share", "another sign"),
    ("+4.0 pts", Fraction("0.04"), "points", ""), ("4%", Fraction("0.04"), "points", "the unit points"),
    ("3.45x", Fraction("3.4545"), "times", ""), ("3x", 3, "times", ""), ("3.5x", Fraction("3.4545"), "times", "2 decimals"),
    ("190 customers", 190, "count", ""), ("seven", 7, "count", ""), ("eight", 7, "count", "another count"), ("(5)", -5, "count", ""), ("5", -5, "count", "its sign, or a word that says it is below zero"),
    ("n/a", None, "months", ""), ("0 months", None, "months", "not available"), ("n/a", 3, "months", "the number"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "value", "unit", "expected"), FORMS)
def test_forms_of_a_number(text: str, value: Fraction | int | None, unit: str, expected: str) -> None:
    exact = None if value is None else Fraction(value)

    assert expected == fault(text, exact, unit, US)


def test_headings_say_what_numbers_leave_out() -> None:
    assert "" == fault("2,880", Fraction(2880000), "money", US, heads="Ask | USD thousand |")
    assert "another number" == fault("2,880", Fraction(2880000), "money", US, heads="Ask | USD |")
    assert "" == fault("17.4", Fraction("17.368"), "months", US, heads="Payback, months")


def test_a_word_may_say_the_sign() -> None:
    assert "" == fault("$50,000", Fraction(-50000), "money", US, around="under by $50,000")


@pytest.mark.parametrize(
    "text", ["2.880.000 US$", "2.880.000 $", "2,88M US$", "2,88 Mio. $", "2,88 million dollars"]
)
def test_german_conventions(text: str) -> None:
    assert "" == fault(text, Fraction(2880000), "money", DE)
    assert fault(text, Fraction(2880000), "money", US)


WORKINGS = (
    ("(480,000 + 0) / 20", "24,000", "money", True), ("45,157.89 / (31,200 / 12)", "17.4 months", "months", True), ("18 − 17.3684", "0.6 months", "months", True),
    ("480,000 / 31,200, rounded up", "16", "count", True), ("150 − 155", "−5", "count", True), ("min(260,000; 31,200 × 5)", "156,000", "money", True),
    ("1 − |155 − 150| / 150", "96.7%", "share", True), ("480,000 / 2,400,000", "20%", "share", True),
    ("480,000 / 2,400,000", "21%", "share", False), ("(480,000 + 0) / 20", "24,001", "money", False), ("480,000 / 31,200, rounded down", "16", "count", False),
)  # fmt: skip


@pytest.mark.parametrize(("text", "result", "unit", "right"), WORKINGS)
def test_workings_are_done_again(text: str, result: str, unit: str, right: bool) -> None:
    assert right == covers(evaluate(text, US), result, unit, US)


@pytest.mark.parametrize("text", ["", "480,000 /", "sum of the lines", "1 / 0", "(1 + 2"])
def test_what_is_no_working(text: str) -> None:
    with pytest.raises(UnreadableError):
        evaluate(text, US)


DAYS = (
    ("by Fri, Dec 11, 2026", ""), ("Friday, 11 December", ""), ("11. Dezember 2026", ""), ("2026-12-11", ""), ("December 2026", ""), ("9 Apr 2027", ""),
    ("Thu, Dec 11", "Friday"), ("12 December", "a day of the context"), ("Apr 9", "a day of the context"), ("Dec 11, 2027", "a day of the context"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_days_of_the_context(text: str, expected: str) -> None:
    found = list(written_days(text, {date(2026, 12, 11), date(2027, 4, 9)}, date(2026, 11, 20)))

    assert [expected] == [day.fault for day in found]


def test_formulas_of_a_waterfall() -> None:
    sheet = Formulas(
        {"B2": 10.0, "C2": 10.0, "B3": -4.0}, {"C3": "C2+B3", "D3": "IF(MIN(C2,C3)>0,MIN(C2,C3),0)"}
    )

    assert [Fraction(6), Fraction(6)] == [sheet.value("C3"), sheet.value("D3")]
