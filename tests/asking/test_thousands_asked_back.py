"""A number that is another one in another country is asked back, or read as the context's locale writes it."""

from __future__ import annotations

import io
from decimal import Decimal
from pathlib import Path

import pytest

from alignkit.asking.answers import Refused, understood
from alignkit.asking.order import shape_of_path
from alignkit.context import check
from alignkit.context.cures import numbers_meant
from alignkit.diagnostics import Report
from alignkit.formats import grouping_mark, nearest_locale
from alignkit.source import Data, read, steps_of
from alignkit.values import Unit
from command_line import Run

MONEY, COUNT, CHANGED, DRIVER = (
    "budget.tiers[0].total", "budget.tiers[0].new_customers", "finance.policy.payback_ceiling_months",
    "budget.drivers[0].base",
)  # fmt: skip
EN, DE = ",", "."


def answer(path: str, typed: str, grouping: str) -> Data | Refused:
    steps = steps_of(path)
    return understood(typed, shape_of_path(steps), str(steps[-1]), grouping)


@pytest.mark.parametrize(
    ("path", "typed", "grouping", "expected"),
    [
        (MONEY, "780,000", EN, 780000),
        (MONEY, "$23,000", EN, 23000),
        (COUNT, "1,200", EN, 1200),
        (DRIVER, "40,000", EN, 40000),
        (MONEY, "780.000", DE, 780000),
        (MONEY, "780.000 €", DE, 780000),
        (MONEY, "1.050.000", DE, 1050000),
        (MONEY, "1.050.000", EN, 1050000),
        (MONEY, "23.000,50", EN, Decimal("23000.5")),
        (COUNT, "1.200", DE, 1200),
        (MONEY, "1.25M", EN, 1250000),
        (MONEY, "1.250M", EN, 1250000),
        (MONEY, "1,250 Mio. €", DE, 1250000),
        (MONEY, "780 000", DE, 780000),
        (MONEY, "0.125", EN, Decimal("0.125")),
        (MONEY, "1440000 EUR", EN, 1440000),
        (CHANGED, "17.500", EN, Decimal("17.5")),
    ],
)
def test_a_separator_that_groups_in_the_locale_groups(
    path: str, typed: str, grouping: str, expected: Data
) -> None:
    assert expected == answer(path, typed, grouping)


@pytest.mark.parametrize(
    ("path", "typed", "grouping", "either"),
    [
        (MONEY, "780.000", EN, "780 or 780000"),
        (MONEY, "£23.000", EN, "23 or 23000"),
        (MONEY, "30.500", EN, "30.5 or 30500"),
        (COUNT, "1.200", EN, "1.2 or 1200"),
        (DRIVER, "40.000", EN, "40 or 40000"),
        (MONEY, "780,000", DE, "780 or 780000"),
        (COUNT, "1,200", DE, "1.2 or 1200"),
        (MONEY, "780.000", "\u202f", "780 or 780000"),
        (MONEY, "-780.000", EN, "-780 or -780000"),
        (MONEY, "1,250k", EN, "1250 or 1250000"),
        (MONEY, "1.250M", DE, "1250000 or 1250000000"),
    ],
)
def test_a_separator_that_may_be_either_is_asked_back(
    path: str, typed: str, grouping: str, either: str
) -> None:
    hint = f"write {either}, whichever number is meant"
    assert Refused(f"expected one number, found `{typed}`", hint) == answer(path, typed, grouping)


@pytest.mark.parametrize(
    ("tag", "mark"), [("en-US", ","), ("en-GB", ","), ("de-DE", "."), ("fr-FR", "\u202f")]
)
def test_what_groups_in_a_locale(tag: str, mark: str) -> None:
    assert mark == grouping_mark(tag)


def test_a_file_is_told_both_numbers_too() -> None:
    assert ("780000", "780") == numbers_meant("780.000 €", Unit.MONEY)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("german", "de-DE"),
        ("Deutsch", "de-DE"),
        ("de_DE", "de-DE"),
        ("en_GB.UTF-8", "en-GB"),
        ("klingon", ""),
    ],
)
def test_the_tag_that_is_near(written: str, tag: str) -> None:
    assert tag == nearest_locale(written)


CONTEXT = """\
meta: {author: me, as_of: 2026-11-21, locale: german}
company: {name: Acme, model: services, currency: EUR}
stakeholders: [{id: me, name: A, role: VP, audience: self}]
"""


def test_a_locale_that_is_none_is_an_error_of_its_line(tmp_path: Path) -> None:
    path, report = tmp_path / "context.yaml", Report()
    path.write_text(CONTEXT, "utf-8")
    source = read(path, report)
    assert source is not None

    assert check(source, report) is None

    [found] = report
    message = "expected the tag of a locale for `locale`, found the text `german`"
    assert ("CTX-005", message, "write `de-DE`") == (found.code, found.message, found.hint)
    assert found.place is not None
    assert (1, "meta.locale") == (found.place.line, found.place.path)


@pytest.mark.parametrize(
    "command",
    [("check",), ("figures",), ("need", "escalation"), ("build", "escalation"), ("ask", "escalation")],
)
def test_no_command_falls_over_a_locale_that_is_none(
    command: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(""))
    (tmp_path / "context.yaml").write_text(CONTEXT, "utf-8")

    result = run(*command)

    assert 1 == result.code
    assert "found the text `german`" in result.out + result.err
