"""Places of records are found by id, however many records there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from alignkit.source import places
from alignkit.source.places import Node, Spot, node_at

if TYPE_CHECKING:
    from collections.abc import Callable

SPOT = Spot("context.yaml", 1, 1)


def records(*ids: str) -> Node:
    return Node({"issues": Node([Node({"id": Node(each, SPOT)}, SPOT) for each in ids], SPOT)}, SPOT)


@pytest.mark.parametrize(
    ("ids", "wanted", "index"),
    [(("a", "b"), "b", 1), (("a", "a"), "a", 0), (("", "b"), "b", 1), (("a",), "z", None), ((), "a", None)],
)
def test_the_first_record_of_an_id_is_found(ids: tuple[str, ...], wanted: str, index: int | None) -> None:
    root = records(*ids)
    node, path, arrived = node_at(root, ("issues", wanted))

    assert (index is not None) is arrived
    assert f"issues.{wanted}" == path
    if index is not None and isinstance(root.value, dict):
        issues = root.value["issues"].value
        assert isinstance(issues, list)
        assert issues[index] is node


def test_two_lists_with_equal_records_are_two_lists() -> None:
    first, second = records("a", "b"), records("a", "b")

    assert node_at(first, ("issues", "b"))[0] is not node_at(second, ("issues", "b"))[0]


def test_looking_up_every_record_looks_at_each_a_few_times(monkeypatch: pytest.MonkeyPatch) -> None:
    looks = 0

    def counted(node: Node, own: Callable[[Node], str] = places.id_of) -> str:
        nonlocal looks
        looks += 1
        return own(node)

    monkeypatch.setattr(places, "id_of", counted)
    root = records(*(f"I{number}" for number in range(500)))
    for number in range(500):
        node_at(root, ("issues", f"I{number}", "id"))

    assert looks <= 1500
