"""Figures by key and as a tree."""

from decimal import Decimal

import pytest

from alignkit.figures import Figures
from alignkit.figures.collection import segments
from alignkit.values import Figure, Unit

PATHS = (
    ("tier.ask.cac", ("tier", "ask", "cac")),
    ("budget.cuts[0].amount", ("budget", "cuts", 0, "amount")),
    ("quarter.2026-Q3.magic_number", ("quarter", "2026-Q3", "magic_number")),
    ("cut.1.saved_per_customer", ("cut", 1, "saved_per_customer")),
)


@pytest.mark.parametrize(("key", "parts"), PATHS)
def test_the_parts_of_a_key(key: str, parts: tuple[str | int, ...]) -> None:
    assert segments(key) == parts


def _figures(*keys: str) -> Figures:
    return Figures({key: Figure(key, Decimal(1), Unit.COUNT) for key in keys})


def test_figures_keep_their_order() -> None:
    figures = _figures("b", "a", "c.d")

    assert list(figures) == ["b", "a", "c.d"]
    assert len(figures) == 3
    assert figures.get("x") is None


def test_the_tree_has_a_level_for_each_part() -> None:
    figures = _figures("tier.ask.cac", "budget.cuts[0].amount")

    assert figures.tree() == {
        "tier": {"ask": {"cac": figures["tier.ask.cac"]}},
        "budget": {"cuts": {0: {"amount": figures["budget.cuts[0].amount"]}}},
    }


@pytest.mark.parametrize("keys", [("a.b", "a.b.c"), ("a.b.c", "a.b")])
def test_a_branch_stays_where_a_figure_has_its_name(keys: tuple[str, str]) -> None:
    figures = _figures(*keys)

    assert figures.tree() == {"a": {"b": {"c": figures["a.b.c"]}}}


def test_figures_cannot_be_changed() -> None:
    figures = _figures("a")

    with pytest.raises(TypeError):
        figures["b"] = figures["a"]  # type: ignore[index] # the point of the test
