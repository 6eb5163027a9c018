"""Amounts in a second currency: turned at the rate that is named, refused without one."""

from decimal import Decimal
from pathlib import Path

import jsonschema
import pytest

from alignkit.context.check import check
from alignkit.context.currencies import Conversion
from alignkit.context.schema import json_schema
from alignkit.context.whole import Context
from alignkit.diagnostics import Report
from alignkit.figures import derive
from alignkit.source import read

FX = "{EUR: {rate: 1.25, as_of: 2026-11-13, source: bank}}"
TEXT = """\
schema: 1
meta: {author: ann, as_of: 2026-11-20}
company: {name: Brindle, model: services, currency: USD, fx: %(fx)s}
sources:
  ledger: {name: Ledger, kind: actual, as_of: 2026-11-15}
  bank: {name: Bank, kind: actual, as_of: 2026-11-13}
stakeholders: [{id: ann, name: Ann, role: CMO, audience: self}, {id: bob, name: Bob, role: CFO, audience: cfo}]
budget:
  source: ledger
  decision: {id: D, ask_tier: ask, from: bob, by: 2026-12-11}
  lines: [{id: media, name: Media, owner: ann, ask: %(ask)s}]
  tiers: [{id: ask, label: Ask, total: 500}]
  cuts: [{order: 1, line: media, amount: %(cut)s, loses: Reach}]
"""


def _checked(tmp_path: Path, **values: str) -> tuple[Context | None, Report]:
    path, report = tmp_path / "context.yaml", Report()
    path.write_text(TEXT % {"fx": FX, "ask": "500", "cut": "10", **values}, encoding="utf-8")
    source = read(path, report)
    assert source is not None
    return check(source, report), report


def test_an_amount_is_turned_wherever_money_stands(tmp_path: Path) -> None:
    context, report = _checked(
        tmp_path, ask="{amount: 400, currency: EUR}", cut="{amount: 8.1, currency: EUR}"
    )

    assert list(report) == []
    assert context is not None
    assert context.budget is not None
    assert context.budget.lines[0].amounts == {"ask": Decimal(500)}
    assert context.budget.cuts[0].amount == Decimal("10.125")
    assert sorted(context.conversions) == ["budget.cuts[0].amount", "budget.lines.media.ask"]
    found = context.conversions["budget.lines.media.ask"]
    assert found == Conversion(Decimal(400), "EUR", Decimal("1.25"), found.as_of, "bank")
    figures = derive(context, Report())
    assert figures["budget.lines.media.ask"].sources == ("ledger", "bank")
    assert figures["tier.ask.total"].value == 500
    assert figures["tier.ask.total"].sources == ("ledger", "bank")


def test_an_amount_in_the_companys_own_currency_is_itself(tmp_path: Path) -> None:
    context, report = _checked(tmp_path, ask="{amount: 500, currency: USD}", fx="{}")

    assert list(report) == []
    assert context is not None
    assert dict(context.conversions) == {}
    assert derive(context, Report())["budget.lines.media.ask"].formula == ""


def test_an_old_rate_makes_a_figure_stale(tmp_path: Path) -> None:
    fx = "{EUR: {rate: 1.25, as_of: 2026-09-30, source: bank}}"
    context, report = _checked(tmp_path, cut="{amount: 8, currency: EUR}", fx=fx)

    assert list(report) == []
    assert context is not None
    figures = derive(context, Report())
    assert figures["budget.cuts[0].amount"].stale
    assert figures["cuts.total"].stale
    assert not figures["budget.lines.media.ask"].stale


NO_AMOUNT = (
    "CTX-003",
    "expected a number, or an amount with its currency, for `amount`, found keys with values",
    "write `{amount: 1000, currency: EUR}`",
)
REFUSED = (
    (
        {"cut": "{amount: 8, currency: GBP}"},
        "GEN-006",
        "expected an amount in `USD`, found `GBP`, which has no rate",
        "add `company.fx.GBP` with rate, day and source, or convert the amount",
    ),
    ({"cut": "{}"}, *NO_AMOUNT),
    ({"cut": "{EUR: 8}"}, *NO_AMOUNT),
    (
        {"cut": "{amount: 8}"},
        "CTX-002",
        "missing key `currency` in `budget.cuts[0].amount`",
        "add `currency: EUR`",
    ),
    (
        {"cut": "{currency: EUR}"},
        "CTX-002",
        "missing key `amount` in `budget.cuts[0].amount`",
        "add `amount: 1000`",
    ),
    (
        {"cut": "{amount: '8', currency: EUR}"},
        "CTX-003",
        "expected a number for `amount`, found the text `8`",
        "write 8",
    ),
    (
        {"cut": "{amount: true, currency: EUR}"},
        "CTX-003",
        "expected a number for `amount`, found `true`",
        "write digits only, such as 24000",
    ),
    (
        {"cut": "{amount: 12.500, currency: EUR}"},
        "CTX-014",
        "expected at most two decimals for `amount`, found `12.500`",
        "write 12500, or 12.5 if that is meant",
    ),
    (
        {"cut": "{amount: 8, currency: eur}"},
        "CTX-005",
        "expected a currency code of three capital letters for `currency`, found the text `eur`",
        "write `EUR`",
    ),
    (
        {"cut": "{amount: 8, currency: 5}"},
        "CTX-005",
        "expected a currency code of three capital letters for `currency`, found the number `5`",
        "write the ISO 4217 code, such as EUR",
    ),
    (
        {"cut": "{amount: 8, currency: EUR, note: x}"},
        "CTX-001",
        "unknown key `note` in `budget.cuts[0].amount`",
        "use `amount` or `currency`, or remove it",
    ),
    (
        {"cut": "{amuont: 8, currency: EUR}"},
        "CTX-001",
        "unknown key `amuont` in `budget.cuts[0].amount`",
        "write `amount`",
    ),
    (
        {"cut": "{amount: 8, currency: EUR}", "fx": "{eur: {rate: 2, as_of: 2026-11-13, source: bank}}"},
        "CTX-005",
        "expected a currency code of three capital letters for a key of `company.fx`, found the text `eur`",
        "write `EUR`",
    ),
    (
        {"cut": "10", "fx": "{UER: {rate: 2, as_of: 2026-11-13, source: bank}}"},
        "CTX-005",
        "expected the code of a currency for a key of `company.fx`, found `UER`",
        "write `EUR`",
    ),
    (
        {"cut": "10", "fx": "{USD: {rate: 2, as_of: 2026-11-13, source: bank}}"},
        "CTX-015",
        "expected rates of other currencies in `company.fx`, found `USD`, the company's own",
        "remove it, or correct `company.currency`",
    ),
    (
        {"cut": "{amount: 8, currency: EUR}", "fx": "{EUR: 1.25}"},
        "CTX-003",
        "expected keys with values for `EUR`, found the number `1.25`",
        "write keys below it, such as `rate`, `as_of` or `source`",
    ),
    (
        {"cut": "{amount: 8, currency: EUR}", "fx": "1.25"},
        "CTX-003",
        "expected keys with values for `fx`, found the number `1.25`",
        "write keys with values below it",
    ),
    (
        {"cut": "EUR 8k"},
        "CTX-003",
        "expected a number for `amount`, found the text `EUR 8k`",
        "write 8000, or `{amount: 8000, currency: EUR}` if the company has another",
    ),
    (
        {"cut": "{amount: 8, currency: EUR}", "fx": "{EUR: {rate: 0, as_of: 2026-11-13, source: bank}}"},
        "CTX-006",
        "expected more than 0 for `rate`, found the number `0`",
        "write a number that is more than 0",
    ),
    (
        {"cut": "{amount: 8, currency: EUR}", "fx": "{EUR: {rate: much, as_of: 2026-11-13, source: bank}}"},
        "CTX-003",
        "expected a number for `rate`, found the text `much`",
        "write digits only, such as 24000",
    ),
)


@pytest.mark.parametrize(("values", "code", "message", "hint"), REFUSED)
def test_what_cannot_be_turned_is_told_once(
    tmp_path: Path, values: dict[str, str], code: str, message: str, hint: str
) -> None:
    context, report = _checked(tmp_path, **values)

    assert context is None
    assert [(found.code, found.message, found.hint) for found in report] == [(code, message, hint)]


@pytest.mark.parametrize(
    ("amount", "is_valid"),
    [
        (5, True),
        ({"amount": 5, "currency": "EUR"}, True),
        ({"amount": 5}, False),
        ({"amount": 5, "currency": "euro"}, False),
        ("5", False),
    ],
)
def test_an_editor_knows_both_ways_to_write_money(amount: object, is_valid: bool) -> None:
    schema = json_schema()
    money = {"$defs": schema["$defs"], **schema["$defs"]["Cut"]["properties"]["amount"]}

    assert is_valid == jsonschema.Draft202012Validator(money).is_valid(amount)
