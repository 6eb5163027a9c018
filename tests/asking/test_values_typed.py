"""What people type, and the value it becomes."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest

from alignkit.asking.answers import (
    Choice,
    Refused,
    chosen,
    cleaned,
    in_another_currency,
    literal,
    parts,
    understood,
)
from alignkit.asking.numbering import as_typed
from alignkit.asking.order import shape_of_path
from alignkit.formats import grouping_mark
from alignkit.source import Data, steps_of

MONEY, SHARE, DAY, WHOLE = (
    "budget.tiers[0].total", "finance.FY2026.gross_margin", "budget.decision.by", "budget.cuts[0].order",
)  # fmt: skip
TRUTH, TEXT, CURRENCY = "benchmarks[0].comparable", "vision.statement", "company.currency"
CUSTOMERS, MONTHS = "budget.tiers[0].new_customers", "finance.policy.payback_ceiling_months"


@pytest.mark.parametrize(
    ("path", "typed", "expected"),
    [
        (MONEY, "2.88M", 2880000),
        (MONEY, "1,200,000", 1200000),
        (MONEY, "1.200.000", 1200000),
        (MONEY, "$ 24k", 24000),
        (MONEY, "0", 0),
        ("finance.quarters[0].net_new_arr", "-210k", -210000),
        ("issues[0].options[0].cost", "-500", -500),
        ("finance.FY2026.gross_margin", "-4%", Decimal("-0.04")),
        (MONEY, "12.50", Decimal("12.5")),
        (SHARE, "12%", Decimal("0.12")),
        (SHARE, "0.78", Decimal("0.78")),
        (SHARE, "0,78", Decimal("0.78")),
        (DAY, "2026-12-11", date(2026, 12, 11)),
        (DAY, "11 Dec 2026", date(2026, 12, 11)),
        (DAY, "December 11, 2026", date(2026, 12, 11)),
        (DAY, "31.12.2026", date(2026, 12, 31)),
        (WHOLE, "3", 3),
        (TRUTH, "yes", True),
        (TRUTH, "n", False),
        (TEXT, "2026-12-11", "2026-12-11"),
        (TEXT, "017", "017"),
        (TEXT, "no", "no"),
        (CURRENCY, "usd", "USD"),
        (CURRENCY, "£", "GBP"),
        (CURRENCY, "Pounds", "GBP"),
        (CURRENCY, "€", "EUR"),
        (MONTHS, "18 months", 18),
        (MONTHS, "17.5 Months", Decimal("17.5")),
        ("issues[0].days_late", "15 days", 15),
        ("finance.policy.ltv_lifetime_cap_years", "5 years", 5),
        ("finance.policy.ltv_cac_floor", "3x", 3),
        (SHARE, "12 per cent", Decimal("0.12")),
    ],
)
def test_an_answer_becomes_the_value_that_is_written(path: str, typed: str, expected: Data) -> None:
    steps = steps_of(path)

    found = understood(typed, shape_of_path(steps), str(steps[-1]))

    assert (type(expected), expected) == (type(found), found)


@pytest.mark.parametrize(
    ("path", "typed", "message", "hint"),
    [
        (
            MONEY,
            "a lot",
            "expected a number for `total`, found `a lot`",
            "write digits, such as 24000 or 2.88M",
        ),
        (
            MONEY,
            "9" * 30,
            f"expected a number for `total`, found `{'9' * 30}`",
            "write digits, such as 24000 or 2.88M",
        ),
        (MONEY, "-5", "expected no less than 0 for `total`, found `-5`", "write it without the minus, or 0"),
        (
            "budget.tiers[0].new_customers",
            "-3",
            "expected no less than 0 for `new_customers`, found `-3`",
            "write it without the minus, or 0",
        ),
        (
            DAY,
            "11/12/2026",
            "expected one day, found `11/12/2026`",
            "write 2026-12-11 or 2026-11-12, whichever day is meant",
        ),
        (
            DAY,
            "30 Feb 2026",
            "expected a day, found `30 Feb 2026`",
            "write a day that exists, such as 2026-12-11 or 11 Dec 2026",
        ),
        (
            DAY,
            "soon",
            "expected a day, found `soon`",
            "write a day that exists, such as 2026-12-11 or 11 Dec 2026",
        ),
        (
            "stakeholders[0].email",
            "0",
            "expected an e-mail address, found `0`",
            "write it as name@company.example",
        ),
        (
            CUSTOMERS,
            "15%",
            "expected a number for `new_customers`, found `15%`",
            "write digits, such as 150 or 2,400",
        ),
        (
            MONEY,
            "15 %",
            "expected a number for `total`, found `15 %`",
            "write digits, such as 24000 or 2.88M",
        ),
        (
            MONTHS,
            "1.5 years",
            "expected a number for `payback_ceiling_months`, found `1.5 years`",
            "write digits, such as 18",
        ),
        (
            CURRENCY,
            "$",
            "expected one currency, found `$`",
            "write `USD`, `CAD` or `AUD`, or the code of another currency of that name",
        ),
        (CURRENCY, "money", "expected one currency, found `money`", "write the ISO 4217 code, such as USD"),
        (WHOLE, "2.5", "expected a whole number, found `2.5`", "write a whole number"),
        (TRUTH, "maybe", "expected yes or no, found `maybe`", "write yes or no"),
    ],
)
def test_what_is_no_answer_is_refused_with_a_way_out(path: str, typed: str, message: str, hint: str) -> None:
    steps = steps_of(path)

    assert Refused(message, hint) == understood(typed, shape_of_path(steps), str(steps[-1]))


PEOPLE = (
    Choice("daniel", "Daniel Okoye-Hart, CFO"), Choice("dan2", "Dana Ek, CRO"), Choice("priya", "Priya Lindqvist, CEO"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1", "daniel"),
        ("3", "priya"),
        ("PRIYA", "priya"),
        ("daniel", "daniel"),
        ("cro", "dan2"),
        ("ek", "dan2"),
    ],
)
def test_a_choice_is_made_by_number_id_name_or_words_of_it(typed: str, expected: str) -> None:
    found = chosen(typed, PEOPLE)

    assert isinstance(found, Choice)
    assert expected == found.id


@pytest.mark.parametrize(
    ("typed", "hint"),
    [
        ("0", "write a number from 1 to 3"),
        ("pria", "write `priya`"),
        ("dan", "write `dan2`"),
        ("n", "write a number from 1 to 3"),
        ("prij", "write `priya`"),
        ("4", "write a number from 1 to 3"),
    ],
)
def test_a_choice_that_is_none_is_refused(typed: str, hint: str) -> None:
    assert Refused(f"expected `daniel`, `dan2` or `priya`, found `{typed}`", hint) == chosen(typed, PEOPLE)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("1, 3", ["1", "3"]),
        ("1 3", ["1", "3"]),
        ("daniel and priya", ["daniel", "priya"]),
        ("new Jo Ek; 2", ["new Jo Ek", "2"]),
    ],
)
def test_an_answer_that_names_several(typed: str, expected: list[str]) -> None:
    assert expected == parts(typed)


def test_what_no_document_can_carry_is_left_out() -> None:
    assert "a b" == cleaned("\x00 a\x07\tb\ud800 \r\n")


@pytest.mark.parametrize(
    ("typed", "expected"), [('"back"', "back"), ('"', ""), ('say "no"', ""), ("back", "")]
)
def test_quotes_make_a_text_of_a_command(typed: str, expected: str) -> None:
    assert expected == literal(typed)


@pytest.mark.parametrize(
    ("typed", "own"),
    [
        ("24000", "USD"),
        ("$24k", "USD"),
        ("$24k", "CAD"),
        ("24k USD", "USD"),
        ("24k \u20ac", "EUR"),
        ("\u20ac 24k", ""),
    ],
)
def test_an_amount_in_the_companys_currency_is_one(typed: str, own: str) -> None:
    assert in_another_currency(typed, own) is None


@pytest.mark.parametrize(
    ("typed", "own", "written"),
    [
        ("\u20ac 24k", "USD", "{amount: 24000, currency: EUR}"),
        ("EUR 1,200", "USD", "{amount: 1200, currency: EUR}"),
        ("$24k", "EUR", "{amount: 24000, currency: USD}"),
    ],
)
def test_an_amount_in_another_currency_is_refused(typed: str, own: str, written: str) -> None:
    refused = in_another_currency(typed, own)

    hint = f"write it in `{own}`; the file takes `{written}` too"
    assert Refused(f"expected an amount in `{own}`, found `{typed}`", hint, "GEN-006") == refused


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en-GB", "2880000, 2,880,000 or 2.88M"),
        ("de-DE", "2880000, 2.880.000 or 2,88M"),
        ("fr-FR", "2880000, 2 880 000 or 2,88M"),
        ("de-CH", "2880000, 2'880'000 or 2.88M"),
    ],
)
def test_numbers_are_shown_as_they_may_be_typed(locale: str, expected: str) -> None:
    steps, mark = steps_of(MONEY), grouping_mark(locale)

    shown = as_typed("2880000, 2,880,000 or 2.88M", locale)

    assert expected == shown
    typed = re.split(r", | or ", shown)
    assert [2880000] * 3 == [understood(each, shape_of_path(steps), "total", mark) for each in typed]


def test_what_is_no_number_keeps_its_marks() -> None:
    text = "2026-12-11, FY2026 or net.income"

    assert text == as_typed(text, "de-DE")
