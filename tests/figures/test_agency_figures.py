"""What a fee negotiation rests on, each figure with its working."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

import pytest

from alignkit.build import prepare
from alignkit.catalogue import packaged
from alignkit.diagnostics import Report
from alignkit.figures import Figures
from alignkit.source import read

CONTEXT = packaged("examples/quillmere") / "context.yaml"


@cache
def figures() -> Figures:
    source = read(CONTEXT, Report())
    assert source is not None
    prepared = prepare(source, Report())
    assert prepared is not None
    return prepared.figures


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("fee.saving", "30000"),
        ("fee.saving_share", "0.2"),
        ("fee.least_saving", "15000"),
        ("fee.room", "15000"),
        ("fee.offered", "14000"),
        ("fee.left", "1000"),
        ("fee.scope", "150000"),
        ("fee.ending", "18000"),
        ("fee.price", "12000"),
        ("fee.alternative_saving", "12000"),
        ("fee.best_offer", "126000"),
        ("fee.above_offer", "24000"),
        ("fee.delivery2", "1"),
        ("money.price_effect", "65200"),
        ("money.volume_effect", "414800"),
        ("stop.quarter1", "0"),
        ("stop.quarter2", "16"),
        ("stop.quarter3", "41"),
        ("stop.quarter4", "65"),
    ],
)
def test_the_worked_example(key: str, value: str) -> None:
    assert Decimal(value) == figures()[key].value


@pytest.mark.parametrize(
    ("key", "formula"),
    [
        ("fee.saving", "fee \u2212 target"),
        ("fee.bound", "fee \u00d7 notice / days a year"),
        ("money.volume_effect", "change of spend \u2212 change by prices"),
        ("stop.quarter1", "none before one sales cycle has passed"),
        ("sellers.pipeline", "pipeline / sellers"),
    ],
)
def test_each_says_how_it_comes_about(key: str, formula: str) -> None:
    assert formula == figures()[key].formula


def test_a_quarter_loses_what_would_have_been_won_after_the_cycle() -> None:
    """98 customers a year, even over it, less those of the 120 days that were begun before the stop."""
    months = Decimal(120) * 12 / 365

    for quarter in (2, 3, 4):
        lost = 98 * (3 * quarter - months) / 12
        assert int(lost) == figures()[f"stop.quarter{quarter}"].value
