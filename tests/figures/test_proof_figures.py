"""How many of marketing's customers are extra at the share a test has shown."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from alignkit.figures import Figures
from figure_contexts import Data


@pytest.mark.parametrize(("share", "proven"), [(Decimal("0.5"), 2), (1, 5), (0, 0)])
def test_proven_customers_are_rounded_down(
    data: Data, figures_of: Callable[[Data], Figures], share: Decimal, proven: int
) -> None:
    data["budget"]["proof"] = {"test": "A holdout", "proven_share": share}

    figures = figures_of(data)

    assert proven == figures["tier.ask.proven_customers"].amount == figures["ask.proven_customers"].amount


def test_while_the_test_is_open_nothing_is_proven(data: Data, figures_of: Callable[[Data], Figures]) -> None:
    data["budget"]["proof"] = {"test": "A holdout"}

    assert figures_of(data)["tier.ask.proven_customers"].is_na


def test_without_a_test_there_is_no_figure(data: Data, figures_of: Callable[[Data], Figures]) -> None:
    data["budget"].pop("proof", None)

    assert "tier.ask.proven_customers" not in figures_of(data)
