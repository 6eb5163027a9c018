"""Shares of a whole add to one, or there is no distance between them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from alignkit.context.check import check
from alignkit.diagnostics import Diagnostic, Place, Report, Severity
from alignkit.figures import Figures, derive
from alignkit.source import read_texts
from alignkit.values import NA, NACode

FILE = Path("context.yaml")
CONTEXT = """\
schema: 1
company: {{name: Alder, model: services, currency: USD}}
meta: {{author: me, as_of: 2026-11-20}}
stakeholders: [{{id: me, name: Jo Ek, role: VP, audience: self}}]
drift:
  spend_to_date: 100
  allocation: [{}]
"""


def derived(*shares: tuple[str, str]) -> tuple[Figures, Report]:
    allocation = ", ".join(
        f"{{segment: s{number}, planned: {planned}, actual: {actual}}}"
        for number, (planned, actual) in enumerate(shares, start=1)
    )
    report = Report()
    source = read_texts({FILE: CONTEXT.format(allocation)}, report)
    assert source is not None
    context = check(source, report)
    assert context is not None, list(report)
    return derive(context, report), report


@pytest.mark.parametrize(
    ("shares", "distance"),
    [
        ([("0.6", "0.5"), ("0.4", "0.5")], "0.1"),
        ([("0.60", "0.50"), ("0.405", "0.50")], "0.0975"),
        ([("0.60", "0.50"), ("0.395", "0.50")], "0.1025"),
        ([("1", "1")], "0"),
        ([("0.333", "0.25"), ("0.333", "0.25"), ("0.333", "0.5")], "0.1665"),
    ],
)
def test_shares_that_add_to_one_have_a_distance(shares: list[tuple[str, str]], distance: str) -> None:
    figures, report = derived(*shares)

    assert Decimal(distance) == figures["drift.distance"].value
    assert [] == list(report)


@pytest.mark.parametrize(
    ("shares", "name", "found", "cure"),
    [
        ([("0.6", "0.5"), ("0.3", "0.5")], "planned", "0.9", "add the segments that are missing"),
        ([("0.6", "0.5"), ("0.4", "0.506")], "actual", "1.006", "leave out what stands twice"),
        ([("0", "0.5"), ("0", "0.5")], "planned", "0", "add the segments that are missing"),
    ],
)
def test_shares_that_do_not_add_to_one_have_none(
    shares: list[tuple[str, str]], name: str, found: str, cure: str
) -> None:
    figures, report = derived(*shares)

    assert NA(NACode.MISSING_INPUT, f"the {name} shares do not add to one") == figures["drift.distance"].value
    assert list(report) == [
        Diagnostic(
            "DRF-001",
            Severity.ERROR,
            f"expected the {name} shares in `drift.allocation` to add to 1, found `{found}`",
            Place("context.yaml", 7, 3, "drift.allocation"),
            f"{cure}, or correct a share",
        )
    ]


def test_both_columns_are_told_of() -> None:
    figures, report = derived(("0.6", "0.6"))

    assert NA(NACode.MISSING_INPUT, "the actual shares do not add to one") == figures["drift.distance"].value
    assert ["DRF-001", "DRF-001"] == [each.code for each in report]


def test_no_shares_have_no_distance_and_nothing_is_wrong_with_them() -> None:
    figures, report = derived()

    assert isinstance(figures["drift.distance"].value, NA)
    assert [] == list(report)
