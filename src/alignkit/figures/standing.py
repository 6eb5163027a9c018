"""Where a block of the context stands, found on the way down instead of from the top for each number."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from alignkit.diagnostics import Place
from alignkit.source.places import id_of, label_of

if TYPE_CHECKING:
    from alignkit.source import Node

_NAME = re.compile(r"[A-Za-z0-9_-]+")


class Standing(NamedTuple):
    """A block's key among figures, and its place in the file."""

    key: str
    """Key of the block, such as `budget.tiers.ask`."""
    node: Node | None
    """What was read there; the nearest block around it where nothing was; None without a file."""
    path: str
    """The path as messages spell it."""

    def below(self, name: str) -> Standing:
        """One key further down."""
        if not self.key:
            return Standing(name, self._child(name), name)
        return Standing(f"{self.key}.{name}", self._child(name), self.path + label_of(name))

    def item(self, index: int, identity: str) -> Standing:
        """An element of a list, by its id where that can be part of a key."""
        node, label = self.node, f"[{index}]"
        if node is not None and isinstance(node.value, list) and index < len(node.value):
            node = node.value[index]
            label = label_of(id_of(node) or index)
        own = f".{identity}" if _NAME.fullmatch(identity) else f"[{index}]"
        return Standing(self.key + own, node, self.path + label)

    def place(self, name: str) -> Place | None:
        """Where a key of the block stands, or the block itself where the key is not written."""
        child = self._child(name)
        if child is None:
            return None
        spot = child.start
        return Place(spot.file, spot.line, spot.column, self.path + label_of(name))

    def _child(self, name: str) -> Node | None:
        if self.node is None or not isinstance(self.node.value, dict):
            return self.node
        return self.node.value.get(name) or self.node
