"""All figures of a context under their keys."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from alignkit.values import Figure

_SEGMENT = re.compile(r"[^.\[\]]+")


class Figures(Mapping[str, "Figure"]):
    """Figures by key, inputs first, in the order of the context; it cannot be changed."""

    __slots__ = ("_by_key", "_tree")

    def __init__(self, by_key: Mapping[str, Figure]) -> None:
        self._by_key = MappingProxyType(dict(by_key))
        self._tree: dict[str, Any] | None = None

    def __getitem__(self, key: str) -> Figure:
        return self._by_key[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_key)

    def __len__(self) -> int:
        return len(self._by_key)

    def tree(self) -> dict[str, Any]:
        """The figures in nested dictionaries, one level for each part of a key; an index is a whole number.

        `budget.cuts[0].amount` is found under `["budget"]["cuts"][0]["amount"]`.
        The same object every time: leave it as it is.
        """
        if self._tree is None:
            self._tree = {}
            for key, figure in self._by_key.items():
                _hang(self._tree, segments(key), figure)
        return self._tree


def segments(key: str) -> tuple[str | int, ...]:
    """The parts of a key: `budget.cuts[0].amount` has four."""
    return tuple(int(part) if part.isdecimal() else part for part in _SEGMENT.findall(key))


def _hang(tree: dict[Any, Any], path: tuple[str | int, ...], figure: Figure) -> None:
    """Put a figure into the tree; where a name is both figure and branch, the branch stays (FIG-003)."""
    for part in path[:-1]:
        branch = tree.get(part)
        if not isinstance(branch, dict):
            branch = tree[part] = {}
        tree = branch
    if not isinstance(tree.get(path[-1]), dict):
        tree[path[-1]] = figure
