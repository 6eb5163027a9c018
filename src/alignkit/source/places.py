"""Plain data and where each part of it stands."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType
from typing import NamedTuple, TypeAlias

from alignkit.diagnostics import Place

Scalar = str | int | Decimal | bool | date | None
"""What a single value can be."""
Data: TypeAlias = "Scalar | dict[str, Data] | list[Data]"
"""What a file holds, without its places."""
Step = str | int
"""A key, the id of an element of a list, or its index from 0."""

_STEP = re.compile(r'\[(?P<index>[0-9]{1,9})\]|\["(?P<key>(?:[^"\\]|\\.)*)"\]|\.?(?P<name>[^.\[\]"]+)')
_PLAIN_KEY = re.compile(r'[^.\[\]"]+\Z')


class Spot(NamedTuple):
    """A position in a file, line and column from 1."""

    file: str
    line: int
    column: int


class Node(NamedTuple):
    """A value with its position and that of its key."""

    value: Scalar | dict[str, Node] | list[Node]
    """A scalar, or nodes again."""
    spot: Spot
    """Where the value begins."""
    key: Spot | None = None
    """Where its key begins; None in a list."""

    @property
    def start(self) -> Spot:
        """The position a person would point at: the value of a scalar, the key of anything that has parts."""
        return self.key if self.key and isinstance(self.value, dict | list) else self.spot


@dataclass(frozen=True, slots=True)
class Source:
    """What was read: plain data, a place for every part of it, and the text it was read from."""

    root: Node
    """The data with its places."""
    lines: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    """The lines of every file by the name places give it."""
    unread: frozenset[str] = frozenset()
    """Top-level keys whose block could not be read; nobody should miss them or refer into them."""

    @property
    def data(self) -> dict[str, Data]:
        """The data alone, newly built at each call."""
        return plain_mapping(self.root)

    def place(self, path: str) -> Place:
        """Where `path` stands, such as `budget.tiers.ask.total`, or its nearest ancestor."""
        return place_of(self.root, steps_of(path))


def plain_mapping(node: Node) -> dict[str, Data]:
    """The data below a node that holds keys; empty for any other."""
    return {key: plain(child) for key, child in node.value.items()} if isinstance(node.value, dict) else {}


def plain(node: Node) -> Data:
    """The data below `node`, without places."""
    if isinstance(node.value, dict):
        return plain_mapping(node)
    if isinstance(node.value, list):
        return [plain(child) for child in node.value]
    return node.value


def steps_of(path: str) -> tuple[Step, ...]:
    """The steps of a path: keys, ids of elements, indices as `[0]`; `["a.b"]` is a key with a dot."""
    return tuple(_step(match) for match in _STEP.finditer(path))


def _step(match: re.Match[str]) -> Step:
    if match["index"] is not None:
        return int(match["index"])
    return str(json.loads(f'"{match["key"]}"', strict=False)) if match["key"] is not None else match["name"]


def child_of(node: Node, step: Step) -> tuple[Node | None, str]:
    """The node one step below `node`, or None, with the label a path has for that step."""
    if isinstance(node.value, list):
        index = step if isinstance(step, int) else _index_of(node.value, step)
        if index is None or index >= len(node.value):
            return None, label_of(step)
        return node.value[index], label_of(id_of(node.value[index]) or index)
    return (node.value.get(str(step)) if isinstance(node.value, dict) else None), label_of(step)


def id_of(node: Node) -> str:
    """The id of an element, empty when it has none."""
    own = node.value.get("id") if isinstance(node.value, dict) else None
    return own.value if own and isinstance(own.value, str) else ""


class _Same:
    """A list that is equal to itself only; lists of nodes never change once they are read."""

    __slots__ = ("elements",)

    def __init__(self, elements: list[Node]) -> None:
        self.elements = elements

    def __hash__(self) -> int:
        return id(self.elements)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.elements is self.elements


def _index_of(elements: list[Node], wanted: str) -> int | None:
    return _indices(_Same(elements)).get(wanted)


@lru_cache(maxsize=64)
def _indices(same: _Same) -> dict[str, int]:
    """The first index of each id; places are looked up so often that searching would take for ever."""
    return {id_of(element): index for index, element in reversed(list(enumerate(same.elements)))}


def label_of(step: Step) -> str:
    """How a step is written in a path, with the dot or bracket before it."""
    if isinstance(step, int):
        return f"[{step}]"
    return f".{step}" if _PLAIN_KEY.match(step) else f"[{json.dumps(step, ensure_ascii=False)}]"


def node_at(root: Node, steps: Iterable[Step]) -> tuple[Node, str, bool]:
    """The deepest node on the way, the path in its usual spelling, and whether the way led to its end."""
    node, path, arrived = root, "", True
    for step in steps:
        child, label = child_of(node, step) if arrived else (None, label_of(step))
        path += label
        arrived = child is not None
        node = child or node
    return node, path.removeprefix("."), arrived


def place_of(root: Node, steps: Iterable[Step], *, at_key: bool = False) -> Place:
    """Where `steps` lead, or where their nearest ancestor stands; the path is the full one either way."""
    node, path, arrived = node_at(root, steps)
    spot = node.key if at_key and arrived and node.key else node.start
    return Place(spot.file, spot.line, spot.column, path)


def is_within(root: Node, steps: Iterable[Step]) -> bool:
    """Whether `steps` lead to a node."""
    return node_at(root, steps)[2]
