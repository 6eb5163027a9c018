"""One table decides what companies of each model call what they sell, and what their figures are called."""

from __future__ import annotations

import pytest

from alignkit.context.company import MODELS
from alignkit.trades import TRADES, trade_of


@pytest.mark.parametrize(
    ("model", "name", "own"),
    [
        ("b2b_saas", "New ARR", "New ARR"),
        ("services", "New ARR", "New yearly revenue"),
        ("services", "ACV of a new customer", "Yearly value of a new customer"),
        ("services", "Win rate", "Win rate"),
        ("ecommerce", "New ARR against the ask", "First-year revenue against the ask"),
        ("ecommerce", "Marketing-sourced ARR", "Marketing-sourced first-year revenue"),
        ("ecommerce", "ARR at risk", "Revenue at risk"),
        ("ecommerce", "ACV", "First-year value"),
        ("ecommerce", "Blended win rate", "Blended conversion rate"),
        ("ecommerce", "Programme cost per opportunity", "Programme cost per visit"),
        ("ecommerce", "Extra new ARR", "Extra first-year revenue"),
        ("ecommerce", "opportunity", "visit"),
        ("marketplace", "ARR", "Yearly revenue"),
        ("ecommerce", "Warranty cost", "Warranty cost"),
    ],
)
def test_a_figure_is_called_as_the_trade_calls_it(model: str, name: str, own: str) -> None:
    assert own == trade_of(model).called(name)


def test_every_model_has_its_words() -> None:
    assert set(MODELS) == set(TRADES)


@pytest.mark.parametrize(("model", "sells"), [("b2b_saas", True), ("services", True), ("ecommerce", False)])
def test_a_shop_has_no_sellers(model: str, sells: bool) -> None:
    assert sells is trade_of(model).sells
